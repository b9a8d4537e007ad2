"""A responder behind a TCP port: a thread for each open connection, and limits to what a client can take of them.

Whatever arrives is answered or dropped; nothing is printed. A connection that says nothing, or too little at a time, is
closed when its time is up, and closing the listener ends every connection that is still open.
"""

import logging
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from socketserver import BaseRequestHandler, ThreadingTCPServer
from types import TracebackType
from typing import Self

from fauxgate.network import reading, sending
from fauxgate.network.answering import Answering, OnEvent, answer, ignore
from fauxgate.network.reading import Gone, Limits, Refused
from fauxgate.network.workers import Workers
from fauxgate.scep.http import HttpRequest, HttpResponse

SECONDS_BETWEEN_LOOKS = 0.05
MOST_CONNECTIONS = 2000

log = logging.getLogger(__name__)
log.addHandler(logging.NullHandler())

Answer = Callable[[HttpRequest], HttpResponse]
# What socketserver says that it may have accepted; over TCP it is a socket.
_Accepted = socket.socket | tuple[bytes, socket.socket]


class Listener:
    """Serves `responder` on `host` and `port` (0: any free one) from `start` to `close`.

    Connections are served at the same time, so `responder`, `now` and `on_event` are called from several threads.
    Building it binds the port and raises OSError when that is not possible.
    """

    def __init__(
        self,
        responder: Answering,
        now: Callable[[], datetime],
        host: str = "127.0.0.1",
        port: int = 0,
        on_event: OnEvent = ignore,
        limits: Limits = Limits(),  # noqa: B008  (a value, which nobody changes)
    ) -> None:
        self._server = _Server((host, port), lambda request: answer(responder, request, now(), on_event), limits)
        self._thread = threading.Thread(target=self._serve, name="listener", daemon=True)

    @property
    def url(self) -> str:
        """The base URL, without a trailing slash: `http://127.0.0.1:49152`."""
        host, port = self._server.server_address[:2]
        return f"http://[{host!s}]:{port}" if ":" in str(host) else f"http://{host!s}:{port}"

    def start(self) -> None:
        """Begin to answer; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """Stop answering, end what is open and give the port back; closing again does nothing."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.hang_up()

    def _serve(self) -> None:
        self._server.serve_forever(SECONDS_BETWEEN_LOOKS)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class _Server(ThreadingTCPServer):
    # The threads are our own.
    block_on_close = False
    allow_reuse_address = True
    # The default of 5 makes connections wait for a retransmission when many clients come at once.
    request_queue_size = 1024

    def __init__(self, address: tuple[str, int], answer: Answer, limits: Limits) -> None:
        self.answer = answer
        self.limits = limits
        self.closing = threading.Event()
        self._workers = Workers()
        self._open: set[_Accepted] = set()
        self._lock = threading.Lock()
        self._room = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Handler)

    def get_request(self) -> tuple[socket.socket, object]:
        # Where there is no room, those who come wait in the queue of the kernel.
        while not self._room.acquire(timeout=SECONDS_BETWEEN_LOOKS):
            if self.closing.is_set():
                raise OSError("closing")
        try:
            connection, client = super().get_request()
        except OSError:
            self._room.release()
            raise
        with self._lock:
            self._open.add(connection)
        return connection, client

    def process_request(self, request: _Accepted, client_address: object) -> None:
        self._workers.give(lambda: self.process_request_thread(request, client_address))

    def shutdown_request(self, request: _Accepted) -> None:
        with self._lock:
            known = request in self._open
            self._open.discard(request)
        if known:
            self._room.release()
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002  (socketserver's signature)
        error = sys.exception()
        # A client that hangs up or falls silent is everyday business; anything else is our mistake.
        if not isinstance(error, OSError):
            log.error("no answer to %s", client_address, exc_info=error)

    def hang_up(self) -> None:
        self.closing.set()
        with self._lock:
            connections = [connection for connection in self._open if isinstance(connection, socket.socket)]
            for connection in connections:
                # One that its client has closed already is no longer connected.
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.server_close()
        # A closed listener has no unfinished answer behind it.
        self._workers.close()


class _Handler(BaseRequestHandler):
    server: _Server
    request: socket.socket

    def handle(self) -> None:
        connection, server = self.request, self.server
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            for request, stays in reading.Reader(connection, server.limits).requests():
                response = server.answer(request)
                if not sending.send(
                    connection, response, stays=stays, seconds=server.limits.request, closing=server.closing
                ):
                    return
        except Refused as refused:
            sending.refuse(connection, refused.status)
        except Gone:
            return
