"""The unsaved changes of one entry or object."""

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fauxgate.model.configuration import changed
from fauxgate.model.entry import NOTHING, Entry, Rows, value
from fauxgate.model.errors import MissingWord, UnknownWord
from fauxgate.model.values import is_list
from fauxgate.schema.types import Integer, Object, Option, Path, Section, Stored, String, Table

if TYPE_CHECKING:
    from fauxgate.language.statements import Statement
    from fauxgate.model.spelled import Spelled

UNNUMBERED = "0"
"""The key of an entry that gets its number when it is saved."""

LIST_VERBS = frozenset({"append", "select", "unselect", "clear"})
"""The verbs that take an option whose value is a list (fortios-cli.md 2.2)."""

OWN_ROWS = ""
"""The name of the rows of a block that may be a table or an object: nobody knows which."""


@dataclass(slots=True)
class Draft:
    """Changes that lie over the saved entry, so that what is written there meanwhile stays.

    `home` is where the entry is kept under `key`: the rows of a table, or the objects of the level above. `before` is
    the entry when the draft was opened. `path` is that of the section from the top; commits are told and references
    counted where it is not nested. `by_path` entries were entered without `edit`.
    """

    section: Section
    key: str
    home: MutableMapping[str, Entry]
    before: Entry | None
    path: Path
    is_nested: bool = False
    by_path: bool = False
    is_block: bool = False
    changes: dict[str, Stored | None] = field(default_factory=dict)
    objects: dict[str, Entry] = field(default_factory=dict)
    tables: dict[str, Rows] = field(default_factory=dict)
    kept: dict[str, "Statement | None"] = field(default_factory=dict)
    blocks: dict[str, Entry] = field(default_factory=dict)
    spelled: "Spelled | None" = None
    """How the lines of a file were written, if they come from one."""

    @property
    def is_entry(self) -> bool:
        """Whether it belongs to a table that it was entered from, so that `next` leads back there."""
        return isinstance(self.section, Table) and not self.by_path

    @property
    def is_unnumbered(self) -> bool:
        """Whether its key is given when it is saved."""
        return self.key == UNNUMBERED and isinstance(self.section, Table) and isinstance(self.section.key.type, Integer)

    @property
    def lacking(self) -> frozenset[str]:
        """The verbs that need a nested section, or an option with a list, if all is known and there is none."""
        section = self.section
        if not section.is_complete:
            return frozenset()
        options = [it for it in section.options if isinstance(it, Option)]
        nesting = frozenset() if len(options) < len(section.options) else frozenset({"config"})
        return nesting if any(is_list(it.type) for it in options) else nesting | LIST_VERBS

    def value(self, name: str) -> Stored:
        """What an option means now."""
        if name in self.changes:
            new = self.changes[name]
            option = self.section.option(name)
            assert option is not None, name
            return option.default if new is None else new
        return value(self.section, self.saved(), name)

    def merged(self) -> Entry:
        """The entry as it would be saved now."""
        entry = changed(self.section, self.saved(), self.changes)
        if self.objects or self.tables or self.kept:
            entry = self._with_nested(entry)
        return entry if self.spelled is None else self.spelled.remembered(self.section, self.saved(), entry)

    def _with_nested(self, entry: Entry) -> Entry:
        objects = {**entry.objects, **self.objects}
        tables = {**entry.tables, **self.tables}
        blocks = {**entry.blocks, **self.blocks}
        return Entry(
            entry.values,
            {name: it for name, it in objects.items() if it.spelling or not it.is_empty} or NOTHING,
            {name: rows for name, rows in tables.items() if rows} or NOTHING,
            {name: it for name, it in {**entry.kept, **self.kept}.items() if it and _is_there(name, blocks)} or NOTHING,
            blocks or NOTHING,
            entry.spelling,
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

    def keeps(self, name: str) -> bool:
        """Whether a word where an option belongs is one that nobody has described, and is kept."""
        section = self.section
        return section.keeps(name)

    def keep(self, verb: str, option: str, values: Sequence[str] = ()) -> None:
        """Keeps what a verb says about an option that nobody has described."""
        from fauxgate.model import kept  # noqa: PLC0415 - few sessions need it, and it loads every statement

        if verb not in ("unset", "clear") and not values:
            raise MissingWord
        now = {name: it for name, it in {**self.saved().kept, **self.kept}.items() if it}
        self.kept[kept.name_of(option)] = kept.after(now, kept.change(verb, option, values))

    @property
    def is_untouched(self) -> bool:
        """Whether saving it would change nothing."""
        is_new = self.before is None and (self.is_block or isinstance(self.section, Table))
        return not (is_new or self.changes or self.objects or self.tables or self.kept or self.spelled)

    def rows(self, name: str) -> Rows:
        """The rows of a nested table, for an editor to change; they are the draft's own."""
        if name not in self.tables:
            self.tables[name] = self.saved().tables.get(name, Rows()).copy()
        return self.tables[name]

    def nested(self, section: Section) -> "Draft":
        """A draft of a nested object, which is saved into this one."""
        before = self.objects.get(section.name) or self.saved().objects.get(section.name)
        return Draft(section, section.name, self.objects, before, (*self.path, section.name), is_nested=True)

    def block(self, words: Sequence[str]) -> "Draft":
        """A draft of what is inside a `config` that nobody has described."""
        from fauxgate.model import kept  # noqa: PLC0415 - the same

        name, statement = kept.block(words)
        self.kept[name] = statement
        before = self.blocks.get(name) or self.saved().blocks.get(name)
        section = Object(path=tuple(words), help="", options=(), is_complete=False, is_kept=True)
        path = (*self.path, *words)
        return Draft(section, name, self.blocks, before, path, is_nested=True, is_block=True)

    def saved(self) -> Entry:
        """The entry as it is saved now."""
        return self.home.get(self.key) or self.before or Entry()

    def own_table(self) -> Table:
        """The table that a block turns out to be when something is edited in it."""
        path, key = self.section.path, Option("key", String(255))
        return Table(path=path, help="", key=key, options=(), is_complete=False, is_kept=True, ordered=True)


def _is_there(name: str, blocks: MutableMapping[str, Entry]) -> bool:
    """Whether a kept statement is more than the beginning of a block that was left without saving."""
    return not name.startswith("config ") or name in blocks
