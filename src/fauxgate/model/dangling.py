"""Names of entries that do not exist, as a restored backup may have them: the appliance takes them out."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from fauxgate.model.entry import NOTHING, Entry, Rows
from fauxgate.model.references import User
from fauxgate.schema.types import Option, Section, Stored, Table

if TYPE_CHECKING:
    from fauxgate.model.configuration import Configuration
    from fauxgate.model.storage import Store

_Dropped: TypeAlias = tuple[tuple[str, ...], str, str]
"""What a `Dangling` has besides who had it."""

Missing: TypeAlias = Callable[[Option, Stored], tuple[str, ...]]
"""Gives the names in the value of an option that name nothing."""


@dataclass(frozen=True, slots=True)
class Dangling:
    """A name that names nothing: who had it, the words that lead to its place inside of that, the option, the name."""

    user: User
    way: tuple[str, ...]
    option: str
    name: str


def drop_dangling(configuration: "Configuration") -> Iterator[Dangling]:
    """Takes out all names of entries that do not exist; gives what is taken out.

    What all domains share may name what any one of them has.
    """
    storage = configuration.storage
    domains = tuple(storage.domains) or (configuration.domain,)
    seen = [configuration.seen_from(domain) for domain in domains]
    yield from _drop(seen[0], storage.shared, _Names(*seen))
    for one in seen:
        yield from _drop(one, storage.domain(one.domain), _Names(one))


class _Names:
    """Tells which names are missing, where some domains are seen."""

    def __init__(self, *seen: "Configuration") -> None:
        self._seen = seen
        self._tables: dict[int, Sequence[Collection[str]] | None] = {}

    def missing(self, option: Option, stored: Stored) -> tuple[str, ...]:
        """The names in a value that name nothing."""
        tables = self._where(option)
        if tables is None:
            return ()
        for keys in tables:
            # Most values are one name that is where it belongs, and every entry passes here.
            if stored in keys:
                return ()
        names = (stored,) if isinstance(stored, str) else stored
        return tuple([name for name in names if not any(name in keys for keys in tables)])

    def _where(self, option: Option) -> Sequence[Collection[str]] | None:
        """Where a name may stand; None if it may be anything."""
        # An option is told by its identity: they all live as long as the catalogue.
        if id(option) not in self._tables:
            own = {"", *option.also, *_items(option.default), *_items(option.factory)}
            named = [seen.named_by(option.refers_to) for seen in self._seen]
            found = [it for it in named if it is not None]
            self._tables[id(option)] = (own, *chain(*found)) if len(found) == len(named) else None
        return self._tables[id(option)]


def _drop(seen: "Configuration", store: "Store", names: _Names) -> Iterator[Dangling]:
    for section, entries in list(_sections(seen, store)):
        if not section.referring:
            continue
        domain = "" if section.is_global else seen.domain
        for key, entry in list(entries.items()):
            dropped: dict[_Dropped, None] = {}
            after = _without(section, entry, (), names.missing, dropped)
            if dropped:
                seen.put(section, key, after)
                yield from (Dangling(User(domain, section.path, key), *it) for it in dropped)


def _sections(seen: "Configuration", store: "Store") -> Iterator[tuple[Section, Mapping[str, Entry]]]:
    """Every section with its entries; an object has the empty key."""
    # By their names, because a table is there from when it was first looked at, and who looks is no matter here.
    for path, rows in sorted(store.tables.items(), key=lambda it: it[0]):
        yield seen.section(path), rows
    for words, entry in sorted(store.objects.items(), key=lambda it: it[0]):
        yield seen.section(tuple(words.split(" "))), {"": entry}


def _without(
    section: Section, entry: Entry, way: tuple[str, ...], missing: Missing, dropped: dict[_Dropped, None]
) -> Entry:
    """The entry without the names that are missing, which are noted in `dropped`; itself if there are none."""
    before = len(dropped)
    values, objects, tables = entry.values, entry.objects, entry.tables
    for member in section.referring:
        name = member.name
        if isinstance(member, Option):
            stored = values.get(name)
            if stored and (gone := missing(member, stored)):
                dropped.update(dict.fromkeys((way, name, it) for it in gone))
                values = _changed(values, name, stored, gone)
        elif isinstance(member, Table):
            if rows := tables.get(name):
                new = {key: _without(member, it, (*way, name, key), missing, dropped) for key, it in rows.items()}
                tables = {**tables, name: Rows(new)} if len(dropped) > before else tables
        elif name in objects:
            objects = {**objects, name: _without(member, objects[name], (*way, name), missing, dropped)}
    return replace(entry, values=values, objects=objects, tables=tables) if len(dropped) > before else entry


def _changed(values: Mapping[str, Stored], name: str, stored: Stored, gone: tuple[str, ...]) -> Mapping[str, Stored]:
    left = () if isinstance(stored, str) else tuple(it for it in stored if it not in gone)
    if left:
        return {**values, name: left}
    return {other: it for other, it in values.items() if other != name} or NOTHING


def _items(stored: Stored) -> tuple[str, ...]:
    return (stored,) if isinstance(stored, str) else stored
