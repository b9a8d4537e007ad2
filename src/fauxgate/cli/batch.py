"""`execute batch`: commands that are collected and carried out together (fortios-cli.md 7.4).

Inferred: the sentences of `start` and `end`, which only others' programs were seen to expect, and that the answers of
the commands are not shown.
"""

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.cli.lines import Lines
from fauxgate.device.config_errors import PARSE_ERROR
from fauxgate.errors import UserError
from fauxgate.language import statements

OWN = (
    statements.ExecuteBatchStart,
    statements.ExecuteBatchEnd,
    statements.ExecuteBatchStatus,
    statements.ExecuteBatchLastlog,
)
"""The commands that act while others are collected."""


@handles(statements.ExecuteBatchStart)
def execute_batch_start(console: Console, _statement: statements.ExecuteBatchStart) -> Answer:
    """Collect the lines that follow."""
    console.batch.start()
    yield "Enter batch mode..."


@handles(statements.ExecuteBatchEnd)
def execute_batch_end(console: Console, _statement: statements.ExecuteBatchEnd) -> Answer:
    """Carry out what was collected, each line in whatever place the lines before it have led to."""
    collected = console.batch.stop()
    yield "Exit and run batch commands..."
    lines = Lines(console)
    console.batch.log = []
    for line in collected:
        console.batch.log.append((_return_code(lines, line), line))
    console.editor.reset()


@handles(statements.ExecuteBatchStatus)
def execute_batch_status(console: Console, _statement: statements.ExecuteBatchStatus) -> Answer:
    """Print whether lines are being collected."""
    yield "batch mode is running" if console.batch.is_collecting else "batch mode is stopped"


@handles(statements.ExecuteBatchLastlog)
def execute_batch_lastlog(console: Console, _statement: statements.ExecuteBatchLastlog) -> Answer:
    """Print each line of the last batch after its return code."""
    yield from (f"{code}: {line}" for code, line in console.batch.log)


def is_collected(console: Console, line: str) -> bool:
    """Keep a line for later, if lines are being collected and it is no command of the batch itself."""
    if not console.batch.is_collecting:
        return False
    try:
        statement = Lines(console).parse(line)
    except UserError:
        statement = None
    if isinstance(statement, OWN):
        return False
    if line.strip():
        console.batch.lines.append(line.strip())
    return True


def _return_code(lines: Lines, line: str) -> int:
    """What became of a line: 0, or its return code.

    Inferred: a line that is no command has the code of a parse error.
    """
    try:
        statement = lines.parse(line)
        if statement is not None:
            for _ in lines.carry_out(statement):
                pass
    except UserError as error:
        return PARSE_ERROR if error.code is None else error.code
    return 0
