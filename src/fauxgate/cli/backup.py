"""Backups: kept in the unit as revisions, sent to and fetched from servers, or in a file of this machine."""

from collections.abc import Iterator

from fauxgate.cli.console import SURE, Answer, Console
from fauxgate.cli.error_log import MAY_CONTAIN_ERRORS
from fauxgate.cli.handlers import handles
from fauxgate.cli.loading import loaded
from fauxgate.cli.restart import started_anew
from fauxgate.device import arguments
from fauxgate.device.backup import backup
from fauxgate.device.file_header import file_header, has_domains
from fauxgate.device.identity import BUILD
from fauxgate.device.revisions import Revision
from fauxgate.device.transfer import TransferFailure
from fauxgate.errors import UserError
from fauxgate.language import statements
from fauxgate.model.configuration import Configuration
from fauxgate.model.storage import MULTIPLE
from fauxgate.schema.catalogue import Catalogue

ADMIN = "admin"
TFTP = "tftp"
GLOBAL = ("system", "global")
OVERWRITES = "This operation will overwrite the current setting and could possibly reboot the system!"


class ServerSilent(UserError):
    """A server for files does not answer, has no such file or wants none.

    None can be reached by FTP. By TFTP `device.transfer` carries files, but none with a password.

    Inferred: the sentence; the code is that of a backup or restore that failed (fortios-cli.md 3.5).
    """

    def __init__(self, step: str, code: int) -> None:
        super().__init__()
        self.step = step
        self.code = code

    def message(self) -> tuple[str, ...]:
        """One line."""
        return (f"{self.step} failed.",)


class NotABackup(UserError):
    """A file that does not begin as a backup does. Inferred: the sentence; -39: configuration file error."""

    code = -39

    def message(self) -> tuple[str, ...]:
        """One line."""
        return ("File check failed.",)


@handles(statements.BackupConfigFlash)
def backup_config_flash(console: Console, statement: statements.BackupConfigFlash) -> Answer:
    """Keep the configuration as a revision.

    Inferred: the sentences, which only others' programs were seen to expect.
    """
    text = backup(console.appliance.configuration, full=statement.scope == "full-config")
    appliance = console.appliance
    appliance.revisions.keep(
        text, moment=appliance.clock.now(), admin=ADMIN, release=appliance.release, comment=statement.comment
    )
    yield "Please wait..."
    yield "Config backed up to flash disk done."


@handles(statements.BackupConfigServer)
def backup_config_server(console: Console, statement: statements.BackupConfigServer) -> Answer:
    """Send a backup to a TFTP server, or try another one."""
    yield from _connecting(statement.protocol, statement.server)
    step = f"Send config file to {statement.protocol} server"
    if statement.protocol != TFTP or statement.credentials or statement.scope == "ipsuserdefsig":
        raise ServerSilent(step, -901)
    text = backup(console.appliance.configuration, full=statement.scope == "full-config")
    file_name = arguments.file_name(statement.file_name)
    content = text.encode("utf-8", "surrogateescape")
    if console.appliance.outside.file_servers.write(statement.server, file_name, content) is not None:
        raise ServerSilent(step, -901)
    yield f"{step} OK."


@handles(statements.BackupLogsServer)
def backup_logs_server(_console: Console, statement: statements.BackupLogsServer) -> Answer:
    """Try to send logs to a server. Inferred: it is told as it is of a configuration."""
    yield from _connecting(statement.protocol, statement.server)
    raise ServerSilent(f"Send log file to {statement.protocol} server", -901)


@handles(statements.RestoreConfigFlash)
def restore_config_flash(console: Console, statement: statements.RestoreConfigFlash) -> Answer:
    """Go back to a revision and start anew."""
    revision = console.appliance.revisions.find(statement.revision)
    yield OVERWRITES
    if (yield SURE):
        yield "Please wait..."
        yield "Get config from local disk OK."
        yield "File check OK."
        yield from restored(console, revision.text)


@handles(statements.RestoreConfigServer)
def restore_config_server(console: Console, statement: statements.RestoreConfigServer) -> Answer:
    """Fetch a backup from a TFTP server and start anew with it, or try another server."""
    yield OVERWRITES
    if (yield SURE):
        yield from _connecting(statement.protocol, statement.server)
        step = f"Get config file from {statement.protocol} server"
        if statement.protocol != TFTP or statement.credentials:
            raise ServerSilent(step, -902)
        file_name = arguments.file_name(statement.file_name)
        content = console.appliance.outside.file_servers.read(statement.server, file_name)
        if isinstance(content, TransferFailure):
            raise ServerSilent(step, -902)
        yield f"{step} OK."
        text = content.decode("utf-8", "surrogateescape")
        if not file_header(text).is_there:
            raise NotABackup
        yield "File check OK."
        yield from restored(console, text)


@handles(statements.RevisionListConfig)
def revision_list_config(console: Console, _statement: statements.RevisionListConfig) -> Answer:
    """Print the revisions. Inferred: the columns, which only others' programs were seen to expect."""
    yield "Last Firmware Version: V0.0.0-build000-REL0"
    yield f"ID {'TIME':<23}{'ADMIN':<21}\t{'FIRMWARE VERSION':<21}\tCOMMENT"
    yield from map(_row, console.appliance.revisions.all)


@handles(statements.RevisionDeleteConfig)
def revision_delete_config(console: Console, statement: statements.RevisionDeleteConfig) -> Answer:
    """Forget a revision. Inferred: nothing is printed."""
    console.appliance.revisions.delete(statement.revision)
    yield from ()


@handles(statements.ControlBackup)
def control_backup(console: Console, statement: statements.ControlBackup) -> Answer:
    """Write a backup to a file of this machine."""
    console.files.write(statement.file, backup(console.appliance.configuration))
    yield f"The configuration is in {statement.file}."


@handles(statements.ControlRestore)
def control_restore(console: Console, statement: statements.ControlRestore) -> Answer:
    """Restore a backup from a file of this machine, without a question."""
    text = console.files.read(statement.file)
    if not file_header(text).is_there:
        raise NotABackup
    yield from restored(console, text)


def restored(console: Console, text: str) -> Iterator[str]:
    """Put the configuration of a backup in place of the one there is, and start anew with it."""
    yield from started_anew(console, empty(console.appliance.catalogue, text))
    if loaded(console, text).errors:
        yield from MAY_CONTAIN_ERRORS


def empty(catalogue: Catalogue, text: str) -> Configuration:
    """Everything at its default, with virtual domains if the header of the backup says so (fortios-cli.md 7.1)."""
    made = Configuration(catalogue)
    option = made.section(GLOBAL).option("vdom-mode")
    if option is not None and has_domains(text):
        made.write(GLOBAL, "", {"vdom-mode": MULTIPLE})
    return made


def _connecting(protocol: str, server: str) -> Iterator[str]:
    yield "Please wait..."
    yield ""
    yield f"Connect to {protocol} server {server} ..."


def _row(revision: Revision) -> str:
    major, minor, patch = revision.release
    release = f"V{major}.{minor}.{patch}-build{BUILD:04}-REL0"
    moment = f"{revision.moment:%Y-%m-%d %H:%M:%S}"
    return f"{revision.number:>2} {moment:<23}{revision.admin:<21}\t{release:<21}\t{revision.comment}"
