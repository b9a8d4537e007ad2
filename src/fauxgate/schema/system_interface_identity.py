"""The options of `system interface` for what it is made of, called and used for.

Source: fortios-cli.md 9.2 and for the rest 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import INTERFACES, SWITCH
from fauxgate.schema.system_interface_addresses import SECONDARY_IP, VRRP
from fauxgate.schema.system_interface_values import IPAM, LACP_MODE, LLDP, ROLE, SECURITY_MODE
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Interface,
    Name,
    Names,
    Object,
    Option,
    String,
    Table,
    Value,
    When,
)

KILOBITS = Integer(0, 4294967295)

JOINED = When("type", ("aggregate", "redundant", "switch", "hard-switch"))

AGGREGATE = When("type", ("aggregate",))

LEVELS = Choice(
    tuple(Value(level, f"Level {level}.") for level in ("1", "1.5", "2", "2.5", "3", "3.5", "4", "5", "5.5"))
)

COS = tuple(Value(f"cos{number}", f"Class of service {number}.") for number in range(8))

ANY_COS = Choice((Value("disable", "As it is."), *COS))

TAGGING = Table(
    path=("tagging",),
    help="Tags of the interface.",
    key=Option("name", Name(63), help="Name of the entry."),
    options=(
        Option("category", String(63), help="Category of the tags.", refers_to=(("system", "object-tagging"),)),
        Option("tags", Names(79), (), "The tags."),
    ),
)

QUEUES = Object(
    path=("egress-queues",),
    help="Queues for outgoing traffic.",
    options=tuple(Option(f"cos{number}", String(35), help=f"Queue for class {number}.") for number in range(8)),
)

IDENTITY = (
    Option("remote-ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Other end.", when=When("type", ("tunnel", "vdom-link"))),
    Option("member", Names(79), (), "Interfaces that this one joins.", when=JOINED, refers_to=INTERFACES),
    Option("lacp-mode", LACP_MODE, "active", "How ports are joined.", when=AGGREGATE),
    Option(
        "lacp-speed",
        Choice((Value("slow", "Every 30 seconds."), Value("fast", "Every second."))),
        "slow",
        "How often LACP is sent.",
        when=AGGREGATE,
    ),
    Option("min-links", Integer(1, 32), "1", "Fewest ports that work.", when=AGGREGATE),
    Option("priority-override", SWITCH, "enable", "Go back to the port of higher priority."),
    Option("description", String(255), help="Remarks about this interface."),
    Option("alias", String(25), help="Another name of the interface."),
    Option("security-mode", SECURITY_MODE, "none", "Whether somebody must log in."),
    Option("replacemsg-override-group", String(35), help="Group of replacement messages."),
    Option(
        "ike-saml-server",
        String(35),
        help="Server that checks users of IKE.",
        since=(7, 2, 0),
        refers_to=(("user", "saml"),),
    ),
    Option("device-identification", SWITCH, "disable", "Find out about devices behind the interface."),
    Option(
        "exclude-signatures",
        Choices((Value("iot", "Things."), Value("ot", "Machines."))),
        (),
        "Ignored devices.",
        since=(7, 6, 1),
    ),
    Option("lldp-reception", LLDP, "vdom", "Receive LLDP."),
    Option("lldp-transmission", LLDP, "vdom", "Send LLDP."),
    Option(
        "lldp-network-policy",
        String(35),
        help="Policy that LLDP tells.",
        refers_to=(("system", "lldp", "network-policy"),),
    ),
    Option("estimated-upstream-bandwidth", KILOBITS, "0", "Kilobits a second upwards."),
    Option("estimated-downstream-bandwidth", KILOBITS, "0", "Kilobits a second downwards."),
    Option("measured-upstream-bandwidth", KILOBITS, "0", "Measured kilobits a second upwards."),
    Option("measured-downstream-bandwidth", KILOBITS, "0", "Measured kilobits a second downwards."),
    Option("bandwidth-measure-time", KILOBITS, "0", "When they were measured."),
    Option("monitor-bandwidth", SWITCH, "disable", "Show the traffic on the dashboard."),
    Option("vrrp-virtual-mac", SWITCH, "disable", "Use the MAC address of VRRP."),
    VRRP,
    Option("role", ROLE, "undefined", "What the interface leads to."),
    Option("snmp-index", Integer(0, 2147483647), "0", "Number of the interface for SNMP."),
    Option("secondary-IP", SWITCH, "disable", "Allow more addresses."),
    SECONDARY_IP,
    Option("preserve-session-route", SWITCH, "disable", "Keep sessions on their route."),
    Option("auto-auth-extension-device", SWITCH, "disable", "Let devices of the maker in."),
    Option("ap-discover", SWITCH, "enable", "Find access points."),
    Option("telemetry-discover", SWITCH, "disable", "Find telemetry.", since=(7, 6, 3)),
    Option("ip-managed-by-fortiipam", IPAM, "disable", "Have the address given.", until=(7, 2, 99)),
    Option("ip-managed-by-fortiipam", IPAM, "inherit-global", "Have the address given.", since=(7, 4, 0)),
    Option("internal", Integer(0, 255), "0", "Mark for the unit itself."),
)

LAST = (
    Option("swc-first-create", Integer(), "0", "Mark for switches.", since=(6, 4, 4), until=(7, 6, 0)),
    Option("color", Integer(0, 32), "0", "Color in the administration pages."),
    TAGGING,
    QUEUES,
    Option("ingress-cos", ANY_COS, "disable", "Class of incoming traffic."),
    Option("egress-cos", ANY_COS, "disable", "Class of outgoing traffic."),
    Option("eap-supplicant", SWITCH, "disable", "Log in to others by 802.1X.", since=(7, 2, 0)),
    Option("default-purdue-level", LEVELS, "3", "Usual Purdue level.", since=(7, 4, 0)),
)
