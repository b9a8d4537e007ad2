"""Moments of an earlier run, as the statements that lead there: how they are written down, and how one gets there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fauxgate.cli import saved_state
from fauxgate.cli.console import Console
from fauxgate.cli.lines import Lines
from fauxgate.cli.steps import Moment
from fauxgate.device.backup import backup
from fauxgate.language.printer import print_statements
from fauxgate.language.reader import read_exactly
from fauxgate.model.configuration import Configuration
from fauxgate.model.difference import whole_entries
from fauxgate.model.editor import Editor
from fauxgate.model.leading import to_place
from fauxgate.model.snapshot import Snapshot, go_back, take
from fauxgate.model.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fauxgate.language.statements import Statement


@dataclass(frozen=True, slots=True)
class Way:
    """What leads from one snapshot to another: entries, each as a whole, or `is_whole`, a configuration."""

    text: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """A moment of an earlier run: the ways that lead there, one after the other, and then the lines to the place."""

    ways: tuple[Way, ...]
    place: str = ""


def way(configuration: Configuration, before: Snapshot, after: Snapshot) -> Way:
    """What leads from one snapshot of a configuration to another one."""
    told = whole_entries(configuration, before, after)
    return Way(whole(configuration, after), is_whole=True) if told is None else Way(_text(told))


def whole(configuration: Configuration, snapshot: Snapshot) -> str:
    """All of a snapshot."""
    now = take(configuration)
    # Only what is saved can be printed, so it is for a moment, told to nobody.
    go_back(configuration, snapshot)
    text = backup(configuration)
    go_back(configuration, now)
    return text


def place(moment: Moment) -> str:
    """The lines that lead from the top to where somebody stood, with what was not saved there."""
    return _text(tuple(to_place(moment.standing.places, moment.snapshot)))


def reached(console: Console, earlier: Earlier) -> Snapshot:
    """The snapshot that the ways lead to from what is saved now, which stays as it is."""
    configuration = console.appliance.configuration
    now = take(configuration)
    try:
        for each in earlier.ways:
            if each.is_whole:
                go_back(configuration, saved_state.snapshot(console, each.text))
            else:
                saved_state.replay(console, each.text)
        return take(configuration, now)
    finally:
        go_back(configuration, now)


def stood(console: Console, earlier: Earlier) -> Standing:
    """Where the lines to the place lead, in what is saved now."""
    appliance = console.appliance
    editor = Editor(appliance.configuration, appliance.vault)
    editor.is_restoring = True
    lines = Lines(replace(console, editor=editor))
    for line in _whole_lines(earlier.place):
        statement = lines.parse(line)
        if statement is not None:
            for _ in lines.carry_out(statement):
                pass
    return editor.standing


def _whole_lines(text: str) -> Iterator[str]:
    return (line.text for line in read_exactly(text))


def _text(told: "Sequence[Statement]") -> str:
    return "".join(f"{line}\n" for line in print_statements(told))
