import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.errors import UserError
from fauxgate.language import statements as form
from fauxgate.language.context import Context
from fauxgate.language.errors import Ambiguous, Incomplete, LanguageError, OpenQuote, ParseError, UnknownAction
from fauxgate.language.parser import Walk
from fauxgate.language.words import Bare, Word

LOCAL = ("vpn", "certificate", "local")
ROOT, TABLE, ENTRY, OBJECT, *_ = Context


@pytest.mark.parametrize(
    ("line", "context", "statement"),
    [
        ("conf vpn cert loc", ROOT, form.Config(LOCAL)),
        ("confi sy gl", ROOT, form.Config(("system", "global"))),
        ("exec vpn cert loc gen rsa a 2048 b", ROOT, form.GenerateRsa("a", "2048", "b")),
        ("exec vpn cert ca imp au http://ca.test/", ROOT, form.ImportCaAuto("http://ca.test/")),
        ("g sy st", ROOT, form.GetSystemStatus()),
        ("get vpn cert crl", ROOT, form.Get(("vpn", "certificate", "crl"))),
        ("get vpn cert loc", ROOT, form.Get(LOCAL)),
        ("get vpn cert loc Fortinet_SSL", ROOT, form.Get((*LOCAL, "Fortinet_SSL"))),
        ("get vpn cert loc details", ROOT, form.GetCertificateDetails(LOCAL)),
        ('get vpn cert loc "details"', ROOT, form.Get((*LOCAL, "details"))),
        ("get cert ca details x", ROOT, form.GetCertificateDetails(("certificate", "ca"), "x")),
        ("get system interface status", ROOT, form.Get(("system", "interface", "status"))),
        ("show full vpn cert loc a", ROOT, form.Show((*LOCAL, "a"), full=True)),
        ('show "vpn" "certificate" "local"', ROOT, form.Show(LOCAL)),
        ('get "vpn" "certificate" "local"', ROOT, form.Get(LOCAL)),
        ("diag deb app scep -1", ROOT, form.DebugApplication("scep", "-1")),
        ("diag deb console time en", ROOT, form.DebugConsoleTimestamp("enable")),
        ("diag deb dis", ROOT, form.DebugDisable()),
        ("quit", ROOT, form.Exit()),
        (":cl n", ENTRY, form.ControlClockNext()),
        ("get", TABLE, form.Get()),
        ("mov 1 be 2", TABLE, form.Move("1", "before", "2")),
        ("set com x", ENTRY, form.Set("comments", ("x",))),
        ("set private-key x", ENTRY, form.Set("private-key", ("x",))),
        ("sh", OBJECT, form.Show()),
    ],
)
def test_words_may_be_shortened(parse, line, context, statement):
    assert parse(line, context) == statement


def test_the_article_command_fills_every_argument(parse):
    statement = parse(
        'execute vpn certificate local generate rsa IPSECVPNTest 2048 myvpn "" NH Amsterdam Fortinet AS '
        'ipsecvpntest@fortinet.com "" http://ca.test/app/cert/scep/ challenge 192.0.2.1 id secret'
    )

    assert statement == form.GenerateRsa(
        name="IPSECVPNTest",
        key_size="2048",
        subject="myvpn",
        country="",
        state="NH",
        city="Amsterdam",
        organization="Fortinet",
        units="AS",
        email="ipsecvpntest@fortinet.com",
        subject_alt_name="",
        url="http://ca.test/app/cert/scep/",
        challenge="challenge",
        source_ip="192.0.2.1",
        ca_identifier="id",
        password="secret",
    )


@pytest.mark.parametrize("line", ["", "   ", "# config", "\t# it's"])
def test_blank_lines_and_comments_are_no_statements(parse, line):
    assert parse(line) is None


@pytest.mark.parametrize("line", ['set comments "a b" c', "set comments 'a b' c", "set comments a\\ b c"])
def test_the_three_quotings_say_the_same(parse, line):
    assert parse(line, ENTRY) == form.Set("comments", ("a b", "c"))


def test_a_statement_knows_which_words_were_quoted(parse):
    statement = parse('set comments "a" \'b\' c d"e"', ENTRY)

    assert [isinstance(value, Bare) for value in statement.values] == [False, False, True, False]


def test_a_full_name_takes_the_place_of_its_abbreviation_unquoted(parse):
    assert all(isinstance(word, Bare) for word in parse("conf vpn cert loc").path)


def test_a_value_may_have_several_lines(parse):
    assert parse('set private-key "one\ntwo\n"', ENTRY) == form.Set("private-key", ("one\ntwo\n",))


def test_a_carriage_return_at_the_end_is_white_space(parse):
    assert parse("show\r\n") == form.Show()


def test_an_empty_word_is_a_value(parse):
    assert parse("set comments ''", ENTRY) == form.Set("comments", ("",))


