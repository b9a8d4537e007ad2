"""A lock file: one process at a time has it, and its number stands in the file as long as it does."""

import contextlib
import fcntl
import os
from pathlib import Path

MODE = 0o600


class InUse(Exception):
    """Another process has the lock; it is named."""


class Lock:
    """The lock in a file, which is made if it is not there. Waits for nobody: raises InUse, and OSError.

    A process that ends, however it ends, has it no more.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, MODE)
        try:
            self._take()
        except BaseException:
            os.close(self._file)
            raise

    def release(self) -> None:
        """Let another process have it."""
        with contextlib.suppress(OSError):
            os.ftruncate(self._file, 0)
        os.close(self._file)

    def is_of(self, path: Path) -> bool:
        """Whether the file that it was taken in is still the one of that name."""
        try:
            return os.path.samestat(os.fstat(self._file), path.stat())
        except FileNotFoundError:
            return False

    def _take(self) -> None:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(self._file, 20, 0).decode("ascii", "replace").strip() or "unknown"
            raise InUse(f"process {holder} is using it") from error
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)
