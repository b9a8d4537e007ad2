"""Lines that go on, pasted blocks and questions, as a person sees them."""

import re

import pytest
from terminal import COMMAND, DOOR, LOCAL, PROMPT

# pexpect forks; whatever threads other tests have left are none of the child's.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

CTRL_C = "\x03"
QUESTION = "Do you want to continue? (y/n)"
PEM = "-----BEGIN CERTIFICATE-----\nMIIBAAAA\n-----END CERTIFICATE-----"


# Lines that go on, and pasted ones.


def test_an_open_quote_asks_for_more_until_it_is_closed(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)
    terminal.run("edit Door", DOOR)
    terminal.run('set comments "two', "> ")
    terminal.run('lines"', DOOR)

    assert terminal.run("show", DOOR)[2:4] == ['        set comments "two', 'lines"']


def test_help_inside_an_open_quote_knows_the_lines_before_it(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)
    terminal.run("edit Door", DOOR)
    terminal.run('set comments "two', "> ")
    terminal.type("lines")

    terminal.press("?")

    terminal.wait_for("<string>    please input string value")
    terminal.wait_for_line("> lines")


def test_control_c_inside_an_open_quote_drops_the_line_and_stays(terminal) -> None:
    terminal.run('show "', "> ")

    terminal.press(CTRL_C)

    terminal.wait_for_line(PROMPT)


def test_a_pasted_certificate_is_one_value(terminal) -> None:
    terminal.run("config vpn certificate remote", "Fauxgate-VM64 (remote) # ")
    terminal.run("edit Peer", "Fauxgate-VM64 (Peer) # ")

    terminal.paste(f'set remote "{PEM}"\nshow\n')

    terminal.wait_for('        set remote "-----BEGIN CERTIFICATE-----')
    terminal.wait_for_line("Fauxgate-VM64 (Peer) # ")
    assert "> MIIBAAAA" in terminal.lines


def test_a_pasted_block_runs_line_by_line_with_its_prompts(start) -> None:
    terminal = start(*COMMAND, rows=500)
    terminal.wait_for_line(PROMPT)
    edits = "".join(f"edit c{number}\nset comments {number}\nnext\n" for number in range(66))

    terminal.paste(f"config vpn certificate local\n{edits}end\nexecute date")

    terminal.wait_for_line(PROMPT + "execute date")
    assert len(re.findall(r"^Fauxgate-VM64 (?:\(.*\) )?# \S", "\n".join(terminal.lines), re.MULTILINE)) == 201
    assert terminal.lines[-5:-3] == ["Fauxgate-VM64 (c65) # next", ""]


def test_lines_typed_ahead_are_shown_once_each_at_their_prompt(terminal) -> None:
    terminal.press("config vpn certificate local\redit Door\rnext\rend\rexecute dat")

    terminal.wait_for_line(PROMPT + "execute dat")
    assert [row for row in terminal.lines if row] == [
        "Fauxgate-VM64 # config vpn certificate local",
        "Fauxgate-VM64 (local) # edit Door",
        "new entry 'Door' added",
        "Fauxgate-VM64 (Door) # next",
        "Fauxgate-VM64 (local) # end",
        "Fauxgate-VM64 # execute dat",
    ]


def test_bytes_that_are_no_utf_8_do_no_harm(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)

    terminal.press(b"edit D\xffor\r")

    terminal.wait_for("new entry 'D\N{REPLACEMENT CHARACTER}or' added")


# Questions.


@pytest.mark.parametrize(("key", "is_left"), [("y", False), ("n", True), ("\r", True)])
def test_one_key_answers_the_question_of_purge(terminal, key: str, is_left: bool) -> None:
    terminal.run("config vpn certificate local", LOCAL)
    terminal.run("edit Door", DOOR)
    terminal.run("next", LOCAL)
    terminal.run("purge", QUESTION)

    terminal.press(key)

    terminal.wait_for_line(LOCAL)
    assert (QUESTION + key).rstrip() in terminal.lines
    assert ('    edit "Door"' in terminal.run("show", LOCAL)) is is_left


@pytest.mark.parametrize("pasted", ["purge\ny\nshow\n", "purge\ny"])
def test_what_is_pasted_after_a_question_answers_it(terminal, pasted: str) -> None:
    terminal.run("config vpn certificate local", LOCAL)

    terminal.paste(pasted)

    terminal.wait_for(QUESTION + "y")
    terminal.wait_for_line(LOCAL)


def test_a_block_pasted_at_a_question_answers_it_and_goes_on(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)
    terminal.run("purge", QUESTION)

    terminal.paste("y\nend\n")

    terminal.wait_for_line(PROMPT)
    assert QUESTION + "y" in terminal.lines
