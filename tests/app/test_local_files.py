"""Files of this machine for `:backup` and `:restore`."""

from pathlib import Path

import pytest

from fauxgate.app.local_files import LocalFiles
from fauxgate.cli.controls import FileRefused


def test_what_is_written_is_read_back_and_only_the_owner_may_read_it(tmp_path: Path) -> None:
    name = str(tmp_path / "a.conf")

    LocalFiles().write(name, 'set alias "Zürich"\n')

    assert LocalFiles().read(name) == 'set alias "Zürich"\n'
    assert Path(name).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["no/such/directory/file", ".", "a\0b", "x" * 5000, "\ud800"])
def test_a_file_that_cannot_be_reached_is_refused(tmp_path: Path, name: str) -> None:
    for attempt in (
        lambda: LocalFiles().read(f"{tmp_path}/{name}"),
        lambda: LocalFiles().write(f"{tmp_path}/{name}", ""),
    ):
        with pytest.raises(FileRefused):
            attempt()


def test_bytes_that_are_no_text_come_back_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"Z\xfcrich\n")

    LocalFiles().write(str(tmp_path / "b"), LocalFiles().read(str(tmp_path / "a")))

    assert (tmp_path / "b").read_bytes() == b"Z\xfcrich\n"
