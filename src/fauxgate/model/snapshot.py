"""All that is saved at one moment, and how to go back to it.

Entries are never changed, only replaced, so a snapshot holds the entries themselves, and shares the rows of every
table that nobody has touched with the snapshot before it. What a new unit has in a section stands in no snapshot as
long as it is as it came: whether somebody has looked there already makes no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry, Rows
from fauxgate.model.references import User
from fauxgate.model.storage import ROOT, Commit, Storage, Store
from fauxgate.schema.catalogue import DOMAINS
from fauxgate.schema.types import Path, Table

Rowset = Mapping[str, Entry]
"""The rows of a table in their order, or an object under the empty key."""

NOTHING: Rowset = {}

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class SavedStore:
    """What is saved in one virtual domain, or for all of them together."""

    sections: Mapping[Path, Rowset] = field(default_factory=dict)
    kept: Mapping[Path, Path | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is saved in the whole unit: what all virtual domains share under None, the others by their names.

    An empty name is that of the place inside `config global`, where what nobody has described may be.
    """

    is_factory: bool
    stores: Mapping[str | None, SavedStore]


@dataclass(frozen=True, slots=True)
class Change:
    """One section that differs between two snapshots."""

    domain: str | None
    path: Path
    before: Rowset
    after: Rowset


def take(configuration: Configuration, before: Snapshot | None = None) -> Snapshot:
    """What is saved now; `before` itself if nothing has changed since."""
    storage = configuration.storage
    stores: dict[str | None, SavedStore] = {}
    for name, store in _stores(storage).items():
        saved = _saved(store, before.stores.get(name) if before else None)
        if saved.sections or saved.kept:
            stores[name] = saved
    if before is not None and before.is_factory == storage.is_factory and _are_same(stores, before.stores):
        return before
    return Snapshot(storage.is_factory, stores)


def go_back(configuration: Configuration, snapshot: Snapshot) -> Sequence[Commit]:
    """Make what is saved what it was; gives the entries and objects that this changes."""
    storage = configuration.storage
    found = changes(storage, take(configuration), snapshot)
    storage.is_factory = snapshot.is_factory
    storage.changes += len(found)
    for name, store in _stores(storage).items():
        store.kept = dict(snapshot.stores.get(name, SavedStore()).kept)
    return [commit for change in found for commit in _carried_out(storage, change)]


def changes(storage: Storage, before: Snapshot, after: Snapshot) -> Sequence[Change]:
    """The sections that differ, in the order in which they are printed."""
    found = []
    for name in {**before.stores, **after.stores}:
        old, new = before.stores.get(name, SavedStore()), after.stores.get(name, SavedStore())
        store = _stores(storage).get(name, Store())
        for path in {**old.sections, **new.sections}:
            was = old.sections.get(path, _factory(store, path, is_factory=before.is_factory))
            now = new.sections.get(path, _factory(store, path, is_factory=after.is_factory))
            if not _are_equal(was, now):
                found.append(Change(name, path, was, now))
    if len(found) > 1:
        rank = {section.path: number for number, section in enumerate(storage.catalogue.sections())}
        found.sort(key=lambda change: rank.get(change.path, len(rank)))
    return found


def _stores(storage: Storage) -> Mapping[str | None, Store]:
    stores: dict[str | None, Store] = {None: storage.shared}
    stores.update(storage.domains)
    return stores


def _factory(store: Store, path: Path, *, is_factory: bool) -> Rowset:
    """What stands in a section that nobody has changed."""
    return store.filled.get(path, NOTHING) if is_factory or path == DOMAINS else NOTHING


def _saved(store: Store, before: SavedStore | None) -> SavedStore:
    sections: dict[Path, Rowset] = {}
    for path, rows in store.tables.items():
        frozen = rows.frozen()
        if frozen is not store.filled.get(path) and (frozen or path in store.filled):
            sections[path] = frozen
    for words, entry in store.objects.items():
        path = tuple(words.split(" "))
        is_as_it_came = entry is store.filled[path].get("") if path in store.filled else entry.is_empty
        if not is_as_it_came:
            old = before.sections.get(path) if before else None
            sections[path] = old if old is not None and old.get("") is entry else {"": entry}
    if before is not None and store.kept == before.kept and _are_same(sections, before.sections):
        return before
    # By their names, because a table is there from when it was first looked at, and who looks is no matter here.
    return SavedStore(dict(sorted(sections.items(), key=lambda it: it[0])), dict(store.kept))


def _are_same(one: Mapping[K, object], other: Mapping[K, object]) -> bool:
    """Whether two mappings have the very same things in them."""
    return len(one) == len(other) and all(it is other.get(key) for key, it in one.items())


def _are_equal(one: Rowset, other: Rowset) -> bool:
    if one is other:
        return True
    if list(one) != list(other):
        return False
    return all(entry is other[key] or entry == other[key] for key, entry in one.items())


def _carried_out(storage: Storage, change: Change) -> Iterator[Commit]:
    store = storage.shared if change.domain is None else storage.domain(change.domain)
    section = storage.catalogue.find(change.path)
    if section is None:
        return
    if isinstance(section, Table):
        store.tables.setdefault(change.path, Rows()).become(change.after)
    elif "" in change.after:
        store.objects[" ".join(change.path)] = change.after[""]
    else:
        store.objects.pop(" ".join(change.path), None)
    for key in {**change.before, **change.after}:
        before, after = change.before.get(key), change.after.get(key)
        if before is not after:
            user = User(change.domain or "", change.path, key)
            store.references.replace(user, section, before, after)
            yield Commit(change.path, key, before, after, domain=change.domain or ROOT)
