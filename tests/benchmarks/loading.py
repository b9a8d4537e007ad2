"""Loads one generated configuration as a replay does, in a process of its own: processor seconds, and peak in MiB.

Run it: `python tests/benchmarks/loading.py 100000 realistic`. tests/benchmarks/parsing.py runs it and tells of it.
"""

import re
import sys
import time
from datetime import UTC, datetime
from os import urandom
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator import pieces

from fauxgate.cli.console import Console
from fauxgate.cli.loading import Loading
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance, Outside
from fauxgate.device.clock import ManualClock
from fauxgate.schema.tables import catalogue

if TYPE_CHECKING:
    from fauxgate.cli.controls import Controls
    from fauxgate.scep.transport import Transport

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)


def console() -> Console:
    """A console of a new appliance."""
    appliance = Appliance(catalogue((7, 4, 11)), Outside(ManualClock(NOW), urandom, cast("Transport", None)))
    return Console(appliance, appliance.editor(), Switches(), cast("Controls", None))


def peak() -> float:
    """The peak of this process in MiB; that of `getrusage` is the peak of whoever started it too, if that was more."""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


def main(lines: int, family: str) -> None:
    # What is imported and built once is no matter of the size.
    for _ in Loading(console()).errors("".join(pieces(500, family=family))):
        pass
    text, loaded = "".join(pieces(lines, family=family)), console()
    begin = time.process_time()
    refused = sum(1 for _ in Loading(loaded).errors(text))
    seconds = time.process_time() - begin
    if refused:
        sys.exit(f"{refused} of the generated lines are refused")
    print(seconds, peak())


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
