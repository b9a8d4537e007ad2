"""What the keys of the command line do (fortios-cli.md 4.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import is_searching
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.keys import Keys

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.completion import Completion
from fauxgate.shell.internal_errors import InternalErrorsTold
from fauxgate.shell.keyboard import HelpWanted, Interrupted
from fauxgate.shell.pasted import Pasted, with_one_line_end


@dataclass(slots=True)
class _Cycle:
    """The completions that Tab is going through: `stem` is what was typed before them."""

    stem: str
    words: Sequence[str]
    position: int = 0

    @property
    def text(self) -> str:
        return self.stem + self.words[self.position]

    def go_on(self) -> None:
        self.position = (self.position + 1) % len(self.words)


class LineKeys:
    """The keys while a line is typed; what is pasted beyond the end of that line goes to `pasted`."""

    def __init__(self, command_line: CommandLine, pasted: Pasted) -> None:
        self._command_line = command_line
        self._pasted = pasted
        self._earlier = ""
        self._cycle: _Cycle | None = None
        self.bindings = KeyBindings()
        add = self.bindings.add
        # While the history is searched, these belong to the search.
        add("?", filter=~is_searching)(self._help)
        add("tab", filter=~is_searching)(self._complete)
        add("c-c", filter=~is_searching)(_interrupt)
        add("c-v", "?")(_question_mark)
        add("<sigint>")(_interrupt)
        add(Keys.BracketedPaste)(self._paste)
        add("c-b")(get_by_name("backward-word"))
        add("c-f")(get_by_name("forward-word"))

    def begin(self, earlier: str) -> None:
        """A line begins; `earlier` are the physical lines that it goes on with."""
        self._earlier = earlier
        self._cycle = None

    def _help(self, event: KeyPressEvent) -> None:
        """List what may come next under the line as it stands; a word that alone fits is filled in."""
        buffer = event.current_buffer
        with InternalErrorsTold():
            before = self._before_cursor(buffer)
            completion, lines = self._command_line.complete(before), self._command_line.help(before)
            # What is typed stays in the line that is left behind; the word is filled in below.
            typed = buffer.document
            if completion.only:
                self._fill_in(buffer, completion, completion.only)
            wanted = HelpWanted(lines, buffer.text, buffer.cursor_position)
            buffer.document = typed
            event.app.exit(exception=wanted)

    def _complete(self, event: KeyPressEvent) -> None:
        """Complete the word before the cursor with the next match; pressing again goes on to the one after."""
        buffer = event.current_buffer
        if self._cycle and self._cycle.text == buffer.document.text_before_cursor:
            self._cycle.go_on()
            buffer.delete_before_cursor(buffer.cursor_position)
            buffer.insert_text(self._cycle.text)
            return
        with InternalErrorsTold():
            self._complete_first(event, buffer)

    def _complete_first(self, event: KeyPressEvent, buffer: Buffer) -> None:
        completion = self._command_line.complete(self._before_cursor(buffer))
        words = completion.words
        if not completion.fits:
            lines = self._command_line.help(self._before_cursor(buffer))
            event.app.exit(exception=HelpWanted(lines, buffer.text, buffer.cursor_position))
        elif len(words) == 1:
            self._fill_in(buffer, completion, words[0])
        elif words and self._begins_here(completion):
            stem = buffer.document.text_before_cursor[: completion.start - len(self._earlier)]
            self._cycle = _Cycle(stem, words)
            buffer.delete_before_cursor(buffer.cursor_position)
            buffer.insert_text(self._cycle.text)

    def _before_cursor(self, buffer: Buffer) -> str:
        return self._earlier + buffer.document.text_before_cursor

    def _fill_in(self, buffer: Buffer, completion: Completion, word: str) -> None:
        """Put `word` where the word before the cursor begins, ready for the next one."""
        if self._begins_here(completion):
            buffer.delete_before_cursor(buffer.cursor_position - completion.start + len(self._earlier))
            buffer.insert_text(word if buffer.document.current_char == " " else word + " ")

    def _begins_here(self, completion: Completion) -> bool:
        """Whether the word before the cursor begins in this physical line, not in an earlier one."""
        return completion.start >= len(self._earlier)

    def _paste(self, event: KeyPressEvent) -> None:
        """Insert pasted text; the first line end in it is an Enter, and what follows waits for its turn."""
        buffer = event.current_buffer
        first, end, further = with_one_line_end(event.data).partition("\n")
        buffer.insert_text(first)
        if end:
            after = buffer.document.text_after_cursor
            buffer.delete(len(after))
            self._pasted.add(further + after)
            buffer.validate_and_handle()


def key_answering(pasted: Pasted) -> KeyBindings:
    """Any character answers, and is shown; what was pasted with it goes to `pasted`."""
    keys = KeyBindings()

    @keys.add(Keys.Any)
    def _answer(event: KeyPressEvent) -> None:
        _take(event, event.data)

    @keys.add(Keys.BracketedPaste)
    def _paste(event: KeyPressEvent) -> None:
        text = with_one_line_end(event.data)
        pasted.add(text[1:].removeprefix("\n"))
        _take(event, text[:1].strip())

    keys.add("c-c")(_interrupt)
    keys.add("<sigint>")(_interrupt)
    return keys


def _take(event: KeyPressEvent, key: str) -> None:
    event.current_buffer.insert_text(key)
    event.current_buffer.validate_and_handle()


def _question_mark(event: KeyPressEvent) -> None:
    event.current_buffer.insert_text("?")


def _interrupt(event: KeyPressEvent) -> None:
    is_half_typed = bool(event.current_buffer.text)
    event.app.exit(exception=Interrupted(is_half_typed=is_half_typed), style="class:aborting")
