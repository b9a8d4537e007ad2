"""Shows long answers a screenful at a time (fortios-cli.md 4.3)."""

import contextlib
import math
from collections.abc import Callable, Sequence

from prompt_toolkit.utils import get_cwidth

from fauxgate.shell.keyboard import Interrupted
from fauxgate.shell.pasted import Pasted
from fauxgate.shell.terminal import screen_size

MARKER = "--More-- "
# Besides the lines of a page, the screen shows the line that was typed, or the last one seen, and the marker.
OTHER_LINES = 2
# A line editor that is asked for a key gives an empty line for Enter.
ENTER = frozenset({"", "\r", "\n"})


class Pager:
    """Stops after each page; `ask` shows the marker until a key is pressed, and takes it away again.

    What was pasted is typed at the marker too, and is eaten there: a block with a `show` in it loses what follows.
    Inferred: Enter gives one more line, `q` and Ctrl-C end the answer, any other key does nothing, the pages after the
    first have the same length, and a line that is wider than the screen counts for the rows it takes.
    """

    def __init__(self, ask: Callable[[str], str], pasted: Pasted) -> None:
        self._ask = ask
        self._pasted = pasted

    def show(self, lines: Sequence[str]) -> None:
        """Print the lines, as many of them as the person wants to see."""
        shown = _page(lines)
        print(*lines[:shown], sep="\n")
        while shown < len(lines):
            further = self._further(lines[shown:])
            if not further:
                return
            print(*lines[shown : shown + further], sep="\n")
            shown += further

    def _further(self, rest: Sequence[str]) -> int:
        """How many lines of the rest the next key asks for; 0 for no more."""
        with contextlib.suppress(Interrupted, EOFError):
            while (key := self._pasted.next_character() or self._ask(MARKER)) not in {"q", "Q"}:
                if key == " ":
                    return _page(rest)
                if key in ENTER:
                    return 1
        return 0


def _page(lines: Sequence[str]) -> int:
    """How many of the lines fit on the screen, but at least one."""
    size = screen_size()
    rows_left = size.lines - OTHER_LINES
    for number, line in enumerate(lines):
        rows_left -= max(math.ceil(get_cwidth(line) / size.columns), 1)
        if rows_left < 0:
            return max(number, 1)
    return len(lines)
