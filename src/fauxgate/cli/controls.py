"""What the control words reach outside the appliance; `app` fills it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AuthorityRequest:
    """One request in the built-in authority's register."""

    number: int
    state: str
    polls: int
    subject: str
    serial_number: str
    reason: str


class Controls(Protocol):
    """The built-in authority, as a person at the local shell steers it.

    `approve` and `reject` raise a UserError for a number that is not there or is decided already.
    """

    def requests(self) -> Sequence[AuthorityRequest]:
        """Every request so far, oldest first."""

    def approve(self, number: int) -> AuthorityRequest:
        """Issue the certificate of a pending request; the answer says what came of it."""

    def reject(self, number: int, reason: str) -> AuthorityRequest:
        """Refuse a pending request; `reason` is kept in the register."""
