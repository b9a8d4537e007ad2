"""ASN.1 structures, declared: CMS (RFC 5652), PKCS #10 (RFC 2986), certificates (RFC 5280), PBES2 (RFC 8018).

The only module that imports `cryptography.hazmat.asn1`, whose API is young. It reads and writes strict DER.
Parts that must survive byte for byte, or whose content varies, are declared as `Tlv`.
A tagged SET OF is declared as a list: the bytes are the same, and a reader then accepts every order,
as scep-interop.md 4.1 asks for; writers call `in_set_order`.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from cryptography.hazmat import asn1
from cryptography.x509 import ObjectIdentifier as Oid

__all__ = ["Oid"]

Null = asn1.Null
Tlv = asn1.TLV
BitString = asn1.BitString
PrintableString = asn1.PrintableString
IA5String = asn1.IA5String
Time = asn1.UTCTime | asn1.GeneralizedTime

Structure = TypeVar("Structure")

SET = b"\x31"


class InvalidDer(ValueError):
    """Bytes are not the DER of the structure that was expected."""


@asn1.sequence
class AlgorithmIdentifier:
    """AlgorithmIdentifier with the parameters that our algorithms have."""

    algorithm: Oid
    parameters: asn1.Null | bytes | Oid | None


@asn1.sequence
class Attribute:
    """An attribute of a request or of a signer."""

    type: Oid
    values: asn1.SetOf[asn1.TLV]


@asn1.sequence
class Extension:
    """An extension of a certificate or of a request."""

    oid: Oid
    critical: Annotated[bool, asn1.Default(value=False)]
    value: bytes


@asn1.sequence
class AttributeTypeAndValue:
    """One part of a name."""

    type: Oid
    value: asn1.TLV


@asn1.sequence
class _Names:
    rdns: list[asn1.SetOf[AttributeTypeAndValue]]


@asn1.sequence
class _Extensions:
    extensions: list[Extension]


@asn1.sequence
class _TaggedSet:
    elements: Annotated[list[asn1.TLV], asn1.Implicit(0)]


@asn1.sequence
class _Box:
    item: asn1.TLV


@asn1.sequence
class Validity:
    """From when to when a certificate is valid."""

    not_before: Time
    not_after: Time


@asn1.sequence
class TbsCertificate:
    """What is signed in a certificate."""

    version: Annotated[int, asn1.Explicit(0), asn1.Default(0)]
    serial_number: int
    signature: asn1.TLV
    issuer: asn1.TLV
    validity: Validity
    subject: asn1.TLV
    spki: asn1.TLV
    issuer_unique_id: Annotated[asn1.BitString | None, asn1.Implicit(1)]
    subject_unique_id: Annotated[asn1.BitString | None, asn1.Implicit(2)]
    extensions: Annotated[list[Extension] | None, asn1.Explicit(3)]


@asn1.sequence
class SignedStructure:
    """A certificate or a certification request: what is signed, by which algorithm, and the signature."""

    content: asn1.TLV
    algorithm: asn1.TLV
    signature: asn1.BitString


@asn1.sequence
class CertificationRequestInfo:
    """What is signed in a certification request."""

    version: int
    subject: asn1.TLV
    spki: asn1.TLV
    attributes: Annotated[list[asn1.TLV] | None, asn1.Implicit(0)]


@asn1.sequence
class ContentInfo:
    """The outermost layer of CMS."""

    content_type: Oid
    content: Annotated[asn1.TLV, asn1.Explicit(0)]


@asn1.sequence
class IssuerAndSerialNumber:
    """Which certificate is meant."""

    issuer: asn1.TLV
    serial_number: int


@asn1.sequence
class IssuerAndSubject:
    """What a GetCertInitial asks for (RFC 8894, 3.3.3)."""

    issuer: asn1.TLV
    subject: asn1.TLV


@asn1.sequence
class KeyTransRecipientInfo:
    """The content key, encrypted for one recipient."""

    version: int
    recipient: IssuerAndSerialNumber
    algorithm: AlgorithmIdentifier
    encrypted_key: bytes


@asn1.sequence
class EncryptedContentInfo:
    """The encrypted content."""

    content_type: Oid
    algorithm: AlgorithmIdentifier
    encrypted: Annotated[bytes | None, asn1.Implicit(0)]


@asn1.sequence
class EnvelopedData:
    """An envelope; recipients of kinds that we do not know are kept as they are."""

    version: int
    recipients: asn1.SetOf[asn1.TLV]
    content: EncryptedContentInfo
    unprotected_attributes: Annotated[list[asn1.TLV] | None, asn1.Implicit(1)]


@asn1.sequence
class EncapsulatedContentInfo:
    """The content that is signed."""

    content_type: Oid
    content: Annotated[bytes | None, asn1.Explicit(0)]


@asn1.sequence
class SignedData:
    """Content, certificates and signers."""

    version: int
    digest_algorithms: asn1.SetOf[asn1.TLV]
    content: EncapsulatedContentInfo
    certificates: Annotated[list[asn1.TLV] | None, asn1.Implicit(0)]
    crls: Annotated[list[asn1.TLV] | None, asn1.Implicit(1)]
    signers: asn1.SetOf[asn1.TLV]


@asn1.sequence
class SignerInfo:
    """One signature with its attributes."""

    version: int
    signer: asn1.TLV
    digest_algorithm: AlgorithmIdentifier
    signed_attributes: Annotated[list[asn1.TLV] | None, asn1.Implicit(0)]
    signature_algorithm: AlgorithmIdentifier
    signature: bytes
    unsigned_attributes: Annotated[list[asn1.TLV] | None, asn1.Implicit(1)]


@asn1.sequence
class Pbkdf2Parameters:
    """PBKDF2 without the key length, which the cipher fixes."""

    salt: bytes
    rounds: int
    prf: AlgorithmIdentifier


@asn1.sequence
class Pbkdf2Algorithm:
    """AlgorithmIdentifier of PBKDF2."""

    algorithm: Oid
    parameters: Pbkdf2Parameters


@asn1.sequence
class Pbes2Parameters:
    """How a key is derived, and what it encrypts with."""

    derivation: Pbkdf2Algorithm
    encryption: AlgorithmIdentifier


@asn1.sequence
class Pbes2Algorithm:
    """AlgorithmIdentifier of PBES2."""

    algorithm: Oid
    parameters: Pbes2Parameters


@asn1.sequence
class EncryptedPrivateKeyInfo:
    """An encrypted private key (RFC 5958)."""

    algorithm: Pbes2Algorithm
    encrypted: bytes


def decode(structure: type[Structure], der: bytes) -> Structure:
    """Read DER as one structure, with nothing after it; raises InvalidDer."""
    try:
        return asn1.decode_der(structure, der)
    except ValueError as error:
        raise InvalidDer(str(error)) from error


def encode(structure: object) -> bytes:
    """The DER of a declared structure or of a value of this module's string and number types."""
    return asn1.encode_der(structure)


