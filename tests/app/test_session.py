"""`--session FILE`: all of it in one file."""

import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

import pytest
from cached_keys import cached_keys
from hypothesis import given, settings
from hypothesis import strategies as st
from typist import Typist

from fauxgate.app.assembly import Assembly, assemble
from fauxgate.app.options import parser
from fauxgate.cli import kept_steps
from fauxgate.cli.steps import Moment
from fauxgate.device import session_file
from fauxgate.device.backup import backup
from fauxgate.device.session_file import SessionFile
from fauxgate.device.state_files import StateUnusable

if TYPE_CHECKING:
    from rig import Rig

GENERATE = (
    "execute vpn certificate local generate rsa fgt 2048 fgt.example NL NH Amsterdam Example OU a@b.example '' "
    "http://ca.test/app/cert/scep/ challenge"
)
# The quick profile of hypothesis makes 60 examples, the nightly one 5000.
SEEDS = 2 if settings().max_examples < 1000 else 40
# What is not about the configuration, or would keep what follows from being carried out.
LEFT_OUT = (":undo", ":redo", ":goto", "exit", "quit", "execute batch", "execute shutdown", "execute ping")


@pytest.fixture(autouse=True)
def _keys_made_before() -> Iterator[None]:
    with cached_keys():
        yield


class Session:
    """An appliance in a session file, and a person at it."""

    def __init__(self, built: Assembly, printed: list[str]) -> None:
        self.built = built
        self.appliance = built.appliance
        self.printed = printed
        self.steps = 0

    def type(self, *lines: str) -> list[str]:
        start = len(self.printed)
        for line in lines:
            self.built.command_line.run(line)
            self.built.command_line.answer("y")
        return self.printed[start:]

    @property
    def saved(self) -> str:
        """The configuration without its number, and without blocks that are there but empty."""
        text = re.sub(r"^#conf_file_ver=.*\n", "", backup(self.appliance.configuration), flags=re.MULTILINE)
        return re.sub(r"^config .*\nend\n", "", text, flags=re.MULTILINE)

    def has_saved(self) -> bool:
        """Whether the last line was a step that has changed what is saved; each is asked after once."""
        done, count = self.built.console.steps.done, self.steps
        self.steps = len(done)
        if self.steps == count:
            return False
        before, after = done[-1].before, done[-1].after
        assert isinstance(before, Moment)
        assert isinstance(after, Moment)
        return before.snapshot is not after.snapshot


@contextmanager
def session(path: Path, *options: str, kind: str = "--session") -> Iterator[Session]:
    printed: list[str] = []
    arguments = ["shell", kind, str(path), "--clock", "virtual", *options]
    with assemble(parser().parse_args(arguments), printed.append) as built:
        yield Session(built, printed)


@pytest.fixture(params=["--session", "--state"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., "Session"]:
    def open_(*options: str) -> Session:
        return cast("Session", session(tmp_path / "kept", *options, kind=request.param))

    return open_


def add(name: str) -> tuple[str, ...]:
    return ("config firewall address", f"edit {name}", "next", "end")


def test_a_colleague_opens_the_file_and_goes_on(tmp_path: Path) -> None:
    options = ("--ca-approval", "manual", "--now", "2026-11-25T12:00:00")
    with session(tmp_path / "mine", *options) as mine:
        mine.type("config system global", "set hostname north", "end", "execute backup config flash one")
        mine.type(":checkpoint start", *add("a"), GENERATE)
        mine.appliance.jobs.run_due()
        revisions, entries = mine.type("execute revision list config"), mine.appliance.event_log.entries()
        saved = mine.saved
    shutil.copy(tmp_path / "mine", tmp_path / "theirs")
    with session(tmp_path / "theirs", *options) as theirs:
        assert theirs.saved == saved
        assert theirs.built.command_line.prompt == "north # "
        assert theirs.type("execute revision list config") == revisions
        assert theirs.appliance.event_log.entries() == entries
        assert theirs.type(":diff start")[:2] == ["config firewall address", '    edit "a"']
        assert theirs.type(":ca list")[1].startswith("1   pending")
        theirs.type(":ca approve 1")
        theirs.appliance.jobs.jump()

        assert theirs.appliance.enrolling == ()
        assert theirs.appliance.configuration.value(("vpn", "certificate", "local"), "fgt", "certificate")
        theirs.type(":undo", ":undo")
        assert theirs.type(":diff start") == ["There is no difference."]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "theirs"]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_undo_and_redo_go_through_an_earlier_run(kept: Callable[..., "Session"], seed: int) -> None:
    with kept() as first:
        person = Typist(cast("Rig", first.built), Random(seed))  # noqa: S311 - it chooses what is typed
        moments: list[tuple[str, str]] = []
        for line in (person.grammatical() for _ in range(100)):
            if line.startswith(LEFT_OUT):
                continue
            before = first.saved, first.built.command_line.prompt
            first.type(line)
            if first.has_saved():
                moments.append(before)
        first.type("abort", "end", "end", "end")
        last = first.saved
    with kept() as second:
        assert second.saved == last
        for before in reversed(moments):
            second.type(":undo")
            assert (second.saved, second.built.command_line.prompt) == before
        for _ in moments:
            second.type(":redo")

        assert second.saved == last


