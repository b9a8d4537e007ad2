"""`execute reboot`, `shutdown` and `factoryreset`: each asks first (fortios-cli.md 7.5).

Inferred: that after the start this console is logged in again, since it is the only door to this appliance.
"""

from collections.abc import Callable, Iterator

from fauxgate.cli.console import SURE, Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.factory import like_new, like_new_but_reachable
from fauxgate.device.identity import SERIAL_NUMBER
from fauxgate.language import statements
from fauxgate.model.configuration import Configuration

GOING_DOWN = "The system is going down NOW !!"


@handles(statements.ExecuteReboot)
def execute_reboot(console: Console, _statement: statements.ExecuteReboot) -> Answer:
    """Start anew; what was not saved is lost."""
    yield "This operation will reboot the system !"
    if (yield SURE):
        yield from started_anew(console)


@handles(statements.ExecuteShutdown)
def execute_shutdown(console: Console, _statement: statements.ExecuteShutdown) -> Answer:
    """Stop; that ends the session. Inferred: the last line."""
    yield "This operation will shutdown the system !"
    if (yield SURE):
        yield GOING_DOWN
        yield "The system is halted."
        console.editor.reset()
        console.is_open = False


@handles(statements.ExecuteFactoryreset)
def execute_factoryreset(console: Console, _statement: statements.ExecuteFactoryreset) -> Answer:
    """Start anew as a new unit."""
    yield "This operation will reset the system to factory default!"
    if (yield SURE):
        yield from _reset(console, like_new)


@handles(statements.ExecuteFactoryreset2)
def execute_factoryreset2(console: Console, _statement: statements.ExecuteFactoryreset2) -> Answer:
    """Start anew as a new unit that can still be reached."""
    kept = (
        "system.global.vdom-mode/system.global.long-vdom-name/VDOMs/system.virtual-switch/system.interface/"
        "system.settings/router.static/router.static6"
    )
    yield f"This operation will reset the system to factory default except {kept}!"
    if (yield SURE):
        yield from _reset(console, like_new_but_reachable)


def started_anew(console: Console, configuration: Configuration | None = None) -> Iterator[str]:
    """Restart with what is saved, or with `configuration`; the lines that a console shows (fortios-cli.md 1.1, 7.5)."""
    yield GOING_DOWN
    yield "Please stand by while rebooting the system."
    yield "Restarting system."
    console.appliance.restart(configuration)
    console.begin_anew()
    yield "System is starting..."
    yield f"Serial number is {SERIAL_NUMBER}"


def _reset(console: Console, make: Callable[[Configuration], Configuration]) -> Iterator[str]:
    yield "System is resetting to factory default..."
    console.appliance.config_errors = ()
    yield from started_anew(console, make(console.appliance.configuration))
