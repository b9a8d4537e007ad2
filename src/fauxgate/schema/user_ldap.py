"""`user ldap`.

Source: the print order in fortios-cli.md 9.2, which is schema order; limits and defaults: 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import (
    AUTHORITIES,
    CERTIFICATES,
    FACTORY_AUTHORITIES,
    FACTORY_CERTIFICATES,
    INTERFACE_SELECT_METHOD,
    INTERFACES,
    PORT,
    SSL_VERSION,
    SWITCH,
    VRF,
)
from fauxgate.schema.types import Choice, Choices, Integer, Name, Option, Password, String, Table, Value, When
from fauxgate.schema.user_local import CLOUD, CLOUD_METHOD, CLOUD_NOTICE

TYPE = Choice(
    (
        Value("simple", "By the name of the user, without a search."),
        Value("anonymous", "Search without a name."),
        Value("regular", "Search with a name and a password."),
    )
)

SECURE = Choice(
    (
        Value("disable", "Without TLS."),
        Value("starttls", "With TLS from the first request on."),
        Value("ldaps", "With TLS from the start."),
    )
)

MEMBER_CHECK = Choice(
    (
        Value("user-attr", "By an attribute of the user."),
        Value("group-object", "By the object of the group."),
        Value("posix-group-object", "By the POSIX object of the group."),
    )
)

KEY_PROCESSING = Choice(
    (
        Value("same", "As it is."),
        Value("strip", "Without the domain."),
    )
)

KEY_FIELD = Choice(
    (
        Value("othername", "The other name."),
        Value("rfc822name", "The e-mail address."),
        Value("dnsname", "The domain name."),
        Value("cn", "The common name.", since=(7, 4, 4)),
    )
)

SEARCHED = When("type", ("regular",))

TLS = When("secure", ("starttls", "ldaps"))

BY_USER = When("group-member-check", ("user-attr",))

BY_GROUP = When("group-member-check", ("group-object", "posix-group-object"))

SPECIFIED = When("interface-select-method", ("specify",))

# The filters that are used unless others are set (HFX).
GROUP_FILTER = "(&(objectcategory=group)(member=*))"
KEY_FILTER = "(&(userPrincipalName=%s)(!(UserAccountControl:1.2.840.113556.1.4.803:=2)))"

SEARCH = (
    Option("cnid", String(20), "cn", "Attribute that has the name of a user."),
    Option("dn", String(511), help="Where users are looked for."),
    Option("type", TYPE, "simple", "How users are looked for."),
    Option(
        "two-factor",
        Choice((Value("disable", "The password is enough."), Value("fortitoken-cloud", "FortiToken Cloud."))),
        "disable",
        "What is asked for besides the password.",
    ),
    Option("two-factor-authentication", CLOUD_METHOD, "", "What FortiToken Cloud asks for.", when=CLOUD),
    Option("two-factor-notification", CLOUD_NOTICE, "", "How FortiToken Cloud tells the user.", when=CLOUD),
    Option("two-factor-filter", String(2047), help="Users of FortiToken Cloud.", since=(7, 2, 1), when=CLOUD),
    Option("username", String(511), help="Name to search with.", when=SEARCHED),
    Option("password", Password(128), help="Password to search with.", when=SEARCHED, secret=True),
    Option("group-member-check", MEMBER_CHECK, "user-attr", "How members of a group are found."),
    Option("group-search-base", String(511), help="Where groups are looked for.", when=BY_GROUP),
    Option("group-object-filter", String(2047), GROUP_FILTER, "Filter for groups.", when=BY_GROUP),
    Option("group-filter", String(2047), help="Filter for groups of a user.", when=BY_USER),
)

CONNECTION = (
    Option("secure", SECURE, "disable", "How the connection is protected."),
    Option("ssl-min-proto-version", SSL_VERSION, "default", "Oldest protocol.", when=TLS),
    Option(
        "ca-cert",
        String(79),
        help="Authority of the server.",
        when=TLS,
        refers_to=AUTHORITIES,
        also=FACTORY_AUTHORITIES,
    ),
    Option("port", PORT, "389", "Port of the server."),
)

LDAP = Table(
    path=("user", "ldap"),
    help="LDAP servers.",
    key=Option("name", Name(35), help="Name of the entry."),
    options=(
        Option("server", String(63), help="Address or name of the server.", required=True),
        Option("secondary-server", String(63), help="Second server."),
        Option("tertiary-server", String(63), help="Third server."),
        Option("status-ttl", Integer(0, 600), "300", "Seconds before a lost server is asked again.", since=(7, 4, 4)),
        Option("server-identity-check", SWITCH, "enable", "Compare the server's name with its certificate."),
        Option("source-ip", String(63), help="Address to ask from."),
        Option("source-ip-interface", String(15), help="Interface to ask from.", since=(7, 6, 0), refers_to=INTERFACES),
        Option("source-port", Integer(0, 65535), "0", "Port to ask from.", since=(7, 0, 0)),
        *SEARCH,
        *CONNECTION,
        Option("password-expiry-warning", SWITCH, "disable", "Warn of passwords that expire."),
        Option("password-renewal", SWITCH, "disable", "Let users change their password."),
        Option("member-attr", String(63), "memberOf", "Attribute that has the groups of a user."),
        Option("account-key-processing", KEY_PROCESSING, "same", "How names of certificates are used."),
        Option("account-key-upn-san", KEY_FIELD, "othername", "Name of it.", since=(7, 2, 4), until=(7, 4, 0)),
        Option("account-key-cert-field", KEY_FIELD, "othername", "Name of a certificate.", since=(7, 4, 1)),
        Option("account-key-filter", String(2047), KEY_FILTER, "Filter for names of certificates."),
        Option("search-type", Choices((Value("recursive", "Groups of groups too."),)), (), "How groups are searched."),
        Option("client-cert-auth", SWITCH, "disable", "Show a certificate to the server.", since=(7, 2, 0)),
        Option(
            "client-cert",
            String(79),
            help="Certificate to show to the server.",
            since=(7, 2, 0),
            when=When("client-cert-auth", ("enable",)),
            refers_to=CERTIFICATES,
            also=FACTORY_CERTIFICATES,
        ),
        Option("obtain-user-info", SWITCH, "enable", "Read more about users."),
        Option(
            "user-info-exchange-server",
            String(35),
            help="Exchange server that knows users.",
            refers_to=(("user", "exchange"),),
        ),
        Option("interface-select-method", INTERFACE_SELECT_METHOD, "auto", "How the outgoing interface is chosen."),
        Option("interface", String(15), help="Outgoing interface.", when=SPECIFIED, refers_to=INTERFACES),
        Option("vrf-select", VRF, "0", "VRF of the outgoing traffic.", since=(7, 6, 1)),
        Option("antiphish", SWITCH, "disable", "Recognize passwords that are given away.", since=(7, 0, 0)),
        Option(
            "password-attr",
            String(35),
            "userPassword",
            "Attribute that has the password.",
            since=(7, 0, 0),
            when=When("antiphish", ("enable",)),
        ),
    ),
    quiet=True,
)
