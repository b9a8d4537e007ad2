"""Where labs are: those that come with the program, and those in other directories."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from fauxgate.lab.description import DESCRIPTION
from fauxgate.lab.errors import NoSuchLab


class Library:
    """The labs of the program, and those of a directory before them."""

    def __init__(self, directory: Path | None = None) -> None:
        self._directories = [*filter(None, [directory]), Path(str(files("fauxgate.lab"))) / "labs"]

    def folders(self) -> tuple[Path, ...]:
        """The folder of each lab, in the order of names; one of the first directory hides one of the same name."""
        found: dict[str, Path] = {}
        for directory in self._directories:
            for folder in _labs_in(directory):
                found.setdefault(folder.name, folder)
        return tuple(found[name] for name in sorted(found))

    def find(self, name: str) -> Path:
        """The folder of a lab: by its name, the beginning of it or its number, or a path. Raises NoSuchLab."""
        if (Path(name) / DESCRIPTION).is_file():
            return Path(name).resolve()
        folders = self.folders()
        fitting = [it for it in folders if it.name == name] or [it for it in folders if _fits(it.name, name)]
        if len(fitting) != 1:
            raise NoSuchLab(name, tuple(folder.name for folder in folders))
        return fitting[0]


def _fits(folder: str, name: str) -> bool:
    number, _, rest = folder.partition("-")
    return bool(name) and (folder.startswith(name) or rest.startswith(name) or number.lstrip("0") == name)


def _labs_in(directory: Path) -> Iterator[Path]:
    if (directory / DESCRIPTION).is_file():
        yield directory
    elif directory.is_dir():
        yield from (path for path in sorted(directory.iterdir()) if (path / DESCRIPTION).is_file())
