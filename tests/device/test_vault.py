from os import urandom

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.device.vault import Vault
from fauxgate.model.errors import ValueRefused

VAULT = Vault(urandom)
passwords = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")).filter(
    lambda text: len(text.encode()) <= 128
)


@given(password=passwords)
def test_what_is_sealed_can_be_opened_and_stands_behind_its_mark(password: str) -> None:
    value = VAULT.sealed(password)

    assert value.startswith("ENC ")
    assert VAULT.open(value) == VAULT.open(value.removeprefix("ENC ")) == password


@pytest.mark.parametrize("text", ["a\0b", "x" * 129, "ö" * 65, "\ud800"])
def test_what_cannot_be_sealed_is_refused_as_a_value(text: str) -> None:
    with pytest.raises(ValueRefused):
        VAULT.seal(text)


@given(value=st.text() | st.binary(min_size=148, max_size=148).map(lambda raw: raw.hex()))
@pytest.mark.parametrize("mark", ["", "ENC "])
def test_what_another_unit_sealed_is_not_opened(mark: str, value: str) -> None:
    assert VAULT.open(mark + value) is None


def test_the_same_password_is_sealed_otherwise_each_time() -> None:
    assert VAULT.seal("secret") != VAULT.seal("secret")


def test_random_passwords_are_32_hexadecimal_digits() -> None:
    password = VAULT.random_password()

    assert len(password) == 32
    assert set(password) <= set("0123456789abcdef")
    assert password != VAULT.random_password()
