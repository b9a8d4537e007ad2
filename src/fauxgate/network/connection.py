"""A connection of `requests` that is watched closely.

`requests` speaks HTTP/1.1, bounds each read but not the whole answer, and does not say whom it reached.
`Line` holds the socket of one exchange: it notes the address and pulls the plug when the time is up.
`Adapter` does nothing but show each new socket to its line, and set the HTTP version and the target.
"""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Self

from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import ConnectionPool, HTTPConnectionPool, HTTPSConnectionPool


class Line:
    """The socket of one exchange: whom it reached, and whether it had to be cut after `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.peer = ""
        self.port = 0
        self.is_cut = False
        self._guard: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            if self._guard is not None:
                self._guard.close()
                self._guard = None

    def watch(self, connected: socket.socket) -> socket.socket:
        """Note whom `connected` reached and keep a hand on it; returns it unchanged, raises OSError if it is dead.

        The hand is a duplicate, because TLS takes the original away and closing it would not be safe to race with.
        """
        try:
            self.peer, self.port = connected.getpeername()[:2]
        except OSError:
            # Reset before it was ever used; nobody else knows of it yet.
            connected.close()
            raise
        with self._lock:
            self._guard = connected.dup()
            if self.is_cut:
                _cut_off(self._guard)
        return connected

    def _cut(self) -> None:
        with self._lock:
            self.is_cut = True
            if self._guard is not None:
                _cut_off(self._guard)


def _cut_off(connected: socket.socket) -> None:
    # One that the other side has closed already is no longer connected.
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


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
    class Connection(HTTPConnection):
        # The names that http.client reads when it writes the request line; it offers no other way.
        _http_vsn = int(version.replace(".", ""))
        _http_vsn_str = f"HTTP/{version}"

        def _new_conn(self) -> socket.socket:
            return line.watch(super()._new_conn())

    class TlsConnection(Connection, HTTPSConnection):
        pass

    return Connection, TlsConnection
