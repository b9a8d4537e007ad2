"""What those who watch over certificates remember of what they did, besides the configuration."""

import hashlib
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """Of which certificate or list (by its digest) something was done, what, and when another was last asked for."""

    about: str = ""
    done: frozenset[str] = frozenset()
    attempted: datetime | None = None


def digest(content: bytes) -> str:
    """What tells a certificate or list from any other; empty where there is none."""
    return hashlib.sha256(content).hexdigest() if content else ""
