"""The client side: an enrollment, and a fetch of the authority's certificates, as state machines without I/O.

Each `receive` takes one input and yields what follows from it, in order: events as the steps happen, then the one
request to send or the one wait to make, if it is not the end. Every input must be drained before the next.
"""

import hashlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from fauxgate.pki import certificates, cms, cms_structures, keys, names, structures
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep import events, exchange, message, steps
from fauxgate.scep.attributes import MessageType, PkiStatus
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.exchange import Endpoint
from fauxgate.scep.http import ANY_SOURCE, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.profiles import Profile

# sscep's number for a GetCACert reply with one certificate; fortios-certificates.md 4.2.
_ONE_CERTIFICATE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrollmentOrder:
    """What is to be enrolled, and where: `request` is the CSR in DER (its challenge inside), `key` its private key.

    `name` is what the certificate will be called; an empty `ca_identifier` means the profile's own.
    """

    name: str
    url: str
    key: keys.PrivateKey
    request: bytes
    ca_identifier: str = ""
    source_ip: str = ANY_SOURCE


@dataclass(frozen=True, slots=True)
class Begin:
    """The first input."""


@dataclass(frozen=True, slots=True)
class TimerFired:
    """The time of the last `Wait` is over."""


@dataclass(frozen=True, slots=True)
class Wait:
    """The next input is to be `TimerFired`, after this many seconds."""

    seconds: int


class State(Enum):
    """Where an enrollment stands."""

    NEW = "new"
    FETCHING_CA = "fetching the CA certificate"
    REQUESTING = "requesting"
    WAITING = "waiting"
    POLLING = "polling"
    GRANTED = "granted"
    FAILED = "failed"


Input = Begin | HttpResponse | HttpFailure | TimerFired
Output = HttpRequest | Wait | Event


@dataclass(frozen=True, slots=True)
class _Transaction:
    """What stays the same from the request to the last poll."""

    id: str
    authority: Certificate
    signer: cms.Signer
    certificate: bytes


class Enrollment:
    """One certificate being requested, from GetCACert to the last poll."""

    def __init__(self, order: EnrollmentOrder, profile: Profile, random: Callable[[int], bytes]) -> None:
        self.state = State.NEW
        self.polls = 0
        self._order = order
        self._profile = profile
        self._random = random
        self._request = CertificateRequest.parse(order.request)
        self._nonce = b""
        self._endpoint: Endpoint
        self._transaction: _Transaction

    def receive(self, received: Input, now: datetime) -> Iterator[Output]:
        """Take one input; yield the outputs in order. An input that the state does not expect is a KeyError."""
        reaction = self._REACTIONS[self.state, type(received)]
        try:
            yield from reaction(self, received, now)
        except RemoteError as error:
            self.state = State.FAILED
            yield error.failure

    def _fetch_ca(self, _begin: Begin, _now: datetime) -> Iterator[Output]:
        self._endpoint = exchange.endpoint(self._order.url, self._order.source_ip, self._profile)
        request = yield from exchange.ca_request(self._endpoint, self._order.ca_identifier)
        self.state = State.FETCHING_CA
        yield request

    def _send_request(self, answer: HttpResponse | HttpFailure, now: datetime) -> Iterator[Output]:
        authority = yield from _ca_certificate(self._endpoint, answer)
        yield steps.AuthorityAccepted()
        self._transaction = self._begin_transaction(authority, now)
        yield steps.TransactionStarted(self._transaction.id)
        request = yield from self._message(MessageType.PKCS_REQ, self._order.request, now)
        self.state = State.REQUESTING
        yield request

    def _send_poll(self, _fired: TimerFired, now: datetime) -> Iterator[Output]:
        # sscep names the issuer of the CA certificate here, not its subject; with a root they are the same.
        issuer_and_subject = cms_structures.IssuerAndSubject(
            issuer=structures.tlv(self._transaction.authority.issuer),
            subject=structures.tlv(self._request.subject),
        )
        self.polls += 1
        request = yield from self._message(MessageType.CERT_POLL, structures.encode(issuer_and_subject), now)
        self.state = State.POLLING
        yield request

    def _read_reply(self, answer: HttpResponse | HttpFailure, _now: datetime) -> Iterator[Output]:
        body = yield from exchange.body(self._endpoint, answer, exchange.PKI_MESSAGE)
        if not body:
            raise RemoteError(events.EmptyReply())
        reply = yield from message.unwrap_reply(
            body,
            authority=[self._transaction.authority],
            transaction_id=self._transaction.id,
            sender_nonce=self._nonce,
            key=self._order.key,
            serial_number=self._transaction.signer.serial_number,
        )
        yield from self._wait() if reply.status is PkiStatus.PENDING else self._accept(reply.certificates)

    def _begin_transaction(self, authority: Certificate, now: datetime) -> _Transaction:
        """The transaction id, and a certificate to sign with (fortios-certificates.md 7.1)."""
        key, digest = self._order.key, self._profile.digest
        transaction_id = hashlib.md5(keys.spki(key), usedforsecurity=False).hexdigest().upper()
        # sscep makes the characters of the transaction id the serial number.
        serial_number = int.from_bytes(transaction_id.encode("ascii"))
        certificate = certificates.self_signed(
            subject=self._request.subject,
            key=key,
            serial_number=serial_number,
            not_before=now,
            not_after=now + self._profile.signer_lifetime,
            digest=digest,
        )
        signer = cms.Signer(key, self._request.subject, serial_number, digest)
        return _Transaction(transaction_id, authority, signer, certificate)

    def _message(self, kind: MessageType, payload: bytes, now: datetime) -> Generator[Event, None, HttpRequest]:
        transaction = self._transaction
        inner = yield from message.envelop(kind, payload, transaction.authority, self._profile.cipher, self._random)
        self._nonce = self._random(message.NONCE_SIZE)
        header = message.Header(transaction_id=transaction.id, message_type=kind, sender_nonce=self._nonce)
        outer = yield from message.sign(header, inner, transaction.signer, [transaction.certificate], now)
        return (yield from exchange.message_request(self._endpoint, outer))

    def _wait(self) -> Iterator[Output]:
        yield events.Pending(self.polls)
        waited = self.polls * self._profile.poll_interval
        if self.polls >= self._profile.poll_limit or waited >= self._profile.poll_duration:
            raise RemoteError(events.PollingGivenUp(self.polls))
        self.state = State.WAITING
        yield Wait(self._profile.poll_interval)

    def _accept(self, received: tuple[bytes, ...]) -> Iterator[Output]:
        """Take the first certificate with our subject that is not self-signed, as sscep does."""
        readable = _readable(received)
        ours = next((item for item in readable if self._is_ours(item)), None)
        if ours is None:
            raise RemoteError(events.CertificateMissing())
        yield steps.CertificateFound(names.oneline(ours.subject), names.oneline(ours.issuer))
        if not certificates.matches(ours, self._order.key):
            raise RemoteError(events.CertificateKeyMismatch())
        self.state = State.GRANTED
        others = tuple(item.der for item in readable if item is not ours)
        yield events.Granted(self._order.name, ours.der, others)

    def _is_ours(self, certificate: Certificate) -> bool:
        return not certificate.is_self_issued and names.are_equal(certificate.subject, self._request.subject)

    # Each reaction gets inputs of the one type under which it stands here, which a table cannot tell the type checker.
    _REACTIONS: ClassVar[dict[tuple[State, type[Input]], Callable[["Enrollment", Any, datetime], Iterator[Output]]]] = {
        (State.NEW, Begin): _fetch_ca,
        (State.FETCHING_CA, HttpResponse): _send_request,
        (State.FETCHING_CA, HttpFailure): _send_request,
        (State.REQUESTING, HttpResponse): _read_reply,
        (State.REQUESTING, HttpFailure): _read_reply,
        (State.WAITING, TimerFired): _send_poll,
        (State.POLLING, HttpResponse): _read_reply,
        (State.POLLING, HttpFailure): _read_reply,
    }


