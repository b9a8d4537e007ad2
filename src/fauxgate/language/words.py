r"""Splits a line into words by the lexical rules of the appliance (fortios-cli.md, 5.1).

A word is a run of pieces without white space between them: `'...'`, where nothing is special; `"..."`, where only
`\"`, `\'` and `\\` are escapes; and bare text, where a backslash makes any character ordinary. So `"new"_service1` is
the one word `new_service1`. A backslash before a line end removes both. `#` begins a comment only as the first
character of a line that is not blank. The characters `( ) < > ? #` inside a bare piece are taken as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fauxgate.language.errors import OpenQuote

WHITE_SPACE = " \t\f\xa0\r\n"

_GAP = re.compile(rf"[{WHITE_SPACE}]*")
_CONTINUATION = re.compile(r"\\(?:\r\n?|\n)")
_COMMENT = re.compile(r"[ \t\f\xa0]*#")
_COMMENT_LINE = re.compile(r"#[^\r\n]*")
# The possessive `*+` keeps an unclosed quote in a long text from being tried again and again.
_PIECE = re.compile(
    rf"""(?P<bare>[^{WHITE_SPACE}'"\\]+)"""
    r"""|'(?P<single>[^']*)'"""
    r"""|"(?P<double>[^"\\]*+(?:\\.[^"\\]*+)*+)\""""
    r"""|\\(?P<continued>\r\n?|\n|\Z)"""
    r"""|\\(?P<escaped>.)""",
    re.DOTALL,
)
_DOUBLE_ESCAPE = re.compile(r"""\\(["'\\])""")
_CLOSED = re.compile(r"""(?:[^'"\\]++|'[^']*+'|"[^"\\]*+(?:\\.[^"\\]*+)*+"|\\.)*+""", re.DOTALL)
_BEFORE_PIPE = re.compile(r"""(?:[^'"\\|]++|'[^']*+'|"[^"\\]*+(?:\\.[^"\\]*+)*+"|\\.)*+""", re.DOTALL)


class Bare(str):
    """A word that stood, or is to stand, without quotes; a plain `str` is printed in double quotes."""

    __slots__ = ()


class Verbatim(Bare):
    """Text that is to stand as it is, with its own quotes: one word or several."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: its text, the columns `start` to `end` it took, and whether any piece was in quotes."""

    text: str
    start: int
    end: int
    quoted: bool

    @property
    def value(self) -> str:
        """The text as a statement carries it: `Bare` if there were no quotes, else a plain `str`."""
        return self.text if self.quoted else Bare(self.text)


def split(line: str) -> list[Word]:
    """The words of a logical line, which may hold line ends inside quotes; none for a blank or comment line.

    Raises `OpenQuote` if a quote is not closed. A backslash at the very end is dropped.
    """
    return list(_words(line))


def is_open(text: str) -> bool:
    """Whether the logical line goes on in the next physical line: a quote is open or a backslash stands last."""
    return bool(open_end(text))


def pipe_column(line: str) -> int | None:
    """The column of the first `|` that is neither in quotes nor after a backslash; None if there is none."""
    before = _BEFORE_PIPE.match(line)
    column = before.end() if before else 0
    return column if line[column : column + 1] == "|" else None


def open_end(text: str, opened: str = "") -> str:
    r"""What `text` leaves open: `'`, `"`, a backslash, or nothing.

    `opened` is what the text before had left open, so that a long value is read once and not once per line.
    """
    if not opened and _COMMENT.match(text):
        return ""
    if opened in ("'", '"'):
        text = opened + text
    closed = _CLOSED.match(text)
    return text[closed.end() : closed.end() + 1] if closed else ""


def _words(line: str) -> Iterator[Word]:
    position = 0
    may_comment = True
    while position < len(line):
        if gap := _GAP.match(line, position):
            may_comment = may_comment or "\n" in gap[0] or "\r" in gap[0]
            position = gap.end()
        if may_comment and (comment := _COMMENT_LINE.match(line, position)):
            position = comment.end()
            continue
        may_comment = False
        if continuation := _CONTINUATION.match(line, position):
            position = continuation.end()
            continue
        word = _word(line, position)
        position = word.end
        if word.quoted or word.text:
            yield word


def _word(line: str, start: int) -> Word:
    pieces: list[str] = []
    position = start
    quoted = False
    while position < len(line) and line[position] not in WHITE_SPACE:
        piece = _PIECE.match(line, position)
        if piece is None:
            raise OpenQuote(line[position], position)
        quoted = quoted or piece.lastgroup in ("single", "double")
        pieces.append(_text(piece))
        position = piece.end()
    return Word("".join(pieces), start, position, quoted)


def _text(piece: re.Match[str]) -> str:
    kind = piece.lastgroup or ""
    match kind:
        case "double":
            return _DOUBLE_ESCAPE.sub(r"\1", piece[kind])
        case "continued":
            return ""
        case _:
            return piece[kind]
