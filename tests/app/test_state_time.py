"""Time goes on from run to run: the clock, what is under way, and what was already announced."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cached_keys import cached_keys

from fauxgate.app.assembly import Assembly, assemble
from fauxgate.app.options import parser
from fauxgate.device.event_log import LogEntry

GENERATE = (
    "execute vpn certificate local generate rsa fgt 2048 fgt.example NL NH Amsterdam Example OU a@b.example '' "
    "http://ca.test/app/cert/scep/ challenge"
)
LOCAL = ("vpn", "certificate", "local")
START = "2026-11-25T12:00:00"


@pytest.fixture(autouse=True)
def _keys_made_before() -> Iterator[None]:
    with cached_keys():
        yield


@contextmanager
def session(path: Path, *options: str) -> Iterator[tuple[Assembly, Callable[..., list[str]]]]:
    printed: list[str] = []
    with assemble(parser().parse_args(["shell", "--state", str(path), *options]), printed.append) as built:

        def type_(*lines: str) -> list[str]:
            start = len(printed)
            for line in lines:
                built.command_line.run(line)
                built.command_line.answer("y")
                built.appliance.jobs.run_due()
            return printed[start:]

        yield built, type_


def numbers(entries: list[LogEntry]) -> list[tuple[str, int]]:
    return [(f"{entry.moment:%Y-%m-%d}", entry.number) for entry in reversed(entries)]


def test_an_appliance_that_was_put_forward_is_still_there(tmp_path: Path) -> None:
    with session(tmp_path, "--now", START) as (built, type_):
        type_(":clock advance 330d")
        there = built.appliance.clock.now()
    with session(tmp_path) as (built, _):
        assert timedelta() <= built.appliance.clock.now() - there < timedelta(minutes=5)
        assert not built.appliance.clock.is_frozen
        offset = built.appliance.clock.setting
    with session(tmp_path) as (built, _):
        assert built.appliance.clock.setting == offset
    with session(tmp_path, "--now", START) as (built, _):
        assert built.appliance.clock.now() < datetime(2026, 11, 26, tzinfo=UTC)


def test_a_clock_that_was_stopped_stands_still_and_one_that_was_let_run_runs(tmp_path: Path) -> None:
    with session(tmp_path) as (built, type_):
        type_(":clock set 2027-03-01", ":clock freeze")
        stopped = built.appliance.clock.now()
    with session(tmp_path) as (built, type_):
        assert (built.appliance.clock.now(), built.appliance.clock.is_frozen) == (stopped, True)
        type_(":clock run")
    with session(tmp_path) as (built, _):
        assert built.appliance.clock.now() > stopped
        assert not built.appliance.clock.is_frozen


def test_a_virtual_clock_begins_where_it_was_and_the_wall_goes_on_from_there(tmp_path: Path) -> None:
    with session(tmp_path, "--clock", "virtual", "--now", START) as (built, type_):
        type_(":clock advance 1h")
    with session(tmp_path, "--clock", "virtual") as (built, _):
        assert built.appliance.clock.now() == datetime(2026, 11, 25, 13, tzinfo=UTC)
        assert built.appliance.clock.is_frozen
    with session(tmp_path) as (built, _):
        assert datetime(2026, 11, 25, 13, tzinfo=UTC) < built.appliance.clock.now()
        assert not built.appliance.clock.is_frozen


def test_a_clock_that_nobody_has_set_leaves_no_trace_of_the_wall(tmp_path: Path) -> None:
    with session(tmp_path, "--clock", "virtual") as (_, type_):
        type_("show")

    assert not (tmp_path / "clock.json").exists()


def test_a_damaged_clock_is_told_and_begins_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "clock.json").write_text('{"offset": "x"}')
    with session(tmp_path) as (built, _):
        assert built.appliance.clock.setting.offset == timedelta()

    assert capsys.readouterr().err == "fauxgate: clock.json is damaged; the clock begins anew\n"


def test_what_became_due_meanwhile_happens_at_its_own_time_and_once(tmp_path: Path) -> None:
    virtual = ("--clock", "virtual", "--now")
    with session(tmp_path, *virtual, START) as (built, type_):
        type_(GENERATE)
        type_("config vpn certificate local", "edit fgt", "set auto-regenerate-days 30")
        type_("set auto-regenerate-days-warning 40", "end")
        before = len(built.appliance.event_log.entries())
    with session(tmp_path, *virtual, "2027-10-20T00:00:00") as (built, _):
        built.appliance.jobs.run_due()
        assert built.appliance.clock.now() == datetime(2027, 10, 20, tzinfo=UTC)
        entries = built.appliance.event_log.entries()
        assert numbers(entries)[before:] == [("2027-10-16", 22200)]
        assert entries[0].moment == datetime(2027, 10, 16, 12, tzinfo=UTC)
    with session(tmp_path, *virtual, "2027-10-21T00:00:00") as (built, _):
        built.appliance.jobs.run_due()
        assert numbers(built.appliance.event_log.entries())[before:] == [("2027-10-16", 22200)]
    with session(tmp_path, *virtual, "2027-11-01T00:00:00") as (built, _):
        built.appliance.jobs.run_due()
        found = numbers(built.appliance.event_log.entries())[before:]
    assert found == [("2027-10-16", 22200), ("2027-10-26", 22205), ("2027-10-26", 41987)]


def test_a_renewal_that_failed_is_not_asked_for_again_before_a_day_has_passed(tmp_path: Path) -> None:
    virtual = ("--clock", "virtual", "--now")
    with session(tmp_path, *virtual, START) as (built, type_):
        type_(GENERATE, "config vpn certificate local", "edit fgt", "set auto-regenerate-days 30", "end")
        before = len(built.appliance.event_log.entries())
    gone = ("--connect-to", "ca.test:80=http://127.0.0.1:9")
    for day in ("26T13", "27T11", "27T13"):
        with session(tmp_path, *virtual, f"2027-10-{day}:00:00", *gone) as (built, _):
            built.appliance.jobs.run_due()
            found = numbers(built.appliance.event_log.entries())[before:]
            assert len(found) == (2 if day < "27T12" else 4)
    assert found == [("2027-10-26", 22203), ("2027-10-26", 41990), ("2027-10-27", 22203), ("2027-10-27", 41990)]


def test_what_is_due_first_is_done_before_the_first_line_of_a_script(
    tmp_path: Path, fauxgate: Callable[..., tuple[int, str, str]]
) -> None:
    with session(tmp_path / "state", "--clock", "virtual", "--now", START) as (_, type_):
        type_(GENERATE)
    (tmp_path / "script").write_text("get vpn certificate local details fgt\n:clock\n")
    state = ("--state", str(tmp_path / "state"), "--now", "2028-01-01")
    _, printed, _ = fauxgate("replay", str(tmp_path / "script"), *state)

    assert "2028-01-01 00:00:00 UTC" in printed
    with session(tmp_path / "state", "--clock", "virtual") as (built, _):
        newest = built.appliance.event_log.entries()[0]
        assert (newest.number, newest.moment) == (41989, datetime(2027, 11, 25, 12, 0, 1, tzinfo=UTC))


class Shell:
    """A shell in a process of its own."""

    def __init__(self, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "fauxgate.app", "shell", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def type(self, line: str) -> list[str]:
        """The answer to a line; it is complete when the next line is shown."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n:clock freeze\n")
        self._process.stdin.flush()
        lines = []
        while not lines or ":clock freeze" not in lines[-1]:
            lines.append(self._process.stdout.readline())
        return lines

    def kill(self) -> None:
        """End it as a power cut does."""
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


