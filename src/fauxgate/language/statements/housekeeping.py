"""What is asked of the unit as a whole: backup and restore, batches, restarts, its logs."""

from dataclasses import dataclass

from fauxgate.language.statements.base import Statement


@dataclass(frozen=True, slots=True)
class BackupConfigFlash(Statement):
    """`execute backup config flash [COMMENT]`: keeps a revision; `scope` is `config` or `full-config`."""

    scope: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class BackupConfigServer(Statement):
    """`execute backup config ftp FILE SERVER ...`: sends a backup; `protocol` is `ftp` or `tftp`.

    `scope` is `config`, `full-config`, or `ipsuserdefsig` for the signatures of intrusions.
    """

    scope: str
    protocol: str
    file_name: str
    server: str
    credentials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupLogsServer(Statement):
    """`execute backup memory alllogs ftp SERVER ...`: sends the logs that are kept in `place`, `disk` or `memory`."""

    place: str
    protocol: str
    server: str
    credentials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreConfigFlash(Statement):
    """`execute restore config flash ID`: goes back to a revision."""

    revision: str


@dataclass(frozen=True, slots=True)
class RestoreConfigServer(Statement):
    """`execute restore config ftp FILE SERVER ...`: fetches a backup and restores it."""

    protocol: str
    file_name: str
    server: str
    credentials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RevisionListConfig(Statement):
    """`execute revision list config`: the revisions that are kept."""


@dataclass(frozen=True, slots=True)
class RevisionDeleteConfig(Statement):
    """`execute revision delete config ID`: forgets a revision."""

    revision: str


@dataclass(frozen=True, slots=True)
class ExecuteBatchStart(Statement):
    """`execute batch start`: the lines that follow are collected."""


@dataclass(frozen=True, slots=True)
class ExecuteBatchEnd(Statement):
    """`execute batch end`: the collected lines are carried out."""


@dataclass(frozen=True, slots=True)
class ExecuteBatchStatus(Statement):
    """`execute batch status`: whether lines are being collected."""


@dataclass(frozen=True, slots=True)
class ExecuteBatchLastlog(Statement):
    """`execute batch lastlog`: what became of the lines of the last batch."""


@dataclass(frozen=True, slots=True)
class ExecuteFactoryreset(Statement):
    """`execute factoryreset`: everything as on a new unit."""


@dataclass(frozen=True, slots=True)
class ExecuteFactoryreset2(Statement):
    """`execute factoryreset2`: the same, but interfaces, static routes and virtual domains stay."""


@dataclass(frozen=True, slots=True)
class ExecuteReboot(Statement):
    """`execute reboot`: the unit starts anew."""


@dataclass(frozen=True, slots=True)
class ExecuteShutdown(Statement):
    """`execute shutdown`: the unit stops."""


@dataclass(frozen=True, slots=True)
class ExecutePing(Statement):
    """`execute ping HOST`: whether a host answers."""

    host: str


@dataclass(frozen=True, slots=True)
class LogDelete(Statement):
    """`execute log delete`: forgets the logs of the chosen category."""


@dataclass(frozen=True, slots=True)
class LogDeleteAll(Statement):
    """`execute log delete-all`: forgets all logs."""


@dataclass(frozen=True, slots=True)
class LogDisplay(Statement):
    """`execute log display`: the logs that pass the filter."""


@dataclass(frozen=True, slots=True)
class LogFilterCategory(Statement):
    """`execute log filter category [CATEGORY]`: chooses a category, by name or number, or lists them."""

    category: str = ""


@dataclass(frozen=True, slots=True)
class LogFilterDevice(Statement):
    """`execute log filter device [DEVICE]`: chooses where the logs are read, or lists the places."""

    device: str = ""


@dataclass(frozen=True, slots=True)
class LogFilterDump(Statement):
    """`execute log filter dump`: the filter as it is."""


@dataclass(frozen=True, slots=True)
class LogFilterField(Statement):
    """`execute log filter field NAME VALUE...`: only logs where a field has one of the values."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LogFilterReset(Statement):
    """`execute log filter reset`: the filter as at the start of a session."""


@dataclass(frozen=True, slots=True)
class LogFilterStartLine(Statement):
    """`execute log filter start-line N`: the first log to show."""

    line: str


@dataclass(frozen=True, slots=True)
class LogFilterViewLines(Statement):
    """`execute log filter view-lines N`: how many logs to show."""

    count: str
