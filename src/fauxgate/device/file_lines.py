"""The lines of a saved configuration with what each is about, so that two files can be compared line by line."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from fauxgate.errors import UserError
from fauxgate.language.reader import read
from fauxgate.language.words import split

Place: TypeAlias = tuple[str, ...]
"""The `config` and `edit` lines that lead to a line, without quotes."""

VERBS = (
    *("abort", "append", "clear", "clone", "config", "delete", "edit", "end"),
    *("move", "next", "purge", "rename", "select", "set", "unselect", "unset"),
)
"""The verbs of configuration, which a person may abbreviate."""

OPTIONS = frozenset({"set", "unset", "append", "select", "unselect", "clear"})


@dataclass(slots=True)
class FileLine:
    """One logical line: `number` is that of its first physical line, `words` are what it says.

    `opener` is the `config` or `edit` line of what it stands in, or which it closes. `closer` is what closes that.
    """

    number: int
    text: str
    words: tuple[str, ...]
    opener: "FileLine | None" = field(repr=False)
    closer: "FileLine | None" = field(default=None, repr=False)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return (*self.opener.place, " ".join(self.opener.words)) if self.opener else ()

    @property
    def verb(self) -> str:
        """What kind of line it is; empty for a comment or an empty line."""
        return self.words[0] if self.words else ""

    @property
    def subject(self) -> tuple[str, ...]:
        """What a line is about that says something: an option, a section or an entry."""
        if self.verb in OPTIONS:
            return ("option", *self.words[1:2])
        return self.words or ("#", self.text.partition("=")[0])

    @property
    def value(self) -> tuple[str, ...]:
        """The words of the value of an option."""
        return self.words[2:]

    @property
    def written(self) -> str:
        """The line without what stands around it."""
        return self.text.strip()


def file_lines(text: str, refused: Collection[int] = ()) -> Iterator[FileLine]:
    """The lines of a text; line ends are those of the program, whatever the file has.

    An `edit` that was refused has led nowhere. A block whose `config` was refused is passed over up to its `end`, if
    the verb stands there in full.
    """
    openers: list[FileLine] = []
    for line in read(text):
        words = _words(line.text)
        if words == ("end",):
            while openers and openers[-1].verb == "edit":
                openers.pop()
        found = FileLine(line.number, line.text, words, openers[-1] if openers else None)
        is_left = words == ("end",) or (words == ("next",) and _is_in_entry(openers))
        if is_left and openers:
            openers.pop().closer = found
        elif words[:1] in (("config",), ("edit",)) and (
            line.number not in refused or line.text.split(maxsplit=1)[0] == "config"
        ):
            openers.append(found)
        yield found


def _is_in_entry(openers: Sequence[FileLine]) -> bool:
    return bool(openers) and openers[-1].verb == "edit"


def _words(text: str) -> tuple[str, ...]:
    if text.lstrip().startswith("#"):
        return ()
    try:
        words = tuple(word.text for word in split(text))
    except UserError:
        return (text.strip(),)
    verbs = [verb for verb in VERBS if verb.startswith(words[0])] if words and words[0] else []
    return (verbs[0], *words[1:]) if len(verbs) == 1 else words
