"""The ways in which an authority decides on a request."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from fauxgate.ca import entries
from fauxgate.ca.challenges import Checker, encoded
from fauxgate.ca.entries import Entry
from fauxgate.ca.register import Record, Register, Standing
from fauxgate.scep.attributes import FailInfo


@dataclass(frozen=True, slots=True)
class Issue:
    """The requester gets a certificate."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Not decided yet; the question comes again with the next poll."""


@dataclass(frozen=True, slots=True)
class Reject:
    """The requester gets none; `reason` is for the people who run the authority, `fail_info` for the requester."""

    reason: str
    fail_info: FailInfo = FailInfo.BAD_REQUEST


Verdict = Issue | Wait | Reject


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new request, while its challenge password is still known; `subject` in DER."""

    subject: bytes
    challenge: str | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Appraisal:
    """How a request stands, and the number of the enrollment request that it fits."""

    standing: Standing
    entry: int | None = None


class Reviewer(Protocol):
    """Looks at the password when a request arrives, and decides on its record then and again at each poll."""

    def appraise(self, arrival: Arrival) -> Appraisal:
        """How the request stands."""

    def review(self, record: Record) -> Verdict:
        """What is to become of the record."""


def _by_standing(record: Record) -> Verdict:
    """By the password; a renewal may come without one, but never with a wrong one (scep-interop.md 4.1 item 10)."""
    is_renewal = record.standing is Standing.ABSENT and record.renewal_of is not None
    return Issue() if record.standing is Standing.VOUCHED or is_renewal else Reject(record.standing.value)


@dataclass(frozen=True, slots=True)
class Automatic:
    """Decides at once, by one challenge password for all."""

    challenge: str

    def appraise(self, arrival: Arrival) -> Appraisal:
        """Compare the passwords, in constant time: a refusal must not tell how much of a guess was right."""
        if arrival.challenge is None:
            return Appraisal(Standing.ABSENT)
        is_right = hmac.compare_digest(encoded(arrival.challenge), encoded(self.challenge))
        return Appraisal(Standing.VOUCHED if is_right else Standing.WRONG)

    def review(self, record: Record) -> Verdict:
        """Issue when the password is right."""
        return _by_standing(record)


@dataclass(frozen=True, slots=True)
class Manual:
    """Leaves every request to a person.

    Inferred: the password is not looked at, as FortiAuthenticator keeps requests that match
    no entry of its own until somebody approves them (fortios-certificates.md 5.4).
    """

    def appraise(self, arrival: Arrival) -> Appraisal:  # noqa: ARG002  (nothing in a request makes a difference)
        """Nothing is known of it."""
        return Appraisal(Standing.UNLISTED)

    def review(self, record: Record) -> Verdict:  # noqa: ARG002  (nor in its record)
        """Wait, always."""
        return Wait()


@dataclass(frozen=True, slots=True)
class AfterPolls:
    """Leaves a requester pending until it has polled `polls` times, then lets `then` decide.

    With one poll the request is answered PENDING and the poll with the decision, as in the published trace.
    """

    polls: int
    then: Reviewer

    def appraise(self, arrival: Arrival) -> Appraisal:
        """As the other does."""
        return self.then.appraise(arrival)

    def review(self, record: Record) -> Verdict:
        """Wait while it has polled less often."""
        if record.polls < self.polls:
            return Wait()
        return self.then.review(record)


@dataclass(frozen=True, slots=True)
class Listed:
    """Decides by the enrollment requests in the register, and leaves to `unlisted` whatever fits none.

    fortios-certificates.md 5.4: FortiAuthenticator's methods are Automatic, where that is a rejection, and Manual and
    Automatic, where it waits for a person. `default` is the hash of the default password, if there is one.
    With `open_to_all` the default password is enough without an enrollment request.
    """

    register: Register
    checker: Checker
    default: str | None
    unlisted: Verdict
    open_to_all: bool = False

    def appraise(self, arrival: Arrival) -> Appraisal:
        """Find the enrollment request that fits and whose password is right, and use it.

        Inferred: where several fit, one whose password is right counts, and where none is, the most specific one tells
        what is wrong.
        """
        found = [*self._appraisals(arrival)]
        if not found:
            return Appraisal(Standing.UNLISTED)
        best = next((each for each in found if each.standing is Standing.VOUCHED), found[0])
        used = next((entry for entry in self.register.entries() if entry.id == best.entry), None)
        if best.standing is Standing.VOUCHED and used is not None:
            self.register.keep_entry(replace(used, uses=used.uses + 1))
        return best

    def review(self, record: Record) -> Verdict:
        """Issue when the password is right, as for `Automatic`."""
        if record.standing is Standing.UNLISTED:
            # An old certificate of ours vouches for its owner even after its enrollment request is gone.
            return self.unlisted if record.renewal_of is None else Issue()
        return _by_standing(record)

    def _appraisals(self, arrival: Arrival) -> Iterator[Appraisal]:
        for entry in entries.fitting(self.register.entries(), arrival.subject):
            yield Appraisal(self._standing(entry, arrival), entry.id)
        if self.open_to_all:
            yield Appraisal(self._compared(arrival.challenge, self.default))

    def _standing(self, entry: Entry, arrival: Arrival) -> Standing:
        standing = self._compared(arrival.challenge, entry.challenge or self.default)
        if standing is not Standing.VOUCHED:
            return standing
        if entry.is_expired(arrival.now):
            return Standing.EXPIRED
        return Standing.USED if entry.is_used_up else standing

    def _compared(self, challenge: str | None, kept: str | None) -> Standing:
        if challenge is None:
            return Standing.ABSENT
        if kept is None or not self.checker.is_right(challenge, kept):
            return Standing.WRONG
        return Standing.VOUCHED
