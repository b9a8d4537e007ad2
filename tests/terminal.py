"""A terminal as a person sees it: a program behind a pty, and the screen that its bytes paint."""

import os
import signal
import sys
import time
from collections.abc import Callable

import pexpect
import pyte

PATIENCE = 10.0
COMMAND = (sys.executable, "-m", "fauxgate.app")
PROMPT = "Fauxgate-VM64 # "
LOCAL = "Fauxgate-VM64 (local) # "
DOOR = "Fauxgate-VM64 (Door) # "


class Terminal:
    """One run of a program on a terminal; everything that waits does so for at most PATIENCE seconds."""

    def __init__(self, *command: str, rows: int = 40, columns: int = 100, kind: str = "xterm") -> None:
        environment = {**os.environ, "TERM": kind, "LC_ALL": "C.UTF-8"}
        self._program = pexpect.spawn(command[0], list(command[1:]), env=environment, dimensions=(rows, columns))
        self._program.delaybeforesend = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.received = b""

    @property
    def lines(self) -> list[str]:
        """What is on the screen, without the blank rows below it."""
        text = "\n".join(line.rstrip() for line in self._screen.display)
        return text.rstrip("\n").split("\n")

    @property
    def line(self) -> str:
        """The row of the cursor up to the cursor."""
        return str(self._screen.display[self._screen.cursor.y])[: self._screen.cursor.x]

    def press(self, keys: str | bytes) -> None:
        self._program.send(keys)

    def type(self, keys: str) -> None:
        """Press the keys and wait until the screen shows them before the cursor."""
        before = self.line
        self.press(keys)
        self.wait_for_line(before + keys)

    def run(self, command: str, prompt: str = PROMPT) -> list[str]:
        """Type a command and Enter; gives the rows of its answer, as far as they are still on the screen."""
        self.type(command)
        typed = self.line
        self.press("\r")
        self.wait_for_line(prompt)
        last = len(self.lines) - 1 - self.lines[::-1].index(typed)
        return self.lines[last + 1 : -2]

    def paste(self, text: str) -> None:
        self.press(f"\x1b[200~{text}\x1b[201~")

    def resize(self, rows: int, columns: int) -> None:
        self._screen.resize(rows, columns)
        self._program.setwinsize(rows, columns)

    def wait_for_line(self, text: str) -> None:
        """Wait until exactly `text` stands before the cursor."""
        self.wait_until(lambda: self.line == text)

    def wait_for(self, text: str) -> None:
        """Wait until the row `text` is on the screen."""
        self.wait_until(lambda: text in self.lines)

    def wait_until(self, is_seen: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_seen():
            self._feed(deadline - time.monotonic())

    def wait_for_exit(self) -> int:
        """Read to the end; the exit code."""
        deadline = time.monotonic() + PATIENCE
        try:
            while True:
                self._feed(deadline - time.monotonic())
        except pexpect.EOF:
            self._program.wait()
        return int(self._program.exitstatus)

    def end(self, number: int) -> None:
        """Send the program a signal."""
        self._program.kill(number)

    @property
    def is_clean(self) -> bool:
        """Whether the terminal shows what is typed, and tells no program that something was pasted."""
        pastes_are_told = self.received.rfind(b"\x1b[?2004h") > self.received.rfind(b"\x1b[?2004l")
        return bool(self._program.getecho()) and not pastes_are_told

    def close(self) -> None:
        if self._program.isalive():
            self._program.kill(signal.SIGKILL)
            self._program.wait()
        self._program.delayafterclose = 0
        self._program.close()

    def _feed(self, seconds: float) -> None:
        try:
            received = self._program.read_nonblocking(65536, timeout=max(seconds, 0))
        except pexpect.TIMEOUT:
            screen = "\n".join(self.lines)
            raise AssertionError(f"not seen; before the cursor stands {self.line!r} of:\n{screen}") from None
        self.received += received
        self._stream.feed(received)
