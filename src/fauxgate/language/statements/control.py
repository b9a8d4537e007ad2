"""Control words: what is Fauxgate and not the appliance."""

from dataclasses import dataclass

from fauxgate.language.statements.base import Statement


@dataclass(frozen=True, slots=True)
class Control(Statement):
    """A control word: it begins with `:` and belongs to Fauxgate, not to the appliance."""


@dataclass(frozen=True, slots=True)
class ControlBackup(Control):
    """`:backup FILE`: writes the configuration to a file of this machine."""

    file: str


@dataclass(frozen=True, slots=True)
class ControlRestore(Control):
    """`:restore FILE`: restores a configuration from a file of this machine."""

    file: str


@dataclass(frozen=True, slots=True)
class ControlCaList(Control):
    """`:ca list`: the requests that the built-in authority knows."""


@dataclass(frozen=True, slots=True)
class ControlCaApprove(Control):
    """`:ca approve ID`: grants a waiting request."""

    id: str


@dataclass(frozen=True, slots=True)
class ControlCaIssue(Control):
    """`:ca issue FILE`: issues for a request that was left on the TFTP server."""

    file: str


@dataclass(frozen=True, slots=True)
class ControlCaReject(Control):
    """`:ca reject ID [REASON...]`: refuses a waiting request."""

    id: str
    reason: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlCaFault(Control):
    """`:ca fault NAME [ID]`: lets the authority misbehave, for one request or for all."""

    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class ControlScep(Control):
    """`:scep NUMBER`: an exchange with an authority, layer by layer."""

    number: str


@dataclass(frozen=True, slots=True)
class ControlScepLast(Control):
    """`:scep last`: the last of them."""


@dataclass(frozen=True, slots=True)
class ControlScepList(Control):
    """`:scep list`: all of them, a line each."""


@dataclass(frozen=True, slots=True)
class ControlClock(Control):
    """`:clock`: what time it is and what is due."""


@dataclass(frozen=True, slots=True)
class ControlClockAdvance(Control):
    """`:clock advance PERIOD`: so much later."""

    period: str


@dataclass(frozen=True, slots=True)
class ControlClockFreeze(Control):
    """`:clock freeze`: the clock stands still."""


@dataclass(frozen=True, slots=True)
class ControlClockRun(Control):
    """`:clock run`: the clock runs on."""


@dataclass(frozen=True, slots=True)
class ControlClockSet(Control):
    """`:clock set MOMENT`: another time."""

    moment: str


@dataclass(frozen=True, slots=True)
class ControlClockNext(Control):
    """`:clock next`: on to the next thing that is due."""


@dataclass(frozen=True, slots=True)
class ControlCoverage(Control):
    """`:coverage [TOPIC]`: what is modelled, kept, stubbed and unknown."""

    topic: str = ""


@dataclass(frozen=True, slots=True)
class ControlCheckpoint(Control):
    """`:checkpoint [NAME]`: notes the configuration as it is now."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class ControlDiff(Control):
    """`:diff [NAME]`: the statements that lead from a checkpoint to what is saved now."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class ControlGoto(Control):
    """`:goto NAME`: goes to a checkpoint."""

    name: str


@dataclass(frozen=True, slots=True)
class ControlUndo(Control):
    """`:undo`: goes back to before the last command that changed something."""


@dataclass(frozen=True, slots=True)
class ControlRedo(Control):
    """`:redo`: takes the last `:undo` back."""


@dataclass(frozen=True, slots=True)
class ControlLab(Control):
    """`:lab`: where the person is in a lab."""


@dataclass(frozen=True, slots=True)
class ControlLabCheck(Control):
    """`:lab check`: the checks of the step."""


@dataclass(frozen=True, slots=True)
class ControlLabGoal(Control):
    """`:lab goal`: what is still to be configured in the step."""


@dataclass(frozen=True, slots=True)
class ControlLabHint(Control):
    """`:lab hint`: the next hint."""


@dataclass(frozen=True, slots=True)
class ControlLabQuit(Control):
    """`:lab quit`: leaves the lab."""


@dataclass(frozen=True, slots=True)
class ControlLabReset(Control):
    """`:lab reset [STEP]`: back to the beginning of the lab, or of a step."""

    step: str = ""


@dataclass(frozen=True, slots=True)
class ControlLabSolution(Control):
    """`:lab solution`: what would solve the step."""


@dataclass(frozen=True, slots=True)
class ControlHelp(Control):
    """`:help`: the control words."""
