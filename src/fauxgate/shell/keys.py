"""What the keys of the command line do (fortios-cli.md 4.1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from fauxgate.cli.command_line import CommandLine

if TYPE_CHECKING:
    from fauxgate.language.completion import Expectation

Paste = Callable[[list[str], str], None]


@dataclass(slots=True)
class _Cycle:
    """The completions that Tab is going through: `stem` is what was typed before them."""

    stem: str
    words: Sequence[str]
    position: int = 0

    @property
    def text(self) -> str:
        return self.stem + self.words[self.position]


def line_keys(command_line: CommandLine, paste: Paste) -> KeyBindings:
    """The keys of the command line; `paste` is given what a pasted block holds beyond its first line."""
    keys = KeyBindings()
    cycles: list[_Cycle] = []

    @keys.add("?")
    def _help(event: KeyPressEvent) -> None:
        _show_help(command_line, event)

    @keys.add("tab")
    def _complete(event: KeyPressEvent) -> None:
        _complete_word(command_line, event, cycles)

    @keys.add("c-v", "?")
    def _question_mark(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("?")

    @keys.add(Keys.BracketedPaste)
    def _pasted(event: KeyPressEvent) -> None:
        _take_paste(event.current_buffer, event.data, paste)

    return keys


def one_key() -> KeyBindings:
    """Any key at all answers, and is shown."""
    keys = KeyBindings()

    @keys.add(Keys.Any, eager=True)
    def _answer(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(event.data)
        event.current_buffer.validate_and_handle()

    return keys


def _show_help(command_line: CommandLine, event: KeyPressEvent) -> None:
    """List what may come next under the line as it stands, then restore it; a word that alone fits is filled in."""
    buffer = event.current_buffer
    before = buffer.document.text_before_cursor
    expectation = command_line.expect(before)
    lines = [command_line.prompt + before, *_told(expectation), ""]
    run_in_terminal(lambda: print("\n".join(lines)))
    words = _insertable(expectation)
    if expectation.prefix and len(words) == 1 and len(expectation.candidates) == 1:
        _replace(buffer, expectation, words[0] + " ")


def _complete_word(command_line: CommandLine, event: KeyPressEvent, cycles: list[_Cycle]) -> None:
    """Complete the word before the cursor with the next match; pressing again goes on to the one after."""
    buffer = event.current_buffer
    before = buffer.document.text_before_cursor
    if cycles and cycles[-1].text == before:
        cycle = cycles[-1]
        cycle.position = (cycle.position + 1) % len(cycle.words)
        buffer.delete_before_cursor(len(before))
        buffer.insert_text(cycle.text)
        return
    expectation = command_line.expect(before)
    if expectation.error is not None:
        lines = [command_line.prompt + before, *_told(expectation), ""]
        run_in_terminal(lambda: print("\n".join(lines)))
        return
    words = _insertable(expectation)
    if len(words) == 1:
        _replace(buffer, expectation, words[0] + " ")
    elif words:
        cycles[:] = [_Cycle(before[: expectation.start], words)]
        _replace(buffer, expectation, words[0])


def _told(expectation: "Expectation") -> list[str]:
    """The listing, or, where nothing fits, the one line without a return code (fortios-cli.md 3.1)."""
    if expectation.error is not None:
        return [line for line in expectation.error.message() if line]
    from fauxgate.language.completion import listing  # noqa: PLC0415 - the prompt does not wait for it

    return listing(expectation)


def _insertable(expectation: "Expectation") -> list[str]:
    return [candidate.text for candidate in expectation.candidates if not candidate.placeholder]


def _replace(buffer: Buffer, expectation: "Expectation", text: str) -> None:
    """Put `text` where the last word begins."""
    buffer.delete_before_cursor(buffer.cursor_position - expectation.start)
    buffer.insert_text(text)


def _take_paste(buffer: Buffer, pasted: str, paste: Paste) -> None:
    """Insert pasted text; every line end in it is an Enter, as on a serial line."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n")
    first, *further = text.split("\n")
    buffer.insert_text(first)
    if further:
        after = buffer.document.text_after_cursor
        buffer.delete(len(after))
        paste(further[:-1], further[-1] + after)
        buffer.validate_and_handle()
