import json
import shutil

import pytest
from conftest import ROOT

from fauxgate.app import main

SCHEMAS = ROOT / "fixtures" / "schema"


def coverage(capsys, *arguments):
    assert main(["coverage", "--json", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


def imported(found):
    return [it["path"] for it in found["modelled"] if it["imported"]]


def test_an_import_is_known_with_the_same_state_directory(tmp_path, capsys):
    assert main(["schema", "import", str(SCHEMAS / "rest"), "--state", str(tmp_path / "state")]) == 0
    assert capsys.readouterr().out.startswith("3 tables and objects (REST API of v7.4.2) are now known")
    assert imported(coverage(capsys, "--state", str(tmp_path / "state"))) == ["orchard garden gate", "orchard tree"]
    assert imported(coverage(capsys)) == []


@pytest.mark.parametrize("folder", ["collection", "rest/tree.json"])
def test_a_source_can_be_used_for_one_run(capsys, folder):
    assert len(imported(coverage(capsys, "--schema", str(SCHEMAS / folder)))) == 1


def test_a_collection_is_found_below_the_directory_that_has_it(tmp_path, capsys):
    shutil.copytree(SCHEMAS / "collection", tmp_path / "ansible_collections" / "fortinet" / "fortios")

    assert imported(coverage(capsys, "--schema", str(tmp_path))) == ["orchard garden bed"]


def test_the_sentence_of_an_import_names_the_version_of_the_collection(tmp_path, capsys):
    shutil.copytree(SCHEMAS / "collection", tmp_path / "c")
    (tmp_path / "c" / "MANIFEST.json").write_text('{"collection_info": {"version": "9.8.7"}}')

    assert main(["schema", "import", str(tmp_path / "c"), "--state", str(tmp_path)]) == 0
    assert "(Ansible collection fortinet.fortios 9.8.7)" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "text"), [("a.json", "{"), ("b.json", "[1, 2]"), ("c.json", "\0"), ("d.jsonl", "{}")])
def test_a_source_without_a_schema_is_named_in_one_line(tmp_path, capsys, name, text):
    (tmp_path / name).write_text(text)

    with pytest.raises(SystemExit) as ended:
        main(["coverage", "--schema", str(tmp_path / name)])

    assert ended.value.code == 2
    assert name in capsys.readouterr().err


def test_a_source_that_is_not_there_or_not_text_is_named_in_one_line(tmp_path, capsys):
    (tmp_path / "x.json").write_bytes(b"\xff\xfe\x00")

    assert main(["schema", "import", str(tmp_path / "nowhere"), "--state", str(tmp_path)]) == 2
    assert main(["schema", "import", str(tmp_path / "x.json"), "--state", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_files_of_a_directory_that_say_nothing_are_named_and_the_others_are_read(tmp_path, capsys):
    shutil.copy(SCHEMAS / "rest" / "tree.json", tmp_path)
    (tmp_path / "other.json").write_text("{}")

    assert main(["schema", "import", str(tmp_path), "--state", str(tmp_path / "state")]) == 0
    assert "no schema in" in capsys.readouterr().err


def test_a_state_directory_that_cannot_be_written_is_named_in_one_line(tmp_path, capsys):
    (tmp_path / "state").write_text("a file")

    assert main(["schema", "import", str(SCHEMAS / "rest"), "--state", str(tmp_path / "state")]) == 2
    assert "cannot write" in capsys.readouterr().err
