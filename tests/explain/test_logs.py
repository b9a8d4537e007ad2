"""Every labelled log is explained as its label says; see fixtures/explain/README.md."""

import re

import pytest
from conftest import ROOT

from fauxgate.explain.diagnosis import diagnose

LOGS = ROOT / "fixtures" / "explain"
_HEAD, *_ROWS = (LOGS / "labels.tsv").read_text("utf-8").splitlines()
LABELS = [tuple(row.split("\t")) for row in _ROWS]


def pasted(name: str) -> str:
    return (LOGS / f"{name}.log").read_bytes().decode("utf-8")


def test_every_log_has_a_label_and_there_are_many() -> None:
    assert sorted(label[0] for label in LABELS) == sorted(path.stem for path in LOGS.glob("*.log"))
    assert len(LABELS) >= 20


@pytest.mark.parametrize(("name", "cause", "stage", "line"), LABELS, ids=[label[0] for label in LABELS])
def test_a_log_is_explained_as_its_label_says(name: str, cause: str, stage: str, line: str) -> None:
    found = diagnose(pasted(name))

    assert found.cause.name == cause
    assert (found.progress.ended.name if found.progress.ended else "-") == stage
    assert (found.line.line if found.line else 0) == int(line)


DAMAGES = {
    "joined": lambda text: " ".join(text.split("\n")),
    "wrapped": lambda text: re.sub(r"(.{37})", r"\1\n", text),
    "underscores eaten": lambda text: text.replace("_", ""),
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.split("\n")),
    "escaped": lambda text: text.replace("#", "\\#").replace("'", "&#39;"),
    "time stamps": lambda text: "".join(f"2026-11-25 10:14:02 {line}\n" for line in text.split("\n")),
    "carriage returns": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "capitals": str.upper,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(
    ("name", "cause"),
    [(name, cause) for name, cause, _, _ in LABELS if cause not in ("no-url", "no-trace")],
)
def test_what_pasting_does_changes_no_explanation(name: str, cause: str, damage: str) -> None:
    assert diagnose(DAMAGES[damage](pasted(name))).cause.name == cause


@pytest.mark.parametrize(
    ("name", "cause"), [(name, cause) for name, cause, _, _ in LABELS if name not in ("other_daemon", "rejected")]
)
def test_lines_missing_in_the_middle_change_no_explanation(name: str, cause: str) -> None:
    lines = pasted(name).split("\n")
    end = len(lines) - 12
    kept = [line for number, line in enumerate(lines) if number % 3 == 0 or number > end or "# exec" in line]

    assert diagnose("\n".join(kept)).cause.name == cause
