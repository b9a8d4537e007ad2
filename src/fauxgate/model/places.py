"""Where a session can be, one place inside the other, and how it gets into a section."""

from collections.abc import Sequence
from typing import TypeAlias

from fauxgate.language.context import Context
from fauxgate.model import lookup
from fauxgate.model.configuration import Configuration
from fauxgate.model.draft import OWN_ROWS, Draft
from fauxgate.model.errors import UnknownWord
from fauxgate.model.inside import Inside
from fauxgate.model.open_table import OpenTable
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import Path, Section, Table

Place: TypeAlias = Inside | OpenTable | Draft


def context_of(place: Place | None) -> Context:
    """What kind of line can be typed in a place; None is the top."""
    if place is None:
        return Context.ROOT
    if isinstance(place, Inside):
        return Context.GLOBAL if place.is_shared else Context.VDOM
    if isinstance(place, OpenTable):
        return Context.TABLE
    if place.is_block:
        return Context.KEPT
    return Context.ENTRY if place.is_entry else Context.OBJECT


def prompt_of(place: Place | None) -> str | None:
    """What the prompt shows in parentheses: the last word of the path, or the key; None at the top."""
    if place is None:
        return None
    if isinstance(place, Inside):
        return place.name
    if isinstance(place, OpenTable):
        return place.table.name
    return place.key if isinstance(place.section, Table) else place.section.name


def opened(configuration: Configuration, section: Section) -> OpenTable | Draft:
    """The place inside a section that stands at the top."""
    if isinstance(section, Table):
        return OpenTable(section, configuration.table(section.path), section.path)
    home, key = configuration.objects(section), " ".join(section.path)
    return Draft(section, key, home, home.get(key), section.path)


def opened_at(configuration: Configuration, catalogue: Catalogue, words: Sequence[str]) -> OpenTable | Draft:
    """The place that a path from the top names; in a table whose entries are written so, the last word may be a key.

    Raises `UnknownWord` or `MissingWord`.
    """
    section, rest = lookup.split(catalogue, words)
    place = opened(configuration, section)
    if not rest:
        return place
    if not isinstance(place, OpenTable) or not place.table.by_path or len(rest) > 1:
        raise UnknownWord(rest[0])
    return drafted(place, place.key(rest[0]), by_path=True)


def opened_in(draft: Draft, words: Sequence[str]) -> OpenTable | Draft:
    """The place inside a section of an entry or object, which may be one that nobody has described.

    Raises `UnknownWord` or `MissingWord`.
    """
    if words and draft.section.section(words[0]) is None and draft.section.keeps(words[0]):
        return draft.block(words)
    section = lookup.find_nested(draft.section, words)
    if isinstance(section, Table):
        return OpenTable(section, draft.rows(section.name), (*draft.path, section.name), is_nested=True)
    return draft.nested(section)


def rows_of(place: Place | None) -> OpenTable | None:
    """The table whose entries can be edited in a place: a table, or a block that may turn out to be one."""
    if isinstance(place, Draft) and place.is_block:
        return OpenTable(place.own_table(), place.rows(OWN_ROWS), place.path, is_nested=True)
    return place if isinstance(place, OpenTable) else None


def drafted(place: OpenTable, key: str, *, by_path: bool = False) -> Draft:
    """The place inside an entry of a table, which may be a new one."""
    return Draft(place.table, key, place.rows, place.rows.get(key), place.path, place.is_nested, by_path)


def is_known(place: Draft, path: Path) -> bool:
    """Whether a place is the object or entry of a section at the top."""
    return not place.is_nested and place.path == path
