"""One person's command line: what is answered, asked and interrupted."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from rig import Rig, rig

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.console import Console
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.language.errors import UnknownAction

TABLE = "config vpn certificate local"


@pytest.fixture
def bench() -> Rig:
    return rig()


@pytest.fixture
def asked(bench: Rig) -> Rig:
    """In a table with one entry, asked whether to clear it."""
    bench.type(TABLE, "edit a", "next", "purge")
    assert bench.command_line.question == "Do you want to continue? (y/n)"
    return bench


def keys(bench: Rig) -> list[str]:
    return list(bench.appliance.configuration.table(LOCAL))


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ((), ""),
        ((TABLE,), "(local) "),
        ((TABLE, "edit a"), "(a) "),
        ((TABLE, "edit a", "next"), "(local) "),
        ((TABLE, "edit a", "end"), ""),
        ((TABLE, "edit a", "abort"), ""),
        (("config system console",), "(console) "),
        (("config system console", "set output x"), "(console) "),
        (("config system console", "end"), ""),
    ],
)
def test_the_prompt_shows_where_one_is(lines: tuple[str, ...], place: str, bench: Rig) -> None:
    bench.type(*lines)

    assert bench.command_line.prompt == f"{bench.appliance.hostname} {place}# "


def test_a_refused_line_is_written_and_returned(bench: Rig) -> None:
    error = bench.command_line.run("nonsense")

    assert isinstance(error, UnknownAction)
    assert bench.printed == ["Unknown action 0"]


@pytest.mark.parametrize("line", ["", " ", "\t", "# comment", "  # comment", "\\"])
def test_a_line_that_says_nothing_is_answered_by_nothing(line: str, bench: Rig) -> None:
    assert bench.command_line.run(line) is None
    assert bench.printed == []


@pytest.mark.parametrize("key", ["y", "Y"])
def test_a_question_is_answered_by_y(key: str, asked: Rig) -> None:
    assert asked.command_line.answer(key) is None
    assert asked.command_line.question is None
    assert keys(asked) == []


@pytest.mark.parametrize("key", ["n", "N", "", "yes", "\0", "\ud800", " y"])
def test_every_other_key_means_no(key: str, asked: Rig) -> None:
    asked.command_line.answer(key)

    assert asked.command_line.question is None
    assert keys(asked) == ["a"]
    assert asked.command_line.prompt.endswith(" (local) # ")


def test_an_answer_without_a_question_does_nothing(bench: Rig) -> None:
    assert bench.command_line.answer("y") is None
    assert bench.printed == []


def test_an_answer_counts_once(asked: Rig) -> None:
    asked.command_line.answer("n")
    asked.command_line.answer("y")

    assert keys(asked) == ["a"]


def test_ctrl_c_at_a_question_means_no(asked: Rig) -> None:
    asked.command_line.interrupt()
    assert asked.command_line.question is None

    asked.command_line.answer("y")

    assert keys(asked) == ["a"]


def test_ctrl_c_in_the_configuration_leads_to_the_top_and_loses_what_is_not_saved(bench: Rig) -> None:
    bench.type(TABLE, "edit a", "next", "edit b", "set comments x")

    bench.command_line.interrupt()

    assert bench.command_line.prompt == f"{bench.appliance.hostname} # "
    assert bench.command_line.is_open
    assert keys(bench) == ["a"]


def test_ctrl_c_at_the_top_logs_out(bench: Rig) -> None:
    bench.command_line.interrupt()

    assert not bench.command_line.is_open


@pytest.mark.parametrize("lines", [(), (TABLE, "edit b", "set comments x")])
def test_ctrl_d_logs_out_from_everywhere_and_saves_nothing(lines: tuple[str, ...], bench: Rig) -> None:
    bench.type(*lines)

    bench.command_line.log_out()

    assert not bench.command_line.is_open
    assert keys(bench) == []


@pytest.mark.parametrize("word", ["exit", "quit"])
def test_exit_logs_out_at_the_top_only(word: str, bench: Rig) -> None:
    bench.type(TABLE, word)
    assert bench.command_line.is_open

    bench.type("end", word)

    assert not bench.command_line.is_open


def test_a_new_host_name_stands_in_the_prompt_at_once(bench: Rig) -> None:
    bench.type("config system global", "set hostname Gate")
    assert not bench.command_line.prompt.startswith("Gate")

    bench.type("end")

    assert bench.command_line.prompt == "Gate # "


def test_warming_up_changes_nothing(bench: Rig) -> None:
    bench.command_line.warm_up()

    assert bench.command_line.run("execute date") is None


# Pages.


def test_a_long_answer_is_handed_to_the_page_outside_of_the_lock(bench: Rig) -> None:
    pages: list[list[str]] = []

    def is_free() -> bool:
        is_taken = bench.appliance.lock.acquire(timeout=5)
        bench.appliance.lock.release()
        return is_taken

    def page(lines: Sequence[str]) -> None:
        with ThreadPoolExecutor(1) as other:
            assert other.submit(is_free).result()
        pages.append(list(lines))

    bench.command_line.page = page
    bench.type("show system dns", "get system dns | grep retry", "show nonsense")

    assert pages == [["config system dns", "    set primary 96.45.45.45", "    set secondary 96.45.46.46", "end"]]
    assert bench.printed[0] == "retry               : 2"


def test_nothing_is_paged_where_the_console_says_so(bench: Rig) -> None:
    pages: list[Sequence[str]] = []
    bench.command_line.page = pages.append

    bench.type("config system console", "set output standard", "end", "show system dns")

    assert pages == []
    assert len(bench.printed) == 4


# The first prompt.


def test_the_first_prompt_asks_nothing_of_the_appliance() -> None:
    def never() -> Console:
        raise AssertionError

    command_line = CommandLine(never, print, first_prompt="HOST # ")

    assert command_line.prompt == "HOST # "
    assert command_line.is_open
    assert command_line.question is None
