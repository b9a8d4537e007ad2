"""Carries a short SCEP exchange through at once, for a person who waits for it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Protocol

from fauxgate.device.clock import Clock
from fauxgate.device.events import Journal, ScepStep
from fauxgate.scep.client import Begin, Input, Output
from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpRequest
from fauxgate.scep.transport import Transport


class Fetch(Protocol):
    """One of `scep.fetches`."""

    def receive(self, received: Input, now: datetime) -> Iterator[Output]:
        """Take one input; yields events and at most one request."""


def outcome(
    fetch: Fetch,
    transport: Transport,
    clock: Clock,
    journal: Journal,
    lock: AbstractContextManager[object] = nullcontext(),  # noqa: B008 - it has no state
) -> Event | None:
    """The last event of the exchange: what was fetched, or why nothing was. Every event goes to the journal.

    The lock is held while an input is taken in, never while the network is waited for; who has it already needs none.
    """
    last: Event | None = None
    received: Input | None = Begin()
    while received is not None:
        request = None
        with lock:
            for output in fetch.receive(received, clock.now()):
                if isinstance(output, HttpRequest):
                    request = output
                elif isinstance(output, Event):
                    journal.record(ScepStep("", output))
                    last = output
        received = transport.send(request) if request else None
    return last
