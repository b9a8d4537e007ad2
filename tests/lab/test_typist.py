"""A person who types anything, in every lab: nothing breaks, and no point comes without what it is given for."""

import os
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from conftest import ROOT
from typist import Typist

from fauxgate.app import machine
from fauxgate.app.lab_bench import make_bench
from fauxgate.device.backup import backup
from fauxgate.lab.checks import KINDS
from fauxgate.lab.description import load
from fauxgate.lab.taking import Taking

if TYPE_CHECKING:
    from rig import Rig

LABS = sorted(path for path in (ROOT / "src" / "fauxgate" / "lab" / "labs").iterdir() if path.is_dir())
SEEDS = range(50 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 2)
STANDING = {"config", "entries", "errors", "certificate", "register", "debug", "transaction", "event", "time"}
"""Kinds of checks that look at what is there now, and not at how it came about."""

LEFT_OUT = (":lab quit", ":clock", "execute date", "execute time", "execute ping")
"""They end the lab, or let years pass with a renewal each day; the solution's own are typed."""


@pytest.fixture(autouse=True)
def _keys_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "chance", lambda _options, _purpose: os.urandom)


def saved(taking: Taking) -> list[str]:
    """The configuration without what differs from run to run."""
    text = backup(taking._console.appliance.configuration)
    lines = [line for line in text.split("\n") if line.startswith((" ", "config", "edit", "end"))]
    return [line for line in lines if " uuid " not in line and " ENC " not in line]


def is_true_now(taking: Taking, name: str) -> bool:
    check = next(check for check in taking.lab.checks if check.id == name)
    return check.kind not in STANDING or check.condition.holds(KINDS[check.kind].find(taking.view(), check.fields))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("folder", LABS, ids=lambda path: path.name)
def test_whatever_is_typed_no_point_comes_for_nothing_and_a_reset_leads_back(folder: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it chooses what is typed
    taking = Taking(load(folder, seed + 1), make_bench, lambda _line: None)
    person = Typist(cast("Rig", SimpleNamespace(command_line=taking)), random)
    solution = [line.text for line in taking.lab.solution]
    beginning = saved(taking)
    score = taking.course.score
    for _ in range(60):
        line = person.line() if random.random() < 0.5 or not solution else solution.pop(0)
        if line.lstrip().startswith(LEFT_OUT) and line not in (each.text for each in taking.lab.solution):
            continue
        before = taking.course.met
        person.enter(line)
        new = taking.course.met - before
        assert [name for name in new if not is_true_now(taking, name)] == []
        assert taking.course.score <= score or new
        score = taking.course.score

    taking.interrupt()
    taking.start_over(1)

    assert taking.course.score == 0
    assert saved(taking) == beginning
    taking.close()
