"""Takes lines in, finds what they mean, and writes the answers: what every door owns one of."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from fauxgate.cli.completion import Completion
from fauxgate.errors import UserError

if TYPE_CHECKING:
    from fauxgate.cli.console import Answer, Console, Question
    from fauxgate.cli.interpreter import Interpreter

CONSOLE = ("system", "console")
# How much of a long host name the prompt shows, and how much of that is its end. Inferred: both; fortios-cli.md 1.2 has
# one such prompt, and 24 is how many letters most models show of a name.
HOST_LIMIT, HOST_END = 24, 3


class CommandLine:
    """One person's command line. `write` is given every line of output, without its line end.

    `console` is called when something is first asked of the appliance; a `first_prompt` that is given is shown before.

    A door with a screen sets `page`: it is given the lines of a long answer to show a screenful at a time, outside of
    the appliance's lock.
    """

    def __init__(
        self, console: Callable[[], "Console"], write: Callable[[str], None], *, first_prompt: str | None = None
    ) -> None:
        self._make_console = console
        self._first_prompt = first_prompt
        self._write = write
        self.page: Callable[[Sequence[str]], None] | None = None
        self._waiting: Answer | None = None
        self._question: Question | None = None
        self._line = ""

    @property
    def is_open(self) -> bool:
        """False after the person has logged out."""
        return self._first_prompt is not None or self._console.is_open

    @property
    def prompt(self) -> str:
        """`HOST # ` at the top, `HOST (context) # ` below it (fortios-cli.md 1.2)."""
        if self._first_prompt is not None:
            return self._first_prompt
        place = self._console.editor.prompt
        host = _shortened(self._console.appliance.hostname)
        return f"{host} # " if place is None else f"{host} ({place}) # "

    @property
    def is_at_top(self) -> bool:
        """Whether the person is in no table or object."""
        return self._console.editor.prompt is None

    @property
    def question(self) -> str | None:
        """The text of the question that waits for a key, if one does."""
        return self._question.text if self._question else None

    def run(self, line: str) -> UserError | None:
        """Carry out one line and write its answer. What was refused is written too, and returned for the summary."""
        lines: list[str] = []
        try:
            with self._console.appliance.lock, self._step(line):
                reply = self._interpreter.reply(line)
                if reply is not None:
                    # What comes in pages is collected, because the lock cannot wait for a key.
                    is_collected = self.page is not None and reply.is_paged
                    self._go_on(reply.answer, None, lines.append if is_collected else self._write)
        except UserError as error:
            self.write(lines)
            self._refuse(error)
            return self._settle() or error
        self.write(lines)
        return self._settle()

    def write(self, lines: Sequence[str]) -> None:
        """Write lines, a screenful at a time where the door has a screen and `system console` says so."""
        if self.page and lines and self._is_paging:
            self.page(lines)
        else:
            for line in lines:
                self._write(line)

    def answer(self, key: str) -> UserError | None:
        """Answer the waiting question with `key`; only `y` and `Y` mean yes."""
        waiting, self._waiting, self._question = self._waiting, None, None
        if waiting is None:
            return None
        try:
            with self._console.appliance.lock, self._step(self._line):
                self._go_on(waiting, key in {"y", "Y"}, self._write)
        except UserError as error:
            self._refuse(error)
            return self._settle() or error
        return self._settle()

    def interrupt(self) -> None:
        """Ctrl-C: leave the configuration, unsaved work lost; at the top, log out (fortios-cli.md 1.4)."""
        self._waiting = self._question = None
        if self.is_at_top:
            self._console.is_open = False
        else:
            self._console.editor.reset()

    def log_out(self) -> None:
        """Ctrl-D on an empty line: log out wherever one is."""
        self._console.editor.reset()
        self._console.is_open = False

    def complete(self, line: str) -> Completion:
        """What may take the place of the last word of the unfinished `line`."""
        with self._console.appliance.lock:
            return self._interpreter.complete(line)

    def help(self, line: str) -> list[str]:
        """What `?` prints after the unfinished `line`; where nothing fits, the one line that says so."""
        with self._console.appliance.lock:
            return self._interpreter.help(line)

    def enable_domains(self) -> None:
        """Let the unit have virtual domains, as the header of a backup that is about to be typed says; at the top."""
        with self._console.appliance.lock:
            if self.is_at_top:
                self._console.appliance.configuration.enable_domains()

    def warm_up(self) -> None:
        """Load now what the first line would have to wait for."""
        self._interpreter.warm_up()

    def begin_anew(self) -> None:
        """Ask for another console with the next line; whatever waits for an answer is forgotten."""
        self._waiting = self._question = None
        self.__dict__.pop("_console", None)
        self.__dict__.pop("_interpreter", None)

    @cached_property
    def _console(self) -> "Console":
        console = self._make_console()
        self._first_prompt = None
        return console

    @cached_property
    def _interpreter(self) -> "Interpreter":
        from fauxgate.cli.interpreter import Interpreter  # noqa: PLC0415 - the prompt does not wait for it

        return Interpreter(self._console)

    @property
    def _is_paging(self) -> bool:
        # Inferred: a setting that is not saved yet changes nothing.
        return self._console.appliance.configuration.value(CONSOLE, "", "output") == "more"

    def _go_on(self, answer: "Answer", reply: bool | None, write: Callable[[str], None]) -> None:
        """Write what the handler yields until it ends or asks."""
        from fauxgate.cli.console import Question  # noqa: PLC0415 - it has been loaded by now

        try:
            item = next(answer) if reply is None else answer.send(reply)
            while not isinstance(item, Question):
                write(item)
                item = next(answer)
        except StopIteration:
            return
        self._waiting, self._question = answer, item

    @contextmanager
    def _step(self, line: str) -> Iterator[None]:
        """Remember what a line changes, to be undone; a line that was refused may have changed something too."""
        console, self._line = self._console, line
        before = console.steps.begin(console.appliance, console.editor)
        try:
            yield
        finally:
            console.steps.end(line, before, console.appliance, console.editor)

    def _settle(self) -> UserError | None:
        """Have on the disk what was done, where there is one for it."""
        try:
            self._console.appliance.settle()
        except UserError as error:
            return self._refuse(error)
        return None

    def _refuse(self, error: UserError) -> UserError:
        for line in error.lines():
            self._write(line)
        return error


def _shortened(host: str) -> str:
    """A host name as the prompt shows it: of a long one the middle is missing, `forti-fw~-01` (fortios-cli.md 1.2)."""
    if len(host) <= HOST_LIMIT:
        return host
    return f"{host[: HOST_LIMIT - HOST_END - 1]}~{host[-HOST_END:]}"
