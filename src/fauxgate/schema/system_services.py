"""`system dns` and `system ntp`.

Source: fortios-cli.md 9.2, releases 9.1 (ANS); both print in schema order without exception (2.3).
"""

from fauxgate.schema.shared import (
    CERTIFICATES,
    COUNT,
    FACTORY_CERTIFICATES,
    INTERFACE_SELECT_METHOD,
    INTERFACES,
    NO_ADDRESS,
    SWITCH,
    VRF,
)
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Address,
    Ipv6Address,
    Names,
    Object,
    Option,
    Password,
    String,
    Table,
    Value,
    When,
)

SPECIFIED = When("interface-select-method", ("specify",))

OUTGOING = (
    Option("interface-select-method", INTERFACE_SELECT_METHOD, "auto", "How the outgoing interface is chosen."),
    Option("interface", String(15), help="Outgoing interface.", when=SPECIFIED, refers_to=INTERFACES),
    Option("vrf-select", VRF, "0", "VRF of the outgoing traffic.", since=(7, 6, 1)),
)

PRIMARY = "Address of the first DNS server."

SECONDARY = "Address of the second DNS server."

# The addresses of new units changed after 7.0 (fortios-cli.md 9.2).
SERVERS = (
    Option("primary", Ipv4Address(), NO_ADDRESS, PRIMARY, until=(7, 0, 99), factory="208.91.112.53"),
    Option("primary", Ipv4Address(), NO_ADDRESS, PRIMARY, since=(7, 2, 0), factory="96.45.45.45"),
    Option("secondary", Ipv4Address(), NO_ADDRESS, SECONDARY, until=(7, 0, 99), factory="208.91.112.52"),
    Option("secondary", Ipv4Address(), NO_ADDRESS, SECONDARY, since=(7, 2, 0), factory="96.45.46.46"),
)

PROTOCOL = Choices(
    (
        Value("cleartext", "DNS without encryption."),
        Value("dot", "DNS over TLS."),
        Value("doh", "DNS over HTTPS."),
    )
)

SERVER_SELECT_METHOD = Choice(
    (
        Value("least-rtt", "The server that answers fastest."),
        Value("failover", "The first server that answers."),
    )
)

LOG = Choice(
    (
        Value("disable", "Log nothing."),
        Value("error", "Log failures."),
        Value("all", "Log everything."),
    )
)

DNS = Object(
    path=("system", "dns"),
    help="DNS servers and the cache of their answers.",
    is_global=True,
    options=(
        *SERVERS,
        Option("protocol", PROTOCOL, ("cleartext",), "How the servers are asked.", since=(7, 0, 0)),
        Option(
            "dns-over-tls",
            Choice((Value("disable", "Never."), Value("enable", "If possible."), Value("enforce", "Always."))),
            "disable",
            "Whether the servers are asked by TLS.",
            until=(6, 4, 99),
        ),
        Option(
            "ssl-certificate",
            String(35),
            "Fortinet_Factory",
            "Certificate to show to the servers.",
            refers_to=CERTIFICATES,
            also=FACTORY_CERTIFICATES,
        ),
        Option("server-hostname", Names(127), (), "Names that the servers' certificates may bear."),
        Option("domain", Names(127), (), "Domains to search for short names."),
        Option("ip6-primary", Ipv6Address(), "::", "IPv6 address of the first DNS server."),
        Option("ip6-secondary", Ipv6Address(), "::", "IPv6 address of the second DNS server."),
        Option("timeout", Integer(1, 10), "5", "Seconds to wait for an answer."),
        Option("retry", Integer(0, 5), "2", "How often to ask again."),
        Option("dns-cache-limit", COUNT, "5000", "Answers that the cache holds."),
        Option("dns-cache-ttl", Integer(60, 86400), "1800", "Seconds that the cache holds an answer."),
        Option("cache-notfound-responses", SWITCH, "disable", "Hold answers that a name does not exist."),
        Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to ask from."),
        Option("source-ip-interface", String(15), help="Interface to ask from.", since=(7, 6, 1), refers_to=INTERFACES),
        Option("root-servers", Names(39), (), "Addresses of root servers.", since=(7, 6, 0)),
        *OUTGOING,
        Option("server-select-method", SERVER_SELECT_METHOD, "least-rtt", "Which server is asked.", since=(7, 0, 1)),
        Option("alt-primary", Ipv4Address(), NO_ADDRESS, "Address of the first one in reserve.", since=(7, 0, 1)),
        Option("alt-secondary", Ipv4Address(), NO_ADDRESS, "Address of the second one in reserve.", since=(7, 0, 1)),
        Option("log", LOG, "disable", "Which requests are logged.", since=(7, 0, 1)),
        Option("fqdn-cache-ttl", Integer(0, 86400), "0", "Seconds that addresses are held.", since=(7, 2, 1)),
        Option("fqdn-max-refresh", Integer(3600, 86400), "3600", "Most seconds between requests.", since=(7, 4, 0)),
        Option("fqdn-min-refresh", Integer(10, 3600), "60", "Fewest seconds between requests.", since=(7, 2, 1)),
        Option("hostname-ttl", Integer(60, 86400), "86400", "Seconds that names are held.", since=(7, 6, 0)),
        Option("hostname-limit", Integer(0, 50000), "5000", "Names that are held.", since=(7, 6, 0)),
    ),
)

