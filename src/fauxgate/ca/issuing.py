"""What stands in the certificates that the authority makes: its root and those of its requesters."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import AuthorityInformationAccessOID

from fauxgate.pki import certificates, keys
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.requests import CertificateRequest
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


class UnfitRequest(Exception):
    """A request asks for what no certificate can say; the text is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateProfile:
    """How long certificates are valid, and which addresses stand in them; an empty address is left out."""

    ca_days: int = 3650
    days: int = 365
    crl_url: str = ""
    ocsp_url: str = ""
    ca_issuers_url: str = ""


@dataclass(frozen=True, slots=True)
class Root:
    """The authority's key and its self-signed certificate; `name` is its subject in DER."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    name: bytes


def make_root(name: bytes, serial_number: int, now: datetime, profile: CertificateProfile) -> Root:
    """A new RSA key and a certificate for it, valid from `now` on."""
    key = keys.generate_rsa(ROOT_KEY_SIZE)
    der = certificates.issue(
        subject=name,
        spki=keys.spki(key),
        issuer=name,
        serial_number=serial_number,
        not_before=now,
        not_after=now + timedelta(days=profile.ca_days),
        extensions=_root_extensions(key),
        key=key,
        digest=SHA256,
    )
    return Root(key, x509.load_der_x509_certificate(der), name)


def issue(
    request: CertificateRequest, root: Root, serial_number: int, now: datetime, profile: CertificateProfile
) -> bytes:
    """A certificate in DER for the key, the subject and the alternative names of the request.

    It ends when the root does, if the profile would let it live longer. Raises UnfitRequest.
    """
    if request.subject == root.name:
        raise UnfitRequest("the subject is the authority's own")
    der = certificates.issue(
        subject=request.subject,
        spki=request.spki,
        issuer=root.name,
        serial_number=serial_number,
        not_before=now,
        not_after=min(now + timedelta(days=profile.days), root.certificate.not_valid_after_utc),
        extensions=_extensions(request, root, profile),
        key=root.key,
        digest=SHA256,
    )
    _check_readable(der)
    return der


def _check_readable(der: bytes) -> None:
    """The requester's bytes were copied; whoever verifies the certificate must be able to read them."""
    try:
        # Only read, for what it raises. Not the subject: cryptography warns of every name that is longer than usual.
        _ = x509.load_der_x509_certificate(der).extensions
    except (ValueError, x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as error:
        raise UnfitRequest(f"an alternative name cannot be read: {error}") from error


def _root_extensions(key: rsa.RSAPrivateKey) -> list[Extension]:
    # digitalSignature and keyEncipherment besides: clients look for them in the
    # certificate that signs SCEP replies and opens requests (scep-interop.md 4.1).
    usage = _key_usage("digital_signature", "key_encipherment", "key_cert_sign", "crl_sign")
    return [
        _extension(x509.BasicConstraints(ca=True, path_length=None), critical=True),
        _extension(usage, critical=True),
        _extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key())),
    ]


def _extensions(request: CertificateRequest, root: Root, profile: CertificateProfile) -> list[Extension]:
    issuer = root.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return [
        _extension(x509.BasicConstraints(ca=False, path_length=None), critical=True),
        _extension(_key_usage("digital_signature", "key_encipherment"), critical=True),
        _extension(x509.SubjectKeyIdentifier.from_public_key(request.public_key())),
        _extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer)),
        *(item for item in request.extensions if item.oid == x509.SubjectAlternativeName.oid),
        *(_extension(item) for item in _addresses(profile)),
    ]


def _addresses(profile: CertificateProfile) -> list[x509.ExtensionType]:
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
    return found


def _key_usage(*purposes: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{purpose: purpose in purposes for purpose in KEY_PURPOSES})


def _extension(value: x509.ExtensionType, *, critical: bool = False) -> Extension:
    return Extension(oid=value.oid, critical=critical, value=value.public_bytes())
