"""What the records of a file of steps tell (`kept_steps`)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fauxgate.cli.earlier import Earlier, Way
from fauxgate.cli.steps import LONGEST, Step
from fauxgate.device import records
from fauxgate.device.records import Record


@dataclass(frozen=True, slots=True)
class Passage:
    """What one `line` or `meanwhile` tells, and all its records; `step` is the line and the places, or None."""

    back: Way
    forth: Way
    step: tuple[str, str, str] | None
    content: bytes


@dataclass(frozen=True, slots=True)
class Undone:
    """A step that can be made again, after what had changed by itself since the step before it."""

    meanwhile: tuple[Passage, ...]
    step: Passage


class StepRecords:
    """The records taken in one after the other; `end` is behind the last that says something by itself."""

    def __init__(self) -> None:
        self.checkpoints: dict[str, Way] = {}
        self.end = 0
        self._done: list[Passage] = []
        self._undone: list[Undone] = []
        self._parts: dict[str, Record] = {}

    def take(self, record: Record) -> None:
        """The next record."""
        match record.kind:
            case "line" | "meanwhile":
                self._done.append(self._passage(record))
                if record.kind == "line":
                    self._undone.clear()
            case "undone":
                self._undo()
            case "redone":
                if self._undone:
                    _make_again(self._done, self._undone.pop())
            case "forgotten":
                self._undone.clear()
            case "checkpoint":
                name, _, text = record.text.partition("\n")
                self.checkpoints.pop(name, None)
                self.checkpoints[name] = Way(text, is_whole=True)
            case _:
                self._parts[record.kind] = record
                return
        self._parts.clear()
        self.end = record.end

    def steps_done(self) -> Iterator[Step]:
        """The steps that can be undone, the last one last."""
        meanwhile: list[Passage] = []
        for number, passage in enumerate(self._done):
            if passage.step is None:
                meanwhile.append(passage)
                continue
            yield _step(meanwhile, passage, _until_step(self._done[number + 1 :]))
            meanwhile = []

    def steps_undone(self) -> Iterator[Step]:
        """The steps that can be made again, the next one last."""
        return (_step(each.meanwhile, each.step, ()) for each in self._undone)

    def shortened(self, size: int) -> bytes:
        """Records that tell the same, but of no more of the last steps than fit into so many bytes."""
        kept = list(self._done)
        for undone in reversed(self._undone):
            _make_again(kept, undone)
        while len(kept) > LONGEST or (kept and sum(len(each.content) for each in kept) > size):
            kept = kept[len(kept) // 10 + 1 :]
        names = [records.written("checkpoint", f"{name}\n{way.text}") for name, way in self.checkpoints.items()]
        undoings = [records.written("undone", "")] * len(self._undone)
        return b"".join([*names, *(each.content for each in kept), *undoings])

    def _passage(self, record: Record) -> Passage:
        found = [*self._parts.values(), record]
        content = b"".join(records.written(each.kind, each.text) for each in found)
        texts = {kind: each.text for kind, each in self._parts.items()}
        is_step = record.kind == "line"
        step = (record.text.removesuffix("\n"), texts.get("from", ""), texts.get("to", "")) if is_step else None
        return Passage(_way(texts, "back"), _way(texts, "forth"), step, content)

    def _undo(self) -> None:
        """Going back over a step goes back over what came after it by itself, too, and that does not come again."""
        while self._done:
            passage = self._done.pop()
            if passage.step is not None:
                self._undone.append(Undone(_last_meanwhile(self._done), passage))
                return


def _make_again(done: list[Passage], undone: Undone) -> None:
    if _last_meanwhile(done) != undone.meanwhile:
        done.extend(undone.meanwhile)
    done.append(undone.step)


def _step(meanwhile: Sequence[Passage], passage: Passage, later: Sequence[Passage]) -> Step:
    assert passage.step is not None
    line, origin, end = passage.step
    back = (*(each.back for each in reversed(later)), passage.back)
    forth = (*(each.forth for each in meanwhile), passage.forth)
    return Step(line, Earlier(back, origin), Earlier(forth, end))


def _way(texts: dict[str, str], kind: str) -> Way:
    whole = texts.get(f"{kind}whole")
    return Way(texts.get(kind, "")) if whole is None else Way(whole, is_whole=True)


def _until_step(passages: Sequence[Passage]) -> Sequence[Passage]:
    return next((passages[:number] for number, each in enumerate(passages) if each.step is not None), passages)


def _last_meanwhile(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(_until_step(passages[::-1])[::-1])
