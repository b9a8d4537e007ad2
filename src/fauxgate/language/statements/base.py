"""What every statement is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """One command, whatever it is."""
