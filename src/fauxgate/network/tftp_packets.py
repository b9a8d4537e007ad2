"""The five packets of TFTP (RFC 1350, 5) and their encoding."""

from dataclasses import dataclass
from enum import Enum

BLOCK_SIZE = 512
MODE = "octet"
LONGEST_PACKET = 4 + BLOCK_SIZE


class Opcode(Enum):
    """What a packet is."""

    READ = 1
    WRITE = 2
    DATA = 3
    ACKNOWLEDGEMENT = 4
    ERROR = 5


class ErrorCode(Enum):
    """Why something is refused; other numbers exist and mean nothing to us."""

    NOT_DEFINED = 0
    NOT_FOUND = 1
    ACCESS_VIOLATION = 2
    DISK_FULL = 3
    ILLEGAL_OPERATION = 4


@dataclass(frozen=True, slots=True)
class Request:
    """A wish to read or to write a file."""

    opcode: Opcode
    name: str
    mode: str = MODE


@dataclass(frozen=True, slots=True)
class Data:
    """One block; the last of a file is the first that is not full."""

    block: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A block has come; 0 answers a wish to write."""

    block: int


@dataclass(frozen=True, slots=True)
class Error:
    """The end, and why."""

    code: ErrorCode
    text: str


Packet = Request | Data | Acknowledgement | Error


class InvalidPacket(ValueError):
    """A datagram is no packet of TFTP."""


def encode(packet: Packet) -> bytes:
    """The datagram of a packet."""
    match packet:
        case Request(opcode, name, mode):
            return b"".join(
                (_number(opcode.value), name.encode("utf-8", "surrogateescape"), b"\0", mode.encode(), b"\0")
            )
        case Data(block, content):
            return _number(Opcode.DATA.value) + _number(block) + content
        case Acknowledgement(block):
            return _number(Opcode.ACKNOWLEDGEMENT.value) + _number(block)
        case Error(code, text):
            return _number(Opcode.ERROR.value) + _number(code.value) + text.encode() + b"\0"


def decode(datagram: bytes) -> Packet:
    """Read a datagram; raises InvalidPacket."""
    try:
        opcode = Opcode(int.from_bytes(datagram[:2]))
    except ValueError as error:
        raise InvalidPacket("no such packet") from error
    if len(datagram) < 4:
        raise InvalidPacket("too short")
    number, rest = int.from_bytes(datagram[2:4]), datagram[4:]
    if opcode is Opcode.DATA:
        return Data(number, rest)
    if opcode is Opcode.ACKNOWLEDGEMENT:
        return Acknowledgement(number)
    if opcode is Opcode.ERROR:
        return Error(_error_code(number), rest.partition(b"\0")[0].decode("utf-8", "replace"))
    return _request(opcode, datagram[2:])


def _request(opcode: Opcode, strings: bytes) -> Request:
    # Options after the mode (RFC 2347) may be ignored by whoever does not know them.
    name, *rest = strings.split(b"\0")
    if not name or len(rest) < 2:
        raise InvalidPacket("no name or no mode")
    return Request(opcode, name.decode("utf-8", "surrogateescape"), rest[0].decode("latin-1").lower())


def _error_code(number: int) -> ErrorCode:
    try:
        return ErrorCode(number)
    except ValueError:
        return ErrorCode.NOT_DEFINED


def _number(value: int) -> bytes:
    return value.to_bytes(2)
