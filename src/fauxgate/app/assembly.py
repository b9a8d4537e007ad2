"""Puts one appliance together with its outside: clock, network, authority, and a command line to it."""

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from fauxgate.app.authority import HOST, PORT, built_in_authority
from fauxgate.app.local_files import LocalFiles
from fauxgate.app.schema_import import imported
from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.console import Console
from fauxgate.debug.console import DebugConsole
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance, Outside
from fauxgate.device.clock import Clock, ManualClock, WallClock
from fauxgate.network.http import RequestsTransport
from fauxgate.network.routes import Place, Routes
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.tables import catalogue


@dataclass(frozen=True, slots=True)
class Assembly:
    """An appliance and a command line to it, with what that one uses."""

    appliance: Appliance
    console: Console
    command_line: CommandLine


@contextmanager
def assemble(options: argparse.Namespace, write: Callable[[str], None]) -> Iterator[Assembly]:
    """Build what the arguments ask for; answers and debug lines go to `write`. At the end the authority is closed."""
    clock = _clock(options)
    authority = built_in_authority(options, os.urandom, clock.now)
    routes = Routes({Place(HOST, PORT): authority.url, **dict(options.connect_to)})
    outside = Outside(clock, os.urandom, RequestsTransport(routes))
    appliance = Appliance(described(options), outside)
    switches = Switches()
    appliance.journal.watch(DebugConsole(switches, appliance.release, write))
    console = Console(appliance, appliance.editor(), switches, authority, files=LocalFiles())
    try:
        yield Assembly(appliance, console, CommandLine(console, write))
    finally:
        authority.close()


def described(options: argparse.Namespace) -> Catalogue:
    """What the arguments say that can be configured."""
    return catalogue(options.firmware, strict=options.strict_model, imported=imported(options))


def _clock(options: argparse.Namespace) -> Clock:
    if options.clock == "virtual":
        return ManualClock(options.now)
    clock = WallClock()
    if options.now is not None:
        clock.set(options.now)
    return clock