def tlv(der: bytes) -> Tlv:
    """Any one DER element, to be put where a `Tlv` is declared; raises InvalidDer."""
    return decode(Tlv, der)


def wrapped(structure: object) -> Tlv:
    """A structure, to be put where a `Tlv` is declared."""
    return tlv(encode(structure))


def octets(element: Tlv) -> bytes:
    """The content octets of an element, whatever its tag."""
    return bytes(element.data)


def in_set_order(elements: Iterable[bytes]) -> list[Tlv]:
    """Elements in the order that DER wants inside a SET OF (X.690, 11.6)."""
    return [tlv(element) for element in sorted(elements)]


def rdns(name: bytes) -> list[list[AttributeTypeAndValue]]:
    """The parts of a Name in DER, multi-valued ones together; raises InvalidDer."""
    return [rdn.as_list() for rdn in decode(_Names, encode(_Box(item=tlv(name)))).rdns]


def name(parts: Iterable[AttributeTypeAndValue]) -> bytes:
    """The DER of a Name with one part in each relative name."""
    names = _Names(rdns=[asn1.SetOf([part]) for part in parts])
    return encode(decode(_Box, encode(names)).item)


def extensions(der: bytes) -> list[Extension]:
    """Read a SEQUENCE OF Extension; raises InvalidDer."""
    return decode(_Extensions, encode(_Box(item=tlv(der)))).extensions


def extension_sequence(items: list[Extension]) -> Tlv:
    """A SEQUENCE OF Extension, as the value of an extensionRequest."""
    return decode(_Box, encode(_Extensions(extensions=items))).item


def time(moment: datetime) -> Time:
    """A moment as RFC 5280, 4.1.2.5 wants it: UTCTime to 2049, whole seconds, UTC."""
    whole = moment.astimezone(UTC).replace(microsecond=0)
    return asn1.UTCTime(whole) if whole.year < 2050 else asn1.GeneralizedTime(whole)


def moment(time: Time) -> datetime:
    """The moment that a time states, in UTC."""
    return time.as_datetime().replace(tzinfo=UTC)


def received_set(elements: list[Tlv]) -> bytes:
    """The DER of an untagged SET around these elements, in the order in which they were received.

    A signature over attributes covers them under the tag SET, not under the `[0]` of the message (RFC 5652, 5.4).
    """
    tagged = encode(decode(_Box, encode(_TaggedSet(elements=elements))).item)
    return SET + tagged[1:]


def set_of(items: Iterable[Structure]) -> asn1.SetOf[Structure]:
    """A SET OF, which is written in DER order."""
    return asn1.SetOf(list(items))


def encrypted_key(salt: bytes, rounds: int, iv: bytes, encrypted: bytes) -> bytes:
    """EncryptedPrivateKeyInfo with PBES2, PBKDF2 by hmacWithSHA256 and des-ede3-cbc."""
    prf = AlgorithmIdentifier(algorithm=Oid("1.2.840.113549.2.9"), parameters=Null())
    derivation = Pbkdf2Algorithm(
        algorithm=Oid("1.2.840.113549.1.5.12"), parameters=Pbkdf2Parameters(salt=salt, rounds=rounds, prf=prf)
    )
    encryption = AlgorithmIdentifier(algorithm=Oid("1.2.840.113549.3.7"), parameters=iv)
    algorithm = Pbes2Algorithm(
        algorithm=Oid("1.2.840.113549.1.5.13"),
        parameters=Pbes2Parameters(derivation=derivation, encryption=encryption),
    )
    return encode(EncryptedPrivateKeyInfo(algorithm=algorithm, encrypted=encrypted))
