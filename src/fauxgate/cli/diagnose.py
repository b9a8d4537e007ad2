"""`diagnose debug ...`: the switches of this session."""

import re

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.language import statements
from fauxgate.model.errors import NodeCheckFailed, NotAnInteger

LARGEST_LEVEL = 2**31 - 1
# Inferred: the reference shows no duration longer than the default but for 0, unlimited.
LONGEST_DURATION = 1440


@handles(statements.DebugApplication)
def debug_application(console: Console, statement: statements.DebugApplication) -> Answer:
    """Choose how much an application tells, or print how much it does."""
    if not statement.level:
        yield from console.switches.level(statement.application)
        return
    level = _integer("level", statement.level, -1, LARGEST_LEVEL)
    yield from console.switches.set_level(statement.application, level, console.appliance.clock.now())


@handles(statements.DebugCli)
def debug_cli(console: Console, statement: statements.DebugCli) -> Answer:
    """Choose how much is told of commands, or print how much is; nothing is told of them whatever the level."""
    if not statement.level:
        yield from console.switches.level("cli")
        return
    level = _integer("level", statement.level, -1, LARGEST_LEVEL)
    yield from console.switches.set_level("cli", level, console.appliance.clock.now())


@handles(statements.DebugEnable)
def debug_enable(console: Console, _statement: statements.DebugEnable) -> Answer:
    """Let debug lines out on this console."""
    console.switches.enable()
    yield from ()


@handles(statements.DebugDisable)
def debug_disable(console: Console, _statement: statements.DebugDisable) -> Answer:
    """Hold them back; the levels stay."""
    console.switches.disable()
    yield from ()


@handles(statements.DebugReset)
def debug_reset(console: Console, _statement: statements.DebugReset) -> Answer:
    """Put every switch back."""
    console.switches.reset()
    yield from ()


@handles(statements.DebugInfo)
def debug_info(console: Console, _statement: statements.DebugInfo) -> Answer:
    """Print the switches."""
    yield from console.switches.info(console.appliance.clock.now())


@handles(statements.DebugDuration)
def debug_duration(console: Console, statement: statements.DebugDuration) -> Answer:
    """Choose for how many minutes debug lines stay on."""
    minutes = _integer("duration", statement.minutes, 0, LONGEST_DURATION)
    yield from console.switches.set_duration(minutes, console.appliance.clock.now())


@handles(statements.DebugConsoleTimestamp)
def debug_console_timestamp(console: Console, statement: statements.DebugConsoleTimestamp) -> Answer:
    """Print the time before each debug line, or not."""
    console.switches.set_timestamps(are_on=statement.state == "enable")
    yield from ()


def _integer(name: str, word: str, smallest: int, largest: int) -> int:
    """The number that a word says. Inferred: a wrong one is refused as in a `set` line (fortios-cli.md 3.2)."""
    if not re.fullmatch(r"-?[0-9]{1,10}", word):
        raise NotAnInteger(word)
    if not smallest <= int(word) <= largest:
        raise NodeCheckFailed(name, word)
    return int(word)
