"""What happened on the appliance, as facts; `debug` and the logs say it in words."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from fauxgate.model.storage import ROOT

if TYPE_CHECKING:
    from fauxgate.scep.events import Event as ScepEvent


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a virtual domain; without a name, in what all of them share."""

    domain: str = field(default=ROOT, kw_only=True)


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


@dataclass(frozen=True, slots=True)
class CrlUpdateRequested(Event):
    """A revocation list is being fetched, because somebody wanted it or by itself."""

    name: str
    is_by_hand: bool = False


Watcher = Callable[[datetime, Event], None]


class Journal:
    """Everything that happened, in order, each with its moment; told at once to whoever watches."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._domain = ROOT
        self._entries: list[tuple[datetime, Event]] = []
        self._watchers: list[Watcher] = []

    def of(self, domain: str) -> "Journal":
        """The same journal, for whoever records what happens in a virtual domain."""
        made = Journal(self._now)
        made._domain, made._entries, made._watchers = domain, self._entries, self._watchers
        return made

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
        event = replace(event, domain=self._domain)
        self._entries.append((moment, event))
        for watcher in tuple(self._watchers):
            watcher(moment, event)
