"""Where a lab is taken: an appliance with its authority, made anew for each beginning, and a command line to it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from fauxgate.lab.description import Lab

if TYPE_CHECKING:
    from fauxgate.cli.console import Console

Write = Callable[[str], None]


class Bench(Protocol):
    """An appliance, a person's console at it, and what ends with it."""

    @property
    def console(self) -> "Console":
        """The console."""

    def close(self) -> None:
        """End what listens."""


class MakeBench(Protocol):
    """Makes one: an appliance as the lab's settings describe it; answers and debug lines go to `write`."""

    def __call__(self, lab: Lab, write: Write) -> Bench:
        """Make it."""


def arguments(lab: Lab) -> Sequence[str]:
    """The settings of a lab as the options of the shell, without the seed of its keys."""
    given = ["--clock", "virtual", "--now", lab.now, "--firmware", lab.firmware, "--isolated"]
    for name, value in lab.authority.items():
        if value is True:
            given.append(f"--ca-{name}")
        elif value is not False:
            given.append(f"--ca-{name}={value}")
    return given
