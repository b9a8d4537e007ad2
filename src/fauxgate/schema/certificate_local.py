"""`vpn certificate local` and `certificate local`: certificates with a private key, and how each is renewed.

Source: fortios-certificates.md 3.1; the place of last-updated and the conditions: fortios-cli.md 7.3.
"""

from fauxgate.schema.shared import CERTIFICATE, COUNT, NO_ADDRESS, RANGE, SOURCE, SWITCH
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Address,
    Name,
    Option,
    Password,
    Path,
    Pem,
    String,
    Table,
    Text,
    Value,
    When,
)

PRIVATE_KEY = Pem(("ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"))

REQUEST = Pem(("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"))

# Inferred: the full form of a factory certificate leaves out everything that an enrollment protocol would use, so those
# options depend on the protocol. A full-configuration of an enrolled certificate would settle which depends on which.
SCEP = When("enroll-protocol", ("scep",))
CMP = When("enroll-protocol", ("cmpv2",))
ACME = When("enroll-protocol", ("acme2",))
EST = When("enroll-protocol", ("est",))
RENEWED = When("enroll-protocol", ("scep", "cmpv2", "est"))

NAME_ENCODING = Choice(
    (
        Value("printable", "PrintableString, the older encoding."),
        Value("utf8", "UTF8String."),
    )
)

LOCAL_ID_TYPE = Choice(
    (
        Value("asn1dn", "The subject of the certificate."),
        Value("fqdn", "A domain name."),
    )
)

ENROLL_PROTOCOL = Choice(
    (
        Value("none", "Not enrolled online."),
        Value("scep", "Simple Certificate Enrollment Protocol."),
        Value("cmpv2", "Certificate Management Protocol, version 2."),
        Value("acme2", "Automated Certificate Management Environment, version 2.", since=(7, 0, 0)),
        Value("est", "Enrollment over Secure Transport.", since=(7, 4, 1)),
    )
)

CMP_METHOD = Choice(
    (
        # The missing letter is the appliance's.
        Value("keyupate", "Ask with a key update request."),
        Value("renewal", "Ask with a new certification request."),
    )
)

EST_METHOD = Choice(
    (
        Value("create-new-key", "Make a new key each time."),
        Value("use-existing-key", "Keep the key."),
    )
)

BASICS = (
    Option("password", Password(128), help="Passphrase of the private key.", secret=True),
    Option("comments", String(511), help="Remarks about this certificate."),
    Option("private-key", PRIVATE_KEY, help="Private key in PEM, encrypted with the passphrase.", secret=True),
    Option("certificate", CERTIFICATE, help="Certificate in PEM."),
    Option("csr", REQUEST, help="Certificate signing request in PEM."),
    Option("state", Text(), help="How far the signing request has come.", read_only=True),
    Option("scep-url", String(255), help="Where the SCEP server answers.", when=SCEP),
)

RENEWAL = (
    Option(
        "auto-regenerate-days", COUNT, "0", "Days before expiry to ask for a new certificate (0 = off).", when=RENEWED
    ),
    Option("auto-regenerate-days-warning", COUNT, "0", "Days before expiry to log a warning (0 = off).", when=RENEWED),
    Option("scep-password", Password(128), help="Challenge password for the SCEP server.", when=SCEP, secret=True),
    Option("ca-identifier", String(255), help="Which of its authorities the SCEP server shall use.", when=SCEP),
    Option("name-encoding", NAME_ENCODING, "printable", "String type of names in requests for renewal.", when=RENEWED),
    Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to send enrollment requests from."),
    Option("ike-localid", String(63), help="Identity to use in IKE.", when=When("ike-localid-type", ("fqdn",))),
    Option("ike-localid-type", LOCAL_ID_TYPE, "asn1dn", "Kind of identity to use in IKE."),
    Option("enroll-protocol", ENROLL_PROTOCOL, "none", "How this certificate is enrolled and renewed."),
    Option(
        "private-key-retain", SWITCH, "disable", "Keep the private key at a SCEP renewal.", since=(7, 2, 1), when=SCEP
    ),
)

