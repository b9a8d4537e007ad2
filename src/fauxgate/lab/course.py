"""How far a person has come in a lab: which checks are true, which steps are done, and the score.

The checks of a step are asked while it is the current one. When all its required checks are true it is done, and keeps
what was true then; `:undo` back to before that moment opens it again, so the score never stays above what was done.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fauxgate.lab.checks import KINDS
from fauxgate.lab.description import Check, Lab, Step
from fauxgate.lab.view import View

NOTHING = "nothing"
LONGEST_FOUND = 80
"""How many letters of what was found are told; a certificate would fill the screen."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a check is true, and what was found."""

    check: Check
    is_met: bool
    found: str

    @property
    def sentence(self) -> str:
        """What is told of it."""
        return self.check.told if self.is_met else self.check.missed.replace("{found}", _shortened(self.found))


@dataclass(frozen=True, slots=True)
class Done:
    """A step that is done: the checks that were true, and where the person's history stood."""

    met: frozenset[str]
    depth: int
    typed: int
    printed: int


@dataclass(frozen=True, slots=True)
class Change:
    """What has become different: a check that turned true or false, or a step that is `done` or `opened` again."""

    step: int
    finding: Finding | None = None
    done: bool = False


class Course:
    """One person's way through a lab."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.done: list[Done] = []
        self.findings: tuple[Finding, ...] = ()

    @property
    def number(self) -> int:
        """The current step, from 1; that of the last one when all are done."""
        return min(len(self.done) + 1, len(self.lab.steps))

    @property
    def step(self) -> Step:
        """The current step."""
        return self.lab.steps[self.number - 1]

    @property
    def is_complete(self) -> bool:
        """Whether all steps are done."""
        return len(self.done) == len(self.lab.steps)

    @property
    def met(self) -> frozenset[str]:
        """The checks that count as true now."""
        own = frozenset(finding.check.id for finding in self.findings if finding.is_met)
        return own.union(*(done.met for done in self.done))

    @property
    def score(self) -> int:
        """What the required checks that count as true weigh."""
        return sum(check.weight for check in self.lab.checks if check.id in self.met and not check.bonus)

    @property
    def bonus(self) -> int:
        """What the others weigh."""
        return sum(check.weight for check in self.lab.checks if check.id in self.met and check.bonus)

    def look(self, view: View, depth: int) -> list[Change]:
        """Ask the checks; `depth` is how many steps can be undone. Gives what has become different, in order."""
        return list(self._changes(view, depth))

    def leave(self, step: int, view: View, depth: int) -> None:
        """Go on to the next step with whatever is true, if that one is the current one."""
        if self.number == step and not self.is_complete:
            self._finish(view, depth)

    def _changes(self, view: View, depth: int) -> Iterator[Change]:
        while self.done and self.done[-1].depth > depth:
            self.done.pop()
            self.findings = ()
            yield Change(self.number)
        self._begin(view)
        while not self.is_complete:
            before = {finding.check.id for finding in self.findings if finding.is_met}
            self.findings = tuple(asked(self.step, view))
            for finding in self.findings:
                if finding.is_met != (finding.check.id in before):
                    yield Change(self.number, finding)
            if not all(finding.is_met or finding.check.bonus for finding in self.findings):
                return
            yield self._finish(view, depth)

    def _finish(self, view: View, depth: int) -> Change:
        number, met = self.number, frozenset(finding.check.id for finding in self.findings if finding.is_met)
        self.done.append(Done(met, depth, len(view.history.typed), view.history.printed_so_far))
        self.findings = ()
        self._begin(view)
        return Change(number, done=True)

    def _begin(self, view: View) -> None:
        """Let the history begin where the current step did."""
        last = self.done[-1] if self.done else None
        view.history.begin_step(last.typed if last else 0, last.printed if last else 0)


def asked(step: Step, view: View) -> Iterator[Finding]:
    """The findings of a step's checks, in their order; those about the rest of the step are asked last."""
    plain = {check.id: _asked(check, view) for check in step.checks if check.kind != "avoided"}
    is_rest_met = all(finding.is_met or finding.check.bonus for finding in plain.values())
    rest = replace(view, is_rest_met=is_rest_met)
    for check in step.checks:
        yield plain[check.id] if check.id in plain else _asked(check, rest)


def _asked(check: Check, view: View) -> Finding:
    found = KINDS[check.kind].find(replace(view, condition=check.condition), check.fields)
    return Finding(check, check.condition.holds(found), found or NOTHING)


def _shortened(found: str) -> str:
    line = "".join(mark if mark.isprintable() else " " for mark in found)
    return line if len(line) <= LONGEST_FOUND else f"{line[: LONGEST_FOUND - 3]}..."
