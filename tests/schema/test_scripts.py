"""Scripts that use what a new unit has: they run without a refusal, and every entry prints back as it was written.

The scripts stand in the form and order of `show`.
"""

import re
from pathlib import Path

import pytest
from rig import rig

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.conf"))

UUID = re.compile(r"\n *set uuid \S+")


def entries_of(script):
    """What `show` is asked for, and what it is to print."""
    for block in re.findall(r"(?ms)^config .*?^end$", script):
        path = block.split("\n", 1)[0].removeprefix("config ")
        entries = list(re.finditer(r"(?ms)^    edit (?P<key>[^\n]+)\n.*?^    next$", block))
        if path == "vpn ssl settings":
            yield path, block
            continue
        for entry in entries:
            yield f"{path} {entry['key']}", f"config {path}\n{entry[0]}\nend"


def refusals(printed):
    return [line for line in printed if not line.startswith("new entry '")]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
@pytest.mark.parametrize("firmware", ["7.0", "7.4", "7.6"])
def test_a_script_runs_without_a_refusal(script, firmware):
    printed = rig(firmware=firmware).type(*script.read_text("utf-8").splitlines())

    assert refusals(printed) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
def test_every_entry_of_a_script_prints_back_as_it_was_written(script):
    made, text = rig(), script.read_text("utf-8")
    made.type(*text.splitlines())

    wanted = dict(entries_of(text))

    shown = {asked: "\n".join(made.type(f"show {asked}")).strip() for asked in wanted}
    assert {asked: UUID.sub("", block) for asked, block in shown.items()} == wanted


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
def test_the_full_form_of_a_script_is_taken_again(script):
    made, text = rig(), script.read_text("utf-8")
    made.type(*text.splitlines())
    asked = [path for path, _ in entries_of(text)]
    before = made.type(*(f"show {path}" for path in asked))

    printed = made.type(*(line for path in asked for line in made.type(f"show full-configuration {path}")))

    assert refusals(printed) == []
    assert made.type(*(f"show {path}" for path in asked)) == before


def test_a_new_unit_has_the_profile_that_inspects_certificates_only():
    printed = rig().type('show firewall ssl-ssh-profile "certificate-inspection"')

    assert printed[3:6] == ["        config https", "            set status certificate-inspection", "        end"]


@pytest.mark.parametrize("firmware", ["6.4", "7.0", "7.2", "7.4", "7.6"])
def test_what_a_new_unit_has_is_taken_again(firmware):
    made = rig(firmware=firmware)
    paths = ("address", "service category", "service custom", "service group", "schedule recurring", "ssl-ssh-profile")
    before = made.type(*(f"show firewall {path}" for path in paths))

    printed = made.type(*before)

    assert refusals(printed) == []
    assert made.type(*(f"show firewall {path}" for path in paths)) == before
