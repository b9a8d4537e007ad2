"""The shell on a terminal: one person's prompt, questions and pasted blocks, turn by turn."""

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit.utils import is_dumb_terminal

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.session import CONTINUATION
from fauxgate.cli.text import open_end
from fauxgate.shell.background import background
from fauxgate.shell.internal_errors import InternalErrorsTold
from fauxgate.shell.keyboard import Interrupted, Keyboard
from fauxgate.shell.line_editor import LineEditor
from fauxgate.shell.pasted import Pasted
from fauxgate.shell.screen import Screen
from fauxgate.shell.terminal import leaving_in_order, quiet_between_prompts

if TYPE_CHECKING:
    from prompt_toolkit.history import History

    from fauxgate.device.appliance import Appliance


class Shell:
    """One person at a terminal.

    What is due meanwhile happens to `appliance` in the background, unless the command line sees to that itself and
    there is none. `is_vi` chooses the keys of vi; with `history_file` the lines typed are remembered from run to run.
    A `toolbar` stands below the prompt.
    """

    def __init__(
        self,
        appliance: Callable[[], "Appliance"] | None,
        command_line: CommandLine,
        *,
        is_vi: bool = False,
        history_file: Path | None = None,
        toolbar: Callable[[], str] | None = None,
    ) -> None:
        self._appliance = appliance
        self._command_line = command_line
        self._is_vi = is_vi
        self._history_file = history_file
        self._toolbar = toolbar
        self._pasted = Pasted()
        self._screen = Screen(sys.stdout)

    def run(self) -> None:
        """Prompt until the person logs out; what is due meanwhile happens in the background."""
        with background(self._appliance, self._command_line) as begin_work:
            if is_dumb_terminal() or not sys.stdout.isatty():
                self._run(self._plain_keyboard(begin_work))
                return
            editor = self._line_editor(begin_work)
            with leaving_in_order(), quiet_between_prompts(), contextlib.closing(editor):
                self._run(editor)

    def _line_editor(self, shown: Callable[[], None]) -> LineEditor:
        return LineEditor(
            self._command_line,
            self._screen,
            self._pasted,
            is_vi=self._is_vi,
            history=self._history(),
            shown=shown,
            toolbar=self._toolbar,
        )

    def _history(self) -> "History | None":
        if self._history_file is None:
            return None
        from fauxgate.shell.history import FileHistory  # noqa: PLC0415 - without a file nothing of it is needed

        return FileHistory(self._history_file)

    def _plain_keyboard(self, shown: Callable[[], None]) -> Keyboard:
        from fauxgate.shell.plain import PlainKeyboard  # noqa: PLC0415 - hardly any terminal needs it

        return PlainKeyboard(self._command_line, shown)

    def _run(self, keyboard: Keyboard) -> None:
        with self._screen.standing_in():
            while self._command_line.is_open:
                self._turn_or_leave(keyboard)

    def _turn_or_leave(self, keyboard: Keyboard) -> None:
        try:
            self._turn(keyboard)
        except Interrupted as interrupted:
            self._interrupt(interrupted)
        except KeyboardInterrupt:
            # A command was running; it ends, and the person stays where they are.
            self._pasted.forget()
            print()
        except EOFError:
            self._command_line.log_out()

    def _turn(self, keyboard: Keyboard) -> None:
        """Read one logical line, or the key that answers a question, and carry it out."""
        question = self._command_line.question
        if question is not None:
            key = self._key(keyboard, question)
            with InternalErrorsTold():
                self._command_line.answer(key)
        else:
            line = self._line(keyboard)
            if not line.strip():
                return
            with InternalErrorsTold():
                self._command_line.run(line)
        if self._command_line.question is None and self._command_line.is_open:
            # The empty line before a prompt (fortios-cli.md 1.3).
            print()

    def _interrupt(self, interrupted: Interrupted) -> None:
        """Ctrl-C: to the top, at the top out; there it first throws away what is half typed.

        Inferred: that it does. The reference tells of no such case, and here leaving loses the whole appliance.
        """
        self._pasted.forget()
        if not (self._command_line.is_at_top and interrupted.is_half_typed):
            self._command_line.interrupt()
        if self._command_line.is_open:
            print()

    def _line(self, keyboard: Keyboard) -> str:
        """One logical line; it goes on while a quote is open or a backslash stands last."""
        text = self._physical_line(keyboard, self._command_line.prompt, "")
        opened = open_end(text)
        while opened:
            text += "\n"
            further = self._further_line(keyboard, text)
            text += further
            opened = open_end(further, opened)
        return text

    def _further_line(self, keyboard: Keyboard, earlier: str) -> str:
        try:
            return self._physical_line(keyboard, CONTINUATION, earlier)
        except Interrupted:
            raise Interrupted(is_half_typed=True) from None

    def _physical_line(self, keyboard: Keyboard, prompt: str, earlier: str) -> str:
        """The next line: one that was pasted with others, or one typed now."""
        line = self._pasted.next_line()
        if line is None:
            return _text(keyboard.line(prompt, earlier=earlier, begun=self._pasted.unfinished()))
        print(prompt + line)
        if not earlier:
            keyboard.remember(line)
        return _text(line)

    def _key(self, keyboard: Keyboard, question: str) -> str:
        """One key, read at once and echoed; what was pasted answers if there is any."""
        key = self._pasted.next_key()
        if key is None:
            return keyboard.key(question)
        print(question + key)
        return key


def _text(line: str) -> str:
    """The line with a replacement character for every byte that was no UTF-8, which a terminal hands on as it is."""
    return line.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
