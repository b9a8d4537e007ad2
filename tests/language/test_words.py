import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.language.errors import OpenQuote
from fauxgate.language.words import Bare, Word, is_open, open_end, split

LEXICAL_TEXT = st.text(alphabet=st.sampled_from("ab#'\"\\ \t\f\xa0\n\r?(<"), max_size=30)
ONE_LINE = LEXICAL_TEXT.filter(lambda text: "\n" not in text and "\r" not in text)


def texts(line):
    return [word.text for word in split(line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("set a b", ["set", "a", "b"]),
        ('"new"_service1', ["new_service1"]),
        ("a'b c'\"d e\"f", ["ab cd ef"]),
        (r"'no \escape'", [r"no \escape"]),
        (r'"\" \' \\ \n"', [r'" ' + "' \\ \\n"]),
        (r"a\ b \c \'", ["a b", "c", "'"]),
        ("a \\\nb\\\nc", ["a", "bc"]),
        ("a \\\r\nb\\\r\nc", ["a", "bc"]),
        ("a\tb\fc\xa0d", ["a", "b", "c", "d"]),
        ('"one\ntwo"', ["one\ntwo"]),
        ("a '' \"\"", ["a", "", ""]),
        ("a\r\n", ["a"]),
        ("a\\", ["a"]),
        ("set password 5uperSecure!@# x", ["set", "password", "5uperSecure!@#", "x"]),
        ("set x (a) <b> ?", ["set", "x", "(a)", "<b>", "?"]),
        ("a #b", ["a", "#b"]),
        (r"\#a", ["#a"]),
    ],
)
def test_words_are_read_by_the_lexical_rules(line, words):
    assert texts(line) == words


@pytest.mark.parametrize("line", ["", "   ", "\t\xa0", "# comment", "  # it's \"open", "\n", "\\\n"])
def test_blank_lines_and_comments_have_no_words(line):
    assert texts(line) == []


def test_a_comment_ends_with_its_line():
    assert texts("# one\n a\n  # two\nb") == ["a", "b"]


def test_a_number_sign_after_a_continued_line_is_no_comment():
    assert texts("a \\\n# b") == ["a", "#", "b"]


def test_words_know_their_columns_and_quotes():
    assert split('set "a b"c d') == [
        Word("set", 0, 3, quoted=False),
        Word("a bc", 4, 10, quoted=True),
        Word("d", 11, 12, quoted=False),
    ]


def test_only_words_without_quotes_are_bare():
    bare, quoted = split("a 'b'")

    assert isinstance(bare.value, Bare)
    assert not isinstance(quoted.value, Bare)


@pytest.mark.parametrize(("line", "quote", "position"), [('a "b', '"', 2), ("ab 'c", "'", 3), ('a "b\\"', '"', 2)])
def test_an_open_quote_is_told_with_its_column(line, quote, position):
    with pytest.raises(OpenQuote) as caught:
        split(line)

    assert (caught.value.quote, caught.value.position) == (quote, position)
    assert caught.value.lines() == ("token line: Unmatched double quote.",)


@pytest.mark.parametrize("text", ['a "b', "a 'b", "a \\", 'a "b\nc', "\\"])
def test_a_line_with_an_open_end_goes_on(text):
    assert is_open(text)


@pytest.mark.parametrize("text", ["a", 'a "b"', "a \\\\", "# it's", "  # it's \\", "'a\\'", '"a\nb"'])
def test_a_finished_line_does_not_go_on(text):
    assert not is_open(text)


def test_what_was_open_is_closed_by_a_later_line():
    assert open_end("b", '"') == '"'
    assert open_end("# b", '"') == '"'
    assert open_end('b" c', '"') == ""
    assert open_end("b\\", "\\") == "\\"


def open_quote(text):
    """The quote that splitting finds open, with the text from there on; nothing if there are words instead."""
    try:
        split(text)
    except OpenQuote as error:
        return error.quote, text[error.position :]
    return "", ""


@given(st.text() | LEXICAL_TEXT)
def test_splitting_any_text_gives_words_or_an_open_quote(text):
    quote, rest = open_quote(text)

    assert rest.startswith(quote)


@given(ONE_LINE)
def test_a_line_is_open_exactly_when_splitting_finds_an_open_quote(line):
    quote, _ = open_quote(line)

    assert open_end(line).strip("\\") == quote


@given(st.lists(st.text()))
def test_quoted_words_come_back_whatever_they_hold(words):
    line = " ".join('"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"' for word in words)

    assert texts(line) == words


def test_splitting_does_not_load_the_parser_generator():
    program = "import sys, fauxgate.language.words, fauxgate.language.parser; sys.exit('lark' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
