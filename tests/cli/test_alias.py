"""`alias`, on whole command lines."""

import pytest
from rig import Rig
from rig import rig as new_rig

QUESTION = "Do you want to continue? (y/n)"


@pytest.fixture
def rig() -> Rig:
    return new_rig()


def name(rig: Rig, alias: str, command: str) -> None:
    rig.type("config system alias", f'edit "{alias}"', f"set command '{command}'", "end")


def test_after_a_line_that_is_refused_the_next_ones_are_carried_out(rig: Rig) -> None:
    name(rig, "many", "nonsense\nconfig system dns\nset retry x\nget | grep retry")

    assert rig.type("alias many") == [
        "Unknown action 0",
        "invalid unsigned integer value: x",
        "",
        "value parse error before 'x'",
        "Command fail. Return code -651",
        "retry               : 2",
    ]
    assert rig.command_line.prompt == "Fauxgate-VM64 (dns) # "


def test_the_error_of_the_last_line_is_that_of_the_alias(rig: Rig) -> None:
    name(rig, "wrong", "get system dns | grep retry\nnonsense")

    assert rig.command_line.run("alias wrong") is not None
    assert rig.printed[-2:] == ["retry               : 2", "Unknown action 0"]


def test_an_alias_may_name_another_one_but_not_itself(rig: Rig) -> None:
    name(rig, "a", "alias b")
    name(rig, "b", "get system dns | grep retry\nalias a")

    for _ in range(2):
        assert rig.type("alias a")[0] == "retry               : 2"
        assert rig.printed[-1] == "Command fail. Return code -61"


def test_a_question_of_an_alias_is_asked(rig: Rig) -> None:
    name(rig, "empty", "config vpn certificate local\npurge\nend")

    rig.type("alias empty")

    assert rig.command_line.question == QUESTION
    assert rig.command_line.answer("y") is None
    assert rig.command_line.prompt == "Fauxgate-VM64 # "


def test_an_alias_that_was_interrupted_can_be_used_again(rig: Rig) -> None:
    name(rig, "empty", "config vpn certificate local\npurge")
    rig.type("alias empty")

    rig.command_line.interrupt()
    rig.type("alias empty")

    assert rig.command_line.question == QUESTION
