"""A lab at the shell: from where it was left to where it is left again, with its record, results and recording."""

import io
import json
import shutil
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from fauxgate.app.lab_bench import make_bench
from fauxgate.app.lab_files import RESULTS, LabFiles
from fauxgate.device.clock import WallClock
from fauxgate.errors import UserError
from fauxgate.lab.course import Change
from fauxgate.lab.description import load
from fauxgate.lab.guide import Guide
from fauxgate.lab.record import Start
from fauxgate.lab.recording import Recording
from fauxgate.lab.results import Times, results
from fauxgate.lab.taking import Taking


class ExamTaken(UserError):
    """An exam that was taken already."""

    def __init__(self, directory: Path) -> None:
        super().__init__()
        self.directory = directory

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"this exam was taken; its results are in {self.directory}. `--again` throws them away.",)


class Session:
    """One lab of one person, in the directory that keeps what belongs to it; `command` is what begins and continues it.

    Its methods raise UserErrors.
    """

    def __init__(self, folder: Path, directory: Path, command: str) -> None:
        self._folder = folder
        self._command = command
        self._files = LabFiles(directory)
        self._clock = WallClock()
        self._start: Start
        self._taking: Taking
        self._guide: Guide
        self._recording: Recording

    def open(self, new: Start, *, again: bool) -> None:
        """Bring the lab to where it was left, or begin it with `new`."""
        earlier = None if again else self._files.read()
        if earlier is None and new.deadline is not None and self._files.have_results and not again:
            raise ExamTaken(self._files.directory)
        self._start, entered = earlier or (new, [])
        lab = load(self._folder, self._start.seed)
        self._taking = Taking(lab, make_bench, self._show)
        self._recording = Recording(self._files.write_cast, self._files.write_text, self._clock.now)
        self._guide = Guide(self._taking, is_exam=self._is_exam, width=_columns, start=self._command)
        self._taking.use(self._guide)
        self._taking.play(entered)
        if earlier is None:
            self._files.begin(self._start)
            self._recording.begin(lab.title, *shutil.get_terminal_size())
        else:
            self._files.go_on(self._start, entered)
        self._attend()
        self._welcome(is_new=earlier is None)

    def run(self, *, is_vi: bool) -> None:
        """Let the person work until they leave or the time of an exam is over."""
        if not self._time_is_over():
            self._work(is_vi=is_vi)
        if not self._guide.has_told_how and not self._is_exam and not self._taking.course.is_complete:
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
        """Write the results, whatever ended the session. An exam that is left is over."""
        self._grade()
        self._taking.close()
        self._files.close(is_over=self._is_exam)
        if self._is_exam:
            course, directory = self._taking.course, self._files.directory
            print(f"[lab] Exam: {course.score} of {course.lab.points} points. The results are in {directory}.")

    @property
    def _is_exam(self) -> bool:
        return self._start.deadline is not None

    def _attend(self) -> None:
        """From now on tell, keep and record what happens."""
        taking = self._taking
        taking.noted, taking.told = self._files.add, self._told
        taking.reset, taking.typed = self._was_reset, self._recording.typed
        taking.is_over = self._time_is_over

    def _welcome(self, *, is_new: bool) -> None:
        step = self._taking.course.step
        if is_new:
            self._recording.mark(f"Step 1: {step.page.title}")
        first = [] if is_new else [f"[lab] You are where you left. `{self._command} --again` begins anew.", ""]
        last = "[lab] `:lab` shows this again, `:lab hint` helps, `:lab check` tells what is missing."
        if self._is_exam:
            last = f"[lab] This is an exam of {self._left()}: no hints, no solution. `:lab quit` ends it."
        for line in (*first, *self._guide.where(), "", last, ""):
            self._show(line)

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
            if change.done:
                # Whoever looks at the list of labs meanwhile sees how far this one is.
                self._grade()

    def _time_is_over(self) -> bool:
        """Whether the time of an exam is over; then nothing that is entered counts any more."""
        if self._start.deadline is None or self._clock.now() < self._start.deadline:
            return False
        if self._taking.is_open:
            self._show("[lab] The time of the exam is over.")
            self._taking.log_out()
        return True

    def _was_reset(self) -> None:
        """Keep only what was entered up to where the person went back to."""
        self._files.go_back(self._start, self._taking.entered)
        for line in self._guide.where():
            self._show(line)

    def _toolbar(self) -> str:
        """What stands below the prompt: lab, step, score, virtual time, and how long an exam lasts."""
        course, lab = self._taking.course, self._taking.lab
        step = "all steps done" if course.is_complete else f"step {course.number} of {len(lab.steps)}"
        now = f"{self._taking.now():%Y-%m-%d %H:%M:%S}"
        left = f" | {self._left()} left" if self._is_exam else ""
        return f" {lab.title} | {step} | {course.score}/{lab.points} points | {now} UTC{left} "

    def _left(self) -> str:
        """How long an exam lasts, in minutes."""
        assert self._start.deadline is not None
        left = max(self._start.deadline - self._clock.now(), timedelta())
        minutes = -(-left // timedelta(minutes=1))
        return f"{minutes} minute{'' if minutes == 1 else 's'}"

    def _grade(self) -> None:
        """Write the results as they are now."""
        start = self._start
        self._files.grade(results(self._taking, Times(start.began, self._clock.now(), start.deadline), start.student))


def _columns() -> int:
    return shutil.get_terminal_size().columns


def progress(directory: Path) -> str:
    """How far a person is in a lab, as its last results tell; empty if there are none."""
    try:
        found: dict[str, Any] = json.loads((directory / RESULTS).read_text("utf-8"))
        return "done" if found["complete"] else f"{found['score']}/{found['points']}"
    except (OSError, ValueError, KeyError):
        return ""
