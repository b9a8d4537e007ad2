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
        ways = ([it for it in folders if fits(it.name, name)] for fits in (_is_named, _is_numbered, _begins))
        fitting: list[Path] = next(filter(None, ways), [])
        if len(fitting) != 1:
            raise NoSuchLab(name, tuple(folder.name for folder in folders))
        return fitting[0]


def _is_named(folder: str, name: str) -> bool:
    return folder == name


def _is_numbered(folder: str, name: str) -> bool:
    return folder.partition("-")[0].lstrip("0") == name.lstrip("0") != ""


def _begins(folder: str, name: str) -> bool:
    return bool(name) and (folder.startswith(name) or folder.partition("-")[2].startswith(name))


def _labs_in(directory: Path) -> Iterator[Path]:
    if (directory / DESCRIPTION).is_file():
        yield directory
    elif directory.is_dir():
        yield from (path for path in sorted(directory.iterdir()) if (path / DESCRIPTION).is_file())
