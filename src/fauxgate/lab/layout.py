"""Pages as a terminal shows them: paragraphs and list items broken to its width, commands left as they are."""

import re
import textwrap
from collections.abc import Iterator

NARROWEST, WIDEST = 40, 100
"""Longer lines than this nobody likes to read, whatever the width of the terminal."""

_ITEM = re.compile(r"(?:-|[0-9]+\.) +")


def laid_out(text: str, width: int) -> Iterator[str]:
    """The lines of a page's part for a terminal of so many columns."""
    columns = min(max(width, NARROWEST), WIDEST)
    for number, block in enumerate(text.split("\n\n")):
        yield from [""] if number else []
        yield from _block(block, columns)


def _block(block: str, columns: int) -> Iterator[str]:
    lines = block.split("\n")
    if lines[0].startswith("    "):
        yield from lines
        return
    for paragraph in _paragraphs(lines):
        item = _ITEM.match(paragraph)
        hanging = " " * item.end() if item else ""
        yield from textwrap.wrap(
            paragraph, columns, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        )


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The paragraphs of a block: one, or as many as a list in it has items."""
    gathered: list[str] = []
    for line in lines:
        if gathered and _ITEM.match(line):
            yield " ".join(gathered)
            gathered = []
        gathered.append(line.strip())
    yield " ".join(gathered)
