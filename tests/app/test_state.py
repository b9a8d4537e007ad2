import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, cast

import pytest
from cached_keys import cached_keys
from typist import Typist

from fauxgate.app.assembly import Assembly, assemble
from fauxgate.app.options import parser
from fauxgate.device import state
from fauxgate.device.backup import backup
from fauxgate.device.state_files import LOCK

if TYPE_CHECKING:
    from rig import Rig

GENERATE = (
    "execute vpn certificate local generate rsa fgt 2048 fgt.example NL NH Amsterdam Example OU a@b.example '' "
    "http://ca.test/app/cert/scep/ challenge"
)


@pytest.fixture(autouse=True)
def _keys_made_before() -> Iterator[None]:
    with cached_keys():
        yield


@contextmanager
def session(directory: Path, *options: str) -> Iterator[tuple[Assembly, Callable[..., list[str]]]]:
    """An appliance on a state directory, and what types lines at it and gives what was printed."""
    printed: list[str] = []
    arguments = ["shell", "--state", str(directory), "--clock", "virtual", *options]
    with assemble(parser().parse_args(arguments), printed.append) as built:

        def type_(*lines: str) -> list[str]:
            start = len(printed)
            for line in lines:
                built.command_line.run(line)
                built.command_line.answer("y")
            return printed[start:]

        yield built, type_


def configuration(built: Assembly) -> str:
    return backup(built.appliance.configuration)


def add(name: str) -> tuple[str, ...]:
    return ("config firewall address", f"edit {name}", "next", "end")


def killed(directory: Path, *lines: str) -> str:
    """Leave the state directory as it is when a session is killed after some lines; gives the configuration then."""
    with session(directory) as (built, type_):
        type_(*lines)
        saved = configuration(built)
        files = {path: path.read_bytes() for path in directory.iterdir()}
    for path, content in files.items():
        path.write_bytes(content)
    return saved


def test_what_was_configured_is_there_in_the_next_run(tmp_path: Path) -> None:
    with session(tmp_path) as (built, type_):
        type_("config system global", "set hostname north", "end", *add("'a b'"), *add("c"))
        before = configuration(built)
    with session(tmp_path) as (built, _):
        assert configuration(built) == before
        assert built.command_line.prompt == "north # "


def test_a_change_is_in_the_journal_before_the_prompt(tmp_path: Path) -> None:
    renamed = ("config firewall address", "rename a to d", "delete none", "end")
    before = killed(tmp_path, *add("a"), *add("b"), *renamed)

    assert 'edit "d"' in "".join(path.read_text() for path in tmp_path.glob("journal.*"))
    with session(tmp_path) as (built, _):
        assert configuration(built) == before


def test_virtual_domains_come_back(tmp_path: Path) -> None:
    domains = ("config system global", "set vdom-mode multi-vdom", "end")
    inside = ("config vdom", "edit one", "next", "edit two", *add("a"), "end")
    shared = ("config global", "config system global", "set hostname many", "end", "end")
    before = killed(tmp_path, *domains, *inside, *shared, "config vdom", "edit one", *add("b"))

    with session(tmp_path) as (built, _):
        assert configuration(built) == before
        assert built.appliance.configuration.domains == ("root", "one", "two")
        assert built.command_line.prompt == "many # "


def test_what_nobody_has_described_comes_back(tmp_path: Path) -> None:
    kept = ("config wireless-controller vap", "edit x", "set ssid y", "next", "end")
    block = ("config system replacemsg mail", "edit z", "set buffer 'a\nb'", "next", "end")
    before = killed(tmp_path, *kept, *block)

    with session(tmp_path) as (built, _):
        assert configuration(built) == before


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_typed_is_as_it_was_in_the_next_run(tmp_path: Path, seed: int) -> None:
    with session(tmp_path) as (built, _):
        person = Typist(cast("Rig", built), Random(seed))  # noqa: S311 - it chooses what is typed
        for line in (person.grammatical() for _ in range(300)):
            if not line.startswith(("execute", "exit", "quit", ":")):
                built.command_line.run(line)
        before = configuration(built)
        files = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path, content in files.items():
        path.write_bytes(content)

    with session(tmp_path) as (built, _):
        assert configuration(built) == before


