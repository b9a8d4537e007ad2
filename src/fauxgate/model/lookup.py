"""What the words of a path name."""

from collections.abc import Sequence

from fauxgate.model.configuration import Configuration
from fauxgate.model.errors import EntryNotFound, MissingWord, UnknownWord
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import Path, Section, Table


def find_section(catalogue: Catalogue, words: Sequence[str]) -> Section:
    """The table or object of exactly these words; raises `UnknownWord` or `MissingWord`."""
    section, rest = split(catalogue, words)
    if rest:
        raise UnknownWord(rest[0])
    return section


def find_nested(section: Section, words: Sequence[str]) -> Section:
    """The table or object inside an entry of another; raises `UnknownWord` or `MissingWord`."""
    if not words:
        raise MissingWord
    nested = section.section(words[0])
    if nested is None:
        raise UnknownWord(words[0])
    if len(words) > 1:
        raise UnknownWord(words[1])
    return nested


def find(configuration: Configuration, catalogue: Catalogue, words: Sequence[str]) -> tuple[Section, str | None]:
    """The table or object that the words name in a catalogue, and the key of an entry if one more word follows.

    The key of a table that nobody has described is as it was typed. Raises `UnknownWord`, `MissingWord` or
    `EntryNotFound`.
    """
    section, rest = split(catalogue, words)
    if not rest:
        return section, None
    if not isinstance(section, Table):
        raise UnknownWord(rest[0])
    if len(rest) > 1:
        raise UnknownWord(rest[1])
    if rest[0] not in configuration.table(section.path):
        raise EntryNotFound(rest[0])
    if section.is_kept:
        return section, next(key for key in configuration.table(section.path) if key == rest[0])
    return section, str(rest[0])


def split(catalogue: Catalogue, words: Sequence[str]) -> tuple[Section, Path]:
    """The table or object that the first words name, and the words after it; raises `UnknownWord` or `MissingWord`."""
    resolved = catalogue.resolve(words)
    if resolved is not None:
        return resolved
    for length, word in enumerate(words):
        if all(known.word != word for known in catalogue.next_words(tuple(words[:length]))):
            raise UnknownWord(word)
    raise MissingWord
