"""A responder behind a TCP port: the standard library's threaded HTTP server, with its manners corrected.

Whatever arrives is answered or dropped; nothing is printed. A connection that says nothing is closed
after `IDLE_SECONDS`, and closing the listener ends every connection that is still open.
"""

import logging
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from types import TracebackType
from typing import Self

from fauxgate.network.answering import Answering, OnEvent, answer, ignore
from fauxgate.scep.http import HttpRequest, HttpResponse

IDLE_SECONDS = 15.0
LONGEST_BODY = 1024 * 1024
# Enough for every length that is accepted; Python refuses to read numbers of thousands of digits.
MOST_DIGITS = 10
SECONDS_BETWEEN_LOOKS = 0.05

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
    ) -> None:
        self._server = _Server((host, port), lambda request: answer(responder, request, now(), on_event))
        self._thread = threading.Thread(target=self._serve, name="listener", daemon=True)

    @property
    def url(self) -> str:
        """The base URL, without a trailing slash: `http://127.0.0.1:49152`."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

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


class _Server(ThreadingHTTPServer):
    # Threads that are waited for, so that a closed listener has no unfinished answer behind it.
    daemon_threads = False
    # The default of 5 makes connections wait for a retransmission when many clients come at once.
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], answer: Answer) -> None:
        self.answer = answer
        self._open: set[_Accepted] = set()
        self._lock = threading.Lock()
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        # Not HTTPServer's own, which asks the name service for the host's full name and may wait for it.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def get_request(self) -> tuple[socket.socket, object]:
        connection, client = super().get_request()
        with self._lock:
            self._open.add(connection)
        return connection, client

    def shutdown_request(self, request: _Accepted) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002  (socketserver's signature)
        error = sys.exception()
        # A client that hangs up or falls silent is everyday business; anything else is our mistake.
        if not isinstance(error, OSError):
            log.error("no answer to %s", client_address, exc_info=error)

    def hang_up(self) -> None:
        with self._lock:
            connections = [connection for connection in self._open if isinstance(connection, socket.socket)]
            for connection in connections:
                # One that its client has closed already is no longer connected.
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "fauxgate"
    sys_version = ""
    timeout = IDLE_SECONDS
    # Head and body leave in two writes; the body shall not wait until the head is acknowledged.
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (http.server's signature)
        log.debug(format, *args)

    def _serve(self) -> None:
        length = self._length()
        if length is None:
            return
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        version = self.request_version.removeprefix("HTTP/")
        headers = tuple(self.headers.items())
        self._write(self.server.answer(HttpRequest(self.command, self.path, headers, body, version)))

    def _length(self) -> int | None:
        """How long the body is; None when that was wrong or missing and has been answered."""
        text = self.headers.get("Content-Length")
        if text is None and self.command == "GET" and "Transfer-Encoding" not in self.headers:
            return 0
        if text is None or "Transfer-Encoding" in self.headers:
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
        elif not (text.isascii() and text.isdigit()):
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif len(text) > MOST_DIGITS or int(text) > LONGEST_BODY:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            return int(text)
        return None

    def _write(self, response: HttpResponse) -> None:
        self.send_response_only(response.status)
        for name, value in response.headers:
            self.send_header(name, value)
        if not any(name.lower() == "content-length" for name, _ in response.headers):
            self.send_header("Content-Length", str(len(response.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(response.body)
