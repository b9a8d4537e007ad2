import pytest

from fauxgate.language.context import Context
from fauxgate.model.errors import NodeCheckFailed, PrivateKeyRefused, UnknownWord, WrongPlace


def test_each_place_has_its_context_and_prompt(session):
    editor = session.editor
    places = [(editor.context, session.prompt)]

    for line in ("config paint pot", "edit a", "config lid", "config drop", "edit 1"):
        session.type(line)
        places.append((editor.context, session.prompt))

    assert places == [
        (Context.ROOT, None),
        (Context.TABLE, "pot"),
        (Context.ENTRY, "a"),
        (Context.OBJECT, "lid"),
        (Context.TABLE, "drop"),
        (Context.ENTRY, "1"),
    ]


def test_edit_tells_whether_the_entry_is_new(session):
    session.type("config paint pot")

    assert session.editor.edit("a") is True
    session.type("next")
    assert session.editor.edit("a") is False


def test_next_saves_and_goes_back_to_the_table(session):
    session.paste("config paint pot", "edit a", "set color blue", "next")

    assert session.prompt == "pot"
    assert session.configuration.value(("paint", "pot"), "a", "color") == "blue"


def test_end_in_an_entry_saves_and_leaves_the_whole_config(session):
    session.paste("config paint pot", "edit a", "set color blue", "end")

    assert session.prompt is None
    assert session.configuration.value(("paint", "pot"), "a", "color") == "blue"


def test_end_in_a_nested_config_goes_to_the_entry_that_holds_it(session):
    session.paste("config paint pot", "edit a", "config drop", "edit 1", "set size 4", "end")

    assert session.prompt == "a"
    assert "a" not in session.configuration.table(("paint", "pot"))

    session.type("next")

    assert session.configuration.entry(("paint", "pot"), "a").tables["drop"]["1"].values == {"size": "4"}


def test_end_in_a_table_just_leaves(session):
    assert session.paste("config paint pot", "end") == ()
    assert session.prompt is None


def test_an_object_is_saved_at_end(session):
    session.paste("config paint shelf", "set height 4")

    assert session.configuration.value(("paint", "shelf"), "", "height") == "1"

    session.type("end")

    assert session.configuration.value(("paint", "shelf"), "", "height") == "4"


def test_an_object_has_no_next(session):
    session.type("config paint shelf")

    with pytest.raises(WrongPlace):
        session.editor.next()
    assert session.prompt == "shelf"


def test_abort_leaves_without_saving_but_what_next_saved_stays(session):
    session.paste("config paint pot", "edit a", "set color blue", "next", "edit b", "abort")

    assert session.prompt is None
    assert list(session.configuration.table(("paint", "pot"))) == ["a"]


def test_abort_in_a_nested_table_goes_to_the_entry_that_holds_it(session):
    session.paste("config paint pot", "edit a", "config drop", "edit 1", "next", "edit 2", "abort", "next")

    assert list(session.configuration.entry(("paint", "pot"), "a").tables["drop"]) == ["1"]


def test_an_aborted_entry_takes_its_nested_entries_with_it(session):
    session.paste("config paint pot", "edit a", "next", "edit a", "config drop", "edit 1", "next", "end", "abort")

    assert session.configuration.entry(("paint", "pot"), "a").is_empty


@pytest.mark.parametrize("line", ["delete 1", "purge", "rename 1 to 2", "clone 1 to 2"])
def test_an_aborted_entry_keeps_its_nested_entries(session, line):
    session.paste("config paint pot", "edit a", "config drop", "edit 1", "next", "end", "next")

    session.paste("edit a", "config drop", line, "end", "abort")

    assert list(session.configuration.entry(("paint", "pot"), "a").tables["drop"]) == ["1"]


def test_reset_drops_to_the_top_from_any_depth(session):
    session.paste("config paint pot", "edit a", "config lid", "set color blue")

    session.editor.reset()

    assert session.prompt is None
    assert list(session.configuration.table(("paint", "pot"))) == []


def test_a_failed_set_leaves_the_other_lines_of_the_entry(session):
    session.paste("config paint pot", "edit a", "set color blue", "set weight 1000", "set maker me")

    assert session.prompt == "a"
    assert session.show()[2:4] == ['        set maker "me"', "        set color blue"]


