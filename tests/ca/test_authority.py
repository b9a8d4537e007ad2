import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat import asn1
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fauxgate.ca.administration import Administration
from fauxgate.ca.errors import NotPending, UnknownRequest
from fauxgate.ca.register import State
from fauxgate.ca.reviewers import AfterPolls, Automatic, Manual
from fauxgate.pki import certificates, names
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.names import InvalidName
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.issuer import Defer, Grant, GrantUnreadable, PollRequest, Refuse

if TYPE_CHECKING:
    from fauxgate.scep.issuer import Issuer

TRANSACTION = "2B9E443E5E0A9BA816785A1915AA2E99"


def states(authority) -> list[tuple[int, State]]:
    return [(record.id, record.state) for record in authority.requests()]


def test_an_authority_is_an_issuer(make_authority) -> None:
    issuer: Issuer = make_authority()

    assert issuer.certificate.public_key() == issuer.key.public_key()


def test_the_root_is_made_on_first_use_and_then_stays(make_authority, numbers) -> None:
    authority = make_authority()
    before = list(numbers.sizes)

    first = authority.certificate

    assert (before, numbers.sizes) == ([], [8])
    assert authority.certificate is first


def test_a_subject_that_is_no_name_is_refused(make_authority) -> None:
    with pytest.raises(InvalidName):
        make_authority(subject="sceptest")


def test_the_right_challenge_is_granted_at_once(make_authority, make_request) -> None:
    authority = make_authority()

    decision = authority.review(make_request())

    (record,) = authority.requests()
    assert decision == Grant(record.certificate)
    assert (record.state, record.serial_number) == (State.ISSUED, Certificate.parse(record.certificate).serial_number)


@pytest.mark.parametrize(
    ("challenge", "reason"), [("wrong", "wrong challenge password"), ("", "no challenge password")]
)
@pytest.mark.rfc8894("2.4", "challenge models", "server", "static, per request, by hand")
def test_a_wrong_or_missing_challenge_is_a_bad_request(make_authority, make_request, challenge, reason) -> None:
    authority = make_authority()

    assert authority.review(make_request(challenge=challenge)) == Refuse(FailInfo.BAD_REQUEST)
    assert [(record.state, record.reason) for record in authority.requests()] == [(State.REJECTED, reason)]


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_pending_is_answered_as_often_as_asked_for_and_then_the_certificate(
    make_authority, make_request, count
) -> None:
    authority = make_authority(AfterPolls(count, Automatic("challenge")))

    decisions = [
        authority.review(make_request()),
        *(authority.poll(PollRequest(TRANSACTION, b"", b"")) for _ in range(count)),
    ]

    assert decisions[:-1] == [Defer()] * count
    assert isinstance(decisions[-1], Grant)


def test_a_wrong_challenge_is_refused_after_the_waiting_as_well(make_authority, make_request) -> None:
    authority = make_authority(AfterPolls(1, Automatic("challenge")))
    authority.review(make_request(challenge="wrong"))

    assert authority.poll(PollRequest(TRANSACTION, b"", b"")) == Refuse(FailInfo.BAD_REQUEST)


def test_a_repeated_request_does_not_count_as_a_poll(make_authority, make_request) -> None:
    authority = make_authority(AfterPolls(1, Automatic("challenge")))

    decisions = [authority.review(make_request()) for _ in range(3)]

    assert decisions == [Defer()] * 3
    assert states(authority) == [(1, State.PENDING)]


@pytest.mark.rfc8894("4.4", "a poll after SUCCESS gets the same certificate", "server")
def test_after_the_grant_every_repetition_gets_the_same_certificate(make_authority, make_request) -> None:
    authority = make_authority()
    granted = authority.review(make_request())

    again = [
        authority.review(make_request()),
        authority.poll(PollRequest(TRANSACTION, b"", b"")),
        authority.poll(PollRequest(TRANSACTION, b"x", b"")),
    ]

    assert again == [granted] * 3
    assert len(authority.requests()) == 1


def test_after_a_refusal_every_repetition_is_refused(make_authority, make_request) -> None:
    authority = make_authority()
    authority.review(make_request(challenge="wrong"))

    again = [authority.review(make_request(challenge="wrong")), authority.poll(PollRequest(TRANSACTION, b"", b""))]

    assert again == [Refuse(FailInfo.BAD_REQUEST)] * 2


@pytest.mark.rfc8894("4.4", "a poll counts only with its transactionID and signer", "server")
def test_a_poll_for_an_unknown_transaction_is_a_bad_certificate_id(make_authority) -> None:
    assert make_authority().poll(PollRequest("never seen", b"", b"")) == Refuse(FailInfo.BAD_CERT_ID)


@pytest.mark.rfc8894("4.4", "a poll counts only with its transactionID and signer", "server")
def test_a_poll_counts_only_by_the_key_that_signed_the_request(
    make_authority, make_request, clock, rsa_key, other_key
) -> None:
    def signer(key) -> bytes:
        until = clock() + timedelta(days=1)
        name = names.parse("/CN=device")
        return certificates.self_signed(
            subject=name, key=key, serial_number=1, not_before=clock(), not_after=until, digest=SHA256
        )

    authority = make_authority(AfterPolls(1, Automatic("challenge")))
    authority.review(replace(make_request(), signer=signer(rsa_key)))

    assert authority.poll(PollRequest(TRANSACTION, b"", signer(other_key))) == Refuse(FailInfo.BAD_CERT_ID)
    assert [record.polls for record in authority.requests()] == [0]
    clock.advance(hours=1)
    assert isinstance(authority.poll(PollRequest(TRANSACTION, b"", signer(rsa_key))), Grant)


