"""HTTP as SCEP uses it: requests, responses and failures as values, and the way a message travels in them."""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote, unquote, urlsplit

# The appliance's way of saying that the routing table chooses the source address; nothing is bound to it.
ANY_SOURCE = "0.0.0.0"  # noqa: S104

# RFC 8894, 4.1 to 4.7.
CA_CERTIFICATE = "application/x-x509-ca-cert"
CA_RA_CERTIFICATES = "application/x-x509-ca-ra-cert"
NEXT_CA_CERTIFICATES = "application/x-x509-next-ca-cert"
PKI_MESSAGE = "application/x-pki-message"

_DEFAULT_PORTS = {"http": 80, "https": 443}
# sscep encodes these four and nothing else; fortios-certificates.md 7.1.
_ESCAPES = (("+", "%2B"), ("-", "%2D"), ("=", "%3D"), ("\n", "%0A"))
# base64url, a plus sign that a form decoder made a space, and the line ends that some clients leave in.
_MENDED = (("-", "+"), ("_", "/"), (" ", "+"), ("\r", ""), ("\n", ""), ("\t", ""), ("=", ""))


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One request: what is to be sent, or what a listener received (then `url` may be only path and query)."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    version: str = "1.1"
    source_ip: str = ANY_SOURCE

    def head(self) -> str:
        r"""The request line and the headers as they stand on the wire, with `\n` for line ends and an empty line."""
        parts = urlsplit(self.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        lines = [f"{self.method} {target} HTTP/{self.version}", *(f"{name}: {value}" for name, value in self.headers)]
        return "\n".join(lines) + "\n\n"


class Delivery(Enum):
    """How a response leaves, for an authority that misbehaves below HTTP."""

    WHOLE = "whole"
    # Half of the body that was announced, and the end of the connection.
    CUT = "cut"
    # A few bytes each second.
    SLOW = "slow"
    # The connection is reset, and nothing said.
    RESET = "reset"
    # Nothing is said, and the connection stays.
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """One response; `peer` and `port` say which address answered, where the transport knows it."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    peer: str = ""
    port: int = 0
    delivery: Delivery = Delivery.WHOLE

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header, parameters included; empty if there is none."""
        return next((value for name, value in self.headers if name.lower() == "content-type"), "")


class FailureReason(Enum):
    """Why there is no response at all."""

    UNKNOWN_HOST = "unknown host"
    CANNOT_CONNECT = "cannot connect"
    TIMED_OUT = "timed out"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class HttpFailure:
    """What a transport returns in place of a response; `detail` is for people, never compared."""

    reason: FailureReason
    detail: str
    peer: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a SCEP URL leads, in the parts that the appliance's trace shows."""

    host: str
    port: int
    directory: str
    secure: bool

    @property
    def scheme(self) -> str:
        """`http` or `https`."""
        return "https" if self.secure else "http"

    @property
    def host_header(self) -> str:
        """The Host header: the port stands in it only when it is not the scheme's own."""
        return self.host if self.port == _DEFAULT_PORTS[self.scheme] else f"{self.host}:{self.port}"


def address(url: str) -> Address:
    """Take a SCEP URL apart; raises ValueError when it is no http or https URL with a host and a legal port."""
    parts = urlsplit(url)
    default = _DEFAULT_PORTS.get(parts.scheme)
    if default is None or not parts.hostname or not url.isprintable() or " " in url:
        raise ValueError(url)
    port = default if parts.port is None else parts.port
    if port == 0:
        raise ValueError(url)
    host = parts.netloc.rpartition(":")[0] if parts.port is not None else parts.netloc
    return Address(host.rstrip(":"), port, parts.path or "/", parts.scheme == "https")


def operation_url(url: str, operation: str, message: str) -> str:
    """The URL of one SCEP operation; `message` must be escaped already."""
    separator = "&" if "?" in url else "?"
    return f"{url}{separator}operation={operation}&message={message}"


def wrapped_base64(der: bytes, columns: int) -> str:
    """Base64 with a newline after every line, the last one too, as OpenSSL's base64 filter writes it."""
    text = base64.b64encode(der).decode("ascii")
    return "".join(f"{text[start : start + columns]}\n" for start in range(0, len(text), columns))


def base64_line(der: bytes) -> str:
    """Base64 in one line."""
    return base64.b64encode(der).decode("ascii")


def quoted(text: str) -> str:
    """Free text, such as a CA identifier, for a query."""
    return quote(text, safe="")


def unquoted(text: str) -> str:
    """What such text says."""
    return unquote(text)


def escaped(text: str) -> str:
    r"""Escape base64 for a query the way sscep does: only `+`, `-`, `=` and `\n`."""
    return _replaced(text, _ESCAPES)


def decoded_message(text: str) -> bytes:
    """Read the `message` of a GET in every form that clients send it; raises ValueError when it is not base64.

    Standard or URL alphabet, plus signs raw or as spaces, line ends inside, padding missing (scep-interop.md 4.1).
    """
    mended = _replaced(unquote(text), _MENDED)
    try:
        return base64.b64decode(mended + "=" * (-len(mended) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error


def _replaced(text: str, marks: Iterable[tuple[str, str]]) -> str:
    # One mark at a time is many times faster than `translate` with a table, and messages are long.
    for mark, replacement in marks:
        text = text.replace(mark, replacement)
    return text


def query(url: str) -> dict[str, str]:
    """The query of a URL, still escaped; the first of equal names counts. Raises ValueError for a broken URL."""
    found: dict[str, str] = {}
    for pair in urlsplit(url).query.split("&"):
        name, _, value = pair.partition("=")
        found.setdefault(name, value)
    return found