class CaFetch:
    """The authority's certificates being fetched, as `ca import auto` does: one request, one answer."""

    def __init__(self, url: str, ca_identifier: str, source_ip: str, profile: Profile) -> None:
        self._url = url
        self._ca_identifier = ca_identifier
        self._source_ip = source_ip
        self._profile = profile
        self._endpoint: Endpoint

    def receive(self, received: Input, _now: datetime) -> Iterator[Output]:
        """Take one input; ends with `CaCertificatesReceived` or a `Failure`. There is never a `Wait`."""
        try:
            match received:
                case Begin():
                    yield from self._ask()
                case HttpResponse() | HttpFailure():
                    yield from self._read(received)
                case TimerFired():
                    raise KeyError(received)
        except RemoteError as error:
            yield error.failure

    def _ask(self) -> Iterator[Output]:
        self._endpoint = exchange.endpoint(self._url, self._source_ip, self._profile)
        yield (yield from exchange.ca_request(self._endpoint, self._ca_identifier))

    def _read(self, answer: HttpResponse | HttpFailure) -> Iterator[Output]:
        certificate = yield from _ca_certificate(self._endpoint, answer)
        yield events.CaCertificatesReceived((certificate.der,))


def _ca_certificate(to: Endpoint, answer: HttpResponse | HttpFailure) -> Generator[Event, None, Certificate]:
    """The certificate in a GetCACert reply, which must have an RSA key to encrypt for."""
    body = yield from exchange.body(to, answer, exchange.CA_CERTIFICATE)
    yield steps.CaReplyRead(_ONE_CERTIFICATE)
    if not body:
        raise RemoteError(events.EmptyCaReply())
    try:
        certificate = Certificate.parse(body)
        if not isinstance(certificate.public_key(), RSAPublicKey):
            raise RemoteError(events.CaCertificateUnusable())
    except (InvalidCertificate, keys.InvalidKey) as error:
        raise RemoteError(events.CaCertificateUnusable()) from error
    yield steps.CaCertificateLoaded()
    return certificate


def _readable(received: tuple[bytes, ...]) -> list[Certificate]:
    found = []
    for der in received:
        try:
            found.append(Certificate.parse(der))
        except InvalidCertificate:
            continue
    return found
