"""Carries SCEP enrollments through: sends what the protocol wants sent, waits when it wants to wait.

The protocol itself (`scep.client`) does no I/O and knows no time. Here each of its outputs is acted on: a request goes
to the transport, a wait becomes a job, an event goes to the journal. The lock is held while an input is taken in, never
while the network is waited for, so a slow authority does not hold up the prompt.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from fauxgate.device.clock import Clock
from fauxgate.device.events import Journal, ScepStep
from fauxgate.device.jobs import Job, Jobs
from fauxgate.scep.client import Begin, Enrollment, EnrollmentOrder, Input, State, TimerFired, Wait, Waiting
from fauxgate.scep.events import Event, Granted
from fauxgate.scep.http import HttpRequest
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport


@dataclass(slots=True)
class _Running:
    name: str
    order: EnrollmentOrder
    enrollment: Enrollment
    values: Mapping[str, str]
    cancelled: bool = False
    due: datetime | None = None
    job: Job | None = None


@dataclass(frozen=True, slots=True)
class Interrupted:
    """An enrollment that ends with the process, to be continued in another one.

    `values` are what the entry is to get with the certificate. Without `waiting`, which tells where the exchange stands
    until `due`, it has to begin anew.
    """

    name: str
    order: EnrollmentOrder
    values: Mapping[str, str]
    due: datetime | None = None
    waiting: Waiting | None = None


class Enrollments:
    """All enrollments under way, by the name of their `vpn certificate local` entry.

    `store` is given the name, what was granted, and the values that belong to it. `ended` is told the name after every
    outcome. `roots` gives the trusted CA certificates, where the release looks at them.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        jobs: Jobs,
        journal: Journal,
        transport: Transport,
        profile: Profile,
        random: Callable[[int], bytes],
        lock: threading.RLock,
        store: Callable[[str, Granted, Mapping[str, str]], None],
        ended: Callable[[str], None],
        roots: Callable[[], Sequence[bytes]] | None,
    ) -> None:
        self._clock = clock
        self._jobs = jobs
        self._journal = journal
        self._transport = transport
        self._profile = profile
        self._random = random
        self._lock = lock
        self._store = store
        self._ended = ended
        self._roots = roots
        self._running: dict[str, _Running] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The entries whose enrollment is not finished."""
        return tuple(self._running)

    def start(self, order: EnrollmentOrder, values: Mapping[str, str] | None = None) -> None:
        """Begin an enrollment as soon as jobs run; one already under way for the same entry ends.

        `values` are what the entry is to get together with the certificate, and not before: in a renewal the new key.
        """
        self.cancel(order.name)
        enrollment = Enrollment(order, self._profile, self._random, self._roots)
        running = self._running[order.name] = _Running(order.name, order, enrollment, values or {})
        running.job = self._jobs.at(self._clock.now(), lambda: self._advance(running, Begin()))

    @property
    def interrupted(self) -> tuple[Interrupted, ...]:
        """What would have to be continued if the process ended now."""
        return tuple(map(_interrupted, self._running.values()))

    def go_on(self, kept: Interrupted) -> None:
        """Continue an enrollment of another process. Raises ValueError where what was kept is damaged."""
        if kept.waiting is None or kept.due is None:
            self.start(kept.order, kept.values)
            return
        enrollment = Enrollment.resumed(kept.order, self._profile, self._random, kept.waiting, self._roots)
        running = _Running(kept.name, kept.order, enrollment, kept.values, due=kept.due)
        self._running[kept.name] = running
        running.job = self._jobs.at(kept.due, lambda: self._advance(running, TimerFired()))

    def cancel(self, name: str) -> None:
        """End the enrollment of `name`, if there is one, without a further word."""
        running = self._running.pop(name, None)
        if running is not None:
            running.cancelled = True
            if running.job is not None:
                self._jobs.cancel(running.job)

    def rename(self, old: str, new: str) -> None:
        """Go on under another name, because the entry has one."""
        running = self._running.pop(old, None)
        if running is not None:
            running.name = new
            self._running[new] = running

    def _advance(self, running: _Running, received: Input) -> None:
        """Take in `received` and everything that follows from it without a wait."""
        request = self._take_in(running, received)
        while request is not None:
            request = self._take_in(running, self._transport.send(request))

    def _take_in(self, running: _Running, received: Input) -> HttpRequest | None:
        """Act on one input; gives the request to send next, None when it is time to wait or to stop."""
        with self._lock:
            if running.cancelled:
                return None
            request: HttpRequest | None = None
            waiting = False
            for output in running.enrollment.receive(received, self._clock.now()):
                if isinstance(output, HttpRequest):
                    request = output
                elif isinstance(output, Wait):
                    waiting = True
                    running.due = self._clock.now() + timedelta(seconds=output.seconds)
                    running.job = self._jobs.after(output.seconds, lambda: self._advance(running, TimerFired()))
                else:
                    self._note(running, output)
            if request is None and not waiting:
                self._running.pop(running.name, None)
                self._ended(running.name)
            return request

    def _note(self, running: _Running, event: Event) -> None:
        self._journal.record(ScepStep(running.name, event))
        if isinstance(event, Granted):
            self._store(running.name, event, running.values)


def _interrupted(running: _Running) -> Interrupted:
    enrollment = running.enrollment
    waiting = enrollment.waiting if enrollment.state is State.WAITING else None
    order = replace(running.order, name=running.name)
    return Interrupted(running.name, order, running.values, running.due, waiting)
