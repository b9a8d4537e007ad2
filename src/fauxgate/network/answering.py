"""What stands behind a listener or a loopback: something that answers each request and tells what it does."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpRequest, HttpResponse

OnEvent = Callable[[Event], None]


class Answering(Protocol):
    """A `scep.server.Responder`, or whatever takes its place."""

    def receive(self, request: HttpRequest, now: datetime) -> Iterator[Event | HttpResponse]:
        """The steps of the answer in order; the last item is the answer."""
        ...


def ignore(_event: Event) -> None:
    """The listener to events where nobody listens."""


def answer(responder: Answering, request: HttpRequest, now: datetime, on_event: OnEvent) -> HttpResponse:
    """The responder's answer; the events on the way go to `on_event`, in order."""
    for step in responder.receive(request, now):
        if isinstance(step, HttpResponse):
            return step
        on_event(step)
    raise AssertionError("a responder answers every request")
