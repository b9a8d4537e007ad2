from dataclasses import MISSING, fields
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.language import statements as form
from fauxgate.language.context import Context
from fauxgate.language.printer import print_statement, print_statements, print_word
from fauxgate.language.reader import read
from fauxgate.language.words import Bare

IDENTITY = Path(__file__).parents[2] / "fixtures" / "lines" / "identity.txt"
PLACES = {context.value: context for context in Context}
FORMS = sorted(form.BY_RULE.values(), key=lambda kind: kind.__name__)


def identity_lines():
    context = Context.ROOT
    for line in read(IDENTITY.read_text("utf-8")):
        if line.text.removeprefix("# ") in PLACES:
            context = PLACES[line.text.removeprefix("# ")]
        elif line.text and not line.text.startswith("#"):
            yield pytest.param(context, line.text, id=f"{line.number}-{context.value}")


IDENTITY_LINES = list(identity_lines())


@pytest.mark.parametrize(("context", "line"), IDENTITY_LINES)
def test_a_canonical_line_prints_back_unchanged(parser, open_vocabulary, context, line):
    assert print_statement(parser.parse(line, context, open_vocabulary)) == line


def test_every_form_has_a_line(parser, open_vocabulary):
    seen = {type(parser.parse(line.values[1], line.values[0], open_vocabulary)) for line in IDENTITY_LINES}

    assert seen == set(FORMS)


@pytest.mark.parametrize(
    ("word", "printed"),
    [
        (Bare("enable"), "enable"),
        ("enable", '"enable"'),
        ("", "''"),
        (Bare(""), "''"),
        ("it's", '"it\\\'s"'),
        ('a"b\\c', '"a\\"b\\\\c"'),
        (Bare("a b"), '"a b"'),
        (Bare("a#b"), '"a#b"'),
        ("a\nb", '"a\nb"'),
    ],
)
def test_words_are_quoted_as_the_appliance_does(word, printed):
    assert print_word(word) == printed


def test_levels_are_indented_and_values_of_several_lines_are_not():
    local = (Bare("vpn"), Bare("certificate"), Bare("local"))
    lines = print_statements(
        [
            form.Config(local),
            form.Edit("a"),
            form.Set(Bare("csr"), ("one\ntwo",)),
            form.Config((Bare("deep"),)),
            form.Edit(Bare("1")),
            form.Next(),
            form.End(),
            form.Next(),
            form.End(),
            form.Config(local),
            form.Edit("b"),
            form.End(),
            form.Show(),
        ]
    )

    assert "\n".join(lines) == (
        "config vpn certificate local\n"
        '    edit "a"\n'
        '        set csr "one\ntwo"\n'
        "        config deep\n"
        "            edit 1\n"
        "            next\n"
        "        end\n"
        "    next\n"
        "end\n"
        "config vpn certificate local\n"
        '    edit "b"\n'
        "end\n"
        "show"
    )


@pytest.mark.parametrize("statement", [form.Next(), form.End(), form.Abort()])
def test_leaving_more_than_was_entered_stays_at_the_margin(statement):
    assert list(print_statements([statement, form.Purge()])) == [print_statement(statement), "purge"]


# No keyword begins with w, so that no bare word here is one.
WORD = st.text() | st.from_regex(r"w[a-z0-9./:@-]{0,8}", fullmatch=True).map(Bare)
WORDS = st.lists(WORD, max_size=4).map(tuple)
KEYWORD_FIELDS = {
    (form.Move, "place"): st.sampled_from(["before", "after"]),
    (form.DebugApplication, "application"): st.just("scep"),
    (form.TestApplication, "application"): st.just("forticron"),
    (form.DebugConsoleTimestamp, "state"): st.sampled_from(["enable", "disable"]),
    (form.BackupConfigFlash, "scope"): st.sampled_from(["config", "full-config"]),
    (form.BackupConfigServer, "scope"): st.sampled_from(["config", "full-config", "ipsuserdefsig"]),
    (form.BackupLogsServer, "place"): st.sampled_from(["disk", "memory"]),
    (form.BackupLogsServer, "protocol"): st.sampled_from(["ftp", "tftp"]),
    (form.BackupConfigServer, "protocol"): st.sampled_from(["ftp", "tftp"]),
    (form.RestoreConfigServer, "protocol"): st.sampled_from(["ftp", "tftp"]),
    (form.ExportLocalTftp, "kind"): st.sampled_from(["cer", "csr", "p12"]),
    (form.ImportLocalTftp, "kind"): st.sampled_from(["cer", "p12"]),
    (form.Stubbed, "command"): st.sampled_from(
        [tuple(map(Bare, command.split())) for command in ("get hardware cpu", "diagnose hardware deviceinfo nic")]
    ),
    (form.GetCertificateDetails, "path"): st.sampled_from(
        [tuple(map(Bare, path.split())) for path in ("vpn certificate local", "certificate ca")]
    ),
}
CONTEXTS = {
    **dict.fromkeys([form.Edit, form.Delete, form.Purge, form.Rename, form.Clone, form.Move], Context.TABLE),
    **dict.fromkeys([form.Set, form.Unset, form.Append, form.Select, form.Unselect, form.Clear], Context.ENTRY),
    **dict.fromkeys([form.Next, form.Abort, form.End, form.Get], Context.ENTRY),
}


def field_values(kind, field):
    if (kind, field.name) in KEYWORD_FIELDS:
        return KEYWORD_FIELDS[kind, field.name]
    annotation = get_type_hints(kind)[field.name]
    if annotation is bool:
        return st.booleans()
    if annotation is str:
        return WORD
    return WORDS if field.default is not MISSING else WORDS.filter(bool)


def statements_of(kind):
    return st.builds(kind, **{field.name: field_values(kind, field) for field in fields(kind)})


@given(statement=st.sampled_from(FORMS).flatmap(statements_of))
def test_what_is_printed_parses_to_the_same_statement(parser, open_vocabulary, statement):
    context = CONTEXTS.get(type(statement), Context.ROOT)
    line = print_statement(statement)

    parsed = parser.parse(line, context, open_vocabulary)

    assert parsed == statement
    assert print_statement(parsed) == line
