"""Writes statements as lines, the way the appliance prints them (fortios-cli.md, 5.2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import singledispatch

from fauxgate.language import statements as form
from fauxgate.language.words import WHITE_SPACE, Bare, Verbatim

INDENT = "    "


@dataclass(frozen=True, slots=True)
class Comment(form.Statement):
    """A line that says nothing: a comment as it stands, or an empty line."""

    text: str


# A bare word with one of these is quoted all the same, or it would be read as something else.
_SPECIAL = frozenset(WHITE_SPACE + "#()<>?'\"\\")

# How a form begins whose other words are just its fields, in their order.
_BEGINNINGS: dict[type[form.Statement], str] = {
    form.Config: "config",
    form.Edit: "edit",
    form.Delete: "delete",
    form.Purge: "purge",
    form.Set: "set",
    form.Unset: "unset",
    form.Append: "append",
    form.Select: "select",
    form.Unselect: "unselect",
    form.Clear: "clear",
    form.Next: "next",
    form.Abort: "abort",
    form.End: "end",
    form.Exit: "exit",
    form.Alias: "alias",
    form.Get: "get",
    form.Tree: "tree",
    form.Sudo: "sudo",
    form.CmdbRefcntShow: "diagnose sys cmdb refcnt show",
    form.GetSystemStatus: "get system status",
    form.GetSystemPerformanceStatus: "get system performance status",
    form.GetSystemHaStatus: "get system ha status",
    form.GetHardwareStatus: "get hardware status",
    form.RevisionListConfig: "execute revision list config",
    form.RevisionDeleteConfig: "execute revision delete config",
    form.RestoreConfigFlash: "execute restore config flash",
    form.ExecuteBatchStart: "execute batch start",
    form.ExecuteBatchEnd: "execute batch end",
    form.ExecuteBatchStatus: "execute batch status",
    form.ExecuteBatchLastlog: "execute batch lastlog",
    form.ExecuteFactoryreset: "execute factoryreset",
    form.ExecuteFactoryreset2: "execute factoryreset2",
    form.ExecuteReboot: "execute reboot",
    form.ExecuteShutdown: "execute shutdown",
    form.ExecutePing: "execute ping",
    form.LogDelete: "execute log delete",
    form.LogDeleteAll: "execute log delete-all",
    form.LogDisplay: "execute log display",
    form.LogFilterCategory: "execute log filter category",
    form.LogFilterDevice: "execute log filter device",
    form.LogFilterDump: "execute log filter dump",
    form.LogFilterField: "execute log filter field",
    form.LogFilterReset: "execute log filter reset",
    form.LogFilterStartLine: "execute log filter start-line",
    form.LogFilterViewLines: "execute log filter view-lines",
    form.GenerateRsa: "execute vpn certificate local generate rsa",
    form.GenerateEc: "execute vpn certificate local generate ec",
    form.ImportCaAuto: "execute vpn certificate ca import auto",
    form.ExportCaTftp: "execute vpn certificate ca export tftp",
    form.ImportCaBundle: "execute vpn certificate ca import bundle",
    form.ImportCaTftp: "execute vpn certificate ca import tftp",
    form.ImportCrlAuto: "execute vpn certificate crl import auto",
    form.ImportCrlTftp: "execute vpn certificate crl import tftp",
    form.VerifyLocal: "execute vpn certificate local verify",
    form.ExportRemoteTftp: "execute vpn certificate remote export tftp",
    form.ImportRemoteTftp: "execute vpn certificate remote import tftp",
    form.ExecuteDate: "execute date",
    form.ExecuteTime: "execute time",
    form.DebugCli: "diagnose debug cli",
    form.ConfigErrorLogRead: "diagnose debug config-error-log read",
    form.ConfigErrorLogClear: "diagnose debug config-error-log clear",
    form.SysVdList: "diagnose sys vd list",
    form.DebugDisable: "diagnose debug disable",
    form.DebugDuration: "diagnose debug duration",
    form.DebugEnable: "diagnose debug enable",
    form.DebugInfo: "diagnose debug info",
    form.DebugReset: "diagnose debug reset",
    form.ControlBackup: ":backup",
    form.ControlRestore: ":restore",
    form.ControlCaFault: ":ca fault",
    form.ControlCaIssue: ":ca issue",
    form.ControlCaList: ":ca list",
    form.ControlCaApprove: ":ca approve",
    form.ControlCaReject: ":ca reject",
    form.ControlScep: ":scep",
    form.ControlScepLast: ":scep last",
    form.ControlScepList: ":scep list",
    form.ControlClock: ":clock",
    form.ControlClockAdvance: ":clock advance",
    form.ControlClockFreeze: ":clock freeze",
    form.ControlClockNext: ":clock next",
    form.ControlClockRun: ":clock run",
    form.ControlClockSet: ":clock set",
    form.ControlLab: ":lab",
    form.ControlLabCheck: ":lab check",
    form.ControlLabGoal: ":lab goal",
    form.ControlLabHint: ":lab hint",
    form.ControlLabQuit: ":lab quit",
    form.ControlLabReset: ":lab reset",
    form.ControlLabSolution: ":lab solution",
    form.ControlCheckpoint: ":checkpoint",
    form.ControlDiff: ":diff",
    form.ControlGoto: ":goto",
    form.ControlUndo: ":undo",
    form.ControlRedo: ":redo",
    form.ControlCoverage: ":coverage",
    form.ControlHelp: ":help",
}


def print_statement(statement: form.Statement) -> str:
    r"""One statement as a line without indentation; a value of several lines makes it longer than one.

    `Set(Bare("comments"), ("it's",))` gives `set comments "it\'s"`.
    """
    return " ".join(_words(statement))


def print_statements(statements: Iterable[form.Statement]) -> Iterator[str]:
    """Each statement as a line, four spaces deeper inside each `config` and `edit`.

    Only the first line of a value of several lines is indented. What is in a virtual domain, or in `config global`,
    stands where it would stand without (fortios-cli.md 7.2).
    """
    entered: list[type[form.Statement]] = []
    flat = 0
    for statement in statements:
        _leave(entered, statement)
        flat = min(flat, len(entered))
        yield INDENT * (len(entered) - flat) + print_statement(statement)
        if isinstance(statement, form.Config | form.Edit):
            flat += _leads_to_domain(statement, entered, flat)
            entered.append(type(statement))


def print_word(word: str) -> str:
    """One word: a `Bare` or `Verbatim` as it is, others in double quotes, and nothing at all as two single quotes."""
    if not word:
        return "''"
    if isinstance(word, Bare) and _SPECIAL.isdisjoint(word):
        return word
    if isinstance(word, Verbatim):
        return word
    # Seen in backups of 7.2.13 and 7.6.6: the apostrophe has a backslash too, although reading does not need it.
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("'", "\\'")
    return f'"{escaped}"'


def _leads_to_domain(statement: form.Config | form.Edit, entered: list[type[form.Statement]], flat: int) -> bool:
    """Whether a statement at the top is `config vdom` or `config global`, or an `edit` right inside the former."""
    if isinstance(statement, form.Config):
        return not entered and statement.path in (("vdom",), ("global",))
    return flat == len(entered) == 1


def _leave(entered: list[type[form.Statement]], statement: form.Statement) -> None:
    """Takes from `entered` what the statement leaves: `next` an entry, `end` everything up to the last `config`."""
    if isinstance(statement, form.Next) and entered[-1:] == [form.Edit]:
        entered.pop()
    elif isinstance(statement, form.End | form.Abort):
        while entered and entered.pop() is not form.Config:
            pass


@singledispatch
def _words(statement: form.Statement) -> list[str]:
    """The parts of the line, keywords as they are and chosen words quoted."""
    return [_BEGINNINGS[type(statement)], *_fields(statement)]


@_words.register
def _(statement: Comment) -> list[str]:
    return [statement.text]


@_words.register
def _(statement: form.Rename) -> list[str]:
    return ["rename", print_word(statement.old), "to", print_word(statement.new)]


@_words.register
def _(statement: form.Clone) -> list[str]:
    return ["clone", print_word(statement.old), "to", print_word(statement.new)]


@_words.register
def _(statement: form.Move) -> list[str]:
    return ["move", print_word(statement.key), statement.place, print_word(statement.other)]


@_words.register
def _(statement: form.Show) -> list[str]:
    return ["show", *["full-configuration"] * statement.full, *map(print_word, statement.path)]


@_words.register
def _(statement: form.GetCertificateDetails) -> list[str]:
    return ["get", *map(print_word, statement.path), "details", *_optional(statement.name)]


@_words.register
def _(statement: form.DebugApplication) -> list[str]:
    return ["diagnose debug application", statement.application, *_optional(statement.level)]


@_words.register
def _(statement: form.TestApplication) -> list[str]:
    return ["diagnose test application", statement.application, *_optional(statement.level)]


@_words.register
def _(statement: form.DebugConsoleTimestamp) -> list[str]:
    return ["diagnose debug console timestamp", statement.state]


@_words.register
def _(statement: form.BackupConfigFlash) -> list[str]:
    return ["execute backup", statement.scope, "flash", *_optional(statement.comment)]


@_words.register
def _(statement: form.BackupConfigServer) -> list[str]:
    return ["execute backup", statement.scope, statement.protocol, *_on_server(statement)]


@_words.register
def _(statement: form.BackupLogsServer) -> list[str]:
    target = map(print_word, (statement.server, *statement.credentials))
    return ["execute backup", statement.place, "alllogs", statement.protocol, *target]


@_words.register
def _(statement: form.RestoreConfigServer) -> list[str]:
    return ["execute restore config", statement.protocol, *_on_server(statement)]


@_words.register
def _(statement: form.ExportLocalTftp) -> list[str]:
    words = [print_word(statement.name), statement.kind, print_word(statement.file_name), print_word(statement.server)]
    return ["execute vpn certificate local export tftp", *words, *_optional(statement.password)]


@_words.register
def _(statement: form.ImportLocalTftp) -> list[str]:
    words = [print_word(statement.file_name), print_word(statement.server)]
    kind = [statement.kind] if statement.kind else []
    return ["execute vpn certificate local import tftp", *words, *kind, *_optional(statement.password)]


@_words.register
def _(statement: form.Stubbed) -> list[str]:
    return [*map(print_word, statement.command)]


def _on_server(statement: form.BackupConfigServer | form.RestoreConfigServer) -> list[str]:
    return [*map(print_word, (statement.file_name, statement.server, *statement.credentials))]


def _optional(word: str) -> list[str]:
    return [print_word(word)] if word else []


def _fields(statement: form.Statement) -> Iterator[str]:
    """The words of the fields, without those arguments at the end that were left out."""
    given = [(getattr(statement, field.name), field.default) for field in fields(statement)]
    while given and given[-1][0] == given[-1][1]:
        given.pop()
    for value, _ in given:
        yield from map(print_word, (value,) if isinstance(value, str) else value)
