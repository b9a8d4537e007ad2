"""Damages bytes that should be DER: cut, flipped, overwritten, or rebuilt with one part of it other than it was."""

from collections.abc import Callable
from random import Random

_ODD_VALUES = (
    b"",
    b"\0",
    b"\x80",
    b"\xff" * 9,
    b"\x30\x80" * 2000,
    b"\x04\x84\xff\xff\xff\xff",
    b"\xd8\x00",
    b"%s\0%n",
)
_ODD_TAGS = (0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0C, 0x13, 0x16, 0x17, 0x18, 0x1E, 0x1F, 0x30, 0x31, 0x80, 0xA0)
_DEEP = 3000


def damaged(content: bytes, random: Random) -> bytes:
    """The content with something wrong in it."""
    return random.choice(_WAYS)(content, random)


def rebuilt(der: bytes, random: Random) -> bytes:
    """One value of DER with something wrong in it, lengths and all around it as they must be."""
    ((tag, inside),) = _split(der)
    return _value(tag, _rebuilt(inside, random))


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content))]


def _extended(content: bytes, random: Random) -> bytes:
    return content + random.randbytes(random.randint(1, 9))


def _flipped(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 1, 5))):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _overwritten(content: bytes, random: Random) -> bytes:
    start, length = random.randrange(len(content)), random.randint(1, 40)
    return content[:start] + random.randbytes(length) + content[start + length :]


def _rebuilt(content: bytes, random: Random) -> bytes:
    """One value, at any depth, is gone, doubled, another, of another type or deep inside itself; all lengths fit."""
    try:
        values = _split(content)
    except (IndexError, ValueError):
        return _flipped(content, random)
    place = random.randrange(len(values))
    tag, inside = values[place]
    if tag & 0x20 and inside and random.random() < 0.85:
        changed = [(tag, _rebuilt(inside, random))]
    else:
        changed = random.choice(
            (
                [],
                [(tag, inside)] * 2,
                [(tag, random.choice(_ODD_VALUES))],
                [(random.choice(_ODD_TAGS), inside)],
                [(tag, random.randbytes(random.randint(0, 20)))],
                [(tag, _flipped(inside, random) if inside else b"")],
                [(0x30, _nested(inside))],
            )
        )
    return b"".join(_value(*item) for item in (*values[:place], *changed, *values[place + 1 :]))


def _nested(content: bytes) -> bytes:
    for _ in range(_DEEP if len(content) < 100 else 1):
        content = _value(0x30, content)
    return content


def _split(content: bytes) -> list[tuple[int, bytes]]:
    found = []
    while content:
        length, start = content[1], 2
        if length & 0x80:
            start += length & 0x7F
            length = int.from_bytes(content[2:start])
        if not content or len(content) < start + length:
            raise ValueError
        found.append((content[0], content[start : start + length]))
        content = content[start + length :]
    if not found:
        raise ValueError
    return found


def _value(tag: int, inside: bytes) -> bytes:
    size = len(inside)
    if size < 0x80:
        return bytes([tag, size]) + inside
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(length)]) + length + inside


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (_cut, _extended, _flipped, _overwritten, *[_rebuilt] * 4)
