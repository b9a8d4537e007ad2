"""One person taking a lab: each line is carried out, the checks are asked, and what has changed is told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.steps import Steps
from fauxgate.errors import UserError
from fauxgate.lab.bench import Bench, MakeBench, Write
from fauxgate.lab.course import Change, Course
from fauxgate.lab.history import History, Typed
from fauxgate.lab.record import ANSWER, INTERRUPT, LINE, Entered
from fauxgate.lab.view import View
from fauxgate.lab.words import full_words

if TYPE_CHECKING:
    from fauxgate.cli.controls import LabControls
    from fauxgate.device.appliance import Appliance
    from fauxgate.lab.description import Lab

UNNUMBERED = -1
"""The code of a refusal that has none."""

OWN = ":lab"
"""How the words begin that are about the lab itself, and change nothing in it."""


class Taking(CommandLine):
    """The command line of a person who takes a lab.

    `write` is given every line that is printed. `told` is called with what has become different after each line that
    was entered, and `noted` with what was entered; `typed` with a prompt and the line that was typed there, before it
    is carried out; `reset` after the person has gone back. While `is_over` is true nothing more is carried out.
    """

    def __init__(self, lab: "Lab", make: MakeBench, write: Write) -> None:
        super().__init__(lambda: self.bench.console, self._show)
        self.lab = lab
        self.course = Course(lab)
        self.entered: list[Entered] = []
        self.told: Callable[[Sequence[Change]], None] = lambda _changes: None
        self.noted: Callable[[Entered], None] = lambda _entered: None
        self.reset: Callable[[], None] = lambda: None
        self.typed: Callable[[str, str], None] = lambda _prompt, _line: None
        self.is_over: Callable[[], bool] = lambda: False
        self.wanted_reset: int | None = None
        self.refused_at_start: list[str] = []
        self._guide: LabControls | None = None
        self.bench: Bench
        self.history: History
        self._make = make
        self._out = write
        self._is_silent = False
        self._words: tuple[str, ...] = ()
        self._entered_at: dict[int, int] = {}
        self._number = 0
        self._begin()

    @property
    def appliance(self) -> "Appliance":
        """The appliance that there is now; going back makes another one."""
        return self._console.appliance

    def use(self, guide: "LabControls") -> None:
        """Let the lab's own words reach `guide`."""
        self._guide = self._console.lab = guide

    def run(self, line: str) -> UserError | None:
        """Carry out one line, then look at what it has made different."""
        if self.is_over():
            return None
        if not self._is_silent:
            self.typed(self.prompt, line)
        self._words = full_words(line, self._console)
        if line.strip() and self._words[:1] != (OWN,):
            self.note(Entered(LINE, line, self.now()))
        return self._look(super().run(line))

    def answer(self, key: str) -> UserError | None:
        """Answer the waiting question, then look."""
        if self.is_over():
            return None
        if not self._is_silent:
            self.typed(self.question or "", key)
        self.note(Entered(ANSWER, key, self.now()))
        return self._look(super().answer(key))

    def interrupt(self) -> None:
        """Ctrl-C, then look; at the top it leaves, and changes nothing."""
        if not self.is_at_top or self.question is not None:
            self.note(Entered(INTERRUPT, "", self.now()))
        self._words = ()
        super().interrupt()
        self.look()

    def play(self, entered: Iterable[Entered]) -> None:
        """Enter what was entered before, without a word: each at its own time."""
        with self._silently():
            for each in entered:
                appliance = self._console.appliance
                if each.moment > appliance.jobs.present:
                    appliance.set_clock(each.moment)
                    appliance.jobs.run_due()
                match each.kind:
                    case "line":
                        self.run(each.text)
                    case "answer":
                        self.answer(each.text)
                    case "interrupt":
                        self.interrupt()
                    case _:
                        self.note(each)
            # Whoever comes back has not logged out.
            self._console.is_open = True

    def enter(self, line: str) -> UserError | None:
        """Enter a line, and yes to whatever is asked then."""
        error = self.run(line)
        while self.question is not None:
            error = self.answer("y") or error
        return error

    def start_over(self, step: int) -> None:
        """Back to where a step that was reached began, from 1; what was entered since is forgotten."""
        kept = self.entered[: self._entered_at.get(step, 0)]
        self.close()
        self._begin()
        self.play(kept)

    def now(self) -> datetime:
        """The lab's present moment."""
        return self._console.appliance.clock.now()

    def another(self) -> "Taking":
        """The same lab once more, from its beginning, which prints nothing."""
        return Taking(self.lab, self._make, lambda _line: None)

    def view(self) -> View:
        """What the checks look at."""
        return View(self._console, self.history)

    def look(self) -> None:
        """Ask the checks, and tell what has become different."""
        console = self._console
        with console.appliance.lock:
            changes = self.course.look(self.view(), len(console.steps.done))
        for number in range(1, len(self.course.done) + 2):
            self._entered_at.setdefault(number, len(self.entered))
        for number in [it for it in self._entered_at if it > len(self.course.done) + 1]:
            del self._entered_at[number]
        if not self._is_silent:
            self.told(changes)

    def leave_step(self, step: int) -> None:
        """Go on to the next step, if that one is the current one, with whatever is true of it."""
        self.course.leave(step, self.view(), len(self._console.steps.done))
        self.look()

    def close(self) -> None:
        """End what listens."""
        self.bench.close()

    def _begin(self) -> None:
        """Start from the beginning of the lab."""
        self._number += 1
        self.bench = self._make(self.lab, partial(self._show_of, self._number))
        self.begin_anew()
        self._forget()
        with self._silently():
            refused = [(line, error) for line in self.lab.start if (error := self.enter(line)) is not None]
            self.refused_at_start = [f"{line!r} of the start is refused: {error}" for line, error in refused]
        console = self._console
        console.lab = self._guide
        console.editor.reset()
        console.steps = Steps()
        console.appliance.event_log.clear()
        self._forget()
        with self._silently():
            self.look()

    def _forget(self) -> None:
        """Begin the history and the course of the lab here."""
        self.course, self.entered, self._entered_at = Course(self.lab), [], {1: 0}
        exchanges = self._console.exchanges.all
        self.history = History(self.now(), exchanges=exchanges[-1].number if exchanges else 0)

    def _look(self, error: UserError | None) -> UserError | None:
        """Let happen what is due, note what was typed, and ask the checks, unless a question waits."""
        if self.question is not None:
            return error
        console = self._console
        console.appliance.jobs.run_due()
        words, self._words = self._words, ()
        if words and words[0] != OWN:
            code = None if error is None else error.code
            self.history.typed.append(
                Typed(words, UNNUMBERED if error and code is None else code, self.now(), self.is_at_top)
            )
        self.look()
        if self.wanted_reset is not None:
            step, self.wanted_reset = self.wanted_reset, None
            self.start_over(step)
            self.reset()
        return error

    def note(self, entered: Entered) -> None:
        """Remember what was entered, for whoever comes back to it."""
        self.entered.append(entered)
        if not self._is_silent:
            self.noted(entered)

    def _show_of(self, number: int, line: str) -> None:
        """Show what one appliance prints; one that was left behind prints nothing more."""
        if number == self._number:
            self._show(line)

    def _show(self, line: str) -> None:
        # What the lab itself says is no output of the appliance.
        if "history" in self.__dict__ and self._words[:1] != (OWN,):
            self.history.print(line)
        if not self._is_silent:
            self._out(line)

    @contextmanager
    def _silently(self) -> Iterator[None]:
        """Print and tell nothing."""
        before, self._is_silent = self._is_silent, True
        try:
            yield
        finally:
            self._is_silent = before
