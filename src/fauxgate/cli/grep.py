"""`| grep`: which lines of an answer are printed (fortios-cli.md 6)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fauxgate.cli.basic_regex import BadPattern, compiled
from fauxgate.cli.grep_context import with_context
from fauxgate.language.errors import Incomplete, ParseError
from fauxgate.language.words import Word, pipe_column, split

USAGE = (
    "Usage: grep [-invfcABC] PATTERN",
    "Options:",
    "        -i      Ignore case distinctions",
    "        -n      Print line number with output lines",
    "        -v      Select non-matching lines",
    "        -f      Print fortinet config context",
    "        -c      Only print count of matching lines",
    "        -A      Print NUM lines of trailing context",
    "        -B      Print NUM lines of leading context",
    "        -C      Print NUM lines of output context",
)
NAME = "grep"
_FLAGS, _NUMBERED = "invfc", "ABC"
# No answer has more lines than this, and Python refuses to read numbers of thousands of digits.
_NUMBER = re.compile(r"[0-9]{1,9}")


class Misused(Exception):
    """Arguments that are answered with the usage, as `-h` is."""


@dataclass(slots=True)
class _Arguments:
    """What was typed after `grep`: flags, numbers of lines, and the pattern."""

    flags: set[str] = field(default_factory=set)
    lines: dict[str, int] = field(default_factory=dict)
    pattern: str | None = None


class Grep:
    """The filter that stands after `|`.

    Its words are read when it is made: options may be joined and may follow the pattern. Raises `ParseError` or
    `Incomplete` where no filter stands. Inferred: that words after the pattern, and a second `|`, are such mistakes.
    """

    def __init__(self, text: str, column: int) -> None:
        second = pipe_column(text)
        words = split(text if second is None else text[:second])
        if not words:
            raise Incomplete(column)
        if words[0].quoted or not NAME.startswith(words[0].text):
            raise ParseError(words[0].text, column + words[0].start)
        if second is not None:
            raise ParseError("|", column + second)
        try:
            self._arguments: _Arguments | None = _read(words[1:], column)
            self._pattern = compiled(str(self._arguments.pattern), ignoring_case="i" in self._arguments.flags)
        except (Misused, BadPattern):
            self._arguments = None

    def select(self, lines: Sequence[str]) -> Iterator[str]:
        """What is printed of `lines`; the usage, whatever they are, if the filter cannot be understood."""
        arguments = self._arguments
        if arguments is None:
            yield from USAGE
        elif "f" in arguments.flags:
            yield from with_context(lines, self._matches)
        elif "c" in arguments.flags:
            yield str(sum(map(self._matches, lines)))
        else:
            yield from self._printed(lines, arguments)

    def _matches(self, line: str) -> bool:
        assert self._arguments is not None
        return bool(self._pattern.search(line)) is not ("v" in self._arguments.flags)

    def _printed(self, lines: Sequence[str], arguments: _Arguments) -> Iterator[str]:
        """The matching lines and those around them; `--` stands between groups, as common greps have it (Inferred)."""
        around = arguments.lines.get("C", 0)
        before, after = arguments.lines.get("B", around), arguments.lines.get("A", around)
        matching = [number for number, line in enumerate(lines) if self._matches(line)]
        last = -1
        for match, following in zip(matching, [*matching[1:], len(lines)], strict=bool(matching)):
            first = max(match - before, last + 1)
            if (before or after) and last >= 0 and first > last + 1:
                yield "--"
            last = min(match + after, following - 1, len(lines) - 1)
            for number in range(first, last + 1):
                yield _numbered(lines, number, is_match=number == match) if "n" in arguments.flags else lines[number]


def _numbered(lines: Sequence[str], number: int, *, is_match: bool) -> str:
    return f"{number + 1}{':' if is_match else '-'}{lines[number]}"


def _read(words: Sequence[Word], column: int) -> _Arguments:
    """The arguments. Raises `Misused` for unknown options, missing numbers and a missing pattern."""
    arguments = _Arguments()
    rest = iter(words)
    for word in rest:
        if word.text.startswith("-") and len(word.text) > 1 and not word.quoted:
            _read_options(word.text[1:], rest, arguments)
        elif arguments.pattern is None:
            arguments.pattern = word.text
        else:
            raise ParseError(word.text, column + word.start)
    if arguments.pattern is None:
        raise Misused
    return arguments


def _read_options(letters: str, rest: Iterator[Word], arguments: _Arguments) -> None:
    """Joined options such as `fi`; the number of `A`, `B` and `C` is the rest of the word, or the next one."""
    for position, letter in enumerate(letters):
        if letter in _FLAGS:
            arguments.flags.add(letter)
        elif letter in _NUMBERED:
            number = letters[position + 1 :] or next((word.text for word in rest), "")
            if not _NUMBER.fullmatch(number):
                raise Misused
            arguments.lines[letter] = int(number)
            return
        else:
            raise Misused
