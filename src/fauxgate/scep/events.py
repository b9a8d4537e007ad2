"""How an exchange ends, or goes on: one frozen class per outcome, with its facts, never a sentence.

The steps on the way are in `steps.py`. `debug/scep.py` says what the appliance prints for each event.
"""

from dataclasses import dataclass

from fauxgate.scep.attributes import Attribute, FailInfo, PkiStatus
from fauxgate.scep.http import FailureReason


@dataclass(frozen=True, slots=True)
class Event:
    """One step or one outcome, with its facts."""


# Outcomes of an enrollment or a fetch.


@dataclass(frozen=True, slots=True)
class Pending(Event):
    """The authority has not decided; `polls` were made so far. A `Wait` follows, or `PollingGivenUp`."""

    polls: int


@dataclass(frozen=True, slots=True)
class PollUnanswered(Event):
    """No response to a poll came; `polls` were made so far. A `Wait` follows, or `PollingGivenUp`."""

    polls: int
    reason: FailureReason
    host: str
    detail: str


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
class NextCaCertificatesReceived(Event):
    """The end of a fetch: the next authority's certificates in DER, vouched for by the present one."""

    certificates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class CertificateRetrieved(Event):
    """The end of a GetCert: the certificate in DER."""

    certificate: bytes


@dataclass(frozen=True, slots=True)
class CrlRetrieved(Event):
    """The end of a GetCRL: the list in DER. Its own signature is not looked at."""

    crl: bytes


@dataclass(frozen=True, slots=True)
class Failure(Event):
    """The end: one subclass for each way in which an exchange can fail."""


@dataclass(frozen=True, slots=True)
class Refused(Failure):
    """The authority said FAILURE, and perhaps why in its own words."""

    fail_info: FailInfo
    text: str = ""


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
    """The response to a message has no body, although it is of the right kind."""


@dataclass(frozen=True, slots=True)
class EmptyCaReply(Failure):
    """The response to GetCACert has no body."""


@dataclass(frozen=True, slots=True)
class CaCertificateUnusable(Failure):
    """The GetCACert reply is no certificate with an RSA key."""


@dataclass(frozen=True, slots=True)
class RecipientMissing(Failure):
    """None of the authority's certificates is both an RSA key's and meant for encrypting."""


@dataclass(frozen=True, slots=True)
class StandardNotOffered(Failure):
    """The authority does not say SCEPStandard, which the profile insists on (RFC 8894, 7.5)."""


@dataclass(frozen=True, slots=True)
class RecipientUnusable(Failure):
    """The other side's key is an RSA key, but nothing can be encrypted for it."""


@dataclass(frozen=True, slots=True)
class MessageUnreadable(Failure):
    """The message is not CMS."""


@dataclass(frozen=True, slots=True)
class MessageNotSigned(Failure):
    """The message is CMS, but no SignedData."""


@dataclass(frozen=True, slots=True)
class SignerMissing(Failure):
    """The SignedData names no signer, or one that is not known."""


@dataclass(frozen=True, slots=True)
class SignatureInvalid(Failure):
    """The signature, or the digest of the content that it covers, is wrong, or its algorithm is unknown."""

    is_algorithm_unknown: bool = False


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
    """The envelope cannot be decrypted with our key, or its algorithm is unknown."""

    is_algorithm_unknown: bool = False


@dataclass(frozen=True, slots=True)
class CertificateMissing(Failure):
    """No certificate of the reply has our subject without being self-signed."""


@dataclass(frozen=True, slots=True)
class CertificateKeyMismatch(Failure):
    """The certificate with our subject has another public key."""


@dataclass(frozen=True, slots=True)
class IssuerUnknown(Failure):
    """The certificate is ours, but nobody whom we know signed it."""


@dataclass(frozen=True, slots=True)
class RootMissing(Failure):
    """An intermediate authority signed the certificate, and no root above it is trusted; both names in one line."""

    intermediate: str
    root: str


@dataclass(frozen=True, slots=True)
class CrlMissing(Failure):
    """The answer to GetCRL holds no list."""


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
