"""What was refused in a restored configuration, as `diagnose debug config-error-log read` prints it."""

from collections.abc import Sequence

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.config_errors import ConfigError
from fauxgate.language import statements

MAY_CONTAIN_ERRORS = (
    "The config file may contain errors. ",
    "Please see details by the command 'diagnose debug config-error-log read'.",
)


def logged(error: ConfigError) -> Sequence[str]:
    """One line, or more where a word has line ends in it (fortios-cli.md 7.4)."""
    words = " ".join(f'"{word}"' for word in error.words)
    kind = "command parse error" if error.is_parse_error else "failed command"
    return f">>>  {words} @ {'.'.join(error.place)}:{kind} (error {error.code})".split("\n")


@handles(statements.ConfigErrorLogRead)
def config_error_log_read(console: Console, _statement: statements.ConfigErrorLogRead) -> Answer:
    """Print it."""
    for error in console.appliance.config_errors:
        yield from logged(error)


@handles(statements.ConfigErrorLogClear)
def config_error_log_clear(console: Console, _statement: statements.ConfigErrorLogClear) -> Answer:
    """Forget it."""
    console.appliance.config_errors = ()
    yield from ()
