"""How the clock is set, in a file: an appliance that was put forward is still there in the next run.

A running clock goes on with the wall from its offset, one that stands still from where it stood. What became due while
nobody was there happens at the start of the next run, in order, each at its own time.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fauxgate.device import records
from fauxgate.device.appliance import Appliance
from fauxgate.device.clock import Setting
from fauxgate.device.state_files import StateFiles

FILE = "clock.json"
DAMAGED = (ValueError, KeyError, TypeError, OverflowError)

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file says. `is_frozen` is None where nobody has said whether the clock is to stand still."""

    setting: Setting
    is_frozen: bool | None
    last: datetime
    """A moment at which somebody was there."""


class KeptTime:
    """Keeps the file in step with the clock of an appliance; with `is_given` the arguments say where that begins.

    There is no file as long as a clock stands still where it began by chance.
    """

    def __init__(self, appliance: Appliance, files: StateFiles, tell: Callable[[str], None], *, is_given: bool) -> None:
        self._clock = appliance.clock
        self._jobs = appliance.jobs
        self._files = files
        self._tell = tell
        self._is_given = is_given
        self._began_frozen = self._clock.is_frozen
        self._is_kept = is_given or not self._began_frozen
        self._is_frozen: bool | None = None
        self._written = self._now

    def read(self, known: Iterable[datetime]) -> None:
        """Set the clock, to when somebody was last there; `Jobs.go_on` is to follow.

        Somebody was there at the `known` moments, even if the process was killed before it could say so here.
        """
        content = self._files.read(FILE)
        if content is None:
            return
        try:
            kept = _read(content)
        except DAMAGED:
            self._tell(f"{FILE} is damaged; the clock begins anew")
            return
        self._is_kept = True
        if not self._is_given:
            self._take(kept)
        now = self._clock.now()
        last = max([kept.last, *(moment for moment in known if moment <= now)])
        if last < now:
            self._jobs.start_from(last)

    def save(self) -> None:
        """Write down how the clock is set, if that has changed. Raises OSError."""
        if self._now != self._written:
            self._write()

    def save_moment(self) -> None:
        """Write down that somebody is there. Raises OSError."""
        if self._is_kept:
            self._write()

    @property
    def _now(self) -> tuple[Setting, datetime | None]:
        """How the clock is set, and if it stands still, where it is on its way there."""
        return self._jobs.setting, self._clock.now() if self._clock.is_frozen else None

    def _take(self, kept: _Kept) -> None:
        self._is_frozen = kept.is_frozen
        stands_at = kept.setting.stands_at
        if stands_at is None:
            self._clock.setting = kept.setting
        if kept.is_frozen or (self._began_frozen and kept.is_frozen is None):
            self._clock.freeze()
        elif kept.is_frozen is False:
            self._clock.run()
        if stands_at is not None:
            self._clock.set(stands_at)

    def _write(self) -> None:
        setting = self._jobs.setting
        is_frozen = setting.stands_at is not None
        if is_frozen != self._began_frozen or self._is_frozen is not None:
            self._is_frozen = is_frozen
        kept = {
            "stands_at": setting.stands_at.isoformat() if setting.stands_at else None,
            "offset": None if is_frozen else setting.offset // _MICROSECOND,
            "is_frozen": self._is_frozen,
            "last": self._clock.now().isoformat(),
        }
        self._files.replace(FILE, records.encoded(json.dumps(kept, indent=1) + "\n"))
        self._written = self._now


def _read(content: bytes) -> _Kept:
    kept = json.loads(content)
    stands_at = datetime.fromisoformat(kept["stands_at"]) if kept["stands_at"] else None
    setting = Setting(timedelta(microseconds=int(kept["offset"] or 0)), stands_at)
    is_frozen = kept["is_frozen"]
    return _Kept(setting, None if is_frozen is None else bool(is_frozen), datetime.fromisoformat(kept["last"]))