KEY_TYPE = Choice(
    (
        Value("MD5", "MD5."),
        Value("SHA1", "SHA-1."),
        Value("SHA256", "SHA-256.", since=(7, 4, 4)),
    )
)

AUTHENTICATED = When("authentication", ("enable",))


def _authentication(when: When | None) -> tuple[Option, ...]:
    return (
        Option("authentication", SWITCH, "disable", "Sign the messages.", when=when),
        Option("key-type", KEY_TYPE, "MD5", "Algorithm of the signatures.", when=AUTHENTICATED),
        Option("key", Password(64), help="Key of the signatures.", when=AUTHENTICATED, secret=True),
        Option("key-id", COUNT, "0", "Number of the key.", when=AUTHENTICATED),
    )


IP_TYPE = Choice(
    (
        Value("IPv6", "IPv6 addresses."),
        Value("IPv4", "IPv4 addresses."),
        Value("Both", "Addresses of both kinds."),
    )
)

NTP_SERVER = Table(
    path=("ntpserver",),
    help="NTP servers of your own.",
    key=Option("id", Integer(), help="Number of the server."),
    options=(
        Option("server", String(63), help="Address or name of the server.", required=True),
        Option("ntpv3", SWITCH, "disable", "Use version 3 in place of 4."),
        *_authentication(None),
        Option("ip-type", IP_TYPE, "Both", "Which addresses of it are used.", since=(7, 4, 2)),
        *OUTGOING,
    ),
    when=When("type", ("custom",)),
)

NTP = Object(
    path=("system", "ntp"),
    help="Time from servers, and for others.",
    is_global=True,
    options=(
        Option("ntpsync", SWITCH, "disable", "Take the time from servers.", factory="enable"),
        Option(
            "type",
            Choice((Value("fortiguard", "FortiGuard servers."), Value("custom", "Servers of your own."))),
            "fortiguard",
            "Which servers.",
        ),
        Option("syncinterval", Integer(1, 1440), "60", "Minutes between requests."),
        NTP_SERVER,
        Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to ask from."),
        Option("source-ip6", Ipv6Address(), "::", "IPv6 address to ask from."),
        Option("server-mode", SWITCH, "disable", "Give the time to others."),
        *_authentication(When("server-mode", ("enable",))),
        Option(
            "interface",
            Names(79),
            (),
            "Interfaces where others may ask.",
            when=When("server-mode", ("enable",)),
            refers_to=INTERFACES,
        ),
    ),
)
