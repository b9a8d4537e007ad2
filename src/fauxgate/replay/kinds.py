"""What a file is: a configuration to be loaded, a script to be typed, or what a terminal showed of a session."""

from enum import Enum

from fauxgate.cli.text import first_words
from fauxgate.device.file_header import file_header
from fauxgate.replay.terminal_log import is_terminal_log

# The verbs of a saved configuration. Whatever else stands in a file, somebody has typed it or wants it typed.
CONFIGURATION_VERBS = frozenset(
    ["config", "edit", "set", "unset", "append", "next", "end", "delete", "purge", "rename", "move"]
)


class Kind(Enum):
    """The kinds, by the names that `--as` knows them by."""

    CONFIGURATION = "configuration"
    SCRIPT = "script"
    LOG = "log"


def kind_of(text: str) -> Kind:
    """What a text is taken for where nobody says it."""
    if file_header(text).is_there:
        return Kind.CONFIGURATION
    if is_terminal_log(text):
        return Kind.LOG
    verbs = first_words(text)
    return Kind.CONFIGURATION if all(verb in CONFIGURATION_VERBS for verb in verbs) else Kind.SCRIPT
