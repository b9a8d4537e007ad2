import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.language.reader import Line, read
from fauxgate.language.words import is_open

TEXT = st.text(alphabet=st.sampled_from("ab#'\"\\ \n\r"), max_size=40)


def test_lines_are_numbered_from_one_and_blank_ones_are_kept():
    assert list(read("a\n\n# c\nb\n")) == [Line(1, "a"), Line(2, ""), Line(3, "# c"), Line(4, "b")]


def test_an_open_quote_joins_the_lines_that_follow():
    text = 'set key "one\n# two\n\nthree"\nnext'

    assert list(read(text)) == [Line(1, 'set key "one\n# two\n\nthree"'), Line(5, "next")]


def test_a_backslash_at_the_end_joins_the_next_line():
    assert list(read("set a \\\n  b\nc")) == [Line(1, "set a \\\n  b"), Line(3, "c")]


def test_an_apostrophe_in_a_comment_opens_nothing():
    assert [line.text for line in read("# it's\nend")] == ["# it's", "end"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_reads_the_same(end):
    text = end.join(["config x", '  set a "1', '2"', "end", ""])

    assert list(read(text)) == [Line(1, "config x"), Line(2, '  set a "1\n2"'), Line(4, "end")]


def test_an_unfinished_last_line_is_given_as_it_is():
    assert list(read('a\nset b "c\nd\n')) == [Line(1, "a"), Line(2, 'set b "c\nd')]


def test_a_quote_that_is_never_closed_is_read_in_linear_time():
    assert len(list(read('set a "' + "b 'c\n" * 100_000))) == 1


@given(TEXT)
def test_nothing_is_lost_and_only_the_last_line_is_open(text):
    lines = list(read(text))

    assert "\n".join(line.text for line in lines) == re.sub("\r\n|\r", "\n", text).removesuffix("\n")
    assert not any(is_open(line.text) for line in lines[:-1])


@given(st.lists(st.text(alphabet="ab \"'#\\"), max_size=8))
def test_carriage_returns_change_nothing(lines):
    assert list(read("\r\n".join(lines))) == list(read("\n".join(lines)))
