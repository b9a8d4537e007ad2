"""`show`: the configuration as the statements that lead to it."""

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.language import statements
from fauxgate.language.printer import print_statements
from fauxgate.model.rendering import show_place


@handles(statements.Show)
def show(console: Console, statement: statements.Show) -> Answer:
    """Print this place, with its unsaved changes, or a path from the top."""
    for text in print_statements(show_place(console.editor, statement.path, full=statement.full)):
        yield from text.split("\n")
