"""PKCS #12 (RFC 7292): a private key, its certificate and others, in one file under a password."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12

from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.keys import PrivateKey


class InvalidPkcs12(ValueError):
    """Bytes are no PKCS #12 with a key that we can use, or the password is wrong."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a PKCS #12 holds; `others` are further certificates in DER."""

    key: PrivateKey
    certificate: Certificate
    others: tuple[bytes, ...]


def read(content: bytes, password: str) -> Bundle:
    """Open a PKCS #12; raises InvalidPkcs12."""
    try:
        found = pkcs12.load_pkcs12(content, password.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion) as error:
        raise InvalidPkcs12(str(error)) from error
    if not isinstance(found.key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)) or found.cert is None:
        raise InvalidPkcs12("no key with its certificate")
    try:
        certificate = Certificate.parse(found.cert.certificate.public_bytes(Encoding.DER))
    except InvalidCertificate as error:
        raise InvalidPkcs12(str(error)) from error
    others = tuple(each.certificate.public_bytes(Encoding.DER) for each in found.additional_certs)
    return Bundle(found.key, certificate, others)


def write(name: str, key: PrivateKey, certificate: bytes, password: str) -> bytes:
    """A PKCS #12 with a key and its certificate (in DER) under a friendly name; raises InvalidPkcs12."""
    try:
        loaded = x509.load_der_x509_certificate(certificate)
        encryption = BestAvailableEncryption(password.encode())
        return pkcs12.serialize_key_and_certificates(name.encode(), key, loaded, None, encryption)
    except (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion) as error:
        raise InvalidPkcs12(str(error)) from error
