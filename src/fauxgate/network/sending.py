"""Writing HTTP responses to a connection, whole, or as an authority that misbehaves wants them delivered."""

import socket
import struct
import threading
import time
from contextlib import suppress
from http import HTTPStatus

from fauxgate.scep.http import Delivery, HttpResponse

_SLOW_PIECE, _SLOW_SECONDS = 8, 0.25
_LOOK_SECONDS = 0.2
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


def send(
    connection: socket.socket, response: HttpResponse, *, stays: bool, seconds: float, closing: threading.Event
) -> bool:
    """Write a response within `seconds`; whether the connection can be used once more. Raises OSError.

    A delivery that takes longer ends when `closing` is set.
    """
    head = _head(response, stays=stays)
    connection.settimeout(seconds)
    match response.delivery:
        case Delivery.WHOLE:
            connection.sendall(head + response.body)
            return stays
        case Delivery.CUT:
            connection.sendall(head + response.body[: len(response.body) // 2])
        case Delivery.SLOW:
            connection.sendall(head)
            _trickle(connection, response.body, closing)
        case Delivery.RESET:
            # Closing with a linger time of zero is what sends RST.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        case Delivery.SILENT:
            _keep_silent(connection, seconds, closing)
    return False


def refuse(connection: socket.socket, status: HTTPStatus) -> None:
    """Answer what is no request, and take in what the client is still sending, so that it reads the answer."""
    body = f"{status.value} {status.phrase}\n".encode()
    with suppress(OSError):
        connection.settimeout(_LOOK_SECONDS)
        connection.sendall(
            _head(HttpResponse(status.value, (("Content-Type", "text/plain"),), body), stays=False) + body
        )
        connection.shutdown(socket.SHUT_WR)
        end = time.monotonic() + _LOOK_SECONDS
        while time.monotonic() < end and connection.recv(65536):
            pass


def _head(response: HttpResponse, *, stays: bool) -> bytes:
    lines = [f"HTTP/1.1 {response.status} {_PHRASES.get(response.status, '')}"]
    lines += [f"{name}: {value}" for name, value in response.headers]
    if not any(name.lower() == "content-length" for name, _ in response.headers):
        lines.append(f"Content-Length: {len(response.body)}")
    lines.append(f"Connection: {'keep-alive' if stays else 'close'}")
    return "\r\n".join((*lines, "", "")).encode("latin-1")


def _trickle(connection: socket.socket, body: bytes, closing: threading.Event) -> None:
    for start in range(0, len(body), _SLOW_PIECE):
        connection.sendall(body[start : start + _SLOW_PIECE])
        if closing.wait(_SLOW_SECONDS):
            return


def _keep_silent(connection: socket.socket, seconds: float, closing: threading.Event) -> None:
    """Until the client hangs up or says more, or the time is up."""
    connection.settimeout(_LOOK_SECONDS)
    end = time.monotonic() + seconds
    while time.monotonic() < end and not closing.is_set():
        try:
            connection.recv(1)
        except TimeoutError:
            continue
        return
