"""The words of option lists in `system interface`.

Source: fortios-cli.md 9.2; releases and further lists: 9.1 (ANS).
"""

from fauxgate.schema.types import Choice, Choices, Value

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

FLAGS = Choices((Value("ping", "PING."), Value("tcp-echo", "TCP echo."), Value("udp-echo", "UDP echo.")))

SPEED = Choice(
    (
        Value("auto", "What both sides can do."),
        Value("10full", "10 Mbit/s in both directions at once."),
        Value("10half", "10 Mbit/s in one direction at a time."),
        Value("100full", "100 Mbit/s in both directions at once."),
        Value("100half", "100 Mbit/s in one direction at a time."),
        Value("1000full", "1 Gbit/s."),
        Value("1000auto", "1 Gbit/s, agreed upon."),
        Value("10000full", "10 Gbit/s."),
        Value("10000auto", "10 Gbit/s, agreed upon."),
        Value("25000full", "25 Gbit/s."),
        Value("40000full", "40 Gbit/s."),
        Value("100Gfull", "100 Gbit/s."),
    )
)

BFD = Choice(
    (
        Value("global", "As in the virtual domain."),
        Value("enable", "Turn it on."),
        Value("disable", "Turn it off."),
    )
)

PPP_AUTHENTICATION = Choice(
    (
        Value("auto", "What the server wants."),
        Value("pap", "PAP."),
        Value("chap", "CHAP."),
        Value("mschapv1", "MS-CHAP."),
        Value("mschapv2", "MS-CHAP v2."),
    )
)

DNS_PROTOCOL = Choices(
    (
        Value("cleartext", "DNS without encryption."),
        Value("dot", "DNS over TLS."),
        Value("doh", "DNS over HTTPS."),
    )
)

LACP_MODE = Choice(
    (
        Value("static", "Without LACP."),
        Value("passive", "Answer LACP."),
        Value("active", "Begin LACP."),
    )
)

ALGORITHM = Choice(
    (
        Value("L2", "By MAC addresses."),
        Value("L3", "By IP addresses."),
        Value("L4", "By IP addresses and ports."),
        Value("Source-MAC", "By the source's MAC address.", since=(7, 2, 1)),
    )
)

SECURITY_MODE = Choice(
    (
        Value("none", "Nobody logs in."),
        Value("captive-portal", "Users log in on a page."),
        Value("802.1X", "Devices log in by 802.1X."),
    )
)

SAMPLER = Choice(
    (
        Value("disable", "None."),
        Value("tx", "Outgoing packets."),
        Value("rx", "Incoming packets."),
        Value("both", "All packets."),
    )
)

IPAM = Choice(
    (
        Value("inherit-global", "As for the whole unit.", since=(7, 4, 0)),
        Value("enable", "Turn it on."),
        Value("disable", "Turn it off."),
    )
)

SUBNETWORK_SIZE = Choice(
    tuple(
        Value(str(1 << bits), f"{1 << bits} addresses.", since=(7, 0, 2) if bits < 8 else None) for bits in range(5, 17)
    )
)

FEATURE = Choice(
    (
        Value("none", "None."),
        Value("default-vlan", "Usual VLAN."),
        Value("quarantine", "Isolated devices."),
        Value("rspan", "Mirrored traffic."),
        Value("voice", "Telephony."),
        Value("video", "Video."),
        Value("nac", "Network access control."),
        Value("nac-segment", "A segment of it.", since=(7, 0, 1)),
    )
)
