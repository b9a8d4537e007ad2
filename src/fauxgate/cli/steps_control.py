"""`:undo`, `:redo` and checkpoints.

A step is a command that has changed what is saved, what is being edited, or the place. What has happened by itself
meanwhile, such as a certificate that came, belongs to the step after it, and goes and comes with that.
"""

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.earlier import Earlier, reached, stood
from fauxgate.cli.handlers import handles
from fauxgate.cli.steps import Moment
from fauxgate.language import statements
from fauxgate.language.printer import print_statements
from fauxgate.model.leading import leading
from fauxgate.model.snapshot import Snapshot, go_back, take
from fauxgate.model.standing import Standing


@handles(statements.ControlUndo)
def control_undo(console: Console, _statement: statements.ControlUndo) -> Answer:
    """Go back to before the last step, to where the person stood then."""
    step = console.steps.last_done()
    _go_to(console, step.before)
    console.steps.go_back()
    yield from f"Undone: {step.line.strip()}".split("\n")


@handles(statements.ControlRedo)
def control_redo(console: Console, _statement: statements.ControlRedo) -> Answer:
    """Make the step that was undone last again."""
    step = console.steps.last_undone()
    _go_to(console, step.after)
    console.steps.go_forth()
    yield from f"Done again: {step.line.strip()}".split("\n")


@handles(statements.ControlCheckpoint)
def control_checkpoint(console: Console, statement: statements.ControlCheckpoint) -> Answer:
    """Note what is saved now."""
    name = console.steps.checkpoint(statement.name, take(console.appliance.configuration))
    yield f"Checkpoint {name}."


@handles(statements.ControlGoto)
def control_goto(console: Console, statement: statements.ControlGoto) -> Answer:
    """Save what was saved at a checkpoint; what is being edited is lost. `:undo` takes it back."""
    _go(console, _checkpoint(console, statement.name), Standing())
    yield from ()


@handles(statements.ControlDiff)
def control_diff(console: Console, statement: statements.ControlDiff) -> Answer:
    """Print what leads from a checkpoint to what is saved now."""
    configuration = console.appliance.configuration
    found = leading(configuration, _checkpoint(console, statement.name), take(configuration))
    lines = [line for text in print_statements(found) for line in text.split("\n")]
    yield from lines or ["There is no difference."]


def _checkpoint(console: Console, name: str) -> Snapshot:
    found = console.steps.find(name)
    return found if isinstance(found, Snapshot) else reached(console, Earlier((found,)))


def _go_to(console: Console, moment: Moment | Earlier) -> None:
    if isinstance(moment, Moment):
        _go(console, moment.snapshot, moment.standing)
        return
    _go(console, reached(console, moment), Standing())
    # Only there it can be told what the lines to the place mean.
    console.editor.stand(stood(console, moment))


def _go(console: Console, snapshot: Snapshot, standing: Standing) -> None:
    for commit in go_back(console.appliance.configuration, snapshot):
        console.appliance.committed(commit)
    console.editor = console.appliance.editor()
    console.editor.stand(standing)
