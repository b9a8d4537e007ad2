"""The event log, in a file with an entry in each line."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime

from fauxgate.device import records
from fauxgate.device.appliance import Appliance
from fauxgate.device.event_log import EventLog, LogEntry
from fauxgate.device.events import Event
from fauxgate.device.state_files import StateFiles

FILE = "events.jsonl"
DAMAGED = (ValueError, KeyError, TypeError, AttributeError)


class KeptEvents:
    """Keeps the file in step with the event log of an appliance."""

    def __init__(self, appliance: Appliance, files: StateFiles, tell: Callable[[str], None]) -> None:
        self._appliance = appliance
        self._files = files
        self._tell = tell
        self._position = 0
        self._end = 0
        self._times_cleared = 0
        self._is_news = False

    def read(self) -> None:
        """Give the appliance its log."""
        content = self._files.read(FILE) or b""
        earlier = tuple(self._entries(content))
        if self._end < len(content):
            self._tell(f"the last {len(content) - self._end} bytes of {FILE} are no entries, and were dropped")
        self._position = len(self._appliance.journal.entries)
        self._appliance.event_log = EventLog(self._appliance.journal, earlier)
        self._appliance.journal.watch(self._heard)

    def save(self) -> None:
        """Write down what was added; nothing is left of a log that was cleared. Raises OSError."""
        log = self._appliance.event_log
        is_cleared = log.times_cleared != self._times_cleared
        if not (self._is_news or is_cleared):
            return
        position = len(self._appliance.journal.entries)
        content = b"".join(map(_line, log.since(0 if is_cleared else self._position)))
        if is_cleared:
            self._files.replace(FILE, content)
            self._end = len(content)
        elif content:
            self._end = self._files.append(FILE, content, self._end)
        self._position, self._times_cleared, self._is_news = position, log.times_cleared, False

    def _heard(self, _moment: datetime, _event: Event) -> None:
        self._is_news = True

    def _entries(self, content: bytes) -> Iterator[LogEntry]:
        for line in content.splitlines(keepends=True):
            entry = _entry(line)
            if entry is None:
                return
            self._end += len(line)
            yield entry


def _line(entry: LogEntry) -> bytes:
    kept = [
        entry.moment.isoformat(),
        entry.number,
        entry.subtype,
        entry.level,
        entry.description,
        *([name, text] for name, text in entry.fields),
    ]
    return records.encoded(json.dumps(kept) + "\n")


def _entry(line: bytes) -> LogEntry | None:
    """The entry of a line; None if that is half written or damaged."""
    if not line.endswith(b"\n"):
        return None
    try:
        moment, number, subtype, level, description, *fields = json.loads(line)
        pairs = tuple((str(name), str(text)) for name, text in fields)
        return LogEntry(datetime.fromisoformat(moment), int(number), subtype, level, description, pairs)
    except DAMAGED:
        return None
