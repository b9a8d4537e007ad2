"""The files that arguments name, their text, and the firmware that it is of."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.device.file_header import file_header
from fauxgate.replay.source import Source, sealed, source
from fauxgate.schema.releases import DEFAULT, nearest

if TYPE_CHECKING:
    from fauxgate.schema.types import Release

STANDARD_INPUT = "-"


class Unreadable(Exception):
    """A file that cannot be read, and why."""


def files(names: Sequence[str]) -> Iterator[str]:
    """The files that are named, and all that lie in or below the directories that are; hidden ones only by name."""
    for name in names:
        path = Path(name)
        if name == STANDARD_INPUT or not path.is_dir():
            yield name
            continue
        inside = (it for it in sorted(path.rglob("*")) if it.is_file())
        yield from (str(it) for it in inside if not any(part.startswith(".") for part in it.relative_to(path).parts))


def read(name: str) -> Source:
    """The text of a file, or of standard input. Raises Unreadable."""
    try:
        content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot read {name}: {error.strerror or error}") from error
    except ValueError as error:
        raise Unreadable(f"cannot read {name}: it is no name of a file") from error
    if reason := sealed(content):
        raise Unreadable(f"cannot read {name}: {reason}")
    return source(content)


def firmware(text: str, wanted: "Release | None") -> "Release":
    """What is wanted; otherwise what the header of a text names, or the nearest that is known."""
    named = file_header(text).release
    return wanted or (DEFAULT if named is None else nearest(named))
