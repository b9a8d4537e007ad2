"""PKCS #12 (RFC 7292): a private key, its certificate and others, in one file under a password."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from fauxgate.pki import keys, locks, structures
from fauxgate.pki.algorithms import SHA1, SHA256
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.cms import DATA
from fauxgate.pki.cms_structures import ContentInfo, EncryptedContentInfo
from fauxgate.pki.keys import PrivateKey
from fauxgate.pki.pkcs12_structures import Bag, Bags, CertificateBag, DigestInfo, EncryptedData, MacData, Pfx, Safe
from fauxgate.pki.structures import AlgorithmIdentifier, Attribute, Null, Oid, SetOf

_ENCRYPTED_DATA = "1.2.840.113549.1.7.6"
_KEY_BAG, _CERTIFICATE_BAG = "1.2.840.113549.1.12.10.1.2", "1.2.840.113549.1.12.10.1.3"
_X509 = "1.2.840.113549.1.9.22.1"
_FRIENDLY_NAME, _LOCAL_KEY_ID = "1.2.840.113549.1.9.20", "1.2.840.113549.1.9.21"
_MAC_SALT_SIZE, _MAC_ROUNDS, _MAC_PURPOSE = 8, 2048, b"\3"
# Of SHA-256.
_BLOCK_SIZE = 64


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


def write(name: str, key: PrivateKey, certificate: bytes, password: str, random: Callable[[int], bytes]) -> bytes:
    """A PKCS #12 with a key and its certificate (in DER) under a friendly name; raises InvalidPkcs12.

    It is written as the library writes it, which leaves nobody the choice of the salts.
    """
    if not password:
        raise InvalidPkcs12("no password")
    names = _names(name, certificate)
    value = structures.wrapped(CertificateBag(type=Oid(_X509), value=certificate))
    bags = structures.encode(Bags(bag=Bag(type=Oid(_CERTIFICATE_BAG), value=value, attributes=names)))
    algorithm, encrypted = locks.locked(bags, password.encode(), locks.STRONG, random)
    hidden = EncryptedContentInfo(content_type=Oid(DATA), algorithm=structures.wrapped(algorithm), encrypted=encrypted)
    locked_key = structures.tlv(keys.encrypted(key, password.encode(), locks.STRONG, random))
    key_bags = Bags(bag=Bag(type=Oid(_KEY_BAG), value=locked_key, attributes=names))
    first = EncryptedData(version=0, content=hidden)
    safe = structures.encode(
        Safe(
            certificate=ContentInfo(content_type=Oid(_ENCRYPTED_DATA), content=structures.wrapped(first)),
            key=_data(structures.encode(key_bags)),
        )
    )
    return structures.encode(Pfx(version=3, content=_data(safe), mac=_mac(safe, password, random(_MAC_SALT_SIZE))))


def _names(name: str, certificate: bytes) -> SetOf[Attribute]:
    """What key and certificate are called, and what tells that they belong together."""
    text = b"\x1e" + structures.encode(name.encode("utf-16-be"))[1:]
    identifier = structures.wrapped(SHA1.of(certificate))
    return structures.set_of(
        Attribute(type=Oid(oid), values=structures.set_of([value]))
        for oid, value in ((_FRIENDLY_NAME, structures.tlv(text)), (_LOCAL_KEY_ID, identifier))
    )


def _data(content: bytes) -> ContentInfo:
    return ContentInfo(content_type=Oid(DATA), content=structures.wrapped(content))


def _mac(safe: bytes, password: str, salt: bytes) -> MacData:
    algorithm = AlgorithmIdentifier(algorithm=Oid(SHA256.oid), parameters=Null())
    digest = hmac.digest(_mac_key(password, salt), safe, "sha256")
    return MacData(mac=DigestInfo(algorithm=algorithm, digest=digest), salt=salt, rounds=_MAC_ROUNDS)


def _mac_key(password: str, salt: bytes) -> bytes:
    """RFC 7292, B.2, with SHA-256: one digest is as long as the key, so there is one round of its loop."""
    characters = password.encode("utf-16-be") + b"\0\0"
    key = _MAC_PURPOSE * _BLOCK_SIZE + _filled(salt) + _filled(characters)
    for _ in range(_MAC_ROUNDS):
        key = SHA256.of(key)
    return key


def _filled(content: bytes) -> bytes:
    """Repeated until whole blocks are full."""
    size = -(-len(content) // _BLOCK_SIZE) * _BLOCK_SIZE
    return (content * (size // len(content) + 1))[:size]
