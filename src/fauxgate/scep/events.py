"""What happens during an exchange: one frozen class per step and per outcome, never a sentence.

Sizes are lengths of real bytes. `debug/scep.py` says what the appliance prints for each.
"""

from dataclasses import dataclass

from fauxgate.scep.attributes import Attribute, FailInfo, MessageType, PkiStatus
from fauxgate.scep.http import Address, FailureReason


@dataclass(frozen=True, slots=True)
class Event:
    """One step or one outcome, with its facts."""


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


# The authority's certificate.


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
class CertificateFound(Event):
    """The reply holds our certificate; names in the `/C=NL/O=...` form."""

    subject: str
    issuer: str


# Outcomes of an enrollment or a fetch.


@dataclass(frozen=True, slots=True)
class Pending(Event):
    """The authority has not decided; `polls` were made so far. A `Wait` follows, or `PollingGivenUp`."""

    polls: int


@dataclass(frozen=True, slots=True)
class Granted(Event):
    """The end: our certificate in DER, and whatever other certificates came with it."""

    name: str
    certificate: bytes
    ca_certificates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class CaCertificatesReceived(Event):
    """The end of a fetch: the authority's certificates in DER."""

    certificates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Failure(Event):
    """The end: one subclass for each way in which an exchange can fail."""


@dataclass(frozen=True, slots=True)
class Refused(Failure):
    """The authority said FAILURE."""

    fail_info: FailInfo


@dataclass(frozen=True, slots=True)
class IllegalUrl(Failure):
    """The SCEP URL leads nowhere."""

    url: str


@dataclass(frozen=True, slots=True)
class TransportFailed(Failure):
    """No response came."""

    reason: FailureReason
    host: str
    detail: str


@dataclass(frozen=True, slots=True)
class HttpError(Failure):
    """The response has an HTTP status other than 200."""

    status: int


@dataclass(frozen=True, slots=True)
class WrongContentType(Failure):
    """The response is not of the expected kind."""

    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class EmptyReply(Failure):
    """The response to a message has no body."""


@dataclass(frozen=True, slots=True)
class EmptyCaReply(Failure):
    """The response to GetCACert has no body."""


@dataclass(frozen=True, slots=True)
class CaCertificateUnusable(Failure):
    """The GetCACert reply is no certificate with an RSA key."""


@dataclass(frozen=True, slots=True)
class MessageUnreadable(Failure):
    """The message is not CMS."""


@dataclass(frozen=True, slots=True)
class MessageNotSigned(Failure):
    """The message is CMS, but no SignedData."""


@dataclass(frozen=True, slots=True)
class ContentUnreadable(Failure):
    """The SignedData around the content cannot be read."""


@dataclass(frozen=True, slots=True)
class SignerMissing(Failure):
    """The SignedData names no signer, or one that is not known."""


@dataclass(frozen=True, slots=True)
class SignatureInvalid(Failure):
    """The signature, or the digest of the content that it covers, is wrong."""


@dataclass(frozen=True, slots=True)
class AttributesMissing(Failure):
    """The signer has no signed attributes."""


@dataclass(frozen=True, slots=True)
class AttributeMissing(Failure):
    """A signed attribute that must be there is not there, or not of its type."""

    attribute: Attribute


@dataclass(frozen=True, slots=True)
class TransactionIdMismatch(Failure):
    """The reply belongs to another transaction."""

    expected: str
    received: str


@dataclass(frozen=True, slots=True)
class WrongMessageType(Failure):
    """The message is not of the expected type."""

    received: str


@dataclass(frozen=True, slots=True)
class NonceMismatch(Failure):
    """The recipientNonce is not the nonce that we sent (RFC 8894, 3.2.1.5)."""

    expected: bytes
    received: bytes


@dataclass(frozen=True, slots=True)
class WrongPkiStatus(Failure):
    """The pkiStatus is none that RFC 8894 knows."""

    received: str


@dataclass(frozen=True, slots=True)
class WrongFailInfo(Failure):
    """The failInfo is none that RFC 8894 knows."""

    received: str


@dataclass(frozen=True, slots=True)
class InnerUnreadable(Failure):
    """The inner part is no envelope that our kind of key can open, or holds no certificates."""


@dataclass(frozen=True, slots=True)
class DecryptionFailed(Failure):
    """The envelope cannot be decrypted with our key."""


@dataclass(frozen=True, slots=True)
class CertificateMissing(Failure):
    """No certificate of the reply has our subject without being self-signed."""


@dataclass(frozen=True, slots=True)
class CertificateKeyMismatch(Failure):
    """The certificate with our subject has another public key."""


@dataclass(frozen=True, slots=True)
class PollingGivenUp(Failure):
    """The authority has not decided within the limits of the profile."""

    polls: int


# What the responder says of its own work.


@dataclass(frozen=True, slots=True)
class RequestRead(Event):
    """A request names this operation."""

    operation: str


@dataclass(frozen=True, slots=True)
class RequestAnswered(Event):
    """A message was answered with a CertRep."""

    transaction_id: str
    status: PkiStatus
    fail_info: FailInfo | None = None


@dataclass(frozen=True, slots=True)
class RequestRejected(Event):
    """A request was answered with an HTTP error."""

    status: int
    reason: str
