"""Configurations that the unit keeps in its flash: `execute backup config flash`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from fauxgate.errors import UserError
from fauxgate.schema.types import Release


class RevisionNotFound(UserError):
    """There is no revision of that number. Inferred: the code is that of an entry that is not there."""

    code = -3

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number

    def message(self) -> tuple[str, ...]:
        """One line, as for an entry."""
        return (f"revision {self.number} is not found.",)


@dataclass(frozen=True, slots=True)
class Revision:
    """A configuration as it was at `moment`: the `text` of a backup, who made it on which release, and why."""

    number: int
    moment: datetime
    admin: str
    release: Release
    comment: str
    text: str


class Revisions:
    """The revisions by number, which counts up from 1; no number is given twice."""

    def __init__(self, kept: Iterable[Revision] = (), made: int = 0) -> None:
        self._kept = {revision.number: revision for revision in kept}
        self.made = made
        """How many there have ever been."""

    @property
    def all(self) -> tuple[Revision, ...]:
        """All revisions, oldest first."""
        return tuple(self._kept.values())

    def keep(self, text: str, *, moment: datetime, admin: str, release: Release, comment: str) -> Revision:
        """Keep one more."""
        self.made += 1
        self._kept[self.made] = Revision(self.made, moment, admin, release, comment, text)
        return self._kept[self.made]

    def find(self, number: str) -> Revision:
        """The revision of a number as it was typed; raises RevisionNotFound."""
        found = [revision for revision in self._kept.values() if str(revision.number) == number]
        if not found:
            raise RevisionNotFound(number)
        return found[0]

    def delete(self, number: str) -> None:
        """Forget a revision; raises RevisionNotFound."""
        del self._kept[self.find(number).number]
