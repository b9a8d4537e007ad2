"""How what an appliance has kept on the disk comes back into it: the configuration, and then what was saved since."""

from dataclasses import replace
from typing import TYPE_CHECKING

from fauxgate.cli.backup import empty
from fauxgate.cli.console import Console
from fauxgate.cli.lines import Lines
from fauxgate.cli.loading import Loading
from fauxgate.language import statements
from fauxgate.language.reader import read, read_exactly
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.open_table import OpenTable
from fauxgate.model.snapshot import Snapshot, take
from fauxgate.schema.catalogue import DOMAINS

if TYPE_CHECKING:
    from fauxgate.model.storage import Commit
    from fauxgate.schema.types import Path


def load(console: Console, text: str) -> int:
    """Put the configuration of a file in the place of the one there is; gives the number of refused lines.

    Nobody is told of the changes: they were made in an earlier run.
    """
    appliance = console.appliance
    appliance.configuration = empty(appliance.catalogue, text)
    # The editor of the console is made anew where that begins.
    editor = Editor(appliance.configuration, appliance.vault)
    # Some editors end every line with both characters.
    lines = read if text.partition("\n")[0].endswith("\r") else read_exactly
    appliance.config_errors = tuple(Loading(replace(console, editor=editor)).errors(text, lines))
    return len(appliance.config_errors)


def snapshot(console: Console, text: str) -> Snapshot:
    """What is saved in a unit that has the configuration of a text; nothing is changed."""
    appliance = console.appliance
    configuration = empty(appliance.catalogue, text)
    editor = Editor(configuration, appliance.vault)
    for _ in Loading(replace(console, editor=editor)).errors(text, read_exactly):
        pass
    return take(configuration)


def replay(console: Console, text: str) -> None:
    """Put the entries and objects of a record where those of the same name are, each as a whole."""
    _Replay(console).carry_out(text)


class _Replay:
    """Reads a record into a configuration of its own, and then puts what has come there into the other one."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._configuration = console.appliance.configuration
        self._moves: list[tuple[Configuration, Path, statements.Move]] = []

    def carry_out(self, text: str) -> None:
        """First what is deleted, then what was saved, then the order of the rows: so it stands in a record."""
        aside = self._aside()
        commits: list[Commit] = []
        editor = Editor(aside, self._console.appliance.vault, watch=commits.append)
        editor.is_restoring = True
        lines = Lines(replace(self._console, editor=editor))
        for line in read_exactly(text):
            statement = lines.parse(line.text)
            if isinstance(statement, statements.Delete | statements.Move) and isinstance(editor.place, OpenTable):
                self._note(editor, editor.place, statement)
            elif statement is not None:
                for _ in lines.carry_out(statement):
                    pass
        for commit in commits:
            section = aside.section(commit.path)
            self._configuration.seen_from(commit.domain).put(section, commit.key, commit.after)
        for seen, path, move in self._moves:
            seen.table(path).move(move.key, move.place, move.other)

    def _aside(self) -> Configuration:
        """An empty configuration of the same unit, with the same virtual domains."""
        made = Configuration(self._configuration.catalogue)
        if self._configuration.has_domains:
            made.enable_domains()
            for name, entry in self._configuration.table(DOMAINS).items():
                made.put(made.section(DOMAINS), name, entry)
        return made

    def _note(self, editor: Editor, place: OpenTable, statement: statements.Delete | statements.Move) -> None:
        seen = self._configuration.seen_from(editor.configuration.domain)
        if isinstance(statement, statements.Move):
            self._moves.append((seen, place.path, statement))
        elif statement.key in seen.table(place.path):
            seen.put(place.table, statement.key, None)
