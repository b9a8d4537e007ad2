"""What came of a lab, for people and for grade books: `results.json`, JUnit XML and CSV.

docs/labs.md describes the fields of `results.json`.
"""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fauxgate.lab.course import Course
from fauxgate.lab.description import Check
from fauxgate.lab.record import ANSWER, HINT, LINE
from fauxgate.lab.taking import Taking

VERSION = 1
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Times:
    """When it was begun and when it was graded, in real time, and when the time of an exam is over."""

    began: datetime
    graded: datetime
    deadline: datetime | None = None


def results(taking: Taking, times: Times, student: str = "") -> dict[str, Any]:
    """All of it as data; `student` is whose they are, if somebody has said it."""
    course, lab = taking.course, taking.lab
    virtual = taking.now() - taking.history.began
    return {
        "version": VERSION,
        "lab": lab.name,
        "title": lab.title,
        "student": student,
        "seed": lab.seed,
        "fault": lab.fault or None,
        "exam": times.deadline is not None,
        "began": times.began.isoformat(),
        "graded": times.graded.isoformat(),
        "complete": course.is_complete,
        "score": course.score,
        "points": lab.points,
        "bonus": course.bonus,
        "hints": sum(each.kind == HINT for each in taking.entered),
        "commands": sum(each.kind in (LINE, ANSWER) for each in taking.entered),
        "refused": sum(typed.is_refused for typed in taking.history.typed),
        "virtual_seconds": int(virtual.total_seconds()),
        "steps": list(_steps(course)),
    }


def junit(found: dict[str, Any]) -> str:
    """The results as JUnit XML: a test suite for the lab, a test case for each check; a missed bonus is skipped."""
    cases = [(step, check) for step in found["steps"] for check in step["checks"]]
    failures = sum(not check["met"] and not check["bonus"] for _, check in cases)
    suite = ET.Element("testsuite", name=found["lab"], tests=str(len(cases)), failures=str(failures))
    suite.set("skipped", str(sum(not check["met"] and check["bonus"] for _, check in cases)))
    suite.set("timestamp", found["graded"])
    for step, check in cases:
        case = ET.SubElement(suite, "testcase", classname=f"{found['lab']}.step{step['step']}", name=check["id"])
        if not check["met"]:
            ET.SubElement(case, "skipped" if check["bonus"] else "failure", message=check["text"])
    ET.indent(suite)
    # What XML 1.0 does not allow (its 2.2) would spoil the whole file, and what was found may have it.
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", ET.tostring(suite, encoding="unicode")) + "\n"


def table(found: dict[str, Any]) -> str:
    """The results as CSV: a line of names, then a line for each check, with the lab's own columns in each."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    names = ("student", "lab", "seed", "exam", "began", "graded", "complete", "score", "points", "bonus", "hints")
    rows.writerow((*names, "step", "check", "met", "weight"))
    for step in found["steps"]:
        for check in step["checks"]:
            rows.writerow((*(found[name] for name in names), step["step"], check["id"], check["met"], check["weight"]))
    return text.getvalue()


def _steps(course: Course) -> Iterator[dict[str, Any]]:
    sentences = {finding.check.id: finding.sentence for finding in course.findings}
    for number, step in enumerate(course.lab.steps, 1):
        checks = [_check(check, course, sentences) for check in step.checks]
        yield {"step": number, "title": step.page.title, "done": number <= len(course.done), "checks": checks}


def _check(check: Check, course: Course, sentences: dict[str, str]) -> dict[str, Any]:
    is_met = check.id in course.met
    text = check.told if is_met else sentences.get(check.id, "The step was not reached.")
    return {"id": check.id, "met": is_met, "weight": check.weight, "bonus": check.bonus, "text": text}
