"""`alias`: commands that a person has given a name.

Source: fortios-cli.md 2.1 for the verb. What follows is told by administrators' notes: an alias exists at the top only,
takes no arguments, may name another alias, and its command may be several lines, which may lead into a configuration
and end there.
"""

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.cli.vocabulary import ALIASES
from fauxgate.errors import UserError
from fauxgate.language import statements
from fauxgate.language.errors import ParseError
from fauxgate.language.reader import read


@handles(statements.Alias)
def alias(console: Console, statement: statements.Alias) -> Answer:
    """Carry out the lines of an alias; after one that is refused the next ones are carried out all the same.

    Inferred: an alias that leads back to itself is refused where it does.
    """
    if statement.name in console.aliases:
        raise ParseError(statement.name, 0)
    command = str(console.editor.configuration.value(ALIASES, statement.name, "command"))
    console.aliases.append(statement.name)
    try:
        yield from _run(console, [line.text for line in read(command)])
    finally:
        console.aliases.remove(statement.name)


def _run(console: Console, lines: list[str]) -> Answer:
    """Carry out the lines; only the error of the last one is raised, the others are printed as they come."""
    refused: UserError | None = None
    for line in lines:
        if refused is not None:
            yield from refused.lines()
        try:
            refused = None
            yield from _answer(console, line)
        except UserError as error:
            refused = error
    if refused is not None:
        raise refused


def _answer(console: Console, line: str) -> Answer:
    # The interpreter imports the handlers.
    from fauxgate.cli.interpreter import Interpreter  # noqa: PLC0415 - see above

    reply = Interpreter(console).reply(line)
    if reply is not None:
        yield from reply.answer
