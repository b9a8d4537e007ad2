"""What an unset option means must be something that the option can be set to, in every release that has it."""

import pytest

from fauxgate.schema.releases import NEWEST
from fauxgate.schema.tables import INDEX, catalogue
from fauxgate.schema.types import Choice, Choices, Integer, Option, Section, Table

RELEASES = [*NEWEST.values(), *((*branch, 0) for branch in NEWEST), (7, 4, 2)]


def sections_of(section):
    nested = [it for it in section.options if isinstance(it, Section)]
    return [section, *(deeper for it in nested for deeper in sections_of(it))]


def options_of(release):
    found = filter(None, (catalogue(release).find(row.path) for row in INDEX))
    return [
        (section, option)
        for root in found
        for section in sections_of(root)
        for option in section.options
        if isinstance(option, Option)
    ]


def takes(option, word):
    match option.type:
        case Choice(values=values) | Choices(values=values):
            return word in {value.name for value in values}
        case Integer(minimum=minimum, maximum=maximum):
            return minimum <= int(word) <= maximum
        case _:
            return True


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_an_option_takes_its_own_default(release):
    defaults = [
        (section, option, word)
        for section, option in options_of(release)
        for word in ([option.default] if isinstance(option.default, str) else option.default)
        if word
    ]

    assert [(it[0].path, it[1].name) for it in defaults if not takes(*it[1:])] == []


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_every_list_of_words_has_one(release):
    lists = [it for it in options_of(release) if isinstance(it[1].type, Choice | Choices)]

    assert [(section.path, option.name) for section, option in lists if not option.type.values] == []


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_no_option_stands_twice_in_a_section(release):
    names = [(id(section), option.name) for section, option in options_of(release)]

    assert len(names) == len(set(names))


def option_of(section, name):
    *objects, last = name.split(" ")
    for word in objects:
        section = section.section(word)
    return section.option(last)


def test_what_a_new_unit_has_is_set_in_options_that_some_release_has():
    tables = [row.load() for row in INDEX]

    assert [
        (table.path, key, name)
        for table in tables
        if isinstance(table, Table)
        for key, values in table.factory
        for name, _ in values
        if option_of(table, name) is None
    ] == []
