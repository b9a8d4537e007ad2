"""Types a script at a command line and sums up what was refused."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.refused import refused
from fauxgate.cli.session import TypedSession
from fauxgate.cli.tally import Tally, is_remark, lines_of
from fauxgate.cli.text import Line, read
from fauxgate.device.appliance import Appliance
from fauxgate.device.config_errors import ConfigError

# What answers a question; where nothing was carried out, nobody has asked.
KEYS = frozenset({"y", "n", "Y", "N"})


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a script.

    `unfinished` names the enrollments that have no outcome yet. `kept` are the paths that nobody has described and what
    nobody has described at others, with the path before it: both were kept word for word. `stopped` is the line after
    which nothing was typed any more, 0 if all was.
    """

    tally: Tally
    refusals: tuple[ConfigError, ...]
    unfinished: tuple[str, ...]
    kept: tuple[str, ...] = ()
    stopped: int = 0


class Script:
    """Runs scripts on one appliance; `stands_still` says that its clock moves only when it is put forward, or let run.

    With `said`, comments are not typed but given to it: they speak to the person who watches. With `rehearsed`, the
    command line puts there what it has only read, and keys that would answer it are passed over.
    """

    def __init__(
        self,
        appliance: Appliance,
        command_line: CommandLine,
        write: Callable[[str], None],
        *,
        stands_still: bool,
        said: Callable[[str], None] | None = None,
        rehearsed: Sequence[str] | None = None,
    ) -> None:
        self._appliance = appliance
        self._command_line = command_line
        self._session = TypedSession(command_line, write, self._settle)
        self._stands_still = stands_still
        self._said = said
        self._rehearsed = rehearsed
        self._control_follows = False

    def run(self, text: str, *, is_strict: bool = False) -> Summary:
        """Type every line of `text`, let every enrollment come to its end, and sum up."""
        return self.type(list(read(text)), is_strict=is_strict)

    def type(self, lines: Sequence[Line], *, is_strict: bool = False) -> Summary:
        """The same for lines that have been read; up to the first one that is refused, if it is strict."""
        tally, stopped = Tally(), 0
        refusals: list[ConfigError] = []
        for position, line in enumerate(lines):
            if not self._command_line.is_open or (is_strict and refusals):
                stopped = lines[position - 1].number
                break
            self._control_follows = _control_follows(lines, position + 1)
            error = self._typed(line, tally)
            if error is not None:
                refusals.append(error)
        return Summary(tally, tuple(refusals), self._appliance.enrolling, tuple(self._kept()), stopped)

    def _typed(self, line: Line, tally: Tally) -> ConfigError | None:
        """Type a line, and count it."""
        if self._said and _is_comment(line):
            self._said(line.text)
            tally.remarks += lines_of(line)
            return None
        if self._rehearsed and line.text.strip() in KEYS:
            tally.accepted += 1
            return None
        answers = self._command_line.question is not None
        error = self._session.type(line.text)
        if error is not None:
            tally.refused += lines_of(line)
            return refused(line, (), error)
        if not answers and is_remark(line.text):
            tally.remarks += lines_of(line)
        else:
            tally.accepted += lines_of(line)
        return None

    def _kept(self) -> Iterator[str]:
        configuration = self._appliance.configuration
        yield from map(" ".join, configuration.kept_paths)
        for path, words in configuration.kept_options.items():
            yield from (f"{' '.join(path)}: {word}" for word in words)

    def _settle(self) -> None:
        """Fire what is due and, where the clock stands still, jump from wait to wait until no enrollment is left.

        A control word acts while the appliance waits (`:ca approve 1` between two polls), so nothing is jumped over
        before one; whatever is asked of the appliance itself sees the outcome.
        """
        self._appliance.jobs.run_due()
        if self._stands_still and self._appliance.clock.is_frozen and not self._control_follows:
            while self._appliance.enrolling and self._appliance.jobs.jump():
                pass


def _is_comment(line: Line) -> bool:
    return line.text.lstrip().startswith("#")


def _control_follows(lines: Sequence[Line], start: int) -> bool:
    """Whether the next line that is typed, from `start` on, is a control word."""
    rest = (lines[position] for position in range(start, len(lines)))
    following = next((line.text.strip() for line in rest if line.text.strip() and not _is_comment(line)), "")
    return following.startswith(":")
