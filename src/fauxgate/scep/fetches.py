"""The shorter exchanges of a client, as state machines without I/O: there is never a `Wait` in them.

They work as `client.Enrollment` does: each input is followed by events and, if it is not the end, by one request.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from fauxgate.pki import certificates, cms, keys, structures
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.cms_structures import IssuerAndSerialNumber
from fauxgate.scep import authorities, conversation, events, exchange, http, opening
from fauxgate.scep.attributes import MessageType, PkiStatus
from fauxgate.scep.client import Begin, Input, Output, TimerFired
from fauxgate.scep.conversation import Conversation
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.http import ANY_SOURCE, HttpFailure, HttpResponse
from fauxgate.scep.profiles import Profile


class _Fetch:
    """What takes its inputs in turn: `Begin`, then one answer for each request."""

    def receive(self, received: Input, now: datetime) -> Iterator[Output]:
        """Take one input; ends with what was fetched or a `Failure`. There is never a `Wait`."""
        try:
            match received:
                case Begin():
                    yield from self._begin()
                case HttpResponse() | HttpFailure():
                    yield from self._read(received, now)
                case TimerFired():
                    raise KeyError(received)
        except RemoteError as error:
            yield error.failure

    def _begin(self) -> Iterator[Output]:
        raise NotImplementedError

    def _read(self, answer: HttpResponse | HttpFailure, now: datetime) -> Iterator[Output]:
        raise NotImplementedError


class CaFetch(_Fetch):
    """The authority's certificates being fetched, as `ca import auto` does: one request, one answer."""

    def __init__(self, url: str, ca_identifier: str, source_ip: str, profile: Profile) -> None:
        self._url = url
        self._ca_identifier = ca_identifier
        self._source_ip = source_ip
        self._profile = profile
        self._endpoint: exchange.Endpoint

    def _begin(self) -> Iterator[Output]:
        self._endpoint = exchange.endpoint(self._url, self._source_ip, self._profile)
        yield (yield from exchange.ca_request(self._endpoint, self._ca_identifier))

    def _read(self, answer: HttpResponse | HttpFailure, _now: datetime) -> Iterator[Output]:
        found = yield from exchange.read_ca(self._endpoint, answer)
        yield events.CaCertificatesReceived(tuple(each.der for each in found.certificates))


class NextCaFetch(_Fetch):
    """The next authority's certificates being fetched, which the present one vouches for (RFC 8894, 4.7).

    `known` are the present authority's certificates in DER, as a CaFetch brought them.
    """

    def __init__(
        self, url: str, ca_identifier: str, source_ip: str, profile: Profile, known: tuple[bytes, ...]
    ) -> None:
        self._url = url
        self._ca_identifier = ca_identifier
        self._source_ip = source_ip
        self._profile = profile
        self._known = known
        self._endpoint: exchange.Endpoint

    def _begin(self) -> Iterator[Output]:
        self._endpoint = exchange.endpoint(self._url, self._source_ip, self._profile)
        yield (yield from exchange.next_ca_request(self._endpoint, self._ca_identifier))

    def _read(self, answer: HttpResponse | HttpFailure, _now: datetime) -> Iterator[Output]:
        body = yield from exchange.body(self._endpoint, answer, http.NEXT_CA_CERTIFICATES)
        if not body:
            raise RemoteError(events.EmptyCaReply())
        signed, signature = yield from opening.read_outer(body, self._profile.suite)
        yield from opening.verify(signed, signature, authorities.choose(self._known).signers)
        try:
            found = authorities.readable(cms.read_signed(signed.content).certificates)
        except cms.CmsError as error:
            raise RemoteError(events.CaCertificateUnusable()) from error
        if not found:
            raise RemoteError(events.CaCertificateUnusable())
        yield events.NextCaCertificatesReceived(tuple(each.der for each in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalOrder:
    """What is to be retrieved, and where: the certificate of this number, or the CRL on which it would stand.

    `key` signs, for `signer`, a certificate in DER that the authority issued before.
    """

    kind: MessageType
    url: str
    key: keys.PrivateKey
    signer: bytes
    serial_number: int
    ca_identifier: str = ""
    source_ip: str = ANY_SOURCE


class Retrieval(_Fetch):
    """A GetCert or GetCRL (RFC 8894, 4.5 and 4.6): capabilities, the authority's certificates, then the question."""

    def __init__(self, order: RetrievalOrder, profile: Profile, random: Callable[[int], bytes]) -> None:
        self._order = order
        self._profile = profile
        self._random = random
        self._capabilities: frozenset[str] | None = None if profile.negotiates else frozenset()
        self._endpoint: exchange.Endpoint
        self._conversation: Conversation | None = None

    def _begin(self) -> Iterator[Output]:
        self._endpoint = exchange.endpoint(self._order.url, self._order.source_ip, self._profile)
        if self._capabilities is None:
            yield (yield from exchange.capabilities_request(self._endpoint, self._order.ca_identifier))
        else:
            yield (yield from exchange.ca_request(self._endpoint, self._order.ca_identifier))

    def _read(self, answer: HttpResponse | HttpFailure, now: datetime) -> Iterator[Output]:
        if self._capabilities is None:
            self._capabilities = yield from exchange.read_capabilities(self._endpoint, answer)
            yield (yield from exchange.ca_request(self._endpoint, self._order.ca_identifier))
        elif self._conversation is None:
            yield from self._ask(answer, self._capabilities, now)
        else:
            yield from self._take(self._conversation, answer)

    def _ask(self, answer: HttpResponse | HttpFailure, found: frozenset[str], now: datetime) -> Iterator[Output]:
        order = self._order
        known = yield from exchange.read_ca(self._endpoint, answer)
        asked = IssuerAndSerialNumber(issuer=structures.tlv(known.issuing.subject), serial_number=order.serial_number)
        payload = structures.encode(asked)
        name = conversation.transaction_id(self._profile, order.key, order.kind.value.encode(), payload)
        choice, signer = exchange.choice(self._endpoint, found), Certificate.parse(order.signer)
        self._conversation = Conversation(name, self._endpoint, known, choice, signer, order.key, None, self._random)
        yield (yield from self._conversation.request(order.kind, payload, now))

    def _take(self, talk: Conversation, answer: HttpResponse | HttpFailure) -> Iterator[Output]:
        reply = yield from talk.reply(answer)
        if reply.status is not PkiStatus.SUCCESS:
            raise RemoteError(events.WrongPkiStatus(reply.status.value))
        if self._order.kind is MessageType.GET_CRL:
            if not reply.crls:
                raise RemoteError(events.CrlMissing())
            yield events.CrlRetrieved(reply.crls[0])
            return
        found = authorities.readable(reply.certificates)
        wanted = next((each for each in found if self._is_wanted(each, talk)), None)
        if wanted is None:
            raise RemoteError(events.CertificateMissing())
        yield events.CertificateRetrieved(wanted.der)

    def _is_wanted(self, certificate: Certificate, talk: Conversation) -> bool:
        is_numbered = certificate.serial_number == self._order.serial_number
        return is_numbered and certificates.is_issued_by(certificate, talk.authorities.issuing)
