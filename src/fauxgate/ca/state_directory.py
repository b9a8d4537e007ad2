"""The directory that an authority lives in: its register, and the passphrase that opens the keys in it.

The passphrase stands in a file that only its owner can read, unless another file is named, which may be somewhere
else: on a medium that is there only while the authority runs, for example.
"""

import base64
import os
from collections.abc import Callable
from pathlib import Path

from fauxgate.ca.errors import StateDirectoryUnusable
from fauxgate.ca.register_sqlite import SqliteRegister

REGISTER, PASSPHRASE = "register.sqlite", "passphrase"
_PASSPHRASE_SIZE = 32


def create(directory: Path, passphrase_file: Path | None, random: Callable[[int], bytes]) -> SqliteRegister:
    """Open the register in a directory, both of which are made if they are not there; raises StateDirectoryUnusable."""
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        if passphrase_file is None and not (directory / PASSPHRASE).exists():
            _write_secret(directory / PASSPHRASE, base64.b64encode(random(_PASSPHRASE_SIZE)) + b"\n")
    except OSError as error:
        raise StateDirectoryUnusable(str(directory), error.strerror or str(error)) from error
    return _opened(directory, passphrase_file, random)


def find(directory: Path, passphrase_file: Path | None, random: Callable[[int], bytes]) -> SqliteRegister:
    """Open the register in a directory; raises StateDirectoryUnusable, where there is none too."""
    if not (directory / REGISTER).exists():
        raise StateDirectoryUnusable(str(directory), "no authority was ever served from here")
    return _opened(directory, passphrase_file, random)


def _opened(directory: Path, passphrase_file: Path | None, random: Callable[[int], bytes]) -> SqliteRegister:
    path = passphrase_file or directory / PASSPHRASE
    try:
        passphrase = path.read_bytes().strip()
        # Made before SQLite would make it, which leaves the mode to the umask; it gives its other files the same.
        (directory / REGISTER).touch(mode=0o600)
    except OSError as error:
        raise StateDirectoryUnusable(str(path), error.strerror or str(error)) from error
    if not passphrase:
        raise StateDirectoryUnusable(str(path), "there is no passphrase in it")
    return SqliteRegister(directory / REGISTER, passphrase, random)


def _write_secret(path: Path, content: bytes) -> None:
    """A file that nobody else can read and that is whole when it is there, even if we are killed on the way."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    # Another process may have been faster: then the link is there already, and its passphrase counts.
    try:
        os.link(unfinished, path)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()
