"""What the control words reach outside the appliance; `app` fills it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from fauxgate.errors import UserError

if TYPE_CHECKING:
    from fauxgate.pki.keys import PrivateKey


@dataclass(frozen=True, slots=True)
class AuthorityRequest:
    """One request in the built-in authority's register."""

    number: int
    state: str
    polls: int
    subject: str
    serial_number: str
    reason: str


@dataclass(frozen=True, slots=True)
class IssuedFiles:
    """What an authority hands out for a request that it was handed: two files in PEM.

    `certificate` is empty where nothing was issued; the request's reason says why. `authorities` has the issuing CA
    first, then what is above it.
    """

    request: AuthorityRequest
    certificate: str
    authorities: str


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

    def issue(self, name: str, content: bytes) -> IssuedFiles:
        """Issue for the request in a file, PEM or DER, without a password: who brings it is known.

        Raises a UserError when there is no readable request in it.
        """

    def fault(self, name: str, number: int | None) -> str:
        """Misbehave in the transaction of a request, or in all of them; a sentence without its end says what happens.

        Raises a UserError for a name or a number that is not there.
        """

    def keys(self) -> Sequence["PrivateKey"]:
        """Its private keys that open envelopes; none while it has not begun."""

    def faults(self) -> Sequence[tuple[str, str]]:
        """The names of all faults, and what each one is."""


class LabControls(Protocol):
    """The lab that is being taken, as its own words reach it. Each gives lines, and may raise a UserError."""

    def where(self) -> Iterator[str]:
        """Where the person is: the lab, the step and its task, the score."""

    def hint(self) -> Iterator[str]:
        """The next hint of the step."""

    def check(self) -> Iterator[str]:
        """Every check of the step, with what was found."""

    def goal(self) -> Iterator[str]:
        """What leads from what is saved to what is to be saved at the end of the step."""

    def solution(self) -> Iterator[str]:
        """What would solve the step."""

    def reset(self, step: str) -> Iterator[str]:
        """Back to the beginning of a step, or without one of the lab."""

    def quit(self) -> Iterator[str]:
        """Leave, to come back later."""


class FileRefused(UserError):
    """A file that cannot be read or written, and why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__()
        self.name = name
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (f"{self.name}: {self.reason}.",)


class Files(Protocol):
    """Files of this machine, for a person who sits at it. Both methods raise FileRefused."""

    def read(self, name: str) -> str:
        """The text of a file."""

    def write(self, name: str, text: str) -> None:
        """Make a file, or put another text into it."""


class NoFiles:
    """For a session that is to reach no file of this machine."""

    def read(self, name: str) -> str:
        """Raises FileRefused."""
        raise FileRefused(name, "this session has no files")

    def write(self, name: str, text: str) -> None:  # noqa: ARG002 - there is nowhere to put it
        """Raises FileRefused."""
        raise FileRefused(name, "this session has no files")
