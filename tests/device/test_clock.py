from datetime import UTC, datetime, timedelta

from fauxgate.device.clock import ManualClock, WallClock

MOMENT = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_manual_clock_stands_still_until_it_is_set() -> None:
    clock = ManualClock(MOMENT)

    assert clock.now() == clock.now() == MOMENT
    clock.set(MOMENT + timedelta(days=1))
    assert clock.now() == MOMENT + timedelta(days=1)


def test_a_manual_clock_begins_now_where_nothing_is_said() -> None:
    before = datetime.now(UTC)

    assert before <= ManualClock().now() <= datetime.now(UTC)


def test_a_wall_clock_runs_with_the_wall() -> None:
    before = datetime.now(UTC)

    assert before <= WallClock().now() <= datetime.now(UTC)


def test_a_wall_clock_runs_on_from_where_it_is_set() -> None:
    clock = WallClock()

    clock.set(MOMENT)

    assert MOMENT <= clock.now() < MOMENT + timedelta(minutes=1)
    assert clock.now() <= clock.now()


def test_a_frozen_wall_clock_stands_still_and_runs_on_from_there() -> None:
    clock = WallClock()
    clock.freeze()
    clock.set(MOMENT)

    assert clock.is_frozen
    assert clock.now() == clock.now() == MOMENT
    clock.run()
    assert not clock.is_frozen
    assert MOMENT <= clock.now() < MOMENT + timedelta(minutes=1)


def test_a_manual_clock_can_be_let_run() -> None:
    clock = ManualClock(MOMENT)

    clock.run()

    assert not clock.is_frozen
    assert MOMENT <= clock.now() < MOMENT + timedelta(minutes=1)
