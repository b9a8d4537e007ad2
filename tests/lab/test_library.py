"""Where labs are found."""

import shutil
from pathlib import Path

import pytest

from fauxgate.lab.errors import NoSuchLab
from fauxgate.lab.library import Library


@pytest.mark.parametrize("name", ["01-first-steps", "1", "01", "first", "01-f"])
def test_a_lab_is_found_by_its_name_its_number_or_a_beginning(name: str) -> None:
    assert Library().find(name).name == "01-first-steps"


@pytest.mark.parametrize("name", ["", "0", "13", "nothing", "/nowhere", "-"])
def test_what_no_lab_is_called_is_refused(name: str) -> None:
    with pytest.raises(NoSuchLab, match="`fauxgate lab list` shows them"):
        Library().find(name)


def test_a_lab_of_one_s_own_comes_before_one_of_the_same_name(tmp_path: Path) -> None:
    own = tmp_path / "01-first-steps"
    shutil.copytree(Library().find("2"), own)

    assert Library(tmp_path).find("1") == own
    assert len(Library(tmp_path).folders()) == 12


def test_a_folder_is_found_by_its_path(tmp_path: Path) -> None:
    own = tmp_path / "mine"
    shutil.copytree(Library().find("2"), own)

    assert Library().find(str(own)) == own.resolve()
