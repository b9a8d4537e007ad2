"""What is to happen later: actions with a time, fired in order, each at its own time."""

import heapq
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from fauxgate.device.clock import Clock


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

    def at(self, due: datetime, action: Callable[[], None]) -> None:
        """Fire `action` at `due`, or as soon as jobs run if that is past."""
        with self._changed:
            self._made += 1
            heapq.heappush(self._queue, Job(due, self._made, action))
            self._changed.notify_all()

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Fire `action` that many seconds from now."""
        self.at(self._clock.now() + timedelta(seconds=seconds), action)

    def next_due(self) -> datetime | None:
        """When the next job is due; None when there is none."""
        with self._changed:
            return self._queue[0].due if self._queue else None

    def run_due(self) -> int:
        """Fire everything that is due by now, and what that makes due; says how many."""
        fired = 0
        while job := self._take_due():
            job.action()
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
            due = self._queue[0].due if self._queue else None
            left = seconds if due is None else min(seconds, (due - self._clock.now()).total_seconds())
            if left > 0:
                self._changed.wait(left)

    def wake(self) -> None:
        """End a `wait`, because the clock was set or the program ends."""
        with self._changed:
            self._changed.notify_all()

    def _take_due(self) -> Job | None:
        with self._changed:
            if self._queue and self._queue[0].due <= self._clock.now():
                return heapq.heappop(self._queue)
            return None
