"""How clients of the SSL VPN connect and log in.

Source: see `vpn_ssl`.
"""

from fauxgate.schema.shared import CERTIFICATES, COUNT, FACTORY_CERTIFICATES, SWITCH
from fauxgate.schema.types import Choice, Choices, Integer, Option, String, Value

PROTOCOL = (
    Option("status", SWITCH, "enable", "Whether SSL VPN is used.", since=(7, 0, 1)),
    Option("reqclientcert", SWITCH, "disable", "Ask all users for a certificate."),
    Option(
        "ssl-max-proto-ver",
        Choice(
            (
                Value("tls1-0", "TLS 1.0."),
                Value("tls1-1", "TLS 1.1."),
                Value("tls1-2", "TLS 1.2."),
                Value("tls1-3", "TLS 1.3."),
            )
        ),
        "tls1-3",
        "Highest version of TLS.",
    ),
    Option(
        "ssl-min-proto-ver",
        Choice(
            (
                Value("tls1-0", "TLS 1.0."),
                Value("tls1-1", "TLS 1.1."),
                Value("tls1-2", "TLS 1.2."),
                Value("tls1-3", "TLS 1.3."),
            )
        ),
        "tls1-2",
        "Lowest version of TLS.",
    ),
    Option(
        "banned-cipher",
        Choices(
            (
                Value("RSA", "Keys by RSA."),
                Value("DHE", "Diffie-Hellman."),
                Value("ECDHE", "Diffie-Hellman on elliptic curves."),
                Value("DSS", "Signatures by DSS."),
                Value("ECDSA", "Signatures by ECDSA."),
                Value("AES", "AES."),
                Value("AESGCM", "AES-GCM."),
                Value("CAMELLIA", "Camellia."),
                Value("3DES", "Triple DES."),
                Value("SHA1", "HMAC of SHA-1."),
                Value("SHA256", "HMAC of SHA-256."),
                Value("SHA384", "HMAC of SHA-384."),
                Value("STATIC", "Static keys."),
                Value("CHACHA20", "ChaCha20.", since=(7, 0, 0)),
                Value("ARIA", "ARIA.", since=(7, 0, 0)),
                Value("AESCCM", "AES-CCM.", since=(7, 0, 0)),
            )
        ),
        (),
        "Ciphers that are not used.",
    ),
    Option(
        "ciphersuite",
        Choices(
            (
                Value("TLS-AES-128-GCM-SHA256", "AES-GCM of 128 bits."),
                Value("TLS-AES-256-GCM-SHA384", "AES-GCM of 256 bits."),
                Value("TLS-CHACHA20-POLY1305-SHA256", "ChaCha20."),
                Value("TLS-AES-128-CCM-SHA256", "AES-CCM of 128 bits."),
                Value("TLS-AES-128-CCM-8-SHA256", "AES-CCM of 128 bits, short tag."),
            )
        ),
        ("TLS-AES-128-GCM-SHA256", "TLS-AES-256-GCM-SHA384", "TLS-CHACHA20-POLY1305-SHA256"),
        "Ciphers of TLS 1.3.",
        since=(7, 0, 0),
    ),
    Option("ssl-insert-empty-fragment", SWITCH, "enable", "Send empty fragments against attacks on CBC."),
    Option("https-redirect", SWITCH, "disable", "Send HTTP to HTTPS."),
    Option("x-content-type-options", SWITCH, "enable", "Send the header X-Content-Type-Options."),
    Option("ssl-client-renegotiation", SWITCH, "disable", "Let clients renegotiate."),
    Option("force-two-factor-auth", SWITCH, "disable", "Let users in with two factors only."),
    Option("unsafe-legacy-renegotiation", SWITCH, "disable", "Allow renegotiation that is not secure."),
    Option(
        "servercert",
        String(35),
        help="Certificate to show to clients.",
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option(
        "algorithm",
        Choice(
            (
                Value("high", "High."),
                Value("medium", "High and medium."),
                Value("default", "The usual ones."),
                Value("low", "Any."),
            )
        ),
        "high",
        "Strength of the ciphers.",
    ),
    Option("idle-timeout", Integer(0, 259200), "300", "Seconds until an idle user is logged out (0 = never)."),
    Option("auth-timeout", Integer(0, 259200), "28800", "Seconds until a user must log in again (0 = never)."),
    Option("login-attempt-limit", COUNT, "2", "Failed logins until a user is blocked (0 = never)."),
    Option("login-block-time", COUNT, "60", "Seconds that a user is blocked."),
    Option("login-timeout", Integer(10, 180), "30", "Seconds that a login may take."),
    Option("dtls-hello-timeout", Integer(10, 60), "10", "Seconds to wait for the hello of DTLS."),
    Option(
        "dtls-heartbeat-idle-timeout", Integer(3, 10), "3", "Idle seconds until a heartbeat of DTLS.", since=(7, 4, 0)
    ),
    Option("dtls-heartbeat-interval", Integer(3, 10), "3", "Seconds between heartbeats of DTLS.", since=(7, 4, 0)),
    Option(
        "dtls-heartbeat-fail-count",
        Integer(3, 10),
        "3",
        "Missing heartbeats until the connection is dropped.",
        since=(7, 4, 0),
    ),
)
