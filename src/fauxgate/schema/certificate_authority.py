"""Certificates without a private key: authorities, revocation lists, remote certificates, OCSP servers, HSM keys.

Source: fortios-certificates.md 3.2, 3.3 and 3.5.
"""

from fauxgate.schema.shared import CERTIFICATE, COUNT, NO_ADDRESS, RANGE, SOURCE, SWITCH
from fauxgate.schema.types import Choice, Ipv4Address, Name, Option, Password, Path, Pem, String, Table, Value, When

BUILT_IN = When("source", ("factory", "bundle"))

LAST_UPDATED = Option("last-updated", COUNT, "0", "When it was last changed.", read_only=True, restored=True)


def _origin(default_range: str) -> tuple[Option, Option]:
    return (
        Option("range", RANGE, default_range, "Who may use this certificate."),
        Option("source", SOURCE, "user", "Where this certificate came from."),
    )


def ca(path: Path, default_range: str, *, quiet: bool = False) -> Table:
    """The table of authorities that are trusted, at one of its two paths."""
    return Table(
        path=path,
        help="Certificates of authorities.",
        is_global=path[0] == "certificate",
        key=Option("name", Name(79), help="Name of the certificate."),
        options=(
            Option("ca", CERTIFICATE, help="Certificate of the authority in PEM."),
            *_origin(default_range),
            Option("ssl-inspection-trusted", SWITCH, "enable", "Trust this authority when inspecting SSL."),
            Option("scep-url", String(255), help="Where the SCEP server answers."),
            Option("est-url", String(255), help="Where the EST server answers.", since=(7, 4, 1)),
            Option("auto-update-days", COUNT, "0", "Days before expiry to ask for a new certificate (0 = off)."),
            Option("auto-update-days-warning", COUNT, "0", "Days before expiry to log a warning (0 = off)."),
            Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to send requests to the SCEP server from."),
            Option(
                "ca-identifier",
                String(255),
                help="Which of its authorities the SCEP server shall use.",
                since=(7, 0, 2),
            ),
            Option("obsolete", SWITCH, "disable", "No longer in use.", since=(7, 2, 1)),
            Option("fabric-ca", SWITCH, "disable", "Shared in the Security Fabric.", since=(7, 4, 4)),
            LAST_UPDATED,
        ),
        static=BUILT_IN,
        quiet=quiet,
    )


def crl(path: Path, default_range: str, *, quiet: bool = False) -> Table:
    """The table of revocation lists, at one of its two paths."""
    return Table(
        path=path,
        help="Certificate revocation lists.",
        is_global=path[0] == "certificate",
        key=Option("name", Name(35), help="Name of the revocation list."),
        options=(
            Option("crl", Pem(("X509 CRL",)), help="Revocation list in PEM."),
            *_origin(default_range),
            Option("update-vdom", String(31), "root", "Virtual domain that fetches the list."),
            Option("ldap-server", String(35), help="LDAP server that has the list."),
            Option("ldap-username", String(63), help="User name for the LDAP server."),
            Option("ldap-password", Password(128), help="Password for the LDAP server.", secret=True),
            Option("http-url", String(255), help="Where an HTTP server has the list."),
            Option("scep-url", String(255), help="Where a SCEP server has the list."),
            Option("scep-cert", String(35), "Fortinet_CA_SSL", "Local certificate to ask the SCEP server with."),
            Option("update-interval", COUNT, "0", "Seconds between updates (0 = when the list expires)."),
            Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to fetch the list from."),
            LAST_UPDATED,
        ),
        static=BUILT_IN,
        quiet=quiet,
    )


def remote(path: Path, default_range: str, *, quiet: bool = False) -> Table:
    """The table of other parties' certificates, at one of its two paths."""
    return Table(
        path=path,
        help="Certificates of other parties.",
        is_global=path[0] == "certificate",
        key=Option("name", Name(35), help="Name of the certificate."),
        options=(Option("remote", CERTIFICATE, help="Certificate in PEM."), *_origin(default_range)),
        static=BUILT_IN,
        quiet=quiet,
    )


