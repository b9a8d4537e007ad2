"""What was refused while a configuration was restored (fortios-cli.md 7.4)."""

from dataclasses import dataclass

PARSE_ERROR = -61


@dataclass(frozen=True, slots=True)
class ConfigError:
    """A line that was refused.

    `place` begins with `global` or the virtual domain; `code` is the return code.
    """

    words: tuple[str, ...]
    place: tuple[str, ...]
    code: int

    @property
    def is_parse_error(self) -> bool:
        """Whether the line was not understood, rather than not accepted."""
        return self.code == PARSE_ERROR
