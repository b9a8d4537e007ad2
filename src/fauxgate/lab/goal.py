"""What is still to be configured in a step: the difference to an appliance where the solution was carried out."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from fauxgate.lab.taking import Taking
from fauxgate.language.printer import print_statements
from fauxgate.language.statements import Config, Edit, End, Next, Statement, Unset
from fauxgate.model.entry import Entry
from fauxgate.model.leading import leading
from fauxgate.model.snapshot import SavedStore, Snapshot, take
from fauxgate.schema.types import Option, Password, Pem, Section, Stored, Uuid

if TYPE_CHECKING:
    from fauxgate.model.configuration import Configuration
    from fauxgate.schema.types import Path

GLOBAL, MODE = ("system", "global"), "vdom-mode"
CERTIFICATES = ("vpn", "certificate")
IDENTIFIER = "uuid"

Own = Callable[[Option, Stored], Stored | None]
"""A value as a goal has it; None for what is no goal."""


def leading_to(taking: Taking, step: int) -> Iterator[str]:
    """The lines that lead from what is saved to what the solution has saved at the end of a step.

    What the device makes itself (keys, certificates, identifiers) differs from one to the other and is no goal.
    """
    configuration = taking.view().console.appliance.configuration
    own = _own(taking)
    now = _told(configuration, take(configuration), own)
    other = taking.another()
    try:
        for line in taking.lab.solution:
            if line.step <= step:
                other.enter(line.text)
        reached = other.view().console.appliance.configuration
        target = _told(reached, take(reached), own)
        # What all virtual domains share stands elsewhere once there are some, so they come first of all.
        is_divided = reached.has_domains and not configuration.has_domains
        if is_divided:
            yield from ("config system global", f"    set {MODE} {_mode(target)}", "end")
            now = _divided(configuration, now, target)
        missing = [(path, key) for path, key in _made_by_commands(target) if key not in _rows(now, path)]
        ways = leading(reached if is_divided else configuration, now, _without(target, missing))
        found = list(print_statements(_without_identifiers(ways)))
    finally:
        other.close()
    yield from (f"# {' '.join(path)} {key}: not there, and made by a command" for path, key in missing)
    yield from (text for line in found for text in line.split("\n"))


def _mode(target: Snapshot) -> Stored:
    return target.stores[None].sections[GLOBAL][""].values[MODE]


def _divided(configuration: "Configuration", now: Snapshot, target: Snapshot) -> Snapshot:
    """The snapshot as it is once there are virtual domains."""
    shared = now.stores.get(None, SavedStore())
    before = configuration.entry(GLOBAL) or Entry()
    entry = replace(before, values={**before.values, MODE: _mode(target)})
    return replace(now, stores={**now.stores, None: replace(shared, sections={**shared.sections, GLOBAL: {"": entry}})})


def _made_by_commands(snapshot: Snapshot) -> Iterator[tuple["Path", str]]:
    """The certificates: `edit` makes none of them."""
    for store in snapshot.stores.values():
        for path, rows in store.sections.items():
            yield from ((path, key) for key in rows if path[:2] == CERTIFICATES)


def _rows(snapshot: Snapshot, path: "Path") -> set[str]:
    return {key for store in snapshot.stores.values() for key in store.sections.get(path, ())}


def _without(snapshot: Snapshot, missing: "Collection[tuple[Path, str]]") -> Snapshot:
    def sections(store: SavedStore) -> "Mapping[Path, Mapping[str, Entry]]":
        kept = {
            path: {key: rows[key] for key in rows if (path, key) not in missing}
            for path, rows in store.sections.items()
        }
        return {path: rows for path, rows in kept.items() if rows or not store.sections[path]}

    stores = {name: replace(store, sections=sections(store)) for name, store in snapshot.stores.items()}
    return replace(snapshot, stores=stores)


def _own(taking: Taking) -> Own:
    vault = taking.view().console.appliance.vault
    typed = {word.strip('"') for line in taking.lab.solution for word in line.text.split()}

    def own(option: Option, value: Stored) -> Stored | None:
        if isinstance(option.type, Password):
            # Sealed it would be another one each time; those that the device makes itself are no goal.
            opened = vault.open(str(value))
            return opened if opened in typed else None
        return None if option.read_only or isinstance(option.type, Pem | Uuid) else value

    return own


def _told(configuration: "Configuration", snapshot: Snapshot, own: Own) -> Snapshot:
    """A snapshot as a goal has it."""

    def sections(store: SavedStore) -> "Mapping[Path, Mapping[str, Entry]]":
        return {
            path: {key: _entry(configuration.section(path), entry, own) for key, entry in rows.items()}
            for path, rows in store.sections.items()
        }

    stores = {name: replace(store, sections=sections(store)) for name, store in snapshot.stores.items()}
    return replace(snapshot, stores=stores)


def _entry(section: Section, entry: Entry, own: Own) -> Entry:
    values: dict[str, Stored] = {}
    for name, value in entry.values.items():
        option = section.option(name)
        kept = own(option, value) if option is not None else value
        if kept is not None:
            values[name] = kept
    return replace(entry, values=values)


def _without_identifiers(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements without what would take the identifiers away that a new virtual domain has from the beginning."""
    kept: list[Statement] = []
    is_left_out = False
    for statement in statements:
        if isinstance(statement, Unset) and statement.option == IDENTIFIER:
            is_left_out = True
        elif _ends_nothing(statement, kept, is_left_out=is_left_out):
            kept.pop()
        else:
            is_left_out = is_left_out and not isinstance(statement, Edit)
            kept.append(statement)
    yield from kept


def _ends_nothing(statement: Statement, kept: list[Statement], *, is_left_out: bool) -> bool:
    """Whether what is ended has nothing in it any more; a new entry may have had nothing from the beginning."""
    last = kept[-1] if kept else None
    is_entry = is_left_out and isinstance(statement, Next) and isinstance(last, Edit)
    return is_entry or (isinstance(statement, End) and isinstance(last, Config))
