"""The responder side: every HTTP request is answered, and what happened is told as events."""

from collections.abc import Callable, Generator, Iterator
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from fauxgate.pki import cms, structures
from fauxgate.pki.algorithms import SHA256, Cipher
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.cms_structures import IssuerAndSubject
from fauxgate.pki.requests import CertificateRequest, InvalidRequest
from fauxgate.pki.structures import InvalidDer
from fauxgate.scep import events, http, message
from fauxgate.scep.attributes import FailInfo, MessageType, PkiStatus
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import DecryptionFailed, Event, Failure, SignatureInvalid, WrongMessageType
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.issuer import (
    Decision,
    Defer,
    EnrollmentRequest,
    Grant,
    GrantUnreadable,
    Issuer,
    PollRequest,
    Refuse,
)
from fauxgate.scep.message import Header, Incoming

_METHODS = ("GET", "POST")


class Responder:
    """Answers SCEP requests on behalf of an issuer."""

    def __init__(self, issuer: Issuer, random: Callable[[int], bytes]) -> None:
        self._issuer = issuer
        self._random = random

    def receive(self, request: HttpRequest, now: datetime) -> Iterator[Event | HttpResponse]:
        """Events, then as the last item the response; every request gets one."""
        if request.method not in _METHODS:
            yield from _rejected(405, "method not allowed", ("Allow", ", ".join(_METHODS)))
            return
        try:
            query = http.query(request.url)
        except ValueError:
            yield from _rejected(400, "bad URL")
            return
        operation = query.get("operation", "")
        yield events.RequestRead(operation)
        match operation:
            case "GetCACert":
                yield _response(200, "application/x-x509-ca-cert", self._authority().der)
            case "PKIOperation":
                yield from self._message(request, query.get("message", ""), now)
            case _:
                yield from _rejected(400, "unknown operation")

    def _message(self, request: HttpRequest, text: str, now: datetime) -> Iterator[Event | HttpResponse]:
        try:
            body = request.body if request.method == "POST" else http.decoded_message(text)
            incoming = yield from message.unwrap_request(body)
        except RemoteError as error:
            # Without a header there is no transaction that an answer could belong to.
            yield error.failure
            yield from _rejected(400, "unreadable message")
        except ValueError:
            yield from _rejected(400, "message is not base64")
        else:
            yield from self._answer(incoming, now)

    def _answer(self, incoming: Incoming, now: datetime) -> Iterator[Event | HttpResponse]:
        decision: Decision
        try:
            yield from message.verify_request(incoming)
            serial_number = self._issuer.certificate.serial_number
            payload = yield from message.open_inner(incoming.signed.content, self._issuer.key, serial_number)
            decision = self._decision(incoming, payload.plain)
            inner = yield from self._inner(incoming, decision, payload.cipher)
        except RemoteError as error:
            yield error.failure
            decision, inner = Refuse(_fail_info(error.failure)), b""
        yield from self._reply(incoming, decision, inner, now)

    def _decision(self, incoming: Incoming, plain: bytes) -> Decision:
        if incoming.message_type == MessageType.PKCS_REQ.value:
            return self._review(incoming, plain)
        if incoming.message_type == MessageType.GET_CERT_INITIAL.value:
            return self._poll(incoming, plain)
        raise RemoteError(events.WrongMessageType(incoming.message_type))

    def _review(self, incoming: Incoming, plain: bytes) -> Decision:
        try:
            csr = CertificateRequest.parse(plain)
        except InvalidRequest:
            return Refuse(FailInfo.BAD_REQUEST)
        if not csr.is_signature_valid:
            return Refuse(FailInfo.BAD_MESSAGE_CHECK)
        request = EnrollmentRequest(incoming.transaction_id, csr, csr.challenge, incoming.signer.der)
        return self._issuer.review(request)

    def _poll(self, incoming: Incoming, plain: bytes) -> Decision:
        try:
            structures.decode(IssuerAndSubject, plain)
        except InvalidDer:
            return Refuse(FailInfo.BAD_REQUEST)
        return self._issuer.poll(PollRequest(incoming.transaction_id, plain, incoming.signer.der))

    def _inner(self, incoming: Incoming, decision: Decision, cipher: Cipher) -> Generator[Event, None, bytes]:
        """The envelope of a CertRep, in the request's own cipher; empty where there is nothing to send.

        So it is too for a signer with an EC key, whatever key the request is for: it could not open an envelope.
        """
        if not isinstance(decision, Grant) or not isinstance(incoming.signer.public_key(), RSAPublicKey):
            return b""
        bag = cms.degenerate((self._authority().der, decision.certificate))
        return (yield from message.envelop(MessageType.CERT_REP, bag, incoming.signer, cipher, self._random))

    def _reply(
        self, incoming: Incoming, decision: Decision, inner: bytes, now: datetime
    ) -> Iterator[Event | HttpResponse]:
        status, fail_info = _outcome(decision)
        header = Header(
            transaction_id=incoming.transaction_id,
            message_type=MessageType.CERT_REP,
            sender_nonce=self._random(message.NONCE_SIZE),
            recipient_nonce=incoming.sender_nonce,
            pki_status=status,
            fail_info=fail_info,
        )
        authority = self._authority()
        # scep-interop.md 4.1: the reply mirrors the algorithms of the request.
        digest = incoming.digest or SHA256
        signer = cms.Signer(self._issuer.key, authority.issuer, authority.serial_number, digest)
        # fortios-certificates.md 7.2: with SUCCESS the outer part carries both certificates, with PENDING none.
        certificates = (authority.der, decision.certificate) if isinstance(decision, Grant) else ()
        reply = yield from message.sign(header, inner, signer, certificates, now)
        yield events.RequestAnswered(incoming.transaction_id, status, fail_info)
        yield _response(200, "application/x-pki-message", reply)

    def _authority(self) -> Certificate:
        return Certificate.parse(self._issuer.certificate.public_bytes(Encoding.DER))


def _outcome(decision: Decision) -> tuple[PkiStatus, FailInfo | None]:
    match decision:
        case Defer():
            return PkiStatus.PENDING, None
        case Refuse(fail_info=fail_info):
            return PkiStatus.FAILURE, fail_info
        case Grant() | GrantUnreadable():
            return PkiStatus.SUCCESS, None


def _fail_info(failure: Failure) -> FailInfo:
    """RFC 8894, 3.2.1.4: what to call a request that cannot be read."""
    match failure:
        case SignatureInvalid(is_algorithm_unknown=True) | DecryptionFailed(is_algorithm_unknown=True):
            return FailInfo.BAD_ALG
        case WrongMessageType():
            return FailInfo.BAD_REQUEST
        case _:
            return FailInfo.BAD_MESSAGE_CHECK


def _response(status: int, content_type: str, body: bytes, *headers: tuple[str, str]) -> HttpResponse:
    return HttpResponse(status, (("Content-Type", content_type), *headers), body)


def _rejected(status: int, reason: str, *headers: tuple[str, str]) -> Iterator[Event | HttpResponse]:
    yield events.RequestRejected(status, reason)
    yield _response(status, "text/plain", f"{reason}\n".encode(), *headers)
