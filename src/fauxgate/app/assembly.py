"""One appliance and a command line to it, made when something is first asked of them.

The first prompt says nothing that is not known before, so it is there while all of it is still being loaded.
"""

import argparse
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fauxgate.app.chance import NOTICE
from fauxgate.cli.command_line import CommandLine
from fauxgate.device.identity import MODEL

if TYPE_CHECKING:
    from fauxgate.app.machine import Machine
    from fauxgate.cli.console import Console
    from fauxgate.device.appliance import Appliance


class Assembly:
    """What the arguments ask for; answers and debug lines go to `write`."""

    def __init__(self, options: argparse.Namespace, write: Callable[[str], None]) -> None:
        self._options = options
        self._write = write
        self._lock = threading.Lock()
        self._machine: Machine | None = None
        # A new appliance has no other name than that of its model.
        first_prompt = None if options.state or options.session else f"{MODEL} # "
        self.command_line = CommandLine(lambda: self.console, write, first_prompt=first_prompt)

    @property
    def console(self) -> "Console":
        """A person's console."""
        from fauxgate.app.machine import machine  # noqa: PLC0415 - see the head of this module

        with self._lock:
            if self._machine is None:
                self._machine = machine(self._options, self._write)
            return self._machine.console

    @property
    def appliance(self) -> "Appliance":
        """The appliance."""
        return self.console.appliance

    def close(self) -> None:
        """End the authority and the file server, if there are any."""
        if self._machine is not None:
            self._machine.close()


@contextmanager
def assemble(options: argparse.Namespace, write: Callable[[str], None]) -> Iterator[Assembly]:
    """What the arguments ask for, closed at the end.

    What other people's files say is read at once, so that what is wrong with them is told before the prompt.
    """
    assembly = Assembly(options, write)
    if options.seed is not None:
        print(f"fauxgate: {NOTICE}", file=sys.stderr)
    if options.state or options.session or options.schema:
        _ = assembly.console
    try:
        yield assembly
    finally:
        assembly.close()
