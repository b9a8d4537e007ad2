"""What nobody has described: kept word for word, shown in its place, and counted."""

import pytest

from fauxgate.language.context import Context
from fauxgate.model.configuration import Configuration
from fauxgate.schema.catalogue import Catalogue, Kind, KnownPath
from fauxgate.schema.types import Integer, Name, Object, Option, Table

POT = Table(
    path=("paint", "pot"),
    help="",
    key=Option("name", Name(9)),
    options=(Option("size", Integer(), "0"), Object(path=("lid",), help="", options=(), is_complete=False)),
    is_complete=False,
)

SHELF = Object(path=("paint", "shelf"), help="", options=(Option("height", Integer(), "0"),))

KNOWN = {
    it.path: it for it in (KnownPath(("ink", "well"), "id"), KnownPath(("ink", "blot")), KnownPath(("pen",), "name"))
}


def made(*, strict=False):
    return Catalogue((POT, SHELF), {}, (7, 4, 11), known=lambda _release: KNOWN, strict=strict)


@pytest.fixture
def kept(make_session_of):
    """A session over tables of which some are known by name only."""
    return make_session_of(Configuration(made()))


def test_a_path_is_modelled_kept_or_unknown():
    assert [made().kind(path) for path in (("paint", "pot"), ("ink", "well"), ("ink", "pot"))] == list(Kind)


def test_strictly_there_is_only_what_is_modelled(make_session_of):
    session = make_session_of(Configuration(made(strict=True)))

    assert session.type("config ink well") == ("", "command parse error before 'ink'", "Command fail. Return code -61")
    session.paste("config paint pot", "edit a")
    assert session.type("set color red")[1] == "command parse error before 'color'"


def test_statements_print_back_word_for_word_in_the_order_they_came(kept):
    lines = [
        "config ink well",
        "    edit 1",
        '        set color "red" blue',
        "        config inside",
        "            set a 1",
        '            config redistribute "connected"',
        "                set b 2",
        "            end",
        "        end",
        "        unset empty",
        "        config rows",
        "            edit x",
        "            next",
        '            edit "y z"',
        "                set c 3",
        "            next",
        "        end",
        "    next",
        "end",
    ]

    assert kept.paste(*lines) == ()

    assert kept.show("ink well") == lines


def test_the_last_word_about_an_option_counts(kept):
    kept.paste(
        "config ink blot", "set a 1", "set b 2", "set a 3", "append a 4", "unselect b 2", "select c 5 6", "clear c"
    )

    assert [line.strip() for line in kept.show()] == [
        "config ink blot",
        "set a 3 4",
        "unset b",
        "unset c",
        "end",
    ]
    kept.paste("abort", "config ink blot")
    assert kept.show() == ["config ink blot", "end"]


def test_entries_are_deleted_and_renamed_by_name(kept):
    kept.paste(
        "config pen", "edit a", "set x 1", "next", "edit b", "next", "edit c", "next", "delete b", "rename a to d"
    )

    assert list(kept.configuration.table(("pen",))) == ["d", "c"]
    assert kept.type("delete b") == ("entry is not found in table", "Command fail. Return code -3")


def test_a_block_may_be_a_table_or_an_object_and_its_end_saves_all_of_it(kept):
    kept.paste("config ink blot", "config rows", "edit 1", "set a 1")
    assert kept.editor.context is Context.ENTRY
    kept.type("next")
    assert (kept.editor.context, kept.prompt) == (Context.KEPT, "rows")
    kept.paste("edit 2", "set b 2", "end")
    assert kept.prompt == "blot"
    kept.type("end")

    assert next(iter(kept.configuration.object(("ink", "blot")).blocks.values())).tables[""].keys() == {"1", "2"}


def test_what_is_aborted_in_a_block_leaves_nothing(kept):
    kept.paste("config ink blot", "config rows", "edit 1", "abort", "end")

    assert kept.show("ink blot") == ["config ink blot", "end"]


def test_a_kept_section_is_shown_behind_what_it_followed(kept):
    kept.paste("config paint pot", "end", "config ink blot", "end", "config pen", "end", "config paint shelf", "end")

    shown = [line for line in kept.show() if line != "end"]

    assert shown == ["config paint pot", "config ink blot", "config pen", "config paint shelf"]
    assert kept.configuration.kept_paths == (("ink", "blot"), ("pen",))


def test_what_comes_first_is_shown_last(kept):
    kept.paste("config pen", "end", "config paint shelf", "end")

    assert kept.show()[-2:] == ["config pen", "end"]


def test_an_incomplete_section_keeps_what_it_does_not_know_behind_what_it_does(kept):
    kept.paste("config paint pot", "edit a", "set color red", "set size 3", "config lid", "set tint 1", "end")
    kept.paste("config handle", "set length 2", "end", "end")

    assert [line.strip() for line in kept.show("paint pot")] == [
        "config paint pot",
        'edit "a"',
        "set size 3",
        "config lid",
        "set tint 1",
        "end",
        "set color red",
        "config handle",
        "set length 2",
        "end",
        "next",
        "end",
    ]
    assert kept.configuration.kept_options == {("paint", "pot"): ("set color", "config handle", "set tint")}


def test_a_complete_section_keeps_nothing(kept):
    kept.type("config paint shelf")

    assert kept.type("set color red")[1] == "command parse error before 'color'"
    assert kept.type("config lid")[1] == "command parse error before 'lid'"


def test_a_value_is_needed_all_the_same(kept):
    kept.type("config ink blot")

    assert kept.type("set color")[1] == "incomplete command in the end"


def test_a_table_of_messages_is_written_with_the_key_behind_the_path(make_session_of):
    path = ("system", "replacemsg", "mail")
    known = {path: KnownPath(path, "msg-type")}
    session = make_session_of(Configuration(Catalogue((), {}, (7, 4, 11), known=lambda _release: known)))

    assert session.paste('config system replacemsg mail "partial"', "set header http") == ()
    assert (session.editor.context, session.prompt) == (Context.OBJECT, "partial")
    session.type("end")
    assert session.editor.context is Context.ROOT

    assert session.show("system replacemsg mail")[0] == 'config system replacemsg mail "partial"'
    assert session.type("config system replacemsg mail a b")[1] == "command parse error before 'a'"
