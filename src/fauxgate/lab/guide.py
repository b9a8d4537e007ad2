"""What a person is told while taking a lab: the task, what has changed, hints, the goal and the solution."""

from collections.abc import Callable, Iterator, Sequence

from fauxgate.lab.course import Change, Finding, asked
from fauxgate.lab.errors import NoSuchStep, NotInExam
from fauxgate.lab.goal import leading_to
from fauxgate.lab.layout import laid_out
from fauxgate.lab.record import HINT, Entered
from fauxgate.lab.taking import Taking

MARK = "[lab]"


class Guide:
    """The lab's own words (`LabControls`), and what is told after each command.

    `is_exam` withholds all help; `width` is how many columns the terminal has now; `start` is the command that
    continues the lab.
    """

    def __init__(
        self, taking: Taking, *, is_exam: bool = False, width: Callable[[], int] = lambda: 80, start: str = ""
    ) -> None:
        self._taking = taking
        self._is_exam = is_exam
        self._width = width
        self._start = start or f"fauxgate lab start {taking.lab.name}"
        self.has_told_how = False
        """Whether a person who leaves knows how to come back."""

    def where(self) -> Iterator[str]:
        """The lab, the step and its task, the score."""
        course = self._taking.course
        if course.is_complete:
            yield f"---- {course.lab.title}: all {len(course.lab.steps)} steps are done {self._score()}"
            yield ""
            yield f"{MARK} `exit` leaves; `fauxgate lab list` shows what comes next."
            return
        page = course.step.page
        yield f"---- {course.lab.title}, step {course.number} of {len(course.lab.steps)}: {page.title} {self._score()}"
        yield ""
        yield from laid_out(page.task, self._width())

    def hint(self) -> Iterator[str]:
        """The next hint; when all are given, they are given again."""
        self._refuse_in_exam("hint")
        taking = self._taking
        hints = taking.course.step.page.hints
        given = sum(each.kind == HINT and each.text == str(taking.course.number) for each in taking.entered)
        if not hints:
            yield f"{MARK} There are no hints for this step."
        elif given < len(hints):
            taking.note(Entered(HINT, str(taking.course.number), taking.now()))
            yield from self._hint(given + 1, hints)
        else:
            for number in range(1, len(hints) + 1):
                yield from self._hint(number, hints)

    def check(self) -> Iterator[str]:
        """Every check of the step, with what was found."""
        course = self._taking.course
        if course.is_complete:
            yield f"{MARK} All steps are done. {self._score()}"
            return
        for finding in asked(course.step, self._taking.view()):
            yield f"{MARK} {_sign(finding)} {finding.sentence}{' (bonus)' if finding.check.bonus else ''}"
        if not self._taking.is_at_top:
            yield f"{MARK} You have not left the configuration; what is not saved does not count yet."
        yield f"{MARK} {self._score()} `:lab reset {course.number}` begins this step anew."

    def goal(self) -> Iterator[str]:
        """What leads from what is saved to what is to be saved at the end of the step."""
        self._refuse_in_exam("goal")
        lines = list(leading_to(self._taking, self._taking.course.number))
        yield from lines or [
            f"{MARK} Nothing is left to configure in this step; `:lab check` tells what else is missing."
        ]

    def solution(self) -> Iterator[str]:
        """What would solve the step."""
        self._refuse_in_exam("solution")
        lab, number = self._taking.lab, self._taking.course.number
        yield from (text for line in lab.solution if line.step == number for text in line.text.split("\n"))

    def reset(self, step: str) -> Iterator[str]:
        """Back to the beginning of a step that was reached, or of the lab."""
        reached = len(self._taking.course.done) + 1
        number = int(step) if step.isascii() and step.isdecimal() and len(step) < 4 else 0 if step else 1
        if not 1 <= number <= min(reached, len(self._taking.lab.steps)):
            raise NoSuchStep(step, min(reached, len(self._taking.lab.steps)))
        self._taking.wanted_reset = number
        yield f"{MARK} Back to the beginning of step {number}." if step else f"{MARK} Back to the beginning."

    def quit(self) -> Iterator[str]:
        """Leave; what was entered is kept."""
        if self._is_exam:
            yield f"{MARK} The exam is over."
            return
        self.has_told_how = True
        yield self.way_back()

    def way_back(self) -> str:
        """How the lab is continued."""
        return f"{MARK} {self._score()} `{self._start}` continues here."

    def changed(self, changes: Sequence[Change]) -> Iterator[str]:
        """What is told after a command."""
        for change in changes:
            if change.finding is not None:
                word = "done" if change.finding.is_met else "no longer"
                yield f"{MARK} {word}: {change.finding.sentence} {self._score()}"
            elif change.done:
                yield from self._finished(change.step)
            else:
                yield f"{MARK} Step {change.step} is open again. {self._score()}"

    def _finished(self, number: int) -> Iterator[str]:
        course = self._taking.course
        yield f"{MARK} Step {number} of {len(course.lab.steps)} is done."
        afterwards = course.lab.steps[number - 1].page.afterwards
        if afterwards:
            yield ""
            yield from laid_out(afterwards, self._width())
        yield ""
        if number == len(course.done):
            yield from self.where()

    def _hint(self, number: int, hints: Sequence[str]) -> Iterator[str]:
        yield f"{MARK} Hint {number} of {len(hints)}:"
        yield ""
        yield from laid_out(hints[number - 1], self._width())

    def _score(self) -> str:
        course = self._taking.course
        bonus = f" +{course.bonus}" if course.bonus else ""
        return f"({course.score}/{course.lab.points}{bonus})"

    def _refuse_in_exam(self, word: str) -> None:
        if self._is_exam:
            raise NotInExam(word)


def _sign(finding: Finding) -> str:
    return "yes:" if finding.is_met else "no: "
