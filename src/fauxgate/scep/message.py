"""Writing and reading SCEP messages (RFC 8894, 3), for client and responder alike.

Each function is a generator of the steps that the appliance's trace shows, in its order; what it makes is its return
value. A step that fails raises RemoteError, after everything before it has been told.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.pki import cms, envelopes, names, structures
from fauxgate.pki.algorithms import Cipher, Digest, PrivateKey
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.keys import InvalidKey
from fauxgate.pki.structures import Oid, PrintableString
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType, PkiStatus
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event

NONCE_SIZE = 16

_CONTENT_TYPE = "1.2.840.113549.1.9.3"
_SIGNING_TIME = "1.2.840.113549.1.9.5"
_OCTETS = (b"\x04",)
_TEXTS = (b"\x0c", b"\x13", b"\x16")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The signed attributes of a message, in the order in which the appliance adds them."""

    transaction_id: str
    message_type: MessageType
    sender_nonce: bytes
    recipient_nonce: bytes | None = None
    pki_status: PkiStatus | None = None
    fail_info: FailInfo | None = None

    def values(self) -> Iterator[tuple[Attribute, object]]:
        """Each attribute that is there, with the value to be encoded."""
        # scep-interop.md 4.1: clients choose ids of every style, and want them back.
        is_printable = names.is_printable(self.transaction_id)
        yield Attribute.TRANSACTION_ID, PrintableString(self.transaction_id) if is_printable else self.transaction_id
        yield Attribute.MESSAGE_TYPE, PrintableString(self.message_type.value)
        if self.pki_status is not None:
            yield Attribute.PKI_STATUS, PrintableString(self.pki_status.value)
        if self.fail_info is not None:
            yield Attribute.FAIL_INFO, PrintableString(self.fail_info.value)
        yield Attribute.SENDER_NONCE, self.sender_nonce
        if self.recipient_nonce is not None:
            yield Attribute.RECIPIENT_NONCE, self.recipient_nonce


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request whose outer part was read, but not verified."""

    message_type: str
    transaction_id: str
    sender_nonce: bytes
    signer: Certificate
    digest: Digest | None
    signed: cms.Signed
    signature: cms.Signature


@dataclass(frozen=True, slots=True)
class Payload:
    """The decrypted inner part of a message, and the cipher that it came in."""

    plain: bytes
    cipher: Cipher


@dataclass(frozen=True, slots=True)
class Reply:
    """A CertRep that was read and verified; certificates only with SUCCESS."""

    status: PkiStatus
    certificates: tuple[bytes, ...] = ()


def envelop(
    message_type: MessageType, plain: bytes, recipient: Certificate, cipher: Cipher, random: Callable[[int], bytes]
) -> Generator[Event, None, bytes]:
    """Make the inner part: the payload encrypted for a recipient."""
    yield steps.InnerStarted(message_type)
    yield steps.PayloadReady(len(plain))
    try:
        envelope = envelopes.envelop(plain, recipient, cipher, random)
    except envelopes.UnfitRecipient as error:
        raise RemoteError(events.RecipientUnusable()) from error
    yield steps.PayloadEncrypted(len(envelope))
    return envelope


def sign(
    header: Header, content: bytes, signer: cms.Signer, certificates: Sequence[bytes], now: datetime
) -> Generator[Event, None, bytes]:
    """Make the outer part around an inner one; empty content stands for none.

    scep-interop.md 4.1: a zero-length OCTET STRING is what most clients accept in place of the absent content of
    RFC 8894, and fortios-certificates.md 7.2 proves it for the appliance's server.
    """
    yield steps.OuterStarted()
    attributes: list[tuple[str, object]] = [
        (_CONTENT_TYPE, Oid(cms.DATA)),
        (_SIGNING_TIME, structures.time(now)),
        (cms.MESSAGE_DIGEST, signer.digest.of(content)),
    ]
    yield steps.SignerAdded()
    for attribute, value in header.values():
        attributes.append((attribute.value, value))
        yield steps.AttributeAdded(attribute)
    message = cms.sign_content(content, attributes, signer, certificates)
    yield steps.MessageWritten(len(message))
    return message


def unwrap_reply(
    body: bytes,
    *,
    authority: Sequence[Certificate],
    transaction_id: str,
    sender_nonce: bytes,
    key: PrivateKey,
    serial_number: int,
) -> Generator[Event, None, Reply]:
    """Read and verify a CertRep; `serial_number` is that of the certificate to which the reply is encrypted.

    Raises RemoteError, with Refused when the authority says FAILURE.
    """
    signed, signature = yield from _outer(body)
    yield from _verified(signed, signature, authority)
    if not signature.attributes:
        raise RemoteError(events.AttributesMissing())
    status = yield from _reply_header(signature, transaction_id, sender_nonce)
    if status is not PkiStatus.SUCCESS:
        return Reply(status)
    payload = yield from open_inner(signed.content, key, serial_number)
    try:
        return Reply(status, cms.read_signed(payload.plain).certificates)
    except cms.CmsError as error:
        raise RemoteError(events.InnerUnreadable()) from error


def unwrap_request(body: bytes) -> Generator[Event, None, Incoming]:
    """Read the outer part of a request and its header, so that even a bad one can be answered."""
    signed, signature = yield from _outer(body)
    transaction_id = yield from _text(signature, Attribute.TRANSACTION_ID)
    message_type = yield from _text(signature, Attribute.MESSAGE_TYPE)
    sender_nonce = yield from _required(signature, Attribute.SENDER_NONCE)
    signer = _signer(signed, signature)
    return Incoming(message_type, transaction_id, sender_nonce, signer, signature.digest, signed, signature)


def verify_request(incoming: Incoming) -> Iterator[Event]:
    """Verify a request's signature with the certificate that came along."""
    yield from _verified(incoming.signed, incoming.signature, [incoming.signer])


