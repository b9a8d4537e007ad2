"""What a block of a saved configuration changes, to be told once all of it is well, or undone."""

from dataclasses import dataclass, field
from typing import TypeAlias

from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.saving import Saving, ignore
from fauxgate.model.storage import Commit
from fauxgate.schema.types import Section

Change: TypeAlias = tuple[Configuration, Section, str, Entry | None, Entry]
"""Where it was made: the section and the key, which an object has not. Then the entry before it, and after."""


@dataclass(frozen=True, slots=True)
class Deferred(Saving):
    """Saves as another one does, but who names whom is not counted, and nobody is told, until the block is well."""

    changes: list[Change] = field(default_factory=list)

    def put(self, configuration: Configuration, section: Section, key: str, before: Entry | None, entry: Entry) -> None:
        """Saves what has been checked, for now."""
        configuration.lay(section, key, entry)
        self.changes.append((configuration, section, key, before, entry))

    def settle(self, saving: Saving) -> None:
        """Has all that was saved counted, and lets `saving` tell of it."""
        for configuration, section, key, before, after in self.changes:
            if section.referring:
                configuration.count(section, key, before, after)
            if saving.watch is not ignore:
                saving.watch(Commit(section.path, key, before, after, domain=configuration.domain))
        self.changes.clear()

    def undo(self) -> None:
        """Makes everything what it was before the block."""
        for configuration, section, key, before, _ in reversed(self.changes):
            configuration.lay(section, key, before)
        self.changes.clear()
