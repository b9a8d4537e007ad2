"""EnvelopedData (RFC 5652, 6) as SCEP needs it: content for one reader, who has an RSA key or a password.

The writers return DER. `read` takes BER as well, and `decrypt` opens; both raise subclasses of `cms.CmsError`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import rsa

from fauxgate.pki import cms, key_transport
from fauxgate.pki.algorithms import MODERN, Cipher, Suite
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.cms_structures import (
    EncryptedContentInfo,
    EnvelopedData,
    IssuerAndSerialNumber,
    KeyTransRecipientInfo,
    SegmentedContentInfo,
)
from fauxgate.pki.key_transport import PasswordRecipient, Transport, UnknownTransport
from fauxgate.pki.structures import (
    AlgorithmIdentifier,
    InvalidDer,
    Oid,
    Tlv,
    algorithm,
    decode,
    elements,
    encode,
    octets,
    set_element,
    tlv,
    wrapped,
)


class UnfitRecipient(cms.CmsError):
    """A certificate's key cannot encrypt."""


class DecryptionFailed(cms.CmsError):
    """The envelope is not for this key, or it is damaged."""


@dataclass(frozen=True, slots=True)
class KeyRecipient:
    """A reader with an RSA key, named by the issuer (DER) and the number of its certificate."""

    issuer: bytes
    serial_number: int
    transport: Tlv
    encrypted_key: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope that was read; readers of kinds that we do not know are left out."""

    recipients: tuple[KeyRecipient, ...]
    passwords: tuple[PasswordRecipient, ...]
    cipher: Cipher
    iv: bytes
    encrypted: bytes


def envelop(
    plain: bytes,
    recipient: Certificate,
    cipher: Cipher,
    random: Callable[[int], bytes],
    transport: Transport = Transport.PKCS1,
) -> bytes:
    """Encrypt for a certificate, which needs a sound RSA key; raises UnfitRecipient."""
    content_key, iv = random(cipher.key_size), random(cipher.block_size)
    identifier = IssuerAndSerialNumber(issuer=tlv(recipient.issuer), serial_number=recipient.serial_number)
    named = key_transport.transport_algorithm(transport)
    info = KeyTransRecipientInfo(
        version=0,
        recipient=wrapped(identifier),
        algorithm=named if isinstance(named, Tlv) else wrapped(named),
        encrypted_key=_transported(content_key, recipient, transport, random),
    )
    return _envelope(0, wrapped(info), cipher, iv, cipher.encrypt(content_key, iv, plain))


def envelop_by_password(plain: bytes, password: str, cipher: Cipher, random: Callable[[int], bytes]) -> bytes:
    """Encrypt for whoever has the password (RFC 8894, 3.1, for keys that cannot encrypt)."""
    content_key, iv = random(cipher.key_size), random(cipher.block_size)
    recipient = key_transport.password_recipient(content_key, password, random)
    # RFC 5652, 6.1: a password recipient makes it version 3.
    return _envelope(3, recipient, cipher, iv, cipher.encrypt(content_key, iv, plain))


def read(content: bytes, suite: Suite = MODERN) -> Envelope:
    """Take an envelope apart; raises Unreadable, and UnknownAlgorithm for a cipher that is not of the suite."""
    try:
        envelope = cms.read_content(content, cms.ENVELOPED_DATA, EnvelopedData)
        if envelope is None:
            raise cms.Unreadable("no EnvelopedData")
        parameters, encrypted = _encrypted_content(envelope.content)
        name, iv = algorithm(parameters)
        recipients = elements(envelope.recipients)
    except InvalidDer as error:
        raise cms.Unreadable(str(error)) from error
    cipher = suite.ciphers.get(name)
    if cipher is None or iv is None or iv.tag_bytes != b"\x04" or len(octets(iv)) != cipher.block_size:
        raise cms.UnknownAlgorithm(name)
    by_key = tuple(found for item in recipients if (found := _key_recipient(item)) is not None)
    passwords = map(key_transport.read_password_recipient, recipients)
    by_password = tuple(found for found in passwords if found is not None)
    return Envelope(by_key, by_password, cipher, octets(iv), encrypted)


def decrypt(envelope: Envelope, serial_number: int, key: rsa.RSAPrivateKey) -> bytes:
    """Open an envelope that is for the certificate with this serial number.

    The issuer's name is not compared, because some servers encode it anew. Raises UnknownAlgorithm when the content
    key is encrypted in an unknown way, DecryptionFailed for everything else.
    """
    ours = next((item for item in envelope.recipients if item.serial_number == serial_number), None)
    if ours is None:
        raise DecryptionFailed("not for us")
    try:
        return _opened(envelope, key_transport.decrypt_key(ours.encrypted_key, key, ours.transport))
    except UnknownTransport as error:
        raise cms.UnknownAlgorithm(str(error)) from error
    except key_transport.WrongKey as error:
        raise DecryptionFailed(str(error)) from error


def decrypt_by_password(envelope: Envelope, password: str) -> bytes:
    """Open an envelope with a password; raises DecryptionFailed."""
    for recipient in envelope.passwords:
        try:
            return _opened(envelope, recipient.content_key(password))
        except key_transport.WrongKey:
            continue
    raise DecryptionFailed("not for this password")


def _opened(envelope: Envelope, content_key: bytes) -> bytes:
    if len(content_key) != envelope.cipher.key_size:
        raise DecryptionFailed("wrong content key")
    try:
        return envelope.cipher.decrypt(content_key, envelope.iv, envelope.encrypted)
    except ValueError as error:
        raise DecryptionFailed(str(error)) from error


def _envelope(version: int, recipient: Tlv, cipher: Cipher, iv: bytes, encrypted: bytes) -> bytes:
    named = AlgorithmIdentifier(algorithm=Oid(cipher.oid), parameters=iv)
    content = EncryptedContentInfo(content_type=Oid(cms.DATA), algorithm=wrapped(named), encrypted=encrypted)
    envelope = EnvelopedData(
        version=version, recipients=set_element([recipient]), content=wrapped(content), unprotected_attributes=None
    )
    return cms.content_info(cms.ENVELOPED_DATA, envelope)


def _transported(
    content_key: bytes, recipient: Certificate, transport: Transport, random: Callable[[int], bytes]
) -> bytes:
    try:
        public = recipient.public_key()
        if not isinstance(public, rsa.RSAPublicKey):
            raise UnfitRecipient("a recipient needs an RSA key")
        return key_transport.encrypt_key(content_key, public, transport, random)
    except ValueError as error:
        # A key can be read whose numbers make no sense, or are too small for the content key.
        raise UnfitRecipient(str(error)) from error


def _encrypted_content(content: Tlv) -> tuple[Tlv, bytes]:
    """The algorithm and the content, which BER may have in segments (scep-interop.md 4.2)."""
    der = encode(content)
    try:
        whole = decode(EncryptedContentInfo, der)
    except InvalidDer:
        parts = decode(SegmentedContentInfo, der)
        return parts.algorithm, b"".join(octets(part) for part in parts.encrypted)
    return whole.algorithm, whole.encrypted or b""


def _key_recipient(recipient: Tlv) -> KeyRecipient | None:
    try:
        info = decode(KeyTransRecipientInfo, encode(recipient))
        named = decode(IssuerAndSerialNumber, encode(info.recipient))
    except InvalidDer:
        # A recipient of another kind, which is not us.
        return None
    return KeyRecipient(encode(named.issuer), named.serial_number, info.algorithm, info.encrypted_key)
