"""What an appliance keeps on the disk, so that nothing that a prompt has acknowledged is ever lost.

The files are in a directory (`state_files`), or all of them in one file (`session_file`).

- `fauxgate.conf` is the configuration as a backup has it. A line of it, `#fauxgate_journal=N`, names the journal.
- `journal.N` has, record by record, the entries and objects that were saved since, each with all that is in it. It is
  on the disk before the next prompt. When it has grown long, and at the end, it is folded into the configuration.
- `events.jsonl` is the event log, `revisions.json` and `revision-N.conf` are the revisions, and `pending.json` tells
  which enrollments wait.

Every file is written so that a kill at any moment leaves what was there or what is to be there.
"""

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from fauxgate.device import records
from fauxgate.device.appliance import Appliance
from fauxgate.device.backup import backup
from fauxgate.device.kept_events import KeptEvents
from fauxgate.device.kept_memory import KeptMemory
from fauxgate.device.kept_revisions import KeptRevisions
from fauxgate.device.kept_time import KeptTime
from fauxgate.device.pending import KeptEnrollments
from fauxgate.device.state_files import StateFiles, StateNotSaved
from fauxgate.language.printer import print_statements
from fauxgate.model.difference import whole_entries
from fauxgate.model.snapshot import Snapshot, take

CONFIGURATION, JOURNAL = "fauxgate.conf", "journal."
CHANGE = "change"
_NUMBER = re.compile(r"^#fauxgate_journal=([0-9]{1,12})$", re.MULTILINE)

# A journal may grow to the size of the configuration, or to this many bytes: then reading it takes half a second.
LONGEST_JOURNAL = 200_000

Load = Callable[[str], int]
"""Puts what a text says in the place of the configuration; gives the number of lines that were refused."""

Replay = Callable[[str], None]
"""Puts the entries of a record of the journal into the configuration."""


class Keeper(Protocol):
    """Keeps some of the files in step with what they are about."""

    def read(self) -> None:
        """Bring that to where it was."""

    def save(self) -> None:
        """Write down what has changed. Raises OSError."""


class State:
    """The files of one appliance; `tell` is given notes for the person, each in one line.

    `further` keepers have files that are about something else. `is_time_given` says that somebody has set the clock.
    """

    def __init__(
        self,
        appliance: Appliance,
        files: StateFiles,
        tell: Callable[[str], None],
        further: Sequence[Keeper] = (),
        *,
        is_time_given: bool = False,
    ) -> None:
        self._appliance = appliance
        self._files = files
        self._tell = tell
        self._number = 1
        self._end = 0
        self._size = 0
        self._saved: Snapshot | None = None
        self._time = KeptTime(appliance, files, tell, is_given=is_time_given)
        # What is read before the configuration, and what needs it.
        logs = (KeptEvents(appliance, files, tell), KeptRevisions(appliance, files, tell))
        self._early: tuple[Keeper, ...] = logs
        self._memory = KeptMemory(appliance, files, tell)
        self._late: tuple[Keeper, ...] = (KeptEnrollments(appliance, files, tell), *further)

    def open(self, load: Load, replay: Replay) -> None:
        """Bring the appliance to where it was. Raises StateUnusable, and StateNotSaved for a disk that is full."""
        content = self._files.read(CONFIGURATION)
        for keeper in self._early:
            keeper.read()
        if content is not None:
            self._read(content, load, replay)
        self._memory.read()
        self._time.read([*self._memory.moments, *(entry.moment for entry in self._appliance.event_log.entries()[:1])])
        self._appliance.resume()
        for keeper in self._late:
            keeper.read()
        self._appliance.jobs.go_on()
        try:
            if self._end or self._saved is None:
                self._fold(take(self._appliance.configuration))
            self._time.save_moment()
        except OSError as error:
            raise StateNotSaved(_reason(error)) from error
        self.settle()

    def settle(self) -> None:
        """Save what has changed. Raises StateNotSaved: then it is tried again the next time."""
        with self._appliance.lock:
            try:
                self._save_configuration()
                self._time.save()
                for keeper in (*self._early, self._memory, *self._late):
                    keeper.save()
            except OSError as error:
                raise StateNotSaved(_reason(error)) from error

    def settle_or_tell(self) -> None:
        """The same where nobody waits for an answer: what cannot be saved is told."""
        try:
            self.settle()
        except StateNotSaved as error:
            self._tell(str(error))

    def close(self) -> None:
        """Save, fold, and let another process have the files."""
        self.settle_or_tell()
        try:
            if self._end and self._saved is not None:
                self._fold(self._saved)
            if not self._appliance.clock.is_frozen:
                self._time.save_moment()
        except OSError:
            # What the journal has is safe there.
            pass
        finally:
            self._files.close()

    def _read(self, content: bytes, load: Load, replay: Replay) -> None:
        text = records.decoded(content)
        refused = load(text)
        if refused:
            self._keep_refused(content, refused)
        numbers = [int(name.removeprefix(JOURNAL)) for name in self._files.names(JOURNAL) if name[-1].isdigit()]
        named = _NUMBER.search(text)
        self._number = int(named[1]) if named else max([0, *numbers]) + 1
        self._size = len(content)
        if named is None and numbers:
            self._tell(f"{CONFIGURATION} names no journal, so what is in {JOURNAL}{max(numbers)} was left out")
        self._replay(replay)
        self._saved = take(self._appliance.configuration)

    def _replay(self, replay: Replay) -> None:
        name = f"{JOURNAL}{self._number}"
        content = self._files.read(name) or b""
        for record in records.read(content):
            replay(record.text)
            self._end = record.end
        if self._end < len(content):
            self._tell(f"the last {len(content) - self._end} bytes of {name} are half written, and were dropped")
        # Even one that has nothing whole in it is to be folded, so that nothing is ever written behind its rest.
        self._end = len(content)

    def _keep_refused(self, content: bytes, refused: int) -> None:
        copy = f"{CONFIGURATION}.refused"
        try:
            self._files.replace(copy, content)
        except OSError as error:
            raise StateNotSaved(_reason(error)) from error
        self._tell(
            f"{refused} lines of {CONFIGURATION} were refused (`diagnose debug config-error-log read` shows them); "
            f"it is kept as {copy}"
        )

    def _save_configuration(self) -> None:
        configuration = self._appliance.configuration
        assert self._saved is not None
        now = take(configuration, self._saved)
        if now is self._saved:
            return
        told = whole_entries(configuration, self._saved, now)
        if told is None or self._end > max(LONGEST_JOURNAL, self._size):
            self._fold(now)
        elif told:
            text = "".join(f"{line}\n" for line in print_statements(told))
            self._end = self._files.append(f"{JOURNAL}{self._number}", records.written(CHANGE, text), self._end)
        self._saved = now

    def _fold(self, now: Snapshot) -> None:
        """Write the whole configuration, which `now` has; the journal that belongs to it is a new one."""
        content = records.encoded(backup(self._appliance.configuration, journal=self._number + 1))
        self._files.replace(CONFIGURATION, content)
        self._number += 1
        self._end, self._size, self._saved = 0, len(content), now
        for name in self._files.names(JOURNAL):
            self._files.remove(name)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
