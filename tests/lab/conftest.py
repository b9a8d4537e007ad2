"""A small lab, and somebody who takes it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from fauxgate.app.lab_bench import make_bench
from fauxgate.lab.description import load
from fauxgate.lab.taking import Taking

NEW = ROOT / "src" / "fauxgate" / "lab" / "new"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that `fauxgate lab new` makes, to be changed."""
    return Path(shutil.copytree(NEW, tmp_path / "small"))


@pytest.fixture
def begin() -> Iterator[Callable[..., Taking]]:
    """Take the lab in a folder; what is printed is in `taking.history.printed`."""
    begun: list[Taking] = []

    def take(folder: Path = NEW, *, seed: int = 1, fault: str | None = None) -> Taking:
        begun.append(Taking(load(folder, seed, fault), make_bench, lambda _line: None))
        return begun[-1]

    yield take
    for taking in begun:
        taking.close()
