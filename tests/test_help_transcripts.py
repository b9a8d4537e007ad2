"""What `?` prints, exactly, in fixtures/transcripts/help/.

A line that ends in `?` is one where that key was pressed: below it stands what it prints, and then the prompt again
with the line restored, or with the word filled in that alone fits. The line is taken back before the next one is typed.
The key itself is not echoed by an appliance; it stands here so that a reader sees where it was pressed.
`pytest --update-transcripts` writes what the program prints now.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TRANSCRIPTS, with_forms
from rig import Rig, rig

FILES = sorted((TRANSCRIPTS / "help").glob("*.txt"))
_TYPED = re.compile(r"(?:\S+(?: \([^)]*\))? # |Do you want to continue\? \(y/n\))(.*)")


def typed(session: str) -> Iterator[str]:
    """The lines that were typed, without those that `?` restored."""
    is_restored = False
    for line in session.split("\n"):
        found = _TYPED.match(line)
        if found and not is_restored:
            yield found[1]
        if found:
            is_restored = not is_restored and found[1].endswith("?")


def asked(bench: Rig, line: str) -> Iterator[str]:
    """What the screen shows when `?` is pressed at the end of a line."""
    completion = bench.command_line.complete(line)
    yield f"{bench.command_line.prompt}{line}?"
    yield from bench.command_line.help(line)
    filled = f"{line[: completion.start]}{completion.only} " if completion.only else line
    yield f"{bench.command_line.prompt}{filled}"


def carried_out(bench: Rig, line: str) -> Iterator[str]:
    """What the screen shows when a line is entered, or a question answered."""
    question = bench.command_line.question
    start = len(bench.printed)
    if question is None:
        yield f"{bench.command_line.prompt}{line}"
        bench.command_line.run(line)
    else:
        yield f"{question}{line}"
        bench.command_line.answer(line)
    yield from bench.printed[start:]


def shown(bench: Rig, session: str) -> Iterator[str]:
    for line in typed(session):
        is_help = line.endswith("?") and bench.command_line.question is None
        yield from asked(bench, line[:-1]) if is_help else carried_out(bench, line)
        if bench.command_line.question is None:
            yield ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_help_is_as_recorded(path: Path, request: pytest.FixtureRequest) -> None:
    head, _, recorded = path.read_text("utf-8").partition("\n\n")

    printed = with_forms("\n".join(shown(rig(), recorded)) + "\n", numbered=True)

    if request.config.getoption("--update-transcripts"):
        path.write_text(f"{head}\n\n{printed}", "utf-8")
    assert printed == recorded


def test_every_one_says_what_it_proves() -> None:
    silent = [path.name for path in FILES if not path.read_text("utf-8").startswith("# proves: fortios-cli.md ")]

    assert FILES
    assert silent == []
