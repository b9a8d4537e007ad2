"""`:lab goal`: the commands that lead from what is saved to what the solution saves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from fauxgate.lab.goal import leading_to
from fauxgate.lab.taking import Taking

LABS = ROOT / "src" / "fauxgate" / "lab" / "labs"


def test_it_tells_what_is_missing(begin: Callable[..., Taking]) -> None:
    taking = begin()
    host = taking.lab.values["host"]

    assert list(leading_to(taking, 1)) == ["config system global", f'    set hostname "{host}"', "end"]


@pytest.mark.parametrize("name", ["01-first-steps", "02-reading-errors", "11-vdoms"])
def test_whoever_types_it_has_nothing_left(begin: Callable[..., Taking], name: str) -> None:
    taking = begin(LABS / name)
    last = len(taking.lab.steps)
    for line in leading_to(taking, last):
        taking.enter(line)

    assert list(leading_to(taking, last)) == []


def test_what_was_done_wrong_is_undone_by_it(begin: Callable[..., Taking]) -> None:
    taking = begin()
    for line in ("config system global", "set admintimeout 77", "end", "config firewall address", "edit x", "end"):
        taking.enter(line)
    lines = list(leading_to(taking, 1))

    assert "    unset admintimeout" in lines
    assert '    delete "x"' in lines


def test_nobody_notices_that_it_was_asked(begin: Callable[..., Taking], folder: Path) -> None:
    taking = begin(folder)
    printed = list(taking.history.printed)
    list(leading_to(taking, 2))

    assert taking.history.printed == printed
    assert taking.course.score == 0


def test_a_certificate_is_no_entry_that_edit_makes(begin: Callable[..., Taking]) -> None:
    taking = begin(LABS / "03-csr-by-hand")

    assert list(leading_to(taking, 1)) == ["# vpn certificate local admin-gui: not there, and made by a command"]


def test_a_password_is_told_as_it_is_typed(begin: Callable[..., Taking]) -> None:
    taking = begin(LABS / "06-three-faults", fault="wrong-challenge")
    challenge = taking.lab.values["challenge"]

    assert f"        set scep-password {challenge}" in list(leading_to(taking, 2))
