"""All that an appliance keeps, together in one file that can be handed on: `--session FILE`.

The file is a log. Each record puts a piece of text behind a position of one of the files in it, and the next lines are
that text; nothing is ever written over, so a kill at any moment leaves what was there and at most half a record, which
is dropped. When the log has grown long, and at the end, it is written anew with each file in one piece.

    #fauxgate-session version=1
    #file name=fauxgate.conf at=0 length=51 crc32=1f2e3d4c
    config system global
        set hostname "fg"
    end
"""

import contextlib
import os
import re
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

from fauxgate.device.locking import InUse, Lock
from fauxgate.device.state_files import FILE_MODE, StateUnusable, opened, replace, write_at

FIRST_LINE = b"#fauxgate-session version=1\n"
# The number of the process that uses FILE stands in a file beside it, as long as it does.
LOCK = ".lock"
_HEAD = re.compile(rb"#(file|gone) name=([a-z0-9.-]{1,60}) at=([0-9]{1,12}) length=([0-9]{1,12}) crc32=([0-9a-f]{8})\n")

# What may stand in the log besides what is valid, before it is written anew.
LONGEST_REST = 500_000


class SessionFile:
    """`StateFiles` in the file `path`, which is made if it is not there, and locked until `close`.

    Raises StateUnusable, also for a file that is something else. `tell` is given notes for the person, one line each.
    """

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        self.path = path
        self._tell = tell
        self._files: dict[str, bytes] = {}
        self._end = 0
        # The appliance and its authority write to it.
        self._writing = threading.RLock()
        try:
            self._lock = _locked(path.with_name(path.name + LOCK))
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from error
        except InUse as error:
            raise self._unusable(str(error)) from error
        try:
            self._open()
        except BaseException:
            self._unlock()
            raise

    def close(self) -> None:
        """See `StateFiles`. What is no longer valid in the log is dropped."""
        try:
            with self._writing:
                self._write_anew()
        except OSError:
            # What the log has is safe there.
            pass
        finally:
            self._unlock()

    def read(self, name: str) -> bytes | None:
        """See `StateFiles`."""
        return self._files.get(name)

    def replace(self, name: str, content: bytes) -> None:
        """See `StateFiles`."""
        self.append(name, content, 0)

    def append(self, name: str, content: bytes, position: int) -> int:
        """See `StateFiles`."""
        with self._writing:
            self._log(_record("file", name, position, content))
            self._put(name, position, content)
            self._shorten()
        return position + len(content)

    def remove(self, name: str) -> None:
        """See `StateFiles`."""
        with self._writing, contextlib.suppress(OSError):
            if name in self._files:
                self._log(_record("gone", name, 0, b""))
                del self._files[name]
                self._shorten()

    def names(self, prefix: str) -> tuple[str, ...]:
        """See `StateFiles`."""
        return tuple(sorted(name for name in self._files if name.startswith(prefix)))

    def _open(self) -> None:
        try:
            content = self.path.read_bytes()
            # It may have come from somewhere where others could read it.
            self.path.chmod(FILE_MODE)
        except FileNotFoundError:
            content = b""
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from error
        if content and not FIRST_LINE.startswith(content) and not content.startswith(FIRST_LINE):
            raise self._unusable("it is no session that was saved with --session")
        if len(content) < len(FIRST_LINE):
            self._begin()
            return
        self._read(content)
        if self._end < len(content):
            self._drop(content)

    def _begin(self) -> None:
        try:
            replace(self.path, FIRST_LINE)
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from error
        self._end = len(FIRST_LINE)

    def _read(self, content: bytes) -> None:
        """Take in the records up to the first that is not whole."""
        self._end = len(FIRST_LINE)
        while head := _HEAD.match(content, self._end):
            kind, name, position, length, _ = head.groups()
            body = content[head.end() : head.end() + int(length)]
            record = _record(kind.decode(), name.decode(), int(position), body)
            if content[self._end : head.end() + int(length)] != record:
                return
            if kind == b"file":
                self._put(name.decode(), int(position), body)
            else:
                self._files.pop(name.decode(), None)
            self._end += len(record)

    def _put(self, name: str, position: int, content: bytes) -> None:
        self._files[name] = self._files.get(name, b"")[:position] + content

    def _drop(self, content: bytes) -> None:
        """Half a record is left out; where more than that is wrong, the file is kept aside as it was."""
        rest = content[self._end :]
        if not _HEAD.search(rest, 1):
            self._tell(f"the last {len(rest)} bytes of {self.path} are half written, and were dropped")
            return
        copy = self.path.with_name(f"{self.path.name}.damaged")
        try:
            replace(copy, content)
        except OSError as error:
            raise self._unusable(f"{copy.name}: {error.strerror}") from error
        self._tell(f"{self.path} is damaged at byte {self._end}; what follows was left out, and all is kept in {copy}")

    def _log(self, record: bytes) -> None:
        with opened(self.path, os.O_WRONLY) as file:
            write_at(file, record, self._end)
        self._end += len(record)

    def _shorten(self) -> None:
        """Write a log anew that has grown long; it tells the same as it is, so nothing depends on this."""
        if self._end > 2 * sum(map(len, self._files.values())) + LONGEST_REST:
            with contextlib.suppress(OSError):
                self._write_anew()

    def _write_anew(self) -> None:
        records = [_record("file", name, 0, content) for name, content in sorted(self._files.items())]
        whole = FIRST_LINE + b"".join(records)
        if len(whole) < self._end:
            replace(self.path, whole)
            self._end = len(whole)

    def _unlock(self) -> None:
        with contextlib.suppress(OSError):
            self.path.with_name(self.path.name + LOCK).unlink()
        self._lock.release()

    def _unusable(self, reason: str) -> StateUnusable:
        return StateUnusable(f"the session {self.path}", reason)


def _locked(path: Path) -> Lock:
    """The lock in a file that whoever has it deletes at the end: the one taken must still be the one of that name."""
    while True:
        lock = Lock(path)
        if lock.is_of(path):
            return lock
        lock.release()


def _record(kind: str, name: str, position: int, content: bytes) -> bytes:
    head = f"#{kind} name={name} at={position} length={len(content)}"
    checksum = zlib.crc32(content, zlib.crc32(head.encode()))
    return f"{head} crc32={checksum:08x}\n".encode() + content
