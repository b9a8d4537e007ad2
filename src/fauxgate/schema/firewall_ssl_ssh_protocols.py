"""What `firewall ssl-ssh-profile` says of each protocol.

Source: as `firewall_ssl_ssh_profile`. Inferred: published configurations print ports and status of a new profile too;
here they are defaults.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Object, Option, PortRange, Release, Value, When

ACTION = Choice((Value("allow", "Let the session through."), Value("block", "Block the session.")))

VERDICT = Choice(
    (
        Value("allow", "Let the session through."),
        Value("block", "Block the session."),
        Value("ignore", "Sign as if the certificate were good."),
    )
)

BY_CLIENT = Choice(
    (
        Value("bypass", "Do not inspect the session."),
        Value("inspect", "Inspect the session."),
        Value("block", "Block the session."),
    )
)

NAME_CHECK = Choice(
    (
        Value("enable", "Compare, and take the name of the certificate if they differ."),
        Value("strict", "Compare, and end the session if they differ."),
        Value("disable", "Do not compare."),
    )
)

VERSION = Choice(
    (
        Value("ssl-3.0", "SSL 3.0."),
        Value("tls-1.0", "TLS 1.0."),
        Value("tls-1.1", "TLS 1.1."),
        Value("tls-1.2", "TLS 1.2."),
        Value("tls-1.3", "TLS 1.3."),
    )
)

QUIC = (
    Option(
        "quic",
        Choice((Value("enable", "Inspect it."), Value("disable", "Do not inspect it."))),
        "enable",
        "What happens to QUIC.",
        since=(7, 4, 1),
        until=(7, 4, 1),
    ),
    Option(
        "quic",
        Choice((Value("inspect", "Inspect it."), Value("bypass", "Let it through."), Value("block", "Block it."))),
        "inspect",
        "What happens to QUIC.",
        since=(7, 4, 2),
    ),
    Option("udp-not-quic", ACTION, "allow", "What happens to other UDP at the ports.", since=(7, 6, 1)),
)

OFF = Value("disable", "Not at all.")

HANDSHAKE = Value("certificate-inspection", "The handshake only.")

FULL = Value("deep-inspection", "In full.")

INSPECTED = When("status", ("certificate-inspection", "deep-inspection"))

AFTER_HANDSHAKE = Option("proxy-after-tcp-handshake", SWITCH, "disable", "Begin after the handshake of TCP.")


def _ports(port: str) -> Option:
    return Option("ports", PortRange(1, 65535), port, "Ports.", when=INSPECTED)


def _status(*values: Value) -> Option:
    return Option("status", Choice(values), "deep-inspection", "How it is inspected.")


def _checks(client: str, condition: When) -> tuple[Option, ...]:
    return (
        Option("client-certificate", BY_CLIENT, client, "What to do when the server asks for a certificate."),
        Option("unsupported-ssl-version", ACTION, "block", "Sessions of other versions.", since=(7, 0, 1)),
        Option("unsupported-ssl-cipher", ACTION, "allow", "Sessions with other ciphers."),
        Option("unsupported-ssl-negotiation", ACTION, "allow", "Sessions whose negotiation is not understood."),
        Option("expired-server-cert", VERDICT, "block", "Servers with expired certificates.", when=condition),
        Option("revoked-server-cert", VERDICT, "block", "Servers with revoked certificates.", when=condition),
        Option("untrusted-server-cert", VERDICT, "allow", "Servers whose authority is not trusted.", when=condition),
        Option("cert-validation-timeout", VERDICT, "allow", "Servers whose check takes too long.", when=condition),
        Option("cert-validation-failure", VERDICT, "block", "Servers whose check fails.", when=condition),
        Option(
            "sni-server-cert-check",
            NAME_CHECK,
            "enable",
            "Compare the name asked for with the certificate.",
            when=condition,
        ),
    )


def _probe(condition: When, since: Release) -> tuple[Option, ...]:
    return (
        Option("cert-probe-failure", ACTION, "allow", "Servers that do not show it.", since=since, when=condition),
        Option(
            "encrypted-client-hello", ACTION, "block", "Sessions with a hidden name.", since=(7, 4, 4), when=condition
        ),
    )


LOWEST = Option("min-allowed-ssl-version", VERSION, "tls-1.1", "Lowest version.", since=(7, 0, 4))

ANY_PORT = When("inspect-all", ("certificate-inspection", "deep-inspection"))

SSL = Object(
    path=("ssl",),
    help="SSL at any port.",
    options=(
        Option("inspect-all", Choice((OFF, HANDSHAKE, FULL)), "disable", "Inspect all ports."),
        *_checks("bypass", ANY_PORT),
        *_probe(ANY_PORT, (7, 0, 1)),
        LOWEST,
    ),
)

HTTPS = Object(
    path=("https",),
    help="HTTPS.",
    options=(
        _ports("443"),
        _status(OFF, HANDSHAKE, FULL),
        *QUIC,
        AFTER_HANDSHAKE,
        *_checks("bypass", INSPECTED),
        *_probe(INSPECTED, (7, 0, 0)),
        LOWEST,
    ),
)

FTPS = Object(
    path=("ftps",),
    help="FTP over SSL.",
    options=(_ports("990"), _status(OFF, FULL), *_checks("bypass", INSPECTED), LOWEST),
)


def _mail(name: str, text: str, port: str) -> Object:
    return Object(
        path=(name,),
        help=text,
        options=(_ports(port), _status(OFF, FULL), AFTER_HANDSHAKE, *_checks("inspect", INSPECTED)),
    )


IMAPS = _mail("imaps", "IMAP over SSL.", "993")

POP3S = _mail("pop3s", "POP3 over SSL.", "995")

SMTPS = _mail("smtps", "SMTP over SSL.", "465")

SSH = Object(
    path=("ssh",),
    help="SSH.",
    options=(
        Option("ports", PortRange(1, 65535), "22", "Ports."),
        Option("status", Choice((OFF, FULL)), "disable", "How it is inspected."),
        Option("inspect-all", Choice((OFF, FULL)), "disable", "Inspect all ports."),
        AFTER_HANDSHAKE,
        Option(
            "unsupported-version",
            Choice((Value("bypass", "Do not inspect the session."), Value("block", "Block the session."))),
            "bypass",
            "Sessions of other versions.",
        ),
        Option("ssh-tun-policy-check", SWITCH, "disable", "Apply policies to tunnels in SSH."),
        Option(
            "ssh-algorithm",
            Choice((Value("compatible", "Any that are common."), Value("high-encryption", "Strong ones only."))),
            "compatible",
            "Algorithms to negotiate.",
        ),
    ),
)

DOT = Object(
    path=("dot",),
    help="DNS over TLS.",
    options=(
        Option("status", Choice((OFF, FULL)), "disable", "How it is inspected."),
        *QUIC,
        AFTER_HANDSHAKE,
        *_checks("bypass", INSPECTED),
    ),
    since=(7, 0, 0),
)
