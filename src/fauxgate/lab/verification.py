"""Whether a lab is sound: nothing of it is true at the start, all of it after the solution, and each check just once.

`verify` plays a lab as its solution has it. `mutants` plays it with one line of the solution removed or altered, and
looks whether exactly the checks fail that `# for` names for that line.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fauxgate.lab.bench import MakeBench
from fauxgate.lab.description import Lab, load
from fauxgate.lab.errors import LabInvalid
from fauxgate.lab.mentions import Mentions
from fauxgate.lab.solution import Line
from fauxgate.lab.taking import Taking

if TYPE_CHECKING:
    from fauxgate.lab.course import Change

REMOVED, ALTERED = "removed", "altered"

WAITING = "avoided"
"""The kind of check that is true only when the rest of its step is, and so depends on all its lines."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a lab, with which seed and fault."""

    lab: str
    seed: int
    fault: str
    text: str


def verify(folder: Path, seeds: Sequence[int], make: MakeBench) -> Iterator[Problem]:
    """What is wrong with the lab in a folder, with each seed and each of its faults."""
    for lab in variants(folder, seeds):
        if isinstance(lab, Problem):
            yield lab
            continue
        problems = [*_links(folder, lab), *_names(lab), *_played(lab, make)]
        yield from (Problem(lab.name, lab.seed, lab.fault, text) for text in problems)


def mutants(folder: Path, seeds: Sequence[int], make: MakeBench) -> Iterator[Problem]:
    """The lines of the solution on which other checks depend than it says, with each seed and each fault."""
    for lab in variants(folder, seeds):
        if isinstance(lab, Problem):
            yield lab
            continue
        for number, line in enumerate(lab.solution):
            for how, text in ((REMOVED, None), (ALTERED, line.altered or altered(line.text))):
                failed = failing(lab, number, text, make)
                if failed != line.needed_by:
                    told = f"{line.text!r} {how} fails {_list(failed)}, and is for {_list(line.needed_by)}"
                    yield Problem(lab.name, lab.seed, lab.fault, told)


def variants(folder: Path, seeds: Sequence[int]) -> Iterator[Lab | Problem]:
    """The lab with each seed and each fault, or what keeps it from being read."""
    for seed in seeds:
        try:
            lab = load(folder, seed)
            yield lab
            for fault in lab.faults:
                if fault != lab.fault:
                    yield load(folder, seed, fault)
        except LabInvalid as error:
            yield Problem(folder.name, seed, "", f"{error.place}: {error.reason}")


def altered(line: str) -> str:
    """The line with another last word: a number is one more, and any other word has a letter more."""
    before, space, last = line.rpartition(" ")
    plain = last.strip('"')
    other = str(int(plain) + 1) if re.fullmatch("[0-9]{1,9}", plain) else f"{plain}x"
    return f"{before}{space}{last.replace(plain, other) if plain else 'x'}"


def failing(lab: Lab, number: int, instead: str | None, make: MakeBench) -> frozenset[str]:
    """The checks that are not true at the end of their steps when a line of the solution is left out or replaced.

    Each step is looked at as if those before it were done. Where a block of lines began at the top, the run is brought
    back there at its end.
    """
    taking = Taking(lab, make, lambda _line: None)
    try:
        for position, line in enumerate(lab.solution):
            text = instead if position == number else line.text
            if text is not None:
                taking.enter(text)
            following = lab.solution[position + 1] if position + 1 < len(lab.solution) else None
            if (following is None or following.block != line.block) and not taking.is_at_top:
                taking.interrupt()
                taking.look()
            if following is None or following.step != line.step:
                taking.leave_step(line.step)
        met = taking.course.met
    finally:
        taking.close()
    return frozenset(_failed(lab, met))


def _failed(lab: Lab, met: frozenset[str]) -> Iterator[str]:
    """The checks that are not true; one that waits for the others of its step only where those are."""
    for step in lab.steps:
        failed = [check for check in step.checks if check.id not in met]
        others = [check for check in failed if check.kind != WAITING]
        yield from (check.id for check in others or failed)


