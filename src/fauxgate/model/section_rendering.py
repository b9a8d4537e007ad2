"""One section, or one entry of it, as the statements that make it (fortios-cli.md 2.3).

The plain form has what differs from the defaults, or what the file had that it came from; the full form has every
option that applies.
"""

from collections.abc import Iterator

from fauxgate.language.statements import Config, Edit, End, Next, Set, Statement, Unset
from fauxgate.language.words import Bare, Verbatim
from fauxgate.model import kept as keeping
from fauxgate.model.draft import OWN_ROWS
from fauxgate.model.entry import Entry, Rows, applies
from fauxgate.model.spelling import UNSET, Spelling, arranged, printed_key, written_key
from fauxgate.model.values import printed
from fauxgate.schema.types import Fqdn, Hostname, Name, Object, Option, Section, String, Table

_NOBODYS = Object(path=(), help="", options=(), is_complete=False, is_kept=True)
"""A block that nobody has described."""


def show_table(table: Section, rows: Rows, *, full: bool = False) -> Iterator[Statement]:
    """The statements of a table, from `config` to `end`."""
    if rows and isinstance(table, Table) and table.by_path:
        for key, entry in rows.items():
            yield from _entry_by_path(table, key, entry, full=full)
        return
    yield from show_rows(table, rows, full=full)


def show_rows(table: Section, rows: Rows, *, full: bool = False) -> Iterator[Statement]:
    """The same with an `edit` for each entry, whatever the table."""
    yield Config(tuple(map(Bare, table.path)))
    for key, entry in rows.items():
        yield from _entry(table, key, entry, full=full)
    yield End()


def is_printed(section: Section, entry: Entry) -> bool:
    """Whether there is anything to print of an object besides its first and last line."""
    return any(True for _ in _members(section, entry, full=False))


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


def _entry(table: Section, key: str, entry: Entry, *, full: bool) -> Iterator[Statement]:
    written = None if full else written_key(entry.spelling, key)
    yield Edit(printed_key(table, key) if written is None else Verbatim(written))
    yield from _members(table, entry, full=full)
    yield Next()


def _entry_by_path(table: Section, key: str, entry: Entry, *, full: bool) -> Iterator[Statement]:
    yield Config((*map(Bare, table.path), key))
    yield from _members(table, entry, full=full)
    yield End()


def _members(section: Section, entry: Entry, *, full: bool) -> Iterator[Statement]:
    if not full and entry.spelling is not None:
        yield from _as_it_came(section, entry, entry.spelling)
        return
    for member in section.options:
        if isinstance(member, Option):
            yield from _option(member, section, entry, full=full)
        elif isinstance(member, Table):
            # Inferred: an empty nested table is not printed, in the full form either.
            if rows := entry.tables.get(member.name):
                yield from show_table(member, rows, full=full)
        elif member.name in entry.objects or (full and applies(member, section, entry)):
            yield from show_object(member, entry.objects.get(member.name, Entry()), full=full)
    for name in entry.kept:
        yield from _kept(entry, name)


def _as_it_came(section: Section, entry: Entry, spelling: Spelling) -> Iterator[Statement]:
    """The members of an entry as the file had them that it came from."""
    names, texts = arranged(section, entry, spelling)
    for name in names:
        text, nested = texts.get(name), section.section(name)
        if isinstance(nested, Table):
            yield from show_table(nested, entry.tables.get(name, Rows()))
        elif nested is not None:
            yield from show_object(nested, entry.objects.get(name, Entry()))
        elif text is not None:
            word = Bare(name.removeprefix(keeping.name_of("")))
            yield Set(word, (Verbatim(text),)) if text != UNSET else Unset(word)
        elif option := section.option(name):
            yield from _option(option, section, entry, full=False)
        else:
            yield from _kept(entry, name)


def _kept(entry: Entry, name: str) -> Iterator[Statement]:
    """What nobody has described, word for word."""
    yield entry.kept[name]
    if isinstance(entry.kept[name], Config):
        yield from _block(entry.blocks[name])


def _block(entry: Entry) -> Iterator[Statement]:
    """What is inside a `config` that nobody has described, and its end."""
    yield from _members(_NOBODYS, entry, full=False)
    for key, row in entry.tables.get(OWN_ROWS, Rows()).items():
        written = written_key(row.spelling, key)
        yield Edit(key if written is None else Verbatim(written))
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
