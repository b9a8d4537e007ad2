"""The terminal as everything that prints sees it: what comes while a line is being typed appears above that line."""

import asyncio
import contextlib
import io
import sys
import threading
from collections.abc import Iterator
from typing import Any, TextIO, cast

from prompt_toolkit.application import Application


class Screen(io.TextIOBase):
    """Stands in for standard output. Any thread may write to it; only whole lines reach the terminal.

    prompt_toolkit's own stand-in writes from a thread of its own, so that an answer may come after the next prompt.
    This one writes at once: between prompts in the thread that prints, at a prompt in the one that draws the line.
    """

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self._terminal = terminal
        self._lock = threading.RLock()
        self._unfinished = threading.local()
        self._waiting: list[str] = []
        # What its application returns is no business of the screen.
        self._prompt: Application[Any] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._drawing_thread = 0

    def write(self, text: str) -> int:
        """Show the lines that `text` completes; the rest waits for its line end, or for `flush`."""
        lines, end, rest = (getattr(self._unfinished, "text", "") + text).rpartition("\n")
        self._unfinished.text = rest
        if end:
            self._show(lines + end)
        return len(text)

    def flush(self) -> None:
        """Show what this thread wrote without a line end, too."""
        rest, self._unfinished.text = getattr(self._unfinished, "text", ""), ""
        if rest:
            self._show(rest)

    @contextlib.contextmanager
    def standing_in(self) -> Iterator[None]:
        """Be standard output, and standard error where that is the terminal too."""
        with contextlib.ExitStack() as stack:
            # The two agree on what `print` needs, which is not all that a TextIO has.
            stack.enter_context(contextlib.redirect_stdout(cast("TextIO", self)))
            if sys.stderr.isatty():
                stack.enter_context(contextlib.redirect_stderr(cast("TextIO", self)))
            yield

    def begin_prompt(self, prompt: Application[Any]) -> None:
        """From now on `prompt` draws the line being typed; called in its event loop."""
        with self._lock:
            self._prompt = prompt
            self._loop = asyncio.get_running_loop()
            self._drawing_thread = threading.get_ident()

    def end_prompt(self) -> None:
        """The line is finished; shows what still waits."""
        with self._lock:
            self._prompt = self._loop = None
            self._put_waiting()

    def _show(self, text: str) -> None:
        with self._lock:
            self._waiting.append(text)
            if self._loop is None:
                self._put_waiting()
            elif self._drawing_thread == threading.get_ident():
                self._put_above()
            else:
                # A loop that has just closed takes nothing any more; `end_prompt` then shows what waits.
                with contextlib.suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(self._put_above)

    def _put_above(self) -> None:
        """Take the line being typed away, write, and have it drawn again below."""
        with self._lock:
            if self._prompt is None or not self._waiting:
                return
            self._prompt.renderer.erase()
            self._put_waiting()
            self._prompt.renderer.reset()
            self._prompt.invalidate()

    def _put_waiting(self) -> None:
        text, self._waiting = "".join(self._waiting), []
        encoding = self._terminal.encoding
        # A terminal that cannot show a character shows a question mark.
        self._terminal.write(text.encode(encoding, "replace").decode(encoding))
        self._terminal.flush()
