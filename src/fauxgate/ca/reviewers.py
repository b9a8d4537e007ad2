"""The ways in which an authority decides on a request."""

import hmac
from dataclasses import dataclass
from typing import Protocol

from fauxgate.ca.register import Record


@dataclass(frozen=True, slots=True)
class Issue:
    """The requester gets a certificate."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Not decided yet; the question comes again with the next poll."""


@dataclass(frozen=True, slots=True)
class Reject:
    """The requester gets none; `reason` is for the people who run the authority."""

    reason: str


Verdict = Issue | Wait | Reject


class Reviewer(Protocol):
    """Decides on a pending record: when its request comes, and again at each poll."""

    def review(self, record: Record) -> Verdict:
        """What is to become of the record."""
        ...


@dataclass(frozen=True, slots=True)
class Automatic:
    """Decides at once, by the challenge password; a renewal may come without one, but never with a wrong one."""

    challenge: str

    def review(self, record: Record) -> Verdict:
        """Issue when the password is right."""
        if record.challenge is None and record.renewal_of is not None:
            # scep-interop.md 4.1 item 10: the old certificate vouches for its owner.
            return Issue()
        if record.challenge is None:
            return Reject("no challenge password")
        # Compared in constant time: how long a refusal takes must not tell how much of a guess was right.
        if not hmac.compare_digest(_bytes(record.challenge), _bytes(self.challenge)):
            return Reject("wrong challenge password")
        return Issue()


@dataclass(frozen=True, slots=True)
class Manual:
    """Leaves every request to a person.

    Inferred: the password is not looked at, as FortiAuthenticator keeps requests that match
    no entry of its own until somebody approves them (fortios-certificates.md 5.4).
    """

    def review(self, record: Record) -> Verdict:  # noqa: ARG002  (nothing in a record makes a difference)
        """Wait, always."""
        return Wait()


@dataclass(frozen=True, slots=True)
class AfterPolls:
    """Leaves a requester pending until it has polled `polls` times, then lets `then` decide.

    With one poll the request is answered PENDING and the poll with the decision, as in the published trace.
    """

    polls: int
    then: Reviewer

    def review(self, record: Record) -> Verdict:
        """Wait while it has polled less often."""
        if record.polls < self.polls:
            return Wait()
        return self.then.review(record)


def _bytes(text: str) -> bytes:
    # A password from the command line may hold bytes that are no text.
    return text.encode("utf-8", "surrogateescape")
