"""Pages on terminals of any width."""

import pytest

from fauxgate.lab.layout import NARROWEST, WIDEST, laid_out

TEXT = """A paragraph that is longer than one line of a narrow
terminal, and was broken elsewhere.

- an item that is longer than one line of a terminal
- another

    execute vpn certificate local generate rsa branch 2048 branch.example.com NL"""


def test_paragraphs_and_items_are_broken_anew_and_commands_are_not() -> None:
    assert list(laid_out(TEXT, 40)) == [
        "A paragraph that is longer than one line",
        "of a narrow terminal, and was broken",
        "elsewhere.",
        "",
        "- an item that is longer than one line",
        "  of a terminal",
        "- another",
        "",
        "    execute vpn certificate local generate rsa branch 2048 branch.example.com NL",
    ]


@pytest.mark.parametrize(("width", "columns"), [(1, NARROWEST), (60, 60), (500, WIDEST)])
def test_no_line_is_longer_than_the_terminal_or_than_one_likes_to_read(width: int, columns: int) -> None:
    text = "word " * 200

    assert columns - 5 < max(map(len, laid_out(text, width))) <= columns


def test_a_word_that_is_longer_than_a_line_stays_whole() -> None:
    assert list(laid_out(f"see {'x' * 60}", 40)) == ["see", "x" * 60]
