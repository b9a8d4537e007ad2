"""The shell as a person sees it: keys in, a screen out."""

import signal
import sys
from collections.abc import Callable

import pytest

Start = Callable[..., "Terminal"]  # noqa: F821 - the class lives in conftest.py, which cannot be imported

# `pexpect` forks; whatever threads other tests have left are none of the child's.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

PROMPT = "Fauxgate-VM64 # "
LOCAL = "Fauxgate-VM64 (local) # "
COMMAND = (sys.executable, "-m", "fauxgate.app")
ROOT_HELP = [
    "config      Configure object.",
    "get         Get dynamic and system information.",
    "show        Show configuration.",
    "diagnose    Diagnose facility.",
    "execute     Execute static commands.",
    "exit        Exit the CLI.",
]
PEM = "-----BEGIN CERTIFICATE-----\nMIIB\nAAAA\n-----END CERTIFICATE-----"


# The prompt, and leaving.


def test_the_first_thing_is_the_prompt(terminal) -> None:
    assert terminal.lines == [PROMPT.rstrip()]


def test_nothing_asks_the_terminal_where_its_cursor_is(terminal) -> None:
    """A terminal that does not answer would be warned about in the middle of a session."""
    terminal.run("show vpn certificate local")

    assert b"\x1b[6n" not in terminal.received


@pytest.mark.parametrize("keys", ["exit\r", "quit\r", "\x03", "\x04", "exit\x0d"])
def test_leaving_at_the_top_gives_exit_code_0(terminal, keys: str) -> None:
    terminal.press(keys)

    assert terminal.wait_for_exit() == 0


def test_the_terminal_is_left_as_it_was_found(start: Start) -> None:
    program = " ".join(COMMAND)
    terminal = start("sh", "-c", f'before=$(stty -g); {program}; [ "$(stty -g)" = "$before" ] && echo unchanged')
    terminal.wait_for_line(PROMPT)

    terminal.press("exit\r")

    terminal.wait_for("unchanged")


def test_the_terminal_is_put_back_when_the_program_is_told_to_end(start: Start) -> None:
    program = " ".join(COMMAND)
    terminal = start("sh", "-c", f'before=$(stty -g); {program}; [ "$(stty -g)" = "$before" ] && echo unchanged')
    terminal.wait_for_line(PROMPT)

    terminal.end_child(signal.SIGTERM)

    terminal.wait_for("unchanged")
