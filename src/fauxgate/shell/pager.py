"""Shows long answers a screenful at a time (fortios-cli.md 4.3)."""

import contextlib
import shutil
from collections.abc import Callable, Sequence

from fauxgate.shell.keyboard import Interrupted
from fauxgate.shell.pasted import Pasted

MARKER = "--More-- "
# Besides the lines of a page, the screen shows the line that was typed, or the last one seen, and the marker.
OTHER_LINES = 2


class Pager:
    """Stops after each page; `ask` shows the marker until a key is pressed, and takes it away again.

    What was pasted is typed at the marker too, and is eaten there: a block with a `show` in it loses what follows.
    Inferred: Enter gives one more line, `q` and Ctrl-C end the answer, any other key does nothing, and the pages after
    the first have the same length.
    """

    def __init__(self, ask: Callable[[str], str], pasted: Pasted) -> None:
        self._ask = ask
        self._pasted = pasted

    def show(self, lines: Sequence[str]) -> None:
        """Print the lines, as many of them as the person wants to see."""
        page = max(shutil.get_terminal_size().lines - OTHER_LINES, 1)
        shown = page
        print(*lines[:page], sep="\n")
        while shown < len(lines):
            further = self._further(page)
            if not further:
                return
            print(*lines[shown : shown + further], sep="\n")
            shown += further

    def _further(self, page: int) -> int:
        """How many lines the next key asks for; 0 for no more."""
        with contextlib.suppress(Interrupted, EOFError):
            while (key := self._pasted.next_character() or self._ask(MARKER)) not in {"q", "Q"}:
                if key == " ":
                    return page
                if key in {"\r", "\n"}:
                    return 1
        return 0
