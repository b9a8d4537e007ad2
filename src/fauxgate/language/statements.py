"""What a line says: one frozen dataclass per command form.

The name of a class is the name of its grammar rule in capitals and small letters (`generate_rsa`, `GenerateRsa`).
The fields stand in the order in which the line gives them. Words that a person chose are `Bare` when they stood
without quotes and plain `str` otherwise; an argument that was left out is the empty string.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """One command, whatever it is."""


@dataclass(frozen=True, slots=True)
class Control(Statement):
    """A control word: it begins with `:` and belongs to Fauxgate, not to the appliance."""


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
class Exit(Statement):
    """`exit` or `quit`: leaves the shell."""


@dataclass(frozen=True, slots=True)
class Get(Statement):
    """`get vpn certificate local`: all values, as text; an empty path means the place where one is."""

    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GetSystemStatus(Statement):
    """`get system status`: what appliance this is."""


@dataclass(frozen=True, slots=True)
class GetCertificateDetails(Statement):
    """`get vpn certificate local details [NAME]`: certificates in detail; `path` is that of their table."""

    path: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Show(Statement):
    """`show [full-configuration] [PATH [KEY]]`: the configuration as statements; `path` ends with the key, if any."""

    path: tuple[str, ...] = ()
    full: bool = False


@dataclass(frozen=True, slots=True)
class GenerateRsa(Statement):
    """`execute vpn certificate local generate rsa NAME SIZE SUBJECT ...`: a key and a request (certificates, 1.1)."""

    name: str
    key_size: str
    subject: str
    country: str = ""
    state: str = ""
    city: str = ""
    organization: str = ""
    units: str = ""
    email: str = ""
    subject_alt_name: str = ""
    url: str = ""
    challenge: str = ""
    source_ip: str = ""
    ca_identifier: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class GenerateEc(Statement):
    """`execute vpn certificate local generate ec NAME CURVE SUBJECT ...`: as rsa, on a curve (certificates, 1.3)."""

    name: str
    curve: str
    subject: str
    country: str = ""
    state: str = ""
    city: str = ""
    organization: str = ""
    units: str = ""
    email: str = ""
    subject_alt_name: str = ""
    url: str = ""
    challenge: str = ""
    source_ip: str = ""
    ca_identifier: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class ImportCaAuto(Statement):
    """`execute vpn certificate ca import auto URL ...`: fetches CA certificates by SCEP (certificates, 2.1)."""

    url: str
    ca_identifier: str = ""
    source_ip: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ExecuteDate(Statement):
    """`execute date [YYYY-MM-DD]`: shows or sets the date."""

    date: str = ""


@dataclass(frozen=True, slots=True)
class ExecuteTime(Statement):
    """`execute time [HH:MM:SS]`: shows or sets the time."""

    time: str = ""


@dataclass(frozen=True, slots=True)
class DebugApplication(Statement):
    """`diagnose debug application scep [LEVEL]`: how much an application tells."""

    application: str
    level: str = ""


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
class ControlCaList(Control):
    """`:ca list`: the requests that the built-in authority knows."""


@dataclass(frozen=True, slots=True)
class ControlCaApprove(Control):
    """`:ca approve ID`: grants a waiting request."""

    id: str


@dataclass(frozen=True, slots=True)
class ControlCaReject(Control):
    """`:ca reject ID [REASON...]`: refuses a waiting request."""

    id: str
    reason: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ControlClock(Control):
    """`:clock`: what time it is and what is due."""


@dataclass(frozen=True, slots=True)
class ControlClockNext(Control):
    """`:clock next`: on to the next thing that is due."""


@dataclass(frozen=True, slots=True)
class ControlHelp(Control):
    """`:help`: the control words."""


def rule_name(statement: type[Statement]) -> str:
    """The grammar rule of a class: `GenerateRsa` gives `generate_rsa`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", statement.__name__).lower()


BY_RULE: Mapping[str, type[Statement]] = {
    rule_name(kind): kind
    for kind in list(vars().values())
    if isinstance(kind, type) and issubclass(kind, Statement) and kind not in (Statement, Control)
}
