"""The client side: an enrollment as a state machine without I/O; `fetches` has the shorter exchanges.

`receive` takes one input and yields what follows from it, in order: events as the steps happen, then the one request
to send or the one wait to make, if it is not the end. Every input must be drained before the next.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, ClassVar, Self

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.pki import certificates, keys, names, structures
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.cms_structures import IssuerAndSubject
from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep import authorities, capabilities, conversation, events, exchange, steps
from fauxgate.scep.attributes import MessageType, PkiStatus
from fauxgate.scep.authorities import Authorities
from fauxgate.scep.conversation import Conversation
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.http import ANY_SOURCE, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.profiles import Profile


@dataclass(frozen=True, slots=True)
class Renewed:
    """The certificate in DER that is to be renewed, and its private key, which signs the request."""

    certificate: bytes
    key: keys.PrivateKey


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrollmentOrder:
    """What is to be enrolled, and where: `request` is the CSR in DER (its challenge inside), `key` its private key.

    `name` is what the certificate will be called; an empty `ca_identifier` means the profile's own. `renewal_of`
    makes it a renewal, with the same key or a new one.
    """

    name: str
    url: str
    key: keys.PrivateKey
    request: bytes
    ca_identifier: str = ""
    source_ip: str = ANY_SOURCE
    renewal_of: Renewed | None = None


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
    ASKING = "asking for the capabilities"
    FETCHING_CA = "fetching the CA certificate"
    REQUESTING = "requesting"
    WAITING = "waiting"
    POLLING = "polling"
    GRANTED = "granted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What must be kept, besides the order, for an enrollment to go on polling after a restart; nothing is secret."""

    transaction_id: str
    signer: bytes
    authorities: tuple[bytes, ...]
    capabilities: frozenset[str]
    polls: int


Input = Begin | HttpResponse | HttpFailure | TimerFired
Output = HttpRequest | Wait | Event


