"""A connection of `requests` that is watched closely.

`requests` speaks HTTP/1.1, bounds each read but not the whole answer, and does not say whom it reached.
`Line` holds the socket of one exchange: it notes the address and ends it when the time is up.
`Adapter` does nothing but show each new socket to its line, and set the HTTP version and the target.
"""

import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool, HTTPConnectionPool, HTTPSConnectionPool

if TYPE_CHECKING:
    # Python 3.12 has it in collections.abc.
    from typing_extensions import Buffer


class HurriedSocket(socket.socket):
    """A socket on which nothing is waited for beyond a moment of the monotonic clock; raises TimeoutError then."""

    deadline = 0.0

    @classmethod
    def of(cls, connected: socket.socket, deadline: float) -> Self:
        """The same connection, in a hurry; the socket that was given is used up."""
        hurried = cls(connected.family, connected.type, connected.proto, fileno=connected.detach())
        hurried.deadline = deadline
        return hurried

    def recv_into(self, buffer: "Buffer", nbytes: int = 0, flags: int = 0) -> int:
        """As any socket does, in what time is left."""
        self._hurry()
        return super().recv_into(buffer, nbytes, flags)

    def sendall(self, data: "Buffer", flags: int = 0) -> None:
        """As any socket does, in what time is left."""
        self._hurry()
        super().sendall(data, flags)

    def _hurry(self) -> None:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        self.settimeout(left)


class Line:
    """The socket of one exchange: whom it reached, and whether it had to be cut after `seconds`.

    A plain connection watches the time itself, which costs no thread. TLS takes the socket out of its hands, so there
    a thread holds a duplicate and pulls the plug.
    """

    def __init__(self, seconds: float) -> None:
        self.peer = ""
        self.port = 0
        self.is_cut = False
        self._deadline = time.monotonic() + seconds
        self._guard: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            if self._guard is not None:
                self._guard.close()
                self._guard = None

    def hurry(self, connected: socket.socket) -> socket.socket:
        """Note whom a plain connection reached; gives it back in a hurry, raises OSError if it is dead."""
        self._note(connected)
        return HurriedSocket.of(connected, self._deadline)

    def guard(self, connected: socket.socket) -> socket.socket:
        """Note whom `connected` reached and keep a hand on it; returns it unchanged, raises OSError if it is dead.

        The hand is a duplicate: closing what TLS has taken away would not be safe to race with.
        """
        self._note(connected)
        self._guard = connected.dup()
        self._timer = threading.Timer(max(self._deadline - time.monotonic(), 0), self._cut)
        self._timer.daemon = True
        self._timer.start()
        return connected

    def _note(self, connected: socket.socket) -> None:
        try:
            self.peer, self.port = connected.getpeername()[:2]
        except OSError:
            # Reset before it was ever used; nobody else knows of it yet.
            connected.close()
            raise

    def _cut(self) -> None:
        with self._lock:
            self.is_cut = True
            if self._guard is not None:
                # One that the other side has closed already is no longer connected.
                with suppress(OSError):
                    self._guard.shutdown(socket.SHUT_RDWR)


class Adapter(HTTPAdapter):
    """Opens one connection, watched by `line`, and asks for `target` on it in HTTP `version`."""

    def __init__(self, line: Line, version: str, target: str) -> None:
        super().__init__(pool_connections=1, pool_maxsize=1)
        self._line = line
        self._version = version
        self._target = target

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: tuple[str, str] | str | None = None,
    ) -> ConnectionPool:
        """The pool that `requests` would use, with connections of ours."""
        pool = super().get_connection_with_tls_context(request, verify, proxies=proxies, cert=cert)
        plain, tls = _connections(self._line, self._version)
        if isinstance(pool, HTTPSConnectionPool):
            pool.ConnectionCls = tls
        elif isinstance(pool, HTTPConnectionPool):
            pool.ConnectionCls = plain
        return pool

    def request_url(
        self,
        request: PreparedRequest,  # noqa: ARG002  (the signature of requests)
        proxies: Mapping[str, str] | None,  # noqa: ARG002  (as above)
    ) -> str:
        """The target as it was given; `requests` would tidy it up."""
        return self._target


def _connections(line: Line, version: str) -> tuple[type[HTTPConnection], type[HTTPSConnection]]:
    number, text = int(version.replace(".", "")), f"HTTP/{version}"

    class Connection(HTTPConnection):
        # The names that http.client reads when it writes the request line; it offers no other way.
        _http_vsn = number
        _http_vsn_str = text

        def _new_conn(self) -> socket.socket:
            return line.hurry(super()._new_conn())

    class TlsConnection(HTTPSConnection):
        _http_vsn = number
        _http_vsn_str = text

        def _new_conn(self) -> socket.socket:
            return line.guard(super()._new_conn())

    return Connection, TlsConnection
