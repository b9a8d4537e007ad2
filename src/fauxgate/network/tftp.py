"""A TFTP client: one file read from a server or written to it (RFC 1350).

A lost packet is asked for again a few times; a stranger's packet is ignored (section 4).
"""

import socket
from types import TracebackType
from typing import Self

from fauxgate.network.tftp_packets import (
    BLOCK_SIZE,
    LONGEST_PACKET,
    Acknowledgement,
    Data,
    Error,
    ErrorCode,
    InvalidPacket,
    Opcode,
    Packet,
    Request,
    decode,
    encode,
)

LONGEST_FILE = 1024 * 1024
SECONDS, TRIES = 1.0, 4


class TftpError(Exception):
    """A file was not carried over: there is no answer, or one that says no (then `code` tells why)."""

    def __init__(self, text: str, code: ErrorCode | None = None) -> None:
        super().__init__(text)
        self.code = code


def read(server: tuple[str, int], name: str, *, seconds: float = SECONDS) -> bytes:
    """The content of the file `name`; raises TftpError. `seconds` is how long each packet is waited for."""
    content = b""
    packet: Packet = Request(Opcode.READ, name)
    with Exchange(server, seconds) as exchange:
        for block in range(1, LONGEST_FILE // BLOCK_SIZE + 2):
            received = exchange.ask(packet, Data, block)
            content += received
            if len(content) > LONGEST_FILE:
                break
            packet = Acknowledgement(block)
            if len(received) < BLOCK_SIZE:
                exchange.tell(packet)
                return content
        exchange.tell(Error(ErrorCode.DISK_FULL, "too long"))
    raise TftpError(f"longer than {LONGEST_FILE} bytes", ErrorCode.DISK_FULL)


def write(server: tuple[str, int], name: str, content: bytes, *, seconds: float = SECONDS) -> None:
    """Make a file, or put another content into it; raises TftpError."""
    if len(content) > LONGEST_FILE:
        raise TftpError(f"longer than {LONGEST_FILE} bytes", ErrorCode.DISK_FULL)
    with Exchange(server, seconds) as exchange:
        exchange.ask(Request(Opcode.WRITE, name), Acknowledgement, 0)
        # A file that fills its last block is followed by an empty one.
        for block, start in enumerate(range(0, len(content) + 1, BLOCK_SIZE), start=1):
            exchange.ask(Data(block, content[start : start + BLOCK_SIZE]), Acknowledgement, block)


class Exchange:
    """One side of a transfer: `peer` is whom packets go to, which a first answer from the same host changes."""

    def __init__(self, peer: tuple[str, int], seconds: float, *, is_known: bool = False) -> None:
        family = socket.AF_INET6 if ":" in peer[0] else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_DGRAM)
        self._socket.settimeout(seconds)
        self._peer = peer
        self._is_known = is_known

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._socket.close()

    def ask(self, packet: Packet, kind: type[Data | Acknowledgement], block: int) -> bytes:
        """Send `packet` until the answer comes: that kind of packet about that block. Gives its content, if any."""
        for _ in range(TRIES):
            self.tell(packet)
            answer = self._answer(kind, block)
            if answer is not None:
                return answer.content if isinstance(answer, Data) else b""
        raise TftpError("no answer")

    def tell(self, packet: Packet) -> None:
        """Send `packet` and wait for nothing."""
        try:
            self._socket.sendto(encode(packet), self._peer)
        except OSError as error:
            raise TftpError(str(error)) from error

    def _answer(self, kind: type[Data | Acknowledgement], block: int) -> Data | Acknowledgement | None:
        """The next packet that fits; None when it is time to ask again. A duplicate of an earlier one is ignored."""
        while (packet := self._receive()) is not None:
            if isinstance(packet, Error):
                raise TftpError(packet.text, packet.code)
            if isinstance(packet, Data | Acknowledgement) and isinstance(packet, kind) and packet.block == block:
                return packet
        return None

    def _receive(self) -> Packet | None:
        """The next packet of our peer, None when none comes in time."""
        while True:
            try:
                datagram, sender = self._socket.recvfrom(LONGEST_PACKET)
                packet = decode(datagram)
            except TimeoutError:
                return None
            except OSError as error:
                raise TftpError(str(error)) from error
            except InvalidPacket:
                continue
            if not self._is_known and sender[0] == self._peer[0]:
                self._peer, self._is_known = (sender[0], sender[1]), True
            if sender[:2] == self._peer:
                return packet
