"""The register of the built-in authority in a session file: as the SQL statements that made it what it is.

While the program runs it is in memory. Each transaction is in the file before anything is answered; where that fails,
it is tried again with the next command, which says so.
"""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path

from fauxgate.ca.register_sqlite import Change, SqliteRegister
from fauxgate.device import records
from fauxgate.device.state_files import StateFiles

STATEMENTS, PASSPHRASE = "authority.sql", "authority.passphrase"
_PASSPHRASE_SIZE = 32


class KeptAuthority:
    """Keeps the register of an authority in `files`."""

    def __init__(self, files: StateFiles) -> None:
        self._files = files
        self._end = len(files.read(STATEMENTS) or b"")
        self._news: list[str] = []

    def register(self, random: Callable[[int], bytes]) -> SqliteRegister:
        """The register as it was left; raises StateDirectoryUnusable, and OSError for a disk that is full."""
        if self._files.read(PASSPHRASE) is None:
            self._files.replace(PASSPHRASE, base64.b64encode(random(_PASSPHRASE_SIZE)) + b"\n")
        passphrase = (self._files.read(PASSPHRASE) or b"").strip()
        kept = records.decoded(self._files.read(STATEMENTS) or b"")
        register = SqliteRegister(Path(":memory:"), passphrase, random, self._told)
        register.carry_out(kept)
        return register

    def read(self) -> None:
        """Nothing: it is read when the authority is first needed."""

    def save(self) -> None:
        """Write down what could not be written before. Raises OSError."""
        if self._news:
            self._end = self._files.append(STATEMENTS, records.encoded("".join(self._news)), self._end)
            self._news.clear()

    def _told(self, changes: Sequence[Change]) -> None:
        self._news += [f"{_statement(*change)};\n" for change in changes]
        try:
            self.save()
        except OSError:
            # The appliance tells of it: its own changes cannot be saved either.
            return


def _statement(statement: str, values: tuple[object, ...]) -> str:
    """With its values in the place of the question marks, of which none stands in a text of ours."""
    pieces = statement.split("?")
    literals = [*map(_literal, values), ""]
    return "".join(f"{piece}{literal}" for piece, literal in zip(pieces, literals, strict=True))


def _literal(value: object) -> str:
    match value:
        case None:
            return "NULL"
        case bool() | int():
            return str(int(value))
        case bytes():
            return f"x'{value.hex()}'"
    text = str(value)
    if "\0" in text:
        # In a script it would be the end.
        return f"CAST(x'{records.encoded(text).hex()}' AS TEXT)"
    return "'" + text.replace("'", "''") + "'"
