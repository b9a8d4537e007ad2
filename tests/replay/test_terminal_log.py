"""What a terminal showed of a session: what was typed is taken out of it, whatever stands between."""

from pathlib import Path

import pytest
from conftest import TRANSCRIPTS
from test_transcripts import split_head
from test_transcripts import typed as typed_by

from fauxgate.language.reader import read
from fauxgate.replay.kinds import Kind, kind_of
from fauxgate.replay.terminal_log import is_terminal_log, typed

LOGS = sorted(TRANSCRIPTS.glob("*.txt"))


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_what_was_typed_in_a_recorded_session_is_taken_out(path: Path) -> None:
    _, session = split_head(path.read_text("utf-8"))
    wanted = [line.text for line in read(typed_by(session)) if line.text.strip() and not line.text.endswith("?")]

    assert kind_of(session) is Kind.LOG or not session
    assert [line.text.strip() for line in typed(session).lines] == [text.strip() for text in wanted]


@pytest.mark.parametrize(
    ("log", "lines"),
    [
        ("Welcome !\r\n\r\nFGT # show\r\nconfig x\r\n--More-- \r         \rend\r\nFGT # exit\r\n", ["show", "exit"]),
        ("FGT # \x1b[Kget sys\b \b\b \bystem status\r\n", ["get system status"]),
        ("fw-1 (policy) $ set name a\nfw-1 (policy) $ end\n", ["set name a", "end"]),
        ('FGT (a) # set comments "one\n> two"\nFGT (a) # next\n', ['set comments "one\ntwo"', "next"]),
        ("FGT # execute reboot\nDo you want to continue? (y/n)y\n", ["execute reboot", "y"]),
        ("FGT # conf?\nconfig    Configure\nFGT # conf sys glo\n", ["conf sys glo"]),
    ],
)
def test_what_a_terminal_does_to_a_line_is_undone(log: str, lines: list[str]) -> None:
    assert is_terminal_log(log)
    assert [line.text for line in typed(log).lines] == lines


@pytest.mark.parametrize(
    "text", ["# config is next\nconfig system global\nend\n", "get system status\n", "", 'set buffer "a # b"\n']
)
def test_a_script_or_a_configuration_is_no_log(text: str) -> None:
    assert not is_terminal_log(text)


def test_lines_keep_the_numbers_that_they_have_in_the_log() -> None:
    found = typed("Welcome !\n\nFGT # show\nanswer\nFGT # exit\n")

    assert [line.number for line in found.lines] == [3, 5]
    assert found.left_out == 4
