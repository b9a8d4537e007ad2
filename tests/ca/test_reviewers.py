from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fauxgate.ca.register import Record
from fauxgate.ca.reviewers import AfterPolls, Automatic, Issue, Manual, Reject, Wait

RECORD = Record(
    id=1,
    transaction_id="t",
    subject="/CN=x",
    request=b"",
    challenge="right",
    received=datetime(2026, 1, 1, tzinfo=UTC),
)


def test_the_right_challenge_password_is_enough() -> None:
    assert Automatic("right").review(RECORD) == Issue()


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
    assert Automatic("right").review(replace(RECORD, challenge=challenge)) == Reject(reason)


def test_a_password_that_is_no_text_can_be_compared() -> None:
    assert Automatic("\udcff").review(RECORD) == Reject("wrong challenge password")


def test_a_person_decides_about_every_request() -> None:
    assert Manual().review(replace(RECORD, polls=1000)) == Wait()


@pytest.mark.parametrize(("polls", "verdict"), [(0, Wait()), (1, Wait()), (2, Issue()), (3, Issue())])
def test_a_requester_waits_until_it_has_polled_often_enough(polls: int, verdict: object) -> None:
    assert AfterPolls(2, Automatic("right")).review(replace(RECORD, polls=polls)) == verdict


def test_with_no_polls_to_wait_for_the_decision_comes_at_once() -> None:
    assert AfterPolls(0, Automatic("other")).review(RECORD) == Reject("wrong challenge password")
