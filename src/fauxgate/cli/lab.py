"""`:lab`: the lab that is being taken, which is not the appliance's own."""

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.controls import LabControls
from fauxgate.cli.handlers import handles
from fauxgate.errors import UserError
from fauxgate.language import statements


class NoLab(UserError):
    """No lab is being taken."""

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return ("No lab is being taken; `fauxgate lab list` shows the labs and `fauxgate lab start NAME` begins one.",)


@handles(statements.ControlLab)
def control_lab(console: Console, _statement: statements.ControlLab) -> Answer:
    """Tell where the person is."""
    yield from _lab(console).where()


@handles(statements.ControlLabCheck)
def control_lab_check(console: Console, _statement: statements.ControlLabCheck) -> Answer:
    """Tell what the checks find."""
    yield from _lab(console).check()


@handles(statements.ControlLabGoal)
def control_lab_goal(console: Console, _statement: statements.ControlLabGoal) -> Answer:
    """Tell what is still to be configured."""
    yield from _lab(console).goal()


@handles(statements.ControlLabHint)
def control_lab_hint(console: Console, _statement: statements.ControlLabHint) -> Answer:
    """Give a hint."""
    yield from _lab(console).hint()


@handles(statements.ControlLabQuit)
def control_lab_quit(console: Console, _statement: statements.ControlLabQuit) -> Answer:
    """Leave."""
    yield from _lab(console).quit()
    console.editor.reset()
    console.is_open = False


@handles(statements.ControlLabReset)
def control_lab_reset(console: Console, statement: statements.ControlLabReset) -> Answer:
    """Go back."""
    yield from _lab(console).reset(statement.step)


@handles(statements.ControlLabSolution)
def control_lab_solution(console: Console, _statement: statements.ControlLabSolution) -> Answer:
    """Show what would solve the step."""
    yield from _lab(console).solution()


def _lab(console: Console) -> LabControls:
    if console.lab is None:
        raise NoLab
    return console.lab
