from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fauxgate.ca.register import Record, Register, State


def record(request_id: int, transaction_id: str = "t") -> Record:
    return Record(
        id=request_id,
        transaction_id=transaction_id,
        subject="/CN=x",
        request=b"request",
        challenge="secret",
        received=datetime(2026, 1, 1, tzinfo=UTC),
    )


@pytest.fixture
def register() -> Register:
    return Register()


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


def test_a_serial_number_in_use_gives_way_to_the_next_free_one(register) -> None:
    assert [register.use_serial_number(number) for number in (5, 6, 5, 5)] == [5, 6, 7, 8]


def test_the_challenge_password_does_not_show_in_the_text_of_a_record() -> None:
    assert "secret" not in repr(record(1))
