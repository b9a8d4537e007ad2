"""The arguments of `fauxgate lab`."""

import argparse
from pathlib import Path

from fauxgate.app import lab_making, lab_taking

A_WEEK = 7 * 24 * 60
"""In minutes."""

_LAB = """Training: labs whose checks look at the state of the appliance. `fauxgate lab list` shows them,
`fauxgate lab start NAME` begins one or continues it; in the shell `:lab` tells where you are."""
_START = """Starts a lab, or continues it where it was left. NAME is a lab of `fauxgate lab list`, its number, or
the path of a folder. Every seed draws other names, numbers and faults."""
_VERIFY = """Plays every lab: nothing is true at its start, all of it after its solution, each check turns true just
once, with several seeds and each fault. With --mutants each line of the solution is removed and altered
in turn, and exactly the checks that it is for must fail."""


def add(labs: argparse.ArgumentParser) -> None:
    """Add the commands of labs."""
    labs.description = _LAB
    commands = labs.add_subparsers(metavar="COMMAND", required=True)
    listed = commands.add_parser("list", help="the labs, and how far you are")
    listed.set_defaults(run=lab_taking.list_labs)
    shown = commands.add_parser("show", help="the outline of a lab")
    shown.add_argument("name", metavar="NAME", help="a lab of `fauxgate lab list`, or a folder")
    shown.set_defaults(run=lab_taking.show)
    started = commands.add_parser("start", help="begin a lab, or continue it", description=_START)
    started.add_argument("name", metavar="NAME", help="a lab of `fauxgate lab list`, or a folder")
    started.add_argument(
        "--seed", type=_number, metavar="N", help="draw names, numbers and faults from this number (default: any)"
    )
    started.add_argument(
        "--student", default="", metavar="NAME", help="whose results they are; draws from the name if there is no seed"
    )
    started.add_argument("--exam", type=_minutes, metavar="MINUTES", help="without help, graded when the time is over")
    started.add_argument("--again", action="store_true", help="begin anew, and forget where it was left")
    started.add_argument("--editing", choices=("emacs", "vi"), default="emacs", help="the keys that edit a line")
    started.set_defaults(run=lab_taking.start)
    made = commands.add_parser("new", help="make the folder of a lab of your own")
    made.add_argument("folder", metavar="DIR", type=Path, help="the folder to make")
    made.set_defaults(run=lab_making.new)
    verified = commands.add_parser("verify", help="play labs, and say what is wrong with them", description=_VERIFY)
    verified.add_argument("folders", metavar="DIR", nargs="*", help="folders of labs (default: all of the program's)")
    verified.add_argument("--seeds", type=_number, default=2, metavar="N", help="with how many seeds (default: 2)")
    verified.add_argument("--mutants", action="store_true", help="remove and alter each line of the solution as well")
    verified.set_defaults(run=lab_making.verify)
    for command in (listed, shown, started, verified):
        command.add_argument("--labs", type=Path, metavar="DIR", help="a directory with labs of your own")
    for command in (listed, started):
        command.add_argument("--results", type=Path, metavar="DIR", help="where results and what you entered are kept")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > 0):
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 1")
    return int(text)


def _minutes(text: str) -> int:
    if _number(text) > A_WEEK:
        raise argparse.ArgumentTypeError(f"'{text}' minutes are more than a week")
    return int(text)
