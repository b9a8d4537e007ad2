"""Entering, changing and leaving a place of the configuration."""

from dataclasses import dataclass

from fauxgate.language.statements.base import Statement


@dataclass(frozen=True, slots=True)
class Config(Statement):
    """`config vpn certificate local`: enters a table or an object."""

    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit(Statement):
    """`edit "port1"`: enters an entry, new or not."""

    key: str


@dataclass(frozen=True, slots=True)
class Delete(Statement):
    """`delete "port1"`: removes an entry."""

    key: str


@dataclass(frozen=True, slots=True)
class Purge(Statement):
    """`purge`: removes all entries."""


@dataclass(frozen=True, slots=True)
class Rename(Statement):
    """`rename "a" to "b"`: gives an entry another key."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Clone(Statement):
    """`clone 27 to 30`: copies an entry."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Move(Statement):
    """`move 22 before 13`: changes the order; `place` is `before` or `after`."""

    key: str
    place: str
    other: str


@dataclass(frozen=True, slots=True)
class Set(Statement):
    """`set allowaccess ping https`: gives an option its values."""

    option: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unset(Statement):
    """`unset comments`: back to the default."""

    option: str


@dataclass(frozen=True, slots=True)
class Append(Statement):
    """`append allowaccess http`: adds to a list."""

    option: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Select(Statement):
    """`select allowaccess ping`: keeps only these."""

    option: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unselect(Statement):
    """`unselect allowaccess http`: takes from a list."""

    option: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clear(Statement):
    """`clear allowaccess`: empties a list."""

    option: str


@dataclass(frozen=True, slots=True)
class Next(Statement):
    """`next`: saves the entry and goes back to the table."""


@dataclass(frozen=True, slots=True)
class Abort(Statement):
    """`abort`: leaves without saving."""


@dataclass(frozen=True, slots=True)
class End(Statement):
    """`end`: saves and leaves what the last `config` entered."""


@dataclass(frozen=True, slots=True)
class Sudo(Statement):
    """`sudo global show`: one command at the top of another virtual domain."""

    domain: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exit(Statement):
    """`exit` or `quit`: leaves the shell."""
