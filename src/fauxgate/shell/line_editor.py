"""The keyboard of a terminal that can show a line being edited: history, Tab, `?` at once."""

import asyncio
import sys
from functools import cached_property

from prompt_toolkit import PromptSession
from prompt_toolkit.history import DummyHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from fauxgate.cli.command_line import CommandLine
from fauxgate.shell.internal_errors import tell_loop_error
from fauxgate.shell.keys import LineKeys, key_answering
from fauxgate.shell.pasted import Pasted
from fauxgate.shell.screen import Screen


class LineEditor:
    """Edits lines on the terminal that is standard output now; `screen` keeps what others print above them."""

    def __init__(self, command_line: CommandLine, screen: Screen, pasted: Pasted) -> None:
        self._screen = screen
        self._pasted = pasted
        self._output = _output()
        self._keys = LineKeys(command_line, pasted)
        self._history = InMemoryHistory()
        self._commands = self._session(self._keys.bindings, self._history)

    def line(self, prompt: str, *, earlier: str, begun: str) -> str:
        """See `Keyboard`."""
        self._keys.begin(prompt, earlier)
        return self._read(self._further_lines if earlier else self._commands, prompt, begun)

    def key(self, question: str) -> str:
        """See `Keyboard`."""
        return self._read(self._answers, question, "")

    def remember(self, line: str) -> None:
        """See `Keyboard`."""
        if line.strip():
            self._history.append_string(line)

    def close(self) -> None:
        """Put back what a prompt that was cut off at any moment has changed in the terminal."""
        self._output.reset_attributes()
        self._output.enable_autowrap()
        self._output.show_cursor()
        self._output.disable_bracketed_paste()
        self._output.flush()

    @cached_property
    def _further_lines(self) -> PromptSession[str]:
        # The further lines of a value are no commands to come back to.
        return self._session(self._keys.bindings, DummyHistory())

    @cached_property
    def _answers(self) -> PromptSession[str]:
        return self._session(key_answering(self._pasted), DummyHistory())

    def _read(self, session: PromptSession[str], prompt: str, begun: str) -> str:
        def begin() -> None:
            asyncio.get_running_loop().set_exception_handler(tell_loop_error)
            self._screen.begin_prompt(session.app)

        try:
            # prompt_toolkit's own handler prints a traceback and waits for Enter.
            return session.prompt(prompt, default=begun, pre_run=begin, set_exception_handler=False)
        finally:
            self._screen.end_prompt()

    def _session(self, keys: KeyBindings, history: History) -> PromptSession[str]:
        return PromptSession(key_bindings=keys, history=history, output=self._output, enable_suspend=True)


def _output() -> Output:
    output = create_output(sys.stdout)
    if isinstance(output, Vt100_Output):
        # Asking where the cursor is serves menus, which we do not have; a terminal that does not answer would be
        # warned about in the middle of a session, and a late answer ends up in the next program's input.
        output.enable_cpr = False
    return output
