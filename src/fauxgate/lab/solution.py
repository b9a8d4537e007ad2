"""The solution of a lab: what a person would type, step by step, and which checks depend on each line."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from fauxgate.language.reader import read

_DIRECTIVE = re.compile(r"# (step|for|only|altered|if|end)(?: (.+))?")
_NAMES = re.compile(r"[a-z0-9-]+(?: [a-z0-9-]+)*")


class BadSolution(ValueError):
    """A solution that begins without a step."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of it: the step it belongs to (from 1), the block of lines it stands in, and the checks that need it.

    `altered` is how it is to be altered when the lab is tried; empty: by its last word.
    """

    text: str
    step: int
    block: int
    needed_by: frozenset[str]
    altered: str = ""


def parse(text: str, faults: Collection[str] = ()) -> tuple[Line, ...]:
    """The lines of a solution that there are with these faults. Raises BadSolution."""
    reading = _Reading(frozenset(faults))
    return tuple(reading.lines(text))


def typed(text: str) -> tuple[str, ...]:
    """The lines of `start.conf`: those that are neither blank nor comments."""
    return tuple(line.text for line in read(text) if line.text.strip() and not line.text.lstrip().startswith("#"))


@dataclass(slots=True)
class _Reading:
    """Where in a solution one is: what the next line belongs to, and what it is for."""

    faults: frozenset[str]
    step: int = 0
    block: int = 0
    needed_by: frozenset[str] = frozenset()
    is_left_out: bool = False
    narrowed: frozenset[str] | None = None
    altered: str = ""

    def lines(self, text: str) -> Iterator[Line]:
        """The lines that there are."""
        for line in read(text):
            stripped = line.text.strip()
            if found := _DIRECTIVE.fullmatch(stripped):
                self._follow(found[1], found[2] or "")
            elif stripped and not stripped.startswith("#"):
                if not self.step:
                    reason = f"line {line.number} stands before the first `# step`"
                    raise BadSolution(reason)
                if not self.is_left_out:
                    needed_by = self.needed_by if self.narrowed is None else self.narrowed
                    yield Line(line.text.strip("\n"), self.step, self.block, needed_by, self.altered)
                self.narrowed, self.altered = None, ""

    def _follow(self, word: str, rest: str) -> None:
        """Do what a comment says; one that says nothing readable is only a comment."""
        names = frozenset(rest.split()) if _NAMES.fullmatch(rest) else frozenset()
        match word:
            case "step" if rest.isdecimal():
                self.step, self.block, self.needed_by, self.is_left_out = int(rest), self.block + 1, frozenset(), False
            case "for" if names:
                self.needed_by, self.block, self.is_left_out = names, self.block + 1, False
            case "only" if names:
                self.narrowed = names
            case "altered" if rest:
                self.altered = rest
            case "if" if names:
                self.is_left_out = not names & self.faults
            case "end" if not rest:
                self.is_left_out = False
