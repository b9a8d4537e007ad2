import os
from random import Random

import pytest
from conftest import ROOT
from generator import FLAT, PLAIN, REALISTIC, generate
from hypothesis import given
from hypothesis import strategies as st
from mutations import PLAIN as SMALL
from mutations import TRAPS, mutated, some_of
from reading import Bulk, Law, Statements, by_the_law

from fauxgate.errors import UserError
from fauxgate.language import statements as form
from fauxgate.language.bulk import Reader, _step, unix_lines
from fauxgate.language.bulk_tables import load
from fauxgate.language.reader import read
from fauxgate.language.words import Bare

# By night there are more.
MUTATIONS = 2000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 100

FIXTURES = [
    *ROOT.glob("fixtures/**/*.conf"),
    *ROOT.glob("fixtures/lines/*.txt"),
    *ROOT.glob("fixtures/explain/*.log"),
    *ROOT.glob("fixtures/transcripts/*.txt"),
]


@pytest.mark.parametrize("rows", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_mutated_configurations_read_as_the_law_says(seed, rows):
    chance = Random(seed)  # noqa: S311 - it chooses what is changed
    texts = [mutated(some_of(SMALL, chance), chance) for _ in range(MUTATIONS)]

    assert [Bulk(rows).load(text) for text in texts] == [by_the_law(text) for text in texts]


@pytest.mark.parametrize("seed", range(4))
def test_lines_that_say_nothing_are_counted_as_the_law_counts_them(seed):
    chance = Random(seed)  # noqa: S311 - it chooses what is changed
    texts = [mutated(some_of(SMALL, chance), chance) for _ in range(MUTATIONS)]

    assert [remarks_in_bulk(text) for text in texts] == [remarks_by_the_law(text) for text in texts]


def remarks_in_bulk(text):
    bulk = Bulk(rows=True)
    bulk.load(text)
    return bulk.remarks


def remarks_by_the_law(text):
    law = Law()
    list(law.read(read(text)))
    return law.remarks


@given(st.lists(st.sampled_from([*TRAPS, *SMALL.splitlines(keepends=True)]), max_size=20).map("".join), st.booleans())
def test_any_lines_read_as_the_law_says(text, rows):
    assert Bulk(rows).load(text) == by_the_law(text)


@given(st.text(alphabet=st.sampled_from("ab#'\"\\ \n\r\t\f\xa0")), st.booleans())
def test_any_value_reads_as_the_law_says(text, rows):
    text = f"config a\nedit 1\nset x {text}\nset y z\nnext\nedit {text}\nnext\nend\nconfig {text}\nend\n"

    assert Bulk(rows).load(text) == by_the_law(text)


@pytest.mark.parametrize("family", [REALISTIC, PLAIN, FLAT])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_generated_configuration_is_plain_and_reads_as_the_law_says(family, end):
    text = generate(3000, seed=7, family=family).replace("\n", end)
    bulk = Bulk()

    assert bulk.load(text) == by_the_law(text)
    assert bulk.others == 0


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_fixture_reads_as_the_law_says(path):
    text = path.read_bytes().decode(errors="surrogateescape")

    assert Bulk(rows=True).load(text) == by_the_law(text)


@pytest.mark.parametrize("seed", range(3))
def test_a_mutated_backup_reads_as_the_law_says(seed):
    chance = Random(seed)  # noqa: S311 - it chooses what is changed
    text = mutated(generate(1500, seed), chance)
    bulk = Bulk(rows=True)

    assert bulk.load(text) == by_the_law(text)
    assert bulk.others < 1500


def test_what_is_read_is_told_with_its_lines():
    sink = Statements()

    assert Reader('config a "b c"\n\n  edit 1\n    set x "1\n2"\n    unset y\n next\n  edit 2\n end').read_piece(sink)
    assert sink.read == [
        (1, form.Config((Bare("a"), "b c"))),
        (3, form.Edit(Bare("1"))),
        (4, form.Set(Bare("x"), ("1\n2",))),
        (6, form.Unset(Bare("y"))),
        (7, form.Next()),
        (8, form.Edit(Bare("2"))),
        (9, form.End()),
    ]


def test_words_keep_whether_they_were_quoted():
    sink = Statements()

    assert Reader('config a "b"\nedit "1"\nset x "y" z\nnext\nedit 2\nend').read_piece(sink)
    assert [
        type(word) is Bare
        for _, statement in sink.read
        for word in (*getattr(statement, "path", ()), *filter(None, [getattr(statement, "key", None)]))
    ] == [True, False, False, True]


def test_what_is_not_plain_leaves_the_reader_where_it_was():
    reader = Reader("config a\n  set b c\nend\n\n   config d\n   append e f\nend\n")

    assert reader.read_piece(Statements())
    assert not reader.read_piece(Statements())
    assert (reader.text[reader.offset :].split("\n")[0], reader.line) == ("   config d", 5)


def test_the_law_goes_on_where_the_bulk_reader_stopped():
    reader = Reader('config d\n  append e f\n  set g "h\n"\nend\nconfig i\nend')
    lines = [next(reader.lines()) for _ in range(4)]

    assert [(line.number, line.text) for line in lines] == [
        (1, "config d"),
        (2, "  append e f"),
        (3, '  set g "h\n"'),
        (5, "end"),
    ]
    assert reader.line == 6
    assert reader.read_piece(Statements())
    assert reader.is_at_end


class Refusing(Statements):
    """A sink that takes no second entry."""

    def entry(self, key, pairs, line):
        if self.read[-1:] == [(3, form.Next())]:
            raise UserError
        super().entry(key, pairs, line)


def test_what_the_sink_refuses_reaches_the_caller_and_is_read_again():
    reader = Reader("config a\nedit 1\nnext\nedit 2\nnext\nend\n")

    with pytest.raises(UserError):
        reader.read_piece(Refusing())
    assert (reader.offset, reader.line) == (0, 1)
    assert reader.read_piece(Statements())


def test_blocks_a_dozen_deep_are_plain():
    assert Reader("config a\nedit 1\n" * 12 + "next\nend\n" * 12).read_piece(Statements())


def test_rows_are_read_one_at_a_time():
    reader = Reader("config a\nedit 1\nset b c\nnext\nedit 2\nset d e\nnext\nset f g\nend\n")
    next(reader.lines())
    sinks = [Statements(), Statements(), Statements()]

    assert [reader.read_row(sink) for sink in sinks] == [True, True, False]
    assert [len(sink.read) for sink in sinks[:2]] == [3, 3]
    assert reader.line == 8


def test_a_quote_that_is_never_closed_is_found_in_linear_time():
    text = "config a\n" + "edit 1\nset b \"c'\nnext\n" * 30_001 + "end\n"

    assert not Reader(text).read_piece(Statements())


def test_one_more_entry_leaves_the_stack_as_it_was():
    """So that a run of entries can be read without it."""
    tables = load()
    stack = [tables.starts["piece"]]
    steps = [_step(tables.states, stack, token) for token in ("CONFIG", "ENTRY", "ENTRY")]
    before, repeats = [*stack], tables.states[stack[-1]].repeats

    assert [*steps, _step(tables.states, stack, "ENTRY")] == [True] * 4
    assert (stack, "ENTRY" in repeats) == (before, True)


def test_many_entries_that_are_not_whole_are_left_in_linear_time():
    text = "config a\n" + "edit 1\n  set b c\n" * 20_000 + "end\n"

    assert not Reader(text).read_piece(Statements())


def test_ever_deeper_blocks_that_never_end_are_read_in_linear_time():
    text = "config a\n" + "edit 1\nconfig b\n" * 1_000
    bulk = Bulk(rows=True)

    assert len(bulk.load(text)) == 2_001


@given(st.text(alphabet=st.sampled_from("ab\r\n")))
def test_line_ends_become_those_that_the_law_reads(text):
    assert unix_lines(text).split("\n") == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def test_a_carriage_return_in_quotes_belongs_to_the_value():
    sink = Statements()

    assert Reader('config a\nset b "c\r\nd"\nend\n').read_piece(sink)
    assert sink.read[1] == (2, form.Set(Bare("b"), ("c\r\nd",)))


@pytest.mark.parametrize("text", ["config a\r\nend\n", "config a\nset b c\rd\nend\n", "config a\nset b c\r\nend\n"])
def test_a_carriage_return_elsewhere_is_not_plain(text):
    assert not Reader(text).read_piece(Statements())
