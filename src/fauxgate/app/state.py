"""`--state DIR` and `--session FILE`: the appliance as it was left there."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from fauxgate.cli import saved_state
from fauxgate.cli.console import Console
from fauxgate.cli.kept_steps import KeptSteps
from fauxgate.device.session_file import SessionFile
from fauxgate.device.state import Keeper, State
from fauxgate.device.state_files import StateDirectory, StateFiles
from fauxgate.errors import UserError

REFUSED = 1


def open_files(options: argparse.Namespace) -> StateFiles:
    """What the arguments name, locked. Ends the program where that cannot be used."""
    try:
        return SessionFile(Path(options.session), tell) if options.session else StateDirectory(Path(options.state))
    except UserError as error:
        tell(str(error))
        raise SystemExit(REFUSED) from error


def open_state(
    console: Console, files: StateFiles, further: Sequence[Keeper] = (), *, is_time_given: bool = False
) -> State:
    """Bring the appliance of a console to where it was, and keep it from then on. Ends the program if that fails."""
    try:
        state = State(
            console.appliance, files, tell, (*further, KeptSteps(console, files, tell)), is_time_given=is_time_given
        )
        try:
            state.open(partial(saved_state.load, console), partial(saved_state.replay, console))
        except BaseException:
            files.close()
            raise
    except UserError as error:
        tell(str(error))
        raise SystemExit(REFUSED) from error
    console.editor = console.appliance.editor()
    console.appliance.settle = state.settle
    console.appliance.jobs.fired = state.settle_or_tell
    return state


def tell(note: str) -> None:
    """Print a note, on standard error, which is not part of the session."""
    print(f"fauxgate: {note}", file=sys.stderr)
