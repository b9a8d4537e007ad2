"""A lab at the shell: from where it was left to where it is left again, with its record, results and recording."""

import io
import json
import shutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from fauxgate.app.lab_bench import make_bench
from fauxgate.device.clock import WallClock
from fauxgate.errors import UserError
from fauxgate.lab.course import Change
from fauxgate.lab.description import load
from fauxgate.lab.guide import Guide
from fauxgate.lab.record import Record, Start
from fauxgate.lab.recording import Recording
from fauxgate.lab.results import Times, junit, results, table
from fauxgate.lab.taking import Taking

RECORD, RESULTS, JUNIT, TABLE = "record.jsonl", "results.json", "junit.xml", "results.csv"
TRANSCRIPT, RECORDING = "transcript.txt", "recording.cast"


class ResultsNotKept(UserError):
    """What belongs to a lab cannot be kept, and why."""

    def __init__(self, directory: Path, reason: str) -> None:
        super().__init__()
        self.directory = directory
        self.reason = reason

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"{self.directory} cannot keep what you do: {self.reason}; name another directory with --results.",)


class Session:
    """One lab of one person, in the directory that keeps what belongs to it. Its methods raise UserErrors."""

    def __init__(self, folder: Path, directory: Path) -> None:
        self._folder = folder
        self._directory = directory
        self._record = Record(directory / RECORD)
        self._files = ExitStack()
        self._clock = WallClock()
        self._start: Start
        self._began: datetime
        self._taking: Taking
        self._guide: Guide
        self._recording: Recording

    def open(self, *, seed: int, again: bool, exam: int | None) -> None:
        """Bring the lab to where it was left, or begin it; `exam` is how many minutes one may take."""
        self._began = self._clock.now()
        earlier = None if again else self._record.read()
        deadline = None if exam is None else self._began + timedelta(minutes=exam)
        self._start, entered = earlier or (Start(self._folder.name, seed, self._began, deadline=deadline), [])
        lab = load(self._folder, self._start.seed)
        try:
            self._open_files(is_new=earlier is None, title=lab.title)
        except OSError as error:
            raise ResultsNotKept(self._directory, error.strerror or str(error)) from error
        self._taking = Taking(lab, make_bench, self._show)
        self._guide = Guide(self._taking, is_exam=self._start.deadline is not None, width=_columns)
        self._taking.use(self._guide)
        self._taking.play(entered)
        self._taking.noted, self._taking.told = self._record.add, self._told
        self._taking.reset, self._taking.typed = self._was_reset, self._recording.typed
        for line in self._welcome(is_new=earlier is None):
            self._show(line)

    def run(self, *, is_vi: bool) -> None:
        """Let the person work until they leave or the time of an exam is over."""
        self._work(is_vi=is_vi)
        if not self._guide.has_told_how and self._start.deadline is None and not self._taking.course.is_complete:
            self._show(self._guide.way_back())

    def _work(self, *, is_vi: bool) -> None:
        if sys.stdin.isatty():
            from fauxgate.shell.interactive import Shell  # noqa: PLC0415 - the pipe does without prompt_toolkit

            # What is due happens within each command, so that the checks see all that it leads to.
            shell = Shell(None, self._taking, is_vi=is_vi, toolbar=self._toolbar)
            shell.run()
            return
        from fauxgate.shell.piped import run_piped  # noqa: PLC0415 - one of two ways

        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        run_piped(self._taking.appliance, self._taking, sys.stdin, print)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the results, whatever ended the session."""
        try:
            self._grade()
        finally:
            self._taking.close()
            self._files.close()

    def _open_files(self, *, is_new: bool, title: str) -> None:
        self._directory.mkdir(parents=True, exist_ok=True)
        if is_new:
            self._record.begin(self._start)
        mode = "w" if is_new else "a"
        cast = self._files.enter_context((self._directory / RECORDING).open(mode, encoding="utf-8"))
        text = self._files.enter_context((self._directory / TRANSCRIPT).open(mode, encoding="utf-8"))
        self._recording = Recording(cast.write, text.write, self._clock.now)
        if is_new:
            self._recording.begin(title)

    def _welcome(self, *, is_new: bool) -> list[str]:
        course = self._taking.course
        if is_new:
            self._recording.mark(f"Step 1: {course.step.page.title}")
        first = [] if is_new else ["[lab] You are where you left. `fauxgate lab start --again` begins anew.", ""]
        last = ["", "[lab] `:lab` shows this again, `:lab hint` helps, `:lab check` tells what is missing.", ""]
        if self._start.deadline is not None:
            last = ["", f"[lab] This is an exam of {self._left()}: no hints, no solution. `:lab quit` ends it.", ""]
        return [*first, *self._guide.where(), *last]

    def _show(self, line: str) -> None:
        print(line)
        self._recording.show(line)

    def _told(self, changes: Sequence[Change]) -> None:
        for line in self._guide.changed(changes):
            self._show(line)
        for change in changes:
            if change.done and change.step < len(self._taking.lab.steps):
                page = self._taking.lab.steps[change.step].page
                self._recording.mark(f"Step {change.step + 1}: {page.title}")
        if self._is_over():
            self._show("[lab] The time of the exam is over.")
            self._taking.log_out()

    def _was_reset(self) -> None:
        """Keep only what was entered up to where the person went back to."""
        self._record.begin(self._start, self._taking.entered)
        for line in self._guide.where():
            self._show(line)

    def _toolbar(self) -> str:
        """What stands below the prompt: lab, step, score, virtual time, and how long an exam lasts."""
        course, lab = self._taking.course, self._taking.lab
        step = "all steps done" if course.is_complete else f"step {course.number} of {len(lab.steps)}"
        now = f"{self._taking.now():%Y-%m-%d %H:%M:%S}"
        left = f" | {self._left()} left" if self._start.deadline is not None else ""
        return f" {lab.title} | {step} | {course.score}/{lab.points} points | {now} UTC{left} "

    def _left(self) -> str:
        """How long an exam lasts, in minutes."""
        assert self._start.deadline is not None
        left = max(self._start.deadline - self._clock.now(), timedelta())
        minutes = -(-left // timedelta(minutes=1))
        return f"{minutes} minute{'' if minutes == 1 else 's'}"

    def _is_over(self) -> bool:
        return self._start.deadline is not None and self._clock.now() >= self._start.deadline

    def _grade(self) -> None:
        """Write the results. An exam that is left is over; its record is not continued."""
        found = results(self._taking, Times(self._start.began, self._clock.now(), self._start.deadline))
        texts = {RESULTS: json.dumps(found, indent=2) + "\n", JUNIT: junit(found), TABLE: table(found)}
        try:
            for name, text in texts.items():
                (self._directory / name).write_text(text, "utf-8")
            if self._start.deadline is not None:
                self._record.remove()
        except OSError as error:
            raise ResultsNotKept(self._directory, error.strerror or str(error)) from error
        if self._start.deadline is not None:
            print(f"[lab] Exam: {found['score']} of {found['points']} points. The results are in {self._directory}.")


def _columns() -> int:
    return shutil.get_terminal_size().columns


def progress(directory: Path) -> str:
    """How far a person is in a lab, as its last results tell; empty if there are none."""
    try:
        found: dict[str, Any] = json.loads((directory / RESULTS).read_text("utf-8"))
        return "done" if found["complete"] else f"{found['score']}/{found['points']}"
    except (OSError, ValueError, KeyError):
        return ""
