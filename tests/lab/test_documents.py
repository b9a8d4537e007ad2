"""What the documents say of labs."""

import re
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from test_transcripts import typed

from fauxgate.lab.checks import KINDS

README = (ROOT / "README.md").read_text()
DOCUMENT = (ROOT / "docs" / "labs.md").read_text()
COMMAND = (sys.executable, "-m", "fauxgate.app")


def test_the_readme_lists_the_labs_that_there_are(tmp_path: Path) -> None:
    shown = re.search(r"\$ fauxgate lab list\n(.*?)\$ fauxgate lab start", README, re.DOTALL)
    listed = subprocess.run(
        [*COMMAND, "lab", "list", "--results", str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert shown is not None
    assert shown[1] == listed.stdout


def test_the_lab_in_the_readme_is_what_is_printed(tmp_path: Path) -> None:
    ((options, session),) = re.findall(r"<!-- lab: (.*?) -->\n```\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [*COMMAND, "lab", "start", *options.split(), "--results", str(tmp_path)],
        input="get system status\n" + typed(session),
        capture_output=True,
        text=True,
        check=True,
    )

    assert session in done.stdout


def test_the_complete_example_is_what_is_made_for_a_new_lab() -> None:
    new = ROOT / "src" / "fauxgate" / "lab" / "new"

    assert [path.name for path in new.iterdir() if path.read_text().rstrip() not in DOCUMENT] == []


def test_every_kind_of_check_is_described() -> None:
    assert [kind for kind in KINDS if f"| `{kind}` |" not in DOCUMENT] == []
