"""The configuration as the statements that make it (fortios-cli.md 2.3).

The plain form has what differs from the defaults; the full form has every option that applies.
"""

from collections.abc import Iterator, Sequence

from fauxgate.language.statements import Config, Edit, End, Next, Set, Statement, Unset
from fauxgate.language.words import Bare
from fauxgate.model import lookup
from fauxgate.model.configuration import Configuration, scope_of
from fauxgate.model.draft import OWN_ROWS, Draft
from fauxgate.model.editor import Editor
from fauxgate.model.entry import Entry, Rows, applies
from fauxgate.model.inside import SHARED, Inside
from fauxgate.model.open_table import OpenTable
from fauxgate.model.values import printed
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT
from fauxgate.schema.types import Fqdn, Hostname, Integer, Ipv6Prefix, Name, Option, Path, Section, String, Table


def show_place(editor: Editor, path: Sequence[str] = (), *, full: bool = False) -> Iterator[Statement]:
    """The statements of an editor's place with its unsaved changes, or of a path from the top, with or without a key.

    In a table, one word may be the key of an entry. Raises what `lookup.find` raises, at once.
    """
    place = editor.place
    if path:
        return _show_path(editor, path, full=full)
    if isinstance(place, OpenTable):
        return show_table(place.table, place.rows, full=full)
    if isinstance(place, Draft):
        return _draft(place, full=full)
    if isinstance(place, Inside):
        return _everything(place.configuration, full=full)
    return show(editor.configuration, full=full)


def show(
    configuration: Configuration, path: Path = (), key: str | None = None, *, full: bool = False
) -> Iterator[Statement]:
    """The statements of an entry, a table, an object, or of everything; path and key must exist.

    Everything means every virtual domain, if there are several (fortios-cli.md 7.2).
    """
    if not path:
        yield from _show_unit(configuration, full=full)
        return
    section = configuration.section(path)
    if not isinstance(section, Table):
        yield from show_object(section, configuration.object(path), full=full)
    elif key is None:
        yield from show_table(section, configuration.table(path), full=full)
    else:
        yield from show_entry(section, key, configuration.table(path)[key], full=full)


def _show_path(editor: Editor, path: Sequence[str], *, full: bool) -> Iterator[Statement]:
    place, configuration = editor.place, editor.configuration
    if isinstance(place, OpenTable) and len(path) == 1 and path[0] in place.rows:
        return show_entry(place.table, str(path[0]), place.rows[path[0]], full=full)
    section, key = lookup.find(configuration, editor.catalogue, path)
    if section.path == DOMAINS:
        return _domains(configuration) if key is None else _domain(configuration, key, full=full)
    if section.path == WHOLE_UNIT:
        return _whole_unit(configuration, full=full)
    return show(configuration, section.path, key, full=full)


def _show_unit(configuration: Configuration, *, full: bool) -> Iterator[Statement]:
    if not configuration.has_domains:
        yield from _everything(configuration, full=full)
        return
    yield from _domains(configuration)
    yield from _whole_unit(configuration, full=full)
    for domain in configuration.domains:
        yield from _domain(configuration, domain, full=full)


def show_table(table: Section, rows: Rows, *, full: bool = False) -> Iterator[Statement]:
    """The statements of a table, from `config` to `end`."""
    if rows and isinstance(table, Table) and table.by_path:
        for key, entry in rows.items():
            yield from _entry_by_path(table, key, entry, full=full)
        return
    yield Config(tuple(map(Bare, table.path)))
    for key, entry in rows.items():
        yield from _entry(table, key, entry, full=full)
    yield End()


def show_entry(table: Section, key: str, entry: Entry, *, full: bool = False) -> Iterator[Statement]:
    """The statements of one entry inside those of its table."""
    if isinstance(table, Table) and table.by_path:
        yield from _entry_by_path(table, key, entry, full=full)
        return
    yield Config(tuple(map(Bare, table.path)))
    yield from _entry(table, key, entry, full=full)
    yield End()