CMP_OPTIONS = (
    Option("cmp-server", String(63), help="Address and port of the CMP server.", when=CMP),
    Option("cmp-path", String(255), help="Path at the CMP server.", when=CMP),
    Option("cmp-server-cert", String(79), help="Certificate of the CMP server.", when=CMP),
    Option("cmp-regeneration-method", CMP_METHOD, "keyupate", "How a CMP renewal asks.", when=CMP),
)

ACME_OPTIONS = (
    Option(
        "acme-ca-url",
        String(255),
        "https://acme-v02.api.letsencrypt.org/directory",
        "Directory of the ACME server.",
        since=(7, 0, 0),
        when=ACME,
    ),
    Option("acme-domain", String(255), help="Domain name that resolves to this unit.", since=(7, 0, 0), when=ACME),
    Option("acme-email", String(255), help="Contact address for the ACME server.", since=(7, 0, 0), when=ACME),
    Option("acme-eab-key-id", String(255), help="Key name of the external account.", since=(7, 6, 3), when=ACME),
    Option(
        "acme-eab-key-hmac",
        Password(128),
        help="Key of the external account.",
        since=(7, 6, 3),
        when=ACME,
        secret=True,
    ),
    Option("acme-rsa-key-size", Integer(2048, 4096), "2048", "Bits of the RSA key.", since=(7, 0, 0), when=ACME),
    Option("acme-renew-window", Integer(1, 100), "30", "Days before expiry to renew.", since=(7, 0, 0), when=ACME),
)

EST_OPTIONS = (
    Option("est-server", String(255), help="Address and port of the EST server.", since=(7, 4, 1), when=EST),
    Option("est-ca-id", String(255), help="Label of the authority.", since=(7, 4, 1), when=EST),
    Option("est-http-username", String(63), help="User name for HTTP.", since=(7, 4, 1), when=EST),
    # In 7.4.1 the two passwords were plain strings.
    Option(
        "est-http-password",
        String(63),
        help="Password for HTTP.",
        since=(7, 4, 1),
        until=(7, 4, 1),
        when=EST,
        secret=True,
    ),
    Option("est-http-password", Password(128), help="Password for HTTP.", since=(7, 4, 2), when=EST, secret=True),
    Option("est-client-cert", String(79), help="Certificate to show to the server.", since=(7, 4, 1), when=EST),
    Option(
        "est-server-cert", String(79), help="Certificate of the server or its authority.", since=(7, 4, 1), when=EST
    ),
    Option("est-srp-username", String(63), help="User name for SRP.", since=(7, 4, 1), when=EST),
    Option(
        "est-srp-password",
        String(63),
        help="Password for SRP.",
        since=(7, 4, 1),
        until=(7, 4, 1),
        when=EST,
        secret=True,
    ),
    Option("est-srp-password", Password(128), help="Password for SRP.", since=(7, 4, 2), when=EST, secret=True),
    Option(
        "est-regeneration-method",
        EST_METHOD,
        "create-new-key",
        "Which key an EST renewal uses.",
        since=(7, 6, 3),
        when=EST,
    ),
)


def local(path: Path, default_range: str, *, quiet: bool = False) -> Table:
    """The table at one of its two paths, which differ in the default of `range`."""
    origin = (
        Option("range", RANGE, default_range, "Who may use this certificate."),
        Option("source", SOURCE, "user", "Where this certificate came from."),
        Option("last-updated", COUNT, "0", "When it was last changed.", read_only=True, restored=True),
    )
    return Table(
        path=path,
        help="Certificates with a private key.",
        is_global=path[0] == "certificate",
        key=Option("name", Name(35), help="Name of the certificate."),
        options=(*BASICS, *origin, *RENEWAL, *CMP_OPTIONS, *ACME_OPTIONS, *EST_OPTIONS),
        static=When("source", ("factory",)),
        quiet=quiet,
    )
