"""The arguments of the program."""

import argparse
from collections.abc import Sequence

from fauxgate import __version__
from fauxgate.app import ca_options, comparing, lab_options, replaying, schema_import, shared_options, ways

COMMANDS = ("shell", "replay", "check", "diff", "demo", "coverage", "schema", "ca", "explain", "lab")
Parser = argparse.ArgumentParser
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
    shared = shared_options.shared()
    # A default belongs to an option, which the parsers that have the same parent share: the shell's clock is another.
    own = shared_options.shared()
    shell = commands.add_parser("shell", parents=[own], help="the interactive shell", description=_SHELL)
    shell.add_argument("--editing", choices=("emacs", "vi"), default="emacs", help="the keys that edit a line")
    shell.add_argument(
        "--session", metavar="FILE", help="keep all of it in this one file, to be handed on and continued"
    )
    shell.add_argument("--restore", metavar="FILE", help="begin with this backup")
    shell.set_defaults(run=ways.shell, clock="wall")
    _add_file_commands(commands, shared)
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
    lab_options.add(commands.add_parser("lab", help="training: labs that check what was done"))
    return top


def _add_file_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", shared: Parser) -> None:
    """What reads configurations, scripts and logs."""
    replay = commands.add_parser("replay", parents=[shared], help="restore or type files", description=_REPLAY)
    replay.add_argument("--backup", metavar="OUT", help="write the resulting configuration there, as a backup")
    replay.set_defaults(run=replaying.replay, clock="virtual")
    alone = shared_options.appliance_only()
    check = commands.add_parser("check", parents=[alone], help="tell what is wrong in files", description=_CHECK)
    check.set_defaults(run=replaying.check, **{**vars(shared.parse_args([])), "clock": "virtual", "backup": None})
    for command in (replay, check):
        command.add_argument("file", metavar="FILE", nargs="+", help="files, or directories of them; - for stdin")
        command.add_argument("--strict", action="store_true", help="stop at the first line that is refused")
        command.add_argument("--json", action="store_true", help="print one JSON object")
        command.add_argument(
            "--as",
            dest="kind",
            choices=("configuration", "script", "log"),
            help="what the files are, whatever they look like; of a log the commands are taken",
        )
    diff = commands.add_parser("diff", parents=[alone], help="what leads from A to B", description=_DIFF)
    diff.add_argument("before", metavar="A", help="a configuration")
    diff.add_argument("after", metavar="B", help="another one")
    diff.set_defaults(run=comparing.diff, **{**vars(shared.parse_args([])), "clock": "virtual"})


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
_REPLAY = """Restores configurations and types scripts. A file with a backup's header, or with nothing but
configuration statements, is applied as the appliance's restore does: a line that it does not take is passed over and
told of. Any other file is typed line by line, and the session is printed; with the virtual clock (the default here)
the waits of an enrollment are jumped over. What a terminal showed of a session is recognised; --as log takes the
commands out of it. Several files are carried out in parallel, each on an appliance of its own; with --state one after
the other on the same. The firmware is that of the header, if --firmware does not say it. Exit code 1 if a line was
refused."""
_CHECK = """Tells of each file what `replay` would, and keeps nothing: no state, no enrollment, no network. Of a script
only what configures is carried out, on an appliance that is gone afterwards; the other commands are only read."""
_DIFF = """Prints the statements that turn configuration A into configuration B; on A they give B. Exit code 0 if the
two are the same, 1 if they differ, 2 if one cannot be read. Both are read as the firmware that A's header names."""
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
