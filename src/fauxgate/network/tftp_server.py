"""A TFTP server for one directory of this machine, on a free port of its own address (RFC 1350).

It serves one transfer after the other, since its only client is the appliance in the same process.
"""

import os
import socket
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from fauxgate.network.tftp import LONGEST_FILE, Exchange, TftpError
from fauxgate.network.tftp_packets import (
    BLOCK_SIZE,
    LONGEST_PACKET,
    MODE,
    Acknowledgement,
    Data,
    Error,
    ErrorCode,
    InvalidPacket,
    Opcode,
    Request,
    decode,
)

HOST = "127.0.0.1"
SECONDS = 1.0


class TftpServer:
    """Serves the files of `directory` from `start` to `close`; nothing outside of it can be reached."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory.resolve()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((HOST, 0))
        self._is_open = True
        self._thread = threading.Thread(target=self._serve, name="tftp", daemon=True)

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""
        host, port = self._socket.getsockname()
        return host, port

    def start(self) -> None:
        """Begin to serve; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End, after the transfer that is under way; closing again does nothing."""
        if not self._is_open:
            return
        self._is_open = False
        if self._thread.is_alive():
            # An empty datagram ends the wait for the next request.
            self._socket.sendto(b"", self.address)
            self._thread.join()
        self._socket.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _serve(self) -> None:
        while self._is_open:
            datagram, client = self._socket.recvfrom(LONGEST_PACKET)
            try:
                request = decode(datagram)
            except InvalidPacket:
                continue
            if isinstance(request, Request):
                # A client that has gone leaves its transfer unfinished.
                with suppress(TftpError), Exchange(client, SECONDS, is_known=True) as exchange:
                    self._answer(request, exchange)

    def _answer(self, request: Request, exchange: Exchange) -> None:
        path = self._path(request.name)
        if request.mode != MODE:
            exchange.tell(Error(ErrorCode.ILLEGAL_OPERATION, "only octet mode"))
        elif path is None:
            exchange.tell(Error(ErrorCode.ACCESS_VIOLATION, "not in the directory"))
        elif request.opcode is Opcode.READ:
            self._send(path, exchange)
        else:
            self._take(path, exchange)

    def _path(self, name: str) -> Path | None:
        """The file of that name inside the directory; None for a name that leads elsewhere."""
        try:
            path = (self._directory / name).resolve()
        except (OSError, ValueError):
            return None
        return path if path != self._directory and path.is_relative_to(self._directory) else None

    def _send(self, path: Path, exchange: Exchange) -> None:
        try:
            with path.open("rb") as file:
                content = file.read(LONGEST_FILE + 1)
        except FileNotFoundError:
            exchange.tell(Error(ErrorCode.NOT_FOUND, "no such file"))
            return
        except OSError as error:
            exchange.tell(Error(ErrorCode.ACCESS_VIOLATION, error.strerror or "cannot be read"))
            return
        for block, start in enumerate(range(0, len(content) + 1, BLOCK_SIZE), start=1):
            exchange.ask(Data(block, content[start : start + BLOCK_SIZE]), Acknowledgement, block)

    def _take(self, path: Path, exchange: Exchange) -> None:
        content = b""
        for block in range(LONGEST_FILE // BLOCK_SIZE + 1):
            received = exchange.ask(Acknowledgement(block), Data, block + 1)
            content += received
            if len(content) > LONGEST_FILE:
                break
            if len(received) < BLOCK_SIZE:
                self._keep(path, content, exchange, block + 1)
                return
        exchange.tell(Error(ErrorCode.DISK_FULL, "too long"))

    def _keep(self, path: Path, content: bytes, exchange: Exchange, block: int) -> None:
        try:
            # An exported file may hold a private key.
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(content)
        except OSError as error:
            exchange.tell(Error(ErrorCode.ACCESS_VIOLATION, error.strerror or "cannot be written"))
            return
        exchange.tell(Acknowledgement(block))
