"""A CertRep as the client reads it (RFC 8894, 3.3.2)."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from fauxgate.pki import cms
from fauxgate.pki.algorithms import MODERN, Suite
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import events, opening, steps
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType, PkiStatus
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.opening import Opener

# RFC 8894, 3.2.1.4, and what step-ca sent until it was mended (scep-interop.md, section 3).
_FAIL_INFO_TEXTS = (Attribute.FAIL_INFO_TEXT.value, "1.3.6.1.5.5.7.24")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a reply must fit: who may have signed it, which request it answers, and who opens it."""

    authority: Sequence[Certificate]
    transaction_id: str
    sender_nonce: bytes
    opener: Opener
    suite: Suite = MODERN


@dataclass(frozen=True, slots=True)
class Reply:
    """A CertRep that was read and verified; certificates and CRLs in DER only with SUCCESS."""

    status: PkiStatus
    certificates: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()


def unwrap_reply(body: bytes, expected: Expected) -> Generator[Event, None, Reply]:
    """Read and verify a CertRep. Raises RemoteError, with Refused when the authority says FAILURE."""
    signed, signature = yield from opening.read_outer(body, expected.suite)
    # Any device that the authority enrolled could sign a reply and send its certificate along: only those count that
    # were known before.
    yield from opening.verify(signed, signature, expected.authority)
    if not signature.attributes:
        raise RemoteError(events.AttributesMissing())
    status = yield from _header(signature, expected)
    if status is not PkiStatus.SUCCESS:
        return Reply(status)
    payload = yield from opening.open_inner(signed.content, [expected.opener], expected.suite)
    if payload.cipher.oid not in MODERN.ciphers:
        yield steps.WeakCipherAccepted(payload.cipher.name)
    try:
        bag = cms.read_signed(payload.plain)
    except cms.CmsError as error:
        raise RemoteError(events.InnerUnreadable()) from error
    return Reply(status, bag.certificates, bag.crls)


def _header(signature: cms.Signature, expected: Expected) -> Generator[Event, None, PkiStatus]:
    received_id = yield from opening.text(signature, Attribute.TRANSACTION_ID)
    if received_id != expected.transaction_id:
        raise RemoteError(events.TransactionIdMismatch(expected.transaction_id, received_id))
    message_type = yield from opening.text(signature, Attribute.MESSAGE_TYPE)
    if message_type != MessageType.CERT_REP.value:
        raise RemoteError(events.WrongMessageType(message_type))
    yield steps.MessageTypeAccepted(MessageType.CERT_REP)
    # RFC 8894, 3.2.1.5 asks for none any more; micromdm sends ours back.
    if (yield from opening.value(signature, Attribute.SENDER_NONCE)) is None:
        yield steps.SenderNonceMissing()
    # RFC 8894, 3.2.1.5: the recipientNonce is the senderNonce of the request. sscep only warns; a replay must fail.
    recipient_nonce = yield from opening.required(signature, Attribute.RECIPIENT_NONCE)
    if recipient_nonce != expected.sender_nonce:
        raise RemoteError(events.NonceMismatch(expected.sender_nonce, recipient_nonce))
    return (yield from _status(signature))


def _status(signature: cms.Signature) -> Generator[Event, None, PkiStatus]:
    text = yield from opening.text(signature, Attribute.PKI_STATUS)
    try:
        status = PkiStatus(text)
    except ValueError as error:
        raise RemoteError(events.WrongPkiStatus(text)) from error
    yield steps.PkiStatusRead(status)
    if status is PkiStatus.FAILURE:
        yield from _refusal(signature)
    return status


def _refusal(signature: cms.Signature) -> Generator[Event, None, None]:
    text = yield from opening.text(signature, Attribute.FAIL_INFO)
    try:
        fail_info = FailInfo(text)
    except ValueError as error:
        raise RemoteError(events.WrongFailInfo(text)) from error
    raise RemoteError(events.Refused(fail_info, opening.silent_text(signature, *_FAIL_INFO_TEXTS) or ""))
