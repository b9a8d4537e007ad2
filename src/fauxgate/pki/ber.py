"""BER (X.690) made DER: what other programs stream, we read.

Lengths become definite and as short as they can be, strings that come in segments become one. Nothing else changes:
content octets, and the order of what stands in a SET, stay as they are, so that a certificate inside keeps its bytes.
Depth and number of elements are bounded; the work grows with the size.
"""

DEPTH_LIMIT = 64
COUNT_LIMIT = 200_000

_CONSTRUCTED = 0x20
_LONG_TAG = 0x1F
_INDEFINITE = 0x80
# OCTET STRING and the character strings, which may come in segments (X.690, 8.7.3 and 8.23); not BIT STRING.
_STRINGS = frozenset({0x04, 0x0C, 0x12, 0x13, 0x14, 0x16, 0x1A, 0x1B, 0x1C, 0x1E})


class InvalidBer(ValueError):
    """Bytes are no BER, or more of it than is reasonable."""


def to_der(content: bytes) -> bytes:
    """One element, and nothing after it, with definite lengths and whole strings; raises InvalidBer."""
    reader = _Reader(content)
    try:
        tag, inside, end = reader.element(0, len(content), 0)
    except IndexError as error:
        raise InvalidBer("cut off") from error
    if end != len(content):
        raise InvalidBer("something follows")
    return element(tag, inside)


def element(tag: bytes, inside: bytes) -> bytes:
    """The DER of an element."""
    size = len(inside)
    if size < _INDEFINITE:
        return tag + bytes((size,)) + inside
    length = size.to_bytes((size.bit_length() + 7) // 8)
    return tag + bytes((_INDEFINITE | len(length),)) + length + inside


class _Reader:
    """Reads elements out of some bytes; an IndexError means that they end too early."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._left = COUNT_LIMIT

    def element(self, start: int, limit: int, depth: int) -> tuple[bytes, bytes, int]:
        """The element at `start`: its tag, its content made DER, and where it ends."""
        self._left -= 1
        if self._left < 0 or depth > DEPTH_LIMIT:
            raise InvalidBer("too much")
        tag, at = self._tag(start)
        size, at = self._size(at)
        if size is None and not tag[0] & _CONSTRUCTED:
            raise InvalidBer("a primitive of indefinite length")
        end = limit if size is None else at + size
        if end > limit:
            raise InvalidBer("longer than what it is in")
        if not tag[0] & _CONSTRUCTED:
            return tag, self._content[at:end], end
        parts, end = self._parts(at, end, depth, is_indefinite=size is None)
        if len(tag) == 1 and tag[0] & ~_CONSTRUCTED in _STRINGS:
            return self._joined(tag, parts), b"".join(inside for _, inside in parts), end
        return tag, b"".join(element(*part) for part in parts), end

    def _parts(self, at: int, end: int, depth: int, *, is_indefinite: bool) -> tuple[list[tuple[bytes, bytes]], int]:
        parts: list[tuple[bytes, bytes]] = []
        while at < end:
            if is_indefinite and self._content[at : at + 2] == b"\0\0":
                return parts, at + 2
            tag, inside, at = self.element(at, end, depth + 1)
            parts.append((tag, inside))
        if is_indefinite:
            raise InvalidBer("without an end")
        return parts, at

    def _joined(self, tag: bytes, parts: list[tuple[bytes, bytes]]) -> bytes:
        whole = bytes((tag[0] & ~_CONSTRUCTED,))
        if any(part not in (whole, b"\x04") for part, _ in parts):
            raise InvalidBer("segments of another type")
        return whole

    def _tag(self, at: int) -> tuple[bytes, int]:
        start = at
        at += 1
        if self._content[start] & _LONG_TAG == _LONG_TAG:
            while self._content[at] & 0x80:
                at += 1
            at += 1
        if at - start > 5:
            raise InvalidBer("a tag of many bytes")
        return self._content[start:at], at

    def _size(self, at: int) -> tuple[int | None, int]:
        first = self._content[at]
        at += 1
        if first == _INDEFINITE:
            return None, at
        if not first & _INDEFINITE:
            return first, at
        count = first & 0x7F
        if count > 8 or at + count > len(self._content):
            raise InvalidBer("a length of many bytes")
        return int.from_bytes(self._content[at : at + count]), at + count
