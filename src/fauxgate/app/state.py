"""`--state DIR`: the appliance as it was left there."""

import sys
from functools import partial
from pathlib import Path

from fauxgate.cli import saved_state
from fauxgate.cli.console import Console
from fauxgate.device.state import State
from fauxgate.device.state_files import StateDirectory
from fauxgate.errors import UserError

REFUSED = 1


def open_state(console: Console, path: str) -> State:
    """Bring the appliance of a console to where it was, and keep it from then on. Ends the program if that fails."""
    try:
        directory = StateDirectory(Path(path))
        state = State(console.appliance, directory, tell)
        try:
            state.open(partial(saved_state.load, console), partial(saved_state.replay, console))
        except BaseException:
            directory.close()
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
