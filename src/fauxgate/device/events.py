"""What happened on the appliance, as facts; `debug` and the logs say it in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fauxgate.scep.events import Event as ScepEvent


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened."""


@dataclass(frozen=True, slots=True)
class ScepStep(Event):
    """A step or an outcome of the exchange that is to bring `certificate` (an entry's name)."""

    certificate: str
    step: "ScepEvent"


@dataclass(frozen=True, slots=True)
class CertificateLoaded(Event):
    """An entry of `table` (`local`, `ca` or `remote`) has got a certificate."""

    table: str
    name: str


@dataclass(frozen=True, slots=True)
class CertificateUpdated(Event):
    """An entry of `table` has got another certificate than it had."""

    table: str
    name: str


@dataclass(frozen=True, slots=True)
class CertificateRemoved(Event):
    """An entry of `table` is gone, or its certificate is."""

    table: str
    name: str


@dataclass(frozen=True, slots=True)
class RenewalDue(Event):
    """A local certificate will be renewed by itself soon."""

    name: str


@dataclass(frozen=True, slots=True)
class CertificateNearExpiry(Event):
    """A local certificate will expire soon."""

    name: str


@dataclass(frozen=True, slots=True)
class CertificateExpired(Event):
    """A local certificate is no longer valid."""

    name: str


@dataclass(frozen=True, slots=True)
class CaUpdateDue(Event):
    """A CA certificate will be updated by itself soon."""

    name: str


@dataclass(frozen=True, slots=True)
class CaUpdated(Event):
    """A CA certificate was updated by itself."""

    name: str


@dataclass(frozen=True, slots=True)
class CaUpdateFailed(Event):
    """A CA certificate was to be updated, and no newer one came."""

    name: str


Watcher = Callable[[datetime, Event], None]


class Journal:
    """Everything that happened, in order, each with its moment; told at once to whoever watches."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._entries: list[tuple[datetime, Event]] = []
        self._watchers: list[Watcher] = []

    @property
    def entries(self) -> tuple[tuple[datetime, Event], ...]:
        """All that was recorded so far."""
        return tuple(self._entries)

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tell `watcher` of every event from now on; the answer ends that when called."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def record(self, event: Event) -> None:
        """Keep `event` under the present moment."""
        moment = self._now()
        self._entries.append((moment, event))
        for watcher in tuple(self._watchers):
            watcher(moment, event)
