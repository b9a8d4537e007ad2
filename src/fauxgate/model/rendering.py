"""The configuration as the statements that make it (fortios-cli.md 2.3).

The plain form has what differs from the defaults; the full form has every option that applies.
"""

from collections.abc import Iterator, Sequence

from fauxgate.language.statements import Config, Edit, End, Next, Set, Statement, Unset
from fauxgate.language.words import Bare
from fauxgate.model import lookup
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.entry import Entry, Rows, applies
from fauxgate.model.open_table import OpenTable
from fauxgate.model.values import printed
from fauxgate.schema.types import Hostname, Integer, Name, Option, Path, Section, String, Table


def show_place(editor: Editor, path: Sequence[str] = (), *, full: bool = False) -> Iterator[Statement]:
    """The statements of an editor's place with its unsaved changes, or of a path from the top, with or without a key.

    In a table, one word may be the key of an entry. Raises what `lookup.find` raises, at once.
    """
    place = editor.place
    if isinstance(place, OpenTable) and len(path) == 1 and path[0] in place.rows:
        return show_entry(place.table, str(path[0]), place.rows[path[0]], full=full)
    if path:
        section, key = lookup.find(editor.configuration, path)
        return show(editor.configuration, section.path, key, full=full)
    if place is None:
        return show(editor.configuration, full=full)
    if isinstance(place, OpenTable):
        return show_table(place.table, place.rows, full=full)
    if place.is_entry:
        return show_entry(place.section, place.key, place.merged(), full=full)
    return show_object(place.section, place.merged(), full=full)


def show(
    configuration: Configuration, path: Path = (), key: str | None = None, *, full: bool = False
) -> Iterator[Statement]:
    """The statements of an entry, a table, an object, or of everything; path and key must exist."""
    if not path:
        for section in configuration.catalogue.sections():
            if not section.quiet or _is_used(configuration, section):
                yield from show(configuration, section.path, full=full)
        return
    section = configuration.section(path)
    if not isinstance(section, Table):
        yield from show_object(section, configuration.object(path), full=full)
    elif key is None:
        yield from show_table(section, configuration.table(path), full=full)
    else:
        yield from show_entry(section, key, configuration.table(path)[key], full=full)


def show_table(table: Section, rows: Rows, *, full: bool = False) -> Iterator[Statement]:
    """The statements of a table, from `config` to `end`."""
    yield Config(tuple(map(Bare, table.path)))
    for key, entry in rows.items():
        yield from _entry(table, key, entry, full=full)
    yield End()


def show_entry(table: Section, key: str, entry: Entry, *, full: bool = False) -> Iterator[Statement]:
    """The statements of one entry inside those of its table."""
    yield Config(tuple(map(Bare, table.path)))
    yield from _entry(table, key, entry, full=full)
    yield End()


def show_object(section: Section, entry: Entry, *, full: bool = False) -> Iterator[Statement]:
    """The statements of an object, from `config` to `end`."""
    yield Config(tuple(map(Bare, section.path)))
    yield from _members(section, entry, full=full)
    yield End()


def printed_key(table: Section, key: str) -> str:
    """The key of an entry as it is printed: a number without quotes, anything else with them."""
    return Bare(key) if isinstance(table, Table) and isinstance(table.key.type, Integer) else key


def _is_used(configuration: Configuration, section: Section) -> bool:
    if isinstance(section, Table):
        return bool(configuration.table(section.path))
    return not configuration.object(section.path).is_empty


def _entry(table: Section, key: str, entry: Entry, *, full: bool) -> Iterator[Statement]:
    yield Edit(printed_key(table, key))
    yield from _members(table, entry, full=full)
    yield Next()


def _members(section: Section, entry: Entry, *, full: bool) -> Iterator[Statement]:
    for member in section.options:
        if isinstance(member, Option):
            yield from _option(member, section, entry, full=full)
        elif isinstance(member, Table):
            # Inferred: an empty nested table is not printed, in the full form either.
            if rows := entry.tables.get(member.name):
                yield from show_table(member, rows, full=full)
        elif member.name in entry.objects or (full and applies(member, section, entry)):
            yield from show_object(member, entry.objects.get(member.name, Entry()), full=full)


def _option(option: Option, section: Section, entry: Entry, *, full: bool) -> Iterator[Statement]:
    stored = entry.values.get(option.name)
    if option.read_only and (stored is None or not option.restored):
        return
    if stored is None:
        if not full or not applies(option, section, entry):
            return
        stored = option.default
    if stored or isinstance(option.type, String | Name | Hostname):
        yield Set(Bare(option.name), printed(option.type, stored))
    else:
        yield Unset(Bare(option.name))
