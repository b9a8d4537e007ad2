"""`user radius`.

Source: fortios-cli.md 9.1 (ANS, HFX) and 9.3; print order: schema order.
"""

from fauxgate.schema.shared import (
    AUTHORITIES,
    CERTIFICATES,
    FACTORY_AUTHORITIES,
    FACTORY_CERTIFICATES,
    INTERFACE_SELECT_METHOD,
    INTERFACES,
    NO_ADDRESS,
    SSL_VERSION,
    SWITCH,
    VRF,
)
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Address,
    Name,
    Names,
    Option,
    Password,
    String,
    Table,
    Value,
    When,
)
from fauxgate.schema.user_ldap import KEY_FIELD, KEY_PROCESSING
from fauxgate.schema.user_radius_accounts import ACCOUNTS

AUTH_TYPE = Choice(
    (
        Value("auto", "PAP, MS-CHAP v2 and CHAP, one after the other."),
        Value("ms_chap_v2", "MS-CHAP v2."),
        Value("ms_chap", "MS-CHAP."),
        Value("chap", "CHAP."),
        Value("pap", "PAP."),
    )
)

NAS_ID_TYPE = Choice(
    (
        Value("legacy", "As in older releases."),
        Value("custom", "A name that is set."),
        Value("hostname", "The name of the unit."),
    )
)

STATION_ID_TYPE = Choice(
    (
        Value("legacy", "As in older releases."),
        Value("IP", "An address."),
        Value("MAC", "A MAC address."),
    )
)

DELIMITER = Choice(
    (
        Value("hyphen", "A hyphen after each two digits."),
        Value("single-hyphen", "A hyphen in the middle."),
        Value("colon", "A colon after each two digits."),
        Value("none", "Nothing."),
    )
)

SERVICE_TYPE = Choices(
    (
        Value("login", "Login."),
        Value("framed", "Framed."),
        Value("callback-login", "Login with a call back."),
        Value("callback-framed", "Framed with a call back."),
        Value("outbound", "Outbound."),
        Value("administrative", "Administration."),
        Value("nas-prompt", "Prompt."),
        Value("authenticate-only", "Authentication only."),
        Value("callback-nas-prompt", "Prompt with a call back."),
        Value("call-check", "Check of a call."),
        Value("callback-administrative", "Administration with a call back."),
    )
)

TRANSPORT = Choice(
    (
        Value("udp", "UDP."),
        Value("tcp", "TCP."),
        Value("tls", "TLS over TCP."),
    )
)

SPECIFIED = When("interface-select-method", ("specify",))

TLS = When("transport-protocol", ("tls",))

# Inferred: a server may be missing where only accounting is listened to.
SERVERS = (
    Option("server", String(63), help="Address or name of the server."),
    Option("secret", Password(128), help="Secret shared with the server.", secret=True),
    Option("secondary-server", String(63), help="Second server."),
    Option("secondary-secret", Password(128), help="Secret shared with the second server.", secret=True),
    Option("tertiary-server", String(63), help="Third server."),
    Option("tertiary-secret", Password(128), help="Secret shared with the third server.", secret=True),
    Option("timeout", Integer(1, 300), "5", "Seconds to wait for an answer."),
    Option("status-ttl", Integer(0, 600), "300", "Seconds before a lost server is asked again.", since=(7, 4, 0)),
    Option("all-usergroup", SWITCH, "disable", "Belong to every group of users."),
    Option("use-management-vdom", SWITCH, "disable", "Ask from the virtual domain for management."),
    Option("switch-controller-nas-ip-dynamic", SWITCH, "disable", "Find out the address.", since=(7, 4, 2)),
)