@pytest.mark.parametrize("cut", [1, 10, 60, 100, 1000])
def test_a_half_written_tail_is_dropped_with_a_note(
    tmp_path: Path, cut: int, capsys: pytest.CaptureFixture[str]
) -> None:
    killed(tmp_path, *add("a"), *add("b"), *add("c"))
    (journal,) = tmp_path.glob("journal.*")
    content = journal.read_bytes()
    journal.write_bytes(content[:-cut])
    with session(tmp_path) as (built, type_):
        names = set(built.appliance.configuration.table(("firewall", "address"))) & {"a", "b", "c"}
        type_(*add("d"))

    assert "half written, and were dropped" in capsys.readouterr().err or content[:-cut] == b""
    assert names == set("abc"[: len(names)])
    assert "c" not in names
    with session(tmp_path) as (built, _):
        assert "d" in built.appliance.configuration.table(("firewall", "address"))
    assert capsys.readouterr().err == ""


def test_a_long_journal_is_folded_into_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "LONGEST_JOURNAL", 0)
    with session(tmp_path) as (built, type_):
        for number in range(300):
            type_("config system global", f"set admintimeout {number + 1}", "end")
        assert sum(path.stat().st_size for path in tmp_path.glob("journal.*")) < 60_000
        before = configuration(built)
    with session(tmp_path) as (built, _):
        assert configuration(built) == before


def test_the_files_are_for_their_owner_only(tmp_path: Path) -> None:
    directory = tmp_path / "new"
    with session(directory) as (built, type_):
        type_(*add("a"), "execute backup config flash x", GENERATE)
        assert directory.stat().st_mode & 0o777 == 0o700
        built.appliance.jobs.run_due()
        assert {path.stat().st_mode & 0o777 for path in directory.rglob("*") if path.is_file()} == {0o600}
        assert {path.stat().st_mode & 0o777 for path in directory.rglob("*") if path.is_dir()} == {0o700}


def test_no_private_key_is_on_the_disk_in_the_clear(tmp_path: Path) -> None:
    with session(tmp_path) as (built, type_):
        type_(GENERATE)
        built.appliance.jobs.run_due()
    texts = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]

    assert any(b"BEGIN ENCRYPTED PRIVATE KEY" in text for text in texts)
    assert not any(b"BEGIN PRIVATE KEY" in text or b"BEGIN RSA PRIVATE KEY" in text for text in texts)


def test_a_second_process_is_refused(tmp_path: Path, fauxgate: Callable[..., tuple[int, str, str]]) -> None:
    script = tmp_path / "script"
    script.write_text("show\n")
    with session(tmp_path / "state"):
        code, output, told = fauxgate("replay", str(script), "--state", str(tmp_path / "state"))

    assert (code, output) == (1, "")
    assert told.splitlines() == [
        f"fauxgate: the state directory {tmp_path / 'state'} cannot be used: process {os.getpid()} is using it"
    ]


def test_revisions_survive(tmp_path: Path) -> None:
    with session(tmp_path, "--now", "2026-11-25T12:00:00") as (built, type_):
        type_("execute backup config flash one", *add("a"), "execute backup config flash two")
        type_("execute revision delete config 1")
        listed = type_("execute revision list config")
    with session(tmp_path) as (built, type_):
        assert type_("execute revision list config") == listed
        type_("config firewall address", "delete a", "end", "execute restore config flash 2")
        assert "a" in built.appliance.configuration.table(("firewall", "address"))
        type_("execute backup config flash three")
        assert type_("execute revision list config")[-1].startswith(" 3 ")
    assert sorted(path.name for path in tmp_path.glob("revision-*")) == ["revision-2.conf", "revision-3.conf"]


def test_the_event_log_survives(tmp_path: Path) -> None:
    log = ("execute log filter category event", "execute log display")
    with session(tmp_path) as (built, type_):
        type_(GENERATE)
        built.appliance.jobs.run_due()
        entries = built.appliance.event_log.entries()
        assert type_(*log)
    with session(tmp_path) as (built, type_):
        assert built.appliance.event_log.entries() == entries
        assert len(entries) > 1
        built.appliance.event_log.clear()
    with session(tmp_path) as (built, _):
        assert built.appliance.event_log.entries() == []


