import base64
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.errors import UserError
from fauxgate.language.words import Bare
from fauxgate.model.errors import KeyRefused, MissingWord, NodeCheckFailed, NotAnInteger, UnknownWord, ValueRefused
from fauxgate.model.values import canonical, is_list, is_quoted, printed, read, read_key
from fauxgate.schema.tables import INDEX
from fauxgate.schema.types import Integer, Name, Option, Pem, Section, String, Text


class Base64Secrets:
    def seal(self, text):
        return base64.b64encode(text.encode()).decode()


SECRETS = Base64Secrets()

PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"


@pytest.fixture
def take(paints):
    """Reads words for an option of the pot of paint."""
    pot = paints.find(("paint", "pot"))
    return lambda name, *words: read(pot.option(name), words, SECRETS)


@pytest.mark.parametrize(
    ("name", "words", "stored"),
    [
        ("maker", ["x y"], "x y"),
        ("maker", [""], ""),
        ("color", ["blue"], "blue"),
        ("color", ["b"], "blue"),
        ("color", ["ro"], "rose"),
        ("colors", ["blue", "red"], ("red", "blue")),
        ("colors", ["g", "g", "red"], ("red", "green")),
        ("colors", [""], ()),
        ("shops", ["b", "a", "b"], ("b", "a")),
        ("shops", [""], ()),
        ("weight", ["007"], "7"),
        ("host", ["fw-1_a"], "fw-1_a"),
        ("owner", ["1.2.3.4"], "1.2.3.4"),
        ("place", ["1.2.3.4/8"], "1.2.3.4 255.0.0.0"),
        ("area", ["1.2.3.4/8"], "1.0.0.0 255.0.0.0"),
        ("owner6", ["::0001"], "::1"),
        ("area6", ["::0001/64"], "::1/64"),
        ("recipe", ["water"], "ENC d2F0ZXI="),
        ("recipe", [""], ""),
        ("recipe", ["ENC", "d2F0ZXI="], "ENC d2F0ZXI="),
        ("recipe", ["ENC"], "ENC RU5D"),
        ("label", [PEM + "\n"], PEM),
        ("label", [PEM.replace("\n", "\r\n")], PEM),
        ("label", [""], ""),
        ("story", ["once\nupon"], "once\nupon"),
    ],
)
def test_words_become_one_canonical_value(take, name, words, stored):
    assert take(name, *words) == stored


@pytest.mark.parametrize("sealed", ["SH2" + "A" * 60, "AK1" + "b" * 43 + "=", "PB2" + "c" * 64])
def test_hashes_of_passwords_are_taken_back_as_they_are(take, sealed):
    assert take("recipe", "ENC", sealed) == f"ENC {sealed}"


@pytest.mark.parametrize("sealed", ["", "A", "AAA", "AAAA=A==", "SH2AA", "AA AA", "ÄAAA"])
def test_what_is_not_base64_is_no_secret(take, sealed):
    with pytest.raises(ValueRefused):
        take("recipe", "ENC", sealed)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("maker", "a b", ("a b",)),
        ("maker", "", ("",)),
        ("color", "red", (Bare("red"),)),
        ("colors", ("red", "blue"), (Bare("red"), Bare("blue"))),
        ("shops", ("a", "b"), ("a", "b")),
        ("weight", "7", (Bare("7"),)),
        ("place", "1.2.3.4 255.0.0.0", (Bare("1.2.3.4"), Bare("255.0.0.0"))),
        ("recipe", "ENC d2F0ZXI=", (Bare("ENC"), Bare("d2F0ZXI="))),
        ("label", PEM, (PEM,)),
    ],
)
def test_only_what_the_appliance_prints_without_quotes_is_bare(paints, name, value, words):
    kind = paints.find(("paint", "pot")).option(name).type

    assert printed(kind, value) == words
    assert [type(word) for word in printed(kind, value)] == [type(word) for word in words]
    assert is_quoted(kind) == (type(words[0]) is str)


def test_a_text_that_was_typed_without_quotes_is_printed_with_them(take):
    assert type(take("maker", Bare("x"))) is str
    assert [type(it) for it in take("shops", Bare("x"))] == [str]


def test_a_value_needs_words(take):
    with pytest.raises(MissingWord):
        take("maker")
    with pytest.raises(UnknownWord):
        take("maker", "a", "b")
    with pytest.raises(UnknownWord):
        take("recipe", "a", "b")


def test_huge_numbers_are_out_of_range_and_other_digits_are_no_numbers(take):
    with pytest.raises(NodeCheckFailed):
        take("weight", "9" * 5000)
    with pytest.raises(NotAnInteger):
        take("weight", "\u0667")
    with pytest.raises(NotAnInteger):
        take("weight", "+7")


def test_lists_are_what_append_works_on(paints):
    pot = paints.find(("paint", "pot"))

    assert [it.name for it in pot.options if isinstance(it, Option) and is_list(it.type)] == ["colors", "mix", "shops"]


def test_a_key_is_a_name_a_number_or_a_text():
    assert read_key(Option("id", Integer(0, 9)), "07") == "7"
    assert read_key(Option("name", Name(9)), "a b") == "a b"
    assert read_key(Option("name", String(9)), "<a>") == "<a>"
    assert read_key(Option("name", Text()), Bare("a")) == "a"
    with pytest.raises(KeyRefused):
        read_key(Option("name", Name(9)), "")


def test_a_value_that_the_device_made_loses_the_line_end_of_its_pem():
    assert canonical(Pem(("CERTIFICATE",)), PEM + "\n") == PEM
    assert canonical(String(9), "a ") == "a "


def options_of(section):
    for member in section.options:
        if isinstance(member, Section):
            yield from options_of(member)
        else:
            yield member


OPTIONS = [option for section in [row.load() for row in INDEX] for option in options_of(section)]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda it: it.name)
def test_the_default_of_every_option_reads_as_itself(option):
    words = printed(option.type, option.default) if option.default else ()

    assert option.default == (read(option, words, SECRETS) if words else option.default)
    assert isinstance(option.default, tuple) == is_list(option.type)


@pytest.mark.parametrize("option", [it for it in OPTIONS if it.factory], ids=lambda it: it.name)
def test_the_factory_value_of_every_option_reads_as_itself(option):
    assert read(option, printed(option.type, option.factory), SECRETS) == option.factory


WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", "enable", "red", "1", "10.0.0.1/24", "::1/64", "ENC", "AAAA", PEM]),
)


@given(st.sampled_from(OPTIONS), st.lists(WORDS, max_size=4))
def test_whatever_is_typed_is_refused_or_prints_as_what_reads_the_same(option, words):
    with contextlib.suppress(UserError):
        stored = read(option, words, SECRETS)

        assert not stored or read(option, printed(option.type, stored), SECRETS) == stored
