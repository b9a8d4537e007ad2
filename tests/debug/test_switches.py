from datetime import UTC, datetime, timedelta

import pytest

from fauxgate.debug.switches import Switches

NOW = datetime(2025, 3, 27, 16, 22, 52, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def switches() -> Switches:
    return Switches()


def test_messages_are_on_for_thirty_minutes(switches) -> None:
    assert switches.set_level("scep", -1, NOW) == ("Debug messages will be on for 30 minutes.",)


@pytest.mark.parametrize(("minutes", "left"), [(2, 28), (4.5, 26), (29.9, 1), (30, 30), (45, 30)])
def test_the_time_left_falls_and_then_starts_anew(switches, minutes, left) -> None:
    switches.set_level("scep", -1, NOW)

    assert switches.set_level("ike", 255, after(minutes)) == (f"Debug messages will be on for {left} minutes.",)


def test_duration_zero_is_without_end(switches) -> None:
    assert switches.set_duration(0, NOW) == ("Current duration is set to unlimited.",)
    assert switches.set_level("scep", -1, NOW) == ("Debug messages will be on for unlimited time.",)

    switches.enable()
    assert switches.is_on("scep", after(100_000))


def test_a_duration_counts_from_now(switches) -> None:
    assert switches.set_duration(5, NOW) == ("Current duration is set to 5 minutes.",)
    assert switches.set_level("scep", -1, after(2)) == ("Debug messages will be on for 3 minutes.",)


def test_level_zero_prints_nothing_and_tells_nothing(switches) -> None:
    switches.set_level("scep", -1, NOW)
    switches.enable()

    assert switches.set_level("scep", 0, NOW) == ()
    assert not switches.is_on("scep", NOW)


def test_nothing_is_told_before_enable_nor_after_disable(switches) -> None:
    switches.set_level("scep", -1, NOW)
    before = switches.is_on("scep", NOW)
    switches.enable()
    between = switches.is_on("scep", NOW)
    switches.disable()

    assert (before, between, switches.is_on("scep", NOW)) == (False, True, False)


def test_disable_keeps_the_levels(switches) -> None:
    switches.set_level("scep", -1, NOW)
    switches.disable()
    switches.enable()

    assert switches.is_on("scep", NOW)


def test_messages_end_when_the_time_is_over(switches) -> None:
    switches.set_level("scep", -1, NOW)
    switches.enable()

    assert switches.is_on("scep", after(29.9))
    assert not switches.is_on("scep", after(30))


def test_reset_forgets_everything(switches) -> None:
    fresh = switches.info(NOW)
    switches.set_level("scep", -1, NOW)
    switches.enable()
    switches.set_timestamps(are_on=True)
    switches.set_duration(0, NOW)
    switches.reset()

    assert switches.info(NOW) == fresh


def test_info_lists_the_switches_and_the_levels(switches) -> None:
    switches.set_level("scep", -1, NOW)
    switches.enable()
    switches.set_timestamps(are_on=True)

    assert switches.info(NOW) == (
        "debug output: enable",
        "console timestamp: enable",
        "console no user log message: disable",
        "CLI debug level: 3",
        "scep debug level: -1 (0xffffffff)",
    )


def test_without_a_level_the_present_one_is_told(switches) -> None:
    assert switches.level("scep") == ("scep debug level: 0 (0x0)",)


def test_a_time_stamp_stands_before_each_line_when_asked(switches) -> None:
    plain = switches.stamped("x", NOW)
    switches.set_timestamps(are_on=True)

    assert plain == "x"
    assert switches.stamped("x", NOW) == "2025-03-27 16:22:52 x"
