"""One HTTP exchange as a SCEP client makes it: operations become requests, responses become bodies, step by step."""

from collections.abc import Generator
from dataclasses import dataclass

from fauxgate.scep import events, http, steps
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.http import Address, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.profiles import Profile

# The constants that sscep compares with, which the trace prints; fortios-certificates.md 4.2.
CA_CERTIFICATE = "application/x-x509-ca-cert"
PKI_MESSAGE = "x-pki-message"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where an authority is reached, from which address, and with which habits."""

    url: str
    source_ip: str
    profile: Profile
    address: Address


def endpoint(url: str, source_ip: str, profile: Profile) -> Endpoint:
    """The endpoint at a URL; raises RemoteError with IllegalUrl."""
    try:
        return Endpoint(url, source_ip, profile, http.address(url))
    except ValueError as error:
        raise RemoteError(events.IllegalUrl(url)) from error


def ca_request(to: Endpoint, ca_identifier: str) -> Generator[Event, None, HttpRequest]:
    """Ask for the authority's certificate; an empty identifier means the profile's own."""
    yield steps.CaFetchStarted(to.address)
    message = http.quoted(ca_identifier or to.profile.ca_identifier)
    request = _request(to, "GET", http.operation_url(to.url, "GetCACert", message))
    yield steps.CaRequested(request.head())
    return request


def message_request(to: Endpoint, message: bytes) -> Generator[Event, None, HttpRequest]:
    """Send a message by the method of the profile."""
    if to.profile.method == "POST":
        url = http.operation_url(to.url, "PKIOperation", "")
        return _request(to, "POST", url, (("Content-Type", "application/x-pki-message"),), message)
    text = http.wrapped_base64(message, to.profile.base64_columns)
    yield steps.MessageEncoded(len(text))
    return _request(to, "GET", http.operation_url(to.url, "PKIOperation", http.escaped(text)))


def body(to: Endpoint, answer: HttpResponse | HttpFailure, content_type: str) -> Generator[Event, None, bytes]:
    """The body of a good answer of the expected content type; raises RemoteError for every other answer."""
    if answer.peer:
        yield steps.Exchanged(answer.peer, to.address.port, to.address.secure, to.source_ip)
    if isinstance(answer, HttpFailure):
        raise RemoteError(events.TransportFailed(answer.reason, to.address.host, answer.detail))
    yield steps.HttpStatusRead(answer.status)
    if answer.status != 200:
        raise RemoteError(events.HttpError(answer.status))
    # sscep searches the constant inside the header, so that parameters and the missing `application/` do no harm.
    if content_type not in answer.content_type.lower():
        raise RemoteError(events.WrongContentType(answer.content_type, answer.body))
    yield steps.ContentTypeRead(content_type)
    return answer.body


def _request(
    to: Endpoint, method: str, url: str, headers: tuple[tuple[str, str], ...] = (), content: bytes = b""
) -> HttpRequest:
    """A request with the appliance's two headers and no others of its own (fortios-certificates.md 7.1)."""
    own = (("Host", to.address.host_header), ("Connection", "close"))
    return HttpRequest(method, url, own + headers, content, to.profile.http_version, to.source_ip)
