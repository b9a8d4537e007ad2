"""The labs that come with the program: each begins undone, is solved by its solution, and has no line too many."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from fauxgate.app import machine
from fauxgate.app.lab_bench import make_bench, make_unseeded_bench
from fauxgate.lab.description import load
from fauxgate.lab.taking import Taking
from fauxgate.lab.verification import mutants, verify

LABS = sorted(path for path in (ROOT / "src" / "fauxgate" / "lab" / "labs").iterdir() if path.is_dir())
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
# Those without certificates take no time; the others are tried line by line at night.
TRIED = LABS if IS_LONG else [path for path in LABS if path.name[:2] in {"01", "02", "10", "11"}]


@pytest.fixture
def _keys_of_the_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No seed for keys: the library makes its own much faster, and no mutant is compared with another."""
    monkeypatch.setattr(machine, "chance", lambda _options, _purpose: os.urandom)
    return


def test_there_are_twelve() -> None:
    assert [path.name[:2] for path in LABS] == [f"{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize("folder", LABS, ids=lambda path: path.name)
def test_each_is_sound(folder: Path) -> None:
    assert list(verify(folder, range(1, 6) if IS_LONG else (1,), make_bench)) == []


@pytest.mark.parametrize("folder", TRIED, ids=lambda path: path.name)
def test_each_line_of_a_solution_is_needed_by_exactly_the_checks_that_it_names(folder: Path) -> None:
    assert list(mutants(folder, (1,), make_unseeded_bench)) == []


@pytest.mark.parametrize("folder", LABS, ids=lambda path: path.name)
@pytest.mark.parametrize("seed", range(1, 40))
def test_each_can_be_read_with_any_seed(folder: Path, seed: int) -> None:
    lab = load(folder, seed)

    assert 3 <= len(lab.steps) <= 7
    assert all(2 <= len(step.page.hints) <= 5 and step.page.afterwards for step in lab.steps)


def test_another_student_gets_other_names() -> None:
    values = [{seed: load(folder, seed).values for seed in range(1, 9)} for folder in LABS]

    assert all(len({tuple(each.items()) for each in drawn.values()}) == len(drawn) for drawn in values)


@pytest.mark.usefixtures("_keys_of_the_library")
@pytest.mark.parametrize("folder", LABS, ids=lambda path: path.name)
def test_whoever_types_the_last_hints_gets_through(folder: Path) -> None:
    lab = load(folder, 3)
    taking = Taking(lab, make_bench, lambda _line: None)
    for step in lab.steps:
        for line in commands(step.page.hints[-1]):
            taking.enter(line)
    taking.close()

    assert taking.course.is_complete, [finding.sentence for finding in taking.course.findings if not finding.is_met]


def commands(hint: str) -> list[str]:
    """The commands in a hint; questions are answered by whoever enters them."""
    lines = [line.strip() for line in hint.split("\n") if line.startswith("    ")]
    return [line for line in lines if line != "y"]
