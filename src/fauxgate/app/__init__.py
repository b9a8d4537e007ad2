"""The launcher: arguments become clock, network, authority, appliance and a way in. The only package that chooses."""

import os
import sys
from collections.abc import Sequence

from fauxgate.app.options import arguments_for, parser
from fauxgate.app.trouble import tell_internal_errors_in_one_line

REFUSED, INTERRUPTED = 1, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; gives the exit code: 0 done, 1 something was refused or failed, 2 usage, 130 interrupted."""
    tell_internal_errors_in_one_line()
    options = parser().parse_args(arguments_for(sys.argv[1:] if arguments is None else arguments))
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter must not try to flush it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    return code
