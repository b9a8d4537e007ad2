"""Ways to misbehave on request: each has a name, happens every time, and is the same for the same seed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import ModuleType

from fauxgate.ca.authority import Authority
from fauxgate.ca.errors import UnknownFault
from fauxgate.ca.faults import authority as authority_faults
from fauxgate.ca.faults import http, messages
from fauxgate.ca.faults.base import Fault, NoFault, Seeded, Tools, Workshop
from fauxgate.scep.issuer import Identity


def _named(module: ModuleType) -> Iterator[type[Fault]]:
    """The faults of a module in the order in which they stand there; what has no name is what others have in common."""
    for item in vars(module).values():
        if isinstance(item, type) and issubclass(item, Fault) and item.__module__ == module.__name__:
            yield from [item] if "name" in vars(item) else []


ALL: Mapping[str, type[Fault]] = {
    fault.name: fault for module in (http, messages, authority_faults) for fault in _named(module)
}


class FaultBook:
    """Which fault happens when: one for all transactions, and others for single ones."""

    def __init__(self, authority: Authority, *, seed: int, now: Callable[[], datetime]) -> None:
        self._workshop = Workshop(authority, now)
        self._seed = seed
        self._chosen: dict[str, type[Fault]] = {}

    def choose(self, name: str, transaction_id: str = "") -> None:
        """Misbehave so in a transaction, or with an empty id in all; `none` ends it. Raises UnknownFault."""
        self._chosen[transaction_id] = _kind(name)

    def summary(self, name: str) -> str:
        """What a fault is; raises UnknownFault."""
        return _kind(name).summary

    def manner(self, transaction_id: str) -> Fault:
        """The fault for a transaction, or for the questions that belong to none."""
        kind = self._chosen.get(transaction_id) or self._chosen.get("", NoFault)
        return self._made(kind, transaction_id)

    def identities(self) -> Sequence[Identity]:
        """Who may be written to besides, while these faults last."""
        return [each for kind in dict.fromkeys(self._chosen.values()) for each in self._made(kind, "").identities()]

    def _made(self, kind: type[Fault], transaction_id: str) -> Fault:
        return kind(Tools(self._workshop, Seeded(f"{self._seed}:{kind.name}:{transaction_id}")))


def _kind(name: str) -> type[Fault]:
    fault = NoFault if name == NoFault.name else ALL.get(name)
    if fault is None:
        raise UnknownFault(name)
    return fault