class Enrollment:
    """One certificate being requested, from the first question to the last poll.

    `roots` gives the CA certificates in DER that are trusted at the moment when a certificate comes. With it, one that
    an intermediate authority signed is taken only if those reach up to a root; without it, it is not looked at.
    """

    def __init__(
        self,
        order: EnrollmentOrder,
        profile: Profile,
        random: Callable[[int], bytes],
        roots: Callable[[], Sequence[bytes]] | None = None,
    ) -> None:
        self.state = State.NEW
        self.polls = 0
        self._order = order
        self._profile = profile
        self._random = random
        self._roots = roots
        self._request = CertificateRequest.parse(order.request)
        self._capabilities: frozenset[str] = frozenset()
        self._endpoint: exchange.Endpoint
        self._conversation: Conversation

    @classmethod
    def resumed(
        cls,
        order: EnrollmentOrder,
        profile: Profile,
        random: Callable[[int], bytes],
        waiting: Waiting,
        roots: Callable[[], Sequence[bytes]] | None = None,
    ) -> Self:
        """An enrollment that was WAITING when its process ended; its next input is `TimerFired`.

        Raises ValueError where what was kept is damaged.
        """
        self = cls(order, profile, random, roots)
        self.state = State.WAITING
        self.polls = waiting.polls
        self._capabilities = waiting.capabilities
        self._endpoint = exchange.endpoint(order.url, order.source_ip, profile)
        try:
            found = authorities.choose(waiting.authorities)
        except RemoteError as error:
            raise ValueError(str(error)) from error
        self._conversation = self._converse(waiting.transaction_id, found, Certificate.parse(waiting.signer))
        return self

    @property
    def waiting(self) -> Waiting:
        """What to keep while the state is WAITING."""
        kept = self._conversation
        ders = tuple(each.der for each in kept.authorities.certificates)
        return Waiting(kept.id, kept.signer.der, ders, self._capabilities, self.polls)

    def receive(self, received: Input, now: datetime) -> Iterator[Output]:
        """Take one input; yield the outputs in order. An input that the state does not expect is a KeyError."""
        reaction = self._REACTIONS[self.state, type(received)]
        try:
            yield from reaction(self, received, now)
        except RemoteError as error:
            self.state = State.FAILED
            yield error.failure

    def _begin(self, _begin: Begin, _now: datetime) -> Iterator[Output]:
        self._endpoint = exchange.endpoint(self._order.url, self._order.source_ip, self._profile)
        if not self._profile.negotiates:
            yield from self._fetch_ca()
            return
        request = yield from exchange.capabilities_request(self._endpoint, self._order.ca_identifier)
        self.state = State.ASKING
        yield request

    def _negotiate(self, answer: HttpResponse | HttpFailure, _now: datetime) -> Iterator[Output]:
        self._capabilities = yield from exchange.read_capabilities(self._endpoint, answer)
        choice = exchange.choice(self._endpoint, self._capabilities)
        yield steps.AlgorithmsChosen(choice.cipher.name, choice.digest.name, choice.method)
        yield from self._fetch_ca()

    def _fetch_ca(self) -> Iterator[Output]:
        request = yield from exchange.ca_request(self._endpoint, self._order.ca_identifier)
        self.state = State.FETCHING_CA
        yield request

    def _send_request(self, answer: HttpResponse | HttpFailure, now: datetime) -> Iterator[Output]:
        found = yield from exchange.read_ca(self._endpoint, answer)
        yield steps.AuthorityAccepted()
        self._conversation = self._begin_transaction(found, now)
        yield steps.TransactionStarted(self._conversation.id)
        request = yield from self._conversation.request(self._message_type(), self._order.request, now)
        self.state = State.REQUESTING
        yield request

    def _send_poll(self, _fired: TimerFired, now: datetime) -> Iterator[Output]:
        issuing = self._conversation.authorities.issuing
        issuer = issuing.issuer if self._profile.names_ca_issuer_in_polls else issuing.subject
        asked = IssuerAndSubject(issuer=structures.tlv(issuer), subject=structures.tlv(self._request.subject))
        self.polls += 1
        request = yield from self._conversation.request(MessageType.CERT_POLL, structures.encode(asked), now)
        self.state = State.POLLING
        yield request

    def _read_reply(self, answer: HttpResponse | HttpFailure, _now: datetime) -> Iterator[Output]:
        reply = yield from self._conversation.reply(answer)
        if reply.status is PkiStatus.PENDING:
            yield events.Pending(self.polls)
            yield from self._wait()
        else:
            yield from self._accept(reply.certificates)

    def _read_poll(self, answer: HttpResponse | HttpFailure, now: datetime) -> Iterator[Output]:
        """As `_read_reply`, but an authority that is out of reach for a while costs a first enrollment nothing.

        Inferred: no poll of an appliance was seen to fail. A renewal is begun anew on another day by who began it.
        """
        if not isinstance(answer, HttpFailure) or self._order.renewal_of:
            yield from self._read_reply(answer, now)
            return
        try:
            yield from self._conversation.reply(answer)
        except RemoteError as error:
            failure = error.failure
            if not isinstance(failure, events.TransportFailed):
                raise
            yield events.PollUnanswered(self.polls, failure.reason, failure.host, failure.detail)
            yield from self._wait()

    def _begin_transaction(self, found: Authorities, now: datetime) -> Conversation:
        """The transaction id, and a certificate to sign with: the one to be renewed, or one of our own making."""
        renewed = self._order.renewal_of
        if renewed is not None:
            name = conversation.transaction_id(self._profile, self._order.key, renewed.certificate)
            return self._converse(name, found, Certificate.parse(renewed.certificate))
        name = conversation.transaction_id(self._profile, self._order.key)
        choice = exchange.choice(self._endpoint, self._capabilities)
        key, subject = self._order.key, self._request.subject
        return self._converse(name, found, conversation.own_signer(self._profile, choice, key, subject, name, now))

    def _converse(self, name: str, found: Authorities, signer: Certificate) -> Conversation:
        choice = exchange.choice(self._endpoint, self._capabilities)
        key = self._order.renewal_of.key if self._order.renewal_of else self._order.key
        needs_password = self._profile.opens_by_password and not isinstance(key, RSAPrivateKey)
        password = self._request.challenge if needs_password else None
        return Conversation(name, self._endpoint, found, choice, signer, key, password, self._random)

    def _message_type(self) -> MessageType:
        """RFC 8894, 2.3: a RenewalReq only where the authority knows it; elsewhere the old certificate tells enough."""
        can_renew = capabilities.RENEWAL in self._capabilities
        return MessageType.RENEWAL_REQ if self._order.renewal_of and can_renew else MessageType.PKCS_REQ

    def _wait(self) -> Iterator[Output]:
        waited = self.polls * self._profile.poll_interval
        if self.polls >= self._profile.poll_limit or waited >= self._profile.poll_duration:
            raise RemoteError(events.PollingGivenUp(self.polls))
        self.state = State.WAITING
        yield Wait(self._profile.poll_interval)

    def _accept(self, received: tuple[bytes, ...]) -> Iterator[Output]:
        """Take the first certificate that is ours and not self-signed, as sscep does."""
        found = authorities.readable(received)
        ours = next((each for each in found if not each.is_self_issued and self._is_ours(each)), None)
        if ours is None:
            raise RemoteError(events.CertificateMissing())
        yield steps.CertificateFound(names.oneline(ours.subject), names.oneline(ours.issuer))
        if not certificates.matches(ours, self._order.key):
            raise RemoteError(events.CertificateKeyMismatch())
        others = [each for each in found if each is not ours]
        if self._profile.verifies_issued and not self._is_vouched_for(ours, others):
            raise RemoteError(events.IssuerUnknown())
        self._check_root(ours, others)
        self.state = State.GRANTED
        yield events.Granted(self._order.name, ours.der, tuple(each.der for each in others))

    def _check_root(self, ours: Certificate, others: list[Certificate]) -> None:
        """Raises RemoteError with RootMissing where the issuer is not a root, and none above it is trusted."""
        known = (*self._conversation.authorities.certificates, *others)
        issuer = next((each for each in known if certificates.is_issued_by(ours, each)), None)
        if self._roots is None or issuer is None or issuer.is_self_issued:
            return
        trusted = authorities.readable(self._roots())
        if not authorities.reaches_root(issuer, trusted, known):
            raise RemoteError(events.RootMissing(names.oneline(issuer.subject), names.oneline(issuer.issuer)))

    def _is_ours(self, certificate: Certificate) -> bool:
        if self._profile.finds_certificate_by_key:
            return certificates.matches(certificate, self._order.key)
        return names.are_equal(certificate.subject, self._request.subject)

    def _is_vouched_for(self, ours: Certificate, others: list[Certificate]) -> bool:
        """Whether one of the authority's certificates signed ours, or one that came along and was signed by those."""
        known = self._conversation.authorities.certificates
        between = [each for each in others if any(certificates.is_issued_by(each, above) for above in known)]
        return any(certificates.is_issued_by(ours, above) for above in (*known, *between))

    # Each reaction gets inputs of the one type under which it stands here, which a table cannot tell the type checker.
    _REACTIONS: ClassVar[dict[tuple[State, type[Input]], Callable[["Enrollment", Any, datetime], Iterator[Output]]]] = {
        (State.NEW, Begin): _begin,
        (State.ASKING, HttpResponse): _negotiate,
        (State.ASKING, HttpFailure): _negotiate,
        (State.FETCHING_CA, HttpResponse): _send_request,
        (State.FETCHING_CA, HttpFailure): _send_request,
        (State.REQUESTING, HttpResponse): _read_reply,
        (State.REQUESTING, HttpFailure): _read_reply,
        (State.WAITING, TimerFired): _send_poll,
        (State.POLLING, HttpResponse): _read_poll,
        (State.POLLING, HttpFailure): _read_poll,
    }
