"""What happens on the way: one frozen class per step of an exchange, with its facts, never a sentence.

Sizes are lengths of real bytes. How an exchange ends is in `events.py`.
"""

from dataclasses import dataclass

from fauxgate.scep.attributes import Attribute, MessageType, PkiStatus
from fauxgate.scep.events import Event
from fauxgate.scep.http import Address

# The HTTP exchange.


@dataclass(frozen=True, slots=True)
class CaFetchStarted(Event):
    """The client is about to ask for the authority's certificate."""

    address: Address


@dataclass(frozen=True, slots=True)
class CaRequested(Event):
    """A GetCACert request was made; `head` is its text on the wire."""

    head: str


@dataclass(frozen=True, slots=True)
class Exchanged(Event):
    """A request was carried to an address; empty `peer` where nothing could be reached."""

    peer: str
    port: int
    secure: bool
    source_ip: str


@dataclass(frozen=True, slots=True)
class HttpStatusRead(Event):
    """The response has this HTTP status."""

    status: int


@dataclass(frozen=True, slots=True)
class ContentTypeRead(Event):
    """The response has an expected content type; `content_type` is the constant that it was compared with."""

    content_type: str


# What the authority can, and its certificates.


@dataclass(frozen=True, slots=True)
class CapabilitiesRequested(Event):
    """A GetCACaps request was made; `head` is its text on the wire."""

    head: str


@dataclass(frozen=True, slots=True)
class CapabilitiesRead(Event):
    """What the authority says it can, sorted; nothing where it has no answer."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlgorithmsChosen(Event):
    """What messages will be written with."""

    cipher: str
    digest: str
    method: str


@dataclass(frozen=True, slots=True)
class NextCaRequested(Event):
    """A GetNextCACert request was made; `head` is its text on the wire."""

    head: str


@dataclass(frozen=True, slots=True)
class CaReplyRead(Event):
    """The GetCACert reply is of a kind that can be read; `reply_type` is sscep's number for it."""

    reply_type: int


@dataclass(frozen=True, slots=True)
class CaCertificateLoaded(Event):
    """The authority's certificate could be read."""


@dataclass(frozen=True, slots=True)
class AuthorityAccepted(Event):
    """The certificates to verify replies with and to encrypt requests for are chosen."""


# Writing a message.


@dataclass(frozen=True, slots=True)
class TransactionStarted(Event):
    """A new transaction has its id."""

    transaction_id: str


@dataclass(frozen=True, slots=True)
class InnerStarted(Event):
    """The inner part of a message of this type is being made."""

    message_type: MessageType


@dataclass(frozen=True, slots=True)
class PayloadReady(Event):
    """What will be encrypted is ready."""

    size: int


@dataclass(frozen=True, slots=True)
class PayloadEncrypted(Event):
    """The payload is inside its envelope; `size` is that of the whole envelope."""

    size: int


@dataclass(frozen=True, slots=True)
class OuterStarted(Event):
    """The signed outer part is being made."""


@dataclass(frozen=True, slots=True)
class SignerAdded(Event):
    """The signer stands in the outer part; its attributes follow."""


@dataclass(frozen=True, slots=True)
class AttributeAdded(Event):
    """A signed attribute was added."""

    attribute: Attribute


@dataclass(frozen=True, slots=True)
class MessageWritten(Event):
    """The message is complete and signed."""

    size: int


@dataclass(frozen=True, slots=True)
class MessageEncoded(Event):
    """The message is in base64, line ends included in `size`."""

    size: int


# Reading a message.


@dataclass(frozen=True, slots=True)
class MessageReceived(Event):
    """A message of this size is about to be read."""

    size: int


@dataclass(frozen=True, slots=True)
class ContentFound(Event):
    """The outer part holds content of this size."""

    size: int


@dataclass(frozen=True, slots=True)
class SignatureFound(Event):
    """There is a signer; its signature is about to be verified."""


@dataclass(frozen=True, slots=True)
class SignatureVerified(Event):
    """The signature is good; the attributes are about to be read."""


@dataclass(frozen=True, slots=True)
class AttributeSought(Event):
    """An attribute is being looked for."""

    attribute: Attribute


@dataclass(frozen=True, slots=True)
class AttributeRead(Event):
    """An attribute was found, with these content octets."""

    attribute: Attribute
    value: bytes


@dataclass(frozen=True, slots=True)
class SenderNonceMissing(Event):
    """The reply has no senderNonce, which sscep and we accept."""


@dataclass(frozen=True, slots=True)
class MessageTypeAccepted(Event):
    """The message is of the expected type."""

    message_type: MessageType


@dataclass(frozen=True, slots=True)
class PkiStatusRead(Event):
    """The reply has this status."""

    status: PkiStatus


@dataclass(frozen=True, slots=True)
class InnerFound(Event):
    """The inner part is about to be read."""


@dataclass(frozen=True, slots=True)
class InnerRead(Event):
    """The inner part is an envelope that our key may open; it is about to be decrypted."""


@dataclass(frozen=True, slots=True)
class InnerDecrypted(Event):
    """The inner part was decrypted; `size` counts its padding, as the appliance does (fortios-certificates.md 7.2)."""

    size: int


@dataclass(frozen=True, slots=True)
class WeakCipherAccepted(Event):
    """The reply came in a cipher that we would never write."""

    cipher: str


@dataclass(frozen=True, slots=True)
class CertificateFound(Event):
    """The reply holds our certificate; names in the `/C=NL/O=...` form."""

    subject: str
    issuer: str
