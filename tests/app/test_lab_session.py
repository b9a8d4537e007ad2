"""A lab from where it was left to where it is left again, as a process, and its exams."""

import io
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fauxgate.app.lab_session import Session
from fauxgate.device import clock
from fauxgate.lab.description import load
from fauxgate.lab.library import Library
from fauxgate.lab.record import Start

COMMAND = (sys.executable, "-m", "fauxgate.app", "lab", "start")
PATIENCE = 60
Fauxgate = Callable[..., tuple[int, str, str]]


def solution(name: str) -> list[str]:
    return [line.text for line in load(Library().find(name), 7).solution]


def take(results: Path, name: str, lines: list[str], *options: str) -> str:
    done = subprocess.run(
        [*COMMAND, name, "--seed", "7", "--results", str(results), *options],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert done.stderr == ""
    return done.stdout


def take_and_be_killed(results: Path, name: str, lines: list[str]) -> None:
    """Type lines, one after the other, and let the process be killed once the last is answered."""
    command = [*COMMAND, name, "--seed", "7", "--results", str(results)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(f"{line}\n" for line in (*lines, ":clock")))
        while "# :clock" not in process.stdout.readline():
            pass
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)


def graded(results: Path, name: str) -> dict[str, Any]:
    """The results without what is real time or counts what was typed."""
    found: dict[str, Any] = json.loads((results / name / "results.json").read_text())
    return {key: value for key, value in found.items() if key not in {"began", "graded", "commands"}}


@pytest.mark.parametrize(("name", "count"), [("01-first-steps", 3), ("05-pending", 4)])
def test_whoever_was_killed_continues_as_if_nothing_had_happened(tmp_path: Path, name: str, count: int) -> None:
    lines = solution(name)
    take(tmp_path / "whole", name, lines)
    take_and_be_killed(tmp_path / "killed", name, lines[:count])
    take(tmp_path / "killed", name, lines[count:])

    assert graded(tmp_path / "killed", name) == graded(tmp_path / "whole", name)
    assert graded(tmp_path / "killed", name)["complete"]


def test_what_was_on_the_screen_survives_a_kill(tmp_path: Path) -> None:
    take_and_be_killed(tmp_path, "01-first-steps", ["get system status"])

    assert "Hostname: Fauxgate-VM64" in (tmp_path / "01-first-steps" / "transcript.txt").read_text()
    assert json.loads((tmp_path / "01-first-steps" / "results.json").read_text())["score"] == 1


def test_the_recording_has_a_marker_for_each_step(tmp_path: Path) -> None:
    name = "01-first-steps"
    take(tmp_path, name, solution(name)[:4])
    take(tmp_path, name, solution(name)[4:])
    header, *events = map(json.loads, (tmp_path / name / "recording.cast").read_text().splitlines())
    steps = load(Library().find(name), 7).steps

    assert header["version"] == 3
    assert [data for _, code, data in events if code == "m"] == [
        f"Step {number}: {step.page.title}" for number, step in enumerate(steps, 1)
    ]


def test_a_student_gets_the_same_lab_everywhere(
    tmp_path: Path, fauxgate: Fauxgate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    seeds = []
    for place, student in (("a", "Ada"), ("b", "Ada"), ("c", "Bo")):
        fauxgate("lab", "start", "1", "--results", str(tmp_path / place), "--student", student)
        found = json.loads((tmp_path / place / "01-first-steps" / "results.json").read_text())
        assert found["student"] == student
        seeds.append(found["seed"])

    assert seeds[0] == seeds[1] != seeds[2]


def test_where_nothing_can_be_kept_it_is_said_in_one_line(tmp_path: Path, fauxgate: Fauxgate) -> None:
    (tmp_path / "file").write_text("")
    code, _, told = fauxgate("lab", "start", "1", "--results", str(tmp_path / "file"))

    assert code == 1
    assert told.endswith("cannot keep what you do: Not a directory; name another directory with --results.\n")


def test_an_exam_gives_no_help_and_tells_the_points_at_its_end(tmp_path: Path) -> None:
    shown = take(tmp_path, "1", ["get system status", ":lab hint", ":lab solution", ":lab goal"], "--exam", "30")

    assert shown.count("is not part of an exam.") == 3
    assert shown.endswith(f"[lab] Exam: 1 of 10 points. The results are in {tmp_path / '01-first-steps-exam'}.\n")


def test_an_exam_does_not_begin_with_what_was_only_tried(tmp_path: Path) -> None:
    take(tmp_path, "1", ["get system status"])
    take(tmp_path, "1", [], "--exam", "30")

    assert graded(tmp_path, "01-first-steps-exam")["score"] == 0
    assert graded(tmp_path, "01-first-steps")["score"] == 1


def test_an_exam_that_was_left_is_over(tmp_path: Path, fauxgate: Fauxgate) -> None:
    take(tmp_path, "1", [":lab quit"], "--exam", "30")
    code, _, told = fauxgate("lab", "start", "1", "--exam", "30", "--results", str(tmp_path))

    assert code == 1
    assert "this exam was taken" in told
    assert take(tmp_path, "1", [], "--exam", "30", "--again").endswith("-exam.\n")


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let an hour of real time pass."""
    now = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    moments = [now]
    monkeypatch.setattr(clock.WallClock, "now", lambda _self: moments[-1])
    return lambda: moments.append(now + timedelta(hours=1))


def test_what_is_entered_after_the_time_of_an_exam_does_not_count(
    tmp_path: Path, late: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    began = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    session = Session(Library().find("1"), tmp_path / "exam", "fauxgate lab start 1")
    session.open(Start("01-first-steps", 7, began, "", began + timedelta(minutes=30)), again=False)
    with session:
        late()
        session._taking.run("get system status")

    assert json.loads((tmp_path / "exam" / "results.json").read_text())["score"] == 0
    assert not session._taking.is_open
    assert capsys.readouterr().out.count("[lab] The time of the exam is over.") == 1


def test_an_exam_that_was_killed_is_graded_when_its_time_is_over(
    tmp_path: Path, late: Callable[[], None], capsys: pytest.CaptureFixture[str]
) -> None:
    began = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    start = Start("01-first-steps", 7, began, "", began + timedelta(minutes=30))
    killed = Session(Library().find("1"), tmp_path / "exam", "fauxgate lab start 1")
    killed.open(start, again=False)
    killed._taking.run("get system status")
    killed._files.close(is_over=False)
    killed._taking.close()
    late()
    with (again := Session(Library().find("1"), tmp_path / "exam", "fauxgate lab start 1")):
        again.open(start, again=False)
        again.run(is_vi=False)

    assert json.loads((tmp_path / "exam" / "results.json").read_text())["score"] == 1
    assert "[lab] Exam: 1 of 10 points." in capsys.readouterr().out