def _played(lab: Lab, make: MakeBench) -> Iterator[str]:
    try:
        first = _Play(lab, make)
        problems = list(first.problems())
        if not problems and _Play(lab, make).outcome != first.outcome:
            problems.append("played twice with the same seed it prints something else")
    except LabInvalid as error:
        problems = [f"{error.place}: {error.reason}"]
    yield from problems


def _links(folder: Path, lab: Lab) -> Iterator[str]:
    for step in lab.steps:
        for link in step.page.links:
            parts = urlsplit(link)
            is_there = bool(parts.netloc) if parts.scheme else (folder / parts.path).exists()
            if not is_there:
                yield f"{step.page.title}: the link {link} leads nowhere"


def _names(lab: Lab) -> Iterator[str]:
    """Checks that the solution names and the lab does not have, and the other way round."""
    named: set[str] = set().union(*(line.needed_by for line in lab.solution))
    known = {check.id for check in lab.checks}
    yield from (f"the solution names a check {name} that there is not" for name in sorted(named - known))
    waiting = {check.id for check in lab.checks if check.kind == WAITING}
    yield from (f"no line of the solution is for the check {name}" for name in sorted(known - named - waiting))


class _Play:
    """One run of a lab through its solution."""

    def __init__(self, lab: Lab, make: MakeBench) -> None:
        self._lab = lab
        self.printed: list[str] = []
        self._turned: list[Change] = []
        self._wrong: list[str] = []
        self._mentions = Mentions(lab)
        taking = Taking(lab, make, self.printed.append)
        try:
            self._wrong += taking.refused_at_start
            if taking.course.done:
                self._wrong.append("step 1 is done before anything was done in it")
            self._look_at_beginning(taking)
            taking.told = self._turned.extend
            for line in lab.solution:
                self._mentions.look(taking.view().console)
                self._enter(taking, line)
            self._mentions.look(taking.view().console)
            self._points = taking.course.score, taking.course.bonus
            self._is_complete = taking.course.is_complete
            self._missed = [] if self._is_complete else [it.sentence for it in taking.course.findings if not it.is_met]
            self._number = taking.course.number
        finally:
            taking.close()

    @property
    def outcome(self) -> tuple[object, ...]:
        """What must be the same each time."""
        return self.printed, self._points, self._turned

    def problems(self) -> Iterator[str]:
        """What was wrong."""
        yield from self._wrong
        yield from self._mentions.problems()
        if not self._is_complete:
            yield f"the solution ends in step {self._number}: {'; '.join(self._missed)}"
            return
        told = [it.finding for it in self._turned if it.finding is not None]
        times = Counter(it.check.id for it in told if it.is_met)
        for check in self._lab.checks:
            if times[check.id] != 1:
                yield f"{check.id} turns true {times[check.id]} times"
        yield from (f"{it.check.id} turns false on the way" for it in told if not it.is_met)

    def _enter(self, taking: Taking, line: Line) -> None:
        if taking.course.is_complete or taking.course.number != line.step:
            self._wrong.append(f"{line.text!r} of step {line.step} comes in step {taking.course.number}")
        number = taking.course.number
        error = taking.enter(line.text)
        if taking.course.number > number + 1:
            self._wrong.append(f"step {number + 1} is done before anything was done in it")
        elif taking.course.number > number:
            self._look_at_beginning(taking)
        if error is not None and not self._is_wanted(line):
            self._wrong.append(f"{line.text!r} is refused: {error}")

    def _look_at_beginning(self, taking: Taking) -> None:
        """Of a step: before anything was done in it, each of its checks must be able to fail."""
        true = [finding.check.id for finding in taking.course.findings if finding.is_met]
        self._wrong += [f"{name} is true at the start of its step" for name in true]

    def _is_wanted(self, line: Line) -> bool:
        """Whether a check depends on the line's being refused."""
        return any(check.id in line.needed_by and check.fields.get("refused") for check in self._lab.checks)


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"
