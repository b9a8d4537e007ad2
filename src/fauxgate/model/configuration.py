"""What is saved: the entries of every table and the values of every object."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fauxgate.model.dangling import Dangling, drop_dangling
from fauxgate.model.entry import Entry, Rows, value
from fauxgate.model.formats import made_uuid
from fauxgate.model.references import User, renamed
from fauxgate.model.storage import MULTIPLE, ROOT, SYSTEM_GLOBAL, Commit, Storage, Store
from fauxgate.model.values import canonical
from fauxgate.schema.catalogue import DOMAINS, Catalogue, Scope
from fauxgate.schema.types import Object, Option, Path, Section, Stored, Table, Uuid


class Configuration:
    """The saved configuration as it is seen from one virtual domain, or in a unit without them.

    The domain without a name is the place inside `config global`.

    Tables and objects exist as soon as somebody asks for them; the catalogue says which may. What a new unit has in
    one is put there at that moment.
    """

    def __init__(self, catalogue: Catalogue, storage: Storage | None = None, domain: str = ROOT) -> None:
        """Everything at its default, as before a restore, unless a `storage` is given to look at."""
        self.catalogue = catalogue
        self.storage = storage or Storage(catalogue)
        self.domain = domain

    @classmethod
    def factory(cls, catalogue: Catalogue, random: Callable[[int], bytes] | None = None) -> "Configuration":
        """As a new unit comes; its entries get their UUIDs from `random`, without it they have none."""
        return cls(catalogue, Storage(catalogue, is_factory=True, random=random))

    # The unit and its virtual domains.

    def clear(self, *, factory: bool = False) -> None:
        """Puts everything in every domain to its default, as before a restore, or as a new unit has it."""
        self.storage.is_factory = factory
        self.storage.shared = Store()
        self.storage.domains.clear()
        self.storage.origin = None

    @property
    def has_domains(self) -> bool:
        """Whether the unit has several virtual domains, which `config vdom` and `config global` lead into."""
        unit = self.storage.catalogue.find(SYSTEM_GLOBAL)
        if unit is None or unit.option("vdom-mode") is None:
            return False
        return self.value(SYSTEM_GLOBAL, "", "vdom-mode") == MULTIPLE

    def enable_domains(self) -> None:
        """Lets the unit have several virtual domains, as a restored configuration with `vdom=1` in its header does."""
        self.write(SYSTEM_GLOBAL, "", {"vdom-mode": MULTIPLE})

    @property
    def domains(self) -> tuple[str, ...]:
        """The names of the virtual domains, `root` first."""
        if self.storage.catalogue.find(DOMAINS) is None:
            return (ROOT,)
        return tuple(self.table(DOMAINS))

    def seen_from(self, domain: str) -> "Configuration":
        """The same configuration from another virtual domain."""
        return self if domain == self.domain else Configuration(self.catalogue, self.storage, domain)

    # Looking at it.

    def section(self, path: Path) -> Section:
        """The table or object of a path that is known to exist; KeyError otherwise."""
        found = self.storage.catalogue.find(path)
        if found is None:
            raise KeyError(path)
        return found

    def store(self, section: Section) -> Store:
        """Where a section is saved, filled with what a new unit has in it."""
        store = self.storage.shared if section.is_global else self.storage.domain(self.domain)
        if section.path not in store.filled and (self.storage.is_factory or section.path == DOMAINS):
            store.filled[section.path] = {}
            self._fill(section)
            store.filled[section.path] = self._factory_content(section)
        return store

    def table(self, path: Path) -> Rows:
        """The rows of a table; only an `Editor` changes them."""
        section = self.section(path)
        assert isinstance(section, Table), path
        tables = self.store(section).tables
        rows = tables.get(path)
        if rows is None:
            rows = tables[path] = Rows()
        return rows

    def objects(self, section: Section) -> dict[str, Entry]:
        """Where an object is kept, by the words of the path."""
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

    # Changing it.

    def put(self, section: Section, key: str, entry: Entry | None) -> None:
        """Saves an entry, or an object (with an empty key), or removes an entry with None. Nothing is checked."""
        before = self.lay(section, key, entry)
        self.store(section).references.replace(self._user(section, key), section, before, entry)

    def lay(self, section: Section, key: str, entry: Entry | None) -> Entry | None:
        """The same, but whom the entry names is left to be counted; gives what was there before."""
        store = self.store(section)
        self.storage.changes += 1
        if not isinstance(section, Table):
            words = " ".join(section.path)
            before = store.objects.get(words)
            store.objects[words] = entry or Entry()
            return before
        rows = self.table(section.path)
        if entry is None:
            return rows.remove(key)
        before = rows.get(key)
        rows[key] = entry
        return before

    def count(self, section: Section, key: str, before: Entry | None, after: Entry) -> None:
        """Has it counted, some time later, whom an entry names that was laid there."""
        references = self.store(section).references
        if isinstance(section, Table) and references.is_postponed(section, self._domain_of(section), self.table):
            return
        references.replace(self._user(section, key), section, before, after)

    def write(self, path: Path, key: str, changes: Mapping[str, Stored | None]) -> Commit:
        """Saves canonical values, read-only ones too, in an entry that is made if need be; None is the default.

        Drafts that are open on that entry keep their own changes and see these. Nothing is checked.
        """
        section = self.section(path)
        before = self.entry(path, key)
        after = changed(section, before or Entry(), changes)
        self.put(section, key, after)
        return Commit(path, key, before, after, domain=self.domain)

    def delete(self, path: Path, key: str) -> Commit:
        """Removes an entry, which must exist."""
        before = self.table(path)[key]
        self.put(self.section(path), key, None)
        return Commit(path, key, before, None, domain=self.domain)

    def rename(self, path: Path, old: str, new: str) -> Iterator[Commit]:
        """Gives an entry, which must exist, another key, and that name to all who use it; each change is told."""
        section = self.section(path)
        users = self.users(path, old)
        entry = self.table(path)[old]
        self.table(path).rename(old, new)
        self.storage.changes += 1
        references = self.store(section).references
        references.replace(self._user(section, old), section, entry, None)
        references.replace(self._user(section, new), section, None, entry)
        yield Commit(path, new, entry, entry, renamed_from=old, domain=self.domain)
        for user in users:
            is_itself = (user.path, user.key) == (path, old)
            yield self._follow(replace(user, key=new) if is_itself else user, (path, old), new)

    # Who uses what.

    def users(self, path: Path, key: str) -> tuple[User, ...]:
        """The entries and objects that name an entry of a table, in every domain that can."""
        if self._is_of_factory(path, key):
            self._fill_all()
        names = [self.domain] if not self.section(path).is_global else list(self.storage.domains)
        stores = [self.storage.shared, *map(self.storage.domain, names)]
        return tuple(user for store in stores for user in store.references.users(path, key))

    def drop_dangling(self) -> Iterator[Dangling]:
        """Takes out the names of entries that do not exist, as a restored backup may have them; each is told."""
        return drop_dangling(self)

    def has_one_of(self, paths: tuple[Path, ...], key: str) -> bool:
        """Whether one of the tables has an entry.

        Inferred: a table may have any that nobody has described, that is imported, or that is inside another one.
        """
        tables = self.named_by(paths)
        return tables is None or any(key in rows for rows in tables)

    def named_by(self, paths: tuple[Path, ...]) -> Sequence[Rows] | None:
        """The tables of these paths; None where one may have any entry. Inferred: see `has_one_of`."""
        found = [it for it in map(self.storage.catalogue.resolve, paths) if it is not None]
        if not found or any(inside or table.is_kept or table.is_imported for table, inside in found):
            return None
        return [self.table(table.path) for table, _ in found]

    # What is kept without being known.

    def note_kept(self, section: Section, before: Path | None) -> None:
        """Notes the first use of a path that nobody has described, and the one that was used before it."""
        self.store(section).kept.setdefault(section.path, before)

    def kept_after(self, path: Path | None) -> tuple[Path, ...]:
        """The paths that nobody has described whose place is behind that one."""
        store = self.storage.domain(self.domain)
        return tuple(kept for kept, before in store.kept.items() if before == path)

    @property
    def kept_paths(self) -> tuple[Path, ...]:
        """The paths that were used although nobody has described them, in every domain."""
        stores = [self.storage.shared, *self.storage.domains.values()]
        return tuple(dict.fromkeys(path for store in stores for path in store.kept))

    @property
    def kept_options(self) -> Mapping[Path, tuple[str, ...]]:
        """The words that were kept in sections that are described, but not completely, in every domain."""
        found: dict[Path, dict[str, None]] = {}
        for store in (self.storage.shared, *self.storage.domains.values()):
            for path, entries in store.tables.items():
                _note(found, path, [name for entry in entries.values() for name in _kept(entry)])
            for words, entry in store.objects.items():
                _note(found, tuple(words.split()), list(_kept(entry)))
        kept = set(self.kept_paths)
        return {path: tuple(names) for path, names in found.items() if path not in kept}

    # The steps they are made of.

    def _user(self, section: Section, key: str) -> User:
        return User(self._domain_of(section), section.path, key)

    def _domain_of(self, section: Section) -> str:
        return "" if section.is_global else self.domain

    def _follow(self, user: User, target: tuple[Path, str], new: str) -> Commit:
        """Puts the new name where a user has the old one."""
        seen = self.seen_from(user.domain or self.domain)
        section = seen.section(user.path)
        before = seen.entry(user.path, user.key) or Entry()
        after = renamed(section, before, target, new)
        seen.put(section, user.key, after)
        return Commit(user.path, user.key, before, after, domain=seen.domain)

    def _fill(self, section: Section) -> None:
        """Puts there what a new unit has in a section."""
        values = {it.name: it.factory for it in section.options if isinstance(it, Option) and it.factory}
        if isinstance(section, Object) and values:
            self.put(section, "", changed(section, Entry(), values))
        if isinstance(section, Table) and section.factory:
            for key, set_ in section.factory:
                own = new_uuid(section, self.storage.random)
                self.put(section, key, _new_entry(section, (*own.items(), *set_)))

    def _factory_content(self, section: Section) -> Mapping[str, Entry]:
        """What was just put into a section; an object's has no key."""
        if isinstance(section, Table):
            return self.table(section.path).frozen()
        return {"": self.object(section.path)}

    def _is_of_factory(self, path: Path, key: str) -> bool:
        section = self.section(path)
        return self.storage.is_factory and isinstance(section, Table) and any(key == it for it, _ in section.factory)

    def _fill_all(self) -> None:
        """Puts everywhere what a new unit has, because some of it may use what it has elsewhere."""
        for domain in self.domains:
            for section in self.storage.catalogue.sections():
                self.seen_from(domain).store(section)


