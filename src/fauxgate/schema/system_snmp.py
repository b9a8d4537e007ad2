"""`system snmp sysinfo`, `mib-view`, `community` and `user`.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order.
"""

from fauxgate.schema.shared import INTERFACE_SELECT_METHOD, INTERFACES, NO_ADDRESS, PORT, SWITCH, VRF
from fauxgate.schema.system_snmp_events import COMMUNITY_EVENTS, EVENTS, USER_EVENTS
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Address,
    Ipv4Interface,
    Ipv6Address,
    Ipv6Prefix,
    Name,
    Names,
    Object,
    Option,
    Password,
    String,
    Table,
    Value,
    When,
)

PERCENT = Integer(1, 100)

SPECIFIED = When("interface-select-method", ("specify",))

SYSINFO = Object(
    path=("system", "snmp", "sysinfo"),
    help="What the unit tells about itself by SNMP.",
    options=(
        Option("status", SWITCH, "disable", "Answer by SNMP."),
        Option(
            "engine-id-type",
            Choice((Value("text", "A text."), Value("hex", "Hexadecimal digits."), Value("mac", "A MAC address."))),
            "text",
            "How the engine is named.",
            since=(7, 0, 1),
        ),
        Option("engine-id", String(54), help="Name of the engine."),
        Option("description", String(255), help="What the unit is."),
        Option("contact-info", String(255), help="Who looks after the unit."),
        Option("location", String(255), help="Where the unit stands."),
        Option("trap-high-cpu-threshold", PERCENT, "80", "Percent of the CPU that are reported."),
        Option("trap-low-memory-threshold", PERCENT, "80", "Percent of memory that are reported."),
        Option("trap-log-full-threshold", PERCENT, "90", "Percent of the log disk that are reported."),
        Option("trap-free-memory-threshold", PERCENT, "5", "Percent of free memory.", since=(7, 4, 2)),
        Option("trap-freeable-memory-threshold", PERCENT, "60", "Percent of freeable memory.", since=(7, 4, 2)),
        Option("append-index", SWITCH, "disable", "Append an index to names.", since=(7, 4, 4)),
        Option("non-mgmt-vdom-query", SWITCH, "disable", "Answer in every virtual domain.", since=(7, 6, 0)),
    ),
    is_global=True,
)

OUTGOING = (
    Option(
        "interface-select-method",
        INTERFACE_SELECT_METHOD,
        "auto",
        "How the outgoing interface is chosen.",
        since=(7, 6, 0),
    ),
    Option(
        "interface",
        String(15),
        help="Outgoing interface.",
        since=(7, 6, 0),
        when=SPECIFIED,
        refers_to=INTERFACES,
    ),
    Option("vrf-select", VRF, "0", "VRF of the outgoing traffic.", since=(7, 6, 1)),
)

HOST_TYPE = Choice(
    (
        Value("any", "It asks and is told."),
        Value("query", "It asks."),
        Value("trap", "It is told."),
    )
)

HOST = (
    Option("ha-direct", SWITCH, "disable", "Reach each unit of a cluster."),
    Option("host-type", HOST_TYPE, "any", "What the manager does."),
    *OUTGOING,
)

HOSTS = Table(
    path=("hosts",),
    help="Managers with IPv4 addresses.",
    key=Option("id", Integer(), help="Number of the manager."),
    options=(
        Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to send from."),
        Option("ip", Ipv4Interface(is_lone=True), "0.0.0.0 0.0.0.0", "Address or network of it.", required=True),
        *HOST,
    ),
)

HOSTS6 = Table(
    path=("hosts6",),
    help="Managers with IPv6 addresses.",
    key=Option("id", Integer(), help="Number of the manager."),
    options=(
        Option("source-ipv6", Ipv6Address(), "::", "Address to send from."),
        Option("ipv6", Ipv6Prefix(), "::/0", "Address or network of the manager.", required=True),
        *HOST,
    ),
)

VIEW = (
    Option(
        "mib-view",
        String(32),
        help="Part of the MIB that may be read.",
        since=(7, 2, 0),
        refers_to=(("system", "snmp", "mib-view"),),
    ),
    Option("vdoms", Names(79), (), "Virtual domains that may be read.", since=(7, 2, 0)),
)