def open_inner(content: bytes, key: PrivateKey, serial_number: int) -> Generator[Event, None, Payload]:
    """Open the envelope in a message for the certificate with this serial number."""
    yield steps.InnerFound()
    # fortios-certificates.md 1.3: the appliance's PKCS#7 code knows no EC recipient, and says so at this point.
    if not isinstance(key, RSAPrivateKey):
        raise RemoteError(events.InnerUnreadable())
    try:
        envelope = envelopes.read(content)
        yield steps.InnerRead()
        plain = envelopes.decrypt(envelope, serial_number, key)
    except cms.Unreadable as error:
        raise RemoteError(events.InnerUnreadable()) from error
    except cms.UnknownAlgorithm as error:
        raise RemoteError(events.DecryptionFailed(is_algorithm_unknown=True)) from error
    except envelopes.DecryptionFailed as error:
        raise RemoteError(events.DecryptionFailed()) from error
    yield steps.InnerDecrypted(len(envelope.encrypted))
    return Payload(plain, envelope.cipher)


def _outer(body: bytes) -> Generator[Event, None, tuple[cms.Signed, cms.Signature]]:
    yield steps.MessageReceived(len(body))
    try:
        signed = cms.read_signed(body)
    except cms.NotSigned as error:
        raise RemoteError(events.MessageNotSigned()) from error
    except cms.Unreadable as error:
        raise RemoteError(events.MessageUnreadable()) from error
    yield steps.ContentFound(len(signed.content))
    try:
        signature = cms.read_signature(signed)
    except cms.NoSigner as error:
        raise RemoteError(events.SignerMissing()) from error
    return signed, signature


def _verified(signed: cms.Signed, signature: cms.Signature, signers: Sequence[Certificate]) -> Iterator[Event]:
    yield steps.SignatureFound()
    try:
        if not any(cms.is_valid(signed, signature, signer.public_key()) for signer in signers):
            raise RemoteError(events.SignatureInvalid())
    except cms.UnknownAlgorithm as error:
        raise RemoteError(events.SignatureInvalid(is_algorithm_unknown=True)) from error
    except InvalidKey as error:
        raise RemoteError(events.SignatureInvalid()) from error
    yield steps.SignatureVerified()


def _signer(signed: cms.Signed, signature: cms.Signature) -> Certificate:
    for der in signed.certificates:
        try:
            certificate = Certificate.parse(der)
        except InvalidCertificate:
            continue
        if certificate.serial_number == signature.serial_number and certificate.issuer == signature.issuer:
            return certificate
    raise RemoteError(events.SignerMissing())


def _reply_header(
    signature: cms.Signature, transaction_id: str, sender_nonce: bytes
) -> Generator[Event, None, PkiStatus]:
    received_id = yield from _text(signature, Attribute.TRANSACTION_ID)
    if received_id != transaction_id:
        raise RemoteError(events.TransactionIdMismatch(transaction_id, received_id))
    message_type = yield from _text(signature, Attribute.MESSAGE_TYPE)
    if message_type != MessageType.CERT_REP.value:
        raise RemoteError(events.WrongMessageType(message_type))
    yield steps.MessageTypeAccepted(MessageType.CERT_REP)
    if (yield from _value(signature, Attribute.SENDER_NONCE)) is None:
        yield steps.SenderNonceMissing()
    # RFC 8894, 3.2.1.5: the recipientNonce is the senderNonce of the request. sscep only warns; a replay must fail.
    recipient_nonce = yield from _required(signature, Attribute.RECIPIENT_NONCE)
    if recipient_nonce != sender_nonce:
        raise RemoteError(events.NonceMismatch(sender_nonce, recipient_nonce))
    return (yield from _status(signature))


def _status(signature: cms.Signature) -> Generator[Event, None, PkiStatus]:
    text = yield from _text(signature, Attribute.PKI_STATUS)
    try:
        status = PkiStatus(text)
    except ValueError as error:
        raise RemoteError(events.WrongPkiStatus(text)) from error
    yield steps.PkiStatusRead(status)
    if status is PkiStatus.FAILURE:
        yield from _refusal(signature)
    return status


def _refusal(signature: cms.Signature) -> Generator[Event, None, None]:
    text = yield from _text(signature, Attribute.FAIL_INFO)
    try:
        raise RemoteError(events.Refused(FailInfo(text)))
    except ValueError as error:
        raise RemoteError(events.WrongFailInfo(text)) from error


def _value(signature: cms.Signature, attribute: Attribute) -> Generator[Event, None, bytes | None]:
    yield steps.AttributeSought(attribute)
    element = signature.attribute(attribute.value)
    if element is None or element.tag_bytes not in (_OCTETS if attribute.is_octets else _TEXTS):
        return None
    value = structures.octets(element)
    yield steps.AttributeRead(attribute, value)
    return value


def _required(signature: cms.Signature, attribute: Attribute) -> Generator[Event, None, bytes]:
    value = yield from _value(signature, attribute)
    if value is None:
        raise RemoteError(events.AttributeMissing(attribute))
    return value


def _text(signature: cms.Signature, attribute: Attribute) -> Generator[Event, None, str]:
    value = yield from _required(signature, attribute)
    return value.decode("utf-8", "replace")
