"""What came of a lab: as data, as JUnit XML, as CSV."""

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.lab.results import Times, junit, results, table
from fauxgate.lab.taking import Taking

BEGAN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
TIMES = Times(BEGAN, BEGAN + timedelta(minutes=4))


@pytest.fixture
def found(begin: Callable[..., Taking]) -> dict[str, Any]:
    """The results of somebody who got the first step only, with a bonus missed and a line refused."""
    taking = begin()
    for line in ("config system global", "nonsense", "abort", "config system global"):
        taking.enter(line)
    for line in (f"set hostname {taking.lab.values['host']}", "end", ":clock advance 90s"):
        taking.enter(line)
    return results(taking, TIMES, "Ada, L")


def test_they_tell_what_was_reached(found: dict[str, Any]) -> None:
    counted = {name: found[name] for name in ("score", "points", "bonus", "complete", "commands", "refused", "hints")}

    assert counted == {"score": 2, "points": 3, "bonus": 0, "complete": False, "commands": 7, "refused": 1, "hints": 0}
    assert found["virtual_seconds"] == 90
    assert [step["done"] for step in found["steps"]] == [True, False]


def test_they_tell_what_was_found_instead(found: dict[str, Any]) -> None:
    (check,) = found["steps"][1]["checks"]

    assert (check["id"], check["met"]) == ("looked", False)
    assert check["text"] == "`get system status` was used 0 times."


def test_a_step_that_was_not_reached_says_so(begin: Callable[..., Taking]) -> None:
    found = results(begin(), TIMES)

    assert found["steps"][1]["checks"][0]["text"] == "The step was not reached."


def test_they_are_json_and_every_field_is_described(found: dict[str, Any]) -> None:
    described = (ROOT / "docs" / "labs.md").read_text().partition("| field of `results.json`")[2]
    names = {*found, *found["steps"][0], *found["steps"][0]["checks"][0]}

    assert json.loads(json.dumps(found)) == found
    assert names - set(re.findall("`([a-z_]+)`", described)) == set()


def test_junit_counts_checks_failures_and_missed_bonuses(found: dict[str, Any]) -> None:
    suite = ET.fromstring(junit(found))  # noqa: S314 - our own

    assert {name: suite.get(name) for name in ("name", "tests", "failures", "skipped")} == {
        "name": "new",
        "tests": "3",
        "failures": "1",
        "skipped": "1",
    }
    assert [(case.get("name"), [each.tag for each in case]) for case in suite] == [
        ("named", []),
        ("at-the-top", ["skipped"]),
        ("looked", ["failure"]),
    ]


def test_the_table_has_a_row_for_each_check(found: dict[str, Any]) -> None:
    rows = list(csv.DictReader(table(found).splitlines()))

    assert [(row["student"], row["check"], row["met"], row["score"]) for row in rows] == [
        ("Ada, L", "named", "True", "2"),
        ("Ada, L", "at-the-top", "False", "2"),
        ("Ada, L", "looked", "False", "2"),
    ]


def _result(text: str) -> dict[str, Any]:
    check = {"id": "a", "met": False, "weight": 1, "bonus": False, "text": text}
    return {"lab": text, "graded": "", "steps": [{"step": 1, "checks": [check]}]}


@given(text=st.text())
def test_whatever_was_found_the_xml_can_be_read(text: str) -> None:
    assert ET.fromstring(junit(_result(text))).tag == "testsuite"  # noqa: S314 - the same
