"""What was on the screen, as a transcript and as an asciicast v3 recording with a marker at each step.

An asciicast (https://docs.asciinema.org/manual/asciicast/v3/) is a line of JSON for the header, then one for each
event: the seconds since the event before, a letter (`o` output, `m` marker, `x` exit) and its data.
"""

import json
from collections.abc import Callable
from datetime import datetime

LONGEST_WAIT = 3.0
"""Seconds: whoever watches a recording does not want to wait for somebody who thinks."""


class Recording:
    """Records what is shown; `write_cast` and `write_text` are given pieces of the two files, `now` the real time."""

    def __init__(
        self, write_cast: Callable[[str], object], write_text: Callable[[str], object], now: Callable[[], datetime]
    ) -> None:
        self._write_cast = write_cast
        self._write_text = write_text
        self._now = now
        self._last: datetime | None = None
        self._is_answered = False

    def begin(self, title: str, columns: int, rows: int) -> None:
        """Write the header, with the size of the terminal; only at the beginning of a file."""
        header = {"version": 3, "term": {"cols": columns, "rows": rows}, "title": title}
        self._write_cast(json.dumps({**header, "timestamp": int(self._now().timestamp())}) + "\n")

    def show(self, line: str) -> None:
        """A line of output."""
        self._write_text(line + "\n")
        self._event("o", line.replace("\n", "\r\n") + "\r\n")

    def typed(self, prompt: str, line: str) -> None:
        """A prompt and what was typed there; in the recording it appears letter by letter at the end of the wait."""
        if self._is_answered:
            # The empty line before a prompt (fortios-cli.md 1.3) is the door's, which shows it to nobody else.
            self.show("")
        self._is_answered = bool(line.strip())
        self._write_text(prompt + line + "\n")
        self._event("o", prompt)
        for letter in line:
            self._write_cast(json.dumps([0.03, "o", letter.replace("\n", "\r\n> ")]) + "\n")
        self._event("o", "\r\n")

    def mark(self, label: str) -> None:
        """A marker."""
        self._event("m", label)

    def _event(self, kind: str, data: str) -> None:
        now = self._now()
        passed = (now - self._last).total_seconds() if self._last else 0.0
        self._last = now
        self._write_cast(json.dumps([round(min(max(passed, 0.0), LONGEST_WAIT), 3), kind, data]) + "\n")
