"""`show`: the configuration as the statements that lead to it."""

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.backup import head
from fauxgate.language import statements
from fauxgate.language.printer import print_statements
from fauxgate.model.rendering import show_place


@handles(statements.Show)
def show(console: Console, statement: statements.Show) -> Answer:
    """Print this place, with its unsaved changes, or a path from the top; the whole configuration has a header."""
    shown = show_place(console.editor, statement.path, full=statement.full)
    lines = [line for text in print_statements(shown) for line in text.split("\n")]
    if not statement.path and console.editor.place is None:
        yield from head(console.editor.configuration, lines, opmode=1)
    yield from lines
