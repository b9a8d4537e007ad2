"""The statements that lead from one snapshot to another, as a person would type them.

What is new or different comes first, in the order of a backup, so that what is named is there before it is named; what
is to go comes last, in the opposite order. Inferred: that this is enough; an appliance may want an order of its own
where two entries may not have the same value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fauxgate.language.statements import Config, Delete, Edit, End, Next, Statement, Unset
from fauxgate.language.words import Bare
from fauxgate.model.configuration import Configuration
from fauxgate.model.difference import in_domains, members, moves
from fauxgate.model.draft import Draft
from fauxgate.model.entry import Entry, Rows
from fauxgate.model.inside import Inside
from fauxgate.model.open_table import OpenTable
from fauxgate.model.places import Place
from fauxgate.model.snapshot import Change, Rowset, Snapshot, changes
from fauxgate.model.spelling import printed_key
from fauxgate.model.storage import ROOT
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT
from fauxgate.schema.types import Object, Option, Section, Table


def leading(configuration: Configuration, before: Snapshot, after: Snapshot) -> Iterator[Statement]:
    """The statements, none where the two are equal; `configuration` is one that has been both."""
    found = changes(configuration.storage, before, after)
    # Virtual domains come first and go last; with one goes what is in it.
    domains = [change for change in found if change.path == DOMAINS]
    lost = {key for change in domains for key in change.before if key not in change.after}
    inside = [change for change in found if change.path != DOMAINS and change.domain not in lost]
    for change in domains:
        new = [Edit(Bare(key)) for key in change.after if key not in change.before]
        yield from _around(configuration.section(DOMAINS), [it for edit in new for it in (edit, Next())])
    yield from in_domains(configuration, inside, lambda change: _made(configuration, change))
    yield from in_domains(configuration, inside[::-1], lambda change: _gone(configuration, change))
    for change in domains:
        yield from _gone(configuration, change)


def to_place(places: Sequence[Place], snapshot: Snapshot) -> Iterator[Statement]:
    """The statements that lead from the top to where a session stood, with what it had not saved there.

    What was saved then is in `snapshot`.
    """
    domain, is_among_domains = ROOT, False
    for place in places:
        match place:
            case Inside():
                domain = place.name
                if not is_among_domains:
                    yield Config(tuple(map(Bare, WHOLE_UNIT if place.is_shared else DOMAINS)))
                if not place.is_shared:
                    yield Edit(place.name)
            case OpenTable():
                yield Config(tuple(map(Bare, place.path[-1:] if place.is_nested else place.path)))
            case Draft():
                yield _entered(place)
                draft = place if place.is_nested else _over(place, _saved(snapshot, domain, place))
                yield from _entry(place.section, draft.saved(), draft.merged())
        is_among_domains = isinstance(place, OpenTable) and place.path == DOMAINS


def _saved(snapshot: Snapshot, domain: str, draft: Draft) -> Entry | None:
    """What was saved of an entry or object; where nobody had touched its section, it was what the draft began with."""
    key = draft.key if isinstance(draft.section, Table) else ""
    for name in (domain, None):
        found = snapshot.stores[name].sections.get(draft.path) if name in snapshot.stores else None
        if found is not None:
            return found.get(key)
    return draft.before


def _over(draft: Draft, saved: Entry | None) -> Draft:
    """The draft as it lies over an entry."""
    return replace(draft, home={} if saved is None else {draft.key: saved}, before=saved)


def _entered(draft: Draft) -> Statement:
    if draft.is_entry:
        assert isinstance(draft.section, Table)
        return Edit(printed_key(draft.section, draft.key))
    if draft.is_block:
        return Config(draft.section.path)
    path = draft.path[-1:] if draft.is_nested else draft.path
    return Config((*map(Bare, path), draft.key) if draft.by_path else tuple(map(Bare, path)))


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
