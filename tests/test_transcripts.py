"""The acceptance tests: what is typed and what appears, exactly, in fixtures/transcripts/.

The head of a file gives the options of `fauxgate replay`, what the transcript proves and, with `# sizes vary:`, why the
sizes in it differ from run to run. What is typed is read from the prompts of the transcript itself.
`pytest --update-transcripts` writes what the program prints now: read that diff as carefully as code.
"""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, TRANSCRIPTS, with_forms

NOW = "2026-11-25T12:00:00"
_TYPED = re.compile(r"(?:\S+(?: \([^)]*\))? # |> |Do you want to continue\? \(y/n\)|Please press .* \(y/n\))(.*)")
_SIZE = re.compile(r"\b\d+ bytes\b")
FILES = sorted(TRANSCRIPTS.glob("*.txt"))


def split_head(text: str) -> tuple[list[str], str]:
    """The lines of the head, and the session after it."""
    head, _, session = text.partition("\n\n")
    return head.split("\n"), session


def options(head: list[str]) -> list[str]:
    given = [shlex.split(line.removeprefix("# options:")) for line in head if line.startswith("# options:")]
    return given[0] if given else []


def typed(session: str) -> str:
    return "".join(f"{found[1]}\n" for line in session.split("\n") if (found := _TYPED.match(line)))


def comparable(printed: str, head: list[str]) -> str:
    """What was printed, with the form of whatever differs from run to run."""
    sizes_vary = any(line.startswith("# sizes vary:") for line in head)
    return with_forms(_SIZE.sub("<n> bytes", printed) if sizes_vary else printed, numbered=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_session_is_as_recorded(
    path: Path,
    fauxgate: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    head, recorded = split_head(path.read_text("utf-8"))
    # The files that `:restore` names, where `:backup` may write.
    shutil.copytree(ROOT / "fixtures" / "restore", tmp_path, dirs_exist_ok=True)
    # Those that a TFTP server of `--files .` has.
    shutil.copytree(ROOT / "fixtures" / "files", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    script = tmp_path / "script.conf"
    script.write_text(typed(recorded), "utf-8")

    code, printed, errors = fauxgate("replay", "--as", "script", "--now", NOW, *options(head), str(script))

    printed = comparable(printed, head)
    if request.config.getoption("--update-transcripts"):
        path.write_text("\n".join(head) + "\n\n" + printed, "utf-8")
    refused = errors.count(" refused: ")
    assert "internal error" not in errors
    assert code == int(refused > 0)
    assert printed.count("Command fail.") + printed.count("Unknown action") <= refused
    assert printed == recorded


def test_every_transcript_says_what_it_proves() -> None:
    silent = [path.name for path in FILES if "# proves:" not in path.read_text("utf-8")]

    assert FILES
    assert silent == []
