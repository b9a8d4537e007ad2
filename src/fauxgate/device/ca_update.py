"""CA certificates that are fetched again before they expire: `auto-update-days` (fortios-certificates.md 3.2 and 6).

Inferred: an update is tried at its moment and once a day from then on, and what is fetched replaces the certificate if
it has the same subject and is valid for longer. That the warning is entry 22200 of the log is confirmed by its text.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fauxgate.device import fetching, store
from fauxgate.device.clock import Clock
from fauxgate.device.events import CaUpdated, CaUpdateDue, CaUpdateFailed, Journal
from fauxgate.device.jobs import Jobs
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
        # The plan of each entry; a job of an older one does nothing.
        self._plans: dict[str, object] = {}

    def plan(self, name: str) -> None:
        """Plan anew for an entry that has changed, or has gone."""
        self._plans.pop(name, None)
        settings = self._settings(name)
        if settings is None:
            return
        plan = self._plans[name] = object()
        if settings.warning_days:
            self._at(settings.before_expiry(settings.warning_days), name, plan, lambda: self._warn(name))
        self._at(settings.before_expiry(settings.days), name, plan, lambda: self._update(name, plan))

    def stop(self) -> tuple[str, ...]:
        """Forget all plans; gives the entries that had one."""
        names_of_plans = tuple(self._plans)
        self._plans.clear()
        return names_of_plans

    def _at(self, moment: datetime, name: str, plan: object, action: Callable[[], None]) -> None:
        def fire() -> None:
            if self._plans.get(name) is plan:
                action()

        self._jobs.at(max(moment, self._clock.now()), fire)

    def _warn(self, name: str) -> None:
        with self._lock:
            self._journal.record(CaUpdateDue(name))

    def _update(self, name: str, plan: object) -> None:
        settings = self._settings(name)
        if settings is None:
            return
        fetch = CaFetch(settings.url, settings.ca_identifier, settings.source_ip, self._profile)
        found = fetching.outcome(fetch, self._transport, self._clock, self._journal, self._lock)
        received = found.certificates if isinstance(found, CaCertificatesReceived) else ()
        with self._lock:
            # Somebody may have changed the entry while the network was waited for.
            if self._plans.get(name) is plan:
                self._take(name, plan, _successor(settings.certificate, received))

    def _take(self, name: str, plan: object, successor: Certificate | None) -> None:
        if successor is None:
            self._journal.record(CaUpdateFailed(name))
            self._at(self._clock.now() + RETRY, name, plan, lambda: self._update(name, plan))
            return
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
