"""The files that belong to a lab that somebody takes: what was entered, what was on the screen, what came of it."""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO, Any

from fauxgate.errors import UserError
from fauxgate.lab.record import Entered, Record, Start
from fauxgate.lab.results import junit, table

RECORD, RESULTS, JUNIT, TABLE = "record.jsonl", "results.json", "junit.xml", "results.csv"
TRANSCRIPT, RECORDING = "transcript.txt", "recording.cast"
# Commands hold passwords: nobody else may read them.
MODE = 0o700


class ResultsNotKept(UserError):
    """What belongs to a lab cannot be kept, and why."""

    def __init__(self, directory: Path, reason: str) -> None:
        super().__init__()
        self.directory = directory
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"{self.directory} cannot keep what you do: {self.reason}; name another directory with --results.",)


class LabFiles:
    """They are all in `directory`. A disk that is full while somebody works is told once, and costs no lab."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._record = Record(directory / RECORD)
        self._cast: IO[str] | None = None
        self._transcript: IO[str] | None = None
        self._has_failed = False

    @property
    def have_results(self) -> bool:
        """Whether there are results of an earlier time."""
        return (self.directory / RESULTS).exists()

    def read(self) -> tuple[Start, list[Entered]] | None:
        """What was entered until the lab was left. Raises ResultsNotKept."""
        try:
            return self._record.read()
        except OSError as error:
            raise self._not_kept(error) from error

    def begin(self, start: Start) -> None:
        """Make them anew. Raises ResultsNotKept."""
        self._open(start, [], "w")

    def go_on(self, start: Start, entered: list[Entered]) -> None:
        """Write on where they end; half a line at the end of the record is dropped. Raises ResultsNotKept."""
        self._open(start, entered, "a")

    def add(self, entered: Entered) -> None:
        """Keep what was entered."""
        self._try(lambda: self._record.add(entered))

    def go_back(self, start: Start, entered: list[Entered]) -> None:
        """Keep no more than what was entered up to where the person went back to."""
        self._try(lambda: self._record.begin(start, entered))

    def write_cast(self, text: str) -> None:
        """Write to the recording."""
        self._try(lambda: self._cast.write(text) if self._cast else None)

    def write_text(self, text: str) -> None:
        """Write to the transcript."""
        self._try(lambda: self._transcript.write(text) if self._transcript else None)

    def grade(self, found: dict[str, Any]) -> None:
        """Write the results."""
        texts = {RESULTS: json.dumps(found, indent=2) + "\n", JUNIT: junit(found), TABLE: table(found)}
        for name, text in texts.items():
            self._try(partial(_replace, self.directory / name, text))

    def close(self, *, is_over: bool) -> None:
        """Close them; a lab that is over is not continued."""
        for file in filter(None, (self._cast, self._transcript)):
            # What could not be written was told when it was tried.
            with suppress(OSError):
                file.close()
        if is_over:
            self._try(self._record.remove)

    def _open(self, start: Start, entered: list[Entered], mode: str) -> None:
        try:
            self.directory.mkdir(mode=MODE, parents=True, exist_ok=True)
            self._record.begin(start, entered)
            # Line by line, so that a process that is killed leaves what was on the screen.
            self._cast = (self.directory / RECORDING).open(mode, 1, "utf-8", "backslashreplace")
            self._transcript = (self.directory / TRANSCRIPT).open(mode, 1, "utf-8", "backslashreplace")
        except OSError as error:
            raise self._not_kept(error) from error

    def _try(self, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError as error:
            if not self._has_failed:
                print(f"fauxgate: {self._not_kept(error)}", file=sys.stderr)
            self._has_failed = True

    def _not_kept(self, error: OSError) -> ResultsNotKept:
        return ResultsNotKept(self.directory, error.strerror or str(error))


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, "utf-8", "backslashreplace")
    part.replace(path)
