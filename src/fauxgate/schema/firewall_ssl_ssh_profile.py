"""`firewall ssl-ssh-profile`.

Source: limits, ranges and releases as public API clients state them; print order as in a published full configuration
of 7.2; fortios-cli.md 9.3 for the certificates.
"""

from fauxgate.schema.firewall_shared import ADDRESSES
from fauxgate.schema.firewall_ssl_ssh_protocols import DOT, FTPS, HTTPS, IMAPS, POP3S, SMTPS, SSH, SSL
from fauxgate.schema.shared import CERTIFICATES, COUNT, FACTORY_CERTIFICATES, NO_ADDRESS, SWITCH
from fauxgate.schema.types import Choice, Integer, Ipv4Any, Name, Names, Option, String, Table, Value, When

EXEMPT = Table(
    path=("ssl-exempt",),
    help="Sites that are not inspected.",
    key=Option("id", Integer(0, 512), help="Number of the entry."),
    options=(
        Option(
            "type",
            Choice(
                (
                    Value("fortiguard-category", "A category of FortiGuard."),
                    Value("address", "An address object."),
                    Value("address6", "An IPv6 address object."),
                    Value("wildcard-fqdn", "A name with wildcards."),
                    Value("regex", "A regular expression."),
                )
            ),
            "fortiguard-category",
            "How the site is given.",
        ),
        Option(
            "fortiguard-category",
            Integer(0, 255),
            "0",
            "Number of the category.",
            when=When("type", ("fortiguard-category",)),
        ),
        Option(
            "address",
            String(79),
            help="Address object.",
            when=When("type", ("address",)),
            refers_to=ADDRESSES,
        ),
        Option("address6", String(79), help="IPv6 address object.", when=When("type", ("address6",))),
        Option("wildcard-fqdn", String(79), help="Name with wildcards.", when=When("type", ("wildcard-fqdn",))),
        Option("regex", String(255), help="Regular expression.", when=When("type", ("regex",))),
    ),
)

OUTER_SNI = Table(
    path=("ech-outer-sni",),
    help="Outer names of encrypted client hellos.",
    key=Option("name", Name(79), help="Name of the entry."),
    options=(Option("sni", String(255), help="Outer name."),),
    since=(7, 4, 4),
)

CLIENT_CERTIFICATE = Choice(
    (
        Value("bypass", "Do not inspect the session."),
        Value("inspect", "Inspect the session."),
        Value("block", "Block the session."),
    )
)

SSL_SERVER = Table(
    path=("ssl-server",),
    help="Servers with actions of their own.",
    key=Option("id", COUNT, help="Number of the entry."),
    options=(
        Option("ip", Ipv4Any(), NO_ADDRESS, "Address of the server."),
        *(
            Option(
                f"{protocol}-client-certificate",
                CLIENT_CERTIFICATE,
                "bypass",
                f"What to do when the server asks for a certificate, {name}.",
            )
            for protocol, name in (
                ("https", "HTTPS"),
                ("smtps", "SMTPS"),
                ("pop3s", "POP3S"),
                ("imaps", "IMAPS"),
                ("ftps", "FTPS"),
                ("ssl-other", "other SSL"),
            )
        ),
    ),
    when=When("use-ssl-server", ("enable",)),
)

RE_SIGN = When("server-cert-mode", ("re-sign",))

CERTIFICATE_OPTIONS = (
    Option(
        "server-cert-mode",
        Choice(
            (
                Value("re-sign", "Sign certificates of servers anew."),
                Value("replace", "Show a certificate of this unit."),
            )
        ),
        "re-sign",
        "Which certificate clients see.",
    ),
    Option(
        "caname",
        String(35),
        "Fortinet_CA_SSL",
        "Certificate that signs for trusted servers.",
        when=RE_SIGN,
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option(
        "untrusted-caname",
        String(35),
        "Fortinet_CA_Untrusted",
        "Certificate that signs for servers that are not trusted.",
        when=RE_SIGN,
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option(
        "server-cert",
        Names(79),
        (),
        "Certificates to show in place of the server's.",
        when=When("server-cert-mode", ("replace",)),
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
)

NOT_OTHERS = tuple((f"{protocol} status", "disable") for protocol in ("ftps", "imaps", "pop3s", "smtps"))

# Inferred: the first two exempt some categories and sites besides, which are left out here.
SSL_SSH_PROFILE = Table(
    path=("firewall", "ssl-ssh-profile"),
    help="How SSL and SSH sessions are inspected.",
    key=Option("name", Name(47), help="Name of the profile."),
    options=(
        Option("comment", String(255), help="Remarks about this profile."),
        SSL,
        HTTPS,
        FTPS,
        IMAPS,
        POP3S,
        SMTPS,
        SSH,
        DOT,
        Option("whitelist", SWITCH, "disable", "Skip hosts that FortiGuard trusts.", until=(6, 4, 99)),
        Option("allowlist", SWITCH, "disable", "Skip hosts that FortiGuard trusts.", since=(7, 0, 0)),
        Option(
            "block-blacklisted-certificates",
            SWITCH,
            "enable",
            "Block certificates that FortiGuard lists.",
            until=(6, 4, 99),
        ),
        Option(
            "block-blocklisted-certificates",
            SWITCH,
            "enable",
            "Block certificates that FortiGuard lists.",
            since=(7, 0, 0),
        ),
        EXEMPT,
        OUTER_SNI,
        *CERTIFICATE_OPTIONS,
        Option("ssl-exemption-ip-rating", SWITCH, "enable", "Rate addresses for exemptions too.", since=(7, 0, 6)),
        Option("ssl-exemptions-log", SWITCH, "disable", "Log exemptions.", until=(7, 0, 1)),
        Option("ssl-exemption-log", SWITCH, "disable", "Log exemptions.", since=(7, 0, 2)),
        Option("ssl-anomalies-log", SWITCH, "enable", "Log anomalies.", until=(7, 0, 1)),
        Option("ssl-anomaly-log", SWITCH, "enable", "Log anomalies.", since=(7, 0, 2)),
        Option("ssl-negotiation-log", SWITCH, "enable", "Log failed negotiations."),
        Option("ssl-server-cert-log", SWITCH, "disable", "Log certificates of servers.", since=(7, 0, 1)),
        Option("ssl-handshake-log", SWITCH, "disable", "Log handshakes.", since=(7, 0, 1)),
        Option("rpc-over-https", SWITCH, "disable", "Inspect RPC over HTTPS."),
        Option("mapi-over-https", SWITCH, "disable", "Inspect MAPI over HTTPS."),
        Option(
            "supported-alpn",
            Choice(
                (
                    Value("http1-1", "HTTP/1.1."),
                    Value("http2", "HTTP/2."),
                    Value("all", "All."),
                    Value("none", "None."),
                )
            ),
            "all",
            "Protocols that clients may choose by ALPN.",
            since=(7, 0, 0),
        ),
        Option("use-ssl-server", SWITCH, "disable", "Use the table of servers."),
        SSL_SERVER,
    ),
    factory=(
        ("deep-inspection", (("comment", "Read-only deep inspection profile."),)),
        ("custom-deep-inspection", (("comment", "Customizable deep inspection profile."),)),
        (
            "no-inspection",
            (("comment", "Read-only profile that does no inspection."), ("https status", "disable"), *NOT_OTHERS),
        ),
        (
            "certificate-inspection",
            (
                ("comment", "Read-only SSL handshake inspection profile."),
                ("https status", "certificate-inspection"),
                *NOT_OTHERS,
            ),
        ),
    ),
)
