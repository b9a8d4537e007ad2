"""The unsaved changes of one entry or object."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field

from fauxgate.model.configuration import changed
from fauxgate.model.entry import Entry, Rows, value
from fauxgate.model.errors import UnknownWord
from fauxgate.model.values import is_list
from fauxgate.schema.types import Integer, Option, Path, Section, Stored, Table

UNNUMBERED = "0"
"""The key of an entry that gets its number when it is saved."""


@dataclass(slots=True)
class Draft:
    """Changes that lie over the saved entry, so that what is written there meanwhile stays.

    `home` is where the entry is kept under `key`: the rows of a table, or the objects of the level above. `before` is
    the entry when the draft was opened. A `path` is there only at the outermost level, where checks are registered and
    commits are told.
    """

    section: Section
    key: str
    home: MutableMapping[str, Entry]
    before: Entry | None
    path: Path | None = None
    changes: dict[str, Stored | None] = field(default_factory=dict)
    objects: dict[str, Entry] = field(default_factory=dict)
    tables: dict[str, Rows] = field(default_factory=dict)

    @property
    def is_entry(self) -> bool:
        """Whether it belongs to a table, so that `next` leads back there."""
        return isinstance(self.section, Table)

    @property
    def is_unnumbered(self) -> bool:
        """Whether its key is given when it is saved."""
        return self.key == UNNUMBERED and isinstance(self.section, Table) and isinstance(self.section.key.type, Integer)

    def value(self, name: str) -> Stored:
        """What an option means now."""
        if name in self.changes:
            new = self.changes[name]
            option = self.section.option(name)
            assert option is not None, name
            return option.default if new is None else new
        return value(self.section, self._saved(), name)

    def merged(self) -> Entry:
        """The entry as it would be saved now."""
        entry = changed(self.section, self._saved(), self.changes)
        if not self.objects and not self.tables:
            return entry
        objects = {**entry.objects, **self.objects}
        tables = {**entry.tables, **self.tables}
        return Entry(
            entry.values,
            {name: nested for name, nested in objects.items() if not nested.is_empty},
            {name: rows for name, rows in tables.items() if rows},
        )

    def option(self, name: str) -> Option:
        """An option that a person may change; raises `UnknownWord`."""
        found = self.section.option(name)
        if found is None or (found.read_only and not found.restored):
            raise UnknownWord(name)
        return found

    def list_option(self, name: str) -> Option:
        """An option that holds a list; Inferred: to the verbs for lists, any other does not exist."""
        found = self.option(name)
        if not is_list(found.type):
            raise UnknownWord(name)
        return found

    @property
    def is_untouched(self) -> bool:
        """Whether saving it would change nothing."""
        is_new = self.is_entry and self.before is None
        return not (is_new or self.changes or self.objects or self.tables)

    def rows(self, name: str) -> Rows:
        """The rows of a nested table, for an editor to change; they are the draft's own."""
        if name not in self.tables:
            self.tables[name] = self._saved().tables.get(name, Rows()).copy()
        return self.tables[name]

    def nested(self, section: Section) -> "Draft":
        """A draft of a nested object, which is saved into this one."""
        before = self.objects.get(section.name) or self._saved().objects.get(section.name)
        return Draft(section, section.name, self.objects, before)

    def _saved(self) -> Entry:
        return self.home.get(self.key) or self.before or Entry()
