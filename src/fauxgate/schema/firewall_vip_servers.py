"""What a virtual IP is outside and inside, and the servers that share its load.

Source: see `firewall_vip`.
"""

from fauxgate.schema.firewall_shared import ADDRESSES, NO_UUID, SERVICES
from fauxgate.schema.shared import COUNT, INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Integer,
    Ipv4Any,
    Ipv4Range,
    Names,
    Object,
    Option,
    PortRange,
    String,
    Table,
    Uuid,
    Value,
    When,
)

TYPE_FQDN = When("type", ("fqdn",))

SERVER_TYPE_HTTPS = When("server-type", ("https",))

PORTFORWARD = When("portforward", ("enable",))

CLIENT_CERT = When("client-cert", ("enable",))

SERVERS = (
    Option("id", Integer(0, 65535), "0", "Number of the virtual IP."),
    Option("uuid", Uuid(), NO_UUID, "Identifier that does not change."),
    Option("comment", String(255), help="Remarks about this virtual IP."),
    Option(
        "type",
        Choice(
            (
                Value("static-nat", "One address for another."),
                Value("load-balance", "One address for several."),
                Value("server-load-balance", "Servers that share the load."),
                Value("dns-translation", "Addresses in the answers of DNS."),
                Value("fqdn", "The name of a host."),
                Value("access-proxy", "An access proxy of ZTNA.", since=(7, 0, 0)),
            )
        ),
        "static-nat",
        "Kind of virtual IP.",
    ),
    Option("src-filter", Names(79), (), "Addresses of clients it is for."),
    Option("src-vip-filter", SWITCH, "disable", "Use the filter for the way back too.", since=(7, 4, 4)),
    Option("service", Names(79), (), "Services that it is for.", refers_to=SERVICES),
    Option("extip", Ipv4Range(), help="First and last address outside."),
    Option("nat44", SWITCH, "enable", "Translate to IPv4.", since=(7, 0, 1)),
    Option("nat46", SWITCH, "disable", "Translate to IPv6.", since=(7, 0, 1)),
    Option(
        "mappedip",
        Names(79),
        (),
        "Addresses inside.",
        when=When("type", ("static-nat", "load-balance", "dns-translation")),
    ),
    Option("extintf", String(35), help="Interface outside.", required=True, refers_to=INTERFACES, also=("any",)),
    Option("arp-reply", SWITCH, "enable", "Answer ARP for the addresses."),
    Option("nat-source-vip", SWITCH, "disable", "Send from the address outside always."),
    Option(
        "portforward",
        SWITCH,
        "disable",
        "Map ports, not only addresses.",
        when=When("type", ("static-nat", "load-balance", "fqdn")),
    ),
    Option("status", SWITCH, "enable", "Whether the virtual IP is used.", since=(7, 0, 0)),
    Option("gratuitous-arp-interval", Integer(0, 8640000), "0", "Seconds between gratuitous ARPs (0 = none)."),
    Option("srcintf-filter", Names(79), (), "Interfaces of clients it is for.", refers_to=INTERFACES),
    Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
    Option(
        "server-type",
        Choice(
            (
                Value("http", "HTTP."),
                Value("https", "HTTPS."),
                Value("imaps", "IMAPS."),
                Value("pop3s", "POP3S."),
                Value("smtps", "SMTPS."),
                Value("ssl", "SSL."),
                Value("tcp", "TCP."),
                Value("udp", "UDP."),
                Value("ip", "IP."),
                Value("ssh", "SSH.", since=(7, 0, 0), until=(7, 0, 0)),
            )
        ),
        help="Protocol of the servers.",
        when=When("type", ("server-load-balance", "access-proxy")),
        required=True,
    ),
    Option(
        "dns-mapping-ttl",
        Integer(0, 604800),
        "0",
        "Time to live of the answers.",
        when=When("type", ("dns-translation",)),
    ),
    Option(
        "ldb-method",
        Choice(
            (
                Value("static", "By the address of the client."),
                Value("round-robin", "One after the other."),
                Value("weighted", "By weight."),
                Value("least-session", "The one with the fewest sessions."),
                Value("least-rtt", "The one that answers fastest."),
                Value("first-alive", "The first that is alive."),
                Value("http-host", "By the host name of the request."),
            )
        ),
        "static",
        "How a server is chosen.",
        when=When("type", ("load-balance", "server-load-balance")),
    ),
    Option("extaddr", Names(79), (), "Address object outside.", when=TYPE_FQDN, refers_to=ADDRESSES),
    Option("h2-support", SWITCH, "enable", "Allow HTTP/2.", since=(7, 4, 1), when=SERVER_TYPE_HTTPS),
    Option("h3-support", SWITCH, "disable", "Allow HTTP/3.", since=(7, 4, 1), when=SERVER_TYPE_HTTPS),
    Object(
        path=("quic",),
        help="Settings of QUIC.",
        options=(
            Option(
                "max-idle-timeout",
                Integer(1, 60000),
                "30000",
                "Milliseconds that a connection may be idle.",
                since=(7, 4, 1),
            ),
            Option(
                "max-udp-payload-size", Integer(1200, 1500), "1500", "Largest UDP payload in bytes.", since=(7, 4, 1)
            ),
            Option(
                "active-connection-id-limit", Integer(1, 8), "2", "Connection IDs that may be in use.", since=(7, 4, 1)
            ),
            Option("ack-delay-exponent", Integer(1, 20), "3", "Exponent of the delay of ACKs.", since=(7, 4, 1)),
            Option(
                "max-ack-delay", Integer(1, 16383), "25", "Milliseconds that an ACK may be delayed.", since=(7, 4, 1)
            ),
            Option(
                "max-datagram-frame-size", Integer(1, 1500), "1500", "Largest datagram frame in bytes.", since=(7, 4, 1)
            ),
            Option("active-migration", SWITCH, "disable", "Let clients move to another address.", since=(7, 4, 1)),
            Option("grease-quic-bit", SWITCH, "enable", "Vary the QUIC bit.", since=(7, 4, 1)),
        ),
        since=(7, 4, 1),
        when=When("h3-support", ("enable",)),
    ),
    Option(
        "add-nat46-route", SWITCH, "enable", "Add a route for NAT46.", since=(7, 0, 1), when=When("nat46", ("enable",))
    ),
    Option(
        "mapped-addr", String(79), help="Address object inside.", when=TYPE_FQDN, refers_to=(("firewall", "address"),)
    ),
    Option("http-redirect", SWITCH, "disable", "Send HTTP to HTTPS.", when=SERVER_TYPE_HTTPS),
    Option(
        "persistence",
        Choice(
            (
                Value("none", "It does not."),
                Value("http-cookie", "By a cookie."),
                Value("ssl-session-id", "By the SSL session."),
            )
        ),
        "none",
        "How a client stays with its server.",
        when=When("server-type", ("http", "https", "ssl")),
    ),
    Option(
        "protocol",
        Choice((Value("tcp", "TCP."), Value("udp", "UDP."), Value("sctp", "SCTP."), Value("icmp", "ICMP."))),
        "tcp",
        "Protocol of the ports.",
        when=PORTFORWARD,
    ),
    Option(
        "extport",
        PortRange(many=False),
        help="Ports outside.",
        when=When("type", ("static-nat", "load-balance", "server-load-balance", "fqdn", "access-proxy")),
    ),
    Option("mappedport", PortRange(many=False), help="Ports inside.", when=PORTFORWARD),
    Option(
        "portmapping-type",
        Choice((Value("1-to-1", "One for one."), Value("m-to-n", "Several for several."))),
        "1-to-1",
        "How ports are mapped.",
        when=PORTFORWARD,
    ),
    Option(
        "empty-cert-action",
        Choice(
            (
                Value("accept", "Let it in."),
                Value("block", "Do not let it in."),
                Value("accept-unmanageable", "Let it in if it cannot be managed."),
            )
        ),
        "block",
        "What to do with a client without a certificate.",
        since=(7, 6, 1),
        when=CLIENT_CERT,
    ),
    Option(
        "user-agent-detect",
        SWITCH,
        "enable",
        "Find out about devices by their browsers.",
        since=(7, 6, 1),
        when=CLIENT_CERT,
    ),
    Option(
        "client-cert", SWITCH, "enable", "Ask for a certificate.", since=(7, 6, 1), when=When("type", ("access-proxy",))
    ),
    Table(
        path=("realservers",),
        help="Servers.",
        key=Option("id", COUNT, help="Number of the entry."),
        options=(
            Option(
                "type",
                Choice((Value("ip", "By its address."), Value("address", "By an address object."))),
                "ip",
                "How the server is given.",
            ),
            Option("ip", Ipv4Any(), NO_ADDRESS, "Address of the server.", when=When("type", ("ip",))),
            Option("port", Integer(0, 65535), "0", "Port of the server."),
            Option(
                "status",
                Choice(
                    (
                        Value("active", "It gets sessions."),
                        Value("standby", "It gets sessions when no active one can."),
                        Value("disable", "It gets none."),
                    )
                ),
                "active",
                "What the server is used for.",
            ),
            Option("weight", Integer(1, 255), "1", "Share of the sessions."),
            Option("holddown-interval", Integer(30, 65535), "300", "Seconds until a server that came back is used."),
            Option(
                "healthcheck",
                Choice((Value("disable", "No."), Value("enable", "Yes."), Value("vip", "As in the virtual IP."))),
                "vip",
                "Check whether the server is alive.",
            ),
            Option("http-host", String(63), help="Host name of the requests for this server."),
            Option("translate-host", SWITCH, "enable", "Put the name of the server into the request.", since=(7, 2, 4)),
            Option(
                "max-connections", Integer(0, 2147483647), "0", "Connections that the server takes (0 = any number)."
            ),
            Option("monitor", Names(79), (), "Health checks."),
            Option("client-ip", AsTyped(), help="Addresses of clients it is for."),
            Option("verify-cert", SWITCH, "enable", "Check the certificate of the server.", since=(7, 6, 3)),
            Option(
                "address",
                String(79),
                help="Address object.",
                when=When("type", ("address",)),
                refers_to=(("firewall", "address"),),
            ),
        ),
        when=When("type", ("server-load-balance",)),
    ),
)
