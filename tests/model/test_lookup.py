import pytest

from fauxgate.model.configuration import Configuration
from fauxgate.model.errors import EntryNotFound, MissingWord, UnknownWord
from fauxgate.model.lookup import find, find_nested, find_section


def test_words_name_a_section_or_an_entry_of_a_table(paints):
    configuration = Configuration(paints)
    configuration.write(("paint", "pot"), "a", {})
    pot, shelf = paints.find(("paint", "pot")), paints.find(("paint", "shelf"))

    assert find(configuration, paints, ["paint", "shelf"]) == (shelf, None)
    assert find(configuration, paints, ["paint", "pot"]) == (pot, None)
    assert find(configuration, paints, ["paint", "pot", "a"]) == (pot, "a")


@pytest.mark.parametrize(
    ("words", "error", "token"),
    [
        (["paint", "shelf", "a"], UnknownWord, "a"),
        (["paint", "pot", "a", "b"], UnknownWord, "b"),
        (["paint", "ink"], UnknownWord, "ink"),
        (["ink", "pot"], UnknownWord, "ink"),
    ],
)
def test_the_first_word_that_does_not_fit_is_named(paints, words, error, token):
    with pytest.raises(error) as caught:
        find(Configuration(paints), paints, words)

    assert caught.value.token == token


def test_a_missing_entry_is_named(paints):
    with pytest.raises(EntryNotFound) as caught:
        find(Configuration(paints), paints, ["paint", "pot", "a"])

    assert caught.value.key == "a"


def test_a_path_needs_all_its_words(paints):
    with pytest.raises(MissingWord):
        find_section(paints, ["paint"])
    with pytest.raises(MissingWord):
        find_nested(paints.find(("paint", "pot")), [])


def test_a_nested_path_has_one_word(paints):
    pot = paints.find(("paint", "pot"))

    assert find_nested(pot, ["lid"]).name == "lid"
    with pytest.raises(UnknownWord):
        find_nested(pot, ["lid", "x"])
