"""`get`: what options mean, at the place where one is or at a path from the top."""

import pytest
from rig import Rig, rig

from fauxgate.language.errors import Incomplete
from fauxgate.model.errors import EntryNotFound

TABLE = "config vpn certificate local"


@pytest.fixture
def bench() -> Rig:
    bench = rig()
    bench.type(TABLE, "edit a", "set comments one", "set password secret", "next", "edit b", "end")
    return bench


def test_get_alone_at_the_top_is_incomplete(bench: Rig) -> None:
    assert isinstance(bench.command_line.run("get"), Incomplete)


def test_an_object_is_told_line_by_line_with_names_of_20_columns(bench: Rig) -> None:
    assert bench.type("get system console")[0] == "output              : more"


def test_inside_an_object_unsaved_changes_are_told(bench: Rig) -> None:
    assert bench.type("config system console", "set output standard", "get")[0] == "output              : standard"
    assert bench.type("abort", "get system console")[0] == "output              : more"


def test_an_entry_begins_with_its_key_and_hides_secrets(bench: Rig) -> None:
    lines = bench.type("get vpn certificate local a")

    assert lines[:3] == ["name                : a", "password            : *", "comments            : one"]
    assert "secret" not in "\n".join(lines)


def test_a_secret_that_is_not_set_is_empty(bench: Rig) -> None:
    assert bench.type("get vpn certificate local b")[1] == "password            :"


def test_a_name_of_20_characters_or_more_is_followed_by_its_colon_at_once(bench: Rig) -> None:
    bench.type(TABLE, "edit a", "set enroll-protocol scep", "end")

    lines = bench.type("get vpn certificate local a")

    assert "auto-regenerate-days: 0" in lines
    assert "auto-regenerate-days-warning: 0" in lines


def test_get_inside_an_entry_is_get_of_its_path(bench: Rig) -> None:
    outside = bench.type("get vpn certificate local a")

    assert bench.type(TABLE, "edit a", "get") == outside


def test_a_table_is_told_by_its_keys(bench: Rig) -> None:
    lines = bench.type("get vpn certificate local")

    assert lines[-4:] == ["== [ a ]", "name: a", "== [ b ]", "name: b"]
    assert bench.type(TABLE, "get") == lines


def test_inside_a_table_a_key_is_enough(bench: Rig) -> None:
    outside = bench.type("get vpn certificate local a")

    assert bench.type(TABLE, "get a") == outside


def test_inside_a_table_a_whole_path_does_too(bench: Rig) -> None:
    outside = bench.type("get system console")

    assert bench.type(TABLE, "get system console") == outside


def test_a_key_that_is_not_there_is_refused(bench: Rig) -> None:
    assert isinstance(bench.command_line.run("get vpn certificate local x"), EntryNotFound)


def test_the_status_tells_release_host_and_time() -> None:
    bench = rig(firmware="7.0")
    lines = bench.type("config system global", "set hostname Gate", "end", "get system status")

    assert any(line.startswith("Version: ") and " v7.0." in line for line in lines)
    assert "Hostname: Gate" in lines
    assert "System time: Wed Nov 25 12:00:00 2026" in lines
