"""The statements that lead from one snapshot to another, as a person would type them.

What is new or different comes first, in the order of a backup, so that what is named is there before it is named; what
is to go comes last, in the opposite order. Inferred: that this is enough; an appliance may want an order of its own
where two entries may not have the same value.
"""

from collections.abc import Iterator, Sequence

from fauxgate.language.statements import Config, Delete, Edit, End, Next, Statement, Unset
from fauxgate.language.words import Bare
from fauxgate.model.configuration import Configuration
from fauxgate.model.difference import in_domains, members, moves
from fauxgate.model.entry import Entry, Rows
from fauxgate.model.rendering import printed_key
from fauxgate.model.snapshot import Change, Rowset, Snapshot, changes
from fauxgate.schema.types import Object, Option, Section, Table


def leading(configuration: Configuration, before: Snapshot, after: Snapshot) -> Iterator[Statement]:
    """The statements, none where the two are equal; `configuration` is one that has been both."""
    found = changes(configuration.storage, before, after)
    yield from in_domains(configuration, found, lambda change: _made(configuration, change))
    yield from in_domains(configuration, found[::-1], lambda change: _gone(configuration, change))


def _made(configuration: Configuration, change: Change) -> Sequence[Statement]:
    """What is new or different in a section."""
    section = configuration.section(change.path)
    if isinstance(section, Table):
        return _around(section, [*_rows(section, change.before, change.after)])
    before, after = change.before.get("", Entry()), change.after.get("", Entry())
    return _around(section, [*_entry(section, before, after)])


def _gone(configuration: Configuration, change: Change) -> Sequence[Statement]:
    """What is no longer there in a table."""
    section = configuration.section(change.path)
    gone = [key for key in change.before if key not in change.after] if isinstance(section, Table) else []
    return _around(section, [Delete(printed_key(section, key)) for key in reversed(gone)])


def _around(section: Section, inside: Sequence[Statement]) -> Sequence[Statement]:
    return [Config(tuple(map(Bare, section.path))), *inside, End()] if inside else []


def _rows(table: Table, before: Rowset, after: Rowset) -> Iterator[Statement]:
    for key, entry in after.items():
        was = before.get(key)
        if was is None or was != entry:
            yield Edit(printed_key(table, key))
            yield from members(table, entry) if was is None else _entry(table, was, entry)
            yield Next()
    if table.ordered:
        yield from moves(table, before, after)


def _entry(section: Section, before: Entry, after: Entry) -> Iterator[Statement]:
    """What differs in an entry or object."""
    for option in section.options:
        if isinstance(option, Option) and option.name in before.values and option.name not in after.values:
            yield Unset(Bare(option.name))
    yield from members(section, Entry({name: it for name, it in after.values.items() if before.values.get(name) != it}))
    for member in section.options:
        if isinstance(member, Table):
            yield from _nested_table(
                member, before.tables.get(member.name, Rows()), after.tables.get(member.name, Rows())
            )
        elif isinstance(member, Object):
            was, now = before.objects.get(member.name, Entry()), after.objects.get(member.name, Entry())
            yield from _around(member, [*_entry(member, was, now)])
    for name, statement in after.kept.items():
        is_same = before.kept.get(name) == statement and before.blocks.get(name) == after.blocks.get(name)
        if not is_same:
            blocks = {name: after.blocks[name]} if name in after.blocks else {}
            yield from members(section, Entry(kept={name: statement}, blocks=blocks))


def _nested_table(table: Table, before: Rows, after: Rows) -> Sequence[Statement]:
    gone = [Delete(printed_key(table, key)) for key in before if key not in after]
    return _around(table, [*gone, *_rows(table, before, after)])
