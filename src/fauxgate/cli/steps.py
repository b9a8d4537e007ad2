"""What a person has done, step by step, to go back and forth in: what was saved and where they stood."""

from collections import deque
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from fauxgate.errors import UserError

if TYPE_CHECKING:
    from fauxgate.cli.earlier import Earlier, Way
    from fauxgate.device.appliance import Appliance
    from fauxgate.model.editor import Editor
    from fauxgate.model.snapshot import Snapshot
    from fauxgate.model.standing import Standing

# The steps that are remembered; those before are forgotten one by one.
LONGEST = 10_000


class NothingTo(UserError):
    """There is no step to undo, or none that was undone to be made again."""

    def __init__(self, verb: str) -> None:
        super().__init__()
        self.verb = verb

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (f"There is nothing to {self.verb}.",)


class NoCheckpoint(UserError):
    """There is no checkpoint of that name; without a name, none at all."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__()
        self.name = name
        self.known = known

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        found = f"there are {', '.join(self.known)}" if self.known else "`:checkpoint` makes one"
        return (f"There is no checkpoint{f' {self.name!r}' if self.name else ''}; {found}.",)


@dataclass(frozen=True, slots=True)
class Moment:
    """What was saved at one time, and where the person stood."""

    snapshot: "Snapshot"
    standing: "Standing"


@dataclass(frozen=True, slots=True)
class Step:
    """A line that changed something, and how it was before and after."""

    line: str
    before: "Moment | Earlier"
    after: "Moment | Earlier"


class Travel(Enum):
    """Where a line goes in the steps; one that goes anywhere is no step itself."""

    BACK = "back"
    FORTH = "forth"


@dataclass(frozen=True, slots=True)
class News:
    """What happened to the steps: one was made, or gone back over, or made again; or a checkpoint was named.

    What was saved before it and after it.
    """

    before: "Snapshot"
    after: "Snapshot"
    step: Step | None = None
    travel: Travel | None = None
    checkpoint: str = ""
    forgets: bool = False
    """Whether steps that were undone can no longer be made again."""


@dataclass(slots=True)
class Steps:
    """The steps of one person; `undone` are those that can be made again, the next one last."""

    done: deque[Step] = field(default_factory=lambda: deque(maxlen=LONGEST))
    undone: list[Step] = field(default_factory=list)
    checkpoints: dict[str, "Snapshot | Way"] = field(default_factory=dict)
    travelled: tuple[Travel, Step] | None = None
    """Where the line that is carried out went."""
    last: Moment | None = None
    news: list[News] | None = None
    """What has happened since it was last written down, where somebody does that."""

    def begin(self, appliance: "Appliance", editor: "Editor") -> Moment:
        """How it is before a line."""
        from fauxgate.model.snapshot import take  # noqa: PLC0415 - the prompt does not wait for it

        self.travelled = None
        snapshot = take(appliance.configuration, self.last.snapshot if self.last else None)
        self.last = Moment(snapshot, editor.standing)
        return self.last

    def end(self, line: str, before: Moment, appliance: "Appliance", editor: "Editor") -> None:
        """Remember a line, if it has changed anything."""
        travelled = self.travelled
        after = self.begin(appliance, editor)
        if travelled is not None:
            travel, step = travelled
            self._tell(News(before.snapshot, after.snapshot, step, travel))
            return
        # To an equation of snapshots the order of the rows would not matter.
        is_other = after.snapshot is not before.snapshot or after.standing != before.standing
        if is_other:
            self.done.append(Step(line, before, after))
            self._tell(News(before.snapshot, after.snapshot, self.done[-1], forgets=bool(self.undone)))
            self.undone.clear()

    def last_done(self) -> Step:
        """The step that can be undone; raises NothingTo."""
        if not self.done:
            raise NothingTo("undo")
        return self.done[-1]

    def last_undone(self) -> Step:
        """The step that was undone last and can be made again; raises NothingTo."""
        if not self.undone:
            raise NothingTo("redo")
        return self.undone[-1]

    def go_back(self) -> None:
        """The last step is being undone."""
        self.undone.append(self.done.pop())
        self.travelled = Travel.BACK, self.undone[-1]

    def go_forth(self) -> None:
        """The step that was undone last is being made again."""
        self.done.append(self.undone.pop())
        self.travelled = Travel.FORTH, self.done[-1]

    def checkpoint(self, name: str, snapshot: "Snapshot") -> str:
        """Keep a snapshot, if need be under the next number; gives its name. The newest checkpoint is the last one."""
        name = name or next(str(number) for number in range(1, LONGEST) if str(number) not in self.checkpoints)
        self.checkpoints.pop(name, None)
        self.checkpoints[name] = snapshot
        self._tell(News(snapshot, snapshot, checkpoint=name))
        return name

    def find(self, name: str) -> "Snapshot | Way":
        """What was kept under a name, or last; raises NoCheckpoint."""
        name = name or next(reversed(self.checkpoints), "")
        found = self.checkpoints.get(name)
        if found is None:
            raise NoCheckpoint(name, tuple(self.checkpoints))
        return found

    def _tell(self, news: News) -> None:
        if self.news is not None:
            self.news.append(news)