def test_a_failed_next_throws_the_entry_away(session):
    session.paste("config paint batch", "edit 1", "next")

    assert session.prompt == "batch"
    assert list(session.configuration.table(("paint", "batch"))) == []


def test_a_failed_end_in_an_entry_leaves_the_config(session):
    session.paste("config paint batch", "edit 1", "end")

    assert session.prompt is None
    assert list(session.configuration.table(("paint", "batch"))) == []


def test_a_failed_next_leaves_the_saved_entry_as_it_was(session):
    session.paste("config paint batch", "edit 1", "set shop a", "next", "edit 1", "unset shop", "next")

    assert session.configuration.value(("paint", "batch"), "1", "shop") == "a"


def test_a_failed_edit_leaves_the_session_in_the_table(session):
    session.paste("config paint pot", "edit <a>")

    assert session.prompt == "pot"


def test_edit_0_gets_its_number_when_it_is_saved(session):
    session.type("config paint batch")

    assert session.editor.edit("0") is True
    assert session.prompt == "0"

    session.paste("set shop a", "next", "edit 3", "set shop a", "next", "edit 0", "set shop b", "next")

    assert list(session.configuration.table(("paint", "batch"))) == ["1", "3", "4"]


def test_edit_0_in_a_nested_table_is_numbered_too(session):
    session.paste("config paint shelf", "config drop", "edit 0", "next", "edit 0", "next", "end", "end")

    assert list(session.configuration.entry(("paint", "shelf")).tables["drop"]) == ["1", "2"]


def test_edit_0_in_a_table_of_names_is_a_name(session):
    session.paste("config paint pot", "edit 0", "next")

    assert list(session.configuration.table(("paint", "pot"))) == ["0"]


def test_unset_goes_back_to_the_default(session):
    session.paste("config paint pot", "edit a", "set color blue", "set mix green", "next")
    session.paste("edit a", "unset color", "unset mix")

    assert session.editor.value("color") == "red"
    assert session.editor.value("mix") == ("red", "blue")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("append colors red", ("red", "blue", "green")),
        ("append colors blue", ("blue", "green")),
        ("append colors ''", ("blue", "green")),
        ("select colors green", ("green",)),
        ("unselect colors green", ("blue",)),
        ("unselect colors red", ("blue", "green")),
        ("unselect colors blue green", ()),
        ("clear colors", ()),
        ("set colors red", ("red",)),
    ],
)
def test_verbs_for_option_lists(session, line, expected):
    session.paste("config paint pot", "edit a", "set colors green blue", line)

    assert session.editor.value("colors") == expected


def test_names_are_appended_in_the_order_they_are_typed(session):
    session.paste("config paint pot", "edit a", "append shops b", "append shops a b c", "unselect shops a")

    assert session.editor.value("shops") == ("b", "c")


def test_append_to_nothing_is_nothing(session):
    session.paste("config paint pot", "edit a", "append shops ''")

    assert session.editor.value("shops") == ()


def test_delete_and_purge_remove_entries_but_no_built_in_ones(session):
    session.paste("config paint pot", "edit a", "next", "edit b", "next", "edit c", "set color green", "next")

    session.type("delete a")
    assert list(session.editor.keys) == ["b", "c"]

    session.type("purge")
    assert list(session.editor.keys) == ["c"]


def test_rename_keeps_the_place_and_the_values(session):
    session.paste("config paint pot", "edit a", "set color blue", "next", "edit b", "next", "rename a to z")

    assert list(session.editor.keys) == ["z", "b"]
    assert session.configuration.value(("paint", "pot"), "z", "color") == "blue"


def test_a_clone_and_its_model_part_ways(session):
    session.paste("config paint pot", "edit a", "config drop", "edit 1", "next", "end", "next", "clone a to b")
    session.paste("edit b", "config drop", "delete 1", "end", "set color blue", "next")

    assert list(session.configuration.entry(("paint", "pot"), "a").tables["drop"]) == ["1"]
    assert "drop" not in session.configuration.entry(("paint", "pot"), "b").tables
    assert session.configuration.value(("paint", "pot"), "a", "color") == "red"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("move 3 before 1", ["3", "1", "2"]),
        ("move 1 after 2", ["2", "1", "3"]),
        ("move 1 after 3", ["2", "3", "1"]),
        ("move 2 before 2", ["1", "2", "3"]),
    ],
)
def test_move_changes_the_order_of_an_ordered_table(session, line, expected):
    session.type("config paint batch")
    session.paste("edit 1", "set shop a", "next", "edit 2", "set shop a", "next", "edit 3", "set shop a", "next", line)

    assert list(session.editor.keys) == expected


