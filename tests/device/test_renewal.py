"""When something is due for a certificate, computed by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.device.renewal import RETRY, Action, Facts, due, is_expired

END = datetime(2027, 11, 25, 12, 0, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ALL = frozenset(Action)
# Some years to either side.
MOMENTS = st.integers(-8000, 4000).map(lambda days: NOW + days * DAY)


def the(**facts: object) -> Facts:
    return Facts(not_after=END, **facts)  # type: ignore[arg-type]  # each test names its own


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (the(warning_days=45, request_days=30, notice_days=14), (END - 45 * DAY, Action.WARN)),
        (the(warning_days=14, request_days=30, notice_days=14), (END - 30 * DAY, Action.REQUEST)),
        (the(warning_days=30, request_days=30, notice_days=30), (END - 30 * DAY, Action.WARN)),
        (
            the(warning_days=30, request_days=30, notice_days=30, done=frozenset({Action.WARN})),
            (END - 30 * DAY, Action.GIVE_NOTICE),
        ),
        (the(), (END + timedelta(seconds=1), Action.EXPIRE)),
        (the(done=ALL), None),
        # More days than there are: at once.
        (the(request_days=4294967295), (NOW, Action.REQUEST)),
        (the(warning_days=400), (NOW, Action.WARN)),
    ],
)
def test_what_is_due_first(facts: Facts, expected: tuple[datetime, Action] | None) -> None:
    assert due(facts, NOW) == expected


def test_a_failed_attempt_is_repeated_a_day_later() -> None:
    tried = END - 30 * DAY

    assert due(the(request_days=30, attempted=tried, done=ALL - {Action.REQUEST}), tried) == (
        tried + RETRY,
        Action.REQUEST,
    )


def test_the_next_attempt_is_not_before_its_time() -> None:
    assert due(the(request_days=30, attempted=NOW), NOW) == (END - 30 * DAY, Action.REQUEST)


def test_an_attempt_that_lies_ahead_after_the_clock_was_put_back_was_none() -> None:
    assert due(the(request_days=30, attempted=END), NOW) == (END - 30 * DAY, Action.REQUEST)


def test_nobody_is_warned_of_what_has_happened() -> None:
    late = END + DAY

    assert due(the(warning_days=45, notice_days=14), late) == (late, Action.EXPIRE)


def test_what_expired_is_still_asked_for() -> None:
    late = END + DAY

    assert due(the(request_days=30, done=frozenset({Action.EXPIRE})), late) == (late, Action.REQUEST)


def test_the_last_second_is_a_valid_one() -> None:
    assert not is_expired(END, END)
    assert is_expired(END, END + timedelta(seconds=1))


def test_the_last_certificate_of_all_never_ends() -> None:
    last = Facts(not_after=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))

    assert due(last, NOW) is None


@given(
    facts=st.builds(
        Facts,
        not_after=st.datetimes(timezones=st.just(UTC)),
        warning_days=st.integers(0, 2**32 - 1),
        notice_days=st.integers(0, 100),
        request_days=st.integers(0, 2**32 - 1),
        done=st.frozensets(st.sampled_from(Action)),
        attempted=st.none() | MOMENTS,
    ),
    now=MOMENTS,
)
def test_nothing_is_due_before_now_and_nothing_that_is_done(facts: Facts, now: datetime) -> None:
    found = due(facts, now)

    assert found is None or (found[0] >= now and found[1] not in facts.done)
