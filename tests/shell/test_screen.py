"""The shell as a person sees it: its prompt, how one leaves it, and what happens while one types."""

import signal
import socket

import pytest
from terminal import COMMAND, DOOR, LOCAL, PROMPT

# pexpect forks; whatever threads other tests have left are none of the child's.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

CTRL_C, CTRL_D = "\x03", "\x04"
GENERATE = (
    "execute vpn certificate local generate rsa Door 1024 door.example NL NH Utrecht Fauxgate Lab "
    '"" "" http://ca.test/app/cert/scep/ challenge'
)


def test_the_first_thing_is_the_prompt(terminal) -> None:
    assert terminal.lines == [PROMPT.rstrip()]


def test_nothing_asks_the_terminal_where_its_cursor_is(terminal) -> None:
    """A terminal that does not answer would be warned about in the middle of a session."""
    terminal.run("show vpn certificate local")

    assert b"\x1b[6n" not in terminal.received


@pytest.mark.parametrize("keys", ["exit\r", "quit\r", CTRL_C, CTRL_D])
def test_leaving_gives_exit_code_0_and_a_clean_terminal(terminal, keys: str) -> None:
    terminal.press(keys)

    assert terminal.wait_for_exit() == 0
    assert terminal.is_clean


def test_the_terminal_is_put_back_when_the_program_is_told_to_end(terminal) -> None:
    terminal.end(signal.SIGTERM)

    assert terminal.wait_for_exit() == 128 + signal.SIGTERM
    assert terminal.is_clean


def test_control_d_leaves_from_inside_a_table(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)

    terminal.press(CTRL_D)

    assert terminal.wait_for_exit() == 0


def test_control_c_inside_a_configuration_goes_to_the_top(terminal) -> None:
    terminal.run("config vpn certificate local", LOCAL)
    terminal.run("edit Door", DOOR)
    terminal.type("set comm")

    terminal.press(CTRL_C)

    terminal.wait_for_line(PROMPT)
    assert terminal.run("show vpn certificate local") == ["config vpn certificate local", "end"]


@pytest.mark.parametrize(
    "path",
    [
        ["config system dns"],
        ["config vpn certificate local"],
        ["config system interface", "edit port1", "config ipv6"],
    ],
)
def test_control_c_goes_to_the_top_from_every_level(terminal, path: list[str]) -> None:
    for line in path:
        terminal.run(line, f"Fauxgate-VM64 ({line.split()[-1]}) # ")

    terminal.press(CTRL_C)

    terminal.wait_for_line(PROMPT)


def test_control_c_at_the_top_first_throws_away_what_is_half_typed(terminal) -> None:
    terminal.type("show vpn")

    terminal.press(CTRL_C)

    terminal.wait_for_line(PROMPT)


def test_an_empty_enter_just_prints_the_prompt_again(terminal) -> None:
    terminal.press("\r\r")

    terminal.wait_until(lambda: terminal.lines == [PROMPT.rstrip()] * 3)


# What happens meanwhile.


def test_debug_lines_appear_above_the_half_typed_line(start) -> None:
    terminal = start(*COMMAND, rows=120, columns=200)
    terminal.wait_for_line(PROMPT)
    terminal.run("diagnose debug application scep -1")
    terminal.run("diagnose debug enable")
    terminal.press(GENERATE + "\rconfig vpn cert")

    terminal.wait_until(lambda: any("certificate written as" in row for row in terminal.lines))
    terminal.wait_for_line(PROMPT + "config vpn cert")
    assert terminal.lines[-1] == PROMPT + "config vpn cert"
    assert terminal.lines.count(PROMPT + "config vpn cert") == 1
    assert [row for row in terminal.lines if "pkistatus: SUCCESS" in row]


def test_control_c_ends_a_running_command_and_only_that(start, silent_server: socket.socket) -> None:
    terminal = start(*COMMAND, "--connect-to", f"ca.test:80=http://127.0.0.1:{silent_server.getsockname()[1]}")
    terminal.wait_for_line(PROMPT)
    terminal.type("execute vpn certificate ca import auto http://ca.test/")
    terminal.press("\r")
    connection, _ = silent_server.accept()

    with connection:
        terminal.press(CTRL_C)
        terminal.wait_for_line(PROMPT)

    assert terminal.run(":clock next") == ["Nothing is due."]


def test_a_resize_redraws_the_line(terminal) -> None:
    terminal.type("show full-configuration vpn certificate")

    terminal.resize(rows=30, columns=40)
    terminal.press("!")

    terminal.wait_for_line("vpn certificate!")


def test_five_columns_are_enough(start) -> None:
    terminal = start(*COMMAND, rows=20, columns=5)
    terminal.wait_for_line(" ")


@pytest.mark.parametrize(("kind", "redirection"), [("dumb", ""), ("xterm", "| cat")])
def test_a_plain_terminal_reads_lines(start, kind: str, redirection: str) -> None:
    terminal = start("sh", "-c", f"{' '.join(COMMAND)} {redirection}", kind=kind)
    terminal.wait_for_line(PROMPT)

    terminal.press("sho?\rexit\r")

    terminal.wait_for("show    Show configuration.")
    assert terminal.wait_for_exit() == 0
