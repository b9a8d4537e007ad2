"""`system interface`.

Source: fortios-cli.md 9.2; print order: schema order, then the dependent options after the nested blocks (2.3).
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Interface,
    Ipv6Prefix,
    Name,
    Names,
    Object,
    Option,
    String,
    Table,
    Value,
    When,
)

ACCESS_VALUES = (
    Value("ping", "Answer PING."),
    Value("https", "Administration by HTTPS."),
    Value("ssh", "Administration by SSH."),
    Value("snmp", "Queries by SNMP."),
    Value("http", "Administration by HTTP."),
    Value("telnet", "Administration by TELNET."),
    Value("fgfm", "Management by FortiManager."),
    Value("radius-acct", "RADIUS accounting."),
    Value("probe-response", "Answer probes."),
    Value("fabric", "Security Fabric."),
    Value("ftm", "FortiToken Mobile."),
    Value("speed-test", "Speed tests.", since=(7, 0, 0)),
    Value("scim", "User provisioning by SCIM.", since=(7, 6, 0)),
)

IP6_ACCESS_VALUES = (
    Value("ping", "Answer PING."),
    Value("https", "Administration by HTTPS."),
    Value("ssh", "Administration by SSH."),
    Value("snmp", "Queries by SNMP."),
    Value("http", "Administration by HTTP."),
    Value("telnet", "Administration by TELNET."),
    Value("fgfm", "Management by FortiManager."),
    Value("fabric", "Security Fabric."),
)

MODE = Choice(
    (
        Value("static", "A fixed address."),
        Value("dhcp", "An address from a DHCP server."),
        Value("pppoe", "An address from a PPPoE server."),
    )
)

KIND = Choice(
    (
        Value("physical", "A port of the unit."),
        Value("vlan", "A VLAN on another interface."),
        Value("aggregate", "Several ports as one, by link aggregation."),
        Value("redundant", "Several ports, of which one is used."),
        Value("tunnel", "A tunnel."),
        Value("vdom-link", "A link between virtual domains."),
        Value("loopback", "An address without a port."),
        Value("switch", "A software switch."),
        Value("hard-switch", "A hardware switch."),
        Value("vap-switch", "A wireless network."),
        Value("vxlan", "A VXLAN."),
        Value("emac-vlan", "Another MAC address on an interface."),
    )
)

ROLE = Choice(
    (
        Value("lan", "Towards the own network."),
        Value("wan", "Towards the Internet."),
        Value("dmz", "Towards servers that others reach."),
        Value("undefined", "None of these."),
    )
)

LLDP = Choice(
    (
        Value("enable", "Turn it on."),
        Value("disable", "Turn it off."),
        Value("vdom", "As in the virtual domain."),
    )
)

DYNAMIC = When("mode", ("dhcp", "pppoe"))

SECONDARY_IP = Table(
    path=("secondaryip",),
    help="More addresses of the interface.",
    key=Option("id", Integer(), help="Number of the address."),
    options=(
        Option("ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address and mask."),
        Option("allowaccess", Choices(ACCESS_VALUES), (), "Services that the unit offers at this address."),
    ),
    when=When("secondary-IP", ("enable",)),
)

IPV6 = Object(
    path=("ipv6",),
    help="IPv6 of the interface.",
    options=(
        Option(
            "ip6-mode",
            Choice(
                (
                    Value("static", "A fixed address."),
                    Value("dhcp", "An address from a DHCPv6 server."),
                    Value("pppoe", "An address from a PPPoE server."),
                    Value("delegated", "A prefix that was delegated to the unit."),
                )
            ),
            "static",
            "Where the address comes from.",
        ),
        Option("ip6-address", Ipv6Prefix(), "::/0", "Address and length of the prefix."),
        Option("ip6-allowaccess", Choices(IP6_ACCESS_VALUES), (), "Services that the unit offers at this address."),
        Option("ip6-send-adv", SWITCH, "disable", "Send router advertisements."),
        Option("autoconf", SWITCH, "disable", "Take an address from router advertisements."),
    ),
)

INTERFACE = Table(
    path=("system", "interface"),
    help="Interfaces of the unit.",
    is_global=True,
    key=Option("name", Name(15), help="Name of the interface."),
    options=(
        Option("vdom", String(31), help="Virtual domain of the interface.", required=True),
        Option("vrf", Integer(0, 511), "0", "VRF of the interface."),
        Option("mode", MODE, "static", "Where the address comes from."),
        Option("ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address and mask.", when=When("mode", ("static",))),
        Option("allowaccess", Choices(ACCESS_VALUES), (), "Services that the unit offers at this interface."),
        Option(
            "status",
            Choice((Value("up", "In use."), Value("down", "Not in use."))),
            "up",
            "Whether the interface is used.",
        ),
        Option("type", KIND, "vlan", "Kind of interface."),
        Option(
            "member",
            Names(79),
            (),
            "Interfaces that this one joins.",
            when=When("type", ("aggregate", "redundant", "switch", "hard-switch")),
        ),
        Option("description", String(255), help="Remarks about this interface."),
        Option("alias", String(25), help="Another name of the interface."),
        Option("device-identification", SWITCH, "disable", "Find out about devices behind the interface."),
        Option("lldp-reception", LLDP, "vdom", "Receive LLDP."),
        Option("lldp-transmission", LLDP, "vdom", "Send LLDP."),
        Option("role", ROLE, "undefined", "What the interface leads to."),
        Option("snmp-index", Integer(0, 2147483647), "0", "Number of the interface for SNMP."),
        Option("secondary-IP", SWITCH, "disable", "Allow more addresses."),
        SECONDARY_IP,
        IPV6,
        Option(
            "distance",
            Integer(1, 255),
            "5",
            "Distance of routes that the server gives.",
            when=DYNAMIC,
        ),
        Option("defaultgw", SWITCH, "enable", "Use the gateway that the server gives.", when=DYNAMIC),
        Option("dns-server-override", SWITCH, "enable", "Use the DNS servers that the server gives.", when=DYNAMIC),
        Option(
            "interface", String(15), help="Interface below this one.", when=When("type", ("vlan", "emac-vlan", "vxlan"))
        ),
        Option("vlanid", Integer(0, 4094), "0", "Number of the VLAN.", when=When("type", ("vlan",))),
        Option("mtu-override", SWITCH, "disable", "Set an MTU of your own."),
        Option("mtu", Integer(0, 4294967295), "1500", "MTU in bytes.", when=When("mtu-override", ("enable",))),
    ),
    static=When("type", ("physical",)),
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
