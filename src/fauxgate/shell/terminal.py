"""The state of the terminal itself: how it is while the shell runs, and that it is left as it was found."""

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from types import FrameType

if sys.platform != "win32":
    import termios


@contextlib.contextmanager
def quiet_between_prompts() -> Iterator[None]:
    """Show nothing that is typed while a command runs: it is for the next prompt, which shows it then.

    Windows consoles have no such switch.
    """
    if sys.platform == "win32":
        yield
        return
    keyboard = sys.stdin.fileno()
    found = termios.tcgetattr(keyboard)
    quiet = termios.tcgetattr(keyboard)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(keyboard, termios.TCSADRAIN, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, found)


@contextlib.contextmanager
def leaving_in_order() -> Iterator[None]:
    """End by way of every `finally` when the process is told to end, so that the terminal is put back."""
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def screen_size() -> os.terminal_size:
    """Columns and rows of the terminal as it is now, whatever COLUMNS and LINES say of how it was."""
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except OSError:
        return shutil.get_terminal_size()


def _leave(number: int, _frame: FrameType | None) -> None:
    # What a parent shell expects of a process that a signal ended.
    raise SystemExit(128 + number)
