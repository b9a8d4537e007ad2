"""`fauxgate lab list`, `show` and `start`."""

import argparse
import os
import secrets
import shlex
import shutil
import sys
import textwrap
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.device.clock import WallClock
from fauxgate.errors import UserError

if TYPE_CHECKING:
    from fauxgate.lab.description import Lab
    from fauxgate.lab.library import Library
    from fauxgate.lab.record import Start

DONE, REFUSED = 0, 1
HIGHEST_SEED = 999_999


def list_labs(options: argparse.Namespace) -> int:
    """Print the labs in order, with how far the person is in each."""
    from fauxgate.app.lab_session import progress  # noqa: PLC0415 - one way of several
    from fauxgate.lab.description import load  # noqa: PLC0415 - the same

    try:
        labs = [load(folder, 1) for folder in _library(options).folders()]
    except UserError as error:
        return _refused(error)
    width = max((len(lab.name) for lab in labs), default=0) + 2
    for lab in labs:
        done = progress(results_directory(options) / lab.name)
        print(*_row(f"{lab.name:<{width}}{lab.minutes:>3} min  {done:<7}", lab.summary), sep="\n")
    return DONE


def show(options: argparse.Namespace) -> int:
    """Print the outline of a lab: its steps and what each of them asks for."""
    from fauxgate.lab.description import load  # noqa: PLC0415 - the same

    try:
        lab = load(_library(options).find(options.name), 1)
    except UserError as error:
        return _refused(error)
    print(*_outline(lab), sep="\n")
    return DONE


def start(options: argparse.Namespace) -> int:
    """Begin or continue a lab at the shell."""
    from fauxgate.app.lab_session import Session  # noqa: PLC0415 - one way of several

    try:
        folder = _library(options).find(options.name)
        # An exam and what is only tried do not mix.
        kept = folder.name if options.exam is None else f"{folder.name}-exam"
        session = Session(folder, results_directory(options) / kept, _command(options))
        session.open(_beginning(options, folder.name), again=options.again)
        with session:
            session.run(is_vi=options.editing == "vi")
    except UserError as error:
        return _refused(error)
    return DONE


def _beginning(options: argparse.Namespace, name: str) -> "Start":
    """What a lab is begun with; a student gets the same seed everywhere."""
    from fauxgate.lab.record import Start  # noqa: PLC0415 - the same
    from fauxgate.lab.variables import chosen  # noqa: PLC0415 - the same

    now = WallClock().now()
    drawn = secrets.randbelow(HIGHEST_SEED) if not options.student else chosen(options.student, HIGHEST_SEED, 0)
    deadline = None if options.exam is None else now + timedelta(minutes=options.exam)
    return Start(name, options.seed or drawn + 1, now, options.student, deadline)


def _command(options: argparse.Namespace) -> str:
    """What was typed, as far as it is needed to come back."""
    given = [("--labs", options.labs), ("--results", options.results), ("--exam", options.exam)]
    further = [word for name, value in given if value is not None for word in (name, str(value))]
    return shlex.join(["fauxgate", "lab", "start", options.name, *further])


def results_directory(options: argparse.Namespace) -> Path:
    """Where what is kept of labs is: `--results`, or the place where programs keep their users' files."""
    if options.results is not None:
        return Path(options.results)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "fauxgate" / "labs"


def _library(options: argparse.Namespace) -> "Library":
    from fauxgate.lab.library import Library  # noqa: PLC0415 - the same

    return Library(options.labs)


def _row(begin: str, summary: str) -> list[str]:
    """A row whose last column is as wide as the terminal lets it be; in a pipe it is one line."""
    if not sys.stdout.isatty():
        return [f"{begin}{summary}"]
    columns = max(shutil.get_terminal_size().columns, len(begin) + 20)
    return textwrap.wrap(summary, columns, initial_indent=begin, subsequent_indent=" " * len(begin))


def _outline(lab: "Lab") -> list[str]:
    lines = [f"{lab.title} ({lab.minutes} minutes, {lab.points} points)", lab.summary]
    for number, step in enumerate(lab.steps, 1):
        hints = f", {len(step.page.hints)} hints" if step.page.hints else ""
        lines += ["", f"{number}. {step.page.title}{hints}"]
        for check in step.checks:
            bonus = ", bonus" if check.bonus else ""
            lines.append(f"   - {check.told} ({check.kind}, {check.weight}{bonus})")
    return lines


def _refused(error: UserError) -> int:
    print(f"fauxgate: {error}", file=sys.stderr)
    return REFUSED