def new_uuid(section: Section, random: Callable[[int], bytes] | None) -> Mapping[str, Stored]:
    """What a new entry has from the start: a UUID, if its section has one (fortios-cli.md 7.2) and there is chance."""
    option = section.option("uuid")
    if random is None or option is None or not isinstance(option.type, Uuid):
        return {}
    return {option.name: made_uuid(random(16))}


def scope_of(configuration: Configuration, place: str | None) -> Scope:
    """What can be reached at the top (None), inside `config global` (empty) or inside a virtual domain."""
    if not configuration.has_domains:
        return Scope.SINGLE
    if place is None:
        return Scope.TOP
    return Scope.DOMAIN if place else Scope.SHARED


def _kept(entry: Entry) -> Iterator[str]:
    yield from entry.kept
    for nested in entry.objects.values():
        yield from _kept(nested)
    for rows in entry.tables.values():
        for it in rows.values():
            yield from _kept(it)


def _note(found: dict[Path, dict[str, None]], path: Path, names: list[str]) -> None:
    if names:
        found.setdefault(path, {}).update(dict.fromkeys(names))


def changed(section: Section, entry: Entry, changes: Mapping[str, Stored | None]) -> Entry:
    """The entry with other values; what is None, an empty list or equal to its default is not kept."""
    if not changes:
        return entry
    values = dict(entry.values)
    for name, new in changes.items():
        option = section.option(name)
        assert option is not None, name
        if new is None or new in ((), option.default):
            values.pop(name, None)
        else:
            values[name] = canonical(option.type, new)
    return Entry(values, entry.objects, entry.tables, entry.kept, entry.blocks, entry.spelling)


def _new_entry(section: Section, values: Iterable[tuple[str, Stored]]) -> Entry:
    """An entry of a new unit; `https status` is the option `status` of the nested object `https`."""
    own: dict[str, Stored] = {}
    nested: dict[str, list[tuple[str, Stored]]] = {}
    for name, stored in values:
        first, _, rest = name.partition(" ")
        if rest:
            nested.setdefault(first, []).append((rest, stored))
        else:
            own[name] = stored
    objects = {name: _new_entry(inner, nested[name]) for name in nested if (inner := section.section(name))}
    return replace(changed(section, Entry(), own), objects=objects)
