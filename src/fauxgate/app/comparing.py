"""`fauxgate diff A B`: the statements that turn one configuration into the other."""

import argparse
import sys

from fauxgate.app.assembly import assemble
from fauxgate.app.file_names import STANDARD_INPUT, Unreadable, firmware, read
from fauxgate.app.streams import let_any_byte_out

SAME, DIFFERENT, USAGE = 0, 1, 2


def diff(options: argparse.Namespace) -> int:
    """Print what leads from A to B; gives the exit code that `diff` has."""
    from fauxgate.cli.comparing import compared  # noqa: PLC0415 - one way of several

    names = (options.before, options.after)
    if names == (STANDARD_INPUT, STANDARD_INPUT):
        print("fauxgate: standard input can be read once only", file=sys.stderr)
        return USAGE
    try:
        before, after = (read(name).text for name in names)
    except Unreadable as error:
        print(f"fauxgate: {error}", file=sys.stderr)
        return USAGE
    options.firmware = firmware(before, options.firmware)
    options.keeps_state = False
    with assemble(options, print) as built:
        found = compared(built.console, before, after)
    let_any_byte_out()
    for name, refused in zip(names, (found.refused_before, found.refused_after), strict=True):
        if refused:
            print(f"fauxgate: {name}: {refused} lines were refused, and are not compared", file=sys.stderr)
    if found.left:
        print(f"fauxgate: no statement makes all of this what it is there: {', '.join(found.left)}", file=sys.stderr)
    for line in found.lines:
        print(line)
    return DIFFERENT if found.lines or found.left else SAME
