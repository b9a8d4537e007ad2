"""CA certificates that are fetched again before they expire: `auto-update-days` (fortios-certificates.md 3.2 and 6).

Inferred: an update is tried at its moment and once a day from then on, and what is fetched replaces the certificate if
it has the same subject and is valid for longer. That the warning is entry 22200 of the log is confirmed by its text.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fauxgate.device import fetching, store
from fauxgate.device.clock import Clock
from fauxgate.device.events import CaUpdated, CaUpdateDue, CaUpdateFailed, Journal
from fauxgate.device.jobs import Job, Jobs
from fauxgate.device.memory import Memory, digest
from fauxgate.device.store import CA
from fauxgate.model.configuration import Configuration
from fauxgate.pki import certificates, names
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import authorities
from fauxgate.scep.events import CaCertificatesReceived
from fauxgate.scep.fetches import CaFetch
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport

RETRY = timedelta(days=1)
# What is remembered: that an update was announced.
WARNED = "warn"
# No certificate lives longer, and no date that Python knows is longer ago.
MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class _Settings:
    """What an entry says of its update."""

    certificate: Certificate
    url: str
    ca_identifier: str
    source_ip: str
    days: int
    warning_days: int

    def before_expiry(self, days: int) -> datetime:
        return self.certificate.not_after - timedelta(days=min(days, MOST_DAYS))


@dataclass(slots=True)
class _Plan:
    """What is to happen to an entry as it is configured now."""

    jobs: list[Job] = field(default_factory=list)


class CaUpdates:
    """Plans and carries out the updates of one appliance's CA certificates."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        clock: Clock,
        jobs: Jobs,
        journal: Journal,
        transport: Transport,
        profile: Profile,
        lock: threading.RLock,
    ) -> None:
        self._configuration = configuration
        self._clock = clock
        self._jobs = jobs
        self._journal = journal
        self._transport = transport
        self._profile = profile
        self._lock = lock
        self._plans: dict[str, _Plan] = {}
        self._memories: dict[str, Memory] = {}

    def plan(self, name: str) -> None:
        """Plan anew for an entry that has changed, or has gone."""
        self._cancel(name)
        settings = self._settings(name)
        if settings is None:
            self._memories.pop(name, None)
            return
        about = digest(settings.certificate.der)
        memory = self._memories.get(name, Memory())
        if memory.about != about:
            memory = self._memories[name] = Memory(about)
        plan = self._plans[name] = _Plan()
        if settings.warning_days and WARNED not in memory.done:
            self._at(settings.before_expiry(settings.warning_days), plan, lambda: self._warn(name, plan))
        moment = settings.before_expiry(settings.days)
        # A clock that was put back makes an attempt one that was never made.
        if memory.attempted and memory.attempted <= self._clock.now():
            moment = max(moment, memory.attempted + RETRY)
        self._at(moment, plan, lambda: self._update(name, plan))

    def stop(self) -> None:
        """Do nothing of what was planned."""
        for name in tuple(self._plans):
            self._cancel(name)

    @property
    def memories(self) -> Mapping[str, Memory]:
        """What is remembered of each entry."""
        return self._memories

    def remember(self, name: str, memory: Memory) -> None:
        """Take over what was remembered of an entry in an earlier run; it is to be planned after that."""
        self._memories[name] = memory

    def _cancel(self, name: str) -> None:
        plan = self._plans.pop(name, None)
        for job in plan.jobs if plan else ():
            self._jobs.cancel(job)

    def _at(self, moment: datetime, plan: _Plan, action: Callable[[], None]) -> None:
        plan.jobs.append(self._jobs.at(max(moment, self._clock.now()), action))

    def _warn(self, name: str, plan: _Plan) -> None:
        with self._lock:
            # A command may have changed the entry since this job was taken from the queue.
            if self._plans.get(name) is plan:
                self._remember(name, done=frozenset({WARNED}))
                self._journal.record(CaUpdateDue(name))

    def _remember(self, name: str, *, done: frozenset[str] = frozenset(), attempted: datetime | None = None) -> None:
        memory = self._memories[name]
        self._memories[name] = Memory(memory.about, memory.done | done, attempted or memory.attempted)

    def _update(self, name: str, plan: _Plan) -> None:
        settings = self._settings(name)
        if settings is None or self._plans.get(name) is not plan:
            return
        fetch = CaFetch(settings.url, settings.ca_identifier, settings.source_ip, self._profile)
        found = fetching.outcome(fetch, self._transport, self._clock, self._journal, self._lock)
        received = found.certificates if isinstance(found, CaCertificatesReceived) else ()
        with self._lock:
            # Somebody may have changed the entry while the network was waited for.
            if self._plans.get(name) is plan:
                self._take(name, _successor(settings.certificate, received))

    def _take(self, name: str, successor: Certificate | None) -> None:
        self._remember(name, attempted=self._clock.now())
        if successor is None:
            self._journal.record(CaUpdateFailed(name))
        else:
            store.renewed_authority(self._configuration, name, successor.der)
            self._journal.record(CaUpdated(name))
        self.plan(name)

    def _settings(self, name: str) -> _Settings | None:
        """The settings of an entry that is to be updated; None for any other."""
        if self._configuration.entry(CA, name) is None:
            return None
        days, url = self._number(name, "auto-update-days"), self._text(name, "scep-url")
        if not days or not url:
            return None
        try:
            certificate = certificates.from_pem(self._text(name, "ca"))
        except certificates.InvalidCertificate:
            return None
        return _Settings(
            certificate=certificate,
            url=url,
            ca_identifier=self._text(name, "ca-identifier"),
            source_ip=self._text(name, "source-ip"),
            days=days,
            warning_days=self._number(name, "auto-update-days-warning"),
        )

    def _text(self, name: str, option: str) -> str:
        section = self._configuration.section(CA)
        # Some fields exist in newer releases only.
        return str(self._configuration.value(CA, name, option)) if section.option(option) else ""

    def _number(self, name: str, option: str) -> int:
        return int(self._text(name, option) or 0)


def _successor(present: Certificate, received: Sequence[bytes]) -> Certificate | None:
    """Of what was fetched, the certificate that follows the present one."""
    fitting = [each for each in authorities.readable(received) if names.are_equal(each.subject, present.subject)]
    newest = max(fitting, key=lambda each: each.not_after, default=None)
    return newest if newest is not None and newest.not_after > present.not_after else None
