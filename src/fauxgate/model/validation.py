"""What must hold before `next` or `end` saves an entry, and before `edit` makes one."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry, applies
from fauxgate.model.errors import DatasourceMissing, KeyRefused, NameRefused, RequiredMissing
from fauxgate.schema.types import Option, Section, Stored, Table


class Check(Protocol):
    """A rule about one table that the schema cannot state; the device registers it by the path of the table."""

    def check(self, key: str, values: Mapping[str, Stored]) -> Mapping[str, Stored] | None:
        """Raises UserError if the values may not be saved together.

        Options that are not among the values have their default. What is returned replaces values before they are
        saved, as when a private key is pasted in plain.
        """


def check_required(section: Section, entry: Entry) -> None:
    """Raises `RequiredMissing` for the first option that must be set and is not."""
    for option in section.required:
        if not entry.values.get(option.name, option.default) and applies(option, section, entry):
            raise RequiredMissing(option.name)


def check_references(configuration: Configuration, option: Option, stored: Stored) -> None:
    """Raises `DatasourceMissing` for a name without an entry in any of the tables that the option refers to.

    Inferred: what an option has by default needs no entry, since units without factory certificates have it too.
    """
    if not option.refers_to or stored in (option.default, option.factory):
        return
    for name in (stored,) if isinstance(stored, str) else stored:
        if name and name not in option.also and not configuration.has_one_of(option.refers_to, name):
            raise DatasourceMissing(name)


def check_changes(configuration: Configuration, section: Section, changes: Mapping[str, Stored | None]) -> None:
    """The same for all options that were changed: what they name may be gone since they were set."""
    for option in section.referring:
        if isinstance(option, Option) and (stored := changes.get(option.name)):
            check_references(configuration, option, stored)


def check_name(configuration: Configuration, table: Table, key: str) -> None:
    """Raises `NameRefused` or `KeyRefused` for the name of a new entry that an entry of another table has.

    Inferred: the message that names both kinds is for tables that share one, such as addresses and their groups; in
    it, the kinds stand in the order of the alphabet.
    """
    for other in _others(configuration, table):
        if key in configuration.table(other.path):
            if not table.noun or not other.noun:
                raise KeyRefused(table.key.name, key)
            first, second = sorted((table.noun, other.noun))
            raise NameRefused(table.key.name, key, first, second)


def _others(configuration: Configuration, table: Table) -> Iterable[Table]:
    found = (configuration.storage.catalogue.find(path) for path in table.unlike)
    return (it for it in found if isinstance(it, Table))
