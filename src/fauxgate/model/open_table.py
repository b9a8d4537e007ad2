"""A table that a session has entered, and what its keys may be."""

from dataclasses import dataclass

from fauxgate.model.entry import Rows, value
from fauxgate.model.errors import EntryExists, EntryNotFound
from fauxgate.model.values import read_key
from fauxgate.schema.types import Path, Table


@dataclass(frozen=True, slots=True)
class OpenTable:
    """The rows an editor works on; a `path` is there only at the outermost level, where commits are told."""

    table: Table
    rows: Rows
    path: Path | None

    def existing(self, word: str) -> str:
        """The key of an entry; raises `EntryNotFound` or the errors of the key's type."""
        key = read_key(self.table.key, word)
        if key not in self.rows:
            raise EntryNotFound(key)
        return key

    def free(self, word: str) -> str:
        """A key that no entry has; raises `EntryExists` or the errors of the key's type."""
        key = read_key(self.table.key, word)
        if key in self.rows:
            raise EntryExists(key)
        return key

    def is_static(self, key: str) -> bool:
        """Whether an entry is built in."""
        static = self.table.static
        return static is not None and value(self.table, self.rows[key], static.name) in static.values
