"""How a virtual IP ends SSL: ciphers, versions and sessions.

Source: see `firewall_vip`.
"""

from fauxgate.schema.firewall_vip_ciphers import CIPHER
from fauxgate.schema.shared import CERTIFICATES, COUNT, FACTORY_CERTIFICATES, SWITCH
from fauxgate.schema.types import Choice, Choices, Integer, Names, Option, Table, Value, When

WITH_SSL = When("server-type", ("https", "ssl", "imaps", "pop3s", "smtps"))

SSL_MODE_FULL = When("ssl-mode", ("full",))

SSL_TO_CLIENTS = (
    Option(
        "ssl-mode",
        Choice((Value("half", "Between client and unit only."), Value("full", "On both sides."))),
        "half",
        "Where SSL ends.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-certificate",
        Names(79),
        (),
        "Certificate to show to clients.",
        when=WITH_SSL,
        required=True,
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option(
        "ssl-dh-bits",
        Choice(
            (
                Value("768", "768 bits."),
                Value("1024", "1024 bits."),
                Value("1536", "1536 bits."),
                Value("2048", "2048 bits."),
                Value("3072", "3072 bits."),
                Value("4096", "4096 bits."),
            )
        ),
        "2048",
        "Bits of the Diffie-Hellman key.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-algorithm",
        Choice(
            (
                Value("high", "High."),
                Value("medium", "High and medium."),
                Value("low", "Any."),
                Value("custom", "A list of your own."),
            )
        ),
        "high",
        "Strength of the ciphers for clients.",
        when=WITH_SSL,
    ),
    Table(
        path=("ssl-cipher-suites",),
        help="Ciphers for clients.",
        key=Option("priority", COUNT, help="Number of the entry."),
        options=(
            Option("cipher", CIPHER, help="Cipher.", required=True),
            Option(
                "versions",
                Choices(
                    (
                        Value("ssl-3.0", "SSL 3.0."),
                        Value("tls-1.0", "TLS 1.0."),
                        Value("tls-1.1", "TLS 1.1."),
                        Value("tls-1.2", "TLS 1.2."),
                        Value("tls-1.3", "TLS 1.3."),
                    )
                ),
                ("ssl-3.0", "tls-1.0", "tls-1.1", "tls-1.2", "tls-1.3"),
                "Versions of SSL and TLS that use it.",
            ),
        ),
        when=When("ssl-algorithm", ("custom",)),
    ),
    Option(
        "ssl-server-algorithm",
        Choice(
            (
                Value("high", "High."),
                Value("medium", "High and medium."),
                Value("low", "Any."),
                Value("custom", "A list of your own."),
                Value("client", "As for clients."),
            )
        ),
        "client",
        "Strength of the ciphers for servers.",
        when=SSL_MODE_FULL,
    ),
    Table(
        path=("ssl-server-cipher-suites",),
        help="Ciphers for servers.",
        key=Option("priority", COUNT, help="Number of the entry."),
        options=(
            Option("cipher", CIPHER, help="Cipher.", required=True),
            Option(
                "versions",
                Choices(
                    (
                        Value("ssl-3.0", "SSL 3.0."),
                        Value("tls-1.0", "TLS 1.0."),
                        Value("tls-1.1", "TLS 1.1."),
                        Value("tls-1.2", "TLS 1.2."),
                        Value("tls-1.3", "TLS 1.3."),
                    )
                ),
                ("ssl-3.0", "tls-1.0", "tls-1.1", "tls-1.2", "tls-1.3"),
                "Versions of SSL and TLS that use it.",
            ),
        ),
        when=When("ssl-server-algorithm", ("custom",)),
    ),
    Option(
        "ssl-pfs",
        Choice(
            (
                Value("require", "It must be used."),
                Value("deny", "It must not be used."),
                Value("allow", "It may be used."),
            )
        ),
        "require",
        "Perfect forward secrecy.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-min-version",
        Choice(
            (
                Value("ssl-3.0", "SSL 3.0."),
                Value("tls-1.0", "TLS 1.0."),
                Value("tls-1.1", "TLS 1.1."),
                Value("tls-1.2", "TLS 1.2."),
                Value("tls-1.3", "TLS 1.3."),
            )
        ),
        "tls-1.1",
        "Lowest version for clients.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-max-version",
        Choice(
            (
                Value("ssl-3.0", "SSL 3.0."),
                Value("tls-1.0", "TLS 1.0."),
                Value("tls-1.1", "TLS 1.1."),
                Value("tls-1.2", "TLS 1.2."),
                Value("tls-1.3", "TLS 1.3."),
            )
        ),
        "tls-1.3",
        "Highest version for clients.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-server-min-version",
        Choice(
            (
                Value("ssl-3.0", "SSL 3.0."),
                Value("tls-1.0", "TLS 1.0."),
                Value("tls-1.1", "TLS 1.1."),
                Value("tls-1.2", "TLS 1.2."),
                Value("tls-1.3", "TLS 1.3."),
                Value("client", "As for clients."),
            )
        ),
        "client",
        "Lowest version for servers.",
        when=SSL_MODE_FULL,
    ),
    Option(
        "ssl-server-max-version",
        Choice(
            (
                Value("ssl-3.0", "SSL 3.0."),
                Value("tls-1.0", "TLS 1.0."),
                Value("tls-1.1", "TLS 1.1."),
                Value("tls-1.2", "TLS 1.2."),
                Value("tls-1.3", "TLS 1.3."),
                Value("client", "As for clients."),
            )
        ),
        "client",
        "Highest version for servers.",
        when=SSL_MODE_FULL,
    ),
    Option(
        "ssl-accept-ffdhe-groups",
        SWITCH,
        "enable",
        "Accept the groups that clients name.",
        since=(7, 0, 4),
        when=WITH_SSL,
    ),
    Option("ssl-send-empty-frags", SWITCH, "enable", "Send empty fragments against attacks on CBC.", when=WITH_SSL),
    Option("ssl-client-fallback", SWITCH, "enable", "Guard against a forced lower version.", when=WITH_SSL),
    Option(
        "ssl-client-renegotiation",
        Choice(
            (Value("allow", "Allowed."), Value("deny", "Not allowed."), Value("secure", "Allowed if it is secure."))
        ),
        "secure",
        "Renegotiation by clients.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-client-session-state-type",
        Choice(
            (
                Value("disable", "At once."),
                Value("time", "After a time."),
                Value("count", "After a number of others."),
                Value("both", "After either."),
            )
        ),
        "both",
        "When sessions of clients are forgotten.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-client-session-state-timeout",
        Integer(1, 14400),
        "30",
        "Minutes that sessions of clients are kept.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-client-session-state-max",
        Integer(1, 10000),
        "1000",
        "Number of sessions of clients that are kept.",
        when=WITH_SSL,
    ),
    Option(
        "ssl-client-rekey-count",
        Integer(0, 1048576),
        "0",
        "Records until new keys are made (0 = never).",
        when=WITH_SSL,
    ),
)
