"""The register of an authority that lives no longer than its process."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from fauxgate.ca.entries import Entry
from fauxgate.ca.hierarchy import Member
from fauxgate.ca.register import Crl, LogLine, Record


class MemoryRegister:
    """A `register.Register` in memory."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._records: dict[int, Record] = {}
        self._latest: dict[str, int] = {}
        self._serial_numbers: dict[int, int] = {}
        self._entries: dict[int, Entry] = {}
        self._members: dict[int, tuple[Member, ...]] = {}
        self._generation = 1
        self._crls: dict[int, Crl] = {}
        self._crl_number = 0
        self._log: list[LogLine] = []

    def transaction(self) -> AbstractContextManager[None]:
        """One thread at a time. Nothing is undone: what raises inside is our mistake, or raises before it changes."""
        return self._held()

    def close(self) -> None:
        """See `Register`; there is nothing to give back."""

    def __iter__(self) -> Iterator[Record]:
        with self._lock:
            return iter(list(self._records.values()))

    def find(self, request_id: int) -> Record | None:
        """See `Register`."""
        return self._records.get(request_id)

    def latest(self, transaction_id: str) -> Record | None:
        """See `Register`."""
        return self._records.get(self._latest.get(transaction_id, 0))

    def issued(self, serial_number: int) -> Record | None:
        """See `Register`."""
        return self._records.get(self._serial_numbers.get(serial_number, 0))

    def next_id(self) -> int:
        """See `Register`."""
        return len(self._records) + 1

    def keep(self, record: Record) -> Record:
        """See `Register`."""
        if record.id not in self._records:
            self._latest[record.transaction_id] = record.id
        if record.serial_number is not None:
            self._serial_numbers[record.serial_number] = record.id
        self._records[record.id] = record
        return record

    def use_serial_number(self, wanted: int) -> int:
        """See `Register`."""
        while wanted in self._serial_numbers:
            wanted += 1
        # Which record it is for is not known yet, or it is for none, but for the authority itself.
        self._serial_numbers[wanted] = 0
        return wanted

    def entries(self) -> Sequence[Entry]:
        """See `Register`."""
        return tuple(self._entries.values())

    def keep_entry(self, entry: Entry) -> Entry:
        """See `Register`."""
        self._entries[entry.id] = entry
        return entry

    def members(self, generation: int) -> Sequence[Member]:
        """See `Register`."""
        return self._members.get(generation, ())

    def keep_members(self, generation: int, members: Sequence[Member]) -> None:
        """See `Register`."""
        self._members[generation] = tuple(members)

    def generation(self) -> int:
        """See `Register`."""
        return self._generation

    def begin_generation(self, generation: int) -> None:
        """See `Register`."""
        self._generation = generation

    def crl(self, generation: int) -> Crl | None:
        """See `Register`."""
        return self._crls.get(generation)

    def keep_crl(self, generation: int, crl: Crl) -> None:
        """See `Register`."""
        self._crls[generation] = crl

    def outdate_crls(self) -> None:
        """See `Register`."""
        self._crls.clear()

    def next_crl_number(self) -> int:
        """See `Register`."""
        self._crl_number += 1
        return self._crl_number

    def write_log(self, line: LogLine) -> None:
        """See `Register`."""
        self._log.append(line)

    def log(self) -> Sequence[LogLine]:
        """See `Register`."""
        return tuple(self._log)

    @contextmanager
    def _held(self) -> Iterator[None]:
        with self._lock:
            yield
