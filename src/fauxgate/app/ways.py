"""The ways in: each takes the parsed arguments, builds what it needs and gives the exit code."""

import argparse
import codecs
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.app.assembly import Assembly, assemble

if TYPE_CHECKING:
    from fauxgate.replay.script import Script, Summary

DONE, REFUSED, USAGE = 0, 1, 2


def shell(options: argparse.Namespace) -> int:
    """The interactive shell on a terminal; line by line where standard input is none."""
    with assemble(options, print) as built:
        if sys.stdin.isatty():
            from fauxgate.shell.interactive import Shell  # noqa: PLC0415 - the pipe does without prompt_toolkit

            history = Path(options.state) / "history" if options.state else None
            is_vi = options.editing == "vi"
            Shell(lambda: built.appliance, built.command_line, is_vi=is_vi, history_file=history).run()
        else:
            from fauxgate.shell.piped import run_piped  # noqa: PLC0415 - one of two ways

            if isinstance(sys.stdin, io.TextIOWrapper):
                # A byte that is no UTF-8 is one wrong character, not the end of the session.
                sys.stdin.reconfigure(encoding="utf-8", errors="replace")
            run_piped(built.appliance, built.command_line, sys.stdin, print)
    return DONE


def replay(options: argparse.Namespace) -> int:
    """A script, typed; refused lines are named on standard error."""
    text = _script_text(options.file)
    if text is None:
        return USAGE
    with assemble(options, print) as built:
        return _report(_script(options, built).run(text))


def demo(options: argparse.Namespace) -> int:
    """The demonstration; its authority waits for the approval that the script gives."""
    from fauxgate.replay.demo import SCRIPT  # noqa: PLC0415 - one way of several

    options.ca_approval = "manual"
    with assemble(options, print) as built:
        return _report(_script(options, built, said=print).run(SCRIPT))


def coverage(options: argparse.Namespace) -> int:
    """What is modelled in a release, what is kept, and what is a stub; with a script, what that one needs besides."""
    from fauxgate.cli.coverage import coverage_for  # noqa: PLC0415 - one way of several

    text = "" if options.file is None else _script_text(options.file)
    if text is None:
        return USAGE
    with assemble(options, lambda _line: None) as built:
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

    text = _log_text(options.file)
    if text is None:
        return USAGE
    print(*report(text), sep="\n")
    return DONE


def _log_text(name: str) -> str | None:
    """As `_script_text`, but whatever a terminal program wrote: a wrong byte is one wrong character."""
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        print(f"fauxgate: cannot read {name}: {error.strerror}", file=sys.stderr)
        return None
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_utf16 else "utf-8-sig", "replace")


def _script_text(name: str) -> str | None:
    """The script in a file or, for `-`, on standard input; None, once the reason is told, if it cannot be read."""
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        print(f"fauxgate: cannot read {name}: {reason}", file=sys.stderr)
        return None


def _script(options: argparse.Namespace, built: Assembly, said: Callable[[str], None] | None = None) -> "Script":
    from fauxgate.replay.script import Script  # noqa: PLC0415 - one way of several

    stands_still = options.clock == "virtual"
    return Script(built.appliance, built.command_line, print, stands_still=stands_still, said=said)


def _report(summary: "Summary") -> int:
    """Name what was refused, is not finished or is not modelled on standard error; the exit code."""
    for refusal in summary.refusals:
        first = refusal.text.partition("\n")[0].strip()
        print(f"fauxgate: line {refusal.number} refused: {first}: {refusal.error}", file=sys.stderr)
    for name in summary.unfinished:
        print(f"fauxgate: the enrollment of {name} has no outcome yet", file=sys.stderr)
    for words in summary.kept:
        print(f"fauxgate: kept but not modelled: {words}", file=sys.stderr)
    return REFUSED if summary.refusals else DONE
