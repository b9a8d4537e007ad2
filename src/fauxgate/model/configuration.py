"""What is saved: the entries of every table and the values of every object."""

from collections.abc import Mapping
from dataclasses import dataclass

from fauxgate.model.entry import Entry, Rows, value
from fauxgate.model.values import canonical
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import Object, Option, Path, Section, Stored, Table


@dataclass(frozen=True, slots=True)
class Commit:
    """One change that was saved: an entry, or an object (whose key is empty), before and after.

    `before` is None for what is new and `after` for what is gone. `renamed_from` is the old key of a renamed entry.
    A moved entry is the same before and after.
    """

    path: Path
    key: str
    before: Entry | None
    after: Entry | None
    renamed_from: str | None = None


class Configuration:
    """The saved configuration of one virtual domain, or of a unit without them.

    Tables and objects exist as soon as somebody asks for them; the catalogue says which may.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Everything at its default, as before a restore."""
        self.catalogue = catalogue
        self.objects: dict[str, Entry] = {}
        """By the words of the path, as a `config` line has them; only an `Editor` and `write` change them."""
        self._tables: dict[Path, Rows] = {}

    @classmethod
    def factory(cls, catalogue: Catalogue) -> "Configuration":
        """As a new unit comes."""
        made = cls(catalogue)
        for section in catalogue.sections():
            values = {it.name: it.factory for it in section.options if isinstance(it, Option) and it.factory}
            if isinstance(section, Object) and values:
                made.objects[" ".join(section.path)] = Entry(values)
        return made

    def section(self, path: Path) -> Section:
        """The table or object of a path that is known to exist; KeyError otherwise."""
        found = self.catalogue.find(path)
        if found is None:
            raise KeyError(path)
        return found

    def table(self, path: Path) -> Rows:
        """The rows of a table; only an `Editor` and `write` change them."""
        rows = self._tables.get(path)
        if rows is None:
            assert isinstance(self.section(path), Table), path
            rows = self._tables[path] = Rows()
        return rows

    def object(self, path: Path) -> Entry:
        """What is set in an object."""
        return self.objects.get(" ".join(path)) or Entry()

    def entry(self, path: Path, key: str = "") -> Entry | None:
        """The entry of a table, or None; for an object, which always exists, without a key."""
        return self.table(path).get(key) if isinstance(self.section(path), Table) else self.object(path)

    def value(self, path: Path, key: str, option: str) -> Stored:
        """What an option means; the default if there is no such entry."""
        return value(self.section(path), self.entry(path, key) or Entry(), option)

    def write(self, path: Path, key: str, changes: Mapping[str, Stored | None]) -> Commit:
        """Saves canonical values, read-only ones too, in an entry that is made if need be; None is the default.

        Drafts that are open on that entry keep their own changes and see these. Nothing is checked.
        """
        section = self.section(path)
        before = self.entry(path, key)
        after = changed(section, before or Entry(), changes)
        if isinstance(section, Table):
            self.table(path)[key] = after
        else:
            self.objects[" ".join(path)] = after
        return Commit(path, key, before, after)

    def delete(self, path: Path, key: str) -> Commit:
        """Removes an entry, which must exist."""
        return Commit(path, key, self.table(path).pop(key), None)


def changed(section: Section, entry: Entry, changes: Mapping[str, Stored | None]) -> Entry:
    """The entry with other values; what is None, an empty list or equal to its default is not kept."""
    values = dict(entry.values)
    for name, new in changes.items():
        option = section.option(name)
        assert option is not None, name
        if new is None or new in ((), option.default):
            values.pop(name, None)
        else:
            values[name] = canonical(option.type, new)
    return Entry(values, entry.objects, entry.tables)