def test_after_a_refusal_the_same_key_may_try_again_with_another_challenge(make_authority, make_request) -> None:
    authority = make_authority()
    authority.review(make_request(challenge="wrong"))

    decision = authority.review(make_request())

    assert isinstance(decision, Grant)
    assert authority.poll(PollRequest(TRANSACTION, b"", b"")) == decision
    assert states(authority) == [(1, State.REJECTED), (2, State.ISSUED)]


def test_a_changed_request_replaces_a_pending_one_of_the_same_key(make_authority, make_request) -> None:
    authority = make_authority(Manual())
    authority.review(make_request())

    authority.review(make_request(subject="/CN=other"))

    assert states(authority) == [(1, State.REJECTED), (2, State.PENDING)]
    assert authority.requests()[0].reason == "replaced by request 2"


def test_another_key_cannot_take_over_a_pending_transaction(make_authority, make_request, other_key) -> None:
    authority = make_authority(Manual())
    authority.review(make_request())

    assert authority.review(make_request(key=other_key)) == Refuse(FailInfo.BAD_REQUEST)
    assert states(authority) == [(1, State.PENDING)]


def test_a_decided_transaction_id_may_be_used_again_with_another_key(make_authority, make_request, other_key) -> None:
    authority = make_authority()
    first = authority.review(make_request())

    second = authority.review(make_request(key=other_key))

    assert isinstance(second, Grant)
    assert second != first


def test_a_person_approves_by_number_and_the_next_poll_brings_the_certificate(make_authority, make_request) -> None:
    authority = make_authority(Manual())
    waiting = [authority.review(make_request()), authority.poll(PollRequest(TRANSACTION, b"", b""))]

    record = Administration(authority).approve(1)

    assert waiting == [Defer(), Defer()]
    assert (record.state, record.polls) == (State.ISSUED, 1)
    assert authority.poll(PollRequest(TRANSACTION, b"", b"")) == Grant(record.certificate)


def test_a_person_rejects_by_number_with_a_reason(make_authority, make_request) -> None:
    authority = make_authority(Manual())
    authority.review(make_request())

    record = Administration(authority).reject(1, "not one of ours")

    assert (record.state, record.reason) == (State.REJECTED, "not one of ours")
    assert authority.poll(PollRequest(TRANSACTION, b"", b"")) == Refuse(FailInfo.BAD_REQUEST)


@pytest.mark.parametrize("decide", ["approve", "reject"])
def test_a_number_that_no_request_has_is_unknown(make_authority, decide: str) -> None:
    with pytest.raises(UnknownRequest) as caught:
        getattr(Administration(make_authority()), decide)(3)

    assert caught.value.request_id == 3


@pytest.mark.parametrize("decide", ["approve", "reject"])
def test_a_request_is_decided_once(make_authority, make_request, decide: str) -> None:
    authority = make_authority()
    authority.review(make_request())

    with pytest.raises(NotPending) as caught:
        getattr(Administration(authority), decide)(1)

    assert caught.value.state is State.ISSUED


def test_an_ec_requester_gets_an_unreadable_grant_and_no_certificate(make_authority, make_request, ec_key) -> None:
    authority = make_authority()

    decisions = [authority.review(make_request(key=ec_key)), authority.poll(PollRequest(TRANSACTION, b"", b""))]

    (record,) = authority.requests()
    assert decisions == [GrantUnreadable()] * 2
    assert (record.state, record.certificate, record.serial_number) == (State.UNREADABLE, None, None)


def test_an_ec_requester_needs_the_challenge_too(make_authority, make_request, ec_key) -> None:
    decision = make_authority().review(make_request(key=ec_key, challenge="wrong"))

    assert decision == Refuse(FailInfo.BAD_REQUEST)


def test_approving_an_ec_requester_issues_nothing(make_authority, make_request, ec_key) -> None:
    authority = make_authority(Manual())
    authority.review(make_request(key=ec_key))

    assert Administration(authority).approve(1).state is State.UNREADABLE


def test_a_request_for_the_name_of_the_authority_is_rejected(make_authority, make_request) -> None:
    authority = make_authority(subject="/CN=root")

    decision = authority.review(make_request(subject="/CN=root"))

    assert decision == Refuse(FailInfo.BAD_REQUEST)
    assert authority.requests()[0].reason == "the subject is the authority's own"


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(min_size=8, max_size=8), min_size=1, max_size=30))
def test_serial_numbers_take_eight_bytes_in_der_and_never_repeat(make_authority, numbers, drawn: list[bytes]) -> None:
    authority = make_authority()
    numbers.prepared = [*drawn, b"\0" * 8, b"\xff" * 8, *drawn, b"\0" * 8, b"\xff" * 8]

    taken = [authority._serial_number() for _ in range(len(numbers.prepared))]

    assert len(set(taken)) == len(taken)
    assert {len(asn1.encode_der(number)) for number in taken} == {2 + 8}


def test_no_serial_number_is_used_twice_even_when_chance_repeats_itself(make_authority, make_request, numbers) -> None:
    authority = make_authority()
    numbers.prepared = [b"\x05" * 8] * 4
    root = authority.certificate

    for transaction_id in ("a", "b", "c"):
        authority.review(make_request(transaction_id))

    used = [root.serial_number, *(record.serial_number for record in authority.requests())]
    assert used == [0x0605050505050505 + offset for offset in range(4)]


def test_many_threads_with_one_request_get_one_certificate(make_authority, make_request) -> None:
    authority = make_authority()
    request = make_request()
    decisions: list[object] = []
    threads = [threading.Thread(target=lambda: decisions.append(authority.review(request))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    (record,) = authority.requests()
    assert decisions == [Grant(record.certificate)] * 20
