"""Carries out lines that nobody types: those of a batch and of a configuration that is restored."""

from collections.abc import Iterator

from fauxgate.cli.console import Console, Question
from fauxgate.cli.handlers import HANDLERS
from fauxgate.cli.vocabulary import ConsoleVocabulary
from fauxgate.language.errors import ParseError, UnknownAction
from fauxgate.language.parser import Parser
from fauxgate.language.statements import Statement

YES = True


class Lines:
    """Reads and carries out lines at the place where a console stands.

    Inferred: a question that nobody is there to answer is answered with yes.
    """

    def __init__(self, console: Console) -> None:
        from fauxgate.cli import interpreter  # noqa: F401, PLC0415 - it fills the table of handlers, and imports us

        self._console = console
        self._parser = Parser()
        self._vocabulary = ConsoleVocabulary(console)

    def parse(self, line: str) -> Statement | None:
        """What a line says; None for a blank line or a comment. Raises a UserError for a wrong line."""
        try:
            return self._parser.parse(line, self._console.editor.context, self._vocabulary)
        except (ParseError, UnknownAction) as error:
            self._console.note_unknown(line, error)
            raise

    def carry_out(self, statement: Statement) -> Iterator[str]:
        """The lines of the answer; the command is done when all are read. Raises a UserError."""
        answer = HANDLERS[type(statement)](self._console, statement)
        for item in answer:
            while isinstance(item, Question):
                try:
                    item = answer.send(YES)  # noqa: PLW2901 - what follows the question takes its place
                except StopIteration:
                    return
            yield item
