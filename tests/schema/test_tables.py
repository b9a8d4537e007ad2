from collections import Counter

import pytest

from fauxgate.schema.releases import NEWEST
from fauxgate.schema.tables import BRANCHES, INDEX, catalogue
from fauxgate.schema.types import Choice, Choices, Option, Section, Table

ALL = [row.load() for row in INDEX]


def sections_of(section):
    nested = [it for it in section.options if isinstance(it, Section)]
    return [section, *(deeper for it in nested for deeper in sections_of(it))]


EVERYTHING = [section for root in ALL for section in sections_of(root)]

OPTIONS = [(section, it) for section in EVERYTHING for it in section.options if isinstance(it, Option)]

KEYS = [(section, section.key) for section in EVERYTHING if isinstance(section, Table)]

VALUES = [
    (option, value)
    for _, option in OPTIONS
    if isinstance(option.type, Choice | Choices)
    for value in option.type.values
]

RELEASES = list(NEWEST.values())


def spoken(part):
    section, option = part
    return f"{'.'.join(section.path)}.{option.name}"


@pytest.mark.parametrize("section", EVERYTHING, ids=lambda it: ".".join(it.path))
def test_every_section_has_help(section):
    assert section.help.endswith(".")


@pytest.mark.parametrize("part", [*OPTIONS, *KEYS], ids=spoken)
def test_every_option_has_help(part):
    assert part[1].help.endswith(".")


@pytest.mark.parametrize(("option", "value"), VALUES, ids=lambda it: it.name)
def test_every_value_of_an_option_has_help(option, value):
    assert value.help.endswith("."), option.name


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_every_path_word_has_help(release):
    known = catalogue(release)

    prefixes = {section.path[:length] for section in known.sections() for length in range(len(section.path))}

    assert {word.help for prefix in prefixes for word in known.next_words(prefix)} - {""}
    assert [(prefix, it.word) for prefix in prefixes for it in known.next_words(prefix) if not it.help] == []


def test_no_help_is_kept_for_branches_that_do_not_exist():
    prefixes = {section.path[:length] for section in ALL for length in range(1, len(section.path))}

    assert set(BRANCHES) <= prefixes


def test_no_path_stands_twice():
    assert [path for path, count in Counter(section.path for section in ALL).items() if count > 1] == []


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_no_option_stands_twice_in_one_release(release):
    sections = [deeper for root in catalogue(release).sections() for deeper in sections_of(root)]

    twice = [(it.path, name) for it in sections for name, n in Counter(o.name for o in it.options).items() if n > 1]

    assert twice == []


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_every_condition_names_an_option_that_exists(release):
    sections = [deeper for root in catalogue(release).sections() for deeper in sections_of(root)]

    conditions = [(section, it.when) for section in sections for it in section.options if it.when]

    assert [when for section, when in conditions if section.option(when.name) is None] == []
    assert [
        when for section, when in conditions if not set(when.values) & words_of(section.option(when.name))
    ] == [] or (release < (7, 4, 1))


def words_of(option):
    return {value.name for value in option.type.values}


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_every_table_of_built_in_entries_says_so_by_an_option_that_exists(release):
    tables = [it for it in catalogue(release).sections() if isinstance(it, Table) and it.static]

    assert [it.path for it in tables if not set(it.static.values) <= words_of(it.option(it.static.name))] == []


def test_the_two_trees_of_certificates_differ_in_the_default_of_range_only():
    known = catalogue((7, 4, 11))
    here, there = known.find(("vpn", "certificate", "local")), known.find(("certificate", "local"))

    assert [it.name for it in here.options] == [it.name for it in there.options]
    assert (here.option("range").default, there.option("range").default) == ("vdom", "global")


def test_every_secret_type_is_marked_as_one():
    unmarked = [option.name for _, option in OPTIONS if type(option.type).__name__ == "Password" and not option.secret]

    assert unmarked == []
