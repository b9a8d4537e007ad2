"""The acceptance tests: what is typed and what appears, exactly, in fixtures/transcripts/.

The head of a file gives the options of `fauxgate replay` and what the transcript proves. What is typed is read from the
prompts of the transcript itself. `pytest --update-transcripts` writes what the program prints now: read that diff as
carefully as code.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TRANSCRIPTS, with_forms

NOW = "2026-11-25T12:00:00"
_TYPED = re.compile(r"(?:\S+(?: \([^)]*\))? # |> |Do you want to continue\? \(y/n\))(.*)")
FILES = sorted(TRANSCRIPTS.glob("*.txt"))


def split_head(text: str) -> tuple[list[str], str]:
    """The lines of the head, and the session after it."""
    head, _, session = text.partition("\n\n")
    return head.splitlines(), session


def options(head: list[str]) -> list[str]:
    given = [line.removeprefix("# options:").split() for line in head if line.startswith("# options:")]
    return given[0] if given else []


def typed(session: str) -> str:
    return "".join(f"{found[1]}\n" for line in session.splitlines() if (found := _TYPED.match(line)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_session_is_as_recorded(
    path: Path, fauxgate: Callable[..., tuple[int, str, str]], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    head, recorded = split_head(path.read_text())
    script = tmp_path / "script.conf"
    script.write_text(typed(recorded))

    code, printed, errors = fauxgate("replay", "--now", NOW, *options(head), str(script))

    printed = with_forms(printed)
    if request.config.getoption("--update-transcripts"):
        path.write_text("\n".join(head) + "\n\n" + printed)
    assert "internal error" not in errors
    assert code == int("Command fail." in printed or "Unknown action" in printed)
    assert printed == recorded


def test_every_transcript_says_what_it_proves() -> None:
    silent = [path.name for path in FILES if "# proves:" not in path.read_text()]

    assert FILES
    assert silent == []