@pytest.mark.parametrize(
    ("line", "context", "kind", "position", "lines"),
    [
        ("ping google.com", ROOT, UnknownAction, 0, ("Unknown action 0",)),
        ("  emd", ENTRY, UnknownAction, 2, ("Unknown action 0",)),
        ("set a b", ROOT, UnknownAction, 0, ("Unknown action 0",)),
        ("next", TABLE, UnknownAction, 0, ("Unknown action 0",)),
        ("next", OBJECT, UnknownAction, 0, ("Unknown action 0",)),
        ("edit a", ENTRY, UnknownAction, 0, ("Unknown action 0",)),
        ("diagnose debug info", ENTRY, UnknownAction, 0, ("Unknown action 0",)),
        ("execute date", TABLE, UnknownAction, 0, ("Unknown action 0",)),
        ('"show"', ROOT, UnknownAction, 0, ("Unknown action 0",)),
        ("SHOW", ROOT, ParseError, 0, ("", "command parse error before 'SHOW'", "Command fail. Return code -61")),
        (
            "conf system foo bar",
            ROOT,
            ParseError,
            12,
            ("", "command parse error before 'foo'", "Command fail. Return code -61"),
        ),
        ("get local", ROOT, ParseError, 4, None),
        ("get vpn status", ROOT, ParseError, 8, None),
        ("conf system global extra", ROOT, ParseError, 19, None),
        ("set colour red", ENTRY, ParseError, 4, None),
        ('conf "sys" global', ROOT, ParseError, 5, None),
        ("show vpn certificate local a b", ROOT, ParseError, 29, None),
        ("purge now", TABLE, ParseError, 6, None),
        ("exec vpn cert loc gen dsa a", ROOT, ParseError, 22, None),
        ("show | grep x", ROOT, ParseError, 5, ("", "command parse error before '|'", "Command fail. Return code -61")),
        (
            "e",
            ROOT,
            Ambiguous,
            0,
            ("", "ambiguous command before 'e'", "Command fail. Return code -61"),
        ),
        ("conf vpn cert c", ROOT, Ambiguous, 14, None),
        ("set p x", ENTRY, Ambiguous, 4, None),
        ("delete", TABLE, Incomplete, 6, ("", "incomplete command in the end", "Command fail. Return code -160")),
        ("get", ROOT, Incomplete, 3, None),
        ("get system", ROOT, Incomplete, 10, None),
        ("conf vpn cert", ROOT, Incomplete, 13, None),
        ("show vpn ", ROOT, Incomplete, 8, None),
        ("set comments", ENTRY, Incomplete, 12, None),
        ("exec vpn cert loc gen rsa a 2048", ROOT, Incomplete, 32, None),
        ("rename a to", TABLE, Incomplete, 11, None),
        (":", ROOT, Ambiguous, 0, None),
        ('edit "a', TABLE, OpenQuote, 5, ("token line: Unmatched double quote.",)),
    ],
)
def test_a_mistake_is_told_at_its_word(parse, line, context, kind, position, lines):
    with pytest.raises(LanguageError) as caught:
        parse(line, context)

    assert type(caught.value) is kind
    assert caught.value.position == position
    assert lines in (None, caught.value.lines())


def test_an_ambiguity_names_what_the_word_may_stand_for(parse):
    with pytest.raises(Ambiguous) as caught:
        parse("conf vpn cert c")

    assert caught.value.matches == ("ca", "crl")


def test_an_exact_word_is_no_abbreviation_of_a_longer_one(parse):
    assert parse("unset private-key", ENTRY) == form.Unset("private-key")


KEYWORDS = ["config", "vpn", "certificate", "local", "ca", "get", "show", "execute", "generate", "rsa", "set", "e", ":"]
FRAGMENTS = st.sampled_from(KEYWORDS) | st.sampled_from(["#", "'", '"', "\\", "\n", " ", "", "''"])
CONTEXTS = st.sampled_from(Context)


@given(line=st.text() | st.lists(FRAGMENTS, max_size=12).map(" ".join), context=CONTEXTS)
def test_any_text_is_a_statement_nothing_or_a_users_mistake(parse, line, context):
    outcome = answer(parse, line, context)

    assert outcome is None or isinstance(outcome, UserError | form.Statement)


def answer(parse, line, context):
    try:
        return parse(line, context)
    except UserError as error:
        return error


def next_word(draw, walk):
    """A word that fits: a keyword, or a shortened one, or what is chosen freely. None ends the line."""
    options = walk.options()
    words = list(options.keywords) + ["w0", "w-1.x"] * bool(options.terminal) + [None] * options.may_end
    word = draw(st.sampled_from(words))
    if word in options.keywords and not options.terminal:
        shortened = word[: draw(st.integers(1, len(word)))]
        if sum(keyword.startswith(shortened) for keyword in options.keywords) == 1:
            return shortened
    return word


@given(data=st.data(), context=CONTEXTS)
def test_lines_made_from_the_grammar_parse(parser, open_vocabulary, data, context):
    walk = Walk(context, open_vocabulary)
    line = []
    while len(line) < 30 and (word := next_word(data.draw, walk)):
        walk.feed(Word(word, 0, len(word), quoted=False))
        line.append(word)

    if walk.options().may_end:
        assert parser.parse(" ".join(line), context, open_vocabulary) == walk.finish()
    else:
        with pytest.raises(Incomplete):
            parser.parse(" ".join(line), context, open_vocabulary)
