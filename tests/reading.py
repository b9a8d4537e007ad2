"""A configuration as statements, read in two ways: word by word, which is the law, and in bulk with that behind it."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from fauxgate.language import statements as form
from fauxgate.language.bulk import Reader, Sink, unix_lines
from fauxgate.language.context import Context
from fauxgate.language.errors import LanguageError
from fauxgate.language.parser import Choices, Parser
from fauxgate.language.reader import Line, read
from fauxgate.language.words import Bare, split

# A statement, or the kind and column of an error, behind the number of its line.
Read: TypeAlias = tuple[int, object]


class OpenVocabulary:
    """Knows nothing and accepts everything."""

    def choices(self, _terminal: str, _words: Sequence[str]) -> Choices:
        return Choices()


@dataclass
class Law:
    """The word-by-word path: one line after the other, each at its place. A wrong line changes nothing."""

    entered: list[Context] = field(default_factory=lambda: [Context.ROOT])
    parser: Parser = field(default_factory=Parser)
    remarks: int = 0
    """How many physical lines said nothing."""

    def read(self, lines: Iterator[Line]) -> Iterator[Read]:
        for line in lines:
            try:
                statement = self.parser.parse(line.text, self.entered[-1], OpenVocabulary())
            except LanguageError as error:
                yield line.number, (type(error).__name__, error.position, error.message())
                continue
            if statement is None:
                self.remarks += line.text.count("\n") + 1
                continue
            self._follow(statement)
            yield line.number, statement

    @property
    def is_at_top(self) -> bool:
        return len(self.entered) == 1

    def _follow(self, statement: form.Statement) -> None:
        match statement:
            case form.Config():
                self.entered.append(Context.KEPT)
            case form.Edit():
                self.entered.append(Context.ENTRY)
            case form.Next():
                self.entered.pop()
            case form.End() | form.Abort():
                while self.entered.pop() is not Context.KEPT:
                    pass


@dataclass
class Statements:
    """A sink that makes the statements again."""

    read: list[Read] = field(default_factory=list)

    def config(self, words: Sequence[str], line: int) -> None:
        self.read.append((line, form.Config(tuple(words))))

    def edit(self, key: str, line: int) -> None:
        self.read.append((line, form.Edit(key)))

    def sets(self, pairs: Sequence[tuple[str, str]], line: int) -> None:
        for name, text in pairs:
            words = tuple(word.value for word in split(f"set {text}")[1:])
            self.read.append((line, form.Set(Bare(name), words)))
            line += text.count("\n") + 1

    def entry(self, key: str, pairs: Sequence[tuple[str, str]], line: int) -> None:
        self.edit(key, line)
        self.sets(pairs, line + key.count("\n") + 1)
        self.next(line + key.count("\n") + 1 + sum(text.count("\n") + 1 for _, text in pairs))

    def unset(self, names: Sequence[str], line: int) -> None:
        for number, name in enumerate(names, line):
            self.read.append((number, form.Unset(name)))

    def next(self, line: int) -> None:
        self.read.append((line, form.Next()))

    def end(self, line: int) -> None:
        self.read.append((line, form.End()))

    def comment(self, text: str, line: int) -> None:
        """Comments say nothing."""


def by_the_law(text: str) -> list[Read]:
    """What the word-by-word path reads."""
    return list(Law().read(read(text)))


@dataclass
class Bulk:
    """The bulk path with the law behind it; `plain` and `others` count the pieces that each of them has read.

    With `rows`, the law reads of a block that is not plain only what is in no plain row.
    """

    rows: bool = False
    read: list[Read] = field(default_factory=list)
    plain: int = 0
    others: int = 0
    remarks: int = 0

    def load(self, text: str) -> list[Read]:
        reader = Reader(unix_lines(text))
        while not reader.is_at_end:
            if not self._is_plain(reader, reader.read_piece):
                self._by_the_law(reader)
        return self.read

    def _is_plain(self, reader: Reader, read_next: Callable[[Sink], bool]) -> bool:
        sink = Statements()
        if is_plain := read_next(sink):
            self.plain += 1
            self.remarks += reader.remarks
            self.read += sink.read
        return is_plain

    def _by_the_law(self, reader: Reader) -> None:
        law = Law()
        while not reader.is_at_end:
            is_in_table = law.entered[-1] is Context.KEPT
            if self.rows and is_in_table and self._is_plain(reader, reader.read_row):
                continue
            self.others += 1
            self.read += law.read(itertools.islice(reader.lines(), 1))
            if law.is_at_top:
                break
        self.remarks += law.remarks
