"""PKCS #12 (RFC 7292) with one key and one certificate, declared."""

from typing import Annotated

from fauxgate.pki.cms_structures import ContentInfo, EncryptedContentInfo
from fauxgate.pki.structures import AlgorithmIdentifier, Attribute, Explicit, Oid, SetOf, Tlv, sequence


@sequence
class Bag:
    """SafeBag: a key or a certificate, and what it is called."""

    type: Oid
    value: Annotated[Tlv, Explicit(0)]
    attributes: SetOf[Attribute]


@sequence
class CertificateBag:
    """CertBag: what stands in the bag of a certificate."""

    type: Oid
    value: Annotated[bytes, Explicit(0)]


@sequence
class Bags:
    """SafeContents with one bag."""

    bag: Bag


@sequence
class EncryptedData:
    """Content that is encrypted under a password (RFC 5652, 8)."""

    version: int
    content: EncryptedContentInfo


@sequence
class Safe:
    """AuthenticatedSafe: the part that is encrypted, and the part in which only the key is."""

    certificate: ContentInfo
    key: ContentInfo


@sequence
class DigestInfo:
    """A digest and its algorithm."""

    algorithm: AlgorithmIdentifier
    digest: bytes


@sequence
class MacData:
    """What tells that the password is right and nothing was changed."""

    mac: DigestInfo
    salt: bytes
    rounds: int


@sequence
class Pfx:
    """The outermost layer."""

    version: int
    content: ContentInfo
    mac: MacData
