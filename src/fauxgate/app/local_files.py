"""The files of this machine, for a person who sits at it."""

from pathlib import Path

from fauxgate.cli.controls import FileRefused


class LocalFiles:
    """Files by their path, in UTF-8; see `cli.controls.Files`."""

    def read(self, name: str) -> str:
        """The text of a file."""
        try:
            return Path(name).read_text("utf-8")
        except (OSError, ValueError) as error:
            raise FileRefused(name, _reason(error)) from error

    def write(self, name: str, text: str) -> None:
        """Make a file, or put another text into it."""
        try:
            # A configuration holds secrets, so nobody else is to read the file.
            Path(name).touch(mode=0o600)
            Path(name).write_text(text, "utf-8", newline="\n")
        except (OSError, ValueError) as error:
            raise FileRefused(name, _reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    """What the system says; a ValueError is about the name or the encoding."""
    if isinstance(error, OSError):
        return error.strerror or "it cannot be reached"
    return "it is not UTF-8 text" if isinstance(error, UnicodeError) else "it is no name of a file"
