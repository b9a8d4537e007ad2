"""Keeps the HTTP exchanges of a session, numbered as they happen."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.transport import Transport

# An exchange has a megabyte at the most, so memory stays bounded too.
KEPT = 200


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came of it."""

    number: int
    moment: datetime
    request: HttpRequest
    answer: HttpResponse | HttpFailure


class Exchanges:
    """The last exchanges; `watch`, if there is one, is told of each when it is over."""

    def __init__(self) -> None:
        self.watch: Callable[[Exchange], None] | None = None
        self._kept: deque[Exchange] = deque(maxlen=KEPT)
        self._made = 0
        self._lock = threading.Lock()

    def keep(self, moment: datetime, request: HttpRequest, answer: HttpResponse | HttpFailure) -> None:
        """Add an exchange, which began at `moment`."""
        with self._lock:
            self._made += 1
            exchange = Exchange(self._made, moment, request, answer)
            self._kept.append(exchange)
        if self.watch is not None:
            self.watch(exchange)

    @property
    def all(self) -> tuple[Exchange, ...]:
        """Those that are kept, oldest first."""
        with self._lock:
            return tuple(self._kept)

    def find(self, number: int) -> Exchange | None:
        """The exchange with this number; None if there is none, or none any more."""
        return next((exchange for exchange in self.all if exchange.number == number), None)


@dataclass(frozen=True, slots=True)
class RecordingTransport:
    """Another transport, whose exchanges are kept."""

    transport: Transport
    exchanges: Exchanges
    now: Callable[[], datetime]

    def send(self, request: HttpRequest) -> HttpResponse | HttpFailure:
        """Send by the other transport."""
        moment = self.now()
        answer = self.transport.send(request)
        self.exchanges.keep(moment, request, answer)
        return answer
