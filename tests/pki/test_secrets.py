import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import secrets
from fauxgate.pki.secrets import SealedElsewhere

texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=32)


@given(texts, st.binary(min_size=4, max_size=4))
def test_a_sealed_text_opens_again(text, salt) -> None:
    assert secrets.open_sealed(secrets.seal(text, lambda _size: salt)) == text


def test_a_sealed_text_has_the_size_of_the_appliance_s() -> None:
    sealed = secrets.seal("challenge", bytes)

    assert len(base64.b64decode(sealed)) == 148
    assert secrets.seal("challenge", lambda size: b"\1" * size) != sealed


def test_128_bytes_can_be_sealed_and_no_more() -> None:
    assert secrets.open_sealed(secrets.seal("x" * 128, bytes)) == "x" * 128
    with pytest.raises(ValueError, match="128 bytes"):
        secrets.seal("ü" * 65, bytes)


def test_a_text_with_nul_cannot_be_sealed() -> None:
    with pytest.raises(ValueError, match="NUL"):
        secrets.seal("a\0b", bytes)


@given(st.text() | st.binary(min_size=148, max_size=148).map(lambda content: base64.b64encode(content).decode()))
def test_what_was_sealed_elsewhere_cannot_be_opened(sealed) -> None:
    with pytest.raises(SealedElsewhere):
        secrets.open_sealed(sealed)


@pytest.mark.parametrize("cut", [4, 24, 192])
def test_a_shortened_text_cannot_be_opened(cut) -> None:
    with pytest.raises(SealedElsewhere):
        secrets.open_sealed(secrets.seal("x", bytes)[:cut])
