"""The steps and checkpoints of a person, in a file, so that they can go back and forth in another run too.

The file is a series of records (`device.records`). `back` and `forth` tell what leads over a step to before it and to
after it, `line` then names it, and `from` and `to` are the places. Instead of `line` there is `meanwhile` where what
was saved has changed by itself: going back over a step goes back over what came after it, too. `undone`, `redone` and
`forgotten` tell what became of steps, and `checkpoint` is a name and a configuration.

Steps that change nothing but what is being edited are not written down: a step of another run is all that was typed up
to what saved it.
"""

from collections.abc import Callable

from fauxgate.cli.console import Console
from fauxgate.cli.earlier import place, way, whole
from fauxgate.cli.step_records import StepRecords
from fauxgate.cli.steps import Moment, News, Step, Travel
from fauxgate.device import records
from fauxgate.device.state_files import StateFiles
from fauxgate.model.snapshot import Snapshot, take

FILE = "steps"
# Of a longer file the older half of the steps is forgotten.
LONGEST_FILE = 2_000_000


class KeptSteps:
    """Keeps the file in step with the steps of a console."""

    def __init__(self, console: Console, files: StateFiles, tell: Callable[[str], None]) -> None:
        self._console = console
        self._files = files
        self._tell = tell
        self._end = 0
        self._shortened = 0
        self._last: Snapshot | None = None

    def read(self) -> None:
        """Give the console its steps."""
        content = self._files.read(FILE) or b""
        found = StepRecords()
        end = 0
        for record in records.read(content):
            found.take(record)
            end = record.end
        if end < len(content):
            self._tell(f"the last {len(content) - end} bytes of {FILE} are half written, and were dropped")
        # The beginning of a step stands for nothing.
        self._end = found.end
        steps = self._console.steps
        steps.done.extend(found.steps_done())
        steps.undone.extend(found.steps_undone())
        steps.checkpoints.update(found.checkpoints)
        steps.news = []
        self._last = take(self._console.appliance.configuration)

    def save(self) -> None:
        """Write down what has happened. Raises OSError."""
        steps, configuration = self._console.steps, self._console.appliance.configuration
        assert steps.news is not None
        assert self._last is not None
        now = take(configuration, self._last)
        content, last = b"", self._last
        for news in steps.news:
            content += self._meanwhile(last, news.before, is_first=not (self._end or content)) + self._record(news)
            last = news.after
        content += self._meanwhile(last, now, is_first=not (self._end or content))
        if content:
            self._end = self._files.append(FILE, content, self._end)
        self._last = now
        steps.news.clear()
        if self._end > max(LONGEST_FILE, 2 * self._shortened):
            self._shorten()

    def _record(self, news: News) -> bytes:
        if news.checkpoint:
            text = whole(self._console.appliance.configuration, news.after)
            return records.written("checkpoint", f"{news.checkpoint}\n{text}")
        step = news.step
        assert step is not None
        if not _saves(step):
            # It is not written down; what was undone before it is no longer to be made again.
            return records.written("forgotten", "") if news.forgets else b""
        if news.travel:
            return records.written("undone" if news.travel is Travel.BACK else "redone", "")
        assert isinstance(step.before, Moment)
        assert isinstance(step.after, Moment)
        places = {"from": place(step.before), "to": place(step.after), "line": f"{step.line}\n"}
        written = b"".join(records.written(kind, text) for kind, text in places.items())
        return self._ways(news.before, news.after) + written

    def _meanwhile(self, before: Snapshot, after: Snapshot, *, is_first: bool) -> bytes:
        # What nobody has made a step before cannot be gone back over.
        if before is after or is_first:
            return b""
        ways = self._ways(before, after)
        return ways + records.written("meanwhile", "") if ways else b""

    def _ways(self, before: Snapshot, after: Snapshot) -> bytes:
        configuration = self._console.appliance.configuration
        ways = {"back": way(configuration, after, before), "forth": way(configuration, before, after)}
        return b"".join(
            records.written(f"{kind}whole" if way.is_whole else kind, way.text)
            for kind, way in ways.items()
            if way.is_whole or way.text
        )

    def _shorten(self) -> None:
        found = StepRecords()
        for record in records.read(self._files.read(FILE) or b""):
            found.take(record)
        content = found.shortened(LONGEST_FILE // 2)
        self._files.replace(FILE, content)
        self._end = self._shortened = len(content)


def _saves(step: Step) -> bool:
    """Whether a step has changed what is saved."""
    before, after = step.before, step.after
    return not (isinstance(before, Moment) and isinstance(after, Moment) and before.snapshot is after.snapshot)
