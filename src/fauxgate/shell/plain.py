"""The keyboard of a terminal that cannot move its cursor, or of one whose output goes to a file."""

import sys
from collections.abc import Callable

from fauxgate.cli.command_line import CommandLine
from fauxgate.shell.internal_errors import InternalErrorsTold
from fauxgate.shell.keyboard import Interrupted


class PlainKeyboard:
    """Reads lines as the terminal edits them. `?` needs Enter here, and the line must be typed again after it."""

    def __init__(self, command_line: CommandLine, shown: Callable[[], None]) -> None:
        self._command_line = command_line
        self._shown = shown

    def line(self, prompt: str, *, earlier: str, begun: str) -> str:
        """See `Keyboard`; nothing can have been begun, because a plain terminal tells nobody that it pastes."""
        while (line := begun + self._read(prompt + begun)).rstrip().endswith("?"):
            before = earlier + line.rstrip().removesuffix("?")
            with InternalErrorsTold():
                print(*self._command_line.help(before), "", sep="\n")
        return line

    def key(self, question: str) -> str:
        """See `Keyboard`; the key is followed by Enter here."""
        return self._read(question).strip()

    def remember(self, line: str) -> None:
        """See `Keyboard`; there is no history."""

    def _read(self, prompt: str) -> str:
        print(prompt, end="", flush=True)
        self._shown()
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            print()
            raise Interrupted(is_half_typed=False) from None
        if not line:
            print()
            raise EOFError
        return line.rstrip("\r\n")
