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
    ControlCaApprove,
    ControlCaList,
    ControlCaReject,
    ControlClock,
    ControlClockNext,
    ControlHelp,
)
from fauxgate.language.statements.diagnose import (
    DebugApplication,
    DebugConsoleTimestamp,
    DebugDisable,
    DebugDuration,
    DebugEnable,
    DebugInfo,
    DebugReset,
)
from fauxgate.language.statements.execute import (
    ExecuteDate,
    ExecuteTime,
    GenerateEc,
    GenerateRsa,
    ImportCaAuto,
)
from fauxgate.language.statements.show import (
    Get,
    GetCertificateDetails,
    GetSystemStatus,
    Show,
)

__all__ = [
    "BY_RULE",
    "Abort",
    "Append",
    "Clear",
    "Clone",
    "Config",
    "Control",
    "ControlCaApprove",
    "ControlCaList",
    "ControlCaReject",
    "ControlClock",
    "ControlClockNext",
    "ControlHelp",
    "DebugApplication",
    "DebugConsoleTimestamp",
    "DebugDisable",
    "DebugDuration",
    "DebugEnable",
    "DebugInfo",
    "DebugReset",
    "Delete",
    "Edit",
    "End",
    "ExecuteDate",
    "ExecuteTime",
    "Exit",
    "GenerateEc",
    "GenerateRsa",
    "Get",
    "GetCertificateDetails",
    "GetSystemStatus",
    "ImportCaAuto",
    "Move",
    "Next",
    "Purge",
    "Rename",
    "Select",
    "Set",
    "Show",
    "Statement",
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
