"""Prints debug lines as things happen, as far as a session's switches let them through."""

from collections.abc import Callable
from datetime import datetime

from fauxgate.debug.switches import Switches
from fauxgate.device.events import Event, ScepStep

APPLICATION = "scep"


class DebugConsole:
    """A watcher of the journal that writes the lines of each event to one session."""

    def __init__(self, switches: Switches, release: tuple[int, int, int], write: Callable[[str], None]) -> None:
        self._switches = switches
        self._release = release
        self._write = write

    def __call__(self, moment: datetime, event: Event) -> None:
        """Write what the switches let through of an event that happened at `moment`."""
        if isinstance(event, ScepStep) and self._switches.is_on(APPLICATION, moment):
            from fauxgate.debug import scep  # noqa: PLC0415 - loads the events, which the prompt does without

            for line in scep.lines(event.step, self._release):
                self._write(self._switches.stamped(line, moment))
