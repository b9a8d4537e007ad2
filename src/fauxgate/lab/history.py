"""What happened while a lab is taken: the lines that were typed, and what was printed."""

from dataclasses import dataclass, field
from datetime import datetime

LONGEST_OUTPUT = 20_000
"""How many printed lines are remembered at least; the oldest are forgotten when there are twice as many."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One line that was entered: its words in full, without abbreviations; `code` if it was refused, else None.

    A line that was refused without a code has -1. `at_top` says where the person was after it.
    """

    words: tuple[str, ...]
    code: int | None
    moment: datetime
    at_top: bool = True

    @property
    def is_refused(self) -> bool:
        """Whether it was refused."""
        return self.code is not None


@dataclass(slots=True)
class History:
    """All of it, from the beginning of the lab; a step looks at what came since it began.

    `exchanges` is the number of the last exchange before the lab began; `forgotten` counts printed lines.
    """

    began: datetime
    typed: list[Typed] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    exchanges: int = 0
    since: int = 0
    printed_since: int = 0
    forgotten: int = 0

    def begin_step(self, typed: int, printed: int) -> None:
        """Look at what has come since so many lines."""
        self.since, self.printed_since = typed, printed

    def print(self, line: str) -> None:
        """Note a printed line."""
        self.printed.append(line)
        if len(self.printed) >= 2 * LONGEST_OUTPUT:
            del self.printed[:LONGEST_OUTPUT]
            self.forgotten += LONGEST_OUTPUT

    @property
    def printed_so_far(self) -> int:
        """How many lines were printed, those that are forgotten too."""
        return self.forgotten + len(self.printed)

    @property
    def in_step(self) -> list[Typed]:
        """What was typed in this step."""
        return self.typed[self.since :]

    @property
    def seen_in_step(self) -> list[str]:
        """What was printed in this step."""
        return self.printed[max(0, self.printed_since - self.forgotten) :]
