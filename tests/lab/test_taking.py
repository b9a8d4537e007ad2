"""A person who takes a lab: what is told, what is undone, and how a lab is continued."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fauxgate.device.backup import backup
from fauxgate.lab.course import Change
from fauxgate.lab.guide import Guide
from fauxgate.lab.record import Entered
from fauxgate.lab.taking import Taking

Begin = Callable[..., Taking]

NAMED = """config system global
set hostname {host}
end"""


def enter(taking: Taking, text: str) -> None:
    for line in text.format(**taking.lab.values).split("\n"):
        taking.enter(line)


def saved(taking: Taking) -> str:
    return backup(taking.appliance.configuration)


def test_a_check_is_told_as_soon_as_it_has_become_true(begin: Begin) -> None:
    taking, told = begin(), list[Change]()
    taking.told = told.extend
    enter(taking, NAMED)

    assert [(it.finding.check.id, it.finding.is_met) for it in told if it.finding] == [
        ("named", True),
        ("at-the-top", True),
    ]
    assert [it.step for it in told if it.done] == [1]


def test_nothing_is_told_of_a_line_that_makes_nothing_different(begin: Begin) -> None:
    taking, told = begin(), list[Change]()
    taking.told = told.extend
    enter(taking, "config system global\nset hostname other\nend\nget system status")

    assert told == []


def test_undo_takes_the_points_back(begin: Begin) -> None:
    taking = begin()
    enter(taking, NAMED)
    before = taking.course.score
    taking.enter(":undo")

    assert (before, taking.course.score, taking.course.number) == (2, 0, 1)


def test_redo_brings_them_again(begin: Begin) -> None:
    taking = begin()
    enter(taking, f"{NAMED}\n:undo\n:redo")

    assert (taking.course.score, taking.course.number) == (2, 2)


def test_an_abbreviated_command_is_the_command(begin: Begin) -> None:
    taking = begin()
    enter(taking, f"{NAMED}\nget sys stat")

    assert taking.course.is_complete


def test_a_command_of_an_earlier_step_does_not_count_for_a_later_one(begin: Begin) -> None:
    taking = begin()
    enter(taking, f"get system status\n{NAMED}")

    assert not taking.course.is_complete


def test_a_bonus_is_missed_without_keeping_anybody_back(begin: Begin) -> None:
    taking = begin()
    enter(taking, f"config system global\nabort\n{NAMED}")

    assert (taking.course.number, taking.course.score, taking.course.bonus) == (2, 2, 0)


def test_what_the_lab_itself_says_is_no_output_of_the_appliance(folder: Path, begin: Begin) -> None:
    described = folder / "lab.toml"
    by_command, by_output = 'kind = "command"\nline = "get system status"', 'kind = "output"\ncontains = "status"'
    described.write_text(described.read_text().replace(by_command, by_output))
    taking = begin(folder)
    taking.use(Guide(taking))
    enter(taking, NAMED)
    enter(taking, ":lab\n:lab hint\n:lab check\n:lab solution")

    assert not taking.course.is_complete


@pytest.mark.parametrize("step", [1, 2])
def test_a_reset_leads_to_how_the_step_began(begin: Begin, step: int) -> None:
    taking = begin()
    beginnings = [saved(taking)]
    enter(taking, NAMED)
    beginnings.append(saved(taking))
    enter(taking, "config system global\nset admintimeout 77\nend\nconfig firewall address\nedit a\nend")
    taking.start_over(step)

    assert saved(taking) == beginnings[step - 1]
    assert (taking.course.number, taking.course.score) == (step, (0, 2)[step - 1])


def test_an_appliance_that_was_left_behind_prints_nothing_more(begin: Begin) -> None:
    taking = begin()
    left_behind = taking._number
    taking.start_over(1)
    taking._show_of(left_behind, "late")

    assert "late" not in taking.history.printed


LEFT = (
    "config system global\nset hostname half",
    f"{NAMED}\nexit\nget system status",
    "config firewall address\nedit a\nset subnet 10.0.0.0/8\nnext\nedit b",
    "execute factoryreset",
    ":clock advance 3d\nexecute log display",
    "nonsense\nset\nconfig system global\n:undo\nend",
)


@pytest.mark.parametrize("typed", LEFT)
def test_whoever_continues_is_where_they_left(begin: Begin, typed: str) -> None:
    left, again = begin(), begin()
    enter(left, typed)
    again.play(left.entered)

    assert again.prompt == left.prompt
    assert again.is_open
    assert again.now() == left.now()
    assert saved(again) == saved(left)
    assert again.history.typed == left.history.typed
    assert again.course.met == left.course.met


def test_ctrl_c_is_continued_too(begin: Begin) -> None:
    left, again = begin(), begin()
    enter(left, "config system global\nset hostname half")
    left.interrupt()
    enter(left, "get system status")
    again.play(left.entered)

    assert again.prompt == left.prompt
    assert again.history.typed == left.history.typed


def test_a_question_that_waits_is_continued(begin: Begin) -> None:
    left, again = begin(), begin()
    left.run("execute reboot")
    again.play(left.entered)

    assert left.question is not None
    assert again.question == left.question


def test_when_the_time_is_over_nothing_is_carried_out(begin: Begin) -> None:
    taking, noted = begin(), list[Entered]()
    taking.noted = noted.append
    taking.is_over = lambda: True
    taking.run("config system global")

    assert taking.is_at_top
    assert noted == []
