"""The grammar at the top of the repository arrives in every kind of installation."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GRAMMAR = {path.name for path in (ROOT / "grammar").iterdir() if path.suffix in {".lark", ".toml", ".py"}}
READ_GRAMMAR = "import importlib.resources as r; print(sorted(p.name for p in r.files('fauxgate_grammar').iterdir()))"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-2000:]
    return folder


def test_pyproject_lists_every_package() -> None:
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"])
    folders = {path.parent.relative_to(ROOT / "src") for path in (ROOT / "src").rglob("__init__.py")}

    assert listed == {".".join(folder.parts) for folder in folders} | {"fauxgate_grammar"}


def test_the_wheel_carries_the_grammar(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {f"fauxgate_grammar/{name}" for name in GRAMMAR} <= names
    assert {"fauxgate/py.typed", "fauxgate/schema/known_paths.tsv"} <= names


def test_the_sdist_carries_the_grammar_at_its_top(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}

    assert {f"grammar/{name}" for name in GRAMMAR} <= names
    assert "LICENSE" in names


def test_the_installed_program_finds_its_grammar() -> None:
    """The suite runs on an editable installation; `.ci/run` runs it on the wheel too."""
    result = subprocess.run([sys.executable, "-c", READ_GRAMMAR], capture_output=True, text=True, check=True, cwd="/")

    assert all(name in result.stdout for name in GRAMMAR)
