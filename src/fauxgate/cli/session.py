"""Shows a session as a terminal would: the prompt, what is typed at it, and the answers.

For doors without a terminal of their own: a script, a pipe, the demonstration.
"""

from collections.abc import Callable

from fauxgate.cli.command_line import CommandLine
from fauxgate.device.file_header import has_domains
from fauxgate.errors import UserError

CONTINUATION = "> "


class TypedSession:
    """Types lines at a command line and writes what a screen would show.

    `write` is given a line at a time; `settle` is called after each answer, before the next prompt.
    """

    def __init__(
        self, command_line: CommandLine, write: Callable[[str], None], settle: Callable[[], None] = lambda: None
    ) -> None:
        self._command_line = command_line
        self._write = write
        self._settle = settle

    def type(self, text: str) -> UserError | None:
        """Type one logical line (with line ends inside quotes, if any); gives what was refused.

        While a question waits, the line is the answer to it.
        """
        if self._command_line.question is not None:
            return self._answer(text)
        if has_domains(text):
            # A backup of a unit with virtual domains can be typed only where there are some.
            self._command_line.enable_domains()
        first, *rest = text.split("\n")
        self._write(self._command_line.prompt + first)
        for line in rest:
            self._write(CONTINUATION + line)
        if not text.strip():
            return None
        refused = self._command_line.run(text)
        self._close()
        return refused

    def _answer(self, key: str) -> UserError | None:
        self._write(f"{self._command_line.question}{key}")
        refused = self._command_line.answer(key.strip())
        self._close()
        return refused

    def _close(self) -> None:
        """Let happen what follows, then write the empty line that stands before a prompt (fortios-cli.md 1.3)."""
        if self._command_line.question is None:
            self._settle()
            self._write("")
