"""Files that outlive the process: written so that a kill at any moment leaves the old content or the new one.

Nobody else may read them, because configurations hold secrets. One process at a time has a directory.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from fauxgate.device.locking import InUse, Lock
from fauxgate.errors import UserError

LOCK = "lock"
FILE_MODE, DIRECTORY_MODE = 0o600, 0o700


class StateUnusable(UserError):
    """A state directory or a session file (`place` says which) that cannot be used, and why."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__()
        self.place = place
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (f"{self.place} cannot be used: {self.reason}",)


class StateNotSaved(UserError):
    """What was just done is in force and is not on the disk, and why."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (
            f"The change is in force but could not be saved: {self.reason}. It is tried again with the next command.",
        )


class StateFiles(Protocol):
    """Files with names, in a directory of their own or together in one file, until `close`."""

    def close(self) -> None:
        """Let another process have them."""

    def read(self, name: str) -> bytes | None:
        """The content of a file; None if there is none. Raises StateUnusable."""

    def replace(self, name: str, content: bytes) -> None:
        """Put another content into a file, or make it; on the disk when this returns.

        Raises OSError: then the file is as before.
        """

    def append(self, name: str, content: bytes, position: int) -> int:
        """Write behind `position`, up to which the file is known to be good; gives the new end.

        It is on the disk when this returns. Raises OSError: then what is good is as before, and what stands behind it
        is to be written over.
        """

    def remove(self, name: str) -> None:
        """Delete a file, if it is there and can be: nothing depends on it."""

    def names(self, prefix: str) -> tuple[str, ...]:
        """The files whose names begin so."""


class StateDirectory:
    """A directory of such files; made if it is not there, and locked until `close`. Raises StateUnusable."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(mode=DIRECTORY_MODE, parents=True, exist_ok=True)
            self._lock = Lock(path / LOCK)
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from error
        except InUse as error:
            raise self._unusable(str(error)) from error

    def close(self) -> None:
        """See `StateFiles`. The number of the process goes too: the same run leaves the same files."""
        self._lock.release()

    def read(self, name: str) -> bytes | None:
        """See `StateFiles`."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(f"{name}: {error.strerror}") from error

    def replace(self, name: str, content: bytes) -> None:
        """See `StateFiles`."""
        replace(self.path / name, content)

    def append(self, name: str, content: bytes, position: int) -> int:
        """See `StateFiles`."""
        is_new = not (self.path / name).exists()
        with opened(self.path / name, os.O_WRONLY | os.O_CREAT) as file:
            write_at(file, content, position)
        if is_new:
            sync(self.path)
        return position + len(content)

    def remove(self, name: str) -> None:
        """See `StateFiles`."""
        with contextlib.suppress(OSError):
            (self.path / name).unlink()

    def names(self, prefix: str) -> tuple[str, ...]:
        """See `StateFiles`."""
        return tuple(sorted(path.name for path in self.path.glob(f"{prefix}*")))

    def _unusable(self, reason: str) -> StateUnusable:
        return StateUnusable(f"the state directory {self.path}", reason)


def replace(path: Path, content: bytes) -> None:
    """Put another content into a file, or make it; on the disk when this returns.

    Raises OSError: then the file is as before.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with opened(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
            _write(file, content)
            os.fsync(file)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    sync(path.parent)


def sync(directory: Path) -> None:
    """Have the names of the files in a directory on the disk as well."""
    file = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


@contextlib.contextmanager
def opened(path: Path, flags: int) -> Iterator[int]:
    """A file, closed at the end; one that is made is for its owner only."""
    file = os.open(path, flags | os.O_CLOEXEC, FILE_MODE)
    try:
        yield file
    finally:
        os.close(file)


def write_at(file: int, content: bytes, position: int) -> None:
    """Write behind `position` what is to be all that stands there, on the disk when this returns."""
    os.ftruncate(file, position)
    os.lseek(file, position, os.SEEK_SET)
    _write(file, content)
    os.fsync(file)


def _write(file: int, content: bytes) -> None:
    """All of it, in as many pieces as the system takes."""
    view = memoryview(content)
    while view:
        view = view[os.write(file, view) :]
