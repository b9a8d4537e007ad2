"""What those who watch over certificates remember, in a file, so that nothing is announced twice."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from fauxgate.device import records
from fauxgate.device.appliance import Appliance
from fauxgate.device.memory import Memory
from fauxgate.device.realm import WATCHING
from fauxgate.device.state_files import StateFiles

FILE = "watched.json"
NOTHING = records.encoded("[]\n")

# What json gives: every value is looked at as it is used, and what is wrong with it raises one of these.
Kept = Mapping[str, Any]
DAMAGED = (ValueError, KeyError, TypeError, AttributeError)


class KeptMemory:
    """Keeps the file in step with what an appliance remembers."""

    def __init__(self, appliance: Appliance, files: StateFiles, tell: Callable[[str], None]) -> None:
        self._appliance = appliance
        self._files = files
        self._tell = tell
        self._written = NOTHING

    def read(self) -> None:
        """Let the appliance remember; its certificates are to be planned after that."""
        self._written = self._files.read(FILE) or NOTHING
        realms = {realm.domain: realm for realm in self._appliance.realms}
        try:
            for one in json.loads(self._written):
                memory = _memory(one)
                if one["domain"] in realms and one["table"] in WATCHING:
                    realms[one["domain"]].remember(one["table"], str(one["name"]), memory)
        except DAMAGED:
            self._tell(f"{FILE} is damaged; what was announced may be announced again")

    @property
    def moments(self) -> list[datetime]:
        """When something was asked for."""
        remembered = [
            each for realm in self._appliance.realms for table in realm.memories.values() for each in table.values()
        ]
        return [memory.attempted for memory in remembered if memory.attempted]

    def save(self) -> None:
        """Write down what is remembered, if that has changed. Raises OSError."""
        content = records.encoded(json.dumps(list(self._kept()), indent=1) + "\n")
        if content != self._written:
            self._files.replace(FILE, content)
            self._written = content

    def _kept(self) -> Iterator[Kept]:
        for realm in self._appliance.realms:
            for table, memories in realm.memories.items():
                for name, memory in memories.items():
                    if memory.done or memory.attempted:
                        yield {
                            "domain": realm.domain,
                            "table": table,
                            "name": name,
                            "about": memory.about,
                            "done": sorted(memory.done),
                            "attempted": memory.attempted.isoformat() if memory.attempted else None,
                        }


def _memory(kept: Kept) -> Memory:
    attempted = datetime.fromisoformat(kept["attempted"]) if kept["attempted"] else None
    return Memory(str(kept["about"]), frozenset(map(str, kept["done"])), attempted)
