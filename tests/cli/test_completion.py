"""What Tab may put into a line, asked of a whole command line."""

import pytest
from rig import Rig
from rig import rig as new_rig


@pytest.fixture
def rig() -> Rig:
    return new_rig()


def test_keywords_come_bare_in_the_order_of_definition(rig: Rig) -> None:
    completion = rig.command_line.complete("e")

    assert completion.words == ("execute", "exit")
    assert completion.only is None


def test_the_word_that_alone_fits_is_told(rig: Rig) -> None:
    completion = rig.command_line.complete("config vpn cert")

    assert (completion.only, completion.start) == ("certificate", len("config vpn "))


def test_nothing_alone_fits_where_nothing_is_typed(rig: Rig) -> None:
    completion = rig.command_line.complete("config alertemail ")

    assert completion.words == ("setting",)
    assert completion.only is None


def test_a_name_comes_in_quotes(rig: Rig) -> None:
    rig.type("config vpn certificate local", 'edit "front door"', "next")

    completion = rig.command_line.complete("edit fr")

    assert '"front door"' in completion.words


def test_a_form_is_no_word(rig: Rig) -> None:
    rig.type("config vpn certificate local", "edit Door")

    completion = rig.command_line.complete("set comments ")

    assert completion.words == ()
    assert completion.fits


def test_a_wrong_line_is_told_from_one_that_offers_nothing(rig: Rig) -> None:
    assert not rig.command_line.complete("show nonsense").fits
