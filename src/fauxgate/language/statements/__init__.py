"""What a line says: one frozen dataclass per command form.

The name of a class is the name of its grammar rule in capitals and small letters (`generate_rsa`, `GenerateRsa`).
The fields stand in the order in which the line gives them. Words that a person chose are `Bare` when they stood
without quotes and plain `str` otherwise; an argument that was left out is the empty string.
"""

import re
from collections.abc import Mapping

from fauxgate.language.statements.base import Statement
from fauxgate.language.statements.configuration import (
    Abort,
    Append,
    Clear,
    Clone,
    Config,
    Delete,
    Edit,
    End,
    Exit,
    Move,
    Next,
    Purge,
    Rename,
    Select,
    Set,
    Unselect,
    Unset,
)
from fauxgate.language.statements.control import (
    Control,
    ControlBackup,
    ControlCaApprove,
    ControlCaList,
    ControlCaReject,
    ControlClock,
    ControlClockNext,
    ControlCoverage,
    ControlHelp,
    ControlRestore,
)
from fauxgate.language.statements.diagnose import (
    ConfigErrorLogClear,
    ConfigErrorLogRead,
    DebugApplication,
    DebugCli,
    DebugConsoleTimestamp,
    DebugDisable,
    DebugDuration,
    DebugEnable,
    DebugInfo,
    DebugReset,
    Stubbed,
    SysVdList,
)
from fauxgate.language.statements.execute import (
    ExecuteDate,
    ExecuteTime,
    GenerateEc,
    GenerateRsa,
    ImportCaAuto,
)
from fauxgate.language.statements.housekeeping import (
    BackupConfigFlash,
    BackupConfigServer,
    ExecuteBatchEnd,
    ExecuteBatchLastlog,
    ExecuteBatchStart,
    ExecuteBatchStatus,
    ExecuteFactoryreset,
    ExecuteFactoryreset2,
    ExecutePing,
    ExecuteReboot,
    ExecuteShutdown,
    LogDelete,
    LogDeleteAll,
    LogDisplay,
    LogFilterCategory,
    LogFilterDevice,
    LogFilterDump,
    LogFilterField,
    LogFilterReset,
    LogFilterStartLine,
    LogFilterViewLines,
    RestoreConfigFlash,
    RestoreConfigServer,
    RevisionDeleteConfig,
    RevisionListConfig,
)
from fauxgate.language.statements.show import (
    Get,
    GetCertificateDetails,
    GetHardwareStatus,
    GetSystemHaStatus,
    GetSystemPerformanceStatus,
    GetSystemStatus,
    Show,
)

__all__ = [
    "BY_RULE",
    "Abort",
    "Append",
    "BackupConfigFlash",
    "BackupConfigServer",
    "Clear",
    "Clone",
    "Config",
    "ConfigErrorLogClear",
    "ConfigErrorLogRead",
    "Control",
    "ControlBackup",
    "ControlCaApprove",
    "ControlCaList",
    "ControlCaReject",
    "ControlClock",
    "ControlClockNext",
    "ControlCoverage",
    "ControlHelp",
    "ControlRestore",
    "DebugApplication",
    "DebugCli",
    "DebugConsoleTimestamp",
    "DebugDisable",
    "DebugDuration",
    "DebugEnable",
    "DebugInfo",
    "DebugReset",
    "Delete",
    "Edit",
    "End",
    "ExecuteBatchEnd",
    "ExecuteBatchLastlog",
    "ExecuteBatchStart",
    "ExecuteBatchStatus",
    "ExecuteDate",
    "ExecuteFactoryreset",
    "ExecuteFactoryreset2",
    "ExecutePing",
    "ExecuteReboot",
    "ExecuteShutdown",
    "ExecuteTime",
    "Exit",
    "GenerateEc",
    "GenerateRsa",
    "Get",
    "GetCertificateDetails",
    "GetHardwareStatus",
    "GetSystemHaStatus",
    "GetSystemPerformanceStatus",
    "GetSystemStatus",
    "ImportCaAuto",
    "LogDelete",
    "LogDeleteAll",
    "LogDisplay",
    "LogFilterCategory",
    "LogFilterDevice",
    "LogFilterDump",
    "LogFilterField",
    "LogFilterReset",
    "LogFilterStartLine",
    "LogFilterViewLines",
    "Move",
    "Next",
    "Purge",
    "Rename",
    "RestoreConfigFlash",
    "RestoreConfigServer",
    "RevisionDeleteConfig",
    "RevisionListConfig",
    "Select",
    "Set",
    "Show",
    "Statement",
    "Stubbed",
    "SysVdList",
    "Unselect",
    "Unset",
    "rule_name",
]


def rule_name(statement: type[Statement]) -> str:
    """The grammar rule of a class: `GenerateRsa` gives `generate_rsa`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", statement.__name__).lower()


BY_RULE: Mapping[str, type[Statement]] = {
    rule_name(kind): kind
    for kind in list(vars().values())
    if isinstance(kind, type) and issubclass(kind, Statement) and kind not in (Statement, Control)
}
