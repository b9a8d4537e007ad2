"""Time, as everything else in the program is told it: always UTC, and the only module that asks for it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

# The years that a clock can be set to. Inferred: the reference names none; in some others no certificate could be made.
YEARS = range(2001, 2038)


class Clock(Protocol):
    """What tells the time, can be put forward or back, and runs or stands still."""

    @property
    def is_frozen(self) -> bool:
        """Whether it stands still."""

    def now(self) -> datetime:
        """The present moment, in UTC."""

    def set(self, moment: datetime) -> None:
        """Make `moment` (with a time zone) the present one."""

    def freeze(self) -> None:
        """Stand still from now on."""

    def run(self) -> None:
        """Run on from the present moment."""


class WallClock:
    """Runs with the wall; setting it adds an offset."""

    def __init__(self) -> None:
        self._offset = timedelta()
        self._frozen: datetime | None = None

    @property
    def is_frozen(self) -> bool:
        """Whether it stands still."""
        return self._frozen is not None

    def now(self) -> datetime:
        """The wall's time plus what it has been set off by, or the moment at which it stands still."""
        return self._frozen or datetime.now(UTC) + self._offset

    def set(self, moment: datetime) -> None:
        """Run on from `moment`, or stand still there."""
        if self._frozen is not None:
            self._frozen = moment
        self._offset = moment - datetime.now(UTC)

    def freeze(self) -> None:
        """Stand still from now on."""
        self._frozen = self.now()

    def run(self) -> None:
        """Run on from the present moment."""
        now, self._frozen = self.now(), None
        self.set(now)


class ManualClock(WallClock):
    """A clock that stands still at a moment, the present one if none is given, until it is set or let run."""

    def __init__(self, moment: datetime | None = None) -> None:
        super().__init__()
        self.freeze()
        self.set(moment or self.now())