def test_what_undo_and_redo_did_is_remembered(kept: Callable[..., "Session"]) -> None:
    with kept() as first:
        first.type(*add("a"), *add("b"), *add("c"), *(":undo",) * 6)
        assert "b" not in addresses(first)
    with kept() as second:
        assert addresses(second) >= {"a"}
        assert second.type(":redo") == ["Done again: next"]
        assert addresses(second) >= {"a", "b"}
    with kept() as third:
        third.type(":redo")
        assert addresses(third) >= {"a", "b", "c"}
        third.type(":undo", *add("d"))
        assert third.type(":redo") == ["There is nothing to redo."]
    with kept() as fourth:
        assert fourth.type(":redo") == ["There is nothing to redo."]
        fourth.type(":undo", ":undo")
        assert addresses(fourth) & set("abcd") == {"a"}


def test_an_entry_that_was_half_typed_comes_back_with_undo(kept: Callable[..., "Session"]) -> None:
    typed = (
        "config user group",
        "edit g",
        "config match",
        "edit 0",
        "set server-name ldap",
        "set group-name x",
        "next",
    )
    with kept() as first:
        first.type("config user ldap", "edit ldap", "set server a.example", "set dn c", "end")
        first.type(*typed, "edit 0", "set server-name ldap", "set group-name y", "next", "end", "next")
        saved = first.saved
    with kept() as second:
        assert second.type(":undo", "show")[:2] == ["Undone: next", "config user group"]
        assert second.built.command_line.prompt == "Fauxgate-VM64 (g) # "
        second.type("next")
        assert second.saved == saved


def test_what_happened_by_itself_goes_with_the_step_before_it(kept: Callable[..., "Session"]) -> None:
    with kept("--now", "2026-11-25T12:00:00") as first:
        first.type(GENERATE)
        first.appliance.jobs.run_due()
        first.type(*add("a"))
    with kept() as second:
        second.type(":undo", ":undo", ":undo")
        assert local(second) == ""
        second.type(":undo")
        assert "fgt" not in second.appliance.configuration.table(("vpn", "certificate", "local"))
        second.type(":redo", ":redo")
        assert "BEGIN CERTIFICATE" in local(second)


def test_a_long_file_of_steps_forgets_the_oldest(
    kept: Callable[..., "Session"], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_steps, "LONGEST_FILE", 10_000)
    with kept() as first:
        first.type(":checkpoint old")
        for number in range(100):
            first.type("config system global", f"set admintimeout {number + 1}", "end")
        first.type(":undo")
    with kept() as second:
        count = 0
        while second.type(":undo") != ["There is nothing to undo."]:
            count += 1
        assert 10 < count < 99
        assert value(second, "admintimeout") == str(99 - count)
        for _ in range(count + 1):
            second.type(":redo")
        assert value(second, "admintimeout") == "100"
        assert second.type(":goto old") == []


def addresses(opened: Session) -> set[str]:
    return set(opened.appliance.configuration.table(("firewall", "address")))


def local(opened: Session) -> str:
    return str(opened.appliance.configuration.value(("vpn", "certificate", "local"), "fgt", "certificate"))


def value(opened: Session, option: str) -> str:
    return str(opened.appliance.configuration.value(("system", "global"), "", option))


@pytest.mark.parametrize("cut", [1, 10, 60, 300])
def test_a_half_written_tail_is_dropped_with_a_note(
    tmp_path: Path, cut: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file"
    with session(path) as first:
        first.type(*add("a"), *add("b"))
        content = path.read_bytes()
    path.write_bytes(content[:-cut])
    with session(path) as second:
        assert "a" in addresses(second)
        assert "half written, and were dropped" in capsys.readouterr().err
        second.type(*add("d"))
    with session(path) as third:
        assert addresses(third) >= {"a", "d"}
        assert capsys.readouterr().err == ""


def test_a_file_that_is_damaged_in_the_middle_is_kept_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file"
    with session(path) as first:
        first.type(*add("a"))
    damaged = path.read_bytes().replace(b'edit "a"', b'edit "z"', 1)
    path.write_bytes(damaged)
    with session(path):
        pass

    assert "is damaged at byte" in capsys.readouterr().err
    assert (tmp_path / "file.damaged").read_bytes() == damaged


def test_a_long_log_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_file, "LONGEST_REST", 0)
    path = tmp_path / "file"
    with session(path) as first:
        for number in range(50):
            first.type("config system global", f"set admintimeout {number + 1}", "end")
            first.type(f"execute backup config flash {number}", f"execute revision delete config {number + 1}")
        assert path.stat().st_size < 50 * 10_000
        size = path.stat().st_size
    assert path.stat().st_size < size
    with session(path) as second:
        assert value(second, "admintimeout") == "50"


