r"""POSIX basic regular expressions, as grep reads them, in the words of Python's `re`.

In them `+ ? | ( ) { }` are ordinary and become operators with a backslash, and `*`, `^` and `$` are ordinary where
they could not be operators. Inferred: that the appliance's grep, which has no option for extended ones, is a common
one of this kind; a capture of `grep "a|b"` would settle it.
"""

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\[\^?\]?(?:\[:[a-z]+:\]|[^\]])*\]|\\.|.", re.DOTALL)
_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t\n\r\f\v",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_WITH_BACKSLASH = {
    r"\(": "(", r"\)": ")", r"\{": "{", r"\}": "}", r"\|": "|", r"\+": "+", r"\?": "?",
    r"\<": r"\b(?=\w)", r"\>": r"\b(?<=\w)", r"\b": r"\b", r"\B": r"\B", r"\w": r"\w", r"\W": r"\W",
}  # fmt: skip
_BEGINNINGS = {"", r"\(", r"\|", "^"}
_ENDINGS = {"", r"\)", r"\|"}


class BadPattern(Exception):
    """A text that is no regular expression."""


def compiled(pattern: str, *, ignoring_case: bool) -> re.Pattern[str]:
    """The pattern, ready to search with. Raises `BadPattern`."""
    try:
        return re.compile("".join(_translated(pattern)), re.IGNORECASE if ignoring_case else 0)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadPattern(pattern) from error


def _translated(pattern: str) -> Iterator[str]:
    pieces = _PIECE.findall(pattern)
    for before, piece, after in zip(["", *pieces], pieces, [*pieces[1:], ""], strict=False):
        if len(piece) > 2 and piece[0] == "[":
            yield _bracket(piece)
        elif piece == "^":
            yield "^" if before in _BEGINNINGS - {"^"} else r"\^"
        elif piece == "$":
            yield "$" if after in _ENDINGS else r"\$"
        elif piece == "*":
            yield r"\*" if before in _BEGINNINGS else "*"
        elif piece == "[":
            raise BadPattern(pattern)
        elif piece == "." or re.fullmatch(r"\\[1-9]", piece):
            yield piece
        else:
            yield _WITH_BACKSLASH.get(piece) or re.escape(piece.removeprefix("\\") or piece)


def _bracket(piece: str) -> str:
    """A set such as `[^]a-z[:digit:]]`; a backslash and an opening bracket are ordinary in it."""
    inverted, inside = ("^", piece[2:-1]) if piece[1] == "^" else ("", piece[1:-1])
    members = (
        _CLASSES.get(member[2:-2], "") if member.startswith("[:") else _member(member)
        for member in re.findall(r"\[:[a-z]+:\]|.", inside, re.DOTALL)
    )
    return f"[{inverted}{''.join(members)}]"


def _member(character: str) -> str:
    return "\\" + character if character in r"\[]^&~|" else character
