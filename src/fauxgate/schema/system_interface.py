"""`system interface`.

Source: fortios-cli.md 9.2, for the rest 9.1 (ANS, HFX); print order: schema order, then the dependent options after the
nested blocks (2.3).
"""

from fauxgate.schema.system_interface_dependent import DEPENDENT
from fauxgate.schema.system_interface_identity import IDENTITY, LAST
from fauxgate.schema.system_interface_ipv6 import IPV6
from fauxgate.schema.system_interface_servers import SERVERS
from fauxgate.schema.system_interface_switches import SWITCHES
from fauxgate.schema.system_interface_traffic import TRAFFIC
from fauxgate.schema.types import Name, Option, Table, When

# Inferred: a virtual unit with four ports, whose numbers for SNMP follow them.
PORTS = tuple(
    (f"port{number}", (("vdom", "root"), ("type", "physical"), ("snmp-index", str(number)))) for number in range(1, 5)
)

INTERFACE = Table(
    path=("system", "interface"),
    help="Interfaces of the unit.",
    is_global=True,
    key=Option("name", Name(15), help="Name of the interface."),
    options=(*TRAFFIC, *IDENTITY, *SWITCHES, *LAST, IPV6, *SERVERS, *DEPENDENT),
    static=When("type", ("physical",)),
    factory=PORTS,
    # fortios-cli.md 2.4: three blanks follow a value, four follow an option; `type` has three in every sample.
    columns=(
        ("mode", 4),
        ("ip", 3),
        ("status", 4),
        ("netbios-forward", 4),
        ("type", 3),
        ("netflow-sampler", 4),
        ("sflow-sampler", 4),
        ("src-check", 4),
        ("explicit-web-proxy", 4),
        ("explicit-ftp-proxy", 4),
        ("proxy-captive-portal", 4),
        ("mtu-override", 4),
        ("wccp", 4),
        ("drop-overlapped-fragment", 4),
        ("drop-fragment", 4),
    ),
)
