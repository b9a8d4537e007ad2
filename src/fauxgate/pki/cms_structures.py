"""CMS (RFC 5652), declared, and what SCEP puts into it (RFC 8894)."""

from typing import Annotated

from fauxgate.pki.key_structures import Pbkdf2Algorithm
from fauxgate.pki.structures import Explicit, Implicit, Oid, Tlv, sequence


@sequence
class ContentInfo:
    """The outermost layer of CMS."""

    content_type: Oid
    content: Annotated[Tlv, Explicit(0)]


@sequence
class IssuerAndSerialNumber:
    """Which certificate is meant."""

    issuer: Tlv
    serial_number: int


@sequence
class IssuerAndSubject:
    """What a GetCertInitial asks for (RFC 8894, 3.3.3)."""

    issuer: Tlv
    subject: Tlv


@sequence
class KeyTransRecipientInfo:
    """The content key, encrypted for one recipient."""

    version: int
    recipient: Tlv
    algorithm: Tlv
    encrypted_key: bytes


@sequence
class PasswordRecipientInfo:
    """The content key, encrypted under a password (RFC 5652, 6.2.4); it stands under the tag `[3]`."""

    version: int
    derivation: Annotated[Pbkdf2Algorithm | None, Implicit(0)]
    encryption: Tlv
    encrypted_key: bytes


@sequence
class EncryptedContentInfo:
    """The encrypted content."""

    content_type: Oid
    algorithm: Tlv
    encrypted: Annotated[bytes | None, Implicit(0)]


@sequence
class SegmentedContentInfo:
    """The encrypted content in segments, which only BER allows."""

    content_type: Oid
    algorithm: Tlv
    encrypted: Annotated[list[Tlv], Implicit(0)]


@sequence
class EnvelopedData:
    """An envelope: a SET of recipients, and the content, whole or in segments."""

    version: int
    recipients: Tlv
    content: Tlv
    unprotected_attributes: Annotated[list[Tlv] | None, Implicit(1)]


@sequence
class EncapsulatedContentInfo:
    """The content that is signed; some write its type as that of what is inside it (scep-interop.md, XiPKI)."""

    content_type: Oid
    content: Annotated[bytes | None, Explicit(0)]


@sequence
class SignedData:
    """Content, certificates and signers."""

    version: int
    digest_algorithms: Tlv
    content: EncapsulatedContentInfo
    certificates: Annotated[list[Tlv] | None, Implicit(0)]
    crls: Annotated[list[Tlv] | None, Implicit(1)]
    signers: Tlv


@sequence
class SignerInfo:
    """One signature with its attributes."""

    version: int
    signer: Tlv
    digest_algorithm: Tlv
    signed_attributes: Annotated[list[Tlv] | None, Implicit(0)]
    signature_algorithm: Tlv
    signature: bytes
    unsigned_attributes: Annotated[list[Tlv] | None, Implicit(1)]
