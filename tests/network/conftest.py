"""Servers and responders for the network tests; everything stays on 127.0.0.1."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.steps import HttpStatusRead

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

Behaviour = Callable[[socket.socket], None]


class RawServer:
    """A server of plain bytes: for each connection it does as told, as a rule after it read one request."""

    def __init__(self, behave: Behaviour, *, read_first: bool) -> None:
        self.received: list[bytes] = []
        self._behave = behave
        self._read_first = read_first
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                with connection, suppress(OSError):
                    if self._read_first:
                        self.received.append(read_request(connection))
                    self._behave(connection)

    def close(self) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(5)


def read_request(connection: socket.socket) -> bytes:
    connection.settimeout(5)
    request = b""
    while len(request) < request_length(request):
        more = connection.recv(65536)
        if not more:
            break
        request += more
    return request


def request_length(so_far: bytes) -> int:
    head, end, _ = so_far.partition(b"\r\n\r\n")
    announced = re.search(rb"Content-Length: (\d+)", head)
    return len(head) + len(end) + int(announced[1]) if end and announced else len(head) + 4


@pytest.fixture
def raw_server() -> Iterator[Callable[..., RawServer]]:
    """Starts servers that answer with these bytes, or that behave like this."""
    servers: list[RawServer] = []

    def start(behaviour: bytes | Behaviour, *, read_first: bool = True) -> RawServer:
        behave = behaviour if callable(behaviour) else lambda connection: connection.sendall(behaviour)
        servers.append(RawServer(behave, read_first=read_first))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@dataclass
class Echo:
    """A responder that remembers what it was asked and answers with the body and the target."""

    asked: list[HttpRequest] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)

    def receive(self, request: HttpRequest, now: datetime) -> Iterator[Event | HttpResponse]:
        self.asked.append(request)
        self.times.append(now)
        yield HttpStatusRead(200)
        text = f"{request.method} {request.url} ".encode("latin-1")
        yield HttpResponse(200, (("Content-Type", "text/plain"),), text + request.body)


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def now() -> Callable[[], datetime]:
    return lambda: NOW