def show_object(section: Section, entry: Entry, *, full: bool = False) -> Iterator[Statement]:
    """The statements of an object, from `config` to `end`."""
    yield Config(tuple(map(Bare, section.path)))
    yield from _members(section, entry, full=full)
    yield End()


def printed_key(table: Section, key: str) -> str:
    """The key of an entry as it is printed: a number or an address without quotes, anything else with them.

    A kept one is printed as it came.
    """
    if isinstance(table, Table) and table.is_kept:
        return key
    return Bare(key) if isinstance(table, Table) and isinstance(table.key.type, Integer | Ipv6Prefix) else key


def _everything(configuration: Configuration, *, full: bool) -> Iterator[Statement]:
    """The sections that a domain sees, each kept one behind what it followed when it was loaded."""
    catalogue = configuration.catalogue.scoped(scope_of(configuration, configuration.domain))
    for section in catalogue.sections():
        if not section.quiet or _is_used(configuration, section):
            yield from show(configuration, section.path, full=full)
        yield from _kept_after(configuration, section.path, full=full)
    yield from _kept_after(configuration, None, full=full)


def _kept_after(configuration: Configuration, path: Path | None, *, full: bool) -> Iterator[Statement]:
    for kept in configuration.kept_after(path):
        yield from show(configuration, kept, full=full)
        yield from _kept_after(configuration, kept, full=full)


def _domains(configuration: Configuration) -> Iterator[Statement]:
    yield Config(tuple(map(Bare, DOMAINS)))
    for domain in configuration.domains:
        yield Edit(Bare(domain))
        yield Next()
    yield End()


def _whole_unit(configuration: Configuration, *, full: bool) -> Iterator[Statement]:
    yield Config(tuple(map(Bare, WHOLE_UNIT)))
    yield from _everything(configuration.seen_from(SHARED), full=full)
    yield End()


def _domain(configuration: Configuration, domain: str, *, full: bool) -> Iterator[Statement]:
    yield Config(tuple(map(Bare, DOMAINS)))
    yield Edit(Bare(domain))
    yield from _everything(configuration.seen_from(domain), full=full)
    yield End()


def _is_used(configuration: Configuration, section: Section) -> bool:
    if isinstance(section, Table):
        return bool(configuration.table(section.path))
    return not configuration.object(section.path).is_empty


def _draft(draft: Draft, *, full: bool) -> Iterator[Statement]:
    if draft.is_entry or draft.by_path:
        return show_entry(draft.section, draft.key, draft.merged(), full=full)
    return show_object(draft.section, draft.merged(), full=full)


def _entry(table: Section, key: str, entry: Entry, *, full: bool) -> Iterator[Statement]:
    yield Edit(printed_key(table, key))
    yield from _members(table, entry, full=full)
    yield Next()


def _entry_by_path(table: Section, key: str, entry: Entry, *, full: bool) -> Iterator[Statement]:
    yield Config((*map(Bare, table.path), key))
    yield from _members(table, entry, full=full)
    yield End()


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
    for name, statement in entry.kept.items():
        yield statement
        if isinstance(statement, Config):
            yield from _block(entry.blocks[name])


def _block(entry: Entry) -> Iterator[Statement]:
    """What is inside a `config` that nobody has described, and its end."""
    for name, statement in entry.kept.items():
        yield statement
        if isinstance(statement, Config):
            yield from _block(entry.blocks[name])
    for key, row in entry.tables.get(OWN_ROWS, Rows()).items():
        yield Edit(key)
        yield from _block_entry(row)
    yield End()


def _block_entry(entry: Entry) -> Iterator[Statement]:
    *inside, _ = _block(entry)
    yield from inside
    yield Next()


def _option(option: Option, section: Section, entry: Entry, *, full: bool) -> Iterator[Statement]:
    stored = entry.values.get(option.name)
    if option.read_only and (stored is None or not option.restored):
        return
    if stored is None:
        if not full or not applies(option, section, entry):
            return
        stored = option.default
    if stored or isinstance(option.type, String | Name | Hostname | Fqdn):
        yield Set(Bare(option.name), printed(option.type, stored))
    else:
        yield Unset(Bare(option.name))
