"""The floor: a hand-written tokenizer by one regular expression, and the tree that it and the bulk reader build.

The tree is nested dicts: what `config` and `edit` enter by their words, and the words of each value by its option. The
tokenizer knows the line of each token and nothing else of errors; a text that it does not know ends it. `bare` is less
than a tokenizer: it takes keys and values as the text that stands there, and knows no lines.
"""

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from fauxgate.language.bulk import Reader

Tree: TypeAlias = dict[str, Any]  # Any: values, and trees again.

_QUOTED = r'"[^"\\]*+(?:\\(?s:.)[^"\\]*+)*+"'
_VALUE = rf"""(?:[^\n"'\\]++|{_QUOTED}|'[^']*+'|\\.)++"""
_TOKEN = re.compile(
    rf"""[ \t\n]*+(?:set[ ]++([A-Za-z0-9_.-]++)[ ]++({_VALUE})"""
    rf"""|edit[ ]++({_VALUE})|(next)(?=\s|\Z)|(end)(?=\s|\Z)|config[ ]++({_VALUE})|unset[ ]++([^\s]++)|(\#)[^\n]*+)"""
)
SET, EDIT, NEXT, END, CONFIG, UNSET = 2, 3, 4, 5, 6, 7

_WORD = re.compile(rf"""(?:[^\s"'\\]++|{_QUOTED}|'[^']*+'|\\.)++""")
_PART = re.compile(r"""([^"'\\]++)|"([^"\\]*+(?:\\(?s:.)[^"\\]*+)*+)"|'([^']*+)'|\\(.)""")
_ESCAPE = re.compile(r"""\\(["'\\])""")


def words(text: str) -> tuple[str, ...]:
    """The words of a value."""
    if '"' not in text and "\\" not in text and "'" not in text:
        return tuple(text.split())
    return tuple(map(word, _WORD.findall(text)))


def word(text: str) -> str:
    """One word without its quotes and escapes."""
    if text[0] == text[-1] == '"' and "\\" not in text and text.count('"') == 2:
        return text[1:-1]
    found = _PART.findall(text)
    return "".join(bare or _ESCAPE.sub(r"\1", double) or single or escaped for bare, double, single, escaped in found)


def tokenized(text: str) -> Tree:
    """The tree of a configuration by the regular expression, a token for each line."""
    top: Tree = {}
    here, stack, line = top, [], 1
    match, position, count = _TOKEN.match, 0, text.count
    while token := match(text, position):
        kind, end = token.lastindex, token.end()
        line += count("\n", position, end)
        position = end
        if kind == SET:
            here[token[1]] = words(token[2])
        elif kind in (END, NEXT):
            if not stack:
                raise ValueError(f"line {line}: nothing to leave")
            here = stack.pop()
        elif kind == EDIT:
            stack.append(here)
            here = here.setdefault(word(token[3]), {})
        elif kind == CONFIG:
            stack.append(here)
            here = here.setdefault(" ".join(words(token[6])), {})
        elif kind == UNSET:
            here.pop(token[7], None)
    return top


def bare(text: str) -> Tree:
    """The same with less: texts as they stand there, and no lines."""
    top: Tree = {}
    here, stack = top, []
    match, position = _TOKEN.match, 0
    while token := match(text, position):
        position = token.end()
        kind = token.lastindex
        if kind == SET:
            here[token[1]] = token[2]
        elif kind == NEXT:
            here = stack.pop()
        elif kind in (EDIT, CONFIG):
            stack.append(here)
            here = here.setdefault(token[kind], {})
        elif kind == END:
            here = stack.pop()
        elif kind == UNSET:
            here.pop(token[7], None)
    return top


class BareSink:
    """Builds the tree of `bare` from what the bulk reader gives."""

    def __init__(self) -> None:
        self.top: Tree = {}
        self._here = self.top
        self._stack: list[Tree] = []

    def config(self, names: Sequence[str], _line: int) -> None:
        self.edit(" ".join(names), 0)

    def edit(self, key: str, _line: int) -> None:
        self._stack.append(self._here)
        self._here = self._here.setdefault(key, {})

    def sets(self, pairs: Sequence[tuple[str, str]], _line: int) -> None:
        self._here.update(pairs)

    def entry(self, key: str, pairs: Sequence[tuple[str, str]], _line: int) -> None:
        if key in self._here:
            self._here[key].update(pairs)
        else:
            self._here[key] = dict(pairs)

    def unset(self, names: Sequence[str], _line: int) -> None:
        for name in names:
            self._here.pop(name, None)

    def next(self, _line: int) -> None:
        self._here = self._stack.pop()

    def end(self, _line: int) -> None:
        self._here = self._stack.pop()

    def comment(self, _text: str, _line: int) -> None:
        """Comments are not in the tree."""


class TreeSink(BareSink):
    """Builds the tree of `tokenized`."""

    def sets(self, pairs: Sequence[tuple[str, str]], _line: int) -> None:
        self._here.update({name: words(text) for name, text in pairs})

    def entry(self, key: str, pairs: Sequence[tuple[str, str]], _line: int) -> None:
        values = {name: words(text) for name, text in pairs}
        if key in self._here:
            self._here[key].update(values)
        else:
            self._here[key] = values


def in_bulk(text: str, sink: BareSink) -> Tree:
    """The same tree by the bulk reader."""
    reader = Reader(text)
    while not reader.is_at_end:
        if not reader.read_piece(sink):
            raise ValueError(f"line {reader.line}: not plain")
    return sink.top
