"""Renews local certificates and warns of their end: what forticron does on the appliance (fortios-certificates.md 4.4).

`renewal` decides what is due and when; here each entry has one job, for whatever is due next, which does it and makes
the following one. The old certificate and its key stay in use until the new ones are there; then they are replaced
together.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from fauxgate.device import renewal
from fauxgate.device.certificate_tables import LOCAL, SETTING
from fauxgate.device.clock import Clock
from fauxgate.device.enrollment import Enrollments
from fauxgate.device.events import CertificateExpired, CertificateNearExpiry, Event, Journal, RenewalDue
from fauxgate.device.jobs import Job, Jobs
from fauxgate.device.memory import Memory, digest
from fauxgate.device.renewal import Action, Facts
from fauxgate.device.renewal_order import Renewals
from fauxgate.model.configuration import Configuration
from fauxgate.pki import certificates
from fauxgate.pki.certificates import Certificate
from fauxgate.schema.types import Path

# What `enroll-protocol` says where a certificate is renewed; the other protocols are not spoken here.
SCEP = "scep"

NOTHING = Memory()


@dataclass(slots=True)
class _Watched:
    """What is known of an entry besides its configuration: what was done, and the next job."""

    memory: Memory = NOTHING
    job: Job | None = None


class Forticron:
    """Watches over the local certificates of one appliance."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        clock: Clock,
        jobs: Jobs,
        journal: Journal,
        enrollments: Enrollments,
        renewals: Renewals,
        lock: threading.RLock,
    ) -> None:
        self._configuration = configuration
        self._clock = clock
        self._jobs = jobs
        self._journal = journal
        self._enrollments = enrollments
        self._renewals = renewals
        self._lock = lock
        self._watched: dict[str, _Watched] = {}

    def plan(self, name: str) -> None:
        """Plan anew for an entry that has changed, has gone, or for which something was done."""
        watched = self._watched.setdefault(name, _Watched())
        if watched.job is not None:
            self._jobs.cancel(watched.job)
            watched.job = None
        if self._configuration.entry(LOCAL, name) is None:
            del self._watched[name]
            return
        found = self._due(name, watched, self._clock.now())
        if found is not None:
            moment, action = found
            watched.job = self._jobs.at(moment, lambda: self._act(name, action))

    def rename(self, old: str, new: str) -> None:
        """Go on under another name, because the entry has one."""
        self._watched[new] = self._watched.pop(old, _Watched())
        self.plan(new)

    def stop(self) -> None:
        """Do nothing of what was planned."""
        for watched in self._watched.values():
            if watched.job is not None:
                self._jobs.cancel(watched.job)
        self._watched.clear()

    def has_warned_of(self, name: str) -> bool:
        """Whether the renewal of an entry's present certificate was announced."""
        return name in self._watched and Action.WARN.value in self._watched[name].memory.done

    @property
    def memories(self) -> Mapping[str, Memory]:
        """What is remembered of each entry."""
        return {name: watched.memory for name, watched in self._watched.items()}

    def remember(self, name: str, memory: Memory) -> None:
        """Take over what was remembered of an entry in an earlier run; it is to be planned after that."""
        known = {action.value for action in Action}
        self._watched[name] = _Watched(replace(memory, done=memory.done & known))

    def _due(self, name: str, watched: _Watched, now: datetime) -> tuple[datetime, Action] | None:
        """What is due next for an entry; nothing for one that has no certificate."""
        entry = self._configuration.entry(LOCAL, name)
        text = str(entry.values.get("certificate", "")) if entry else ""
        if digest(text.encode()) != watched.memory.about:
            watched.memory = Memory(digest(text.encode()), attempted=watched.memory.attempted)
        certificate = _certificate(text)
        if certificate is None:
            return None
        return renewal.due(self._facts(name, watched, certificate), now)

    def _facts(self, name: str, watched: _Watched, certificate: Certificate) -> Facts:
        is_scep = self._value(LOCAL, name, "enroll-protocol") == SCEP
        # As long as one enrollment is under way no other is begun.
        is_renewed = is_scep and self._value(LOCAL, name, "scep-url") and name not in self._enrollments.names
        return Facts(
            not_after=certificate.not_after,
            warning_days=int(self._value(LOCAL, name, "auto-regenerate-days-warning")) if is_scep else 0,
            notice_days=int(self._value(SETTING, "", "cert-expire-warning") or 0),
            request_days=int(self._value(LOCAL, name, "auto-regenerate-days")) if is_renewed else 0,
            done=frozenset(map(Action, watched.memory.done)),
            attempted=watched.memory.attempted,
        )

    def _value(self, path: Path, name: str, option: str) -> str:
        """What an option says; empty in a release that does not have it."""
        has_it = self._configuration.section(path).option(option) is not None
        return str(self._configuration.value(path, name, option)) if has_it else ""

    def _act(self, name: str, action: Action) -> None:
        with self._lock:
            watched = self._watched.get(name)
            now = self._clock.now()
            # A command may have changed the entry since this job was taken from the queue.
            if watched is None:
                return
            if self._due(name, watched, now) != (now, action):
                self.plan(name)
                return
            if action is Action.REQUEST:
                watched.memory = replace(watched.memory, attempted=now)
                made = self._renewals.of(name, now)
                self._enrollments.start(made.order, made.values)
            else:
                watched.memory = replace(watched.memory, done=watched.memory.done | {action.value})
                self._journal.record(_EVENTS[action](name))
            self.plan(name)


_EVENTS: Mapping[Action, Callable[[str], Event]] = {
    Action.WARN: RenewalDue,
    Action.GIVE_NOTICE: CertificateNearExpiry,
    Action.EXPIRE: CertificateExpired,
}


@lru_cache(maxsize=256)
def _certificate(text: str) -> Certificate | None:
    try:
        return certificates.from_pem(text)
    except certificates.InvalidCertificate:
        return None
