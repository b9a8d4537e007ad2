"""What the authority remembers, and the interface to it: in memory (`memory`) or in a file (`register_sqlite`)."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from fauxgate.ca.entries import Entry
from fauxgate.ca.hierarchy import Member
from fauxgate.ca.wanted import Wanted
from fauxgate.scep.attributes import FailInfo


class State(Enum):
    """What became of a request."""

    PENDING = "pending"
    ISSUED = "issued"
    REJECTED = "rejected"
    # Answered with a success that holds nothing, because an EC key can open no envelope.
    UNREADABLE = "unreadable"
    REVOKED = "revoked"


class Standing(Enum):
    """How a request stands with its challenge password; the value is what a rejection says of it.

    It is found out when the request arrives and kept in place of the password.
    """

    VOUCHED = "the challenge password is right"
    ABSENT = "no challenge password"
    WRONG = "wrong challenge password"
    EXPIRED = "the challenge password has expired"
    USED = "the challenge password was used before"
    UNLISTED = "no enrollment request matches"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One request for a certificate; `certificate` in DER, `subject` in the `/C=NL/O=...` form.

    `signer` is the certificate that signed it, and `renewal_of` the same if it may stand in for a password.
    `entry` is the number of the enrollment request that it fits. `polls` counts how often the requester came back to
    ask. `reason` says why a request was rejected, or a certificate revoked, and `fail_info` what the requester is told.
    `generation` is the one of the authority's keys that issued.
    """

    id: int
    transaction_id: str
    subject: str
    wanted: Wanted
    received: datetime
    standing: Standing = Standing.ABSENT
    entry: int | None = None
    signer: bytes = field(default=b"", repr=False)
    renewal_of: bytes | None = field(default=None, repr=False)
    state: State = State.PENDING
    polls: int = 0
    reason: str = ""
    fail_info: FailInfo = FailInfo.BAD_REQUEST
    generation: int = 1
    serial_number: int | None = None
    certificate: bytes | None = field(default=None, repr=False)
    revoked: datetime | None = None


@dataclass(frozen=True, slots=True)
class Crl:
    """A revocation list in DER, its number, and when it was made."""

    number: int
    made: datetime
    der: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class LogLine:
    """Something that happened; `request` is the number of the request that it happened to."""

    moment: datetime
    what: str
    request: int | None = None
    detail: str = ""


class Register(Protocol):
    """Everything that must outlive a question. Changes, and what is read for them, are made inside `transaction`."""

    def transaction(self) -> AbstractContextManager[None]:
        """All that is changed inside comes to be at once, or not at all; nobody else changes anything meanwhile."""

    def __iter__(self) -> Iterator[Record]:
        """The records in the order in which the requests came; ids begin at 1."""

    def find(self, request_id: int) -> Record | None:
        """The record with this id."""

    def latest(self, transaction_id: str) -> Record | None:
        """The newest record of a transaction; older ones are history."""

    def issued(self, serial_number: int) -> Record | None:
        """The record of the certificate with this serial number, revoked or not."""

    def next_id(self) -> int:
        """The id for the next new record."""

    def keep(self, record: Record) -> Record:
        """Add the record, or let it take the place of the one with its id; returns it."""

    def use_serial_number(self, wanted: int) -> int:
        """Use up `wanted`, or the next number after it that was never used."""

    def entries(self) -> Sequence[Entry]:
        """The enrollment requests that were made beforehand, oldest first; numbers begin at 1."""

    def keep_entry(self, entry: Entry) -> Entry:
        """Add an enrollment request, or let it take the place of the one with its number."""

    def members(self, generation: int) -> Sequence[Member]:
        """The authority's own certificates and keys of a generation; none before they are made."""

    def keep_members(self, generation: int, members: Sequence[Member]) -> None:
        """Add a generation."""

    def generation(self) -> int:
        """The generation that issues; the first is 1."""

    def begin_generation(self, generation: int) -> None:
        """Let another generation issue from now on."""

    def crl(self, generation: int) -> Crl | None:
        """The last revocation list of a generation, while it is up to date."""

    def keep_crl(self, generation: int, crl: Crl) -> None:
        """Add a revocation list."""

    def outdate_crls(self) -> None:
        """From now on the lists that were made lack something."""

    def next_crl_number(self) -> int:
        """A number higher than that of each list before."""

    def write_log(self, line: LogLine) -> None:
        """Add to the log."""

    def log(self) -> Sequence[LogLine]:
        """The log, oldest first."""

    def close(self) -> None:
        """Give back what it is kept in; nothing is asked of it afterwards."""
