"""`firewall service category`, `custom` and `group`.

Source: limits, ranges and releases as public API clients state them.
"""

from fauxgate.schema import firewall_service_factory as factory
from fauxgate.schema.firewall_shared import NO_UUID, SERVICES
from fauxgate.schema.shared import COUNT, SWITCH
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Fqdn,
    Integer,
    Ipv4Range,
    Name,
    Names,
    Option,
    PortRange,
    String,
    Table,
    Uuid,
    Value,
    When,
)

PORTED = When("protocol", ("TCP/UDP/UDP-Lite/SCTP", "TCP/UDP/SCTP"))

ANY_ICMP = When("protocol", ("ICMP", "ICMP6"))

PROTOCOL = Choice(
    (
        Value("TCP/UDP/UDP-Lite/SCTP", "Ports of TCP, UDP, UDP-Lite and SCTP.", since=(7, 6, 0)),
        Value("ICMP", "ICMP."),
        Value("ICMP6", "ICMPv6."),
        Value("IP", "An IP protocol by its number."),
        Value("HTTP", "HTTP, by the web proxy."),
        Value("FTP", "FTP, by the web proxy."),
        Value("CONNECT", "HTTP CONNECT, by the web proxy."),
        Value("SOCKS-TCP", "SOCKS over TCP."),
        Value("SOCKS-UDP", "SOCKS over UDP."),
        Value("ALL", "All protocols."),
        Value("TCP/UDP/SCTP", "Ports of TCP, UDP and SCTP.", until=(7, 4, 99)),
    )
)

CATEGORY = Table(
    path=("firewall", "service", "category"),
    help="Categories of services.",
    key=Option("name", Name(63), help="Name of the category."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 6, 0)),
        Option("comment", String(255), help="Remarks about this category."),
        Option("fabric-object", SWITCH, "disable", "Share the category in the Security Fabric.", since=(6, 4, 4)),
    ),
    factory=factory.CATEGORIES,
)

