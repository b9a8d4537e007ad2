"""The shell on a terminal: prompt, history, Tab, `?` at once, and debug lines above the line being typed."""

import contextlib
import threading
from collections import deque
from collections.abc import Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.session import CONTINUATION
from fauxgate.device.appliance import Appliance
from fauxgate.language.words import is_open
from fauxgate.shell.keys import line_keys, one_key

# How long the worker sleeps at most between two looks at the jobs; a new job wakes it at once.
LONGEST_SLEEP = 60.0


class Shell:
    """One person at a terminal."""

    def __init__(self, appliance: Appliance, command_line: CommandLine) -> None:
        self._appliance = appliance
        self._command_line = command_line
        self._typed_ahead: deque[str] = deque()
        self._rest = ""
        self._session: PromptSession[str] = PromptSession(key_bindings=line_keys(command_line, self._paste))

    def run(self) -> None:
        """Prompt until the person logs out; what is due meanwhile happens in the background."""
        with patch_stdout(raw=True), self._background():
            while self._command_line.is_open:
                try:
                    self._turn()
                except KeyboardInterrupt:
                    print()
                    self._typed_ahead.clear()
                    self._command_line.interrupt()
                except EOFError:
                    self._command_line.log_out()

    def _turn(self) -> None:
        """Read one logical line, or the key that answers a question, and carry it out."""
        question = self._command_line.question
        if question is not None:
            self._command_line.answer(self._key(question))
        else:
            line = self._line()
            if not line.strip():
                return
            self._command_line.run(line)
        if self._command_line.question is None and self._command_line.is_open:
            print()

    def _line(self) -> str:
        text = self._physical_line(self._command_line.prompt)
        while is_open(text):
            text += "\n" + self._physical_line(CONTINUATION)
        return text

    def _physical_line(self, prompt: str) -> str:
        """The next line: one that was pasted with others, or one typed now."""
        if self._typed_ahead:
            line = self._typed_ahead.popleft()
            print(prompt + line)
            return line
        rest, self._rest = self._rest, ""
        return self._session.prompt(prompt, default=rest)

    def _paste(self, lines: list[str], rest: str) -> None:
        """Keep the further lines of a pasted block, and the unfinished one after them, for the next turns."""
        self._typed_ahead.extend(lines)
        self._rest = rest

    def _key(self, question: str) -> str:
        """One key, read at once and echoed; the next pasted line answers if there is one."""
        if self._typed_ahead:
            key = self._typed_ahead.popleft().strip()
            print(question + key)
            return key
        asking: PromptSession[str] = PromptSession(key_bindings=one_key())
        return asking.prompt(question)

    @contextlib.contextmanager
    def _background(self) -> Iterator[None]:
        """Run due jobs in a thread of their own, and get the grammar ready while the person reads the prompt."""
        ended = threading.Event()

        def work() -> None:
            self._command_line.warm_up()
            while not ended.is_set():
                self._appliance.jobs.run_due()
                self._appliance.jobs.wait(LONGEST_SLEEP)

        worker = threading.Thread(target=work, name="jobs", daemon=True)
        worker.start()
        try:
            yield
        finally:
            ended.set()
            self._appliance.jobs.wake()
            worker.join(timeout=1.0)