OCSP_SERVER = Table(
    path=("vpn", "certificate", "ocsp-server"),
    help="Servers to ask whether a certificate is revoked.",
    key=Option("name", Name(35), help="Name of the OCSP server."),
    options=(
        Option("url", String(127), help="Where the server answers."),
        Option("cert", String(127), help="Certificate that signs its answers."),
        Option("secondary-url", String(127), help="Where the second server answers."),
        Option("secondary-cert", String(127), help="Certificate that signs the second server's answers."),
        Option(
            "unavail-action",
            Choice(
                (
                    Value("revoke", "Treat the certificate as revoked."),
                    Value("ignore", "Treat the certificate as good."),
                )
            ),
            "revoke",
            "What to do when the server does not answer.",
        ),
        Option("source-ip", String(63), help="Address to ask from."),
    ),
    quiet=True,
)

KEY_ALGORITHM = Choice(
    (
        Value("rsa-sign-pkcs1-2048-sha256", "RSA 2048 bits, PKCS#1 v1.5, SHA-256."),
        Value("rsa-sign-pkcs1-3072-sha256", "RSA 3072 bits, PKCS#1 v1.5, SHA-256."),
        Value("rsa-sign-pkcs1-4096-sha256", "RSA 4096 bits, PKCS#1 v1.5, SHA-256."),
        Value("rsa-sign-pkcs1-4096-sha512", "RSA 4096 bits, PKCS#1 v1.5, SHA-512."),
        Value("rsa-sign-pss-2048-sha256", "RSA 2048 bits, PSS, SHA-256."),
        Value("rsa-sign-pss-3072-sha256", "RSA 3072 bits, PSS, SHA-256."),
        Value("rsa-sign-pss-4096-sha256", "RSA 4096 bits, PSS, SHA-256."),
        Value("rsa-sign-pss-4096-sha512", "RSA 4096 bits, PSS, SHA-512."),
        Value("ec-sign-p256-sha256", "Elliptic curve P-256, SHA-256."),
        Value("ec-sign-p384-sha384", "Elliptic curve P-384, SHA-384."),
        Value("ec-sign-secp256k1-sha256", "Elliptic curve secp256k1, SHA-256."),
    )
)


def hsm_local(path: Path, default_range: str) -> Table:
    """The table of certificates whose key is in a hardware security module, at one of its two paths."""
    gch = When("vendor", ("gch",))
    return Table(
        path=path,
        help="Certificates whose key is in a hardware security module.",
        is_global=path[0] == "certificate",
        key=Option("name", Name(35), help="Name of the certificate."),
        options=(
            Option("comments", String(511), help="Remarks about this certificate."),
            Option(
                "vendor",
                Choice((Value("unknown", "Not known."), Value("gch", "Google Cloud HSM."))),
                "unknown",
                "Maker of the module.",
            ),
            Option(
                "api-version",
                Choice((Value("unknown", "Not known."), Value("gch-default", "The usual one of Google Cloud HSM."))),
                "unknown",
                "Version of the interface to the module.",
            ),
            Option("certificate", CERTIFICATE, help="Certificate in PEM."),
            *_origin(default_range),
            Option("gch-url", String(1024), help="Where the key is found.", when=gch, read_only=True),
            Option("gch-project", String(31), help="Project of the key.", when=gch),
            Option("gch-location", String(63), help="Location of the key.", when=gch),
            Option("gch-keyring", String(63), help="Key ring of the key.", when=gch),
            Option("gch-cryptokey", String(63), help="Name of the key.", when=gch),
            Option("gch-cryptokey-version", String(31), help="Version of the key.", when=gch),
            Option("gch-cloud-service-name", String(35), help="Cloud service that keeps the key.", when=gch),
            Option(
                "gch-cryptokey-algorithm",
                KEY_ALGORITHM,
                "rsa-sign-pkcs1-2048-sha256",
                "Algorithm of the key.",
                when=gch,
            ),
        ),
        since=(7, 6, 3),
        quiet=True,
    )
