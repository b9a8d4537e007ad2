"""What has changed between two snapshots, as statements."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from fauxgate.language.statements import Config, Delete, Edit, End, Move, Next, Statement, Unset
from fauxgate.language.words import Bare
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.section_rendering import show_object
from fauxgate.model.snapshot import Change, Rowset, Snapshot, changes
from fauxgate.model.spelling import printed_key
from fauxgate.model.storage import MULTIPLE, SYSTEM_GLOBAL
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT
from fauxgate.schema.types import Option, Path, Section, Table


def whole_entries(configuration: Configuration, before: Snapshot, after: Snapshot) -> tuple[Statement, ...] | None:
    """Every entry and object that has changed, with all that is in it; `after` is what is saved now.

    None where only the whole configuration tells enough: other virtual domains, another kind of unit.
    """
    if before.is_factory != after.is_factory or _kept(before) != _kept(after):
        return None
    found = changes(configuration.storage, before, after)
    if any(_concerns_unit(change) or _loses_kept(configuration, change) for change in found):
        return None
    return tuple(in_domains(configuration, found, lambda change: tuple(_section_change(configuration, change))))


def _kept(snapshot: Snapshot) -> Mapping[str | None, Mapping[Path, Path | None]]:
    """The places of the sections that nobody has described."""
    return {name: saved.kept for name, saved in snapshot.stores.items() if saved.kept}


def _concerns_unit(change: Change) -> bool:
    """Whether the change makes other virtual domains."""
    if change.path != SYSTEM_GLOBAL:
        return change.path == DOMAINS
    return _mode(change.before) != _mode(change.after)


def _mode(rows: Rowset) -> bool:
    return rows.get("", Entry()).values.get("vdom-mode") == MULTIPLE


def _loses_kept(configuration: Configuration, change: Change) -> bool:
    """Whether an object has less of what nobody has described: no statement takes that away."""
    if isinstance(configuration.section(change.path), Table):
        return False
    before, after = change.before.get("", Entry()), change.after.get("", Entry())
    return not (before.kept.keys() <= after.kept.keys() and before.objects.keys() <= after.objects.keys())


def in_domains(
    configuration: Configuration, found: Sequence[Change], told: Callable[[Change], Sequence[Statement]]
) -> Iterator[Statement]:
    """What is told of each change, inside its virtual domain if there are several."""
    if not configuration.has_domains:
        for change in found:
            yield from told(change)
        return
    for domain in dict.fromkeys(change.domain for change in found):
        inside = [statement for change in found if change.domain == domain for statement in told(change)]
        if not inside:
            continue
        if not domain:
            yield Config(tuple(map(Bare, WHOLE_UNIT)))
        else:
            yield from (Config(tuple(map(Bare, DOMAINS))), Edit(Bare(domain)))
        yield from inside
        yield End()


def _section_change(configuration: Configuration, change: Change) -> Iterator[Statement]:
    section = configuration.section(change.path)
    yield Config(tuple(map(Bare, section.path)))
    if isinstance(section, Table):
        yield from _rows_change(section, change)
    else:
        before, after = change.before.get("", Entry()), change.after.get("", Entry())
        for option in section.options:
            if isinstance(option, Option) and option.name in before.values and option.name not in after.values:
                yield Unset(Bare(option.name))
        yield from members(section, after)
    yield End()


def _rows_change(table: Table, change: Change) -> Iterator[Statement]:
    for key in change.before:
        if key not in change.after:
            yield Delete(printed_key(table, key))
    for key, entry in change.after.items():
        if change.before.get(key) is not entry:
            yield Edit(printed_key(table, key))
            yield from members(table, entry)
            yield Next()
    yield from moves(table, change.before, change.after)


def moves(table: Table, before: Rowset, after: Rowset) -> Iterator[Statement]:
    """What puts the rows in their new order, once those that are gone are deleted and new ones stand at the end."""
    order = [key for key in before if key in after]
    order += [key for key in after if key not in before]
    wanted = list(after)
    rank = {key: number for number, key in enumerate(wanted)}
    for number, key in enumerate(wanted):
        while order[number] != key:
            found = order[number]
            if order[number + 1] == key and rank[found] > number + 1:
                # One row has gone down: it moves, rather than all that it has passed.
                place = max(order.index(wanted[rank[found] - 1]), number + 1)
                order.insert(place, order.pop(number))
                yield Move(printed_key(table, found), "after", printed_key(table, order[place - 1]))
            else:
                order.remove(key)
                order.insert(number, key)
                yield Move(printed_key(table, key), "before", printed_key(table, found))


def members(section: Section, entry: Entry) -> tuple[Statement, ...]:
    """What stands between the first and the last line of an entry or object."""
    return tuple(show_object(section, entry))[1:-1]
