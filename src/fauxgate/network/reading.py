"""Reading HTTP requests from a connection (RFC 9112): bounded in size and in time, whatever the client does."""

import re
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from fauxgate.scep.http import HttpRequest

LONGEST_BODY = 1024 * 1024
LONGEST_LINE = 64 * 1024
LONGEST_HEAD = 128 * 1024
MOST_HEADERS = 100
# Enough for every length that is accepted; Python refuses to read numbers of thousands of digits.
MOST_DIGITS = 10
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"

_METHODS = ("GET", "POST")
_REQUEST_LINE = re.compile(r"([!-~]+) ([^ ]+) HTTP/([0-9])\.([0-9])")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?")
_PIECE = 65536


class Refused(Exception):
    """What arrives is no request that can be answered; the status says why. The connection is of no more use."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


class Gone(Exception):
    """The client hung up, or let its time pass, in the middle of a request or between two."""


@dataclass(frozen=True, slots=True)
class Limits:
    """In seconds: how long a connection may be idle, and how long a request may take to arrive."""

    idle: float = 15.0
    request: float = 30.0


class Reader:
    """Takes one request after the other from a connection."""

    def __init__(self, connection: socket.socket, limits: Limits) -> None:
        self._connection = connection
        self._limits = limits
        self._received = b""
        self._deadline = 0.0

    def requests(self) -> Iterator[tuple[HttpRequest, bool]]:
        """Each request, and whether the client wants the connection to stay; raises Refused and Gone."""
        stays = True
        while stays:
            self._deadline = time.monotonic() + self._limits.idle
            if not self._received:
                self._receive()
            self._deadline = time.monotonic() + self._limits.request
            request = self._request()
            stays = _stays(request)
            yield request, stays

    def _request(self) -> HttpRequest:
        line = self._line(HTTPStatus.REQUEST_URI_TOO_LONG)
        # RFC 9112, 2.2: an empty line before a request, which old clients send after a body, is passed over.
        if not line:
            line = self._line(HTTPStatus.REQUEST_URI_TOO_LONG)
        found = _REQUEST_LINE.fullmatch(line.decode("latin-1"))
        if found is None:
            raise Refused(HTTPStatus.BAD_REQUEST)
        method, target, major, minor = found.groups()
        if major != "1":
            raise Refused(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
        if method not in _METHODS:
            raise Refused(HTTPStatus.NOT_IMPLEMENTED)
        headers = tuple(self._headers())
        body = self._body(method, f"{major}.{minor}", {name.lower(): value for name, value in headers})
        return HttpRequest(method, target, headers, body, f"{major}.{minor}")

    def _headers(self) -> Iterator[tuple[str, str]]:
        size = 0
        for _ in range(MOST_HEADERS + 1):
            line = self._line(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
            if not line:
                return
            size += len(line)
            name, colon, value = line.decode("latin-1").partition(":")
            # RFC 9112, 5.1: white space before the colon, or at the beginning of the line, has been used to mislead.
            if not colon or not name or name != name.strip():
                raise Refused(HTTPStatus.BAD_REQUEST)
            if size > LONGEST_HEAD:
                break
            yield name, value.strip()
        raise Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def _body(self, method: str, version: str, headers: Mapping[str, str]) -> bytes:
        length, coding = headers.get("content-length"), headers.get("transfer-encoding")
        if length is None and coding is None and method == "GET":
            return b""
        wanted = None if coding is not None else _length(length)
        if coding is not None and (length is not None or coding.lower() != "chunked"):
            # RFC 9112, 6.1: both lengths at once have been used to mislead; other codings nobody sends.
            raise Refused(HTTPStatus.BAD_REQUEST if length is not None else HTTPStatus.NOT_IMPLEMENTED)
        self._promise(headers.get("expect"), version)
        return self._chunks() if wanted is None else self._exactly(wanted)

    def _promise(self, expected: str | None, version: str) -> None:
        if expected is None or version == "1.0":
            return
        if expected.lower() != "100-continue":
            raise Refused(HTTPStatus.EXPECTATION_FAILED)
        if not self._received:
            self._connection.sendall(CONTINUE)

    def _chunks(self) -> bytes:
        body = b""
        while size := self._chunk_size():
            if len(body) + size > LONGEST_BODY:
                raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            body += self._exactly(size)
            if self._line(HTTPStatus.BAD_REQUEST):
                raise Refused(HTTPStatus.BAD_REQUEST)
        # What stands in a trailer is of no use to anybody here.
        for _ in self._headers():
            pass
        return body

    def _chunk_size(self) -> int:
        found = _CHUNK_SIZE.fullmatch(self._line(HTTPStatus.BAD_REQUEST))
        if found is None:
            raise Refused(HTTPStatus.BAD_REQUEST)
        return int(found[1], 16)

    def _line(self, too_long: HTTPStatus) -> bytes:
        """The next line without its end, which may be CR LF or LF alone."""
        looked = 0
        while (end := self._received.find(b"\n", looked)) < 0:
            if len(self._received) > LONGEST_LINE:
                raise Refused(too_long)
            looked = len(self._received)
            self._receive()
        line, self._received = self._received[:end], self._received[end + 1 :]
        if len(line) > LONGEST_LINE:
            raise Refused(too_long)
        return line.removesuffix(b"\r")

    def _exactly(self, size: int) -> bytes:
        pieces, missing = [self._received[:size]], size - len(self._received)
        self._received = self._received[size:]
        while missing > 0:
            self._receive()
            pieces.append(self._received[:missing])
            missing, self._received = missing - len(pieces[-1]), self._received[missing:]
        return b"".join(pieces)

    def _receive(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise Gone
        self._connection.settimeout(left)
        try:
            more = self._connection.recv(_PIECE)
        except OSError as error:
            raise Gone from error
        if not more:
            raise Gone
        self._received += more


def _length(text: str | None) -> int:
    if text is None:
        raise Refused(HTTPStatus.LENGTH_REQUIRED)
    if not (text.isascii() and text.isdigit()):
        raise Refused(HTTPStatus.BAD_REQUEST)
    if len(text) > MOST_DIGITS or int(text) > LONGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return int(text)


def _stays(request: HttpRequest) -> bool:
    named = next((value for name, value in request.headers if name.lower() == "connection"), "")
    options = {option.strip().lower() for option in named.split(",")}
    return "keep-alive" in options if request.version == "1.0" else "close" not in options
