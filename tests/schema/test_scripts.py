"""Scripts as people write them, in the form in which the appliance prints them.

They run without a word, and every section prints back as it was written.
"""

import re
from pathlib import Path

import pytest
from rig import rig

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.conf"))

UUID = re.compile(r"\n *set uuid \S+")


def entries_of(script):
    """What `show` is asked for, and the lines that it is to print."""
    for block in re.findall(r"(?ms)^config .*?^end$", script):
        path = block.split("\n", 1)[0].removeprefix("config ")
        entries = re.findall(r"(?ms)^    edit (\S+)$.*?^    next$", block)
        if not entries:
            yield path, block
        for entry in re.finditer(r"(?ms)^    edit (?P<key>\S+)\n.*?^    next$", block):
            yield f"{path} {entry['key']}", f"config {path}\n{entry[0]}\nend"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
@pytest.mark.parametrize("firmware", ["7.4", "7.6"])
def test_a_script_runs_without_a_word(script, firmware):
    printed = rig(firmware=firmware).type(*script.read_text().splitlines())

    assert [line for line in printed if not line.startswith("new entry '")] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
def test_every_entry_of_a_script_prints_back_as_it_was_written(script):
    made, text = rig(), script.read_text()
    made.type(*text.splitlines())

    wanted = dict(entries_of(text))

    shown = {asked: "\n".join(made.type(f"show {asked}")) for asked in wanted}
    assert {asked: UUID.sub("", block).strip() for asked, block in shown.items()} == wanted
