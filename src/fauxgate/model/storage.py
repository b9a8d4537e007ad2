"""Where the saved entries are kept: one store for each virtual domain, and one for what all of them share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fauxgate.model.entry import Entry, Rows
from fauxgate.model.references import References
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import Path

if TYPE_CHECKING:
    from fauxgate.model.origin import Origin

ROOT = "root"
"""The virtual domain that every unit has."""

SYSTEM_GLOBAL = ("system", "global")

MULTIPLE = "multi-vdom"


@dataclass(frozen=True, slots=True)
class Commit:
    """One change that was saved: an entry, or an object (whose key is empty), before and after.

    `before` is None for what is new and `after` for what is gone. `renamed_from` is the old key of a renamed entry.
    A moved entry is the same before and after. `domain` is the virtual domain from which it was made.
    """

    path: Path
    key: str
    before: Entry | None
    after: Entry | None
    renamed_from: str | None = None
    domain: str = ROOT


@dataclass(slots=True)
class Store:
    """What is saved in one virtual domain, or for all of them together.

    `filled` has, for each section that has got what a new unit has in it, what that was. `kept` are the paths that
    nobody has described and that were used, each with the path before it in what was loaded or typed (None: it was the
    first).
    """

    tables: dict[Path, Rows] = field(default_factory=dict)
    objects: dict[str, Entry] = field(default_factory=dict)
    filled: dict[Path, Mapping[str, Entry]] = field(default_factory=dict)
    kept: dict[Path, Path | None] = field(default_factory=dict)
    references: References = field(default_factory=References)


@dataclass(slots=True)
class Storage:
    """What is saved in the whole unit. `is_factory` says whether unused sections are as a new unit has them.

    With `random`, what a new unit has gets the UUIDs that entries have.
    """

    catalogue: Catalogue
    is_factory: bool = False
    random: Callable[[int], bytes] | None = None
    shared: Store = field(default_factory=Store)
    domains: dict[str, Store] = field(default_factory=dict)
    changes: int = 0
    """How often anything has been changed."""
    origin: "Origin | None" = None
    """The file that all of it was loaded from, if it came from one that has a header."""

    def domain(self, name: str) -> Store:
        """What is saved in a virtual domain, which exists from then on."""
        found = self.domains.get(name)
        if found is None:
            found = self.domains[name] = Store()
        return found