def test_what_is_written_meanwhile_is_not_lost(session):
    session.paste("config paint pot", "edit a", "set maker me", "next", "edit a", "set color blue")

    session.configuration.write(("paint", "pot"), "a", {"story": "told", "state": "pending"})
    session.type("next")

    assert session.configuration.entry(("paint", "pot"), "a").values == {
        "maker": "me",
        "color": "blue",
        "story": "told",
        "state": "pending",
    }


def test_an_entry_that_another_session_deleted_is_saved_whole(session):
    session.paste("config paint pot", "edit a", "set maker me", "next", "edit a", "set color blue")

    session.configuration.delete(("paint", "pot"), "a")
    session.type("next")

    assert session.configuration.entry(("paint", "pot"), "a").values == {"maker": "me", "color": "blue"}


def test_every_saved_change_is_told_once(session):
    session.paste("config paint batch", "edit 1", "set shop a", "next", "edit 2", "set shop a", "next")
    session.paste("edit 1", "next", "rename 1 to 5", "clone 5 to 6", "move 6 before 5", "delete 2", "end")
    session.paste("config paint shelf", "end", "config paint shelf", "set height 5", "end")

    assert [(it.key, it.before is None, it.after is None, it.renamed_from) for it in session.commits] == [
        ("1", True, False, None),
        ("2", True, False, None),
        ("5", False, False, "1"),
        ("6", True, False, None),
        ("6", False, False, None),
        ("2", False, True, None),
        ("", True, False, None),
    ]


def test_nested_changes_are_told_with_their_entry(session):
    session.paste("config paint pot", "edit a", "config drop", "edit 1", "next", "delete 1", "edit 2", "next", "end")
    assert session.commits == []

    session.type("next")

    assert [commit.key for commit in session.commits] == ["a"]


class Refusal:
    def check(self, key, values):
        if values.get("color") == "blue":
            raise PrivateKeyRefused
        return {"maker": key} if values.get("color") == "rose" else None


def test_a_registered_check_refuses_at_next(make_session):
    session = make_session({("paint", "pot"): Refusal()})

    answer = session.paste("config paint pot", "edit a", "set color blue", "next")

    assert answer == PrivateKeyRefused().lines()
    assert list(session.editor.keys) == []


def test_a_registered_check_may_replace_values(make_session):
    session = make_session({("paint", "pot"): Refusal()})

    session.paste("config paint pot", "edit a", "set color rose", "next")

    assert session.configuration.entry(("paint", "pot"), "a").values == {"color": "rose", "maker": "a"}


def test_a_required_value_matters_only_where_it_applies(session):
    session.paste("config paint batch", "edit 1", "set shop big")

    assert session.type("next")[1] == "Attribute 'clerk' MUST be set."


def test_the_value_of_an_unknown_option_is_not_asked_for(session):
    session.type("config paint shelf")

    with pytest.raises(UnknownWord):
        session.editor.value("size")


def test_an_entry_shows_its_unsaved_values_and_a_table_its_keys(session):
    assert (session.editor.entry, list(session.editor.keys), session.editor.section) == (None, [], None)

    session.paste("config paint pot", "edit a", "set color blue")

    assert session.editor.entry.values == {"color": "blue"}
    assert session.editor.section.name == "pot"
    assert list(session.editor.keys) == []

    session.type("next")

    assert session.editor.section.name == "pot"
    assert list(session.editor.keys) == ["a"]


def test_a_read_only_value_that_backups_print_is_taken_back(session):
    assert session.paste("config paint pot", "edit a", "set changed 7", "next") == ()
    assert session.configuration.value(("paint", "pot"), "a", "changed") == "7"


def test_a_session_without_a_watcher_tells_nobody(make_session):
    session = make_session()
    quiet = type(session.editor)(session.configuration, None)
    quiet.config(("paint", "shelf"))
    quiet.set("height", ("5",))
    quiet.end()

    assert session.configuration.value(("paint", "shelf"), "", "height") == "5"


def test_values_are_checked_where_they_are_typed(session):
    session.type("config paint shelf")

    with pytest.raises(NodeCheckFailed):
        session.editor.set("height", ("10",))
