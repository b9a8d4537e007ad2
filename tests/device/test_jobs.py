import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.device.clock import ManualClock, WallClock
from fauxgate.device.jobs import Jobs

START = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START)


@pytest.fixture
def jobs(clock: ManualClock) -> Jobs:
    return Jobs(clock)


@given(delays=st.lists(st.integers(0, 5), max_size=8))
def test_jobs_fire_by_time_and_those_of_one_moment_in_the_order_they_were_made(delays: list[int]) -> None:
    clock = ManualClock(START)
    jobs = Jobs(clock)
    fired: list[tuple[float, int]] = []
    for number, delay in enumerate(delays):
        jobs.after(delay, lambda number=number: fired.append(((clock.now() - START).total_seconds(), number)))

    while jobs.jump():
        pass

    assert fired == sorted((float(delay), number) for number, delay in enumerate(delays))


def test_what_is_not_due_does_not_fire(jobs: Jobs, clock: ManualClock) -> None:
    fired: list[str] = []
    jobs.after(10, lambda: fired.append("later"))
    jobs.at(START, lambda: fired.append("now"))

    assert jobs.run_due() == 1
    assert fired == ["now"]
    assert jobs.next_due() == START + timedelta(seconds=10)
    clock.set(START + timedelta(seconds=10))
    assert jobs.run_due() == 1
    assert fired == ["now", "later"]
    assert jobs.next_due() is None


def test_a_job_may_make_jobs_and_what_is_due_by_now_fires_at_once(jobs: Jobs) -> None:
    fired: list[str] = []

    def first() -> None:
        fired.append("first")
        jobs.after(0, lambda: fired.append("second"))
        jobs.after(1, lambda: fired.append("third"))

    jobs.at(START, first)

    assert jobs.run_due() == 2
    assert fired == ["first", "second"]


def test_a_jump_puts_the_clock_to_the_next_job_and_no_further(jobs: Jobs, clock: ManualClock) -> None:
    seen: list[datetime] = []
    jobs.after(300, lambda: seen.append(clock.now()))
    jobs.after(600, lambda: seen.append(clock.now()))

    assert jobs.jump()
    assert clock.now() == START + timedelta(seconds=300)
    assert jobs.jump()
    assert not jobs.jump()
    assert seen == [START + timedelta(seconds=300), START + timedelta(seconds=600)]


def test_a_jump_to_what_is_overdue_does_not_turn_the_clock_back(jobs: Jobs, clock: ManualClock) -> None:
    seen: list[datetime] = []
    jobs.at(START - timedelta(days=1), lambda: seen.append(clock.now()))

    assert jobs.jump()
    assert seen == [START]


def test_a_job_that_fails_is_gone_and_the_others_stay(jobs: Jobs) -> None:
    fired: list[str] = []
    jobs.at(START, lambda: {}["no such key"])
    jobs.at(START, lambda: fired.append("second"))

    with pytest.raises(KeyError):
        jobs.run_due()

    assert jobs.run_due() == 1
    assert fired == ["second"]


def waited(jobs: Jobs, seconds: float) -> threading.Thread:
    thread = threading.Thread(target=jobs.wait, args=(seconds,), daemon=True)
    thread.start()
    return thread


def test_a_wait_is_over_at_once_when_something_is_due(jobs: Jobs) -> None:
    jobs.at(START, lambda: None)

    thread = waited(jobs, 60)

    thread.join(10)
    assert not thread.is_alive()


def test_a_wait_ends_when_the_next_job_of_a_running_clock_is_due() -> None:
    jobs = Jobs(WallClock())
    jobs.after(0.02, lambda: None)

    thread = waited(jobs, 60)

    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.parametrize("end", ["wake", "at"])
def test_a_wait_ends_when_it_is_woken_or_a_job_is_made(end: str, jobs: Jobs) -> None:
    thread = waited(jobs, 60)
    ends = {"wake": jobs.wake, "at": lambda: jobs.at(START, lambda: None)}

    # The thread may not be waiting yet when it is woken for the first time.
    while thread.is_alive():
        ends[end]()
        thread.join(0.01)

    assert not thread.is_alive()


def test_a_wait_without_jobs_ends_by_itself(jobs: Jobs) -> None:
    jobs.wait(0.01)

    assert jobs.next_due() is None


@given(delays=st.lists(st.integers(0, 9), max_size=8), ahead=st.integers(0, 9))
def test_a_clock_put_forward_stops_at_every_job_on_its_way(delays: list[int], ahead: int) -> None:
    clock = ManualClock(START)
    jobs = Jobs(clock)
    fired: list[int] = []
    for delay in delays:
        jobs.after(delay, lambda: fired.append(round((clock.now() - START).total_seconds())))

    jobs.go_to(START + timedelta(seconds=ahead))
    jobs.run_due()

    assert fired == sorted(delay for delay in delays if delay <= ahead)
    assert clock.now() == jobs.present == START + timedelta(seconds=ahead)


def test_what_a_job_on_the_way_makes_due_before_the_end_happens_at_its_time_too(jobs: Jobs, clock: ManualClock) -> None:
    seen: list[datetime] = []

    def again() -> None:
        seen.append(clock.now())
        jobs.after(86_400, again)

    jobs.after(86_400, again)
    jobs.go_to(START + timedelta(days=3, hours=1))
    jobs.run_due()

    assert seen == [START + timedelta(days=day) for day in (1, 2, 3)]
    assert jobs.next_due() == START + timedelta(days=4)


def test_a_clock_on_its_way_knows_where_it_goes(jobs: Jobs, clock: ManualClock) -> None:
    jobs.after(60, lambda: None)

    jobs.go_to(START + timedelta(hours=1))

    assert (clock.now(), jobs.present) == (START, START + timedelta(hours=1))
    jobs.wait(60)
    jobs.go_to(jobs.present + timedelta(hours=1))
    jobs.run_due()
    assert clock.now() == START + timedelta(hours=2)


def test_a_job_that_fails_on_the_way_does_not_end_it(jobs: Jobs, clock: ManualClock) -> None:
    jobs.after(60, lambda: {}["no such key"])
    jobs.go_to(START + timedelta(hours=1))

    with pytest.raises(KeyError):
        jobs.run_due()

    jobs.run_due()
    assert clock.now() == START + timedelta(hours=1)


def test_a_clock_put_back_makes_nothing_happen(jobs: Jobs, clock: ManualClock) -> None:
    fired: list[str] = []
    jobs.after(60, lambda: fired.append("later"))

    jobs.go_to(START - timedelta(days=1))

    assert jobs.run_due() == 0
    assert clock.now() == START - timedelta(days=1)


def test_what_is_cancelled_neither_fires_nor_is_due(jobs: Jobs) -> None:
    fired: list[str] = []
    first = jobs.after(1, lambda: fired.append("first"))
    jobs.after(2, lambda: fired.append("second"))

    jobs.cancel(first)
    jobs.cancel(first)
    jobs.jump()

    assert fired == ["second"]
    assert jobs.next_due() is None
