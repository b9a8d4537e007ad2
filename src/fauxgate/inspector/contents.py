"""What is inside: requests, certificates, lists, and the names that polls and queries ask by."""

from collections.abc import Iterator

from fauxgate.inspector.layer import Layer, field
from fauxgate.pki import cms, keys, names, structures
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.cms_structures import IssuerAndSerialNumber, IssuerAndSubject
from fauxgate.pki.details import details, extension_name, serial_number
from fauxgate.pki.requests import CertificateRequest, InvalidRequest
from fauxgate.pki.revocation import Crl, InvalidCrl
from fauxgate.pki.structures import InvalidDer

_PRINT_CERTIFICATE = "openssl x509 -inform DER -in {file} -noout -text"
_PRINT_REQUEST = "openssl req -inform DER -in {file} -noout -text"
_PRINT_CRL = "openssl crl -inform DER -in {file} -noout -text"
_PRINT_BAG = "openssl pkcs7 -inform DER -in {file} -print_certs -noout"
# OpenSSL's names of extensions begin so.
_PREFIX = "X509v3 "
_PARSE = "openssl asn1parse -inform DER -in {file}"


def is_known(plain: bytes) -> bool:
    """Whether the content of an envelope is of a kind that is shown."""
    return bool(list(_known("", plain)))


def layers(whose: str, plain: bytes) -> Iterator[Layer]:
    """The content of an envelope."""
    found = list(_known(whose, plain))
    yield from found or [Layer("Content of an unknown kind", (), f"{whose}-content", plain, _PARSE)]


def certificates(whose: str, body: bytes) -> Iterator[Layer]:
    """A GetCACert answer: one certificate, or a bag of them."""
    if not body:
        yield Layer("Empty", ())
        return
    found = _one_certificate(whose, body) or list(_bag(whose, body))
    yield from found or [Layer("Neither a certificate nor a bag of them", (), whose, body, _PARSE)]


def certificate(title: str, name: str, der: bytes) -> Layer:
    """One certificate."""
    try:
        found = details(Certificate.parse(der))
    except InvalidCertificate as error:
        return Layer(f"{title}: unreadable", (str(error),), name, der, _PARSE)
    lines = [
        field("Subject", found.subject),
        field("Issuer", found.issuer),
        field("Serial", found.serial_number),
        field("Valid", f"{found.valid_from:%Y-%m-%d %H:%M:%S} to {found.valid_to:%Y-%m-%d %H:%M:%S}"),
        *(field(each.name.removeprefix(_PREFIX), "; ".join(each.content)) for each in found.extensions),
    ]
    return Layer(title, tuple(lines), name, der, _PRINT_CERTIFICATE)


def _known(whose: str, plain: bytes) -> Iterator[Layer]:
    yield from _request(whose, plain) or list(_bag(whose, plain)) or _asked(whose, plain)


def _request(whose: str, plain: bytes) -> list[Layer]:
    try:
        found = CertificateRequest.parse(plain)
    except InvalidRequest:
        return []
    lines = [
        field("Subject", names.detailed(found.subject)),
        field("Key", _key(found)),
        field("Challenge", found.challenge or "none"),
        field("Extensions", ", ".join(_extension(each.oid.dotted_string) for each in found.extensions) or "none"),
        field("Signature", "good" if found.is_signature_valid else "wrong"),
    ]
    return [Layer("Certificate request", tuple(lines), f"{whose}-csr", plain, _PRINT_REQUEST)]


def _extension(oid: str) -> str:
    return extension_name(oid).removeprefix(_PREFIX)


def _key(found: CertificateRequest) -> str:
    try:
        key = found.public_key()
    except keys.InvalidKey:
        return "unknown"
    return f"{type(key).__name__.removesuffix('PublicKey').removeprefix('_')} {key.key_size} bits"


def _asked(whose: str, plain: bytes) -> list[Layer]:
    """What a poll asks by (RFC 8894, 3.3.3), or a query for a certificate or a list (3.3.4)."""
    try:
        by_number = structures.decode(IssuerAndSerialNumber, plain)
    except InvalidDer:
        pass
    else:
        issuer = field("Issuer", names.detailed(structures.encode(by_number.issuer)))
        lines = (issuer, field("Serial", serial_number(by_number.serial_number)))
        return [Layer("Issuer and serial number", lines, f"{whose}-asked", plain, _PARSE)]
    try:
        by_subject = structures.decode(IssuerAndSubject, plain)
        issuer, subject = (names.detailed(structures.encode(it)) for it in (by_subject.issuer, by_subject.subject))
    except InvalidDer:
        return []
    lines = (field("Issuer", issuer), field("Subject", subject))
    return [Layer("Issuer and subject", lines, f"{whose}-asked", plain, _PARSE)]


def _one_certificate(whose: str, body: bytes) -> list[Layer]:
    try:
        Certificate.parse(body)
    except InvalidCertificate:
        return []
    return [certificate("CA certificate", f"{whose}-ca", body)]


def _bag(whose: str, content: bytes) -> Iterator[Layer]:
    try:
        found = cms.read_signed(content)
    except cms.CmsError:
        return
    counted = (field("Certificates", str(len(found.certificates))), field("CRLs", str(len(found.crls))))
    yield Layer("Bag of certificates", counted, f"{whose}-bag", content, _PRINT_BAG)
    for number, der in enumerate(found.certificates, start=1):
        yield certificate("Certificate in the bag", f"{whose}-bag-certificate-{number}", der)
    for number, der in enumerate(found.crls, start=1):
        yield _crl(f"{whose}-bag-crl-{number}", der)


def _crl(name: str, der: bytes) -> Layer:
    try:
        found = Crl.parse(der)
    except InvalidCrl as error:
        return Layer("Revocation list: unreadable", (str(error),), name, der, _PARSE)
    lines = [
        field("Issuer", names.detailed(found.issuer)),
        field("Last update", f"{found.last_update:%Y-%m-%d %H:%M:%S}"),
        *(field("Revoked", serial_number(each)) for each in found.serial_numbers),
    ]
    return Layer("Revocation list", tuple(lines), name, der, _PRINT_CRL)
