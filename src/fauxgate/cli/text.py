"""Where lines begin and end, and what they begin with: what a door needs to know of a text before it hands it over."""

from collections.abc import Iterator, Sequence

from fauxgate.language.bulk import Reader, unix_lines
from fauxgate.language.reader import Line, read
from fauxgate.language.words import open_end

__all__ = ["Line", "first_words", "open_end", "read"]

_WHOLE_BLOCK = "config"


def first_words(text: str) -> Iterator[str]:
    """The first word of every line that says something; of a plain block only `config`, for it has nothing else."""
    reader = Reader(unix_lines(text))
    while not reader.is_at_end:
        passed = _Passed()
        if reader.read_piece(passed):
            if passed.has_block:
                yield _WHOLE_BLOCK
            continue
        words = next(reader.lines()).text.split(maxsplit=1)
        if words and not words[0].startswith("#"):
            yield words[0]


class _Passed:
    """A sink that only notes whether there was a block."""

    has_block = False

    def config(self, _words: Sequence[str], _line: int) -> None:
        self.has_block = True

    def edit(self, _key: str, _line: int) -> None: ...

    def sets(self, _pairs: Sequence[tuple[str, str]], _line: int) -> None: ...

    def entry(self, _key: str, _pairs: Sequence[tuple[str, str]], _line: int) -> None: ...

    def unset(self, _names: Sequence[str], _line: int) -> None: ...

    def next(self, _line: int) -> None: ...

    def end(self, _line: int) -> None: ...

    def comment(self, _text: str, _line: int) -> None: ...
