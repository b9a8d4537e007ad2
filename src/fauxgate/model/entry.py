"""What is set in one entry or object, and the rows of a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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

    __slots__ = ()

    def copy(self) -> "Rows":
        """Other rows with the same entries."""
        return Rows(self)

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