@pytest.mark.parametrize("kind", ["--state", "--session"])
def test_a_pending_enrollment_goes_on_after_a_kill(tmp_path: Path, kind: str) -> None:
    options = (kind, str(tmp_path / "kept"), "--ca-approval", "manual")
    first = Shell(*options, "--now", START)
    first.type(GENERATE)
    first.kill()
    second = Shell(*options, "--now", "2026-11-25T12:01:00")
    listed = second.type(":ca list")
    second.type(":ca approve 1")
    second.type(":clock next")
    second.kill()
    third = Shell(*options)
    details = third.type("get vpn certificate local details fgt")
    third.kill()

    assert any("pending" in line for line in listed)
    assert any("CN = fgt.example" in line for line in details)


@pytest.mark.parametrize("kind", ["--state", "--session"])
def test_a_pending_renewal_goes_on_after_a_kill_with_the_old_certificate_in_use(tmp_path: Path, kind: str) -> None:
    options = (kind, str(tmp_path / "kept"))
    first = Shell(*options, "--now", START)
    first.type(GENERATE)
    for line in ("config vpn certificate local", "edit fgt", "set auto-regenerate-days 30", "end"):
        first.type(line)
    serial = [line for line in first.type("get vpn certificate local details fgt") if "Serial Num" in line]
    first.kill()
    second = Shell(*options, "--ca-approval", "manual")
    second.type(":clock set 2027-10-26T13:00:00")
    during = [line for line in second.type("get vpn certificate local details fgt") if "Serial Num" in line]
    second.kill()
    third = Shell(*options, "--ca-approval", "manual")
    third.type(":ca approve 2")
    third.type(":clock next")
    after = [line for line in third.type("get vpn certificate local details fgt") if "Serial Num" in line]
    third.kill()

    assert len(serial) == 1
    assert during == serial
    assert len(after) == 1
    assert after != serial
