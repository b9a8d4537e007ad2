"""The solution of a lab, and what its comments say of its lines."""

import pytest

from fauxgate.lab.solution import BadSolution, Line, parse, typed

TEXT = """# A comment that says nothing.
# step 1
# for a b
config system global
# only a
# altered set hostname other
set hostname one

# step 2
# for c
# if wrong
set x 1
# end
:clock next
"""


def test_each_line_knows_its_step_its_block_and_what_depends_on_it() -> None:
    assert parse(TEXT, ("wrong",)) == (
        Line("config system global", 1, 2, frozenset("ab")),
        Line("set hostname one", 1, 2, frozenset("a"), "set hostname other"),
        Line("set x 1", 2, 4, frozenset("c")),
        Line(":clock next", 2, 4, frozenset("c")),
    )


def test_lines_of_another_fault_are_left_out_with_what_was_said_of_them() -> None:
    text = TEXT.replace("set x 1", "# only d\nset x 1")

    assert parse(text)[2:] == (Line(":clock next", 2, 4, frozenset("c")),)


def test_a_line_before_the_first_step_is_refused() -> None:
    with pytest.raises(BadSolution, match="line 2 stands before the first"):
        parse("# for a\nend\n")


def test_a_start_is_its_lines_without_comments() -> None:
    assert typed("# first\n\nconfig system global\n  end\n") == ("config system global", "  end")