CUSTOM = Table(
    path=("firewall", "service", "custom"),
    help="Services: protocols and ports.",
    key=Option("name", Name(79), help="Name of the service."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 4, 2)),
        Option("proxy", SWITCH, "disable", "For the explicit web proxy."),
        Option(
            "category", String(63), help="Category of the service.", refers_to=(("firewall", "service", "category"),)
        ),
        Option("protocol", PROTOCOL, "TCP/UDP/SCTP", "Protocol.", until=(7, 4, 99)),
        Option("protocol", PROTOCOL, "TCP/UDP/UDP-Lite/SCTP", "Protocol.", since=(7, 6, 0)),
        Option("visibility", SWITCH, "enable", "Show the service in the GUI.", until=(7, 2, 2)),
        Option("comment", String(255), help="Remarks about this service."),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Option(
            "app-service-type",
            Choice(
                (
                    Value("disable", "Do not."),
                    Value("app-id", "Applications by number."),
                    Value("app-category", "Categories of applications by number."),
                )
            ),
            "disable",
            "Match applications.",
            when=When("proxy", ("enable",)),
        ),
        Option("fabric-object", SWITCH, "disable", "Share the service in the Security Fabric.", since=(6, 4, 4)),
        Option(
            "helper",
            Choice(
                (
                    Value("auto", "The one that fits the port."),
                    Value("disable", "None."),
                    Value("ftp", "FTP."),
                    Value("tftp", "TFTP."),
                    Value("ras", "RAS."),
                    Value("h323", "H.323."),
                    Value("tns", "TNS."),
                    Value("mms", "MMS."),
                    Value("sip", "SIP."),
                    Value("pptp", "PPTP."),
                    Value("rtsp", "RTSP."),
                    Value("dns-udp", "DNS over UDP."),
                    Value("dns-tcp", "DNS over TCP."),
                    Value("pmap", "Port mapper."),
                    Value("rsh", "RSH."),
                    Value("dcerpc", "DCE-RPC."),
                    Value("mgcp", "MGCP."),
                    Value("gtp-c", "GTP-C."),
                    Value("gtp-u", "GTP-U."),
                    Value("gtp-b", "GTP-B."),
                    Value("pfcp", "PFCP.", since=(7, 0, 1)),
                )
            ),
            "auto",
            "Session helper.",
            when=PORTED,
        ),
        Option("iprange", Ipv4Range(), help="First and last address of the servers.", when=PORTED),
        Option("fqdn", Fqdn(255), help="Name of the server.", when=PORTED),
        Option("protocol-number", Integer(0, 254), "0", "Number of the protocol.", when=When("protocol", ("IP",))),
        Option("icmptype", COUNT, help="Type of message.", when=ANY_ICMP),
        Option("icmpcode", Integer(0, 255), help="Code of the message.", when=ANY_ICMP),
        Option(
            "tcp-portrange",
            PortRange(),
            help="Ports of TCP.",
            when=When(
                "protocol", ("TCP/UDP/UDP-Lite/SCTP", "TCP/UDP/SCTP", "HTTP", "FTP", "CONNECT", "SOCKS-TCP", "ALL")
            ),
        ),
        Option(
            "udp-portrange",
            PortRange(),
            help="Ports of UDP.",
            when=When("protocol", ("TCP/UDP/UDP-Lite/SCTP", "TCP/UDP/SCTP", "SOCKS-UDP")),
        ),
        Option(
            "udplite-portrange",
            PortRange(),
            help="Ports of UDP-Lite.",
            since=(7, 6, 0),
            when=When("protocol", ("TCP/UDP/UDP-Lite/SCTP",)),
        ),
        Option("sctp-portrange", PortRange(), help="Ports of SCTP.", when=PORTED),
        Option(
            "tcp-halfclose-timer",
            Integer(0, 86400),
            "0",
            "Seconds to wait for the second FIN (0 = as in the global settings).",
            when=PORTED,
        ),
        Option(
            "tcp-halfopen-timer",
            Integer(0, 86400),
            "0",
            "Seconds to wait for the end of the handshake (0 = as in the global settings).",
            when=PORTED,
        ),
        Option(
            "tcp-timewait-timer",
            Integer(0, 300),
            "0",
            "Seconds in the state TIME-WAIT (0 = as in the global settings).",
            when=PORTED,
        ),
        Option(
            "tcp-rst-timer",
            Integer(0, 300),
            "0",
            "Seconds that a session stays after RST (0 = as in the global settings).",
            since=(7, 0, 0),
            when=PORTED,
        ),
        Option(
            "udp-idle-timer",
            Integer(0, 86400),
            "0",
            "Seconds until an idle UDP session ends (0 = as in the global settings).",
            when=PORTED,
        ),
        Option("session-ttl", AsTyped(), help="Seconds that a session may live.", when=PORTED),
        Option(
            "check-reset-range",
            Choice(
                (
                    Value("disable", "It is not."),
                    Value("strict", "It must be in the window."),
                    Value("default", "As in the global settings."),
                )
            ),
            "default",
            "How the number in a RST is checked.",
            when=PORTED,
        ),
        Option(
            "app-category",
            AsTyped(),
            help="Numbers of application categories.",
            when=When("app-service-type", ("app-category",)),
        ),
        Option("application", AsTyped(), help="Numbers of applications.", when=When("app-service-type", ("app-id",))),
    ),
    factory=factory.SERVICES,
    unlike=(("firewall", "service", "group"),),
)

GROUP = Table(
    path=("firewall", "service", "group"),
    help="Groups of services.",
    key=Option("name", Name(79), help="Name of the group."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 4, 2)),
        Option("proxy", SWITCH, "disable", "For the explicit web proxy."),
        Option("member", Names(79), (), "Services and groups in the group.", required=True, refers_to=SERVICES),
        Option("comment", String(255), help="Remarks about this group."),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Option("fabric-object", SWITCH, "disable", "Share the group in the Security Fabric.", since=(6, 4, 4)),
    ),
    factory=factory.GROUPS,
    unlike=(("firewall", "service", "custom"),),
)
