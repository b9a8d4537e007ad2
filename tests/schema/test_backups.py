"""Backups in the form and order of `show`: every line is taken, and `show` prints the same lines again."""

import base64
import re
from pathlib import Path

import pytest

from fauxgate.language import reader
from fauxgate.language.printer import print_statements
from fauxgate.language.words import split
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.rendering import show
from fauxgate.schema.releases import release
from fauxgate.schema.tables import INDEX, catalogue

BACKUPS = sorted((Path(__file__).parent / "backups").glob("*.conf"))

HEAD = re.compile(r"# release: (.*)\n")


class Base64Secrets:
    def seal(self, text):
        return base64.b64encode(text.encode()).decode()


def read(backup):
    text = backup.read_text("utf-8")
    head = HEAD.match(text)
    return Configuration(catalogue(release(head[1]), strict=True)), text[head.end() :]


def sections(text):
    """The paths of the sections."""
    blocks = re.findall(r"^config (.*)\n(?:.*\n)*?end\n", text, re.MULTILINE)
    return [tuple(path.split()) for path in blocks]


def run(configuration, text):
    editor = Editor(configuration, Base64Secrets(), {}, lambda _: None)
    for line in reader.read(text):
        verb, *words = (word.text for word in split(line.text))
        method = getattr(editor, verb)
        match verb:
            case "config":
                method(words)
            case "set":
                method(words[0], words[1:])
            case _:
                method(*words)


@pytest.mark.parametrize("backup", BACKUPS, ids=lambda it: it.stem)
def test_every_line_of_a_backup_is_taken_and_printed_again_in_its_order(backup):
    configuration, text = read(backup)

    run(configuration, text)

    printed = [line for path in sections(text) for line in print_statements(show(configuration, path))]
    assert printed == text.splitlines()


@pytest.mark.parametrize("backup", BACKUPS, ids=lambda it: it.stem)
def test_the_sections_of_a_backup_stand_in_the_order_of_a_backup(backup):
    paths = sections(backup.read_text("utf-8"))

    order = [row.path for row in INDEX]
    assert paths == sorted(paths, key=order.index)


@pytest.mark.parametrize("backup", BACKUPS, ids=lambda it: it.stem)
def test_the_full_form_of_a_backup_is_taken_again(backup):
    configuration, text = read(backup)
    run(configuration, text)
    full = [line for path in sections(text) for line in print_statements(show(configuration, path, full=True))]

    again = Configuration(configuration.catalogue)
    run(again, "\n".join(full))

    printed = [line for path in sections(text) for line in print_statements(show(again, path))]
    assert printed == text.splitlines()
