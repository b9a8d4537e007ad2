"""Who names whom, in tables of our own: pots that come from shops, alone, in lists and in nested tables."""

import pytest

from fauxgate.model.configuration import Configuration
from fauxgate.model.dangling import Dangling
from fauxgate.model.references import User, mentions
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import Integer, Name, Names, Object, Option, String, Table

SHOP = ("paint", "shop")

BRANCH = ("paint", "branch")

OFFER = Table(
    path=("offer",),
    help="",
    key=Option("id", Integer()),
    options=(Option("shop", String(9), refers_to=(SHOP,)),),
)

NOTE = Object(path=("note",), help="", options=(Option("shop", String(9), refers_to=(SHOP,)),))

TABLES = (
    Table(path=SHOP, help="", key=Option("name", Name(9)), options=(Option("size", Integer(), "0"),), limit=4),
    Table(path=BRANCH, help="", key=Option("name", Name(9)), options=(), unlike=(SHOP,)),
    Table(
        path=("paint", "pot"),
        help="",
        key=Option("name", Name(9)),
        options=(
            Option("shop", String(9), "any", refers_to=(SHOP, BRANCH)),
            Option("shops", Names(9), (), refers_to=(SHOP,), also=("all",)),
            OFFER,
            NOTE,
        ),
    ),
    Object(path=("paint", "shelf"), help="", options=(Option("shop", String(9), refers_to=(SHOP,)),)),
)

CATALOGUE = Catalogue(TABLES, {("paint",): ""}, (7, 4, 11))

MISSING = ("entry not found in datasource", "", "value parse error before 'z'", "Command fail. Return code -3")


@pytest.fixture
def shops(make_session_of):
    """A session in a configuration that has two shops and a branch."""
    session = make_session_of(Configuration(CATALOGUE))
    session.paste("config paint shop", "edit a", "next", "edit b", "next", "end")
    session.paste("config paint branch", "edit c", "next", "end")
    return session


def test_a_name_without_an_entry_is_refused(shops):
    shops.paste("config paint pot", "edit p")

    assert shops.type("set shop z") == MISSING
    assert shops.type("set shops a z") == MISSING
    assert shops.type("append shops z") == MISSING
    assert shops.paste("set shop a", "set shop c", "set shops a b", "append shops all", "set shop any") == ()


def test_a_default_and_the_words_besides_need_no_entry(shops):
    assert shops.paste("config paint pot", "edit p", "set shop any", "set shops all", "next") == ()


def test_an_entry_in_use_stays_and_the_entries_that_use_it_are_counted(shops):
    shops.paste("config paint pot", "edit p", "set shop a", "set shops a b", "next", "edit q", "set shops a", "end")
    shops.paste("config paint shelf", "set shop a", "end", "config paint shop")

    assert shops.type("delete a") == ("The entry is used by other 3 entries", "Command fail. Return code -23")
    assert shops.type("delete b") == ("The entry is used by other 1 entries", "Command fail. Return code -23")


def test_nested_tables_and_objects_use_entries_too(shops):
    shops.paste("config paint pot", "edit p", "config offer", "edit 1", "set shop a", "end")
    shops.paste("config note", "set shop b", "end", "end", "config paint shop")

    assert "The entry is used by other 1 entries" in shops.type("delete a")
    assert "The entry is used by other 1 entries" in shops.type("delete b")


def test_what_is_no_longer_used_can_go(shops):
    shops.paste("config paint pot", "edit p", "set shop a", "next", "edit p", "set shop b", "next", "end")

    assert shops.paste("config paint shop", "delete a") == ()
    assert shops.paste("end", "config paint pot", "delete p", "end", "config paint shop", "delete b") == ()


def test_references_follow_a_new_name_everywhere(shops):
    shops.paste(
        "config paint pot", "edit p", "set shop a", "set shops b a", "config offer", "edit 1", "set shop a", "end"
    )
    shops.paste("config note", "set shop a", "end", "end", "config paint shelf", "set shop a", "end")

    assert shops.paste("config paint shop", "rename a to x", "end") == ()

    assert shops.show("paint pot") == [
        "config paint pot",
        '    edit "p"',
        '        set shop "x"',
        '        set shops "b" "x"',
        "        config offer",
        "            edit 1",
        '                set shop "x"',
        "            next",
        "        end",
        "        config note",
        '            set shop "x"',
        "        end",
        "    next",
        "end",
    ]
    assert shops.show("paint shelf") == ["config paint shelf", '    set shop "x"', "end"]
    assert shops.commits[-1].path == ("paint", "shelf")


def test_purge_leaves_what_is_in_use_and_tells_of_it(shops):
    shops.paste("config paint shelf", "set shop b", "end", "config paint shop")

    assert shops.type("purge") == ("The entry is used by other 1 entries", "Command fail. Return code -23")
    assert list(shops.configuration.table(SHOP)) == ["b"]


def test_a_name_that_went_away_meanwhile_is_found_when_the_entry_is_saved(shops):
    shops.paste("config paint pot", "edit p", "set shop a")
    shops.configuration.delete(SHOP, "a")

    assert shops.type("next")[-1] == "Command fail. Return code -3"


def test_a_table_holds_no_more_than_fits(shops):
    shops.paste("config paint shop", "edit d", "next", "edit e", "next", "edit f")

    assert shops.type("next") == ("object set operator error, -4 discard the setting", "Command fail. Return code -4")
    assert shops.type("clone a to f")[-1] == "Command fail. Return code -4"


def test_no_entry_has_the_name_of_another_kind(shops):
    shops.type("config paint branch")

    assert shops.type("edit a") == (
        "node_check_object fail! for name a",
        "value parse error before 'a'",
        "Command fail. Return code -651",
    )
    assert shops.type("rename c to a")[-1] == "Command fail. Return code -651"


def test_users_and_mentions_tell_where(shops):
    shops.paste("config paint pot", "edit p", "set shops a", "config offer", "edit 7", "set shop a", "end", "end")
    pot, entry = CATALOGUE.find(("paint", "pot")), shops.configuration.entry(("paint", "pot"), "p")

    assert shops.configuration.users(SHOP, "a") == (User("root", ("paint", "pot"), "p"),)
    found = list(mentions(pot, entry, (SHOP, "a")))
    assert [(it.option.name, [(section.name, key) for section, key in it.way]) for it in found] == [
        ("shops", []),
        ("shop", [("offer", "7")]),
    ]


def test_a_backup_may_name_what_comes_later_and_what_never_comes_is_taken_out(shops):
    shops.editor.is_restoring = True
    shops.paste("config paint pot", "edit p", "set shop y", "set shops a z", "config note", "set shop z", "end", "end")
    shops.paste("config paint shop", "edit y", "next", "end")
    shops.editor.is_restoring = False

    dropped = list(shops.configuration.drop_dangling())

    user = User("root", ("paint", "pot"), "p")
    assert dropped == [Dangling(user, (), "shops", "z"), Dangling(user, ("note",), "shop", "z")]
    assert shops.show("paint pot p")[2:4] == ['        set shop "y"', '        set shops "a"']
