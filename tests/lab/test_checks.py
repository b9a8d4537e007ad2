"""Every kind of check: what makes it true, and what it tells while it is not."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from fauxgate.app import machine
from fauxgate.lab.checks import KINDS
from fauxgate.lab.conditions import condition
from fauxgate.lab.course import Finding, asked
from fauxgate.lab.description import Check, Step
from fauxgate.lab.pages import Page
from fauxgate.lab.taking import Taking

NEW = ROOT / "src" / "fauxgate" / "lab" / "new"
URL = "http://ca.test/app/cert/scep/"
NAMED = 'web.example.com NL "" "" Example "" "" DNS:web.example.com'
ENROLLED = f"execute vpn certificate local generate rsa web 2048 {NAMED} {URL} challenge"
SERVER = """config firewall vip
edit v
set type server-load-balance
set server-type http
set extip 192.0.2.1
set extintf any
set extport 80
config realservers
edit 1
set ip 10.0.0.9
set port 80
next
end
end"""

# A kind, its fields with a condition, and what makes it true.
ROWS: list[tuple[str, Mapping[str, Any], str]] = [
    (
        "config",
        {"path": "system global", "option": "hostname", "equals": "a"},
        "config system global\nset hostname a\nend",
    ),
    ("config", {"path": "firewall address", "key": "x"}, "config firewall address\nedit x\nend"),
    (
        "config",
        {"path": "firewall address", "key": "x", "option": "subnet", "equals": "10.0.0.0 255.0.0.0"},
        "config firewall address\nedit x\nset subnet 10.0.0.0/8\nend",
    ),
    (
        "config",
        {"path": "firewall vip", "key": "v", "inside": ["realservers 1"], "option": "ip", "contains": "10.0.0.9"},
        SERVER,
    ),
    ("entries", {"path": "firewall addrgrp", "at_least": 1}, "config firewall addrgrp\nedit g\nset member all\nend"),
    ("place", {"equals": "global"}, "config system global"),
    ("returned", {}, "config system global\nend"),
    ("command", {"line": "get system status"}, "get sys stat"),
    ("command", {"line": "get system nothing", "refused": True}, "get system nothing"),
    ("command", {"line": "config system interfaces", "refused": -61}, "config system interfaces"),
    ("output", {"contains": "Hostname: "}, "get system status"),
    ("time", {"unit": "hours", "at_least": 30}, ":clock advance 30h"),
    ("debug", {"application": "scep", "at_least": 1}, "diagnose debug application scep 1\ndiagnose debug enable"),
    ("certificate", {"name": "web", "fact": "status", "equals": "valid"}, ENROLLED),
    ("certificate", {"name": "web", "fact": "subject", "contains": "web.example.com"}, ENROLLED),
    ("certificate", {"name": "web", "fact": "issuer", "contains": "Training CA"}, ENROLLED),
    ("certificate", {"name": "web", "fact": "key", "equals": "RSA 2048"}, ENROLLED),
    ("certificate", {"name": "web", "fact": "names", "contains": "DNS:web.example.com"}, ENROLLED),
    ("certificate", {"name": "web", "fact": "matches_key", "equals": "yes"}, ENROLLED),
    ("certificate", {"name": "web", "fact": "days_left", "at_least": 300}, ENROLLED),
    ("certificate", {"name": "web", "fact": "serial", "exists": True}, ENROLLED),
    (
        "certificate",
        {"name": "web", "fact": "renewals", "at_least": 1},
        f"{ENROLLED}\nconfig vpn certificate local\nedit web\nset auto-regenerate-days 30\nend\n:clock advance 350d",
    ),
    ("certificate", {"name": "web", "fact": "status", "equals": "expired"}, f"{ENROLLED}\n:clock advance 400d"),
    ("transaction", {"message": "PKCSReq", "status": "SUCCESS"}, ENROLLED),
    ("transaction", {"status": "FAILURE", "fail_info": "badRequest"}, ENROLLED.replace("challenge", "wrong")),
    ("register", {"state": "issued", "subject": "web.example.com"}, ENROLLED),
    ("event", {"level": "information"}, ENROLLED),
]


@pytest.fixture(autouse=True)
def _keys_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are drawn from a seed take their time."""
    monkeypatch.setattr(machine, "chance", lambda _options, _purpose: os.urandom)


def asking(kind: str, fields: Mapping[str, Any]) -> Step:
    rest = dict(fields)
    stated = condition(rest, KINDS[kind].default)
    assert all(isinstance(value, KINDS[kind].fields[name]) for name, value in rest.items())
    return Step(Page("a", "b", (), "", ()), (Check("it", kind, rest, stated, "yes", "found {found}"),))


def finding(taking: Taking, step: Step) -> Finding:
    (found,) = asked(step, taking.view())
    return found


@pytest.mark.parametrize(("kind", "fields", "typed"), ROWS)
def test_it_turns_true_with_what_it_is_about(
    begin: Callable[..., Taking], kind: str, fields: Mapping[str, Any], typed: str
) -> None:
    taking, step = begin(), asking(kind, fields)
    before = finding(taking, step).is_met
    for line in typed.split("\n"):
        taking.enter(line)

    assert not before
    assert finding(taking, step).is_met, finding(taking, step).sentence


def test_avoided_is_decided_when_the_rest_is_done(begin: Callable[..., Taking]) -> None:
    taking = begin()
    (step,) = taking.lab.steps[:1]
    told = [it.sentence for it in asked(step, taking.view())]
    taking.enter("config system global")
    taking.enter("abort")

    assert told[1] == "`abort` was not decided yet."
    assert [it.sentence for it in asked(step, taking.view())][1] == "`abort` was used once."


def test_errors_counts_what_a_restore_did_not_take(begin: Callable[..., Taking], folder: Path) -> None:
    (folder / "files").mkdir()
    (folder / "files" / "a.conf").write_text(
        "#config-version=FGVM64-7.4.0-FW-build0000-000000:opmode=0\nconfig system globe\nend\n"
    )
    taking, step = begin(folder), asking("errors", {"at_least": 1})
    taking.enter("execute restore config tftp a.conf 192.0.2.9")

    assert finding(taking, step).is_met


def test_every_kind_is_tried() -> None:
    assert set(KINDS) - {kind for kind, _, _ in ROWS} == {"avoided", "errors"}


def test_what_is_found_is_told_in_one_short_line(begin: Callable[..., Taking]) -> None:
    taking = begin()
    for line in ENROLLED.split("\n"):
        taking.enter(line)
    step = asking("config", {"path": "vpn certificate local", "key": "web", "option": "certificate", "equals": "x"})

    assert len(finding(taking, step).sentence) < 100
    assert "\n" not in finding(taking, step).sentence
