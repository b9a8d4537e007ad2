"""The control words of the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from rig import NOW, Rig, living

from fauxgate.cli.clock import PeriodRefused, TimeRefused


@pytest.fixture
def bench() -> Rig:
    return living()


@pytest.mark.parametrize(
    ("period", "passed"),
    [
        ("330d", timedelta(days=330)),
        ("1w2d3h4m5s", timedelta(weeks=1, days=2, hours=3, minutes=4, seconds=5)),
        ("0s", timedelta()),
        ("90m", timedelta(minutes=90)),
    ],
)
def test_so_much_time_passes(period: str, passed: timedelta, bench: Rig) -> None:
    bench.type(f":clock advance {period}")

    assert bench.appliance.clock.now() == NOW + passed


def test_two_steps_typed_at_once_are_as_long_as_both(bench: Rig) -> None:
    bench.appliance.jobs.after(60, lambda: None)

    bench.command_line.run(":clock advance 1d")
    bench.command_line.run(":clock advance 1d")
    bench.appliance.jobs.run_due()

    assert bench.appliance.clock.now() == NOW + timedelta(days=2)


@pytest.mark.parametrize(
    "word", ["330", "d", "1y", "-1d", "1 d", "\N{ARABIC-INDIC DIGIT ONE}d", "1d\udcff", "''", "1.5d"]
)
def test_what_is_no_period_is_refused(word: str, bench: Rig) -> None:
    assert isinstance(bench.command_line.run(f':clock advance "{word}"'), PeriodRefused)
    assert bench.appliance.clock.now() == NOW


@pytest.mark.parametrize("word", ["600w", "999999999w", "999999999w" * 9])
def test_the_clock_does_not_leave_its_years(word: str, bench: Rig) -> None:
    assert isinstance(bench.command_line.run(f":clock advance {word}"), TimeRefused)
    assert bench.appliance.clock.now() == NOW


@pytest.mark.parametrize(
    ("word", "moment"),
    [
        ("2027-03-01", datetime(2027, 3, 1, tzinfo=UTC)),
        ("2027-03-01T08:30:00", datetime(2027, 3, 1, 8, 30, tzinfo=UTC)),
        ('"2027-03-01 08:30"', datetime(2027, 3, 1, 8, 30, tzinfo=UTC)),
        ("2027-03-01T08:30:00+02:00", datetime(2027, 3, 1, 6, 30, tzinfo=UTC)),
        ("2001-01-01", datetime(2001, 1, 1, tzinfo=UTC)),
    ],
)
def test_it_is_put_to_a_moment(word: str, moment: datetime, bench: Rig) -> None:
    bench.type(f":clock set {word}")

    assert bench.appliance.clock.now() == moment


@pytest.mark.parametrize("word", ["tomorrow", "2000-12-31", "2038-01-01", "0001-01-01T00:00:00+14:00", "x\udcff"])
def test_what_is_no_moment_is_refused(word: str, bench: Rig) -> None:
    error = bench.command_line.run(f":clock set {word}")

    assert isinstance(error, TimeRefused)
    assert word in error.message()[0]
    assert bench.appliance.clock.now() == NOW


def test_it_stands_still_and_runs_on(bench: Rig) -> None:
    assert bench.type(":clock run") == ["The clock runs on from 2026-11-25 12:00:00 UTC."]
    assert not bench.appliance.clock.is_frozen

    bench.type(":clock freeze")

    assert bench.appliance.clock.is_frozen


@pytest.mark.parametrize(
    "lines", [["execute date 2026-12-25", "execute time 18:00:00"], [":clock set 2026-12-25T18:00:00"]]
)
def test_the_appliance_s_own_commands_pass_what_is_due_too(lines: list[str], bench: Rig) -> None:
    fired: list[datetime] = []
    for hours in (1, 30):
        bench.appliance.jobs.after(3600 * hours, lambda: fired.append(bench.appliance.clock.now()))

    bench.type(*lines)

    assert fired == [NOW + timedelta(hours=1), NOW + timedelta(hours=30)]
    assert bench.appliance.clock.now() == datetime(2026, 12, 25, 18, tzinfo=UTC)


def test_setting_the_clock_is_no_time_that_the_unit_was_up_and_letting_it_pass_is(bench: Rig) -> None:
    bench.type("execute date 2026-12-25")
    assert bench.type("get system performance status")[-1] == "Uptime: 0 days,  0 hours,  0 minutes"

    bench.type(":clock advance 30d")

    assert bench.type("get system performance status")[-1] == "Uptime: 30 days,  0 hours,  0 minutes"
