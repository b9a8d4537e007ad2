"""Time, as everything else in the program is told it: always UTC, and the only module that asks for it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

# The years that a clock can be set to. Inferred: the reference names none; in some others no certificate could be made.
YEARS = range(2001, 2038)


class Clock(Protocol):
    """What tells the time and can be put forward or back."""

    def now(self) -> datetime:
        """The present moment, in UTC."""

    def set(self, moment: datetime) -> None:
        """Make `moment` (with a time zone) the present one."""


class WallClock:
    """Runs with the wall; setting it adds an offset."""

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        """The wall's time plus what it has been set off by."""
        return datetime.now(UTC) + self._offset

    def set(self, moment: datetime) -> None:
        """Run on from `moment`."""
        self._offset = moment - datetime.now(UTC)


class ManualClock:
    """Stands still until it is set."""

    def __init__(self, moment: datetime | None = None) -> None:
        self._moment = moment or datetime.now(UTC)

    def now(self) -> datetime:
        """The moment it was last set to."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Stand still at `moment`."""
        self._moment = moment
