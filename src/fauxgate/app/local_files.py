"""The files of this machine, for a person who sits at it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from fauxgate.cli.controls import FileRefused
from fauxgate.replay.source import source


class LocalFiles:
    """Files by their path, in UTF-8, and what is no UTF-8 as it is; see `cli.controls.Files`."""

    def read(self, name: str) -> str:
        """The text of a file."""
        try:
            return source(Path(name).read_bytes()).text
        except (OSError, ValueError) as error:
            raise FileRefused(name, _reason(error)) from error

    def write(self, name: str, text: str) -> None:
        """Make a file, or put another text into it."""
        self.write_pieces(name, (text,))

    def write_pieces(self, name: str, pieces: Sequence[str]) -> None:
        """The same with a text that is in pieces."""
        try:
            # A configuration holds secrets, so nobody else is to read the file.
            Path(name).touch(mode=0o600)
            encoded = _encoded(pieces)
            with Path(name).open("wb") as file:
                file.writelines(encoded)
        except (OSError, ValueError) as error:
            raise FileRefused(name, _reason(error)) from error


def _encoded(pieces: Sequence[str]) -> Iterable[bytes]:
    """The bytes of a text. All at once if a character may be wrong, because the file is left alone then."""
    if all(piece.isascii() for piece in pieces):
        return (piece.encode() for piece in pieces)
    return [piece.encode("utf-8", "surrogateescape") for piece in pieces]


def _reason(error: OSError | ValueError) -> str:
    """What the system says; a ValueError is about the name or the encoding."""
    if isinstance(error, OSError):
        return error.strerror or "it cannot be reached"
    return "it is not UTF-8 text" if isinstance(error, UnicodeError) else "it is no name of a file"
