"""The register in a SQLite file, which several processes may read and change at the same time.

Write-ahead log, and every commit is on the disk before anything is answered (`synchronous = FULL`): a process that is
killed between any two statements leaves the state before or after its transaction. Private keys are kept as encrypted
PKCS #8. The only module that imports sqlite3.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

from fauxgate.ca import columns
from fauxgate.ca.entries import Entry
from fauxgate.ca.errors import StateDirectoryUnusable
from fauxgate.ca.hierarchy import Member, Role
from fauxgate.ca.issuing import Authoritative
from fauxgate.ca.register import Crl, LogLine, Record
from fauxgate.pki import keys
from fauxgate.pki.certificates import Certificate

Change = tuple[str, tuple[object, ...]]
"""A statement, and the values of its question marks."""

Told = Callable[[Sequence[Change]], None]

VERSION = 1
# Longer than any transaction takes, even where a thousand wait for each other.
_PATIENCE = 60.0
# SQLite's integers are signed ones of 64 bits, and so are the numbers that we give.
_LARGEST_BITS = 63

_SCHEMA = """
CREATE TABLE requests (
    id INTEGER PRIMARY KEY, transaction_id TEXT NOT NULL, subject TEXT NOT NULL,
    digest BLOB NOT NULL, name BLOB NOT NULL, spki BLOB NOT NULL, alternative_names BLOB NOT NULL,
    received TEXT NOT NULL, standing TEXT NOT NULL, entry INTEGER, signer BLOB NOT NULL, renewal_of BLOB,
    state TEXT NOT NULL, polls INTEGER NOT NULL, reason TEXT NOT NULL, fail_info TEXT NOT NULL,
    generation INTEGER NOT NULL, serial_number INTEGER UNIQUE, certificate BLOB, revoked TEXT
);
CREATE INDEX requests_by_transaction ON requests (transaction_id, id);
CREATE TABLE serial_numbers (number INTEGER PRIMARY KEY);
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, created TEXT NOT NULL, challenge TEXT,
    one_time INTEGER NOT NULL, expires TEXT, renewable_days INTEGER, uses INTEGER NOT NULL
);
CREATE TABLE members (
    id INTEGER PRIMARY KEY, generation INTEGER NOT NULL, role TEXT NOT NULL, certificate BLOB NOT NULL,
    private_key TEXT NOT NULL
);
CREATE TABLE crls (
    number INTEGER PRIMARY KEY, generation INTEGER NOT NULL, made TEXT NOT NULL, der BLOB NOT NULL,
    is_outdated INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE log (
    id INTEGER PRIMARY KEY, moment TEXT NOT NULL, what TEXT NOT NULL, request INTEGER, detail TEXT NOT NULL
);
"""
_TABLES = [statement for statement in _SCHEMA.split(";") if statement.strip()]


# What changing rows consists of. Above all it attaches no file.
_ROWS = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_READ})


def _changes_rows(action: int, table: str | None, *_: str | None) -> int:
    is_ours = action in _ROWS and not (table or "").startswith("sqlite_")
    return sqlite3.SQLITE_OK if is_ours or action == sqlite3.SQLITE_SELECT else sqlite3.SQLITE_DENY


class SqliteRegister:
    """A `register.Register` in the file `path`, which is made if it is not there; keys are encrypted with `passphrase`.

    `random` gives the salts of that. `told` is given every statement that changes something, with its values, before it
    counts: what it raises undoes the whole transaction.
    Raises StateDirectoryUnusable when the file is something else, or of another version.
    """

    def __init__(
        self, path: Path, passphrase: bytes, random: Callable[[int], bytes], told: Told = lambda _statements: None
    ) -> None:
        self._path = path
        self._passphrase = passphrase
        self._random = random
        self._lock = threading.RLock()
        self._told = told
        self._changes: list[Change] = []
        self._depth = 0
        try:
            self._database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            self._database.row_factory = sqlite3.Row
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._make_tables()
        except sqlite3.Error as error:
            raise StateDirectoryUnusable(str(path), str(error)) from error

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            self._database.close()

    def carry_out(self, script: str) -> None:
        """Make changes that were told of before; raises StateDirectoryUnusable for what is none.

        The script may come from somebody else, so all that it can do is to change rows.
        """
        with self._lock:
            self._database.set_authorizer(_changes_rows)
            try:
                self._database.executescript(script)
            except (sqlite3.Error, ValueError) as error:
                raise StateDirectoryUnusable(str(self._path), str(error)) from error
            finally:
                self._database.set_authorizer(None)

    def transaction(self) -> AbstractContextManager[None]:
        """See `Register`; what raises inside undoes all of it."""
        return self._transaction()

    def __iter__(self) -> Iterator[Record]:
        return map(columns.record, self._rows("SELECT * FROM requests ORDER BY id"))

    def find(self, request_id: int) -> Record | None:
        """See `Register`."""
        return self._record("SELECT * FROM requests WHERE id = ?", request_id)

    def latest(self, transaction_id: str) -> Record | None:
        """See `Register`."""
        return self._record("SELECT * FROM requests WHERE transaction_id = ? ORDER BY id DESC LIMIT 1", transaction_id)

    def issued(self, serial_number: int) -> Record | None:
        """See `Register`."""
        if serial_number.bit_length() > _LARGEST_BITS:
            return None
        return self._record("SELECT * FROM requests WHERE serial_number = ?", serial_number)

    def next_id(self) -> int:
        """See `Register`."""
        return int(self._rows("SELECT coalesce(max(id), 0) + 1 AS next FROM requests")[0]["next"])

    def keep(self, record: Record) -> Record:
        """See `Register`."""
        self._put("requests", columns.request_columns(record))
        return record

    def use_serial_number(self, wanted: int) -> int:
        """See `Register`."""
        with self.transaction():
            while self._rows("SELECT 1 FROM serial_numbers WHERE number = ?", wanted):
                wanted += 1
            self._rows("INSERT INTO serial_numbers (number) VALUES (?)", wanted)
        return wanted

    def entries(self) -> Sequence[Entry]:
        """See `Register`."""
        return list(map(columns.entry, self._rows("SELECT * FROM entries ORDER BY id")))

    def keep_entry(self, entry: Entry) -> Entry:
        """See `Register`."""
        self._put("entries", columns.entry_columns(entry))
        return entry

    def members(self, generation: int) -> Sequence[Member]:
        """See `Register`; raises StateDirectoryUnusable when the passphrase does not open the keys."""
        rows = self._rows("SELECT * FROM members WHERE generation = ? ORDER BY id", generation)
        return [Member(Role(row["role"]), self._pair(row)) for row in rows]

    def keep_members(self, generation: int, members: Sequence[Member]) -> None:
        """See `Register`."""
        with self.transaction():
            for member in members:
                key = keys.strongly_encrypted_pem(member.pair.key, self._passphrase, self._random)
                self._rows(
                    "INSERT INTO members (generation, role, certificate, private_key) VALUES (?, ?, ?, ?)",
                    generation,
                    member.role.value,
                    member.pair.certificate.public_bytes(Encoding.DER),
                    key,
                )

    def generation(self) -> int:
        """See `Register`."""
        return int(self.setting("generation") or 1)

    def begin_generation(self, generation: int) -> None:
        """See `Register`."""
        self.keep_setting("generation", str(generation))

    def crl(self, generation: int) -> Crl | None:
        """See `Register`."""
        rows = self._rows(
            "SELECT * FROM crls WHERE generation = ? AND NOT is_outdated ORDER BY number DESC LIMIT 1", generation
        )
        return columns.crl(rows[0]) if rows else None

    def keep_crl(self, generation: int, crl: Crl) -> None:
        """See `Register`."""
        self._put("crls", columns.crl_columns(generation, crl))

    def outdate_crls(self) -> None:
        """See `Register`."""
        self._rows("UPDATE crls SET is_outdated = 1 WHERE NOT is_outdated")

    def next_crl_number(self) -> int:
        """See `Register`."""
        return int(self._rows("SELECT coalesce(max(number), 0) + 1 AS next FROM crls")[0]["next"])

    def write_log(self, line: LogLine) -> None:
        """See `Register`."""
        row = columns.log_columns(line)
        self._rows("INSERT INTO log (moment, what, request, detail) VALUES (?, ?, ?, ?)", *row.values())

    def log(self) -> Sequence[LogLine]:
        """See `Register`."""
        return list(map(columns.log_line, self._rows("SELECT * FROM log ORDER BY id")))

    def setting(self, name: str) -> str | None:
        """What was written down under this name."""
        rows = self._rows("SELECT value FROM settings WHERE name = ?", name)
        return str(rows[0]["value"]) if rows else None

    def keep_setting(self, name: str, value: str) -> None:
        """Write something down under a name."""
        self._put("settings", {"name": name, "value": value})

    def _make_tables(self) -> None:
        with self.transaction():
            version = self._database.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, VERSION):
                raise StateDirectoryUnusable(str(self._path), f"its version is {version}, not {VERSION}")
            if version == 0:
                for statement in _TABLES:
                    self._database.execute(statement)
                self._database.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock:
            if self._depth == 0:
                # Immediate: what is read inside must still be so when it is written.
                self._database.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    self._tell()
            except BaseException:
                self._depth -= 1
                self._changes.clear()
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._database.execute("COMMIT")

    def _rows(self, statement: str, *values: object) -> list[Mapping[str, Any]]:
        if statement.startswith("SELECT"):
            with self._lock:
                return self._database.execute(statement, values).fetchall()
        with self.transaction():
            self._changes.append((statement, values))
            return self._database.execute(statement, values).fetchall()

    def _tell(self) -> None:
        if self._changes:
            self._told(tuple(self._changes))
            self._changes.clear()

    def _record(self, statement: str, value: object) -> Record | None:
        rows = self._rows(statement, value)
        return columns.record(rows[0]) if rows else None

    def _put(self, table: str, row: Mapping[str, object]) -> None:
        """Add a row, or change the one that has the value of its first column; tables and columns are named by us."""
        key, *others = row
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        changes = ", ".join(f"{name} = excluded.{name}" for name in others)
        # Not REPLACE, which would remove another certificate's row that has the same serial number.
        statement = f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {changes}"  # noqa: S608  (see above)
        self._rows(statement, *row.values())

    def _pair(self, row: Mapping[str, Any]) -> Authoritative:
        try:
            key = serialization.load_pem_private_key(row["private_key"].encode("ascii"), self._passphrase)
        except ValueError as error:
            raise StateDirectoryUnusable(str(self._path), "the passphrase does not open its keys") from error
        assert isinstance(key, rsa.RSAPrivateKey)
        certificate = x509.load_der_x509_certificate(row["certificate"])
        return Authoritative(key, certificate, Certificate.parse(row["certificate"]).subject)