IDENTITY = (
    Option("nas-ip", Ipv4Address(), NO_ADDRESS, "Address that the server is told."),
    Option("nas-id-type", NAS_ID_TYPE, "legacy", "Which name the server is told.", since=(7, 2, 4)),
    Option("call-station-id-type", STATION_ID_TYPE, "legacy", "How stations are named.", since=(7, 4, 1)),
    Option("nas-id", String(255), help="The name.", since=(7, 2, 4), when=When("nas-id-type", ("custom",))),
    # Inferred: 0 is good besides the stated range and means none.
    Option("acct-interim-interval", Integer(0, 86400), "0", "Seconds between reports on a session."),
    Option("radius-coa", SWITCH, "disable", "Let the server change a session."),
    Option("radius-port", Integer(0, 65535), "0", "Port of the server; 0 is that of the global settings."),
    Option("h3c-compatibility", SWITCH, "disable", "Talk to servers of H3C."),
    Option("auth-type", AUTH_TYPE, "auto", "How passwords are sent."),
    Option("source-ip", String(63), help="Address to ask from."),
    Option("source-ip-interface", String(15), help="Interface to ask from.", since=(7, 6, 0), refers_to=INTERFACES),
    Option("username-case-sensitive", SWITCH, "disable", "Tell small letters from capitals in names."),
    Option(
        "group-override-attr-type",
        Choice((Value("filter-Id", "Filter-Id."), Value("class", "Class."))),
        "",
        "Attribute that has the group.",
    ),
    Option("class", Names(79), (), "Values of the attribute Class."),
    Option("password-renewal", SWITCH, "enable", "Let users change their password."),
    Option("require-message-authenticator", SWITCH, "enable", "Require signed answers.", since=(7, 6, 1)),
    Option(
        "password-encoding",
        Choice((Value("auto", "As it is typed."), Value("ISO-8859-1", "ISO 8859-1."))),
        "auto",
        "Characters of passwords.",
    ),
    Option("mac-username-delimiter", DELIMITER, "hyphen", "How MAC addresses are written.", since=(7, 2, 1)),
    Option("mac-password-delimiter", DELIMITER, "hyphen", "The same as passwords.", since=(7, 2, 1)),
    Option(
        "mac-case",
        Choice((Value("uppercase", "In capitals."), Value("lowercase", "In small letters."))),
        "lowercase",
        "Letters of MAC addresses.",
        since=(7, 2, 1),
    ),
    Option("acct-all-servers", SWITCH, "disable", "Report to all servers."),
    Option("switch-controller-acct-fast-framedip-detect", Integer(2, 600), "2", "Seconds to find an address."),
    Option("switch-controller-service-type", SERVICE_TYPE, (), "Services of switches."),
)

SECURITY = (
    Option("transport-protocol", TRANSPORT, "udp", "How the server is reached.", since=(7, 4, 0)),
    Option("tls-min-proto-version", SSL_VERSION, "default", "Oldest protocol.", since=(7, 4, 0), when=TLS),
    Option(
        "ca-cert",
        String(79),
        help="Authority of the server.",
        since=(7, 4, 0),
        when=TLS,
        refers_to=AUTHORITIES,
        also=FACTORY_AUTHORITIES,
    ),
    Option(
        "client-cert",
        String(79),
        help="Certificate to show to the server.",
        since=(7, 4, 0),
        when=TLS,
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option("server-identity-check", SWITCH, "enable", "Compare names.", since=(7, 4, 0), when=TLS),
    Option("account-key-processing", KEY_PROCESSING, "same", "How names are used.", since=(7, 4, 1)),
    Option("account-key-cert-field", KEY_FIELD, "othername", "Name of a certificate.", since=(7, 4, 1)),
)

ACCOUNTING_SERVER = Table(
    path=("accounting-server",),
    help="Further servers that are told of sessions.",
    key=Option("id", Integer(), help="Number of the server."),
    options=(
        Option("status", SWITCH, "disable", "Use the server."),
        Option("server", String(63), help="Address or name of the server.", required=True),
        Option("secret", Password(128), help="Secret shared with the server.", secret=True),
        Option("port", Integer(0, 65535), "0", "Port of the server."),
        Option("source-ip", String(63), help="Address to send from."),
        Option("interface-select-method", INTERFACE_SELECT_METHOD, "auto", "How the outgoing interface is chosen."),
        Option("interface", String(15), help="Outgoing interface.", when=SPECIFIED, refers_to=INTERFACES),
        Option("vrf-select", VRF, "0", "VRF of the outgoing traffic.", since=(7, 6, 1)),
    ),
)

RADIUS = Table(
    path=("user", "radius"),
    help="RADIUS servers.",
    key=Option("name", Name(35), help="Name of the entry."),
    options=(
        *SERVERS,
        *IDENTITY,
        Option("interface-select-method", INTERFACE_SELECT_METHOD, "auto", "How the outgoing interface is chosen."),
        Option("interface", String(15), help="Outgoing interface.", when=SPECIFIED, refers_to=INTERFACES),
        Option("vrf-select", VRF, "0", "VRF of the outgoing traffic.", since=(7, 6, 1)),
        *SECURITY,
        *ACCOUNTS,
        ACCOUNTING_SERVER,
    ),
    quiet=True,
)
