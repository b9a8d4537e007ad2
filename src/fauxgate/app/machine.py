"""Puts one appliance together with its outside: clock, network, authority, and a person's console at it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fauxgate.app.authority import HOST, PORT, BuiltInAuthority, built_in_authority
from fauxgate.app.captures import Captures
from fauxgate.app.chance import chance
from fauxgate.app.local_files import LocalFiles
from fauxgate.app.schema_import import imported
from fauxgate.app.tftp_files import DirectoryServer
from fauxgate.cli.console import Console
from fauxgate.debug.console import DebugConsole
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance, Outside
from fauxgate.device.clock import Clock, ManualClock, WallClock
from fauxgate.device.transfer import NoFileServers
from fauxgate.inspector.exchanges import Exchanges, RecordingTransport
from fauxgate.network.http import RequestsTransport
from fauxgate.network.isolated import IsolatedTransport
from fauxgate.network.routes import Place, Routes
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.releases import DEFAULT
from fauxgate.schema.tables import catalogue

if TYPE_CHECKING:
    from fauxgate.app.session_authority import KeptAuthority
    from fauxgate.device.state import State
    from fauxgate.device.state_files import StateFiles
    from fauxgate.pki.keys import PrivateKey
    from fauxgate.scep.transport import Transport


@dataclass(frozen=True, slots=True)
class Machine:
    """A console at an appliance, and what ends with it."""

    console: Console
    authority: BuiltInAuthority
    files: DirectoryServer | None
    state: "State | None"

    def close(self) -> None:
        """End what listens, and what is kept on the disk."""
        self.authority.close()
        if self.state is not None:
            self.state.close()
        if self.files is not None:
            self.files.close()


def machine(options: argparse.Namespace, write: Callable[[str], None]) -> Machine:
    """Build what the arguments ask for; debug lines go to `write`."""
    clock = _clock(options)
    kept = _kept(options)
    kept_authority = _kept_authority(options, kept)
    authority = built_in_authority(options, chance(options, "authority"), clock.now, kept_authority)
    routes = Routes({Place(HOST, PORT): authority.url, **dict(options.connect_to)})
    files = DirectoryServer(options.files) if options.files else None
    servers = files or NoFileServers()
    exchanges = Exchanges()
    leaving: Transport = RequestsTransport(routes, options.timeout)
    if options.isolated:
        leaving = IsolatedTransport(routes, leaving)
    transport = RecordingTransport(leaving, exchanges, clock.now)
    outside = Outside(clock, chance(options, "appliance"), transport, options.profile, servers)
    appliance = Appliance(described(options), outside)
    if options.capture:
        exchanges.watch = Captures(options.capture, lambda: _keys(appliance, authority)).keep
    switches = Switches()
    appliance.journal.watch(DebugConsole(switches, appliance.release, write))
    console = Console(appliance, appliance.editor(), switches, authority, files=LocalFiles(), exchanges=exchanges)
    return Machine(console, authority, files, None if kept is None else _state(options, console, kept, kept_authority))


def _kept(options: argparse.Namespace) -> "StateFiles | None":
    if not (options.state or options.session) or not options.keeps_state:
        return None
    from fauxgate.app.state import open_files  # noqa: PLC0415 - most sessions keep nothing

    return open_files(options)


def _kept_authority(options: argparse.Namespace, kept: "StateFiles | None") -> "KeptAuthority | None":
    """What keeps the authority in a session file; a state directory has a part of its own for it."""
    if kept is None or not options.session:
        return None
    from fauxgate.app.session_authority import KeptAuthority  # noqa: PLC0415 - the same

    return KeptAuthority(kept)


def _state(
    options: argparse.Namespace, console: Console, kept: "StateFiles", kept_authority: "KeptAuthority | None"
) -> "State":
    from fauxgate.app.state import open_state  # noqa: PLC0415 - the same

    further = () if kept_authority is None else (kept_authority,)
    return open_state(console, kept, further, is_time_given=options.now is not None)


def _keys(appliance: Appliance, authority: BuiltInAuthority) -> "list[PrivateKey]":
    with appliance.lock:
        return [*appliance.private_keys(), *authority.keys()]


def described(options: argparse.Namespace) -> Catalogue:
    """What the arguments say that can be configured."""
    return catalogue(options.firmware or DEFAULT, strict=options.strict_model, imported=imported(options))


def _clock(options: argparse.Namespace) -> Clock:
    if options.clock == "virtual":
        return ManualClock(options.now)
    clock = WallClock()
    if options.now is not None:
        clock.set(options.now)
    return clock