def test_the_file_is_for_its_owner_only_and_no_key_is_in_it_in_the_clear(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with session(path) as first:
        first.type(GENERATE)
        first.appliance.jobs.run_due()
        assert {each.stat().st_mode & 0o777 for each in tmp_path.iterdir()} == {0o600}
    path.chmod(0o644)
    with session(path):
        assert path.stat().st_mode & 0o777 == 0o600
    content = path.read_bytes()

    assert content.count(b"BEGIN ENCRYPTED PRIVATE KEY") >= 2
    assert b"BEGIN PRIVATE KEY" not in content
    assert b"BEGIN RSA PRIVATE KEY" not in content


def test_what_is_no_session_is_refused_in_one_line_and_left_alone(
    tmp_path: Path, fauxgate: Callable[..., tuple[int, str, str]]
) -> None:
    path = tmp_path / "file"
    path.write_text("config system global\nend\n")
    code, output, told = fauxgate("shell", "--session", str(path))

    assert (code, output) == (1, "")
    assert told == f"fauxgate: the session {path} cannot be used: it is no session that was saved with --session\n"
    assert path.read_text() == "config system global\nend\n"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("place", ["/proc/no/such/file", "/proc/file"])
def test_a_session_where_no_file_can_be_is_refused_in_one_line(
    place: str, fauxgate: Callable[..., tuple[int, str, str]]
) -> None:
    code, output, told = fauxgate("shell", "--session", place)

    assert (code, output) == (1, "")
    assert told == f"fauxgate: the session {place} cannot be used: No such file or directory\n"


def test_a_second_process_is_told_of_the_first(tmp_path: Path, fauxgate: Callable[..., tuple[int, str, str]]) -> None:
    path = tmp_path / "file"
    with session(path):
        code, output, told = fauxgate("shell", "--session", str(path))

    assert (code, output) == (1, "")
    assert told == f"fauxgate: the session {path} cannot be used: process {os.getpid()} is using it\n"


def test_a_session_and_a_state_directory_together_are_refused(
    tmp_path: Path, fauxgate: Callable[..., tuple[int, str, str]]
) -> None:
    code, output, told = fauxgate("shell", "--session", str(tmp_path / "a"), "--state", str(tmp_path / "b"))

    assert (code, output) == (2, "")
    assert told.splitlines() == [
        "fauxgate: --state and --session cannot be used together: a session is all in its file"
    ]
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=200))
def test_any_bytes_behind_a_session_leave_what_was_whole(tail: bytes) -> None:
    notes: list[str] = []
    with TemporaryDirectory() as directory:
        path = Path(directory) / "file"
        files = SessionFile(path, notes.append)
        files.replace("a", b"one\n")
        files.append("a", b"two\n", 4)
        path.write_bytes(path.read_bytes() + tail)
        again = SessionFile(Path(shutil.copy(path, Path(directory) / "copy")), notes.append)

        assert again.read("a") == b"one\ntwo\n"
        assert len(notes) == bool(tail)
        again.close()
        files.close()


@given(st.binary(max_size=100))
def test_any_bytes_are_a_session_or_are_refused(content: bytes) -> None:
    with TemporaryDirectory() as directory:
        path = Path(directory) / "file"
        path.write_bytes(content)
        try:
            SessionFile(path, lambda _note: None).close()
        except StateUnusable:
            assert path.read_bytes() == content


@pytest.mark.parametrize("kind", ["--session", "--state"])
def test_a_limit_on_the_size_of_files_is_told_in_one_line_and_costs_nothing(tmp_path: Path, kind: str) -> None:
    kept = str(tmp_path / "kept")
    with session(tmp_path / "kept", kind=kind) as first:
        first.type(*add("a"))
        saved = first.saved
    size = max(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
    lines = [
        *add("b"),
        "config firewall address",
        "edit b",
        f"set comment {'x' * 250}",
        "end",
        "show firewall address b",
    ]
    block = ["config firewall address", *(f"edit c{number}\nnext" for number in range(400)), "end"]
    run = subprocess.run(
        [sys.executable, "-m", "fauxgate.app", "shell", kind, kept],
        input="\n".join([*block, *lines]) + "\n",
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, size + 20_000)),
    )
    with session(tmp_path / "kept", kind=kind) as second:
        found = addresses(second)

    assert "could not be saved: File too large. It is tried again with the next command." in run.stdout
    assert f'set comment "{"x" * 250}"' in run.stdout
    assert "Traceback" not in run.stderr
    assert found >= {"a", "c0", "c1"}
    assert saved.count('edit "a"') == 1
    assert not list(tmp_path.rglob("*.part"))


def test_what_makes_the_log_too_long_is_in_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "file"
    files = SessionFile(path, lambda _note: None)
    size = session_file.LONGEST_REST // 2
    for letter in "abcdefg":
        files.replace("one", letter.encode() * size)
        files.append("two", b"x", ord(letter) - ord("a"))
        again = SessionFile(Path(shutil.copy(path, tmp_path / "copy")), lambda _note: None)

        assert again.read("one") == letter.encode() * size
        assert len(again.read("two") or b"") == ord(letter) - ord("a") + 1
        again.close()
    files.close()
