"""Records in an append-only file: text between a line that tells its length and its checksum, and the next such line.

A record that was half written, or is damaged, ends what can be read.

    #change length=58 crc32=1f2e3d4c
    config system global
        set hostname "fg"
    end
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD = re.compile(rb"#([a-z]+) length=([0-9]{1,12}) crc32=([0-9a-f]{8})\n")


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `end` is the position behind it. `kind` is a word of small letters."""

    kind: str
    text: str
    end: int


def written(kind: str, text: str) -> bytes:
    """A record as it is appended."""
    body = encoded(text)
    return f"#{kind} length={len(body)} crc32={zlib.crc32(body):08x}\n".encode() + body


def read(content: bytes) -> Iterator[Record]:
    """The records from the beginning up to the first that is not whole."""
    position = 0
    while head := _HEAD.match(content, position):
        position = head.end() + int(head[2])
        body = content[head.end() : position]
        if len(body) != int(head[2]) or zlib.crc32(body) != int(head[3], 16):
            return
        yield Record(head[1].decode(), decoded(body), position)


def encoded(text: str) -> bytes:
    """Text as it stands in a file of ours; half characters, which no UTF-8 has, survive."""
    return text.encode("utf-8", "surrogatepass")


def decoded(content: bytes) -> str:
    """The text of a file of ours, or of one that a person has edited: a wrong byte is one wrong character there."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")
