import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import pem
from fauxgate.pki.pem import InvalidPem


@given(st.binary(max_size=300))
def test_a_block_reads_back(der) -> None:
    assert pem.content(pem.armoured("X", der), "X") == der


def test_the_first_block_of_a_wanted_kind_is_read() -> None:
    text = "\n".join([pem.armoured("A", b"1"), "noise", pem.armoured("B", b"2"), pem.armoured("B", b"3")])

    assert pem.content(text, "B", "C") == b"2"


@pytest.mark.parametrize(
    "text",
    ["", "-----BEGIN X-----\n", "-----BEGIN X-----\nA\n-----END X-----", "-----BEGIN X-----\nü\n-----END X-----"],
)
def test_a_text_without_such_a_block_is_invalid(text) -> None:
    with pytest.raises(InvalidPem):
        pem.content(text, "X")
