"""What is set in one entry or object, and the rows of a table."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING

from fauxgate.schema.types import Option, Section, Stored

if TYPE_CHECKING:
    from fauxgate.language.statements import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """The values that differ from their defaults, and what is in the nested objects and tables.

    What the schema does not know is kept as statements, in the order they came; where one of them is a `config`,
    `blocks` has under the same name what is inside. An entry and everything in it is never changed, only replaced.
    """

    values: Mapping[str, Stored] = field(default_factory=dict)
    objects: Mapping[str, "Entry"] = field(default_factory=dict)
    tables: Mapping[str, "Rows"] = field(default_factory=dict)
    kept: Mapping[str, "Statement"] = field(default_factory=dict)
    blocks: Mapping[str, "Entry"] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs from the defaults."""
        is_unset = not (self.values or self.kept or any(self.tables.values()))
        return is_unset and all(it.is_empty for it in self.objects.values())


class Rows(dict[str, Entry]):
    """The entries of a table by key, in the order in which they are printed.

    Inferred: that is the order in which they were made, unless `move` changed it.
    """

    __slots__ = ("_frozen", "_ranks", "_sorted")

    def __init__(self, entries: Mapping[str, Entry] | Iterable[tuple[str, Entry]] = ()) -> None:
        super().__init__(entries)
        self._sorted: list[str] = []
        self._ranks: dict[str, int] = {}
        self._frozen: Mapping[str, Entry] | None = None

    def frozen(self) -> Mapping[str, Entry]:
        """The entries as they are now, for good; the same object as long as nothing changes."""
        if self._frozen is None:
            self._frozen = MappingProxyType(dict(self))
        return self._frozen

    def become(self, frozen: Mapping[str, Entry]) -> None:
        """Has the entries of what `frozen` gave once."""
        self._reorder(list(frozen), frozen)
        self._frozen = frozen

    def __setitem__(self, key: str, entry: Entry) -> None:
        if self._sorted and key not in self:
            insort(self._sorted, key)
            self._ranks[key] = self._ranks[next(reversed(self))] + 1 if self else 0
        self._frozen = None
        super().__setitem__(key, entry)

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self._frozen = None
        if self._sorted:
            del self._sorted[bisect_left(self._sorted, key)]
            del self._ranks[key]

    def remove(self, key: str) -> Entry | None:
        """Takes an entry away and gives it; None if there is none."""
        entry = self.get(key)
        if entry is not None:
            del self[key]
        return entry

    def copy(self) -> "Rows":
        """Other rows with the same entries."""
        return Rows(self)

    def beginning(self, prefix: str) -> list[str]:
        """The keys that begin so, in the order of the entries.

        The keys are sorted when this is first asked, so that it takes as long as it finds, however many there are.
        """
        if not self._sorted:
            self._sorted = sorted(self)
            self._ranks = {key: rank for rank, key in enumerate(self)}
        start = bisect_left(self._sorted, prefix)
        found = list(takewhile(lambda key: key.startswith(prefix), islice(self._sorted, start, None)))
        return sorted(found, key=self._ranks.__getitem__)

    def rename(self, old: str, new: str) -> None:
        """Gives the entry `old` the key `new`, at the same place."""
        self._reorder([new if key == old else key for key in self], {new: self[old]})

    def move(self, key: str, place: str, other: str) -> None:
        """Puts the entry right `before` or `after` another one."""
        keys = [it for it in self if it != key]
        keys.insert(keys.index(other) + (place == "after"), key)
        self._reorder(keys, {})

    def _reorder(self, keys: list[str], new: Mapping[str, Entry]) -> None:
        entries = {**self, **new}
        self._sorted, self._ranks, self._frozen = [], {}, None
        self.clear()
        self.update((key, entries[key]) for key in keys)


def value(section: Section, entry: Entry, name: str) -> Stored:
    """What an option means in an entry: its value, or its default. The option must exist."""
    found = entry.values.get(name)
    if found is not None:
        return found
    option = section.option(name)
    assert option is not None, name
    return option.default


def applies(member: Option | Section, section: Section, entry: Entry) -> bool:
    """Whether the values of other options leave that one a meaning."""
    when = member.when
    if when is None or section.option(when.name) is None:
        return when is None
    return value(section, entry, when.name) in when.values


def fields(section: Section, entry: Entry) -> Iterator[tuple[Option, Stored]]:
    """The options that are set or apply, in the order they are printed, with what they mean."""
    for member in section.options:
        if isinstance(member, Option) and (member.name in entry.values or applies(member, section, entry)):
            yield member, value(section, entry, member.name)
