"""Diagnosis."""

from dataclasses import dataclass
from typing import ClassVar

from fauxgate.language.statements.base import Statement


@dataclass(frozen=True, slots=True)
class DebugApplication(Statement):
    """`diagnose debug application scep [LEVEL]`: how much an application tells."""

    application: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class DebugCli(Statement):
    """`diagnose debug cli [LEVEL]`: how much is told of commands."""

    level: str = ""


@dataclass(frozen=True, slots=True)
class ConfigErrorLogRead(Statement):
    """`diagnose debug config-error-log read`: what was refused when a configuration was restored."""


@dataclass(frozen=True, slots=True)
class ConfigErrorLogClear(Statement):
    """`diagnose debug config-error-log clear`: forgets it."""


@dataclass(frozen=True, slots=True)
class SysVdList(Statement):
    """`diagnose sys vd list`: the virtual domains."""


@dataclass(frozen=True, slots=True)
class Stubbed(Statement):
    """A command that is understood and answered with nothing; `command` are its words."""

    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DebugConsoleTimestamp(Statement):
    """`diagnose debug console timestamp enable`: the time before each line; `state` is `enable` or `disable`."""

    state: str


@dataclass(frozen=True, slots=True)
class DebugDisable(Statement):
    """`diagnose debug disable`: debug lines are no longer printed."""


@dataclass(frozen=True, slots=True)
class DebugDuration(Statement):
    """`diagnose debug duration MINUTES`: how long debug lines are printed; 0 is without end."""

    minutes: str


@dataclass(frozen=True, slots=True)
class DebugEnable(Statement):
    """`diagnose debug enable`: debug lines are printed."""


@dataclass(frozen=True, slots=True)
class DebugInfo(Statement):
    """`diagnose debug info`: which switches are on."""


@dataclass(frozen=True, slots=True)
class DebugReset(Statement):
    """`diagnose debug reset`: all levels back to nothing."""


@dataclass(frozen=True, slots=True)
class TestApplication(Statement):
    """`diagnose test application forticron [LEVEL]`: what an application knows."""

    # The name is no test's.
    __test__: ClassVar[bool] = False

    application: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class CmdbRefcntShow(Statement):
    """`diagnose sys cmdb refcnt show system.zone.name "inside"`: what names an entry."""

    field: str
    name: str
