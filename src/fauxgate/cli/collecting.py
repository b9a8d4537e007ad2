"""What one session keeps between its commands: the lines of a batch, and which logs it looks at."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Batch:
    """The lines of a batch, and the return code and text of each line of the last one that was carried out."""

    is_collecting: bool = False
    lines: list[str] = field(default_factory=list)
    log: list[tuple[int, str]] = field(default_factory=list)

    def start(self) -> None:
        """Collect anew."""
        self.is_collecting, self.lines = True, []

    def stop(self) -> list[str]:
        """Stop collecting; gives what there is."""
        self.is_collecting = False
        collected, self.lines = self.lines, []
        return collected


@dataclass(slots=True)
class LogFilter:
    """Which logs `execute log display` shows. Inferred: what a session begins with."""

    category: str = "traffic"
    device: str = "memory"
    start_line: int = 1
    view_lines: int = 10
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
