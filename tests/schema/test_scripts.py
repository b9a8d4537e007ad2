"""Scripts that use what a new unit has: they run without a refusal, and every entry prints back as it was written.

The scripts stand in the form and order of `show`.
"""

import base64
import re
from pathlib import Path

import pytest

from fauxgate.errors import UserError
from fauxgate.language.printer import print_statements
from fauxgate.language.words import Bare, split
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.rendering import show
from fauxgate.schema.releases import release
from fauxgate.schema.tables import catalogue

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.conf"))

UUID = re.compile(r"\n *set uuid \S+")

FACTORY = (
    ("firewall", "address"),
    ("firewall", "service", "category"),
    ("firewall", "service", "custom"),
    ("firewall", "service", "group"),
    ("firewall", "schedule", "recurring"),
    ("firewall", "ssl-ssh-profile"),
)


class Base64Secrets:
    def seal(self, text):
        return base64.b64encode(text.encode()).decode()


def new_unit(firmware="7.4"):
    return Configuration.factory(catalogue(release(firmware)))


def run(configuration, lines):
    """Give the lines to an editor; gives those that it refuses, with what it says."""
    editor = Editor(configuration, Base64Secrets(), {}, lambda _: None)
    refused = []
    for line in lines:
        verb, *words = (word.text if word.quoted else Bare(word.text) for word in split(line))
        try:
            getattr(editor, verb)(*{"config": (words,), "set": (words[0:1] and words[0], words[1:])}.get(verb, words))
        except UserError as error:
            refused.append((line.strip(), error.lines()))
    return refused


def entries_of(script):
    """Path, key (None for an object) and the lines of each entry."""
    for block in re.findall(r"(?ms)^config .*?^end$", script):
        path = tuple(block.split("\n", 1)[0].split()[1:])
        if path == ("vpn", "ssl", "settings"):
            yield path, None, block
            continue
        for entry in re.finditer(r"(?ms)^    edit (?P<key>[^\n]+)\n.*?^    next$", block):
            yield path, entry["key"].strip('"'), f"config {' '.join(path)}\n{entry[0]}\nend"


def shown(configuration, path, key=None, *, full=False):
    return list(print_statements(show(configuration, path, key, full=full)))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
@pytest.mark.parametrize("firmware", ["7.0", "7.4", "7.6"])
def test_a_script_runs_without_a_refusal(script, firmware):
    assert run(new_unit(firmware), script.read_text("utf-8").splitlines()) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
def test_every_entry_of_a_script_prints_back_as_it_was_written(script):
    made, text = new_unit(), script.read_text("utf-8")
    run(made, text.splitlines())

    wanted = {(path, key): block for path, key, block in entries_of(text)}

    assert {place: UUID.sub("", "\n".join(shown(made, *place))) for place in wanted} == wanted


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda it: it.stem)
def test_the_full_form_of_a_script_is_taken_again(script):
    made, text = new_unit(), script.read_text("utf-8")
    run(made, text.splitlines())
    places = [(path, key) for path, key, _ in entries_of(text)]
    before = [shown(made, *place) for place in places]

    refused = run(made, [line for place in places for line in shown(made, *place, full=True)])

    assert refused == []
    assert [shown(made, *place) for place in places] == before


def test_a_new_unit_has_the_profile_that_inspects_certificates_only():
    printed = shown(new_unit(), ("firewall", "ssl-ssh-profile"), "certificate-inspection")

    assert printed[3:6] == ["        config https", "            set status certificate-inspection", "        end"]


@pytest.mark.parametrize("firmware", ["6.4", "7.0", "7.2", "7.4", "7.6"])
def test_what_a_new_unit_has_is_taken_again(firmware):
    made = new_unit(firmware)
    before = [line for path in FACTORY for line in shown(made, path)]

    refused = run(made, before)

    assert refused == []
    assert [line for path in FACTORY for line in shown(made, path)] == before
