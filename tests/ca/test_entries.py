from datetime import UTC, datetime, timedelta
from os import urandom

import pytest

from fauxgate.ca import entries
from fauxgate.ca.challenges import Checker, hashed
from fauxgate.ca.entries import Entry, Kind
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.register import Standing
from fauxgate.ca.reviewers import Appraisal, Arrival, Listed, Reject
from fauxgate.pki import names

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RIGHT, SUBJECT = "right", "/O=Example/OU=Sales/CN=device"


def entry(number: int = 1, kind: Kind = Kind.REGULAR, subject: str = SUBJECT, **more: object) -> Entry:
    return Entry(**{"id": number, "kind": kind, "subject": subject, "created": NOW, "challenge": HASHED, **more})


HASHED = hashed(RIGHT, urandom)


def appraised(
    *listed: Entry, challenge: str | None = RIGHT, after: timedelta = timedelta(), times: int = 1
) -> Appraisal:
    """How the last of several equal requests stands."""
    register = MemoryRegister()
    for each in listed:
        register.keep_entry(each)
    reviewer = Listed(register, Checker(urandom), hashed("default", urandom), Reject("unlisted"))
    arrival = Arrival(names.parse(SUBJECT), challenge, NOW + after)
    return [reviewer.appraise(arrival) for _ in range(times)][-1]


@pytest.mark.parametrize(
    ("kind", "subject", "standing"),
    [
        (Kind.REGULAR, SUBJECT, Standing.VOUCHED),
        (Kind.REGULAR, "/O=Example/OU=Sales", Standing.UNLISTED),
        (Kind.WILDCARD, "/O=Example/OU=Sales", Standing.VOUCHED),
        (Kind.WILDCARD, "/OU=Sales", Standing.VOUCHED),
        (Kind.WILDCARD, "/O=Example/OU=Legal", Standing.UNLISTED),
    ],
)
def test_a_regular_one_is_for_one_subject_and_a_wildcard_for_all_with_its_fields(
    kind: Kind, subject: str, standing: Standing
) -> None:
    assert appraised(entry(kind=kind, subject=subject)).standing is standing


@pytest.mark.rfc8894("2.4", "challenge models", "server", "static, per request, by hand")
@pytest.mark.parametrize(
    ("challenge", "standing"),
    [(RIGHT, Standing.VOUCHED), ("default", Standing.WRONG), ("", Standing.WRONG), (None, Standing.ABSENT)],
)
def test_its_own_password_counts_and_not_the_default_one(challenge: str | None, standing: Standing) -> None:
    assert appraised(entry(), challenge=challenge).standing is standing


def test_without_a_password_of_its_own_the_default_one_counts() -> None:
    assert appraised(entry(challenge=None), challenge="default").standing is Standing.VOUCHED


@pytest.mark.rfc8894("7.3", "challenges: one-time, expiring, kept as a hash", "server")
@pytest.mark.parametrize(("times", "standing"), [(1, Standing.VOUCHED), (2, Standing.USED), (3, Standing.USED)])
def test_a_one_time_password_is_good_once(times: int, standing: Standing) -> None:
    assert appraised(entry(one_time=True), times=times).standing is standing


@pytest.mark.rfc8894("7.3", "challenges: one-time, expiring, kept as a hash", "server")
@pytest.mark.parametrize(("minutes", "standing"), [(59, Standing.VOUCHED), (60, Standing.EXPIRED)])
def test_a_password_ends_when_its_time_is_over(minutes: int, standing: Standing) -> None:
    listed = entry(expires=NOW + timedelta(hours=1))

    assert appraised(listed, after=timedelta(minutes=minutes)).standing is standing


def test_of_several_that_fit_the_one_with_the_right_password_counts() -> None:
    wildcard = entry(1, Kind.WILDCARD, "/O=Example")

    assert appraised(wildcard, entry(2, challenge=hashed("other", urandom))) == Appraisal(Standing.VOUCHED, 1)


def test_regular_ones_come_first() -> None:
    wildcard, regular = entry(1, Kind.WILDCARD, "/O=Example"), entry(2)

    assert list(entries.fitting([wildcard, regular], names.parse(SUBJECT))) == [regular, wildcard]


@pytest.mark.rfc8894("7.3", "challenges: one-time, expiring, kept as a hash", "server")
def test_equal_passwords_have_different_hashes_and_no_hash_tells_its_password() -> None:
    assert hashed(RIGHT, urandom) != HASHED
    assert RIGHT not in HASHED


@pytest.mark.parametrize("password", [RIGHT, "", "pä\udcffß"])
def test_a_hash_is_recognised_by_its_password_again_and_again(password: str) -> None:
    checker, kept = Checker(urandom), hashed(password, urandom)

    assert [checker.is_right(each, kept) for each in (password, password, f"{password}x")] == [True, True, False]
