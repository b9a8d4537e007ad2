"""Types a script at a command line and sums up what was refused."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.session import TypedSession
from fauxgate.cli.text import Line, read
from fauxgate.device.appliance import Appliance
from fauxgate.errors import UserError


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that was refused: where it begins, what it says, and why."""

    number: int
    text: str
    error: UserError


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a script.

    `unfinished` names the enrollments that have no outcome yet. `kept` are the paths that nobody has described and what
    nobody has described at others, with the path before it: both were kept word for word.
    """

    lines: int
    refusals: tuple[Refusal, ...]
    unfinished: tuple[str, ...]
    kept: tuple[str, ...] = ()


class Script:
    """Runs scripts on one appliance; `stands_still` says that its clock moves only when it is put forward, or let run.

    With `said`, comments are not typed but given to it: they speak to the person who watches.
    """

    def __init__(
        self,
        appliance: Appliance,
        command_line: CommandLine,
        write: Callable[[str], None],
        *,
        stands_still: bool,
        said: Callable[[str], None] | None = None,
    ) -> None:
        self._appliance = appliance
        self._command_line = command_line
        self._session = TypedSession(command_line, write, self._settle)
        self._stands_still = stands_still
        self._said = said
        self._control_follows = False

    def run(self, text: str) -> Summary:
        """Type every line of `text`, let every enrollment come to its end, and sum up."""
        refusals: list[Refusal] = []
        lines = list(read(text))
        typed = 0
        for position, line in enumerate(lines):
            if not self._command_line.is_open:
                break
            if self._said and _is_comment(line):
                self._said(line.text)
                continue
            typed += 1
            self._control_follows = _control_follows(lines, position + 1)
            error = self._session.type(line.text)
            if error is not None:
                refusals.append(Refusal(line.number, line.text, error))
        return Summary(typed, tuple(refusals), self._appliance.enrollments.names, tuple(self._kept()))

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
            while self._appliance.enrollments.names and self._appliance.jobs.jump():
                pass


def _is_comment(line: Line) -> bool:
    return line.text.lstrip().startswith("#")


def _control_follows(lines: Sequence[Line], start: int) -> bool:
    """Whether the next line that is typed, from `start` on, is a control word."""
    rest = (lines[position] for position in range(start, len(lines)))
    following = next((line.text.strip() for line in rest if line.text.strip() and not _is_comment(line)), "")
    return following.startswith(":")
