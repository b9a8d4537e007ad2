"""What was pasted and not read yet: a pasted block is carried out line by line, as on a serial line."""

from collections import deque


class Pasted:
    """The lines of a pasted block that wait for their turn, and the unfinished one after them."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque()
        self._unfinished = ""

    def add(self, text: str) -> None:
        r"""Take in a pasted text; a line ends in `\n`, `\r\n` or `\r`, and what comes after the last is unfinished."""
        *lines, self._unfinished = (self._unfinished + with_one_line_end(text)).split("\n")
        self._lines.extend(lines)

    def next_line(self) -> str | None:
        """The next finished line, if there is one."""
        return self._lines.popleft() if self._lines else None

    def unfinished(self) -> str:
        """What stood after the last line end, handed out once."""
        text, self._unfinished = self._unfinished, ""
        return text

    def next_key(self) -> str | None:
        """The answer to a question: a whole line, as in a script, or the first character of the unfinished one."""
        line = self.next_line()
        if line is not None:
            return line.strip()
        text = self.unfinished()
        self._unfinished = text[1:]
        return text[:1] or None

    def next_character(self) -> str | None:
        """The next character, whatever it is, if there is one."""
        if self._lines:
            line = self._lines[0]
            if not line:
                self._lines.popleft()
                return "\n"
            self._lines[0] = line[1:]
            return line[0]
        text = self.unfinished()
        self._unfinished = text[1:]
        return text[:1] or None

    def forget(self) -> None:
        """Drop everything that still waits."""
        self._lines.clear()
        self._unfinished = ""


def with_one_line_end(text: str) -> str:
    r"""The text with every line end as `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
