"""How far an attempt came: the stages of an enrollment, and which of them a trace shows."""

from dataclasses import dataclass
from enum import Enum

from fauxgate.explain.trace import Seen, Trace
from fauxgate.scep import events, steps
from fauxgate.scep.events import Event


class Stage(Enum):
    """What must succeed one after the other."""

    REACH = "reach the authority"
    CA = "get its certificate (GetCACert)"
    WRITE = "write the request (PKCSReq)"
    ANSWER = "get an answer (CertRep)"
    SIGNATURE = "verify its signature"
    MATCH = "match it to the request"
    GRANT = "be granted a certificate"
    DECRYPT = "decrypt the certificate"
    STORE = "store the certificate"


ORDER = tuple(Stage)

# The lines that show that a stage is over.
_PASSED: dict[Stage, tuple[type[Event], ...]] = {
    Stage.REACH: (steps.HttpStatusRead, steps.ContentTypeRead),
    Stage.CA: (steps.CaCertificateLoaded, steps.AuthorityAccepted, steps.TransactionStarted, steps.InnerStarted),
    Stage.WRITE: (steps.MessageWritten, steps.MessageEncoded),
    Stage.ANSWER: (steps.MessageReceived, steps.ContentFound, steps.SignatureFound),
    Stage.SIGNATURE: (steps.SignatureVerified, steps.AttributeSought),
    Stage.MATCH: (steps.PkiStatusRead,),
    Stage.GRANT: (steps.InnerFound,),
    Stage.DECRYPT: (steps.CertificateFound,),
    Stage.STORE: (events.Granted,),
}

# Where an attempt ends that fails in one of these ways; what HTTP can do wrong depends on what was asked.
_ENDED: dict[Stage, tuple[type[Event], ...]] = {
    Stage.REACH: (events.IllegalUrl, events.TransportFailed),
    Stage.CA: (
        events.EmptyCaReply,
        events.CaCertificateUnusable,
        events.RecipientMissing,
        events.StandardNotOffered,
        events.HttpError,
        events.WrongContentType,
    ),
    Stage.WRITE: (events.RecipientUnusable,),
    Stage.ANSWER: (events.EmptyReply, events.MessageUnreadable, events.MessageNotSigned, events.SignerMissing),
    Stage.SIGNATURE: (events.SignatureInvalid,),
    Stage.MATCH: (
        events.AttributesMissing,
        events.AttributeMissing,
        events.TransactionIdMismatch,
        events.WrongMessageType,
        events.NonceMismatch,
        events.WrongPkiStatus,
        events.WrongFailInfo,
    ),
    Stage.GRANT: (events.Refused, events.PollingGivenUp),
    Stage.DECRYPT: (events.InnerUnreadable, events.DecryptionFailed),
    Stage.STORE: (
        events.CertificateMissing,
        events.CertificateKeyMismatch,
        events.IssuerUnknown,
        events.RootMissing,
        events.CrlMissing,
    ),
}
_BY_HTTP = (events.TransportFailed, events.HttpError, events.WrongContentType)


@dataclass(frozen=True, slots=True)
class Progress:
    """The stages that were passed, and the one that the attempt ended at or did not get beyond; None: all passed."""

    passed: tuple[Stage, ...]
    ended: Stage | None


def progress(trace: Trace, failure: Seen | None) -> Progress:
    """How far a trace came. A stage whose lines are missing is passed if a later one is."""
    reached = max((ORDER.index(stage) + 1 for stage in ORDER if trace.last(*_PASSED[stage])), default=0)
    if failure is not None:
        reached = ORDER.index(stage_of(trace, failure))
    return Progress(ORDER[:reached], ORDER[reached] if reached < len(ORDER) else None)


def stage_of(trace: Trace, failure: Seen) -> Stage:
    """The stage at which an attempt ended."""
    if issubclass(failure.kind, _BY_HTTP) and trace.last(*_PASSED[Stage.WRITE]):
        return Stage.ANSWER
    return next((stage for stage in ORDER if issubclass(failure.kind, _ENDED[stage])), Stage.REACH)