def test_a_pending_enrollment_goes_on_in_the_next_run(tmp_path: Path) -> None:
    with session(tmp_path, "--ca-pending", "3", "--now", "2026-11-25T12:00:00") as (built, type_):
        type_(GENERATE)
        built.appliance.jobs.run_due()
        built.appliance.jobs.jump()
        due = built.appliance.jobs.next_due()
        assert built.appliance.realm().enrollments.names == ("fgt",)
    with session(tmp_path, "--ca-pending", "3", "--now", "2026-11-25T12:06:00") as (built, _):
        assert built.appliance.realm().enrollments.names == ("fgt",)
        (going_on,) = built.appliance.realm().enrollments.interrupted
        assert (going_on.due, going_on.waiting.polls if going_on.waiting else None) == (due, 1)


def test_the_authority_knows_in_the_next_run_what_it_was_asked(tmp_path: Path) -> None:
    options = ("--ca-approval", "manual", "--now", "2026-11-25T12:00:00")
    with session(tmp_path, *options) as (built, type_):
        type_(GENERATE)
        built.appliance.jobs.run_due()
        assert built.appliance.realm().enrollments.names == ("fgt",)
    with session(tmp_path, *options) as (built, type_):
        assert type_(":ca list")[1].startswith("1   pending")
        type_(":ca approve 1")
        built.appliance.jobs.jump()

        assert built.appliance.realm().enrollments.names == ()
        assert built.appliance.configuration.value(("vpn", "certificate", "local"), "fgt", "certificate")


class Disk:
    """Takes ten more bytes of each write once it is full."""

    is_full = False

    def __init__(self) -> None:
        self._really_write = os.write

    def write(self, file: int, content: bytes) -> int:
        if not self.is_full:
            return self._really_write(file, content)
        if len(content) <= 10:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._really_write(file, content[:-10])


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(os, "write", made.write)
    return made


def test_a_full_disk_is_told_in_one_line_and_costs_nothing(tmp_path: Path, disk: Disk) -> None:
    reason = "No space left on device. It is tried again with the next command."
    with session(tmp_path) as (built, type_):
        type_(*add("a"), "config firewall address", "edit b")
        files = {path: path.read_bytes() for path in tmp_path.iterdir()}
        disk.is_full = True
        told = type_("next")
        in_force = configuration(built)
        now = {path: path.read_bytes() for path in files}
        disk.is_full = False
        told_later = type_("end")

    assert told == [f"The change is in force but could not be saved: {reason}"]
    assert all(now[path].startswith(content) for path, content in files.items())
    assert 'edit "b"' in in_force
    assert told_later == []
    with session(tmp_path) as (built, _):
        assert configuration(built) == in_force


def test_a_disk_that_is_full_when_the_whole_configuration_is_written_leaves_the_old_one(
    tmp_path: Path, disk: Disk, capsys: pytest.CaptureFixture[str]
) -> None:
    with session(tmp_path) as (_, type_):
        type_(*add("a"))
        files = {path: path.read_bytes() for path in tmp_path.iterdir() if path.name != LOCK}
        disk.is_full = True
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.name != LOCK} == files

    with pytest.raises(SystemExit), session(tmp_path):
        pass
    assert capsys.readouterr().err.startswith("fauxgate: ")
    disk.is_full = False
    with session(tmp_path) as (built, _):
        assert "a" in built.appliance.configuration.table(("firewall", "address"))


def test_a_directory_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, fauxgate: Callable[..., tuple[int, str, str]]
) -> None:
    (tmp_path / "file").write_text("")
    code, output, told = fauxgate("replay", str(tmp_path / "file"), "--state", str(tmp_path / "file" / "state"))

    assert (code, output) == (1, "")
    assert told.splitlines() == [
        f"fauxgate: the state directory {tmp_path / 'file' / 'state'} cannot be used: Not a directory"
    ]


def test_what_a_person_has_changed_in_the_file_is_taken_and_what_is_wrong_there_is_kept_aside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with session(tmp_path):
        pass
    path = tmp_path / "fauxgate.conf"
    path.write_text(
        path.read_text().replace("config system global\n", "config system global\n set hostname x\n no such\n")
    )
    with session(tmp_path) as (built, _):
        assert built.command_line.prompt == "x # "

    assert "1 lines of fauxgate.conf were refused" in capsys.readouterr().err
    assert "no such" in (tmp_path / "fauxgate.conf.refused").read_text()
