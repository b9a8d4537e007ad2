"""DER made BER as some servers write it: indefinite lengths, and the content in segments (scep-interop.md 4.2)."""

from collections.abc import Iterator

_END = b"\0\0"
_OCTETS, _SEGMENTED = 0x04, b"\x24"
_SEQUENCE, _EXPLICIT = 0x30, 0xA0
_SEGMENT_SIZE = 1000
# ContentInfo, its [0], SignedData, its content, the [0] of that one.
_LEVELS = 5


def indefinite(der: bytes, levels: int = _LEVELS) -> bytes:
    """A SignedData in DER with indefinite lengths down to its content; what is signed stays as it is."""
    tag, content = der[0], der[_head_size(der) :]
    if tag == _OCTETS:
        segments = (content[start : start + _SEGMENT_SIZE] for start in range(0, len(content), _SEGMENT_SIZE))
        return _SEGMENTED + b"\x80" + b"".join(_primitive(segment) for segment in segments) + _END
    if tag not in (_SEQUENCE, _EXPLICIT) or levels == 0:
        return der
    return bytes([tag]) + b"\x80" + b"".join(indefinite(each, levels - 1) for each in _elements(content)) + _END


def _elements(content: bytes) -> Iterator[bytes]:
    while content:
        size = _head_size(content) + _length(content)
        yield content[:size]
        content = content[size:]


def _head_size(der: bytes) -> int:
    return 2 if der[1] < 0x80 else 2 + (der[1] & 0x7F)


def _length(der: bytes) -> int:
    return der[1] if der[1] < 0x80 else int.from_bytes(der[2 : _head_size(der)], "big")


def _primitive(content: bytes) -> bytes:
    size = len(content)
    length = bytes([size]) if size < 0x80 else b"\x82" + size.to_bytes(2, "big")
    return bytes([_OCTETS]) + length + content
