"""What is still to be configured in a step: the difference to an appliance where the solution was carried out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from fauxgate.lab.taking import Taking
from fauxgate.language.printer import print_statements
from fauxgate.model.entry import Entry
from fauxgate.model.leading import leading
from fauxgate.model.snapshot import SavedStore, Snapshot, take
from fauxgate.schema.types import Option, Password, Pem, Section, Uuid

if TYPE_CHECKING:
    from fauxgate.model.configuration import Configuration
    from fauxgate.schema.types import Path


def leading_to(taking: Taking, step: int) -> Iterator[str]:
    """The lines that lead from what is saved to what the solution has saved at the end of a step.

    What the device makes itself (keys, certificates, identifiers) differs from one to the other and is no goal.
    """
    configuration = taking.view().console.appliance.configuration
    now = _told(configuration, take(configuration))
    other = taking.another()
    try:
        for line in taking.lab.solution:
            if line.step <= step:
                other.enter(line.text)
        reached = other.view().console.appliance.configuration
        target = _told(reached, take(reached))
        found = list(print_statements(leading(reached, now, target)))
    finally:
        other.close()
    yield from (text for line in found for text in line.split("\n"))


def _told(configuration: "Configuration", snapshot: Snapshot) -> Snapshot:
    """A snapshot without what the device makes itself."""
    stores = {name: replace(store, sections=_sections(configuration, store)) for name, store in snapshot.stores.items()}
    return replace(snapshot, stores=stores)


def _sections(configuration: "Configuration", store: SavedStore) -> "Mapping[Path, Mapping[str, Entry]]":
    return {
        path: {key: _own(configuration.section(path), entry) for key, entry in rows.items()}
        for path, rows in store.sections.items()
    }


def _own(section: Section, entry: Entry) -> Entry:
    made = {it.name for it in section.options if isinstance(it, Option) and _is_made(it)}
    return replace(entry, values={name: value for name, value in entry.values.items() if name not in made})


def _is_made(option: Option) -> bool:
    return option.read_only or isinstance(option.type, Pem | Password | Uuid)
