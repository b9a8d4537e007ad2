"""Makes the appliances on which labs are taken."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.app.machine import Machine, machine
from fauxgate.lab.bench import Write, arguments
from fauxgate.lab.description import Lab
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
    """An appliance as a lab describes it: the same seed gives the same keys, so that a lab can be continued."""
    return _made(lab, write, "--seed", str(lab.seed))


def make_unseeded_bench(lab: Lab, write: Write) -> LabBench:
    """The same with keys that nobody can make again, which takes a fifth of the time."""
    return _made(lab, write)


def _made(lab: Lab, write: Write, *further: str) -> LabBench:
    from fauxgate.app.options import parser  # noqa: PLC0415 - the options name the ways in, and this is part of one

    given = ["shell", *arguments(lab), *further]
    files = _files(lab)
    if files is not None:
        given += ["--files", str(files)]
    return LabBench(machine(parser().parse_args(given), write), files)


def _files(lab: Lab) -> Path | None:
    """A copy of the lab's files, with its variables filled in."""
    if lab.files is None:
        return None
    directory = Path(tempfile.mkdtemp(prefix="fauxgate-lab-"))
    for path in lab.files.iterdir():
        (directory / path.name).write_text(filled(path.read_text("utf-8"), lab.values), "utf-8")
    return directory
