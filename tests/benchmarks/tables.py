"""`set`, `?` and Tab in a table of 10,000 entries, reported against the same in a table of 10.

Run it: `python tests/benchmarks/tables.py`. Each figure is the median over repetitions, lines read and carried out as a
person's are. Aim: within 2x, and under 10 ms. A `?` that lists every entry takes as long as its lines are many; it is
reported besides, without an aim.
"""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from os import urandom
from typing import TYPE_CHECKING, cast

from fauxgate.cli.command_line import CommandLine
from fauxgate.cli.console import Console
from fauxgate.debug.switches import Switches
from fauxgate.device.appliance import Appliance, Outside
from fauxgate.device.clock import ManualClock
from fauxgate.schema.tables import catalogue

if TYPE_CHECKING:
    from fauxgate.cli.controls import Controls
    from fauxgate.scep.transport import Transport

ROUNDS = 60
FEW, MANY = 10, 10_000
ADDRESS = ("firewall", "address")
NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)


def entered(count: int) -> CommandLine:
    """A person in the table of addresses, which has `count` entries besides the factory's."""
    outside = Outside(ManualClock(NOW), urandom, cast("Transport", None))
    appliance = Appliance(catalogue((7, 4, 11)), outside)
    for number in range(count):
        appliance.configuration.write(ADDRESS, f"host{number:05}", {"subnet": "10.0.0.1 255.255.255.255"})
    console = Console(appliance, appliance.editor(), Switches(), cast("Controls", None))
    command_line = CommandLine(lambda: console, lambda _line: None)
    command_line.run("config firewall address")
    return command_line


def in_entry(command_line: CommandLine) -> Callable[[], object]:
    """`edit`, one `set` and `next`."""

    def step() -> None:
        command_line.run("edit host00003")
        command_line.run("set comment x")
        command_line.run("next")

    return step


def reference(command_line: CommandLine) -> Callable[[], object]:
    """One `set` that names an address."""
    command_line.run("end")
    command_line.run("config firewall addrgrp")
    command_line.run("edit g")
    return lambda: command_line.run("set member host00003")


MEASURED: dict[str, Callable[[CommandLine], Callable[[], object]]] = {
    "edit, set, next": in_entry,
    "set with a reference": reference,
    "? for one entry": lambda command_line: lambda: command_line.help("edit host00003"),
    "Tab for one entry": lambda command_line: lambda: command_line.complete("edit host00003"),
    "? in an entry": lambda command_line: (command_line.run("edit host00003"), lambda: command_line.help("set "))[1],
    "delete and make again": lambda command_line: (
        lambda: [command_line.run(line) for line in ("delete host00005", "edit host00005", "next")]
    ),
    "? for all entries": lambda command_line: lambda: command_line.help("edit "),
}
WITHOUT_AIM = {"? for all entries"}


def milliseconds(step: Callable[[], object]) -> float:
    """The median of the time that a step takes, after one that does not count."""
    step()
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        step()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    print(f"{'':<24}{FEW:>9} {MANY:>9}   ratio")
    for name, prepare in MEASURED.items():
        few, many = (milliseconds(prepare(entered(count))) for count in (FEW, MANY))
        aim = "" if name in WITHOUT_AIM else "  (aim: 2.00 or less, under 10 ms)"
        print(f"{name:<24}{few:>6.2f} ms {many:>6.2f} ms   {many / few:.2f}{aim}")
