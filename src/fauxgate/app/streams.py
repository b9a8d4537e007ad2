"""Standard output for texts that may hold any byte or character."""

import io
import sys


def let_any_byte_out() -> None:
    """What was read from a file goes out as it came in, in UTF-8: bytes that are no text, and line ends."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")


def let_any_character_out() -> None:
    """What is told to people may have characters that the terminal has not; they are written as numbers."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
