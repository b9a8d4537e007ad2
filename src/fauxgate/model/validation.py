"""What must hold before `next` or `end` saves an entry."""

from collections.abc import Mapping
from typing import Protocol

from fauxgate.model.entry import Entry, applies
from fauxgate.model.errors import RequiredMissing
from fauxgate.schema.types import Section, Stored


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
