"""Commands that are understood and do less than the appliance's, or nothing: what `:coverage` tells of them."""

from dataclasses import dataclass

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.language import grammar, statements

NOTHING = "nothing is printed"
# Commands with a handler of their own that leaves out what only a device could tell.
PARTIAL = (
    ("diagnose debug cli", "the level is kept; nothing is told of commands"),
    ("execute backup config|full-config ftp|tftp", "only by TFTP, without a password, into the directory of --files"),
    ("execute backup disk|memory alllogs ftp|tftp", "no such server can be reached"),
    ("execute backup ipsuserdefsig ftp|tftp", "no such server can be reached"),
    ("execute ping", "only the appliance's own addresses answer; nothing is sent"),
    ("execute restore config ftp|tftp", "only by TFTP, without a password, from the directory of --files"),
    ("get hardware status", "the model; no processor, memory or disk"),
    ("get system ha status", "the unit alone; no cluster"),
    ("get system performance status", "time since the start; no processor, memory or network"),
    ("get system status", "no licence, signature databases or disk"),
)


@dataclass(frozen=True, slots=True)
class Stub:
    """A command, and what it does instead of what the appliance would do."""

    command: str
    instead: str


def stubs() -> tuple[Stub, ...]:
    """Every command that is answered with less than the appliance has to tell, in alphabetical order."""
    silent = ((command, NOTHING) for command in grammar.stubbed_commands())
    return tuple(Stub(*row) for row in sorted((*silent, *PARTIAL)))


@handles(statements.Stubbed)
def stubbed(_console: Console, _statement: statements.Stubbed) -> Answer:
    """Print nothing, rather than a measurement that nobody has made."""
    yield from ()
