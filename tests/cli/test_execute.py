"""`execute date` and `execute time`, and the numbers of `diagnose debug`."""

from datetime import UTC, datetime

import pytest
from rig import NOW, Rig, rig

from fauxgate.cli.execute import MomentRefused
from fauxgate.errors import UserError
from fauxgate.model.errors import NodeCheckFailed, NotAnInteger


@pytest.fixture
def bench() -> Rig:
    return rig()


def test_date_and_time_are_told(bench: Rig) -> None:
    assert bench.type("execute date") == ["current date is: 2026-11-25"]
    assert bench.type("execute time") == ["current time is: 12:00:00", "last ntp sync: never"]


def test_a_new_date_keeps_the_time_of_day_and_a_new_time_the_date(bench: Rig) -> None:
    assert bench.type("execute date 2030-02-28", "execute time 23:59:58") == []
    assert bench.appliance.clock.now() == datetime(2030, 2, 28, 23, 59, 58, tzinfo=UTC)


@pytest.mark.parametrize(
    "word",
    ["2026-02-30", "2026-13-01", "26-01-01", "tomorrow", "0001-01-01", "2000-12-31", "2038-01-01", "9999-12-31", "\0"],
)
def test_a_date_that_is_none_or_that_no_certificate_could_have_is_refused(word: str, bench: Rig) -> None:
    assert isinstance(bench.command_line.run(f"execute date {word}"), MomentRefused)
    assert bench.printed[-2:] == [f"value parse error before '{word}'", "Command fail. Return code -651"]
    assert bench.appliance.clock.now() == NOW


@pytest.mark.parametrize("word", ["24:00:00", "23:60:00", "12", "noon", "-1:00:00", "12:00:00.5", "9" * 10_000])
def test_a_time_that_is_none_is_refused(word: str, bench: Rig) -> None:
    assert isinstance(bench.command_line.run(f"execute time {word}"), MomentRefused)
    assert bench.appliance.clock.now() == NOW


@pytest.mark.parametrize("date", ["2001-01-01", "2037-12-31"])
def test_certificates_are_made_on_the_first_and_the_last_day(date: str, bench: Rig) -> None:
    bench.type(
        f"execute date {date}",
        "execute vpn certificate local generate rsa a 1024 x '' '' '' '' '' '' '' http://ca.test/ challenge",
    )

    assert any(line.startswith("        Valid to:") for line in bench.type("get vpn certificate local details a"))


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("application scep x", NotAnInteger),
        ("application scep 1.5", NotAnInteger),
        ("application scep \u0661", NotAnInteger),
        (f"application scep {'9' * 10_000}", NotAnInteger),
        ("application scep -2", NodeCheckFailed),
        ("application scep 2147483648", NodeCheckFailed),
        ("duration x", NotAnInteger),
        ("duration -1", NodeCheckFailed),
        ("duration 1441", NodeCheckFailed),
        (f"duration {'9' * 10_000}", NotAnInteger),
    ],
)
def test_a_number_that_is_wrong_is_refused(line: str, error: type[UserError], bench: Rig) -> None:
    before = bench.type("diagnose debug info")

    assert type(bench.command_line.run(f"diagnose debug {line}")) is error
    assert bench.type("diagnose debug info") == before


def test_debug_output_is_switched_on_and_off_and_put_back(bench: Rig) -> None:
    fresh = bench.type("diagnose debug info")

    bench.type(
        "diagnose debug application scep 255", "diagnose debug enable", "diagnose debug console timestamp enable"
    )
    on = bench.type("diagnose debug info")
    bench.type("diagnose debug reset")

    assert "scep debug level: 255 (0xff)" in on
    assert [line.split(":")[1].strip() for line in on[:2]] == ["enable", "enable"]
    assert bench.type("diagnose debug info") == fresh


def test_debug_lines_end_with_their_duration(bench: Rig) -> None:
    bench.type("diagnose debug application scep -1", "diagnose debug enable", "diagnose debug duration 1")
    bench.type("execute time 12:01:00")

    assert (
        bench.type("execute vpn certificate local generate rsa a 1024 x '' '' '' '' '' '' '' http://ca.test/ challenge")
        == []
    )
