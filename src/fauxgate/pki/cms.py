"""CMS (RFC 5652) as SCEP needs it: one envelope for one recipient, one signature, and bags of certificates.

Writers return DER. Readers take DER apart in steps, so that a caller can tell how far it came;
every reader and `decrypt` raise subclasses of `CmsError`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import padding, rsa

from fauxgate.pki import algorithms
from fauxgate.pki.algorithms import CIPHERS, DIGESTS, RSA_ENCRYPTION, SIGNATURES, Cipher, Digest, PrivateKey, PublicKey
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.structures import (
    AlgorithmIdentifier,
    Attribute,
    ContentInfo,
    EncapsulatedContentInfo,
    EncryptedContentInfo,
    EnvelopedData,
    InvalidDer,
    IssuerAndSerialNumber,
    KeyTransRecipientInfo,
    Null,
    Oid,
    SignedData,
    SignerInfo,
    Tlv,
    decode,
    encode,
    in_set_order,
    octets,
    received_set,
    set_of,
    tlv,
    wrapped,
)

DATA = "1.2.840.113549.1.7.1"
SIGNED_DATA = "1.2.840.113549.1.7.2"
ENVELOPED_DATA = "1.2.840.113549.1.7.3"
MESSAGE_DIGEST = "1.2.840.113549.1.9.4"


class CmsError(ValueError):
    """A message cannot be read."""


class Unreadable(CmsError):
    """Bytes are not CMS, or not of the expected structure."""


class NotSigned(CmsError):
    """The message is no SignedData."""


class NoSigner(CmsError):
    """The SignedData has no signer whom we can identify."""


class UnknownAlgorithm(CmsError):
    """The message uses an algorithm that we do not know."""


class UnfitRecipient(CmsError):
    """A certificate's key cannot encrypt."""


