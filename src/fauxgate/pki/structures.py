"""How ASN.1 structures are declared, read and written, and those that certificates, requests and CMS share.

The only module that imports `cryptography.hazmat.asn1`, whose API is young. It writes strict DER; `decode` reads that,
and `read` reads BER besides. Parts that must survive byte for byte, or whose content varies, are declared as `Tlv`.
A tagged SET OF is declared as a list and an untagged one as a `Tlv`, whose `elements` are taken one by one: the bytes
are the same, and a reader then accepts every order, as scep-interop.md 4.1 asks for; writers call `in_set_order`.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from cryptography.hazmat import asn1
from cryptography.hazmat.asn1 import Default, Explicit, Implicit, SetOf, sequence
from cryptography.x509 import ObjectIdentifier as Oid

from fauxgate.pki import ber

__all__ = ["Default", "Explicit", "Implicit", "Oid", "SetOf", "sequence"]

Null = asn1.Null
Tlv = asn1.TLV
BitString = asn1.BitString
PrintableString = asn1.PrintableString
IA5String = asn1.IA5String
Time = asn1.UTCTime | asn1.GeneralizedTime

Structure = TypeVar("Structure")

SEQUENCE, SET = b"\x30", b"\x31"


class InvalidDer(ValueError):
    """Bytes are not the DER of the structure that was expected."""


@sequence
class AlgorithmIdentifier:
    """AlgorithmIdentifier with the parameters that our algorithms have."""

    algorithm: Oid
    parameters: asn1.Null | bytes | Oid | None


@sequence
class Attribute:
    """An attribute of a request or of a signer."""

    type: Oid
    values: SetOf[asn1.TLV]


@sequence
class Extension:
    """An extension of a certificate or of a request."""

    oid: Oid
    critical: Annotated[bool, Default(value=False)]
    value: bytes


@sequence
class AttributeTypeAndValue:
    """One part of a name."""

    type: Oid
    value: asn1.TLV


@sequence
class _Names:
    rdns: list[SetOf[AttributeTypeAndValue]]


@sequence
class _Extensions:
    extensions: list[Extension]


@sequence
class _TaggedSet:
    elements: Annotated[list[asn1.TLV], Implicit(0)]


@sequence
class _Elements:
    items: list[asn1.TLV]


@sequence
class _Moment:
    time: Time


@sequence
class _Box:
    item: asn1.TLV


def decode(structure: type[Structure], der: bytes) -> Structure:
    """Read DER as one structure, with nothing after it; raises InvalidDer."""
    try:
        return asn1.decode_der(structure, der)
    except ValueError as error:
        raise InvalidDer(str(error)) from error


def read(structure: type[Structure], content: bytes) -> Structure:
    """Read DER or BER as one structure; raises InvalidDer."""
    try:
        return decode(structure, content)
    except InvalidDer:
        try:
            return decode(structure, ber.to_der(content))
        except ber.InvalidBer as error:
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


def elements(element: Tlv) -> list[Tlv]:
    """What a SEQUENCE or a SET consists of, in the order in which it was received; raises InvalidDer."""
    der = encode(element)
    if der[:1] not in (SEQUENCE, SET):
        raise InvalidDer("neither a SEQUENCE nor a SET")
    return decode(_Elements, encode(_Box(item=tlv(SEQUENCE + der[1:])))).items


def algorithm(element: Tlv) -> tuple[str, Tlv | None]:
    """The dotted name in an AlgorithmIdentifier, and its parameters, which may be anything; raises InvalidDer."""
    try:
        # The parameters of nearly all that are met.
        found = decode(AlgorithmIdentifier, encode(element))
    except InvalidDer:
        parts = elements(element)
        if len(parts) not in (1, 2):
            raise InvalidDer("no AlgorithmIdentifier") from None
        return decode(Oid, encode(parts[0])).dotted_string, parts[1] if len(parts) == 2 else None
    return found.algorithm.dotted_string, None if found.parameters is None else wrapped(found.parameters)


def set_element(items: Iterable[object]) -> Tlv:
    """A SET OF structures in DER order."""
    return tlv(received_set(in_set_order(map(encode, items))))


def in_set_order(elements: Iterable[bytes]) -> list[Tlv]:
    """Elements in the order that DER wants inside a SET OF (X.690, 11.6)."""
    return [tlv(element) for element in sorted(elements)]


def rdns(name: bytes) -> list[list[AttributeTypeAndValue]]:
    """The parts of a Name in DER, multi-valued ones together; raises InvalidDer."""
    return [rdn.as_list() for rdn in decode(_Names, encode(_Box(item=tlv(name)))).rdns]


def name(parts: Iterable[AttributeTypeAndValue]) -> bytes:
    """The DER of a Name with one part in each relative name."""
    names = _Names(rdns=[SetOf([part]) for part in parts])
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


def moment_of(element: Tlv) -> datetime:
    """The moment in an element that is a time; raises InvalidDer."""
    boxed = decode(_Moment, encode(_Box(item=element)))
    return moment(boxed.time)


def received_set(elements: list[Tlv]) -> bytes:
    """The DER of an untagged SET around these elements, in the order in which they were received.

    A signature over attributes covers them under the tag SET, not under the `[0]` of the message (RFC 5652, 5.4).
    """
    tagged = encode(decode(_Box, encode(_TaggedSet(elements=elements))).item)
    return SET + tagged[1:]


def set_of(items: Iterable[Structure]) -> SetOf[Structure]:
    """A SET OF, which is written in DER order."""
    return SetOf(list(items))
