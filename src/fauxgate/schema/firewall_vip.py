"""`firewall vip` and `firewall vipgrp`.

Source: limits, ranges and releases as public API clients state them; fortios-cli.md 9.3 for the certificates.
"""

from fauxgate.schema.firewall_shared import NO_UUID
from fauxgate.schema.firewall_vip_servers import SERVERS
from fauxgate.schema.firewall_vip_ssl import SSL_TO_CLIENTS
from fauxgate.schema.firewall_vip_web import WEB_OPTIONS
from fauxgate.schema.shared import (
    AUTHORITIES,
    CERTIFICATES,
    COUNT,
    FACTORY_CERTIFICATES,
    INTERFACES,
    NO_ADDRESS,
    SWITCH,
)
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Integer,
    Ipv4Any,
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

SSL_MODE_FULL = When("ssl-mode", ("full",))

SERVER_TYPE_HTTPS = When("server-type", ("https",))

SSL_HPKP_ENABLE_ETC = When("ssl-hpkp", ("enable", "report-only"))

SSL_HSTS = When("ssl-hsts", ("enable",))

TYPE_SERVER_LOAD_BALANCE = When("type", ("server-load-balance",))

NAT46 = When("nat46", ("enable",))

ONE_CLICK_GSLB_SERVER = When("one-click-gslb-server", ("enable",))

VIP = Table(
    path=("firewall", "vip"),
    help="Addresses that lead to servers behind the unit.",
    key=Option("name", Name(79), help="Name of the virtual IP."),
    options=(
        *SERVERS,
        *WEB_OPTIONS,
        *SSL_TO_CLIENTS,
        Option(
            "ssl-server-renegotiation",
            SWITCH,
            "enable",
            "Insist on secure renegotiation.",
            since=(7, 2, 4),
            when=SSL_MODE_FULL,
        ),
        Option(
            "ssl-server-session-state-type",
            Choice(
                (
                    Value("disable", "At once."),
                    Value("time", "After a time."),
                    Value("count", "After a number of others."),
                    Value("both", "After either."),
                )
            ),
            "both",
            "When sessions of servers are forgotten.",
            when=SSL_MODE_FULL,
        ),
        Option(
            "ssl-server-session-state-timeout",
            Integer(1, 14400),
            "60",
            "Minutes that sessions of servers are kept.",
            when=SSL_MODE_FULL,
        ),
        Option(
            "ssl-server-session-state-max",
            Integer(1, 10000),
            "100",
            "Number of sessions of servers that are kept.",
            when=SSL_MODE_FULL,
        ),
        Option(
            "ssl-http-location-conversion",
            SWITCH,
            "disable",
            "Put HTTPS for HTTP into redirections.",
            when=SERVER_TYPE_HTTPS,
        ),
        Option(
            "ssl-http-match-host", SWITCH, "enable", "Do so for the host of the request only.", when=SERVER_TYPE_HTTPS
        ),
        Option(
            "ssl-hpkp",
            Choice(
                (
                    Value("disable", "No."),
                    Value("enable", "Yes."),
                    Value("report-only", "Have mismatches reported only."),
                )
            ),
            "disable",
            "Tell clients which keys to expect (HPKP).",
            when=SERVER_TYPE_HTTPS,
        ),
        Option(
            "ssl-hpkp-primary",
            String(79),
            help="Certificate of the first key.",
            when=SSL_HPKP_ENABLE_ETC,
            refers_to=(*CERTIFICATES, *AUTHORITIES),
            also=FACTORY_CERTIFICATES,
        ),
        Option(
            "ssl-hpkp-backup",
            String(79),
            help="Certificate of the key in reserve.",
            when=SSL_HPKP_ENABLE_ETC,
            refers_to=(*CERTIFICATES, *AUTHORITIES),
            also=FACTORY_CERTIFICATES,
        ),
        Option(
            "ssl-hpkp-age",
            Integer(60, 157680000),
            "5184000",
            "Seconds that clients remember the keys.",
            when=SSL_HPKP_ENABLE_ETC,
        ),
        Option("ssl-hpkp-report-uri", String(255), help="Where mismatches are reported.", when=SSL_HPKP_ENABLE_ETC),
        Option("ssl-hpkp-include-subdomains", SWITCH, "disable", "For all subdomains too.", when=SSL_HPKP_ENABLE_ETC),
        Option("ssl-hsts", SWITCH, "disable", "Tell clients to use HTTPS only (HSTS).", when=SERVER_TYPE_HTTPS),
        Option("ssl-hsts-age", Integer(60, 157680000), "5184000", "Seconds that clients remember it.", when=SSL_HSTS),
        Option("ssl-hsts-include-subdomains", SWITCH, "disable", "For all subdomains too.", when=SSL_HSTS),
        Option("monitor", Names(79), (), "Health checks.", when=TYPE_SERVER_LOAD_BALANCE),
        Option(
            "max-embryonic-connections",
            Integer(0, 100000),
            "1000",
            "Connections that may be half open.",
            when=TYPE_SERVER_LOAD_BALANCE,
        ),
        Option("ipv6-mappedip", AsTyped(), help="IPv6 addresses inside.", since=(7, 0, 1), when=NAT46),
        Option(
            "ipv6-mappedport", PortRange(many=False), help="Ports at the IPv6 addresses.", since=(7, 0, 1), when=NAT46
        ),
        Option(
            "one-click-gslb-server",
            SWITCH,
            "disable",
            "Take part in global load balancing.",
            since=(7, 4, 2),
            when=TYPE_SERVER_LOAD_BALANCE,
        ),
        Option(
            "gslb-hostname",
            String(35),
            help="Host name for global load balancing.",
            since=(7, 4, 2),
            when=ONE_CLICK_GSLB_SERVER,
        ),
        Option(
            "gslb-domain-name",
            String(255),
            help="Domain for global load balancing.",
            since=(7, 4, 2),
            when=ONE_CLICK_GSLB_SERVER,
        ),
        Table(
            path=("gslb-public-ips",),
            help="Public addresses.",
            key=Option("index", COUNT, help="Number of the entry."),
            options=(Option("ip", Ipv4Any(), NO_ADDRESS, "Address.", since=(7, 4, 2)),),
            since=(7, 4, 2),
            when=ONE_CLICK_GSLB_SERVER,
        ),
        Option(
            "http-supported-max-version",
            Choice((Value("http1", "HTTP/1.1."), Value("http2", "HTTP/2."))),
            help="Highest version of HTTP.",
            since=(7, 2, 4),
            until=(7, 4, 0),
            when=When("server-type", ("http", "https")),
        ),
    ),
    quiet=True,
)

VIP_GROUP = Table(
    path=("firewall", "vipgrp"),
    help="Groups of virtual IPs.",
    key=Option("name", Name(79), help="Name of the group."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change."),
        Option("interface", String(35), help="Interface outside.", required=True, refers_to=INTERFACES),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Option("comments", String(255), help="Remarks about this group."),
        Option("member", Names(79), (), "Virtual IPs in the group.", required=True, refers_to=(("firewall", "vip"),)),
    ),
    quiet=True,
)
