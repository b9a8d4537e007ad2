"""One HTTP exchange as a SCEP client makes it: operations become requests, responses become bodies, step by step."""

from collections.abc import Generator
from dataclasses import dataclass

from fauxgate.scep import authorities, capabilities, events, http, steps
from fauxgate.scep.authorities import Authorities
from fauxgate.scep.capabilities import Choice
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.http import Address, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.profiles import Profile

# The constants that sscep compares with, which the trace prints; fortios-certificates.md 4.2. The last but one is
# Entrust's (scep-interop.md 7.3), for which sscep prints the one before it.
PKI_MESSAGE = "x-pki-message"
_CA_CERTIFICATES = (http.CA_CERTIFICATE, http.CA_RA_CERTIFICATES, "application/x-x509-ra-ca-certs")
# sscep's numbers for the kinds of GetCACert replies; fortios-certificates.md 4.2 has the first.
_ONE_CERTIFICATE, _SEVERAL_CERTIFICATES = 1, 3


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


def capabilities_request(to: Endpoint, ca_identifier: str) -> Generator[Event, None, HttpRequest]:
    """Ask what the authority can."""
    request = _request(to, "GET", http.operation_url(to.url, "GetCACaps", _identifier(to, ca_identifier)))
    yield steps.CapabilitiesRequested(request.head())
    return request


def read_capabilities(to: Endpoint, answer: HttpResponse | HttpFailure) -> Generator[Event, None, frozenset[str]]:
    """What the authority can; nothing is no failure, unless the profile insists on RFC 8894."""
    found = capabilities.read(answer)
    yield steps.CapabilitiesRead(tuple(sorted(found)))
    if to.profile.expects_standard and capabilities.SCEP_STANDARD not in found:
        raise RemoteError(events.StandardNotOffered())
    return found


def choice(to: Endpoint, found: frozenset[str]) -> Choice:
    """How to write: as negotiated, or as the profile always does."""
    profile = to.profile
    return capabilities.choose(found) if profile.negotiates else Choice(profile.cipher, profile.digest, profile.method)


def ca_request(to: Endpoint, ca_identifier: str) -> Generator[Event, None, HttpRequest]:
    """Ask for the authority's certificate; an empty identifier means the profile's own."""
    yield steps.CaFetchStarted(to.address)
    request = _request(to, "GET", http.operation_url(to.url, "GetCACert", _identifier(to, ca_identifier)))
    yield steps.CaRequested(request.head())
    return request


def read_ca(to: Endpoint, answer: HttpResponse | HttpFailure) -> Generator[Event, None, Authorities]:
    """The authority's certificates, and what each is for."""
    content = yield from body(to, answer, *_CA_CERTIFICATES)
    is_one = http.CA_CERTIFICATE in answer_type(answer)
    yield steps.CaReplyRead(_ONE_CERTIFICATE if is_one else _SEVERAL_CERTIFICATES)
    if not content:
        raise RemoteError(events.EmptyCaReply())
    found = authorities.choose(authorities.read(content))
    yield steps.CaCertificateLoaded()
    return found


def next_ca_request(to: Endpoint, ca_identifier: str) -> Generator[Event, None, HttpRequest]:
    """Ask for the next authority's certificates."""
    request = _request(to, "GET", http.operation_url(to.url, "GetNextCACert", _identifier(to, ca_identifier)))
    yield steps.NextCaRequested(request.head())
    return request


def message_request(to: Endpoint, message: bytes, method: str) -> Generator[Event, None, HttpRequest]:
    """Send a message by a method; a column number of 0 in the profile means base64 in one line."""
    if method == "POST":
        url = http.operation_url(to.url, "PKIOperation", "")
        return _request(to, "POST", url, (("Content-Type", http.PKI_MESSAGE),), message)
    columns = to.profile.base64_columns
    text = http.wrapped_base64(message, columns) if columns else http.base64_line(message)
    yield steps.MessageEncoded(len(text))
    return _request(to, "GET", http.operation_url(to.url, "PKIOperation", http.escaped(text)))


def body(to: Endpoint, answer: HttpResponse | HttpFailure, *content_types: str) -> Generator[Event, None, bytes]:
    """The body of a good answer of an expected content type; raises RemoteError for every other answer."""
    if answer.peer:
        yield steps.Exchanged(answer.peer, to.address.port, to.address.secure, to.source_ip)
    if isinstance(answer, HttpFailure):
        raise RemoteError(events.TransportFailed(answer.reason, to.address.host, answer.detail))
    yield steps.HttpStatusRead(answer.status)
    if answer.status != 200:
        raise RemoteError(events.HttpError(answer.status))
    # sscep searches the constant inside the header, so that parameters and the missing `application/` do no harm.
    matching = next((each for each in content_types if each in answer_type(answer)), None)
    if matching is None:
        raise RemoteError(events.WrongContentType(answer.content_type, answer.body))
    yield steps.ContentTypeRead(matching)
    return answer.body


def answer_type(answer: HttpResponse | HttpFailure) -> str:
    """The content type of an answer in lower case."""
    return answer.content_type.lower() if isinstance(answer, HttpResponse) else ""


def _identifier(to: Endpoint, ca_identifier: str) -> str:
    return http.quoted(ca_identifier or to.profile.ca_identifier)


def _request(
    to: Endpoint, method: str, url: str, headers: tuple[tuple[str, str], ...] = (), content: bytes = b""
) -> HttpRequest:
    """A request with the appliance's two headers and no others of its own (fortios-certificates.md 7.1)."""
    own = (("Host", to.address.host_header), ("Connection", "close"))
    return HttpRequest(method, url, own + headers, content, to.profile.http_version, to.source_ip)
