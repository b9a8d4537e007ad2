"""Loading a saved configuration that has mistakes (fortios-cli.md 7.4)."""

import pytest
from rig import Rig
from rig import rig as new_rig

from fauxgate.cli.loading import Loading
from fauxgate.device.config_errors import ConfigError


@pytest.fixture
def rig() -> Rig:
    return new_rig()


def errors(rig: Rig, text: str) -> list[ConfigError]:
    return list(Loading(rig.command_line._console).errors(text))


def test_what_is_right_is_loaded_whatever_stands_beside_it(rig: Rig) -> None:
    found = errors(rig, "config system console\n    set output maybe\n    set output standard\nend\n")

    assert [error.words for error in found] == [("set", "output", "maybe")]
    assert rig.type("get system console | grep ^output") == ["output              : standard"]


def test_a_block_whose_config_line_is_unknown_is_passed_over_with_all_that_is_in_it(rig: Rig) -> None:
    unknown = "config no such thing\nedit 1\nconfig deep\nset a b\nend\nnext\nend\n"
    text = f"{unknown}config system global\nset hostname H\nend\n"

    found = errors(rig, text)

    assert [(error.words, error.place) for error in found] == [(("config", "no", "such", "thing"), ("root",))]
    assert rig.appliance.hostname == "H"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("config system global\nset hostname a b c\nend", ("global", "system", "global")),
        (
            'config vpn certificate crl\nedit "a b"\nset update-interval x\nnext\nend',
            ("root", "vpn", "certificate", "crl", "a b"),
        ),
        (
            "config system ntp\nconfig ntpserver\nedit 1\nset server s\nset key-id x\n",
            ("global", "system", "ntp", "ntpserver", "1"),
        ),
        ("nonsense", ("root",)),
    ],
)
def test_a_mistake_is_told_with_the_words_that_lead_to_its_place(rig: Rig, text: str, place: tuple[str, ...]) -> None:
    assert [error.place for error in errors(rig, text)] == [place]


def test_after_an_entry_that_may_not_be_saved_the_table_goes_on(rig: Rig) -> None:
    text = "config system interface\nedit v1\nnext\nedit loop1\nset type loopback\nset vdom root\nnext\nend\n"

    found = errors(rig, text)

    assert [(error.words, error.place[-1], error.code) for error in found] == [(("next",), "v1", -56)]
    assert "loop1" in rig.appliance.configuration.table(("system", "interface"))


@pytest.mark.parametrize("line", ["execute reboot", "show", ":clock next", "exit", 'set "'])
def test_only_configuration_is_loaded(rig: Rig, line: str) -> None:
    found = errors(rig, line)

    assert [error.code for error in found] == [-61]
    assert rig.command_line.is_open


def test_what_stands_before_the_cut_of_a_file_is_kept(rig: Rig) -> None:
    loading = Loading(rig.command_line._console)

    assert list(loading.errors("config system global\nset hostname H\n")) == []
    assert rig.command_line.is_at_top
    assert rig.appliance.hostname == "H"
    assert loading.left_open == ("global", "system", "global")
