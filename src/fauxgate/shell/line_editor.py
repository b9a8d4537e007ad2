"""The keyboard of a terminal that can show a line being edited: history, Tab, `?` at once."""

import asyncio
import sys
from collections.abc import Callable
from functools import cached_property, partial

from prompt_toolkit import PromptSession
from prompt_toolkit.document import Document
from prompt_toolkit.history import DummyHistory, History, InMemoryHistory
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from fauxgate.cli.command_line import CommandLine
from fauxgate.shell.internal_errors import tell_loop_error
from fauxgate.shell.keyboard import HelpWanted
from fauxgate.shell.keys import LineKeys, key_answering
from fauxgate.shell.pager import Pager
from fauxgate.shell.pasted import Pasted
from fauxgate.shell.screen import Screen


class LineEditor:
    """Edits lines on the terminal that is standard output now; `screen` keeps what others print above them.

    `is_vi` chooses vi's keys over those of Emacs; `shown` is called each time a prompt has appeared;
    `toolbar` tells what stands below it.
    """

    def __init__(
        self,
        command_line: CommandLine,
        screen: Screen,
        pasted: Pasted,
        *,
        is_vi: bool,
        history: History | None,
        shown: Callable[[], None],
        toolbar: Callable[[], str] | None = None,
    ) -> None:
        self._command_line = command_line
        self._screen = screen
        self._pasted = pasted
        self._is_vi = is_vi
        self._history = history or InMemoryHistory()
        self._shown = shown
        self._toolbar = toolbar
        self._output = _output(has_toolbar=toolbar is not None)
        self._keys = LineKeys(command_line, pasted)
        self._commands = self._lines(self._history)
        command_line.page = Pager(self._more, pasted).show

    def line(self, prompt: str, *, earlier: str, begun: str) -> str:
        """See `Keyboard`."""
        session = self._further_lines if earlier else self._commands
        document = Document(begun)
        while True:
            self._keys.begin(earlier)
            try:
                return self._read(session, prompt, document)
            except HelpWanted as wanted:
                self._command_line.write((*wanted.help, ""))
                document = Document(wanted.text, wanted.cursor)

    def key(self, question: str) -> str:
        """See `Keyboard`."""
        return self._read(self._answers, question)

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
        return self._lines(DummyHistory())

    @cached_property
    def _answers(self) -> PromptSession[str]:
        return self._keyed(erase_when_done=False)

    @cached_property
    def _markers(self) -> PromptSession[str]:
        return self._keyed(erase_when_done=True)

    def _more(self, marker: str) -> str:
        """The key that is pressed at a marker, which is gone afterwards."""
        return self._read(self._markers, marker)

    def _read(self, session: PromptSession[str], prompt: str, document: Document | None = None) -> str:
        def begin() -> None:
            asyncio.get_running_loop().set_exception_handler(tell_loop_error)
            self._screen.begin_prompt(session.app)

        try:
            # prompt_toolkit's own handler prints a traceback and waits for Enter.
            return session.prompt(prompt, default=document or "", pre_run=begin, set_exception_handler=False)
        finally:
            self._screen.end_prompt()

    def _lines(self, history: History) -> PromptSession[str]:
        session = self._session(
            key_bindings=self._keys.bindings, history=history, vi_mode=self._is_vi, bottom_toolbar=self._toolbar
        )
        session.app.after_render += lambda _app: self._shown()
        return session

    def _keyed(self, *, erase_when_done: bool) -> PromptSession[str]:
        keys = key_answering(self._pasted)
        return self._session(key_bindings=keys, history=DummyHistory(), erase_when_done=erase_when_done)

    @cached_property
    def _session(self) -> Callable[..., PromptSession[str]]:
        return partial(PromptSession, output=self._output, enable_suspend=True)


def _output(*, has_toolbar: bool) -> Output:
    output = create_output(sys.stdout)
    if isinstance(output, Vt100_Output):
        # Asking where the cursor is serves menus, which we do not have; a terminal that does not answer would be
        # warned about in the middle of a session, and a late answer ends up in the next program's input.
        output.enable_cpr = False
        if has_toolbar:
            # prompt_toolkit leaves a toolbar out where it does not know how many rows there are below the cursor. It is
            # told that there are the two that it needs: its own, and that of the line.
            output.get_rows_below_cursor_position = lambda: 2  # type: ignore[method-assign]
    return output
