"""A table that a session has entered, and what its keys may be."""

from dataclasses import dataclass

from fauxgate.language.words import Bare
from fauxgate.model.entry import Rows, value
from fauxgate.model.errors import EntryExists, EntryNotFound, WrongPlace
from fauxgate.model.values import read_key
from fauxgate.schema.catalogue import DOMAINS
from fauxgate.schema.types import Path, Table


@dataclass(frozen=True, slots=True)
class OpenTable:
    """The rows an editor works on. `path` is that of the table from the top; a nested one is inside an entry."""

    table: Table
    rows: Rows
    path: Path
    is_nested: bool = False

    @property
    def lacking(self) -> frozenset[str]:
        """The verbs that other tables have: only in an ordered one can entries be moved (fortios-cli.md 2.2).

        Inferred: a virtual domain keeps its name, and is not copied.
        """
        if self.path == DOMAINS:
            return frozenset({"move", "rename", "clone"})
        return frozenset() if self.table.ordered else frozenset({"move"})

    def check_verb(self, verb: str) -> None:
        """Raises `WrongPlace` for a verb that this table lacks."""
        if verb in self.lacking:
            raise WrongPlace(verb)

    def key(self, word: str) -> str:
        """The canonical key that a word stands for; raises the errors of the key's type.

        In a table that nobody has described it stays as it was typed.
        """
        return word if self.table.is_kept else read_key(self.table.key, word)

    def existing(self, word: str) -> str:
        """The key of an entry; raises `EntryNotFound` or the errors of the key's type."""
        key = self.key(word)
        if key not in self.rows:
            raise EntryNotFound(key)
        return key

    def stored(self, key: str) -> str:
        """The key of an entry as it was typed when it was made, with or without quotes."""
        return next(it for it in self.rows if it == key)

    def free(self, word: str) -> str:
        """A key that no entry has; raises `EntryExists` or the errors of the key's type."""
        key = self.key(word)
        if key in self.rows:
            raise EntryExists(key)
        return key

    def is_static(self, key: str) -> bool:
        """Whether an entry is built in."""
        static = self.table.static
        return static is not None and value(self.table, self.rows[key], static.name) in static.values


def as_printed_like(old: str, new: str) -> str:
    """A new key that is printed with quotes if the old one is."""
    return Bare(new) if isinstance(old, Bare) else str(new)
