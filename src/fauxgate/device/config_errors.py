"""What was refused while a configuration was restored (fortios-cli.md 7.4)."""

from dataclasses import dataclass

PARSE_ERROR = -61


@dataclass(frozen=True, slots=True)
class ConfigError:
    """A line that was refused, with all that was passed over because of it.

    `place` begins with `global` or the virtual domain; `code` is the return code. `line` is the first physical line and
    `column` that of the word at fault, both from 1, and 0 where what is wrong shows only at the end: a name that names
    nothing. `reason` is what the appliance would have answered, `lines` how many physical lines are refused with it.
    """

    words: tuple[str, ...]
    place: tuple[str, ...]
    code: int
    line: int = 0
    column: int = 0
    text: str = ""
    reason: tuple[str, ...] = ()
    lines: int = 1

    @property
    def is_parse_error(self) -> bool:
        """Whether the line was not understood, rather than not accepted."""
        return self.code == PARSE_ERROR

    @property
    def is_dangling(self) -> bool:
        """Whether it is a name in an accepted line that names nothing."""
        return not self.line
