"""The place at the top of a virtual domain, or of what all of them share."""

from dataclasses import dataclass

from fauxgate.model.configuration import Configuration
from fauxgate.schema.types import Path

SHARED = ""
"""The name of the place inside `config global`, which is no domain."""


@dataclass(slots=True)
class Inside:
    """A session in a domain: what it sees from there, and which section it entered last."""

    configuration: Configuration
    last: Path | None = None

    @property
    def name(self) -> str:
        """What the prompt shows."""
        return self.configuration.domain or "global"

    @property
    def is_shared(self) -> bool:
        """Whether this is the inside of `config global`."""
        return self.configuration.domain == SHARED
