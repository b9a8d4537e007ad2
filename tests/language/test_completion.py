import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.language.completion import expect, listing
from fauxgate.language.errors import OpenQuote, ParseError, UnknownAction
from fauxgate.language.parser import Candidate, Choices, Context

ROOT, TABLE, ENTRY, OBJECT, *_ = Context


@pytest.fixture(scope="session")
def expected(parser, vocabulary):
    def expected(line, context=ROOT):
        return expect(line, context, vocabulary, parser)

    return expected


def texts(expectation):
    return [candidate.text for candidate in expectation.candidates]


def test_the_top_level_listing_is_that_of_the_appliance(expected):
    # fortios-cli.md, 2.1.
    assert listing(expected("")) == [
        "config      Configure object.",
        "get         Get dynamic and system information.",
        "show        Show configuration.",
        "diagnose    Diagnose facility.",
        "execute     Execute static commands.",
        "sudo        Execute a command in another VDOM or globally.",
        "alias       Execute alias commands.",
        "exit        Exit the CLI.",
    ]


@pytest.mark.parametrize(
    ("context", "verbs"),
    [
        (TABLE, "edit delete purge rename clone move get show abort end"),
        (ENTRY, "config set unset append select unselect clear get show next abort end"),
        (OBJECT, "config set unset append select unselect clear get show abort end"),
    ],
)
def test_each_level_lists_its_verbs(expected, context, verbs):
    assert texts(expected("", context)) == verbs.split()


def test_a_complete_command_lists_enter(expected):
    assert listing(expected("purge ", TABLE)) == [" <Enter>"]


def test_an_argument_without_candidates_is_listed_by_its_form(expected):
    assert listing(expected("exec vpn cert loc gen ec a ")) == [
        "<curve>    Curve of the key: secp256r1, secp384r1 or secp521r1."
    ]


def test_the_form_of_an_argument_is_not_a_word_to_insert(expected):
    (form,) = expected("execute date ").candidates

    assert form == Candidate("<date>", "Date as yyyy-mm-dd.", placeholder=True)


def test_a_line_that_may_end_or_go_on_lists_both(expected):
    assert listing(expected("exec vpn cert loc gen rsa a 2048 b ")) == ["<country>    Country code.", " <Enter>"]


def test_names_are_listed_after_keywords(expected):
    assert texts(expected("get vpn certificate local ")) == ["details", "Fortinet_SSL", "Fortinet_CA_SSL"]


def test_paths_are_listed_in_the_order_of_the_schema(expected):
    assert texts(expected("show ")) == ["full-configuration", "system", "vpn", "certificate"]
    assert texts(expected("get ")) == ["hardware", "system", "vpn", "certificate"]
    assert texts(expected("get system ")) == ["status", "performance", "ha", "global", "interface"]


@pytest.mark.parametrize(
    ("line", "context", "found", "prefix", "start"),
    [
        ("e", ROOT, ["execute", "exit"], "e", 0),
        ("  sh", ROOT, ["show"], "sh", 2),
        ("conf vpn cert c", ROOT, ["ca", "crl"], "c", 14),
        ("set p", ENTRY, ["password", "private-key", "private-key-retain"], "p", 4),
        ("edit Fort", TABLE, ["Fortinet_SSL", "Fortinet_CA_SSL"], "Fort", 5),
        ('edit "Fortinet_S', TABLE, ["Fortinet_SSL"], "Fortinet_S", 5),
        ("edit 'Fortinet_S", TABLE, ["Fortinet_SSL"], "Fortinet_S", 5),
        ("edit new", TABLE, ["<key>"], "new", 5),
        ("set comments \\\n", ENTRY, ["<string>"], "", 15),
        (":c", TABLE, [":ca", ":clock", ":checkpoint", ":coverage"], ":c", 0),
        ("diag deb console timestamp ", ROOT, ["enable", "disable"], "", 27),
        ("move a ", TABLE, ["before", "after"], "", 7),
    ],
)
def test_the_last_word_is_completed(expected, line, context, found, prefix, start):
    expectation = expected(line, context)

    assert texts(expectation) == found
    assert (expectation.prefix, expectation.start) == (prefix, start)
    assert not expectation.complete
    assert expectation.error is None


def test_candidates_carry_the_help_of_the_vocabulary(expected):
    assert listing(expected("unset sc", ENTRY)) == [
        "scep-url         Help of scep-url.",
        "scep-password    Help of scep-password.",
    ]


@pytest.mark.parametrize("line", ["", "e", "ex", "q"])
def test_words_that_are_hidden_are_not_listed(expected, line):
    assert not {"quit", ":clock", ":ca"} & set(texts(expected(line)))


def test_a_comment_expects_nothing(expected):
    assert expected("# sh").candidates == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [("foo", UnknownAction), ("foo ", UnknownAction), ("show foo", ParseError), ("show foo ", ParseError)],
)
def test_where_nothing_fits_the_mistake_is_told(expected, line, kind):
    expectation = expected(line)

    assert expectation.candidates == ()
    assert type(expectation.error) is kind


def test_a_quote_that_cannot_be_closed_is_told(expected):
    assert type(expected('edit "a\\', TABLE).error) is OpenQuote


def test_a_vocabulary_may_tell_the_form_and_the_candidates(parser):
    class Values:
        def choices(self, _terminal, _words):
            return Choices(
                [Candidate("<string>", "please input string value", placeholder=True), Candidate("MGMT", "vdom")]
            )

    assert listing(expect("set vdom ", ENTRY, Values(), parser)) == [
        "<string>    please input string value",
        "MGMT    vdom",
    ]
    assert texts(expect("set vdom x", ENTRY, Values(), parser)) == ["<string>"]


@given(line=st.text() | st.text(alphabet="conf vpn'\"#:\\"), context=st.sampled_from(Context))
def test_any_text_gives_an_expectation(expected, line, context):
    expectation = expected(line, context)

    assert 0 <= expectation.start <= len(line)
    assert all(c.placeholder or c.text.startswith(expectation.prefix) for c in expectation.candidates)


@given(data=st.data(), context=st.sampled_from(Context))
def test_every_keyword_that_is_listed_is_accepted(parser, vocabulary, data, context):
    line = ""
    while words := [c for c in expect(line, context, vocabulary, parser).candidates if not c.placeholder]:
        line += data.draw(st.sampled_from(words)).text + " "

    assert expect(line, context, vocabulary, parser).error is None
