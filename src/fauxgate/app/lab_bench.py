"""Makes the appliances on which labs are taken."""

import argparse
import io
import shutil
import tempfile
from contextlib import ExitStack, redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.app.machine import Machine, machine
from fauxgate.cli.controls import NoFiles
from fauxgate.lab.bench import Write, arguments
from fauxgate.lab.description import DESCRIPTION, Lab
from fauxgate.lab.errors import LabInvalid
from fauxgate.lab.variables import filled

if TYPE_CHECKING:
    from fauxgate.cli.console import Console


@dataclass(frozen=True, slots=True)
class LabBench:
    """One appliance, and its own copy of the files that the lab's servers have."""

    machine: Machine
    files: Path | None

    @property
    def console(self) -> "Console":
        """A person's console at it."""
        return self.machine.console

    def close(self) -> None:
        """End what listens, and remove the files."""
        self.machine.close()
        if self.files is not None:
            shutil.rmtree(self.files, ignore_errors=True)


def make_bench(lab: Lab, write: Write) -> LabBench:
    """An appliance as a lab describes it: the same seed gives the same keys, so that a lab can be continued.

    Raises LabInvalid for settings that are none.
    """
    return _made(lab, write, "--seed", str(lab.seed))


def make_unseeded_bench(lab: Lab, write: Write) -> LabBench:
    """The same with keys that nobody can make again, which takes a fifth of the time."""
    return _made(lab, write)


def _made(lab: Lab, write: Write, *further: str) -> LabBench:
    with ExitStack() as undone:
        files = _files(lab, undone)
        given = [] if files is None else ["--files", str(files)]
        options = _parsed(lab, ["shell", *arguments(lab), *further, *given])
        made = machine(options, write)
        # What others have written into a lab is typed here too: it reaches no file of this machine.
        made.console.files = NoFiles()
        undone.pop_all()
    return LabBench(made, files)


def _parsed(lab: Lab, given: list[str]) -> argparse.Namespace:
    from fauxgate.app.options import parser  # noqa: PLC0415 - the options name the ways in, and this is part of one

    told = io.StringIO()
    try:
        with redirect_stderr(told):
            return parser().parse_args(given)
    except SystemExit as refused:
        *_, reason = told.getvalue().strip().split("\n")
        raise LabInvalid(lab.name, DESCRIPTION, reason.partition("error: ")[2] or reason) from refused


def _files(lab: Lab, undone: ExitStack) -> Path | None:
    """A copy of the lab's files, with its variables filled in; `undone` removes it."""
    if lab.files is None:
        return None
    directory = Path(tempfile.mkdtemp(prefix="fauxgate-lab-"))
    undone.callback(shutil.rmtree, directory, ignore_errors=True)
    for path in sorted(lab.files.iterdir()):
        try:
            (directory / path.name).write_text(filled(path.read_text("utf-8"), lab.values), "utf-8")
        except OSError as error:
            raise LabInvalid(lab.name, f"files/{path.name}", error.strerror or str(error)) from error
        except ValueError as error:
            raise LabInvalid(lab.name, f"files/{path.name}", str(error)) from error
    return directory
