"""Long answers on a screen of 24 rows, a page at a time (fortios-cli.md 4.3)."""

import os
from collections.abc import Callable

import pytest
from terminal import COMMAND, PROMPT, Terminal

from fauxgate.shell.keyboard import Interrupted
from fauxgate.shell.pager import MARKER, Pager
from fauxgate.shell.pasted import Pasted
from fauxgate.shell.terminal import screen_size

# pexpect forks; whatever threads other tests have left are none of the child's.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

CTRL_C = "\x03"
ROWS = 24
LONG = "show full-configuration system global"


@pytest.fixture
def terminal(start: Callable[..., Terminal]) -> Terminal:
    begun = start(*COMMAND, rows=ROWS, columns=200)
    begun.wait_for_line(PROMPT)
    return begun


@pytest.fixture
def paged(terminal: Terminal) -> Terminal:
    """A terminal that shows the first page of an answer, and the marker."""
    terminal.type(LONG)
    terminal.press("\r")
    terminal.wait_for_line(MARKER)
    return terminal


def test_the_first_page_fills_the_screen_with_the_line_that_was_typed(paged: Terminal) -> None:
    assert paged.lines[0] == PROMPT + LONG
    assert paged.lines[1] == "config system global"
    assert paged.lines[-1] == MARKER.rstrip()
    assert len(paged.lines) == ROWS


def test_space_shows_the_next_page_in_place_of_the_marker(paged: Terminal) -> None:
    last = paged.lines[-2]

    paged.press(" ")

    paged.wait_until(lambda: last in paged.lines[:1] and paged.line == MARKER)
    assert MARKER.rstrip() not in paged.lines[:-1]


def test_enter_shows_one_more_line(paged: Terminal) -> None:
    before = paged.lines

    paged.press("\r")

    paged.wait_until(lambda: paged.lines[0] == before[1] and paged.line == MARKER)
    assert paged.lines[:-2] == before[1:-1]


@pytest.mark.parametrize("key", ["q", CTRL_C])
def test_the_answer_can_be_ended(paged: Terminal, key: str) -> None:
    paged.press(key)

    paged.wait_for_line(PROMPT)
    assert MARKER.rstrip() not in paged.lines


def test_other_keys_are_eaten(paged: Terminal) -> None:
    paged.press("xyzq")

    paged.wait_for_line(PROMPT)


def test_the_last_page_ends_at_the_prompt(paged: Terminal) -> None:
    paged.press(" " * 30)

    paged.wait_until(lambda: paged.lines[-3:-1] == ["end", ""])
    assert MARKER.rstrip() not in paged.lines


def test_a_filtered_answer_is_not_paged(terminal: Terminal) -> None:
    terminal.type(f"{LONG} | grep .")
    terminal.press("\r")

    terminal.wait_for_line(PROMPT)
    assert terminal.lines[-3] == "end"


def test_nothing_is_paged_where_the_console_says_so(terminal: Terminal) -> None:
    terminal.run("config system console", "Fauxgate-VM64 (console) # ")
    terminal.run("set output standard", "Fauxgate-VM64 (console) # ")
    terminal.run("end")

    terminal.type(LONG)
    terminal.press("\r")

    terminal.wait_for_line(PROMPT)
    assert terminal.lines[-3] == "end"


def test_a_long_list_of_help_is_paged_and_the_line_comes_back(terminal: Terminal) -> None:
    terminal.run("config system global", "Fauxgate-VM64 (global) # ")
    terminal.type("set ")

    terminal.press("?")
    terminal.wait_for_line(MARKER)
    terminal.press("q")

    terminal.wait_for_line("Fauxgate-VM64 (global) # set ")


def test_a_pasted_block_is_eaten_at_the_marker(terminal: Terminal) -> None:
    """As on the appliance, where a script that went on typing lost what it typed."""
    terminal.paste(f"{LONG}\nget system status\n")

    terminal.wait_for_line(MARKER)
    terminal.press("q")
    terminal.wait_for_line(PROMPT)
    assert not any(row.startswith("Serial-Number") for row in terminal.lines)


# The pager by itself.


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Show lines 0, 1, 2 ... on a screen of five rows, with these keys; gives the lines that were printed."""
    monkeypatch.setattr("fauxgate.shell.pager.screen_size", lambda: os.terminal_size((80, 5)))

    def show(count: int, keys: str = "", pasted: str = "") -> list[str]:
        waiting = Pasted()
        waiting.add(pasted)
        typed = iter(keys)
        Pager(lambda _marker: next(typed), waiting).show([str(number) for number in range(count)])
        return capsys.readouterr().out.split()

    return show


@pytest.mark.parametrize(
    ("count", "keys", "printed"),
    [(3, "", 3), (4, " ", 4), (10, "q", 3), (10, "\r\rq", 5), (10, " q", 6), (10, "   ", 10), (10, "x \nQ", 7)],
)
def test_keys_say_how_many_lines_follow(shown: Callable[..., list[str]], count: int, keys: str, printed: int) -> None:
    assert shown(count, keys) == [str(number) for number in range(printed)]


def test_what_was_pasted_is_typed_at_the_marker(shown: Callable[..., list[str]]) -> None:
    assert len(shown(10, "q", pasted="ab\nc d")) == 3 + 1 + 3


def test_a_line_that_is_wider_than_the_screen_takes_its_rows(capsys: pytest.CaptureFixture[str]) -> None:
    columns, rows = screen_size()

    Pager(lambda _marker: "q", Pasted()).show(["x" * columns * 3] * rows)

    assert len(capsys.readouterr().out.split()) == max((rows - 2) // 3, 1)


def test_control_c_ends_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_marker: str) -> str:
        raise Interrupted(is_half_typed=False)

    Pager(interrupt, Pasted()).show(["line"] * 1000)

    assert capsys.readouterr().out.count("line") < 1000
