"""What is to happen later: actions with a time, fired in order, each at its own time.

When the clock is put forward it does not skip what lies between: it stops at each job that is due on the way. Whoever
runs the jobs moves it, because a job may take as long as the network does, and the one who sets the clock is a person
whose command holds the appliance meanwhile.
"""

import heapq
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fauxgate.device.clock import Clock, Setting


@dataclass(order=True, frozen=True, slots=True)
class Job:
    """One action and when it is due; jobs of one moment run in the order they were made."""

    due: datetime
    number: int
    action: Callable[[], None] = field(compare=False)


class Jobs:
    """The queue of jobs. Adding is allowed from any thread; one thread at a time runs them."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._queue: list[Job] = []
        self._made = 0
        self._changed = threading.Condition()
        self._destination: datetime | None = None
        self._arrived: Setting | None = None
        self.fired: Callable[[], None] = lambda: None
        """Called after each job."""

    @property
    def setting(self) -> Setting:
        """How the clock is set, or will be when it has come to where it is on its way to."""
        with self._changed:
            return self._arrived or self._clock.setting

    @property
    def present(self) -> datetime:
        """The present moment, or the one that the clock is on its way to."""
        with self._changed:
            return self._destination or self._clock.now()

    def at(self, due: datetime, action: Callable[[], None]) -> Job:
        """Fire `action` at `due`, or as soon as jobs run if that is past."""
        with self._changed:
            self._made += 1
            job = Job(due, self._made, action)
            heapq.heappush(self._queue, job)
            self._changed.notify_all()
            return job

    def after(self, seconds: float, action: Callable[[], None]) -> Job:
        """Fire `action` that many seconds from now."""
        return self.at(self._clock.now() + timedelta(seconds=seconds), action)

    def cancel(self, job: Job) -> None:
        """Never fire `job`, unless it has been fired."""
        with self._changed:
            if job in self._queue:
                self._queue.remove(job)
                heapq.heapify(self._queue)

    def next_due(self) -> datetime | None:
        """When the next job is due; None when there is none."""
        with self._changed:
            return self._queue[0].due if self._queue else None

    def go_to(self, moment: datetime) -> None:
        """Put the clock to `moment`; where jobs lie on the way, it goes there as they are run, from one to the next."""
        with self._changed:
            is_forward = moment > self._clock.now()
            if is_forward and self._queue and self._queue[0].due < moment:
                self._destination, self._arrived = moment, None
            else:
                self._arrived = None
                self._clock.set(moment)
                self._destination = None
            self._changed.notify_all()

    def start_from(self, moment: datetime) -> None:
        """Begin at a moment before now: what is due since then happens as jobs are run, at its own time.

        Once all of it is planned `go_on` is to be called.
        """
        with self._changed:
            self._destination, self._arrived = self._clock.now(), self._clock.setting
            self._clock.set(moment)

    def go_on(self) -> None:
        """Be there at once, if nothing lies on the way of the clock."""
        with self._changed:
            if self._destination is not None and not (self._queue and self._queue[0].due <= self._destination):
                self._arrive(self._destination)

    def run_due(self) -> int:
        """Fire everything that is due by now or on the way of the clock, and what that makes due; says how many."""
        fired = 0
        while job := self._take_due():
            job.action()
            self.fired()
            fired += 1
        return fired

    def jump(self) -> bool:
        """Put the clock to the next job's time and fire what is due then; False when there is no job."""
        due = self.next_due()
        if due is None:
            return False
        if due > self._clock.now():
            self._clock.set(due)
        self.run_due()
        return True

    def wait(self, seconds: float) -> None:
        """Block until the next job is due, a job is added, `wake` is called or that many real seconds have passed."""
        with self._changed:
            left = seconds
            if self._destination is not None:
                left = 0
            elif self._queue:
                left = min(seconds, (self._queue[0].due - self._clock.now()).total_seconds())
            if left > 0:
                self._changed.wait(left)

    def wake(self) -> None:
        """End a `wait`, because the clock was set or the program ends."""
        with self._changed:
            self._changed.notify_all()

    def _take_due(self) -> Job | None:
        """The next job, once its time has come; the clock is put forward to it if that is on its way."""
        with self._changed:
            now = self._clock.now()
            end = max(now, self._destination or now)
            if self._queue and self._queue[0].due <= end:
                job = heapq.heappop(self._queue)
                if job.due > now:
                    self._clock.set(job.due)
                return job
            self._arrive(end)
            return None

    def _arrive(self, moment: datetime) -> None:
        if self._arrived is not None:
            self._clock.setting = self._arrived
        elif moment > self._clock.now():
            self._clock.set(moment)
        self._destination = self._arrived = None
