"""Reads whole configurations fast: plain text goes straight to a sink, what is not plain is left to the law.

The law is `Parser`, word by word. grammar/bulk.lark tells which text is plain: whole runs of lines are tokens, and a
loop over lark's tables gives them to the sink as they come, without a tree. It says only yes or no. So that nothing is
done by halves, the text is read piece by piece: a block from `config` to its `end`, or an entry of a table. Whoever
reads undoes what came from a piece that is not plain, reads on line by line, and says where the bulk reader may go on.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from fauxgate.language import bulk_tables
from fauxgate.language.bulk_tables import State, Tables
from fauxgate.language.reader import Line, read_from
from fauxgate.language.words import Bare, split

_BLANK = re.compile(r"[ \t\n]*")
# By what is read: the tokens that end it.
_LAST = {"piece": ("END", "COMMENT"), "row": ("ENTRY", "NEXT")}
# So many states are more than a dozen blocks in blocks. What is deeper is not plain: where no block ends, each row
# would be read to the end of the text, and then the rows in it again.
_DEEPEST = 64
_DEEPER = {"CONFIG": 1, "END": -1}


class Sink(Protocol):
    """Takes a configuration as it is read; `line` is the physical line, from 1, in which the thing begins.

    What it raises stops the reading and reaches the caller.
    """

    def config(self, words: Sequence[str], line: int) -> None:
        """A `config` line; the words are as a statement has them."""

    def edit(self, key: str, line: int) -> None:
        """An `edit` line. Where no `next` follows, `end` closes the entry too."""

    def sets(self, pairs: Sequence[tuple[str, str]], line: int) -> None:
        """A run of `set` lines: the option and the text of the value, with its quotes, escapes and line ends."""

    def entry(self, key: str, pairs: Sequence[tuple[str, str]], line: int) -> None:
        """A whole entry, `edit`, `set` lines and `next`."""

    def unset(self, names: Sequence[str], line: int) -> None:
        """A run of `unset` lines."""

    def next(self, line: int) -> None:
        """A `next` line."""

    def end(self, line: int) -> None:
        """An `end` line."""

    def comment(self, text: str, line: int) -> None:
        """A comment line, with its indentation and its `#`."""


class Reader:
    r"""A text that is read piece by piece; `offset` and `line` are the beginning of the line where the next one begins.

    `remarks` is how many lines of the last piece, and around it, are blank or comments.
    Only `\n` ends a line of the text: one with other line ends goes through `unix_lines` before. A `\r` that is left
    is plain only in quotes, and belongs to the value.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.line = 1
        self.remarks = 0

    @property
    def is_at_end(self) -> bool:
        """Whether everything has been read."""
        return self.offset >= len(self.text)

    def read_piece(self, sink: Sink) -> bool:
        """Give the next block, or the comments before it, to the sink; False if it is not plain.

        After False, or when the sink raises, `offset` and `line` are what they were.
        """
        return self._read("piece", sink)

    def read_row(self, sink: Sink) -> bool:
        """Give the next entry to the sink, in a table that has been entered: of a block that is not plain, most are."""
        return self._read("row", sink)

    def lines(self) -> Iterator[Line]:
        """The logical lines from here on, for the law. Once one is given, the next piece begins after it."""
        for line in read_from(self.text, self.offset, self.line):
            self.offset += len(line.text) + 1
            self.line = line.number + line.text.count("\n") + 1
            yield line

    def _read(self, start: str, sink: Sink) -> bool:
        text, tables = self.text, bulk_tables.load()
        states, last = tables.states, _LAST[start]
        here = _after_blanks(text, self.offset)
        remarks = text.count("\n", self.offset, here)
        line = self.line + remarks
        stack, depth = [tables.starts[start]], 0
        while found := states[stack[-1]].scan(text, here):
            token, end = str(found.lastgroup), found.end()
            if not _step(states, stack, token) or len(stack) > _DEEPEST:
                return False
            _GIVE[token](sink, found, tables, line)
            lines = text.count("\n", here, end)
            line += lines
            # Behind a comment the text may end without a line end.
            remarks += (lines or 1) if token in _REMARKS else 0
            depth += _DEEPER.get(token, 0)
            if not depth and token in last:
                self._leave(end, line, remarks)
                return True
            here = end
            if "ENTRY" in states[stack[-1]].repeats:
                here, line = _entries(sink, text, tables, here, line)
        return False

    def _leave(self, end: int, line: int, remarks: int) -> None:
        """Go to the beginning of the next line in which anything stands; what stands at `end` is in `line`."""
        here = _after_blanks(self.text, end)
        blank = self.text.count("\n", end, here)
        self.line = line + blank
        self.offset = here if here == len(self.text) else self.text.rfind("\n", self.offset, here) + 1
        is_last_blank = here == len(self.text) and self.text[self.text.rfind("\n") + 1 :].isspace()
        self.remarks = remarks + blank + is_last_blank


