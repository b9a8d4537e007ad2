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
    """An appliance as a lab describes it. Raises LabInvalid for settings that are none."""
    from fauxgate.app.options import parser  # noqa: PLC0415 - the options name the ways in, and this is part of one

    given = ["shell", *arguments(lab)]
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