COMMUNITY = Table(
    path=("system", "snmp", "community"),
    help="Communities of SNMP versions 1 and 2c.",
    key=Option("id", Integer(), help="Number of the community."),
    options=(
        Option("name", String(35), help="Name of the community.", required=True),
        Option("status", SWITCH, "enable", "Use the community."),
        HOSTS,
        HOSTS6,
        Option("query-v1-status", SWITCH, "enable", "Answer version 1."),
        Option("query-v1-port", PORT, "161", "Port for queries of version 1."),
        Option("query-v2c-status", SWITCH, "enable", "Answer version 2c."),
        Option("query-v2c-port", PORT, "161", "Port for queries of version 2c."),
        Option("trap-v1-status", SWITCH, "enable", "Send traps of version 1."),
        Option("trap-v1-lport", PORT, "162", "Port that traps of version 1 come from."),
        Option("trap-v1-rport", PORT, "162", "Port that traps of version 1 go to."),
        Option("trap-v2c-status", SWITCH, "enable", "Send traps of version 2c."),
        Option("trap-v2c-lport", PORT, "162", "Port that traps of version 2c come from."),
        Option("trap-v2c-rport", PORT, "162", "Port that traps of version 2c go to."),
        Option("events", EVENTS, COMMUNITY_EVENTS, "Events that are reported."),
        *VIEW,
    ),
    is_global=True,
    quiet=True,
)

LEVEL = Choice(
    (
        Value("no-auth-no-priv", "Neither signed nor encrypted."),
        Value("auth-no-priv", "Signed."),
        Value("auth-priv", "Signed and encrypted."),
    )
)

SIGNATURES = Choice(
    (
        Value("md5", "MD5."),
        Value("sha", "SHA-1."),
        Value("sha224", "SHA-224."),
        Value("sha256", "SHA-256."),
        Value("sha384", "SHA-384."),
        Value("sha512", "SHA-512."),
    )
)

CIPHERS = Choice(
    (
        Value("aes", "AES128."),
        Value("des", "DES."),
        Value("aes256", "AES256."),
        Value("aes256cisco", "AES256 with the keys of another maker."),
    )
)

SIGNED = When("security-level", ("auth-no-priv", "auth-priv"))

ENCRYPTED = When("security-level", ("auth-priv",))

USER = Table(
    path=("system", "snmp", "user"),
    help="Users of SNMP version 3.",
    key=Option("name", Name(32), help="Name of the user."),
    options=(
        Option("status", SWITCH, "enable", "Use the user."),
        Option("trap-status", SWITCH, "enable", "Send traps."),
        Option("trap-lport", PORT, "162", "Port that traps come from."),
        Option("trap-rport", PORT, "162", "Port that traps go to."),
        Option("queries", SWITCH, "enable", "Answer queries."),
        Option("query-port", Integer(0, 65535), "161", "Port for queries."),
        Option("notify-hosts", Names(15), (), "Addresses that are told."),
        Option("notify-hosts6", Names(39), (), "IPv6 addresses that are told."),
        Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to send from."),
        Option("source-ipv6", Ipv6Address(), "::", "IPv6 address to send from."),
        Option("ha-direct", SWITCH, "disable", "Reach each unit of a cluster."),
        Option("events", EVENTS, USER_EVENTS, "Events that are reported."),
        *VIEW,
        Option("security-level", LEVEL, "no-auth-no-priv", "How messages are protected."),
        Option("auth-proto", SIGNATURES, "sha", "Algorithm of the signatures.", when=SIGNED),
        Option("auth-pwd", Password(128), help="Password of the signatures.", when=SIGNED, secret=True),
        Option("priv-proto", CIPHERS, "aes", "Algorithm of the encryption.", when=ENCRYPTED),
        Option("priv-pwd", Password(128), help="Password of the encryption.", when=ENCRYPTED, secret=True),
        *OUTGOING,
    ),
    is_global=True,
    quiet=True,
)

MIB_VIEW = Table(
    path=("system", "snmp", "mib-view"),
    help="Parts of the MIB.",
    key=Option("name", Name(32), help="Name of the part."),
    options=(
        Option("include", Names(79), (), "Subtrees that belong to it."),
        Option("exclude", Names(79), (), "Subtrees that do not."),
    ),
    since=(7, 2, 0),
    is_global=True,
    quiet=True,
)
