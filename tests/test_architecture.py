"""The floors of the house: imports point down, and the pure packages touch nothing outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "fauxgate"

# What each package may import of ours, read from the top floor to the ground. Drawn in CONTRIBUTING.md.
FLOORS: dict[str, set[str]] = {
    "app": {"*"},
    "explain": {"debug", "scep"},
    "lab": {"cli", "device", "ca", "network", "inspector", "debug", "model", "schema", "language", "scep", "pki"},
    "replay": {"cli", "device"},
    "shell": {"cli", "device"},
    "cli": {"debug", "device", "inspector", "model", "schema", "language", "scep", "pki"},
    "debug": {"device", "scep"},
    "inspector": {"scep", "pki"},
    "device": {"model", "schema", "language", "scep", "pki"},
    "network": {"scep"},
    "ca": {"scep", "pki"},
    "model": {"schema", "language"},
    "scep": {"pki"},
    "schema": set(),
    "language": set(),
    "pki": set(),
    "errors": set(),
}
PURE = ("language", "schema", "model", "pki", "scep", "debug", "explain")
OUTSIDE = {
    "socket",
    "ssl",
    "select",
    "threading",
    "asyncio",
    "time",
    "subprocess",
    "requests",
    "http",
    "urllib3",
    "pathlib",
}
OUTSIDE_NAMES = {"open", "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "sleep", "input", "print"}
CLOCK = "device/clock.py"
ASN1 = "pki/structures.py"

MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every module that `path` imports, under its absolute name."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def ours(path: Path) -> set[str]:
    """The packages of ours that `path` imports, its own left out."""
    names = (name.split(".") for name in imported(path))
    packages = {parts[1] for parts in names if parts[0] == "fauxgate" and len(parts) > 1}
    return packages - {package_of(path), "__version__"}


def test_every_package_stands_on_a_floor() -> None:
    assert {package_of(path) for path in MODULES} == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_down_never_sideways(path: Path) -> None:
    allowed = FLOORS[package_of(path)]

    assert "*" in allowed or ours(path) <= allowed | {"errors"}


@pytest.mark.parametrize("package", PURE)
def test_pure_packages_touch_no_socket_file_clock_or_thread(package: str) -> None:
    modules = [path for path in MODULES if package_of(path) == package]
    touched = {
        f"{path.name}: {name}"
        for path in modules
        for name in (*(name.split(".")[0] for name in imported(path)), *called(path))
        if name in OUTSIDE or name in OUTSIDE_NAMES
    }

    assert modules
    assert touched == set()


def test_only_the_clock_asks_what_time_it_is() -> None:
    asking = {
        str(path.relative_to(SOURCE))
        for path in MODULES
        if {"datetime.now", "datetime.datetime.now", "time.time", "time.sleep", "sleep"} & set(called(path))
    }

    assert asking == {CLOCK}


def test_only_the_structures_import_the_young_asn1_module() -> None:
    importing = {
        str(path.relative_to(SOURCE))
        for path in MODULES
        if any(
            name.startswith("cryptography.hazmat.asn1") or name == "cryptography.hazmat.asn1" for name in imported(path)
        )
    }

    assert importing == {ASN1}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_stay_readable(path: Path) -> None:
    """A file near 400 lines hides a second subject (schema tables are data, read row by row)."""
    limit = 1000 if package_of(path) == "schema" else 400

    assert len(path.read_text().splitlines()) <= limit
