"""The shell where standard input is no terminal: each line is shown at its prompt, then its answer."""

from collections.abc import Callable, Iterable, Iterator

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.session import TypedSession
from fauxgate.cli.text import open_end
from fauxgate.device.appliance import Appliance


def run_piped(
    appliance: Appliance, command_line: CommandLine, lines: Iterable[str], write: Callable[[str], None]
) -> None:
    """Run every logical line of `lines` as it arrives, and what is due after each, until the end or `exit`."""
    # What became due while nobody was there comes first.
    _run_due(appliance)
    session = TypedSession(command_line, write, lambda: _run_due(appliance))
    for line in _logical(lines):
        session.type(line)
        if not command_line.is_open:
            return


def _run_due(appliance: Appliance) -> None:
    appliance.jobs.run_due()


def _logical(lines: Iterable[str]) -> Iterator[str]:
    """Join physical lines as long as a quote is open or a backslash stands last; an unfinished rest comes as it is."""
    pieces: list[str] = []
    opened = ""
    for line in lines:
        pieces.append(line.rstrip("\r\n"))
        opened = open_end(pieces[-1], opened)
        if not opened:
            yield "\n".join(pieces)
            pieces = []
    if pieces:
        yield "\n".join(pieces)
