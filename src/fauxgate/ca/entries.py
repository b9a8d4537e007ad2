"""Enrollment requests: who may enroll, written down beforehand, as FortiAuthenticator has it.

fortios-certificates.md 5.4: a regular one is for one subject, a wildcard one for every subject with the DN fields that
it names. Each has a challenge password of its own, or the authority's default one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from fauxgate.pki import names


class Kind(Enum):
    """FortiAuthenticator's automatic request types."""

    REGULAR = "regular"
    WILDCARD = "wildcard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One enrollment request; `challenge` is hashed, and None where the default password counts.

    A `one_time` one is good for one certificate, and `uses` counts them. After `expires` it is good for none.
    `renewable_days`: how long before its end a certificate may be renewed; None: as the authority's rules say.
    """

    id: int
    kind: Kind
    subject: str
    created: datetime
    challenge: str | None = field(default=None, repr=False)
    one_time: bool = False
    expires: datetime | None = None
    renewable_days: int | None = None
    uses: int = 0

    @property
    def is_used_up(self) -> bool:
        """Whether it has served its time."""
        return self.one_time and self.uses > 0

    def is_expired(self, now: datetime) -> bool:
        """Whether its time is over."""
        return self.expires is not None and now >= self.expires

    def fits(self, subject: bytes) -> bool:
        """Whether a subject, in DER, is one that this is for."""
        ours = names.parse(self.subject)
        return names.are_equal(ours, subject) if self.kind is Kind.REGULAR else names.has_parts(subject, ours)


def fitting(entries: Sequence[Entry], subject: bytes) -> Iterator[Entry]:
    """The entries for a subject, the regular ones first, because they say more."""
    found = [entry for entry in entries if entry.fits(subject)]
    yield from (entry for entry in found if entry.kind is Kind.REGULAR)
    yield from (entry for entry in found if entry.kind is Kind.WILDCARD)
