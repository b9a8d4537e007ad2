"""What is set in one entry or object, and the rows of a table."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, takewhile
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from fauxgate.schema.types import Option, Section, Stored

if TYPE_CHECKING:
    from fauxgate.language.statements import Statement
    from fauxgate.model.spelling import Spelling

# Any: it has no values. Most entries have nothing of one kind or the other, and share that.
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """The values that differ from their defaults, and what is in the nested objects and tables.

    What the schema does not know is kept as statements, in the order they came; where one of them is a `config`,
    `blocks` has under the same name what is inside. `spelling` is how a file wrote what the printer would write
    otherwise; it makes no entry another one. An entry and everything in it is never changed, only replaced.
    """

    values: Mapping[str, Stored] = field(default_factory=lambda: NOTHING)
    objects: Mapping[str, "Entry"] = field(default_factory=lambda: NOTHING)
    tables: Mapping[str, "Rows"] = field(default_factory=lambda: NOTHING)
    kept: Mapping[str, "Statement"] = field(default_factory=lambda: NOTHING)
    blocks: Mapping[str, "Entry"] = field(default_factory=lambda: NOTHING)
    spelling: "Spelling | None" = None

    def __eq__(self, other: object) -> bool:
        """Whether two entries mean the same, however they were written; a nested object without anything is nothing."""
        if not isinstance(other, Entry):
            return NotImplemented
        mine, theirs = (
            (self.values, self.tables, self.kept, self.blocks),
            (other.values, other.tables, other.kept, other.blocks),
        )
        return mine == theirs and (self.objects == other.objects or _full(self.objects) == _full(other.objects))

    __hash__ = None  # type: ignore[assignment] # it has mappings

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs from the defaults."""
        is_unset = not (self.values or self.kept or any(self.tables.values()))
        return is_unset and all(it.is_empty for it in self.objects.values())


def _full(objects: Mapping[str, Entry]) -> Mapping[str, Entry]:
    return {name: entry for name, entry in objects.items() if not entry.is_empty}


class Follower(Protocol):
    """Keeps something that follows from the rows of a table."""

    def __init__(self, section: Section) -> None:
        """Of no rows."""

    def note(self, before: "Entry | None", after: "Entry | None") -> None:
        """An entry has another one in its place; None is none."""


F = TypeVar("F", bound=Follower)


# Nothing is ever added to what is empty here, and a long configuration has many small tables.
_NEVER_SORTED: list[str] = []
_NEVER_RANKED: dict[str, int] = {}


class Rows(dict[str, Entry]):
    """The entries of a table by key, in the order in which they are printed.

    Inferred: that is the order in which they were made, unless `move` changed it.
    """

    __slots__ = ("_follower", "_frozen", "_ranks", "_sorted")

    def __init__(self, entries: Mapping[str, Entry] | Iterable[tuple[str, Entry]] = ()) -> None:
        super().__init__(entries)
        self._sorted = _NEVER_SORTED
        self._ranks = _NEVER_RANKED
        self._frozen: Mapping[str, Entry] | None = None
        self._follower: Follower | None = None

    def followed(self, by: type[F], section: Section) -> F:
        """What follows these rows, of the one kind that does; it is made when this is first asked."""
        if not isinstance(self._follower, by):
            self._follower = made = by(section)
            for entry in self.values():
                made.note(None, entry)
            return made
        return self._follower

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
        if self._follower is not None:
            self._follower.note(self.get(key), entry)
        super().__setitem__(key, entry)

    def __delitem__(self, key: str) -> None:
        if self._follower is not None:
            self._follower.note(self[key], None)
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
        self._sorted, self._ranks, self._frozen = _NEVER_SORTED, _NEVER_RANKED, None
        self._follower = None
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
