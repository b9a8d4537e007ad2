"""Files that outlive the process: written so that a kill at any moment leaves the old content or the new one.

Nobody else may read them, because configurations hold secrets. One process at a time has a directory.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from fauxgate.errors import UserError

LOCK = "lock"
FILE_MODE, DIRECTORY_MODE = 0o600, 0o700


class StateUnusable(UserError):
    """A state directory that cannot be used, and why."""

    def __init__(self, directory: str, reason: str) -> None:
        super().__init__()
        self.directory = directory
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (f"the state directory {self.directory} cannot be used: {self.reason}",)


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


class StateDirectory:
    """A directory of such files; made if it is not there, and locked until `close`. Raises StateUnusable."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(mode=DIRECTORY_MODE, parents=True, exist_ok=True)
            self._lock = os.open(path / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
        except OSError as error:
            raise StateUnusable(str(path), error.strerror or str(error)) from error
        try:
            self._take_lock()
        except BaseException:
            os.close(self._lock)
            raise

    def close(self) -> None:
        """Let another process have it."""
        os.close(self._lock)

    def read(self, name: str) -> bytes | None:
        """The content of a file; None if there is none. Raises StateUnusable."""
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StateUnusable(str(self.path), f"{name}: {error.strerror}") from error

    def replace(self, name: str, content: bytes) -> None:
        """Put another content into a file, or make it; on the disk when this returns.

        Raises OSError: then the file is as before.
        """
        part = self.path / f"{name}.part"
        try:
            with _opened(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                _write(file, content)
                os.fsync(file)
            part.replace(self.path / name)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
        self._sync()

    def append(self, name: str, content: bytes, position: int) -> int:
        """Write behind `position`, up to which the file is known to be good; gives the new end.

        It is on the disk when this returns. Raises OSError: then what is good is as before, and what stands behind it
        is to be written over.
        """
        is_new = not (self.path / name).exists()
        with _opened(self.path / name, os.O_WRONLY | os.O_CREAT) as file:
            os.ftruncate(file, position)
            os.lseek(file, position, os.SEEK_SET)
            _write(file, content)
            os.fsync(file)
        if is_new:
            self._sync()
        return position + len(content)

    def remove(self, name: str) -> None:
        """Delete a file, if it is there and can be: nothing depends on it."""
        with contextlib.suppress(OSError):
            (self.path / name).unlink()

    def names(self, prefix: str) -> tuple[str, ...]:
        """The files whose names begin so."""
        return tuple(sorted(path.name for path in self.path.glob(f"{prefix}*")))

    def _take_lock(self) -> None:
        """Wait for nobody: whoever has the lock keeps it. Its file has the number of the process that has it."""
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(self._lock, 20, 0).decode("ascii", "replace").strip() or "unknown"
            raise StateUnusable(str(self.path), f"process {holder} is using it") from error
        try:
            os.ftruncate(self._lock, 0)
            os.pwrite(self._lock, f"{os.getpid()}\n".encode(), 0)
        except OSError as error:
            raise StateUnusable(str(self.path), error.strerror or str(error)) from error

    def _sync(self) -> None:
        """Have the names of the files on the disk as well."""
        directory = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


@contextlib.contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags | os.O_CLOEXEC, FILE_MODE)
    try:
        yield file
    finally:
        os.close(file)


def _write(file: int, content: bytes) -> None:
    """All of it, in as many pieces as the system takes."""
    view = memoryview(content)
    while view:
        view = view[os.write(file, view) :]