def unix_lines(text: str) -> str:
    r"""The text with `\n` where a line ends in any of the three ways; this one is what `reader.read` makes of it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _after_blanks(text: str, offset: int) -> int:
    blanks = _BLANK.match(text, offset)
    return blanks.end() if blanks else offset


def _step(states: Sequence[State], stack: list[int], token: str) -> bool:
    """Takes a token; False if it cannot come next. The rules that end before it leave the stack first."""
    state = states[stack[-1]]
    while rule := state.reduces.get(token):
        length, name = rule
        del stack[len(stack) - length :]
        stack.append(states[stack[-1]].follows[name])
        state = states[stack[-1]]
    following = state.follows.get(token)
    if following is None:
        return False
    stack.append(following)
    return True


def _entries(sink: Sink, text: str, tables: Tables, here: int, line: int) -> tuple[int, int]:
    """Gives the plain entries that follow one, which change nothing on the stack; where they end, and in which line.

    Most of a large configuration passes here.
    """
    scan, lines, entry, count = tables.entry, tables.lines.findall, sink.entry, text.count
    while found := scan(text, here):
        end = found.end()
        entry(_key(found[1]), lines(text, found.end(1), end), line)
        line += count("\n", here, end)
        here = end
    return here, line


# How a token is given to the sink. The white space behind it belongs to it.


def _entry(sink: Sink, found: re.Match[str], tables: Tables, line: int) -> None:
    key = _key_group(found)
    sink.entry(_key(found[key]), tables.lines.findall(found.string, found.end(key), found.end()), line)


def _edit(sink: Sink, found: re.Match[str], _tables: Tables, line: int) -> None:
    sink.edit(_key(found[_key_group(found)]), line)


def _sets(sink: Sink, found: re.Match[str], tables: Tables, line: int) -> None:
    sink.sets(tables.lines.findall(found.string, *found.span()), line)


def _unset(sink: Sink, found: re.Match[str], _tables: Tables, line: int) -> None:
    sink.unset([Bare(name) for name in found[0].split()[1::2]], line)


def _config(sink: Sink, found: re.Match[str], _tables: Tables, line: int) -> None:
    sink.config([word.value for word in split(found[0])[1:]], line)


def _next(sink: Sink, _found: re.Match[str], _tables: Tables, line: int) -> None:
    sink.next(line)


def _end(sink: Sink, _found: re.Match[str], _tables: Tables, line: int) -> None:
    sink.end(line)


def _comment(sink: Sink, found: re.Match[str], _tables: Tables, line: int) -> None:
    # Its indentation has been read with what stands before it.
    start = found.string.rfind("\n", 0, found.start()) + 1
    sink.comment(found.string[start : found.end()].partition("\n")[0], line)


def _gap(_sink: Sink, _found: re.Match[str], _tables: Tables, _line: int) -> None:
    """Empty lines say nothing."""


_REMARKS = frozenset({"COMMENT", "GAP"})

_GIVE: Mapping[str, Callable[[Sink, re.Match[str], Tables, int], None]] = {
    "ENTRY": _entry,
    "EDIT": _edit,
    "SETS": _sets,
    "UNSETS": _unset,
    "CONFIG": _config,
    "NEXT": _next,
    "END": _end,
    "COMMENT": _comment,
    "GAP": _gap,
}


def _key_group(found: re.Match[str]) -> int:
    """The first group inside that of the token."""
    return (found.lastindex or 0) + 1


def _key(text: str) -> str:
    """The key that stands behind `edit`: one word, in one pair of quotes or bare."""
    if text[0] != '"':
        return Bare(text)
    return text[1:-1] if "\\" not in text else split(text)[0].value