class DecryptionFailed(CmsError):
    """The envelope is not for this key, or it is damaged."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: a key, and the issuer (DER) and serial number that name its certificate."""

    key: PrivateKey
    issuer: bytes
    serial_number: int
    digest: Digest


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope that was read."""

    recipients: tuple[KeyTransRecipientInfo, ...]
    cipher: Cipher
    iv: bytes
    encrypted: bytes


@dataclass(frozen=True, slots=True)
class Signature:
    """The first signer of a message that was read; attributes as received, a digest that we do not know as None."""

    issuer: bytes
    serial_number: int
    digest: Digest | None
    signature_digest: Digest | None
    value: bytes
    attributes: tuple[Tlv, ...]

    def attribute(self, oid: str) -> Tlv | None:
        """The single value of a signed attribute; None if it is not there or has not exactly one value."""
        for element in self.attributes:
            try:
                found = decode(Attribute, encode(element))
            except InvalidDer:
                continue
            if found.type.dotted_string == oid:
                values = found.values.as_list()
                return values[0] if len(values) == 1 else None
        return None


@dataclass(frozen=True, slots=True)
class Signed:
    """A SignedData that was read; absent content is empty content."""

    content: bytes
    certificates: tuple[bytes, ...]
    signers: tuple[Tlv, ...]


def envelop(plain: bytes, recipient: Certificate, cipher: Cipher, random: Callable[[int], bytes]) -> bytes:
    """Encrypt for a certificate, which needs a sound RSA key; raises UnfitRecipient."""
    content_key, iv = random(cipher.key_size), random(cipher.block_size)
    info = KeyTransRecipientInfo(
        version=0,
        recipient=_identifier(recipient.issuer, recipient.serial_number),
        algorithm=_algorithm(RSA_ENCRYPTION),
        encrypted_key=_transported(content_key, recipient),
    )
    content = EncryptedContentInfo(
        content_type=Oid(DATA),
        algorithm=AlgorithmIdentifier(algorithm=Oid(cipher.oid), parameters=iv),
        encrypted=cipher.encrypt(content_key, iv, plain),
    )
    envelope = EnvelopedData(
        version=0, recipients=set_of([wrapped(info)]), content=content, unprotected_attributes=None
    )
    return _content_info(ENVELOPED_DATA, envelope)


def read_envelope(der: bytes) -> Envelope:
    """Take an envelope apart; raises Unreadable and UnknownAlgorithm."""
    try:
        outer = decode(ContentInfo, der)
        if outer.content_type.dotted_string != ENVELOPED_DATA:
            raise Unreadable("no EnvelopedData")
        envelope = decode(EnvelopedData, encode(outer.content))
    except InvalidDer as error:
        raise Unreadable(str(error)) from error
    algorithm = envelope.content.algorithm
    cipher = CIPHERS.get(algorithm.algorithm.dotted_string)
    if cipher is None or not isinstance(algorithm.parameters, bytes):
        raise UnknownAlgorithm(algorithm.algorithm.dotted_string)
    recipients = tuple(_key_transports(envelope.recipients.as_list()))
    return Envelope(recipients, cipher, algorithm.parameters, envelope.content.encrypted or b"")


def decrypt(envelope: Envelope, serial_number: int, key: rsa.RSAPrivateKey) -> bytes:
    """Open an envelope that is for the certificate with this serial number; raises DecryptionFailed.

    The issuer's name is not compared, because some servers encode it anew.
    """
    encrypted_key = next(
        (item.encrypted_key for item in envelope.recipients if item.recipient.serial_number == serial_number), None
    )
    if encrypted_key is None:
        raise DecryptionFailed("not for us")
    try:
        content_key = key.decrypt(encrypted_key, padding.PKCS1v15())
        if len(content_key) != envelope.cipher.key_size:
            raise DecryptionFailed("wrong content key")
        return envelope.cipher.decrypt(content_key, envelope.iv, envelope.encrypted)
    except ValueError as error:
        raise DecryptionFailed(str(error)) from error


def sign_content(
    content: bytes, attributes: Iterable[tuple[str, object]], signer: Signer, certificates: Sequence[bytes]
) -> bytes:
    """A SignedData around some bytes; each attribute is an object identifier and its value.

    The caller gives all attributes, contentType and messageDigest among them. The signature algorithm is written as
    rsaEncryption, as sscep does and old clients demand (scep-interop.md 4.1); an EC key names its digest with it.
    """
    encoded = in_set_order(_attribute(oid, value) for oid, value in attributes)
    is_rsa = isinstance(signer.key, rsa.RSAPrivateKey)
    info = SignerInfo(
        version=1,
        signer=wrapped(_identifier(signer.issuer, signer.serial_number)),
        digest_algorithm=_algorithm(signer.digest.oid),
        signed_attributes=encoded,
        signature_algorithm=_algorithm(RSA_ENCRYPTION)
        if is_rsa
        else AlgorithmIdentifier(algorithm=Oid(signer.digest.ecdsa_signature), parameters=None),
        signature=algorithms.sign(signer.key, signer.digest, received_set(encoded)),
        unsigned_attributes=None,
    )
    signed = SignedData(
        version=1,
        digest_algorithms=set_of([wrapped(_algorithm(signer.digest.oid))]),
        content=EncapsulatedContentInfo(content_type=Oid(DATA), content=content),
        certificates=in_set_order(certificates) or None,
        crls=None,
        signers=set_of([wrapped(info)]),
    )
    return _content_info(SIGNED_DATA, signed)


def read_signed(der: bytes) -> Signed:
    """Take a SignedData apart; raises Unreadable and NotSigned."""
    try:
        outer = decode(ContentInfo, der)
        if outer.content_type.dotted_string != SIGNED_DATA:
            raise NotSigned(outer.content_type.dotted_string)
        signed = decode(SignedData, encode(outer.content))
    except InvalidDer as error:
        raise Unreadable(str(error)) from error
    certificates = tuple(encode(element) for element in signed.certificates or ())
    return Signed(signed.content.content or b"", certificates, tuple(signed.signers.as_list()))


def read_signature(signed: Signed) -> Signature:
    """The first signer of a message; raises NoSigner."""
    if not signed.signers:
        raise NoSigner("no SignerInfo")
    try:
        info = decode(SignerInfo, encode(signed.signers[0]))
        identifier = decode(IssuerAndSerialNumber, encode(info.signer))
    except InvalidDer as error:
        raise NoSigner(str(error)) from error
    digest = DIGESTS.get(info.digest_algorithm.algorithm.dotted_string)
    signature_oid = info.signature_algorithm.algorithm.dotted_string
    signature_digest = digest if signature_oid == RSA_ENCRYPTION else SIGNATURES.get(signature_oid)
    return Signature(
        encode(identifier.issuer),
        identifier.serial_number,
        digest,
        signature_digest,
        info.signature,
        tuple(info.signed_attributes or ()),
    )


def is_valid(signed: Signed, signature: Signature, key: PublicKey) -> bool:
    """Whether a key made the signature, and the signature covers the content.

    The attributes are verified over the bytes that were received, in the order in which they were received.
    Raises UnknownAlgorithm.
    """
    if signature.digest is None or signature.signature_digest is None:
        raise UnknownAlgorithm("digest")
    if not signature.attributes:
        return algorithms.is_signed_by(key, signature.signature_digest, signature.value, signed.content)
    digest = signature.attribute(MESSAGE_DIGEST)
    if digest is None or octets(digest) != signature.digest.of(signed.content):
        return False
    covered = received_set(list(signature.attributes))
    return algorithms.is_signed_by(key, signature.signature_digest, signature.value, covered)


def degenerate(certificates: Sequence[bytes]) -> bytes:
    """A SignedData that holds certificates and nothing else (RFC 8894, 3.4)."""
    signed = SignedData(
        version=1,
        digest_algorithms=set_of([]),
        content=EncapsulatedContentInfo(content_type=Oid(DATA), content=None),
        certificates=in_set_order(certificates) or None,
        crls=None,
        signers=set_of([]),
    )
    return _content_info(SIGNED_DATA, signed)


def _transported(content_key: bytes, recipient: Certificate) -> bytes:
    try:
        public = recipient.public_key()
        if not isinstance(public, rsa.RSAPublicKey):
            raise UnfitRecipient("a recipient needs an RSA key")
        return public.encrypt(content_key, padding.PKCS1v15())
    except ValueError as error:
        # A key can be read whose numbers make no sense, or are too small for the content key.
        raise UnfitRecipient(str(error)) from error


def _identifier(issuer: bytes, serial_number: int) -> IssuerAndSerialNumber:
    return IssuerAndSerialNumber(issuer=tlv(issuer), serial_number=serial_number)


def _algorithm(oid: str) -> AlgorithmIdentifier:
    return AlgorithmIdentifier(algorithm=Oid(oid), parameters=Null())


def _attribute(oid: str, value: object) -> bytes:
    return encode(Attribute(type=Oid(oid), values=set_of([wrapped(value)])))


def _content_info(content_type: str, content: object) -> bytes:
    return encode(ContentInfo(content_type=Oid(content_type), content=wrapped(content)))


def _key_transports(recipients: Iterable[Tlv]) -> Iterable[KeyTransRecipientInfo]:
    for recipient in recipients:
        try:
            info = decode(KeyTransRecipientInfo, encode(recipient))
        except InvalidDer:
            # A recipient of another kind, which is not us.
            continue
        if info.algorithm.algorithm.dotted_string == RSA_ENCRYPTION:
            yield info
