"""What the shell asks of a keyboard, whatever kind of terminal it belongs to."""

from collections.abc import Sequence
from typing import Protocol


class Interrupted(Exception):
    """Ctrl-C while the shell was reading; `is_half_typed` says whether that threw away something typed."""

    def __init__(self, *, is_half_typed: bool) -> None:
        super().__init__()
        self.is_half_typed = is_half_typed


class HelpWanted(Exception):
    """`?`, or Tab where nothing fits: the line stays as it is with `help` under it, and goes on below."""

    def __init__(self, help_: Sequence[str], text: str, cursor: int) -> None:
        super().__init__()
        self.help = help_
        self.text = text
        self.cursor = cursor


class Keyboard(Protocol):
    """Reads what a person types. Raises `Interrupted` at Ctrl-C, `EOFError` at Ctrl-D on an empty line."""

    def line(self, prompt: str, *, earlier: str, begun: str) -> str:
        """One physical line, without its end.

        `earlier` holds the physical lines before it, each with its end, when it goes on with an open quote; `begun`
        is what already stands in it.
        """

    def key(self, question: str) -> str:
        """The one key that answers `question`."""

    def remember(self, line: str) -> None:
        """Put a line that was not typed here, but pasted with others, into the history."""
