"""Who names whom: which entries and objects hold the name of an entry in an option that refers to its table.

Only what is set counts, not the defaults (Inferred).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from fauxgate.model.entry import Entry, Rows
from fauxgate.schema.types import Option, Path, Section, Stored, Table

Target: TypeAlias = tuple[Path, str]
"""A table and the key of an entry in it."""


@dataclass(frozen=True, slots=True)
class User:
    """An entry, or an object (whose key is empty), that names another one. `domain` is empty for what is shared."""

    domain: str
    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in an entry that names another: the option, and the nested tables with their keys on the way there."""

    option: Option
    way: tuple[tuple[Section, str], ...]


class References:
    """The users of each entry, kept up to date with every entry that is saved, so that asking costs nothing.

    Tables that come whole from a saved configuration are counted when somebody first asks: few sessions do.
    """

    def __init__(self) -> None:
        self._users: dict[Target, dict[User, None]] = {}
        self._counted: set[Path] = set()
        self._postponed: dict[Path, tuple[str, Table, Rows]] = {}

    def is_postponed(self, table: Table, domain: str, rows: Callable[[Path], Rows]) -> bool:
        """Whether all that is in a table is counted later, since nothing in it has been until now."""
        if table.path in self._postponed:
            return True
        if table.path in self._counted:
            return False
        self._postponed[table.path] = domain, table, rows(table.path)
        return True

    def replace(self, user: User, section: Section, before: Entry | None, after: Entry | None) -> None:
        """Notes that an entry was saved (`after` is None if it is gone)."""
        if not section.referring or section.path in self._postponed:
            return
        self._counted.add(section.path)
        self._replace(user, section, before, after)

    def _replace(self, user: User, section: Section, before: Entry | None, after: Entry | None) -> None:
        old = set(targets(section, before)) if before else set()
        new = dict.fromkeys(targets(section, after)) if after else {}
        for target in old.difference(new):
            users = self._users.get(target, {})
            users.pop(user, None)
            if not users:
                self._users.pop(target, None)
        for target in new:
            self._users.setdefault(target, {})[user] = None

    def targets(self) -> tuple[Target, ...]:
        """All that is named by somebody."""
        self._count()
        return tuple(self._users)

    def users(self, path: Path, key: str) -> tuple[User, ...]:
        """The entries that name that one, in the order in which they began to."""
        self._count()
        return tuple(self._users.get((path, key), ()))

    def _count(self) -> None:
        postponed, self._postponed = self._postponed, {}
        for domain, table, rows in postponed.values():
            self._counted.add(table.path)
            for key, entry in rows.items():
                self._replace(User(domain, table.path, key), table, None, entry)


def targets(section: Section, entry: Entry) -> Iterator[Target]:
    """What an entry names, nested sections included. One name is a target in each table that it may be in."""
    for member in section.referring:
        if isinstance(member, Option):
            stored = entry.values.get(member.name)
            for name in _items(stored):
                if name not in member.also:
                    yield from ((path, name) for path in member.refers_to)
        else:
            for nested in _nested(member, entry).values():
                yield from targets(member, nested)


def mentions(
    section: Section, entry: Entry, target: Target, way: tuple[tuple[Section, str], ...] = ()
) -> Iterator[Mention]:
    """Where an entry names that target."""
    path, name = target
    for member in section.referring:
        if isinstance(member, Option):
            if path in member.refers_to and name in _items(entry.values.get(member.name)):
                yield Mention(member, way)
        else:
            for key, nested in _nested(member, entry).items():
                yield from mentions(member, nested, target, (*way, (member, key)))


def renamed(section: Section, entry: Entry, target: Target, new: str) -> Entry:
    """The entry with another name wherever it has that of the target."""
    values, objects, tables = dict(entry.values), dict(entry.objects), dict(entry.tables)
    for member in section.referring:
        if isinstance(member, Option):
            stored = values.get(member.name)
            if stored is not None and target[0] in member.refers_to:
                values[member.name] = _with(stored, target[1], new)
        elif isinstance(member, Table):
            if rows := tables.get(member.name):
                tables[member.name] = Rows({key: renamed(member, it, target, new) for key, it in rows.items()})
        elif member.name in objects:
            objects[member.name] = renamed(member, objects[member.name], target, new)
    return replace(entry, values=values, objects=objects, tables=tables)


def _with(stored: Stored, old: str, new: str) -> Stored:
    if isinstance(stored, tuple):
        return tuple(new if item == old else item for item in stored)
    return new if stored == old else stored


def _items(stored: Stored | None) -> tuple[str, ...]:
    if isinstance(stored, tuple):
        return stored
    return (stored,) if stored else ()


def _nested(section: Section, entry: Entry) -> dict[str, Entry]:
    if isinstance(section, Table):
        return entry.tables.get(section.name, Rows())
    nested = entry.objects.get(section.name)
    return {"": nested} if nested else {}
