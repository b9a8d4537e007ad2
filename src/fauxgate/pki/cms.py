"""CMS (RFC 5652) as SCEP needs it: one signature, and bags of certificates; `envelopes` has the encrypted part.

Writers return DER. Readers take DER and BER apart in steps, so that a caller can tell how far it came;
every reader raises subclasses of `CmsError`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cryptography.hazmat.primitives.asymmetric import rsa

from fauxgate.pki import algorithms
from fauxgate.pki.algorithms import MODERN, RSA_ENCRYPTION, Digest, PrivateKey, PublicKey, Suite
from fauxgate.pki.cms_structures import (
    ContentInfo,
    EncapsulatedContentInfo,
    IssuerAndSerialNumber,
    SignedData,
    SignerInfo,
)
from fauxgate.pki.structures import (
    AlgorithmIdentifier,
    Attribute,
    InvalidDer,
    Null,
    Oid,
    Structure,
    Tlv,
    algorithm,
    decode,
    elements,
    encode,
    in_set_order,
    octets,
    read,
    received_set,
    set_element,
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


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: a key, and the issuer (DER) and serial number that name its certificate."""

    key: PrivateKey
    issuer: bytes
    serial_number: int
    digest: Digest


@dataclass(frozen=True, slots=True)
class Signature:
    """The first signer of a message that was read; attributes as received, a digest that we do not know as None."""

    issuer: bytes
    serial_number: int
    digest: Digest | None
    signature_digest: Digest | None
    value: bytes
    attributes: tuple[Tlv, ...]
    values: Mapping[str, Tlv | None]

    def attribute(self, oid: str) -> Tlv | None:
        """The single value of a signed attribute; None if it is not there or has not exactly one value."""
        return self.values.get(oid)


@dataclass(frozen=True, slots=True)
class Signed:
    """A SignedData that was read; absent content is empty content."""

    content: bytes
    certificates: tuple[bytes, ...]
    crls: tuple[bytes, ...]
    signers: tuple[Tlv, ...]


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
        digest_algorithm=_wrapped_algorithm(signer.digest.oid),
        signed_attributes=encoded,
        signature_algorithm=_wrapped_algorithm(RSA_ENCRYPTION) if is_rsa else wrapped(_ecdsa(signer.digest)),
        signature=algorithms.sign(signer.key, signer.digest, received_set(encoded)),
        unsigned_attributes=None,
    )
    signed = SignedData(
        version=1,
        digest_algorithms=set_element([_algorithm(signer.digest.oid)]),
        content=EncapsulatedContentInfo(content_type=Oid(DATA), content=content),
        certificates=_bag(certificates),
        crls=None,
        signers=set_element([info]),
    )
    return content_info(SIGNED_DATA, signed)


def read_signed(content: bytes) -> Signed:
    """Take a SignedData apart, DER or BER; raises Unreadable and NotSigned."""
    try:
        signed = read_content(content, SIGNED_DATA, SignedData)
        if signed is None:
            raise NotSigned("no SignedData")
        signers = tuple(elements(signed.signers))
    except InvalidDer as error:
        raise Unreadable(str(error)) from error
    certificates = tuple(encode(element) for element in signed.certificates or ())
    crls = tuple(encode(element) for element in signed.crls or ())
    return Signed(signed.content.content or b"", certificates, crls, signers)


def read_signature(signed: Signed, suite: Suite = MODERN) -> Signature:
    """The first signer of a message; raises NoSigner."""
    if not signed.signers:
        raise NoSigner("no SignerInfo")
    try:
        info = decode(SignerInfo, encode(signed.signers[0]))
        identifier = decode(IssuerAndSerialNumber, encode(info.signer))
        digest_oid, _ = algorithm(info.digest_algorithm)
        signature_oid, _ = algorithm(info.signature_algorithm)
    except InvalidDer as error:
        raise NoSigner(str(error)) from error
    digest = suite.digests.get(digest_oid)
    return Signature(
        encode(identifier.issuer),
        identifier.serial_number,
        digest,
        digest if signature_oid == RSA_ENCRYPTION else suite.signatures.get(signature_oid),
        info.signature,
        tuple(info.signed_attributes or ()),
        _values(info.signed_attributes or ()),
    )


def _values(attributes: Iterable[Tlv]) -> Mapping[str, Tlv | None]:
    """Each attribute that can be read, with its single value; where a name comes twice, the first counts."""
    found: dict[str, Tlv | None] = {}
    for element in attributes:
        try:
            attribute = decode(Attribute, encode(element))
        except InvalidDer:
            continue
        values = attribute.values.as_list()
        found.setdefault(attribute.type.dotted_string, values[0] if len(values) == 1 else None)
    return found


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


def degenerate(certificates: Sequence[bytes], crls: Sequence[bytes] = ()) -> bytes:
    """A SignedData that holds certificates or CRLs and nothing else (RFC 8894, 3.4)."""
    signed = SignedData(
        version=1,
        digest_algorithms=set_element([]),
        content=EncapsulatedContentInfo(content_type=Oid(DATA), content=None),
        certificates=_bag(certificates),
        crls=_bag(crls),
        signers=set_element([]),
    )
    return content_info(SIGNED_DATA, signed)


def content_info(content_type: str, content: object) -> bytes:
    """A structure as the content of the outermost layer."""
    return encode(ContentInfo(content_type=Oid(content_type), content=wrapped(content)))


def read_content(content: bytes, content_type: str, structure: type[Structure]) -> Structure | None:
    """The structure in the outermost layer, if it is of this type; raises InvalidDer."""
    outer = read(ContentInfo, content)
    if outer.content_type.dotted_string != content_type:
        return None
    return read(structure, encode(outer.content))


def _bag(items: Sequence[bytes]) -> list[Tlv] | None:
    # In the order given, not in that of DER, because clients exist that take the first for their own
    # (scep-interop.md 4.1 item 5); OpenSSL writes them so too.
    return [tlv(item) for item in items] or None


def _identifier(issuer: bytes, serial_number: int) -> IssuerAndSerialNumber:
    return IssuerAndSerialNumber(issuer=tlv(issuer), serial_number=serial_number)


@cache
def _algorithm(oid: str) -> AlgorithmIdentifier:
    return AlgorithmIdentifier(algorithm=Oid(oid), parameters=Null())


@cache
def _wrapped_algorithm(oid: str) -> Tlv:
    return wrapped(_algorithm(oid))


def _ecdsa(digest: Digest) -> AlgorithmIdentifier:
    return AlgorithmIdentifier(algorithm=Oid(digest.ecdsa_signature), parameters=None)


def _attribute(oid: str, value: object) -> bytes:
    return encode(Attribute(type=Oid(oid), values=set_of([wrapped(value)])))
