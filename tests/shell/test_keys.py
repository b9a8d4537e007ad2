"""The keys of the command line as a person sees them: help, completion, history."""

import pytest
from terminal import LOCAL, PROMPT

# pexpect forks; whatever threads other tests have left are none of the child's.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

TAB, UP, LEFT, CTRL_B, CTRL_V = "\t", "\x1b[A", "\x1b[D", "\x02", "\x16"
ROOT_HELP = [
    "config      Configure object.",
    "get         Get dynamic and system information.",
    "show        Show configuration.",
    "diagnose    Diagnose facility.",
    "execute     Execute static commands.",
    "alias       Execute alias commands.",
    "exit        Exit the CLI.",
]


# Help.


def test_question_mark_lists_the_verbs_at_once(terminal) -> None:
    terminal.press("?")

    terminal.wait_until(lambda: terminal.lines == [PROMPT.rstrip(), *ROOT_HELP, "", PROMPT.rstrip()])


def test_question_mark_in_a_table_lists_its_verbs(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)

    terminal.press("?")

    terminal.wait_until(lambda: any(row.startswith("purge ") for row in terminal.lines) and terminal.line == LOCAL)
    assert not any(row.startswith("set ") for row in terminal.lines)


def test_question_mark_after_set_lists_the_options_and_restores_the_line(terminal) -> None:
    terminal.run("config system dns", "Fauxgate-VM64 (dns) # ")
    terminal.type("set ")

    terminal.press("?")

    terminal.wait_until(lambda: any(row.startswith("primary ") for row in terminal.lines))
    terminal.wait_for_line("Fauxgate-VM64 (dns) # set ")


def test_question_mark_fills_in_the_word_that_alone_fits(terminal) -> None:
    terminal.type("sh")

    terminal.press("?")

    terminal.wait_for_line(PROMPT + "show ")
    assert "show    Show configuration." in terminal.lines


def test_question_mark_leaves_a_word_that_may_become_several(terminal) -> None:
    terminal.type("e")

    terminal.press("?")

    terminal.wait_until(lambda: terminal.lines[-1] == PROMPT + "e" and len(terminal.lines) > 1)
    assert [row.split()[0] for row in terminal.lines[1:3]] == ["execute", "exit"]


def test_question_mark_where_nothing_fits_says_so_and_restores_the_line(terminal) -> None:
    terminal.type("show nonsense")

    terminal.press("?")

    terminal.wait_for("command parse error before 'nonsense'")
    terminal.wait_for_line(PROMPT + "show nonsense")


def test_question_mark_keeps_what_stands_after_the_cursor(terminal) -> None:
    terminal.type("show vpn")
    terminal.press(LEFT * 4)
    terminal.wait_for_line(PROMPT + "show")

    terminal.press("?")

    terminal.wait_until(lambda: terminal.lines[-1] == PROMPT + "show vpn" and len(terminal.lines) > 1)


def test_control_v_types_a_question_mark(terminal) -> None:
    terminal.press("sh" + CTRL_V + "?")

    terminal.wait_for_line(PROMPT + "sh?")


# Tab, history, editing.


def test_tab_completes_the_word_that_alone_fits(terminal) -> None:
    terminal.type("conf")

    terminal.press(TAB)

    terminal.wait_for_line(PROMPT + "config ")


def test_tab_cycles_in_the_order_of_definition(terminal) -> None:
    terminal.type("e")

    terminal.press(TAB)
    terminal.wait_for_line(PROMPT + "execute")
    terminal.press(TAB)
    terminal.wait_for_line(PROMPT + "exit")
    terminal.press(TAB)
    terminal.wait_for_line(PROMPT + "execute")


def test_tab_puts_a_name_with_a_space_in_quotes(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)
    terminal.run('edit "front door"', "Fauxgate-VM64 (front door) # ")
    terminal.run("next", LOCAL)
    terminal.type("edit fr")

    terminal.press(TAB)

    terminal.wait_for_line(LOCAL + 'edit "front door" ')
    terminal.press("\r")
    terminal.wait_for_line("Fauxgate-VM64 (front door) # ")


def test_up_brings_back_the_last_line_typed_or_pasted(terminal) -> None:
    terminal.run("execute date")
    terminal.paste("execute time\n:clock\n")
    terminal.wait_until(lambda: terminal.lines[-1] == PROMPT.rstrip() and "Nothing is due." in terminal.lines)

    terminal.press(UP)
    terminal.wait_for_line(PROMPT + ":clock")
    terminal.press(UP + UP)
    terminal.wait_for_line(PROMPT + "execute date")


def test_control_b_goes_back_one_word(terminal) -> None:
    terminal.type("show vpn certificate")

    terminal.press(CTRL_B)

    terminal.wait_for_line(PROMPT + "show vpn ")
