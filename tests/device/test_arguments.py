import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.device import arguments
from fauxgate.errors import UserError
from fauxgate.model.errors import InvalidIp, NotAHost, TooLong, ValueRefused


@pytest.mark.parametrize(
    ("word", "code"),
    [("", ""), ("NL", "NL"), ("nl", "NL"), ("Netherlands", "NL"), ("germany", "DE"), ("GERMANY", "DE")],
)
def test_a_country_is_given_by_code_or_by_name(word: str, code: str) -> None:
    assert arguments.country(word) == code


@pytest.mark.parametrize("word", ["XX", "N", "Narnia", " ", "NL ", "\ud800", "N\0L"])
def test_what_is_no_country_is_refused(word: str) -> None:
    with pytest.raises(ValueRefused):
        arguments.country(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [("", ()), (",", ()), ("AS", ("AS",)), ("102,203,303", ("102", "203", "303")), ("a,,b,", ("a", "b"))],
)
def test_units_are_separated_by_commas_and_empty_ones_left_out(word: str, parts: tuple[str, ...]) -> None:
    assert arguments.units(word, 5) == parts


def test_more_units_than_the_limit_are_refused() -> None:
    assert len(arguments.units("a,b,c,d,e", 5)) == 5
    with pytest.raises(ValueRefused):
        arguments.units("a,b,c,d,e,f", 5)


@pytest.mark.parametrize(("word", "address"), [("", ""), ("10.0.0.1", "10.0.0.1"), ("0.0.0.0", "0.0.0.0")])  # noqa: S104
def test_a_source_address_is_that_of_a_host_or_left_out(word: str, address: str) -> None:
    assert arguments.source_address(word) == address


@pytest.mark.parametrize(
    ("word", "error"),
    [("10.0.0", InvalidIp), ("::1", InvalidIp), ("x", InvalidIp), ("255.255.255.0", NotAHost), ("224.0.0.1", NotAHost)],
)
def test_a_source_address_that_show_could_not_restore_is_refused(word: str, error: type[UserError]) -> None:
    with pytest.raises(error):
        arguments.source_address(word)


def test_the_limit_of_a_text_counts_bytes() -> None:
    assert arguments.text("ö" * 4, 8) == "ö" * 4
    with pytest.raises(TooLong) as caught:
        arguments.text("ö" * 4, 7)

    assert (caught.value.size, caught.value.limit) == (8, 7)


def test_a_text_with_half_a_character_is_refused() -> None:
    with pytest.raises(ValueRefused):
        arguments.text("a\udcff", 10)


def test_a_word_of_a_list_must_be_spelled_out() -> None:
    assert arguments.one_of("2048", arguments.RSA_KEY_SIZES) == "2048"
    for word in ("204", "", "512"):
        with pytest.raises(ValueRefused):
            arguments.one_of(word, arguments.RSA_KEY_SIZES)


def test_what_is_required_may_not_be_empty() -> None:
    assert arguments.required("x") == "x"
    with pytest.raises(ValueRefused):
        arguments.required("")


@given(word=st.text(st.characters(exclude_categories=())))
@pytest.mark.parametrize(
    "read",
    [
        arguments.country,
        arguments.source_address,
        arguments.required,
        lambda word: arguments.text(word, 20),
        lambda word: arguments.units(word, 5),
    ],
    ids=["country", "source", "required", "text", "units"],
)
def test_any_word_is_read_or_refused(read: Callable[[str], object], word: str) -> None:
    with contextlib.suppress(UserError):
        read(word)
