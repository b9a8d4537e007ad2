"""What the lines of a saved configuration mean in one section: each distinct line is read and validated once.

A configuration of a hundred thousand lines says the same few things again and again: a third of its `set` lines are
distinct. So what a line means is looked up, by its option and the text of its value, and read only where it is new.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from fauxgate.language.statements import Set
from fauxgate.language.words import Bare, split
from fauxgate.model import kept as keeping
from fauxgate.model.entry import NOTHING, Entry
from fauxgate.model.errors import MissingWord, UnknownWord
from fauxgate.model.spelling import Spelling, Text, kept_text, text_of
from fauxgate.model.spelling import made as spelling_of
from fauxgate.model.values import Secrets, canonical, is_quoted, read
from fauxgate.schema.types import AsTyped, Name, Option, Password, Section, Stored, String

Line: TypeAlias = tuple[str, str]
"""The option of a `set` line and the text of its value, as it stands there."""

# Any: a `Stored` or a `Set`. Names tell them apart, and every line passes here.
Meaning: TypeAlias = tuple[str, Any]
"""The name of an option and its canonical value, None where that is the default; or the name under which a statement is
kept, and that statement."""

MOST = 4_000
"""So many lines are remembered of one section. In a table of a million lines most are remembered in vain."""

# Words without anything that escapes, a quote inside a word, or a blank of an unusual kind.
_WORD = r"""(?:[^\s"'\\]++|"[^"\\]*+")"""
_ONE_WORD = re.compile(_WORD)
_ESCAPED = re.compile(r"['\\]")
_PLAIN_TEXT = re.compile(r'"[A-Za-z0-9_.:/+= -]++"')
_PLAIN = re.compile(r"[A-Za-z0-9_.:/+= -]++")
_SIMPLE = re.compile(rf"{_WORD}(?: ++{_WORD})*+")


class Meanings(dict[Line, Meaning]):
    """The meanings of the lines of a section by line; asking for one that is not there reads it.

    That raises the UserError for which the line is refused. `odd` has each line that does not simply stand for a value,
    one that states a default or an empty text too: what is remembered of how it is written, or None.
    """

    def __init__(self, section: Section, secrets: Secrets) -> None:
        super().__init__()
        self._section = section
        self._secrets = secrets
        self._options = {it.name: it for it in section.options if isinstance(it, Option)}
        self._quoted = {name for name, it in self._options.items() if is_quoted(it.type)}
        self._longest = {name: it for name, it in map(_longest, self._options.values()) if it}
        self.odd: dict[Line, Text | None] = {}

    def __missing__(self, line: Line) -> Meaning:
        name, text = line
        option = self._options.get(name)
        if len(text) <= self._longest.get(name, 0) and _PLAIN_TEXT.fullmatch(text):
            # The name of the option is one object for all lines.
            meaning = self[line] = self._options[name].name, text[1:-1]
            return meaning
        if option is None:
            meaning = self[line] = self._kept(line, words(text))
            return meaning
        meaning = self._read(line, option)
        if not isinstance(option.type, Password) or text.startswith("ENC "):
            # Other secrets are sealed each by itself, so that equal ones do not look equal.
            self[line] = meaning
        return meaning

    def forget(self) -> None:
        """Begin anew; not while an entry is being read, for which some lines have been looked up."""
        self.clear()
        self.odd.clear()

    def _read(self, line: Line, option: Option) -> Meaning:
        text, default = line[1], option.default
        if option.read_only and not option.restored:
            raise UnknownWord(option.name)
        # Only a value that is kept as it was typed depends on which words were in quotes.
        given = words(text) if isinstance(option.type, AsTyped) else plain_words(text)
        meant = canonical(option.type, read(option, given, self._secrets))
        if not meant or meant == default:
            is_default = meant in ((), default)
            self.odd[line] = text_of(option, default if is_default else meant, text.rstrip())
            return option.name, None if is_default else meant
        if not self._is_plain(option, meant, text):
            self._remember(line, text_of(option, meant, text.rstrip()))
        return option.name, meant

    def _is_plain(self, option: Option, stored: Stored, text: str) -> bool:
        """Whether a value is surely written as it would be printed, in one of the forms that nearly all values have."""
        has_quotes = option.name in self._quoted
        if isinstance(stored, tuple):
            written = '" "'.join(stored) if has_quotes else " ".join(stored)
            return text == (f'"{written}"' if has_quotes else written) and _ESCAPED.search(text) is None
        return text == (f'"{stored}"' if has_quotes else stored) and _PLAIN.fullmatch(stored) is not None

    def _kept(self, line: Line, given: tuple[str, ...]) -> Meaning:
        name, text = line
        if not self._section.keeps(name):
            raise UnknownWord(name)
        if not given:
            raise MissingWord
        kept_as, statement = keeping.name_of(name), Set(Bare(name), given)
        self._remember(line, kept_text(kept_as, statement, given, text.rstrip()))
        return kept_as, statement

    def _remember(self, line: Line, text: Text | None) -> None:
        if text is not None:
            self.odd[line] = text


@dataclass(frozen=True, slots=True)
class Shape:
    """What holds of all entries in which the same names stand in the same order.

    `has_kept`: some of them are kept word for word. `may_lack`: an option that must be set is not among them.
    `spelling` is that of an entry whose lines are all written as they would be printed.
    """

    has_kept: bool
    may_lack: bool
    spelling: Spelling | None


class Shapes(dict[tuple[str, ...], Shape]):
    """The shapes of the entries of a section, by the names in them; asking for one makes it."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self._required = frozenset(option.name for option in section.required)

    def __missing__(self, names: tuple[str, ...]) -> Shape:
        if len(self) >= MOST:
            self.clear()
        shape = self[names] = Shape(
            has_kept=any(" " in name for name in names),
            may_lack=not self._required.issubset(names),
            spelling=spelling_of(self._section, names),
        )
        return shape


def words(text: str) -> tuple[str, ...]:
    """The words of a value, as a statement carries them; raises what `words.split` raises."""
    if _SIMPLE.fullmatch(text):
        return tuple(it[1:-1] if it[0] == '"' else Bare(it) for it in _ONE_WORD.findall(text))
    # A `#` is a comment only where a line begins.
    return tuple(word.value for word in split(f"set {text}")[1:])


def plain_words(text: str) -> tuple[str, ...]:
    """The same without telling which of them were in quotes."""
    if _ONE_WORD.fullmatch(text):
        return (text[1:-1],) if text[0] == '"' else (text,)
    if _SIMPLE.fullmatch(text):
        return tuple([it[1:-1] if it[0] == '"' else it for it in _ONE_WORD.findall(text)])
    return tuple([word.text for word in split(f"set {text}")[1:]])


def made(values: Mapping[str, Any], shape: Shape) -> Entry:  # Any: as in a `Meaning`.
    """The entry of which lines mean that, none of them odd."""
    if not shape.has_kept:
        return Entry(values or NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, shape.spelling)
    return _divided(values, shape.spelling)


def oddly_made(
    section: Section,
    values: Mapping[str, Any],  # Any: as in a `Meaning`.
    texts: Iterable[Text | None],
) -> Entry:
    """The same where some lines are odd, of which this is to be remembered."""
    return _divided(values, spelling_of(section, tuple(values), texts))


def _divided(values: Mapping[str, Any], spelling: Spelling | None) -> Entry:  # Any: the same.
    own = {name: it for name, it in values.items() if it is not None and not isinstance(it, Set)}
    kept = {name: it for name, it in values.items() if isinstance(it, Set)}
    return Entry(own or NOTHING, NOTHING, NOTHING, kept or NOTHING, NOTHING, spelling)


def _longest(option: Option) -> tuple[str, int]:
    """How long a text in quotes may be for an option that takes any; 0 for one that does not, or not always."""
    is_settable = not option.read_only or option.restored
    if isinstance(option.type, String | Name) and is_settable and not option.default:
        return option.name, option.type.limit + len('""')
    return option.name, 0
