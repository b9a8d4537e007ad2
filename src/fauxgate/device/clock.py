"""Time, as everything else in the program is told it: always UTC, and the only module that asks for it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

# The years that a clock can be set to. Inferred: the reference names none; in some others no certificate could be made.
YEARS = range(2001, 2038)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a clock is set: what it is off the wall's time, or where it stands still."""

    offset: timedelta
    stands_at: datetime | None


class Clock(Protocol):
    """What tells the time, can be put forward or back, and runs or stands still."""

    setting: Setting
    """How it is set, to be kept and taken again."""

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
        self.setting = Setting(timedelta(), None)

    @property
    def is_frozen(self) -> bool:
        """Whether it stands still."""
        return self.setting.stands_at is not None

    def now(self) -> datetime:
        """The wall's time plus what it has been set off by, or the moment at which it stands still."""
        return self.setting.stands_at or datetime.now(UTC) + self.setting.offset

    def set(self, moment: datetime) -> None:
        """Run on from `moment`, or stand still there."""
        self.setting = Setting(moment - datetime.now(UTC), moment if self.is_frozen else None)

    def freeze(self) -> None:
        """Stand still from now on."""
        self.setting = Setting(self.setting.offset, self.now())

    def run(self) -> None:
        """Run on from the present moment."""
        self.setting = Setting(self.now() - datetime.now(UTC), None)


class ManualClock(WallClock):
    """A clock that stands still at a moment, the present one if none is given, until it is set or let run."""

    def __init__(self, moment: datetime | None = None) -> None:
        super().__init__()
        self.freeze()
        self.set(moment or self.now())
