"""The ways in: each takes the parsed arguments, builds what it needs and gives the exit code."""

import argparse
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.app.assembly import Assembly, assemble
from fauxgate.app.file_names import Unreadable, firmware, read
from fauxgate.app.streams import let_any_byte_out, let_any_character_out
from fauxgate.device.file_header import file_header

if TYPE_CHECKING:
    from fauxgate.replay.script import Script, Summary

DONE, REFUSED, USAGE = 0, 1, 2


def shell(options: argparse.Namespace) -> int:
    """The interactive shell on a terminal; line by line where standard input is none."""
    if options.state and options.session:
        print("fauxgate: --state and --session cannot be used together: a session is all in its file", file=sys.stderr)
        return USAGE
    restored = None if options.restore is None else _read(options.restore)
    if options.restore is not None:
        if restored is None or not _is_backup(options.restore, restored):
            return USAGE
        options.firmware = firmware(restored, options.firmware)
    let_any_character_out()
    with assemble(options, print) as built:
        if restored is not None:
            _restore(options, built, restored)
        if sys.stdin.isatty():
            from fauxgate.shell.interactive import Shell  # noqa: PLC0415 - the pipe does without prompt_toolkit

            history = Path(options.state) / "history" if options.state else None
            is_vi = options.editing == "vi"
            Shell(lambda: built.appliance, built.command_line, is_vi=is_vi, history_file=history).run()
        else:
            from fauxgate.shell.piped import run_piped  # noqa: PLC0415 - one of two ways

            if isinstance(sys.stdin, io.TextIOWrapper):
                # A byte that is no UTF-8 goes through as it is; it is not the end of the session.
                sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
                let_any_byte_out()
            run_piped(built.appliance, built.command_line, sys.stdin, print)
    return DONE


def _is_backup(name: str, text: str) -> bool:
    if file_header(text).is_there:
        return True
    print(f"fauxgate: {name}: no header of a backup; `fauxgate replay` takes files without one", file=sys.stderr)
    return False


def _restore(options: argparse.Namespace, built: Assembly, text: str) -> None:
    """Begin with a backup; what is wrong in it is told as the appliance does."""
    from fauxgate.cli.error_log import MAY_CONTAIN_ERRORS  # noqa: PLC0415 - one way of several
    from fauxgate.replay.kinds import Kind  # noqa: PLC0415 - the same
    from fauxgate.replay.run import Bench, run  # noqa: PLC0415 - the same
    from fauxgate.replay.telling import summary  # noqa: PLC0415 - the same

    bench = Bench(built.console, built.command_line, print, stands_still=False)
    report = run(bench, options.restore, text, Kind.CONFIGURATION, is_told=True, is_strict=False)
    # The first prompt has the name that the backup gives.
    built.command_line.warm_up()
    print(summary(report))
    if report.errors:
        print(*MAY_CONTAIN_ERRORS, sep="\n")


def demo(options: argparse.Namespace) -> int:
    """The demonstration; its authority waits for the approval that the script gives."""
    from fauxgate.replay.demo import script  # noqa: PLC0415 - one way of several

    options.ca_approval = "manual"
    with assemble(options, print) as built:
        return _report(_script(options, built, said=print).run(script(is_seeded=options.seed is not None)))


def coverage(options: argparse.Namespace) -> int:
    """What is modelled in a release, what is kept, and what is a stub; with a file, what that one needs besides."""
    from fauxgate.cli.coverage import coverage_for  # noqa: PLC0415 - one way of several
    from fauxgate.replay.kinds import Kind, kind_of  # noqa: PLC0415 - the same
    from fauxgate.replay.run import Bench, run  # noqa: PLC0415 - the same

    text = "" if options.file is None else _read(options.file)
    if text is None:
        return USAGE
    options.firmware = firmware(text, options.firmware)
    with assemble(options, lambda _line: None) as built:
        if kind_of(text) is Kind.CONFIGURATION:
            bench = Bench(built.console, built.command_line, print, stands_still=False)
            run(bench, options.file or "", text, Kind.CONFIGURATION, is_told=True, is_strict=False)
        else:
            _script(options, built).run(text)
        found = coverage_for(built.console)
    if options.json:
        print(json.dumps(found.as_json(), indent=2))
    else:
        print(*found.lines(), sep="\n")
    return DONE


def explain(options: argparse.Namespace) -> int:
    """A pasted debug trace, explained."""
    from fauxgate.explain.report import report  # noqa: PLC0415 - one way of several

    let_any_character_out()
    text = _read(options.file)
    if text is None:
        return USAGE
    print(*report(text), sep="\n")
    return DONE


def _read(name: str) -> str | None:
    """The text of a file or, for `-`, of standard input; None, once the reason is told, if it cannot be read."""
    try:
        return read(name).text
    except Unreadable as error:
        print(f"fauxgate: {error}", file=sys.stderr)
        return None


def _script(options: argparse.Namespace, built: Assembly, said: Callable[[str], None] | None = None) -> "Script":
    from fauxgate.replay.script import Script  # noqa: PLC0415 - one way of several

    stands_still = options.clock == "virtual"
    return Script(built.appliance, built.command_line, print, stands_still=stands_still, said=said)


def _report(summary: "Summary") -> int:
    """Name what was refused or is not finished on standard error; the exit code."""
    from fauxgate.replay.telling import troubles  # noqa: PLC0415 - one way of several

    for line in troubles(summary.refusals, summary.unfinished, summary.kept):
        print(f"fauxgate: {line}", file=sys.stderr)
    return REFUSED if summary.refusals else DONE
