"""The responder side: every HTTP request is answered, and what happened is told as events."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from fauxgate.pki import cms
from fauxgate.pki.algorithms import SHA256
from fauxgate.scep import answers, capabilities, events, http
from fauxgate.scep.answers import Answering
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.incoming import Incoming, unwrap_request
from fauxgate.scep.issuer import Issuer
from fauxgate.scep.manner import Manner
from fauxgate.scep.message import signed_bag
from fauxgate.scep.profiles import FORTIAUTHENTICATOR, ServerProfile

_METHODS = ("GET", "POST")


class Responder:
    """Answers SCEP requests on behalf of an issuer.

    `manner` says for a transaction id, or for the empty text outside of transactions, how the answer is worded.
    """

    def __init__(
        self,
        issuer: Issuer,
        random: Callable[[int], bytes],
        profile: ServerProfile = FORTIAUTHENTICATOR,
        manner: Callable[[str], Manner] = lambda _transaction_id: Manner(),
    ) -> None:
        self._issuer = issuer
        self._random = random
        self._profile = profile
        self._manner = manner

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
            case "GetCACaps" | "GetCACert":
                yield self._manner("").response(operation, self._told(operation, query.get("message", "")))
            case "GetNextCACert":
                yield from self._next_ca(now)
            case "PKIOperation":
                yield from self._message(request, query.get("message", ""), now)
            case _:
                yield from _rejected(400, "unknown operation")

    def _told(self, operation: str, message: str) -> HttpResponse:
        manner = self._manner("")
        if operation == "GetCACaps":
            names = manner.capabilities(self._profile.capabilities)
            return _response(200, "text/plain", capabilities.text(names))
        if self._profile.ca_identifier not in ("", http.unquoted(message)):
            # Inferred: sscep's sentence for an empty reply guesses that the identifier is wrong, so servers must have
            # answered so (fortios-certificates.md 4.3). RFC 8894, 4.2 leaves it open.
            return _response(200, http.CA_CERTIFICATE, b"")
        certificates = manner.ca_certificates(self._ca_certificates())
        # RFC 8894, 4.2.1: one certificate as it is, more of them in a bag.
        if len(certificates) == 1:
            return _response(200, http.CA_CERTIFICATE, certificates[0])
        return _response(200, http.CA_RA_CERTIFICATES, cms.degenerate(certificates))

    def _ca_certificates(self) -> Sequence[bytes]:
        """scep-interop.md 4.1 item 7: registration authorities first, then the issuing one and those above it."""
        authorities = [identity.certificate for identity in answers.registration_authorities(self._issuer)]
        issuing = answers.authority(self._issuer).der
        return tuple(dict.fromkeys([*authorities, issuing, *self._issuer.ca_chain()]))

    def _next_ca(self, now: datetime) -> Iterator[Event | HttpResponse]:
        certificates = self._issuer.next_ca()
        if not certificates:
            # RFC 8894, 4.7.1 leaves open what is said while there is no successor.
            yield from _rejected(404, "no next CA certificate")
            return
        identity = answers.signer(self._issuer)
        signer = cms.Signer(identity.key, *answers.named(identity), SHA256)
        body = signed_bag(cms.degenerate(certificates), signer, [identity.certificate], now)
        yield self._manner("").response("GetNextCACert", _response(200, http.NEXT_CA_CERTIFICATES, body))

    def _message(self, request: HttpRequest, text: str, now: datetime) -> Iterator[Event | HttpResponse]:
        try:
            body = request.body if request.method == "POST" else http.decoded_message(text)
            incoming = yield from unwrap_request(body, self._profile.suite)
        except RemoteError as error:
            # Without a header there is no transaction that an answer could belong to.
            yield error.failure
            yield from _rejected(400, "unreadable message")
        except ValueError:
            yield from _rejected(400, "message is not base64")
        else:
            yield from self._answer(incoming, now)

    def _answer(self, incoming: Incoming, now: datetime) -> Iterator[Event | HttpResponse]:
        manner = self._manner(incoming.transaction_id)
        answering = Answering(self._issuer, self._random, self._profile, manner, incoming, now)
        reply = yield from answering.reply()
        yield manner.response("PKIOperation", _response(200, http.PKI_MESSAGE, reply))


def _response(status: int, content_type: str, body: bytes, *headers: tuple[str, str]) -> HttpResponse:
    return HttpResponse(status, (("Content-Type", content_type), *headers), body)


def _rejected(status: int, reason: str, *headers: tuple[str, str]) -> Iterator[Event | HttpResponse]:
    yield events.RequestRejected(status, reason)
    yield _response(status, "text/plain", f"{reason}\n".encode(), *headers)
