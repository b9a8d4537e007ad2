"""Carries SCEP enrollments through: sends what the protocol wants sent, waits when it wants to wait.

The protocol itself (`scep.client`) does no I/O and knows no time. Here each of its outputs is acted on: a request goes
to the transport, a wait becomes a job, an event goes to the journal. The lock is held while an input is taken in, never
while the network is waited for, so a slow authority does not hold up the prompt.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from fauxgate.device.clock import Clock
from fauxgate.device.events import Journal, ScepStep
from fauxgate.device.jobs import Jobs
from fauxgate.scep.client import Begin, Enrollment, EnrollmentOrder, Input, TimerFired, Wait
from fauxgate.scep.events import Event, Granted
from fauxgate.scep.http import HttpRequest
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport


@dataclass(slots=True)
class _Running:
    name: str
    enrollment: Enrollment
    cancelled: bool = False


class Enrollments:
    """All enrollments under way, by the name of their `vpn certificate local` entry."""

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
        store: Callable[[str, Granted], None],
    ) -> None:
        self._clock = clock
        self._jobs = jobs
        self._journal = journal
        self._transport = transport
        self._profile = profile
        self._random = random
        self._lock = lock
        self._store = store
        self._running: dict[str, _Running] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The entries whose enrollment is not finished."""
        return tuple(self._running)

    def start(self, order: EnrollmentOrder) -> None:
        """Begin an enrollment as soon as jobs run; one already under way for the same entry ends."""
        self.cancel(order.name)
        running = _Running(order.name, Enrollment(order, self._profile, self._random))
        self._running[order.name] = running
        self._jobs.at(self._clock.now(), lambda: self._advance(running, Begin()))

    def cancel(self, name: str) -> None:
        """End the enrollment of `name`, if there is one, without a further word."""
        running = self._running.pop(name, None)
        if running is not None:
            running.cancelled = True

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
                    self._jobs.after(output.seconds, lambda: self._advance(running, TimerFired()))
                else:
                    self._note(running, output)
            if request is None and not waiting:
                self._running.pop(running.name, None)
            return request

    def _note(self, running: _Running, event: Event) -> None:
        self._journal.record(ScepStep(running.name, event))
        if isinstance(event, Granted):
            self._store(running.name, event)
