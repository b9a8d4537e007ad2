"""Counts the physical lines of a text that is loaded: every line is accepted, refused, or says nothing."""

import re
from dataclasses import dataclass

from fauxgate.language.reader import Line

# A backslash before the end of a line joins two of them, and they may be blank together.
_REMARK = re.compile(r"(?:[ \t\f\xa0\r]|\\(?:\n|\Z))*+|[ \t\f\xa0\r]*+#.*", re.DOTALL)


@dataclass(slots=True)
class Tally:
    """How many physical lines were accepted, refused, and were blank or comments; a value over several has them all."""

    accepted: int = 0
    refused: int = 0
    remarks: int = 0

    @property
    def lines(self) -> int:
        """How many were read."""
        return self.accepted + self.refused + self.remarks

    def accept(self, lines: int, remarks: int) -> None:
        """Count so many lines, of which none was refused and so many are blank or comments."""
        self.remarks += remarks
        self.accepted += lines - remarks


def physical_lines(text: str) -> int:
    r"""How many lines a text has whose lines end in `\n`; what stands behind the last line end is a line too."""
    return text.count("\n") + (not text.endswith("\n") and text != "")


def lines_of(line: Line) -> int:
    """How many physical lines a logical one takes."""
    return line.text.count("\n") + 1


def is_remark(text: str) -> bool:
    """Whether a logical line is blank or a comment."""
    return _REMARK.fullmatch(text) is not None
