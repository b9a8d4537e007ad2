"""What stands in the certificates that the authority makes: its own and those of its requesters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import AuthorityInformationAccessOID

from fauxgate.ca.wanted import Wanted
from fauxgate.pki import certificates, keys
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.chance import chance
from fauxgate.pki.structures import Extension

ROOT_KEY_SIZE = 2048
KEY_PURPOSES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)
# digitalSignature and keyEncipherment besides: clients look for them in the certificate that signs SCEP replies and
# opens requests (scep-interop.md 4.1).
CA_PURPOSES = ("digital_signature", "key_encipherment", "key_cert_sign", "crl_sign")


class UnfitRequest(Exception):
    """A request asks for what no certificate can say; the text is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateProfile:
    """How long certificates and CRLs are valid, and which addresses stand in them; an empty address is left out."""

    ca_days: int = 3650
    days: int = 365
    crl_days: int = 7
    crl_url: str = ""
    ocsp_url: str = ""
    ca_issuers_url: str = ""


@dataclass(frozen=True, slots=True)
class Authoritative:
    """A key of the authority and the certificate for it; `name` is its subject in DER."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    name: bytes


def new_key(random: Callable[[int], bytes]) -> rsa.RSAPrivateKey:
    """A key for one of the authority's own certificates."""
    return chance(random).rsa_key(ROOT_KEY_SIZE)


def make_root(
    name: bytes, key: rsa.RSAPrivateKey, serial_number: int, now: datetime, profile: CertificateProfile
) -> Authoritative:
    """A self-signed certificate for a new key, valid from `now` on."""
    return _certified(name, key, None, serial_number, now, now + timedelta(days=profile.ca_days), _ca(key))


def make_intermediate(
    name: bytes,
    key: rsa.RSAPrivateKey,
    root: Authoritative,
    serial_number: int,
    now: datetime,
    profile: CertificateProfile,
) -> Authoritative:
    """A CA certificate for a new key, signed by the root, that may sign no further ones."""
    extensions = [*_ca(key, path_length=0), _extension(_issuer_of(root))]
    return _certified(name, key, root, serial_number, now, _end(now, profile.ca_days, root), extensions)


def make_ra(
    name: bytes,
    key: rsa.RSAPrivateKey,
    issuer: Authoritative,
    serial_number: int,
    now: datetime,
    profile: CertificateProfile,
    purposes: Sequence[str],
) -> Authoritative:
    """A certificate for the new key of a registration authority; without purposes it has no key usage at all."""
    usage = [_extension(_key_usage(*purposes), critical=True)] if purposes else []
    extensions = [
        _extension(x509.BasicConstraints(ca=False, path_length=None), critical=True),
        *usage,
        _extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key())),
        _extension(_issuer_of(issuer)),
    ]
    return _certified(name, key, issuer, serial_number, now, _end(now, profile.ca_days, issuer), extensions)


def redated(pair: Authoritative, begin: datetime, end: datetime) -> Authoritative:
    """A self-signed CA certificate for the same key, name and number that is valid at another time."""
    number = pair.certificate.serial_number
    return _certified(pair.name, pair.key, None, number, begin, end, _ca(pair.key))


def issue(
    wanted: Wanted, issuer: Authoritative, serial_number: int, now: datetime, profile: CertificateProfile
) -> bytes:
    """A certificate in DER for the key, the subject and the alternative names of a request.

    It ends when the issuer's does, if the profile would let it live longer. Raises UnfitRequest.
    """
    if wanted.subject == issuer.name:
        raise UnfitRequest("the subject is the authority's own")
    alternative_names = wanted.extensions()
    der = certificates.issue(
        subject=wanted.subject,
        spki=wanted.spki,
        issuer=issuer.name,
        serial_number=serial_number,
        not_before=now,
        not_after=_end(now, profile.days, issuer),
        extensions=[
            *_leaf(),
            _extension(x509.SubjectKeyIdentifier.from_public_key(keys.public_key(wanted.spki))),
            _extension(_issuer_of(issuer)),
            *alternative_names,
            *_addresses(profile),
        ],
        key=issuer.key,
        digest=SHA256,
    )
    if alternative_names:
        _check_readable(der)
    return der


def _end(now: datetime, days: int, issuer: Authoritative) -> datetime:
    return min(now + timedelta(days=days), issuer.certificate.not_valid_after_utc)


def _certified(
    name: bytes,
    key: rsa.RSAPrivateKey,
    issuer: Authoritative | None,
    serial_number: int,
    now: datetime,
    until: datetime,
    extensions: list[Extension],
) -> Authoritative:
    der = certificates.issue(
        subject=name,
        spki=keys.spki(key),
        issuer=name if issuer is None else issuer.name,
        serial_number=serial_number,
        not_before=now,
        not_after=until,
        extensions=extensions,
        key=key if issuer is None else issuer.key,
        digest=SHA256,
    )
    return Authoritative(key, x509.load_der_x509_certificate(der), name)


def _check_readable(der: bytes) -> None:
    """The requester's bytes were copied; whoever verifies the certificate must be able to read them."""
    try:
        # Only read, for what it raises. Not the subject: cryptography warns of every name that is longer than usual.
        _ = x509.load_der_x509_certificate(der).extensions
    except (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as error:
        raise UnfitRequest(f"an alternative name cannot be read: {error}") from error


def _ca(key: rsa.RSAPrivateKey, path_length: int | None = None) -> list[Extension]:
    return [
        _extension(x509.BasicConstraints(ca=True, path_length=path_length), critical=True),
        _extension(_key_usage(*CA_PURPOSES), critical=True),
        _extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key())),
    ]


@cache
def _leaf() -> tuple[Extension, ...]:
    return (
        _extension(x509.BasicConstraints(ca=False, path_length=None), critical=True),
        _extension(_key_usage("digital_signature", "key_encipherment"), critical=True),
    )


def _issuer_of(issuer: Authoritative) -> x509.AuthorityKeyIdentifier:
    identifier = issuer.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)


@cache
def _addresses(profile: CertificateProfile) -> tuple[Extension, ...]:
    found: list[x509.ExtensionType] = []
    if profile.crl_url:
        point = x509.DistributionPoint([x509.UniformResourceIdentifier(profile.crl_url)], None, None, None)
        found.append(x509.CRLDistributionPoints([point]))
    services = [
        x509.AccessDescription(method, x509.UniformResourceIdentifier(url))
        for method, url in (
            (AuthorityInformationAccessOID.OCSP, profile.ocsp_url),
            (AuthorityInformationAccessOID.CA_ISSUERS, profile.ca_issuers_url),
        )
        if url
    ]
    if services:
        found.append(x509.AuthorityInformationAccess(services))
    return tuple(map(_extension, found))


def _key_usage(*purposes: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{purpose: purpose in purposes for purpose in KEY_PURPOSES})


def _extension(value: x509.ExtensionType, *, critical: bool = False) -> Extension:
    return Extension(oid=value.oid, critical=critical, value=value.public_bytes())
