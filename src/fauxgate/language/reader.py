"""Reads a text, a script or a backup, as logical lines.

A line whose quote is still open, or that ends in a backslash, goes on in the next physical line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fauxgate.language.words import open_end

_PHYSICAL_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    r"""A logical line; `number` is that of its first physical line, from 1; inside `text` lines are ended by `\n`."""

    number: int
    text: str


def read(text: str) -> Iterator[Line]:
    r"""The logical lines of `text`, blank ones and comments included; physical lines end in `\n`, `\r\n` or `\r`.

    A last line that is not finished is yielded as it is, so that splitting it tells what is wrong with it.
    """
    return _joined(_physical_lines(text))


def read_exactly(text: str) -> Iterator[Line]:
    r"""The same for what the program has written itself: only `\n` ends a line, and a `\r` belongs to a value."""
    return _joined(text.removesuffix("\n").split("\n"))


def read_from(text: str, offset: int, number: int) -> Iterator[Line]:
    r"""The same from a line in the midst, which begins at `offset` and is the physical line `number`."""
    return _joined(_lines_from(text, offset), number)


def _joined(physical: Iterable[str], start: int = 1) -> Iterator[Line]:
    pieces: list[str] = []
    first, opened = start, ""
    for number, piece in enumerate(physical, start):
        if not pieces:
            first = number
        pieces.append(piece)
        opened = open_end(piece, opened)
        if not opened:
            yield Line(first, "\n".join(pieces))
            pieces = []
    if pieces:
        yield Line(first, "\n".join(pieces))


def _physical_lines(text: str) -> Iterator[str]:
    position = 0
    while position < len(text) and (line := _PHYSICAL_LINE.match(text, position)):
        position = line.end()
        yield line[1]


def _lines_from(text: str, offset: int) -> Iterator[str]:
    while offset < len(text):
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        yield text[offset:end]
        offset = end + 1
