"""The history of the command line, kept in a file from run to run."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from prompt_toolkit.history import History

LONGEST = 1000
# Commands hold passwords: nobody else may read them.
MODE = 0o600


class FileHistory(History):
    """The last lines typed, one in each line of a file that only its owner can read.

    A file that cannot be written costs the history of later runs, not the session.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def load_history_strings(self) -> Iterable[str]:
        """The lines of earlier runs, newest first."""
        try:
            lines = self._path.read_text("utf-8", "replace").split("\n")
        except OSError:
            return
        yield from reversed([line for line in lines[-LONGEST - 1 :] if line])

    def store_string(self, string: str) -> None:
        """Add a line to the file."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # In one piece, so that two sessions may write to the same file.
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, MODE)
            try:
                os.write(file, string.replace("\n", " ").encode("utf-8", "replace") + b"\n")
            finally:
                os.close(file)
