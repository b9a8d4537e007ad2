"""What a person has entered in a lab, in a file, so that it can be continued: a line of JSON each.

The same seed gives the same appliance, so what was entered is all that is needed to come back to where it was.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Entered:
    """One thing that was entered, and when by the lab's clock.

    A line, the answer to a question, Ctrl-C, or the number of the step in which a hint was taken.
    """

    kind: str
    text: str
    moment: datetime


LINE, ANSWER, INTERRUPT, HINT = KINDS = ("line", "answer", "interrupt", "hint")
UNREADABLE = (ValueError, TypeError, KeyError, OverflowError, RecursionError)
"""What a line raises that somebody else has written."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a lab was started with, and when in real time; `deadline` is the real moment at which an exam ends."""

    lab: str
    seed: int
    began: datetime
    student: str = ""
    deadline: datetime | None = None


class Record:
    """The file of one lab that is being taken. Writing raises OSError."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> tuple[Start, list[Entered]] | None:
        """What the file has, up to the first line that is not whole; None if there is none, or no beginning in it."""
        try:
            first, *others = self.path.read_text("utf-8", "replace").split("\n")
        except FileNotFoundError:
            return None
        start = _start(first)
        return None if start is None else (start, list(_whole(others)))

    def begin(self, start: Start, entered: Iterable[Entered] = ()) -> None:
        """Make the file anew."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_suffix(".part")
        part.write_text("".join(map(_line, (_told(start), *map(_said, entered)))), "utf-8")
        part.replace(self.path)

    def add(self, entered: Entered) -> None:
        """Write one thing more."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(_line(_said(entered)))

    def remove(self) -> None:
        """Forget the lab."""
        self.path.unlink(missing_ok=True)


def _line(found: dict[str, Any]) -> str:
    return json.dumps(found) + "\n"


def _told(start: Start) -> dict[str, Any]:
    deadline = start.deadline.isoformat() if start.deadline else None
    told = {"lab": start.lab, "seed": start.seed, "began": start.began.isoformat(), "student": start.student}
    return {**told, "deadline": deadline}


def _start(line: str) -> Start | None:
    try:
        found = json.loads(line)
        deadline = datetime.fromisoformat(found["deadline"]) if found["deadline"] else None
        began = datetime.fromisoformat(found["began"])
        return Start(str(found["lab"]), int(found["seed"]), began, str(found["student"]), deadline)
    except UNREADABLE:
        return None


def _said(entered: Entered) -> dict[str, Any]:
    return {"kind": entered.kind, "text": entered.text, "moment": entered.moment.isoformat()}


def _whole(lines: Iterable[str]) -> Iterator[Entered]:
    for line in lines:
        try:
            found = json.loads(line)
            entered = Entered(str(found["kind"]), str(found["text"]), datetime.fromisoformat(found["moment"]))
        except UNREADABLE:
            return
        if entered.kind not in KINDS or entered.moment.tzinfo is None:
            return
        yield entered
