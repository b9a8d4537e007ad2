"""What the authority remembers: every request, what became of it, and the serial numbers that are used up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class State(Enum):
    """What became of a request."""

    PENDING = "pending"
    ISSUED = "issued"
    REJECTED = "rejected"
    # Answered with a success that holds nothing, because an EC key can open no envelope.
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One request for a certificate; `request` and `certificate` in DER, `subject` in the `/C=NL/O=...` form.

    `signer` is the certificate that signed it, and `renewal_of` the same if that is one of the authority's own.
    `polls` counts how often the requester came back to ask. `reason` says why a request was rejected.
    """

    id: int
    transaction_id: str
    subject: str
    request: bytes = field(repr=False)
    challenge: str | None = field(repr=False)
    received: datetime
    signer: bytes = field(default=b"", repr=False)
    renewal_of: bytes | None = field(default=None, repr=False)
    state: State = State.PENDING
    polls: int = 0
    reason: str = ""
    serial_number: int | None = None
    certificate: bytes | None = field(default=None, repr=False)


class Register:
    """The records in memory, in the order in which the requests came; ids begin at 1."""

    def __init__(self) -> None:
        self._records: dict[int, Record] = {}
        self._latest: dict[str, int] = {}
        self._serial_numbers: set[int] = set()

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def find(self, request_id: int) -> Record | None:
        """The record with this id."""
        return self._records.get(request_id)

    def latest(self, transaction_id: str) -> Record | None:
        """The newest record of a transaction; older ones are history."""
        return self._records.get(self._latest.get(transaction_id, 0))

    def next_id(self) -> int:
        """The id for the next new record."""
        return len(self._records) + 1

    def keep(self, record: Record) -> Record:
        """Add the record, or let it take the place of the one with its id; returns it."""
        if record.id not in self._records:
            self._latest[record.transaction_id] = record.id
        self._records[record.id] = record
        return record

    def use_serial_number(self, wanted: int) -> int:
        """Use up `wanted`, or the next number after it that was never used."""
        while wanted in self._serial_numbers:
            wanted += 1
        self._serial_numbers.add(wanted)
        return wanted
