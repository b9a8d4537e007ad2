"""Revocation lists that are fetched again by themselves: `update-interval` (fortios-certificates.md 3.3).

Without an interval a list is fetched when it has expired. Inferred: where there is no list yet and an interval, one is
fetched at once; a fetch that failed is repeated after the interval, or without one after a day; `ldap-server` leads
nowhere here.
"""

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from fauxgate.device.clock import Clock
from fauxgate.device.crl_import import CrlImport, is_online
from fauxgate.device.jobs import Job, Jobs
from fauxgate.device.memory import Memory, digest
from fauxgate.device.store import CRL
from fauxgate.model.configuration import Configuration
from fauxgate.pki import revocation

RETRY = timedelta(days=1)


class CrlUpdates:
    """Plans and carries out the updates of one realm's revocation lists."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        clock: Clock,
        jobs: Jobs,
        crl_import: CrlImport,
        lock: threading.RLock,
    ) -> None:
        self._configuration = configuration
        self._clock = clock
        self._jobs = jobs
        self._import = crl_import
        self._lock = lock
        self._jobs_planned: dict[str, Job] = {}
        self._memories: dict[str, Memory] = {}

    def plan(self, name: str) -> None:
        """Plan anew for an entry that has changed, or has gone, or whose list was fetched."""
        self._cancel(name)
        if not is_online(self._configuration, name):
            self._memories.pop(name, None)
            return
        moment = self._due(name)
        if moment is not None:
            moment = max(moment, self._clock.now())
            self._jobs_planned[name] = self._jobs.at(moment, lambda: self._update(name))

    def stop(self) -> None:
        """Do nothing of what was planned."""
        for name in tuple(self._jobs_planned):
            self._cancel(name)

    def fetched(self, name: str) -> None:
        """A list was asked for by hand."""
        self._memories[name] = Memory(self._about(name), attempted=self._clock.now())
        self.plan(name)

    @property
    def memories(self) -> Mapping[str, Memory]:
        """What is remembered of each entry."""
        return self._memories

    def remember(self, name: str, memory: Memory) -> None:
        """Take over what was remembered of an entry in an earlier run; it is to be planned after that."""
        self._memories[name] = memory

    def _cancel(self, name: str) -> None:
        job = self._jobs_planned.pop(name, None)
        if job is not None:
            self._jobs.cancel(job)

    def _due(self, name: str) -> datetime | None:
        now, interval = self._clock.now(), self._interval(name)
        memory = self._memories.get(name, Memory())
        if memory.about != self._about(name) or (memory.attempted or now) > now:
            # Somebody has changed the entry, or put the clock back.
            memory = Memory(self._about(name))
        text = str(self._configuration.value(CRL, name, "crl"))
        if interval:
            # A list that was imported as a file is as new as what is known of it.
            since = memory.attempted or (now if text else None)
            self._memories[name] = replace(memory, attempted=since)
            return since + interval if since else now
        self._memories[name] = memory
        end = _end(text)
        return None if end is None else max(end, memory.attempted + RETRY) if memory.attempted else end

    def _interval(self, name: str) -> timedelta:
        return timedelta(seconds=int(str(self._configuration.value(CRL, name, "update-interval")) or 0))

    def _about(self, name: str) -> str:
        told = [str(self._configuration.value(CRL, name, option)) for option in ("scep-url", "http-url")]
        return digest(" ".join([*told, str(self._interval(name))]).encode())

    def _update(self, name: str) -> None:
        with self._lock:
            # A command may have changed the entry since this job was taken from the queue.
            if self._jobs_planned.pop(name, None) is None or not is_online(self._configuration, name):
                return
        self._import.update(name, self._lock)
        with self._lock:
            if is_online(self._configuration, name):
                self._memories[name] = Memory(self._about(name), attempted=self._clock.now())
                self.plan(name)


def _end(text: str) -> datetime | None:
    """When a list expires; None where there is none, or one that does not say."""
    try:
        return revocation.from_pem(text).next_update if text else None
    except revocation.InvalidCrl:
        return None
