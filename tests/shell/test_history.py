"""What the command line remembers, in a session and from one to the next."""

import stat
from pathlib import Path

import pytest
from terminal import COMMAND, PROMPT

from fauxgate.shell.history import LONGEST, FileHistory

# pexpect forks; whatever threads other tests have left are none of the child's.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

UP, CTRL_R, CTRL_P, CTRL_N, ESCAPE = "\x1b[A", "\x12", "\x10", "\x0e", "\x1b"


def test_control_p_and_control_n_go_through_the_lines_typed(terminal) -> None:
    terminal.run("execute date")
    terminal.run("execute time")

    terminal.press(CTRL_P + CTRL_P)
    terminal.wait_for_line(PROMPT + "execute date")
    terminal.press(CTRL_N)
    terminal.wait_for_line(PROMPT + "execute time")


def test_control_r_searches_backwards(terminal) -> None:
    terminal.run("execute date")
    terminal.run("get system status")
    terminal.run(":clock")

    terminal.press(CTRL_R + "date")
    terminal.wait_until(lambda: any("execute date" in row for row in terminal.lines[-2:]))
    terminal.press("\r")

    terminal.wait_until(lambda: terminal.lines[-1] == PROMPT + "execute date")


def test_lines_are_remembered_from_run_to_run_for_their_owner_only(start, tmp_path: Path) -> None:
    first = start(*COMMAND, "shell", "--state", str(tmp_path))
    first.wait_for_line(PROMPT)
    first.run("execute date")
    first.press("exit\r")
    first.wait_for_exit()

    second = start(*COMMAND, "shell", "--state", str(tmp_path))
    second.wait_for_line(PROMPT)
    second.press(UP + UP)

    second.wait_for_line(PROMPT + "execute date")
    assert stat.S_IMODE((tmp_path / "history").stat().st_mode) == 0o600


def test_the_keys_of_vi_edit_where_they_are_asked_for(start) -> None:
    terminal = start(*COMMAND, "shell", "--editing", "vi")
    terminal.wait_for_line(PROMPT)
    terminal.type("show vpn certificate local")

    terminal.press(ESCAPE + "bbdw")

    terminal.wait_until(lambda: terminal.lines[-1] == PROMPT + "show vpn local")


# The file.


def test_the_newest_lines_come_first_and_no_more_than_fit(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text("".join(f"{number}\n" for number in range(LONGEST + 5)))

    loaded = list(FileHistory(path).load_history_strings())

    assert loaded[0] == str(LONGEST + 4)
    assert len(loaded) == LONGEST


@pytest.mark.parametrize("line", ["show", "a\nb", "caf\u00e9", "\udcff"])
def test_any_line_is_stored_as_one(tmp_path: Path, line: str) -> None:
    history = FileHistory(tmp_path / "new" / "history")

    history.store_string(line)

    assert len(list(history.load_history_strings())) == 1


def test_a_file_that_cannot_be_used_does_no_harm(tmp_path: Path) -> None:
    history = FileHistory(tmp_path)

    history.store_string("show")

    assert list(history.load_history_strings()) == []
