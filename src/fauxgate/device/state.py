"""What an appliance keeps on the disk, so that nothing that a prompt has acknowledged is ever lost.

- `fauxgate.conf` is the configuration as a backup has it. A line of it, `#fauxgate_journal=N`, names the journal.
- `journal.N` has, record by record, the entries and objects that were saved since, each with all that is in it. It is
  on the disk before the next prompt. When it has grown long, and at the end, it is folded into the configuration.
- `events.jsonl` is the event log, `revisions.json` and `revision-N.conf` are the revisions, and `pending.json` tells
  which enrollments wait.

Every file is written so that a kill at any moment leaves what was there or what is to be there (`state_files`).
"""

import re
from collections.abc import Callable

from fauxgate.device import records
from fauxgate.device.appliance import Appliance
from fauxgate.device.backup import backup
from fauxgate.device.kept_events import KeptEvents
from fauxgate.device.kept_revisions import KeptRevisions
from fauxgate.device.pending import KeptEnrollments
from fauxgate.device.state_files import StateDirectory, StateNotSaved
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


class State:
    """The files of one appliance, in a directory; `tell` is given notes for the person, each in one line."""

    def __init__(self, appliance: Appliance, directory: StateDirectory, tell: Callable[[str], None]) -> None:
        self._appliance = appliance
        self._directory = directory
        self._tell = tell
        self._number = 1
        self._end = 0
        self._size = 0
        self._saved: Snapshot | None = None
        self._events = KeptEvents(appliance, directory, tell)
        self._revisions = KeptRevisions(appliance, directory, tell)
        self._enrollments = KeptEnrollments(appliance, directory, tell)

    def open(self, load: Load, replay: Replay) -> None:
        """Bring the appliance to where it was. Raises StateUnusable, and StateNotSaved for a disk that is full."""
        content = self._directory.read(CONFIGURATION)
        self._events.read()
        self._revisions.read()
        if content is not None:
            self._read(content, load, replay)
        self._appliance.resume()
        self._enrollments.read()
        try:
            if self._end or self._saved is None:
                self._fold(take(self._appliance.configuration))
        except OSError as error:
            raise StateNotSaved(_reason(error)) from error
        self.settle()

    def settle(self) -> None:
        """Save what has changed. Raises StateNotSaved: then it is tried again the next time."""
        with self._appliance.lock:
            try:
                self._save_configuration()
                self._events.save()
                self._revisions.save()
                self._enrollments.save()
            except OSError as error:
                raise StateNotSaved(_reason(error)) from error

    def settle_or_tell(self) -> None:
        """The same where nobody waits for an answer: what cannot be saved is told."""
        try:
            self.settle()
        except StateNotSaved as error:
            self._tell(str(error))

    def close(self) -> None:
        """Save, fold, and let another process have the directory."""
        self.settle_or_tell()
        try:
            if self._end and self._saved is not None:
                self._fold(self._saved)
        except OSError:
            # What the journal has is safe there.
            pass
        finally:
            self._directory.close()

    def _read(self, content: bytes, load: Load, replay: Replay) -> None:
        text = records.decoded(content)
        refused = load(text)
        if refused:
            self._keep_refused(content, refused)
        numbers = [int(name.removeprefix(JOURNAL)) for name in self._directory.names(JOURNAL) if name[-1].isdigit()]
        named = _NUMBER.search(text)
        self._number = int(named[1]) if named else max([0, *numbers]) + 1
        self._size = len(content)
        if named is None and numbers:
            self._tell(f"{CONFIGURATION} names no journal, so what is in {JOURNAL}{max(numbers)} was left out")
        self._replay(replay)
        self._saved = take(self._appliance.configuration)

    def _replay(self, replay: Replay) -> None:
        name = f"{JOURNAL}{self._number}"
        content = self._directory.read(name) or b""
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
            self._directory.replace(copy, content)
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
            self._end = self._directory.append(f"{JOURNAL}{self._number}", records.written(CHANGE, text), self._end)
        self._saved = now

    def _fold(self, now: Snapshot) -> None:
        """Write the whole configuration, which `now` has; the journal that belongs to it is a new one."""
        content = records.encoded(backup(self._appliance.configuration, journal=self._number + 1))
        self._directory.replace(CONFIGURATION, content)
        self._number += 1
        self._end, self._size, self._saved = 0, len(content), now
        for name in self._directory.names(JOURNAL):
            self._directory.remove(name)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
