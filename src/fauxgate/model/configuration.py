"""What is saved: the entries of every table and the values of every object."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fauxgate.model.entry import Entry, Rows, value
from fauxgate.model.values import canonical
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import Object, Option, Path, Section, Stored, Table

ROOT = "root"
"""The virtual domain that every unit has."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One change that was saved: an entry, or an object (whose key is empty), before and after.

    `before` is None for what is new and `after` for what is gone. `renamed_from` is the old key of a renamed entry.
    A moved entry is the same before and after. `domain` is the virtual domain, or empty for what all of them share.
    """

    path: Path
    key: str
    before: Entry | None
    after: Entry | None
    renamed_from: str | None = None
    domain: str = ROOT


@dataclass(slots=True)
class Store:
    """What is saved in one virtual domain, or for all of them together.

    `filled` are the sections that have got what a new unit has in them.
    """

    tables: dict[Path, Rows] = field(default_factory=dict)
    objects: dict[str, Entry] = field(default_factory=dict)
    filled: set[Path] = field(default_factory=set)


@dataclass(slots=True)
class Storage:
    """What is saved in the whole unit. `is_factory` says whether unused sections are as a new unit has them."""

    catalogue: Catalogue
    is_factory: bool = False
    shared: Store = field(default_factory=Store)
    domains: dict[str, Store] = field(default_factory=dict)

    def domain(self, name: str) -> Store:
        """What is saved in a virtual domain, which exists from then on."""
        return self.domains.setdefault(name, Store())


class Configuration:
    """The saved configuration as it is seen from one virtual domain, or in a unit without them.

    Tables and objects exist as soon as somebody asks for them; the catalogue says which may. What a new unit has in
    one is put there at that moment.
    """

    def __init__(self, catalogue: Catalogue, storage: Storage | None = None, domain: str = ROOT) -> None:
        """Everything at its default, as before a restore, unless a `storage` is given to look at."""
        self.catalogue = catalogue
        self.storage = storage or Storage(catalogue)
        self.domain = domain

    @classmethod
    def factory(cls, catalogue: Catalogue) -> "Configuration":
        """As a new unit comes."""
        return cls(catalogue, Storage(catalogue, is_factory=True))

    def clear(self) -> None:
        """Puts everything in every domain to its default, as before a restore."""
        self.storage.is_factory = False
        self.storage.shared = Store()
        self.storage.domains.clear()

    def section(self, path: Path) -> Section:
        """The table or object of a path that is known to exist; KeyError otherwise."""
        found = self.storage.catalogue.find(path)
        if found is None:
            raise KeyError(path)
        return found

    def store(self, section: Section) -> Store:
        """Where a section is saved, filled with what a new unit has in it."""
        store = self.storage.shared if section.is_global else self.storage.domain(self.domain)
        if self.storage.is_factory and section.path not in store.filled:
            store.filled.add(section.path)
            _fill(store, section)
        return store

    def table(self, path: Path) -> Rows:
        """The rows of a table; only an `Editor` and `write` change them."""
        section = self.section(path)
        assert isinstance(section, Table), path
        tables = self.store(section).tables
        rows = tables.get(path)
        if rows is None:
            rows = tables[path] = Rows()
        return rows

    def objects(self, section: Section) -> dict[str, Entry]:
        """Where an object is kept, by the words of the path; only an `Editor` and `write` change it."""
        return self.store(section).objects

    def object(self, path: Path) -> Entry:
        """What is set in an object."""
        return self.objects(self.section(path)).get(" ".join(path)) or Entry()

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
            self.objects(section)[" ".join(path)] = after
        return Commit(path, key, before, after)

    def delete(self, path: Path, key: str) -> Commit:
        """Removes an entry, which must exist."""
        return Commit(path, key, self.table(path).pop(key), None)


def _fill(store: Store, section: Section) -> None:
    """Puts there what a new unit has in a section."""
    values = {it.name: it.factory for it in section.options if isinstance(it, Option) and it.factory}
    if isinstance(section, Object) and values:
        store.objects[" ".join(section.path)] = Entry(values)
    if isinstance(section, Table) and section.factory:
        entries = {key: changed(section, Entry(), dict(set_)) for key, set_ in section.factory}
        store.tables[section.path] = Rows(entries)


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
