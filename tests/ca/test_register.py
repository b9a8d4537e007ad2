from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from os import urandom

import pytest

from fauxgate.ca import hierarchy
from fauxgate.ca.entries import Entry, Kind
from fauxgate.ca.errors import StateDirectoryUnusable
from fauxgate.ca.hierarchy import Ra, Shape
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.register import Crl, LogLine, Record, Register, Standing, State
from fauxgate.ca.register_sqlite import SqliteRegister
from fauxgate.ca.wanted import Wanted
from fauxgate.scep.attributes import FailInfo

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def record(request_id: int, transaction_id: str = "t") -> Record:
    return Record(
        id=request_id,
        transaction_id=transaction_id,
        subject="/CN=x",
        wanted=Wanted(b"digest", b"subject", b"key", b"names"),
        received=NOW,
    )


@pytest.fixture(params=["memory", "sqlite"])
def register(request, tmp_path) -> Iterator[Register]:
    if request.param == "memory":
        yield MemoryRegister()
        return
    with closing(SqliteRegister(tmp_path / "register.sqlite", b"secret", urandom)) as opened:
        yield opened


def test_ids_begin_at_one_and_count_up(register) -> None:
    ids = [register.keep(record(register.next_id())).id for _ in range(3)]

    assert ids == [1, 2, 3]


def test_records_are_told_in_the_order_in_which_they_came(register) -> None:
    for number in (1, 2):
        register.keep(record(number))
    register.keep(replace(record(1), state=State.ISSUED))

    assert [(kept.id, kept.state) for kept in register] == [(1, State.ISSUED), (2, State.PENDING)]


def test_the_latest_record_of_a_transaction_is_the_newest_even_when_an_older_one_changes(register) -> None:
    for number in (1, 2):
        register.keep(record(number))
    register.keep(replace(record(1), state=State.REJECTED))

    assert register.latest("t") == record(2)


def test_what_was_never_kept_is_not_there(register) -> None:
    assert register.find(1) is None
    assert register.latest("t") is None
    assert register.issued(5) is None
    assert register.issued(1 << 70) is None
    assert (register.entries(), register.members(1), register.crl(1), register.log()) in [
        ((), (), None, ()),
        ([], [], None, []),
    ]


def test_every_fact_of_a_record_is_kept(register) -> None:
    full = replace(
        record(1),
        standing=Standing.USED,
        entry=3,
        signer=b"signer",
        renewal_of=b"old",
        state=State.REVOKED,
        polls=4,
        reason="keyCompromise",
        fail_info=FailInfo.BAD_ALG,
        generation=2,
        serial_number=0x7F00000000000000,
        certificate=b"certificate",
        revoked=NOW + timedelta(microseconds=1),
    )
    register.keep(full)

    assert register.find(1) == register.issued(0x7F00000000000000) == full


def test_a_serial_number_in_use_gives_way_to_the_next_free_one(register) -> None:
    assert [register.use_serial_number(number) for number in (5, 6, 5, 5)] == [5, 6, 7, 8]


def test_an_enrollment_request_is_kept_with_every_fact_and_can_be_changed(register) -> None:
    entry = Entry(
        id=1,
        kind=Kind.WILDCARD,
        subject="/O=x",
        created=NOW,
        challenge="hash",
        one_time=True,
        expires=NOW,
        renewable_days=7,
    )
    register.keep_entry(entry)
    register.keep_entry(replace(entry, id=2))
    register.keep_entry(replace(entry, uses=1))

    assert list(register.entries()) == [replace(entry, uses=1), replace(entry, id=2)]


def test_the_authority_s_members_are_kept_with_their_keys(register) -> None:
    members = hierarchy.make(
        "/CN=ca",
        Shape(intermediate=True, ra=Ra.SPLIT),
        serial_number=lambda: 5,
        random=urandom,
        now=NOW,
        profile=CertificateProfile(),
    )
    register.keep_members(2, members)

    kept = register.members(2)
    assert [member.role for member in kept] == [member.role for member in members]
    assert [member.pair.certificate for member in kept] == [member.pair.certificate for member in members]
    assert [member.pair.name for member in kept] == [member.pair.name for member in members]
    assert all(member.pair.key.public_key() == member.pair.certificate.public_key() for member in kept)


def test_the_first_generation_issues_until_another_begins(register) -> None:
    first = register.generation()
    register.begin_generation(2)

    assert (first, register.generation()) == (1, 2)


def test_the_last_list_of_a_generation_is_told_until_it_is_outdated(register) -> None:
    numbers = [register.next_crl_number()]
    register.keep_crl(1, Crl(numbers[0], NOW, b"crl"))
    told = register.crl(1), register.crl(2)
    register.outdate_crls()

    assert told == (Crl(1, NOW, b"crl"), None)
    assert register.crl(1) is None
    assert register.next_crl_number() == 2


def test_the_log_is_told_in_order(register) -> None:
    lines = [LogLine(NOW, "received", 1, "/CN=x"), LogLine(NOW, "started")]
    for line in lines:
        register.write_log(line)

    assert list(register.log()) == lines


class Killed(BaseException):
    pass


def fail_inside(register: SqliteRegister, change: Callable[[], object]) -> None:
    with register.transaction():
        change()
        with register.transaction():
            raise Killed


def test_what_raises_inside_a_transaction_undoes_all_of_it(tmp_path) -> None:
    with closing(SqliteRegister(tmp_path / "r", b"secret", urandom)) as register:
        for change in (lambda: register.keep(record(1)), lambda: register.use_serial_number(5)):
            with pytest.raises(Killed):
                fail_inside(register, change)

        assert list(register) == []
        assert register.use_serial_number(5) == 5


def test_another_process_reads_what_is_committed_and_nothing_else(tmp_path) -> None:
    with (
        closing(SqliteRegister(tmp_path / "r", b"secret", urandom)) as one,
        closing(SqliteRegister(tmp_path / "r", b"secret", urandom)) as other,
    ):
        with one.transaction():
            one.keep(record(1))
            before = list(other)

        assert (before, list(other)) == ([], [record(1)])


def test_no_key_is_written_in_the_clear_and_only_the_passphrase_opens_it(tmp_path) -> None:
    members = hierarchy.make(
        "/CN=ca", Shape(), serial_number=lambda: 5, random=urandom, now=NOW, profile=CertificateProfile()
    )
    with closing(SqliteRegister(tmp_path / "r", b"secret", urandom)) as register:
        register.keep_members(1, members)
    with (
        closing(SqliteRegister(tmp_path / "r", b"other", urandom)) as register,
        pytest.raises(StateDirectoryUnusable) as caught,
    ):
        register.members(1)

    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    prime = members[0].pair.key.private_numbers().p
    assert "passphrase" in caught.value.reason
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in written
    assert b"BEGIN PRIVATE KEY" not in written
    assert prime.to_bytes(128, "big") not in written


def test_a_file_that_is_no_register_is_refused(tmp_path) -> None:
    (tmp_path / "r").write_bytes(b"something else entirely" * 100)

    with pytest.raises(StateDirectoryUnusable):
        SqliteRegister(tmp_path / "r", b"secret", urandom)
