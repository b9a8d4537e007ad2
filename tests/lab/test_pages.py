"""The page of a step."""

import pytest

from fauxgate.lab.pages import BadPage, read

PAGE = """# Name it

Do it. See [why](why.md).

## Hint

    config system global
        set hostname x

## Hint

Two.

## Afterwards

That was all.
"""


def test_a_page_has_a_title_a_task_hints_and_what_comes_afterwards() -> None:
    page = read(PAGE)

    assert (page.title, page.task, page.afterwards) == ("Name it", "Do it. See [why](why.md).", "That was all.")
    assert page.hints == ("    config system global\n        set hostname x", "Two.")
    assert page.links == ("why.md",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Do it.", "it does not begin with `# ` and a title"),
        ("# Title\n\n## Hint\n\nx\n", "it has no task"),
        ("# Title\n\nDo it.\n\n## Clue\n\nx\n", "the part 'Clue' is neither `Hint` nor `Afterwards`"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(BadPage, match=reason):
        read(text)
