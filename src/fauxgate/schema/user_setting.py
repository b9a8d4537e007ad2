"""`user setting`: how users log in.

Source: fortios-cli.md 9.1 (ANS, HFX) and 9.3; print order: schema order.
"""

from fauxgate.schema.shared import CERTIFICATES, COUNT, FACTORY_CERTIFICATES, PORT, SSL_VERSION, SWITCH
from fauxgate.schema.types import Choice, Choices, Integer, Names, Object, Option, String, Table, Value, When

PROTOCOLS = (
    Value("http", "HTTP."),
    Value("https", "HTTPS."),
    Value("ftp", "FTP."),
    Value("telnet", "TELNET."),
)

NEWEST_SSL = Choice(
    (
        Value("sslv3", "SSL 3."),
        Value("tlsv1", "TLS 1.0."),
        Value("tlsv1-1", "TLS 1.1."),
        Value("tlsv1-2", "TLS 1.2."),
        Value("tlsv1-3", "TLS 1.3."),
    )
)

TIMEOUT_TYPE = Choice(
    (
        Value("idle-timeout", "Without traffic."),
        Value("hard-timeout", "With or without traffic."),
        Value("new-session", "When a new session begins."),
    )
)

AUTH_PORTS = Table(
    path=("auth-ports",),
    help="Further ports where users log in.",
    key=Option("id", Integer(), help="Number of the entry."),
    options=(
        Option("type", Choice(PROTOCOLS), "http", "Protocol."),
        Option("port", PORT, "1024", "Port."),
    ),
)

SETTING = Object(
    path=("user", "setting"),
    help="How users log in.",
    options=(
        Option("auth-type", Choices(PROTOCOLS), ("http", "https", "ftp", "telnet"), "Protocols to log in with."),
        Option(
            "auth-cert",
            String(35),
            help="Certificate of the login page.",
            factory="Fortinet_Factory",
            refers_to=CERTIFICATES,
            also=FACTORY_CERTIFICATES,
        ),
        Option(
            "auth-ca-cert",
            String(35),
            help="Authority for certificates that are made up.",
            refers_to=CERTIFICATES,
            also=FACTORY_CERTIFICATES,
        ),
        Option("auth-secure-http", SWITCH, "disable", "Lead users from HTTP to HTTPS."),
        Option("auth-http-basic", SWITCH, "disable", "Ask by HTTP itself instead of a page."),
        Option("auth-ssl-allow-renegotiation", SWITCH, "disable", "Allow renegotiation of TLS."),
        Option("auth-src-mac", SWITCH, "enable", "Know users by their MAC address too."),
        Option(
            "auth-on-demand",
            Choice((Value("always", "In any case."), Value("implicitly", "When no policy lets it pass."))),
            "implicitly",
            "When users are asked to log in.",
        ),
        Option("auth-timeout", Integer(1, 1440), "5", "Minutes until users must log in again."),
        Option("auth-timeout-type", TIMEOUT_TYPE, "idle-timeout", "How these minutes are counted."),
        Option("auth-portal-timeout", Integer(1, 30), "3", "Minutes that the login page waits."),
        Option(
            "radius-ses-timeout-act",
            Choice((Value("hard-timeout", "End the session."), Value("ignore-timeout", "Nothing."))),
            "hard-timeout",
            "What the time of a RADIUS server does.",
        ),
        Option("auth-blackout-time", Integer(0, 3600), "0", "Seconds that an address is locked out."),
        Option("auth-invalid-max", Integer(1, 100), "5", "Failures before a user is blocked."),
        Option("auth-lockout-threshold", Integer(1, 10), "3", "Failures before a user is locked out."),
        Option("auth-lockout-duration", COUNT, "0", "Seconds that a user is locked out."),
        Option("per-policy-disclaimer", SWITCH, "disable", "Show the disclaimer of each policy."),
        AUTH_PORTS,
        Option("auth-ssl-min-proto-version", SSL_VERSION, "default", "Oldest protocol of the login page."),
        Option("auth-ssl-max-proto-version", NEWEST_SSL, "", "Newest protocol of the login page.", since=(7, 0, 2)),
        Option(
            "auth-ssl-sigalgs",
            Choice((Value("no-rsa-pss", "All but RSA-PSS."), Value("all", "All."))),
            "all",
            "Signatures of the login page.",
            since=(7, 0, 2),
        ),
        Option(
            "default-user-password-policy",
            String(35),
            help="Rules for passwords.",
            since=(7, 4, 1),
            refers_to=(("user", "password-policy"),),
        ),
        Option("cors", SWITCH, "disable", "Allow requests of other pages.", since=(7, 6, 3)),
        Option(
            "cors-allowed-origins",
            Names(79),
            (),
            "Pages that are allowed.",
            since=(7, 6, 3),
            when=When("cors", ("enable",)),
        ),
    ),
)
