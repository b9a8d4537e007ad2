"""A session with tables that were imported: they complete, check and explain themselves."""

import re

import pytest
from conftest import ROOT

from fauxgate.app import main

REST = ROOT / "fixtures" / "schema" / "rest"
COLLECTION = ROOT / "fixtures" / "schema" / "collection"

TREES = """config orchard tree
    edit "old"
        set kind pear
        set pests aphid moth
        set height 12
        set plot 10.1.2.0 255.255.255.0
        set note 80 "two words"
        set neighbours "older" "oldest"
        config branch
            edit 1
                set length 3
            next
        end
        config root
            set depth 2
        end
    next
end
"""

BEDS = """config orchard garden bed
    edit 7
        set description "under the tree"
        set soil clay
        set rows 12
        set 2nd-crop 3
        set names "bean" "pea"
        config worms
            edit 1
                set length 9
            next
        end
    next
end
"""


@pytest.fixture
def replayed(tmp_path, capsys):
    """Types a script with a schema; gives what was printed and what was refused."""

    def run(schema, script, *options):
        (tmp_path / "script").write_text(script)
        main(["replay", "--as", "script", str(tmp_path / "script"), "--schema", str(schema), *options])
        printed = capsys.readouterr()
        *told, _summary = printed.err.splitlines(keepends=True)
        return printed.out, "".join(told)

    return run


@pytest.mark.parametrize(
    ("schema", "path", "script"),
    [(REST, "orchard tree", TREES), (COLLECTION, "orchard garden bed", BEDS)],
    ids=["rest", "collection"],
)
def test_what_is_typed_into_an_imported_table_prints_back(replayed, schema, path, script):
    out, err = replayed(schema, f"{script}show {path}\n")

    assert out.endswith(f"# show {path}\n{script}\n")
    assert err == ""


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("set kind plum", "value parse error before 'plum'"),
        ("set height 41", "node_check_object fail! for height 41"),
        ("set keeper nobody", "entry not found in datasource"),
        ("set girth 3", "command parse error before 'girth'"),
        ("set plot here", "invalid ip address"),
        (f"edit {'x' * 16}", "Unknown action 0"),
    ],
)
def test_an_imported_table_checks_what_is_typed(replayed, line, answer):
    out, _ = replayed(REST, f"config orchard tree\nedit new\n{line}\n")

    assert answer in out


def test_a_reference_to_an_imported_table_is_taken_because_its_entries_are_unknown(replayed):
    _out, err = replayed(REST, 'config orchard tree\nedit a\nset neighbours "b"\nend\n')

    assert err == ""


def test_secrets_of_an_imported_table_are_sealed(replayed):
    out, _ = replayed(REST, "config orchard tree\nedit a\nset secret plain\nend\nshow orchard tree a\n")

    assert re.search(r"set secret ENC [A-Za-z0-9+/=]{60,}", out)


def test_an_imported_option_stands_after_our_own(replayed):
    out, err = replayed(REST, "config system console\nset shade 5\nset output standard\nend\nshow system console\n")

    assert "    set output standard\n    set shade 5\n" in out
    assert err == ""


def test_strict_leaves_imported_tables_and_refuses_those_known_by_name_only(replayed):
    _, err = replayed(REST, "config webfilter profile\nconfig orchard tree\n", "--strict-model")

    assert [line.split()[2] for line in err.splitlines()] == ["1,"]


def test_what_was_kept_is_named_after_a_replay(replayed):
    _, err = replayed(REST, 'config webfilter profile\nedit "a"\nset anything goes\nend\n')

    assert err == "fauxgate: kept but not modelled: webfilter profile\n"
