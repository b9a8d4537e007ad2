from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fauxgate.ca.register import Record
from fauxgate.ca.reviewers import AfterPolls, Arrival, Automatic, Issue, Manual, Reject, Reviewer, Wait
from fauxgate.ca.wanted import Wanted
from fauxgate.pki import names

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SUBJECT = names.parse("/O=Example/CN=x")
RECORD = Record(id=1, transaction_id="t", subject="/CN=x", wanted=Wanted(b"", SUBJECT, b""), received=NOW)


def arrived(reviewer: Reviewer, challenge: str | None, **changes: object) -> Record:
    appraisal = reviewer.appraise(Arrival(SUBJECT, challenge, NOW))
    return replace(RECORD, standing=appraisal.standing, entry=appraisal.entry, **changes)


def decided(reviewer: Reviewer, challenge: str | None, **changes: object) -> object:
    return reviewer.review(arrived(reviewer, challenge, **changes))


def test_the_right_challenge_password_is_enough() -> None:
    assert decided(Automatic("right"), "right") == Issue()


@pytest.mark.parametrize(
    ("challenge", "reason"),
    [
        ("wrong", "wrong challenge password"),
        ("", "wrong challenge password"),
        ("Right", "wrong challenge password"),
        ("r\xefght", "wrong challenge password"),
        (None, "no challenge password"),
    ],
)
def test_any_other_or_none_is_not(challenge: str | None, reason: str) -> None:
    assert decided(Automatic("right"), challenge) == Reject(reason)


def test_a_password_that_is_no_text_can_be_compared() -> None:
    assert decided(Automatic("\udcff"), "right") == Reject("wrong challenge password")


def test_a_person_decides_about_every_request() -> None:
    assert decided(Manual(), "right", polls=1000) == Wait()


@pytest.mark.parametrize(("polls", "verdict"), [(0, Wait()), (1, Wait()), (2, Issue()), (3, Issue())])
def test_a_requester_waits_until_it_has_polled_often_enough(polls: int, verdict: object) -> None:
    assert decided(AfterPolls(2, Automatic("right")), "right", polls=polls) == verdict


def test_with_no_polls_to_wait_for_the_decision_comes_at_once() -> None:
    assert decided(AfterPolls(0, Automatic("other")), "right") == Reject("wrong challenge password")
