"""The arguments of the program."""

import argparse
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate import __version__
from fauxgate.app import ca_options, schema_import, ways
from fauxgate.device.clock import YEARS
from fauxgate.network.routes import Place, parse_route
from fauxgate.schema.releases import NEWEST, release

if TYPE_CHECKING:
    from fauxgate.schema.types import Release

DEFAULT_CA_SUBJECT = "/C=NL/O=Fauxgate/CN=Fauxgate Training CA"
DEFAULT_CHALLENGE = "challenge"
DEFAULT_FIRMWARE = "7.4"
# The names of scep.profiles.PROFILES, which the prompt does not wait for; a test keeps them the same.
SCEP_PROFILES = ("fortios", "rfc8894")
COMMANDS = ("shell", "replay", "demo", "coverage", "schema", "ca", "explain")
OWN_FLAGS = {"-h", "--help", "--version"}


def arguments_for(arguments: Sequence[str]) -> list[str]:
    """The arguments with the command spelled out: without one, it is `shell`."""
    if arguments and (arguments[0] in COMMANDS or arguments[0] in OWN_FLAGS or not arguments[0].startswith("-")):
        return list(arguments)
    return ["shell", *arguments]


def parser() -> argparse.ArgumentParser:
    """The parser of the whole program; a parsed namespace's `run` is the way in that was chosen."""
    top = argparse.ArgumentParser(
        prog="fauxgate",
        description="A FortiGate-style appliance in a process: FortiOS-style commands, real certificates by SCEP.",
        epilog="Without a command the shell starts. `fauxgate COMMAND --help` tells the options of each.",
    )
    top.add_argument("--version", action="version", version=f"fauxgate {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    shared = _shared()
    shell = commands.add_parser("shell", parents=[shared], help="the interactive shell", description=_SHELL)
    shell.add_argument("--editing", choices=("emacs", "vi"), default="emacs", help="the keys that edit a line")
    shell.set_defaults(run=ways.shell, clock="wall")
    replay = commands.add_parser("replay", parents=[shared], help="type a script, show it", description=_REPLAY)
    replay.add_argument("file", metavar="FILE", help="the script, a command a line; - for standard input")
    replay.set_defaults(run=ways.replay, clock="virtual")
    demo = commands.add_parser("demo", parents=[shared], help="the SCEP workflow, explained", description=_DEMO)
    demo.set_defaults(run=ways.demo, clock="virtual")
    explain = commands.add_parser("explain", help="what went wrong in a debug trace", description=_EXPLAIN)
    explain.add_argument("file", metavar="LOG", help="the pasted trace; - for standard input")
    explain.set_defaults(run=ways.explain)
    coverage = commands.add_parser("coverage", parents=[shared], help="what is modelled", description=_COVERAGE)
    coverage.add_argument("--json", action="store_true", help="print one JSON object")
    coverage.add_argument("file", metavar="FILE", nargs="?", help="a script: tell what it needs besides; - for stdin")
    coverage.set_defaults(run=ways.coverage, clock="virtual", keeps_state=False)
    _add_schema_commands(commands.add_parser("schema", help="make further tables known"))
    ca_options.add(commands.add_parser("ca", help="a certificate authority of its own"))
    return top


def _add_schema_commands(schema: argparse.ArgumentParser) -> None:
    commands = schema.add_subparsers(metavar="COMMAND", required=True)
    command = commands.add_parser("import", help="read tables from a FortiGate or a collection", description=_IMPORT)
    command.add_argument(
        "source", metavar="SOURCE", help="a JSON file, a directory of them, or the collection's directory"
    )
    command.add_argument("--state", required=True, metavar="DIR", help="the directory to keep them in")
    command.set_defaults(run=schema_import.run)


_SHELL = """The appliance's shell. The built-in authority answers at http://ca.test/app/cert/scep/.
Type ? at any place for what may come next, :help for the words that are not the appliance's own."""
_REPLAY = """Types every line of FILE at the appliance and prints the session: prompt, line, answer.
With the virtual clock (the default here) the waits of an enrollment are jumped over.
A line that was refused is named on standard error and makes the exit code 1."""
_DEMO = """The published SCEP workflow from the first command to the renewal settings, typed and answered live."""

_EXPLAIN = """Reads what `diagnose debug application scep` printed, as it was pasted: with time stamps and prompts,
wrapped, quoted, with lines missing. Tells how far the last enrollment in it came, the line that shows why no further,
the likeliest cause, the remedy, and how to see the same here."""
_COVERAGE = """Lists what the release has: tables and objects that are modelled, wholly or in part, those that are kept
word for word, and commands that are answered as stubs. With FILE, the script is run, and what it keeps and what is
unknown in it is listed too."""
_IMPORT = """Makes tables known that Fauxgate does not describe: from what a FortiGate's REST API answers to
`GET /api/v2/cmdb/...?action=schema`, or from an installed Ansible collection fortinet.fortios.
Nothing that is read is run. Shell, replay and demo use the tables with the same --state."""


def _shared() -> argparse.ArgumentParser:
    """The options that every way in has."""
    shared = argparse.ArgumentParser(add_help=False)
    appliance = shared.add_argument_group("the appliance")
    appliance.add_argument(
        "--firmware",
        type=_release,
        default=DEFAULT_FIRMWARE,
        metavar="RELEASE",
        help=f"the release to behave like: {', '.join(f'{a}.{b}' for a, b in NEWEST)} or one of their patches "
        f"(default: {DEFAULT_FIRMWARE})",
    )
    appliance.add_argument("--state", metavar="DIR", help="the directory that keeps all of it from run to run")
    shared.set_defaults(keeps_state=True)
    appliance.add_argument("--schema", metavar="SOURCE", help="use what `schema import SOURCE` would, for this run")
    appliance.add_argument(
        "--strict-model", action="store_true", help="refuse tables and options that are not modelled"
    )
    appliance.add_argument("--clock", choices=("wall", "virtual"), help="run with the wall, or stand still and jump")
    appliance.add_argument("--now", type=_moment, metavar="TIME", help="the time to begin at, as 2026-11-25T12:00:00")
    network = shared.add_argument_group("the network")
    network.add_argument(
        "--profile",
        choices=SCEP_PROFILES,
        default=SCEP_PROFILES[0],
        help="speak SCEP as the appliance does, or as RFC 8894 wants it (default: %(default)s)",
    )
    network.add_argument(
        "--connect-to",
        type=_route,
        action="append",
        default=[],
        metavar="HOST:PORT=URL",
        help="send what is meant for HOST:PORT to URL; may be given several times",
    )
    network.add_argument(
        "--timeout",
        type=_seconds,
        default=30.0,
        metavar="SECONDS",
        help="how long an answer may take, in real seconds whatever the clock (default: 30)",
    )
    network.add_argument(
        "--files",
        type=_directory,
        metavar="DIR",
        help="the directory that stands for every TFTP server (without it, none answers)",
    )
    network.add_argument(
        "--capture",
        type=Path,
        metavar="DIR",
        help="write every SCEP exchange there: layers as text and .der, all as HAR",
    )
    authority = shared.add_argument_group("the built-in authority, http://ca.test/app/cert/scep/")
    authority.add_argument("--ca-subject", type=_subject, default=DEFAULT_CA_SUBJECT, metavar="DN", help="its name")
    authority.add_argument("--ca-challenge", default=DEFAULT_CHALLENGE, metavar="PASSWORD", help="what it asks for")
    authority.add_argument("--ca-pending", type=_count, default=0, metavar="N", help="answer PENDING N times first")
    authority.add_argument(
        "--ca-approval",
        choices=("automatic", "manual"),
        default="automatic",
        help="decide by the challenge password, or wait for `:ca approve`",
    )
    authority.add_argument("--ca-intermediate", action="store_true", help="issue with a certificate below the root")
    authority.add_argument(
        "--ca-ra",
        choices=ca_options.REGISTRATION_AUTHORITIES,
        default="none",
        help="registration authorities: one, or one to sign and one to encrypt for",
    )
    ca_options.add_fault_options(authority, "ca-")
    return shared


def _release(text: str) -> "Release":
    try:
        return release(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _route(text: str) -> tuple[Place, str]:
    try:
        return parse_route(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no time like 2026-11-25T12:00:00") from error
    if moment.year not in YEARS:
        raise argparse.ArgumentTypeError(f"'{text}' is not between {YEARS[0]} and {YEARS[-1]}")
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _directory(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"'{text}' is no directory")
    return Path(text)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", text) or float(text) <= 0:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of seconds")
    return float(text)


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no number of polls")
    return int(text)


def _subject(text: str) -> str:
    if text == DEFAULT_CA_SUBJECT:
        return text
    # It needs most of cryptography, which the prompt does not wait for where the default will do.
    from fauxgate.pki import names  # noqa: PLC0415

    try:
        names.parse(text)
    except names.InvalidName as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no name like /C=NL/O=Example/CN=Example CA") from error
    return text
