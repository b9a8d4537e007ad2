"""Certificates (RFC 5280) and certification requests (RFC 2986), declared."""

from typing import Annotated

from fauxgate.pki.structures import BitString, Default, Explicit, Extension, Implicit, Time, Tlv, sequence


@sequence
class Validity:
    """From when to when a certificate is valid."""

    not_before: Time
    not_after: Time


@sequence
class TbsCertificate:
    """What is signed in a certificate."""

    version: Annotated[int, Explicit(0), Default(0)]
    serial_number: int
    signature: Tlv
    issuer: Tlv
    validity: Validity
    subject: Tlv
    spki: Tlv
    issuer_unique_id: Annotated[BitString | None, Implicit(1)]
    subject_unique_id: Annotated[BitString | None, Implicit(2)]
    extensions: Annotated[list[Extension] | None, Explicit(3)]


@sequence
class SignedStructure:
    """A certificate or a certification request: what is signed, by which algorithm, and the signature."""

    content: Tlv
    algorithm: Tlv
    signature: BitString


@sequence
class CertificationRequestInfo:
    """What is signed in a certification request."""

    version: int
    subject: Tlv
    spki: Tlv
    attributes: Annotated[list[Tlv] | None, Implicit(0)]


@sequence
class BasicConstraints:
    """The value of the basicConstraints extension."""

    ca: Annotated[bool, Default(value=False)]
    path_length: int | None
