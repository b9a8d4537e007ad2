"""An exchange taken apart: HTTP, the signed message, its attributes, the envelope, and what is in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from fauxgate.inspector import contents, messages
from fauxgate.inspector.exchanges import Exchange
from fauxgate.inspector.layer import Layer
from fauxgate.pki.keys import PrivateKey
from fauxgate.scep import http
from fauxgate.scep.attributes import Attribute, MessageType, PkiStatus
from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse

# What stands in a URL is shown up to this many characters.
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Summary:
    """An exchange in a few words: the operation, the message type or empty, how it was answered, the transaction."""

    operation: str
    message: str
    answer: str
    transaction_id: str


def layers(exchange: Exchange, keys: Sequence[PrivateKey]) -> Iterator[Layer]:
    """The layers, outermost first, of the request and then of the answer; `keys` are those that may open envelopes."""
    yield _http_request(exchange.request)
    message = request_message(exchange.request)
    if message:
        yield from messages.layers("request", message, keys)
    if isinstance(exchange.answer, HttpFailure):
        answer = exchange.answer
        yield Layer("No answer", (answer.reason.value, *filter(None, [answer.detail])))
        return
    yield _http_response(exchange.answer)
    yield from _answer_layers(operation(exchange.request), exchange.answer, keys)


def summary(exchange: Exchange) -> Summary:
    """What an exchange was about."""
    message = request_message(exchange.request)
    asked = messages.header(message) if message else {}
    told = asked.get(Attribute.MESSAGE_TYPE, "")
    names = {kind.value: kind.name for kind in MessageType}
    transaction_id = asked.get(Attribute.TRANSACTION_ID, "")
    return Summary(operation(exchange.request), names.get(told, told), _answered(exchange), transaction_id)


def operation(request: HttpRequest) -> str:
    """The SCEP operation of a request; empty if it names none."""
    try:
        return http.query(request.url).get("operation", "")
    except ValueError:
        return ""


def request_message(request: HttpRequest) -> bytes:
    """The message of a PKIOperation, sent by POST or GET; empty for every other request."""
    if operation(request) != "PKIOperation":
        return b""
    if request.method == "POST":
        return request.body
    try:
        return http.decoded_message(http.query(request.url).get("message", ""))
    except ValueError:
        return b""


def _answered(exchange: Exchange) -> str:
    answer = exchange.answer
    if isinstance(answer, HttpFailure):
        return answer.reason.value
    if answer.status != 200:
        return f"HTTP {answer.status}"
    status = messages.header(answer.body).get(Attribute.PKI_STATUS, "")
    names = {each.value: each.name for each in PkiStatus}
    return names.get(status, status) or f"{len(answer.body)} bytes"


def _answer_layers(asked: str, answer: HttpResponse, keys: Sequence[PrivateKey]) -> Iterator[Layer]:
    if asked == "PKIOperation":
        yield from messages.layers("answer", answer.body, keys)
    elif asked in ("GetCACert", "GetNextCACert"):
        yield from contents.certificates("answer", answer.body)
    elif answer.body:
        yield Layer("Text", tuple(answer.body[:4096].decode("utf-8", "replace").splitlines()))


def _http_request(request: HttpRequest) -> Layer:
    first, *headers = request.head().rstrip("\n").split("\n")
    where = urlsplit(request.url).netloc
    lines = [f"To {where} from {request.source_ip}:", _shortened(first), *headers]
    lines += [f"({len(request.body)} bytes)"] if request.body else []
    return Layer("HTTP request", tuple(lines))


def _http_response(answer: HttpResponse) -> Layer:
    headers = (f"{name}: {value}" for name, value in answer.headers)
    peer = f"From {answer.peer}:" if answer.peer else "From inside this process:"
    return Layer("HTTP response", (peer, f"HTTP {answer.status}", *headers, f"({len(answer.body)} bytes)"))


def _shortened(line: str) -> str:
    """A request line whose message is told by its length."""
    before, found, rest = line.partition("&message=")
    value, _, version = rest.partition(" ")
    # As the trace counts it: which characters must be escaped is chance.
    size = len(unquote(value))
    return f"{before}{found}<{size} characters> {version}" if size > _SHOWN else line
