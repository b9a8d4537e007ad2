"""An appliance, an authority and the wire between them, joined for a test; `conftest.py` offers it as fixtures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from os import urandom

from fauxgate.app.authority import BuiltInAuthority
from fauxgate.ca.authority import Authority, Rules
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.reviewers import Automatic, Reviewer
from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.console import Console
from fauxgate.debug.console import DebugConsole
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance, Outside
from fauxgate.device.clock import ManualClock
from fauxgate.network.loopback import Loopback
from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.server import Responder
from fauxgate.scep.transport import Transport
from fauxgate.schema.releases import release
from fauxgate.schema.tables import catalogue

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
CA_SUBJECT = "/C=NL/ST=NH/L=Amsterdam/O=Fortinet/OU=AS/CN=sceptest/emailAddress=sceptest@fortinet.com"
URL = "http://ca.test/app/cert/scep/"

Reply = HttpResponse | HttpFailure


@dataclass
class Tap:
    """Sees, and may change, all that passes between the appliance and the authority."""

    transport: Transport
    change: Callable[[HttpRequest, Reply], Reply] = lambda _request, reply: reply
    seen: list[tuple[HttpRequest, Reply]] = field(default_factory=list)

    def send(self, request: HttpRequest) -> Reply:
        reply = self.change(request, self.transport.send(request))
        self.seen.append((request, reply))
        return reply


@dataclass
class Rig:
    """One appliance with a person at it; `printed` is all that the person has seen."""

    appliance: Appliance
    command_line: CommandLine
    authority: Authority
    tap: Tap
    printed: list[str]

    def type(self, *lines: str) -> list[str]:
        """Type lines, let every wait pass, and give what was printed since."""
        start = len(self.printed)
        for line in lines:
            self.command_line.run(line)
            self.appliance.jobs.run_due()
            while self.appliance.enrolling and self.appliance.jobs.jump():
                pass
        return self.printed[start:]


def living(
    firmware: str = "7.4",
    *,
    profile: str = "fortios",
    reviewer: Reviewer | None = None,
    days: int = 365,
    rules: Rules = Rules(),  # noqa: B008 - a value, which nobody changes
) -> Rig:
    """An appliance and an authority at one clock, so that years can pass; certificates live so many days."""
    clock = ManualClock(NOW)
    made = authority(reviewer, CertificateProfile(days=days), now=clock.now, rules=rules)
    return rig(made, firmware=firmware, profile=profile, clock=clock)


def authority(
    reviewer: Reviewer | None = None,
    profile: CertificateProfile | None = None,
    subject: str = CA_SUBJECT,
    *,
    now: Callable[[], datetime] = lambda: NOW,
    rules: Rules = Rules(),  # noqa: B008 - a value, which nobody changes
) -> Authority:
    """An authority, at a clock that stands still if none is given."""
    return Authority(
        subject,
        reviewer=reviewer or Automatic("challenge"),
        register=MemoryRegister(),
        now=now,
        random=urandom,
        profile=profile or CertificateProfile(),
        rules=rules,
    )


def rig(
    made: Authority | None = None,
    *,
    transport: Transport | None = None,
    firmware: str = "7.4",
    profile: str = "fortios",
    clock: ManualClock | None = None,
) -> Rig:
    """An appliance joined to the authority in memory, or to whatever `transport` leads to."""
    made = made or authority()
    tap = Tap(transport or Loopback(Responder(made, urandom), made.now))
    appliance = Appliance(catalogue(release(firmware)), Outside(clock or ManualClock(NOW), urandom, tap, profile))
    printed: list[str] = []
    switches = Switches()
    appliance.journal.watch(DebugConsole(switches, appliance.release, printed.append))
    console = Console(appliance, appliance.editor(), switches, BuiltInAuthority(lambda: made, urandom, made.now))
    return Rig(appliance, CommandLine(lambda: console, printed.append), made, tap, printed)
