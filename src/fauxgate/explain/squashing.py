"""What is left of a text when everything goes that copying and pasting can change.

Lines are wrapped or joined, underscores taken for emphasis, quotes made typographical, characters escaped. Letters and
digits stay as they are, and so does their order.
"""

import html
import re
from dataclasses import dataclass

# Time stamps in the forms that `diagnose debug console timestamp` and terminal programs put before a line. A wrapped
# line may break one at its space.
_STAMP = re.compile(
    r"\[?\b\d{4}-\d\d-\d\d[T\s]\s*\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|\b)\]?|^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?(?=\s)",
    re.MULTILINE,
)
_COLOUR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Squashed:
    """Lower-case ASCII letters and digits; `origin` says where in the original each of them stood."""

    text: str
    origin: tuple[int, ...]


def readable(text: str) -> str:
    """The text without colours, time stamps and the escapes of HTML; what goes leaves blanks, so lines stay lines."""
    text = _COLOUR.sub("", html.unescape(text).replace("\r\n", "\n").replace("\r", "\n"))
    return _STAMP.sub(lambda stamp: "\n" * stamp[0].count("\n") + " ", text)


def squashed(text: str) -> Squashed:
    """Squash a text."""
    kept = [(mark.lower(), place) for place, mark in enumerate(text) if mark.isascii() and mark.isalnum()]
    return Squashed("".join(mark for mark, _ in kept), tuple(place for _, place in kept))
