"""What a process that is killed leaves behind: the files as they are before each statement, opened by another."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from os import urandom
from pathlib import Path

import pytest

from fauxgate.ca.administration import Administration
from fauxgate.ca.authority import Authority, Rules
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.register import State
from fauxgate.ca.register_sqlite import SqliteRegister
from fauxgate.ca.renewal import RenewalRules
from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.pki.crls import Reason
from fauxgate.scep.issuer import Grant, PollRequest

PASSPHRASE = b"secret"
TRANSACTION = "2B9E443E5E0A9BA816785A1915AA2E99"


@dataclass
class Recorded:
    """Keeps a copy of the files before every statement: what is there when the process is killed just then."""

    directory: Path
    copies: list[Path] = field(default_factory=list)

    def __call__(self, _statement: str) -> None:
        copy = self.directory.with_name(f"killed-{len(self.copies)}")
        copy.mkdir()
        # Not the shared memory, which the next process makes anew.
        for path in self.directory.glob("register.sqlite*"):
            if not path.name.endswith("-shm"):
                shutil.copy(path, copy)
        self.copies.append(copy)


@pytest.fixture
def make(clock, numbers) -> Callable[[SqliteRegister], Authority]:
    return lambda register: Authority(
        "/CN=ca",
        reviewer=AfterPolls(1, Automatic("challenge")),
        register=register,
        now=clock,
        random=numbers,
        profile=CertificateProfile(),
        rules=Rules(renewal=RenewalRules(revoke_old=True)),
    )


def left_behind(
    directory: Path, make: Callable[[SqliteRegister], Authority], act: Callable[[Authority], object]
) -> Iterator[SqliteRegister]:
    """Act, and open what a process leaves that is killed before one of its statements, and at the end."""
    recorded = Recorded(directory)
    with closing(SqliteRegister(directory / "register.sqlite", PASSPHRASE, urandom)) as register:
        register._database.set_trace_callback(recorded)
        act(make(register))
        recorded("the end")
    for copy in recorded.copies:
        with closing(SqliteRegister(copy / "register.sqlite", PASSPHRASE, urandom)) as register:
            yield register


def assert_is_sound(register: SqliteRegister) -> None:
    records = list(register)
    used = [record.serial_number for record in records if record.serial_number is not None]
    reserved = [row["number"] for row in register._rows("SELECT number FROM serial_numbers")]
    told = {(line.request, line.what) for line in register.log()}

    assert len(set(used)) == len(used)
    assert set(used) <= set(reserved)
    assert all(
        (record.state in (State.ISSUED, State.REVOKED)) == (record.certificate is not None) for record in records
    )
    assert all((record.id, record.state.value) in told or record.state is State.PENDING for record in records)
    assert len(register.members(1)) in (0, 1)


@pytest.fixture
def directory(tmp_path) -> Path:
    made = tmp_path / "state"
    made.mkdir()
    return made


def test_a_request_that_a_kill_interrupted_is_decided_once_when_it_comes_again(directory, make, make_request) -> None:
    request, poll = make_request(), PollRequest(TRANSACTION, b"", b"")

    def enroll(authority: Authority) -> None:
        authority.review(request)
        authority.poll(poll)

    kills = 0
    for register in left_behind(directory, make, enroll):
        assert_is_sound(register)
        kept = register.latest(TRANSACTION)
        again = make(register)
        answers = [again.review(request), again.poll(poll), again.poll(poll), again.review(request)]
        assert_is_sound(register)
        assert isinstance(answers[-1], Grant)
        assert answers[1:] == [answers[-1]] * 3
        assert kept is None or kept.certificate is None or Grant(kept.certificate) == answers[-1]
        assert [record.state for record in register] == [State.ISSUED]
        kills += 1

    assert kills > 20


def test_the_authority_that_a_kill_left_is_the_one_that_goes_on(directory, make) -> None:
    for register in left_behind(directory, make, lambda authority: authority.certificate):
        made = register.members(1)
        certificate = make(register).certificate

        assert make(register).certificate == certificate
        assert not made or made[0].pair.certificate == certificate
        assert len(register._rows("SELECT * FROM serial_numbers")) == 1


def test_a_revocation_that_a_kill_interrupted_is_there_or_not_and_so_on_the_list(directory, make, make_request) -> None:
    def revoke(authority: Authority) -> None:
        authority.review(make_request())
        granted = authority.poll(PollRequest(TRANSACTION, b"", b""))
        record = authority.register.latest(TRANSACTION)
        assert isinstance(granted, Grant)
        assert record is not None
        Administration(authority).revoke(record.serial_number or 0, Reason.KEY_COMPROMISE)
        authority.revocation_list()

    for register in left_behind(directory, make, revoke):
        assert_is_sound(register)
        revoked = [record.serial_number for record in register if record.state is State.REVOKED]
        crl = make(register).revocation_list()
        listed = [number for number in revoked if (number or 0).to_bytes(8, "big") in crl.der]
        assert listed == revoked
