"""Whatever comes in place of a reply or of a request: an event or an answer, never an exception."""

from os import urandom

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scep.conftest import NOW, URL, Issuer, Run, drained, exchange, incoming, order, reply, rsa_key

from fauxgate.pki import cms, envelopes, structures
from fauxgate.pki.algorithms import AES_256, SHA256
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import message
from fauxgate.scep.attributes import MessageType, PkiStatus
from fauxgate.scep.events import Event, Failure, Granted, Pending
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.message import Header
from fauxgate.scep.server import Responder

RECORDED = exchange(Issuer(pending=1), order(rsa_key(1024)))

ISSUED = RECORDED.events[-1].certificate

headers = st.lists(
    st.tuples(
        st.sampled_from(["Content-Type", "content-type", "Server"]),
        st.sampled_from(["application/x-pki-message", "application/x-x509-ca-cert", "text/html; x", "", "é\x00"]),
    ),
    max_size=3,
).map(tuple)
answers = st.one_of(
    st.builds(HttpResponse, st.integers(0, 999) | st.just(200), headers, st.binary(max_size=200)),
    st.builds(HttpFailure, st.sampled_from(FailureReason), st.text(max_size=5)),
)


def ended_with_an_event(run: Run) -> bool:
    return all(isinstance(event, Event) for event in run.events) and isinstance(run.events[-1], Failure | Granted)


def is_der(content: bytes) -> bool:
    try:
        structures.tlv(content)
    except structures.InvalidDer:
        return False
    return True


def damaged(body: bytes, cut: int, flips: list[tuple[int, int]]) -> bytes:
    changed = bytearray(body[: len(body) - cut % len(body)])
    for place, bit in flips:
        changed[place % len(changed)] ^= 1 << bit
    return bytes(changed)


damages = {
    "cut": st.integers(0, 40) | st.integers(0, 6000),
    "flips": st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 7)), max_size=4),
}


@given(number=st.integers(0, 2), answer=answers)
def test_http_that_is_not_scep_ends_in_an_event(number, answer) -> None:
    run = exchange(Issuer(pending=1), order(rsa_key(1024)), change=lambda n, _, given: answer if n == number else given)

    assert ended_with_an_event(run)


@given(number=st.integers(0, 2), **damages)
@settings(max_examples=300)
def test_a_cut_or_bit_flipped_reply_ends_in_an_event(number, cut, flips) -> None:
    def change(n: int, _request: HttpRequest, given: HttpResponse) -> HttpResponse:
        body = damaged(given.body, cut, flips) if n == number else given.body
        return HttpResponse(given.status, given.headers, body)

    assert ended_with_an_event(exchange(Issuer(pending=1), order(rsa_key(1024)), change=change))


@pytest.mark.parametrize("place", range(60))
def test_every_bit_near_the_beginning_of_a_reply_may_flip(place) -> None:
    def change(n: int, _request: HttpRequest, given: HttpResponse) -> HttpResponse:
        body = damaged(given.body, 0, [(place, bit) for bit in (0, 5)]) if n == 2 else given.body
        return HttpResponse(given.status, given.headers, body)

    assert ended_with_an_event(exchange(Issuer(pending=1), order(rsa_key(1024)), change=change))


@given(kind=st.sampled_from(["bag", "certificate", "envelope"]), **damages)
@settings(max_examples=300)
def test_a_well_signed_reply_with_a_damaged_inside_ends_in_an_event(kind, cut, flips) -> None:
    issuer = Issuer()

    def change(n: int, request: HttpRequest, given: HttpResponse) -> HttpResponse:
        if n == 0:
            return given
        certificate = damaged(ISSUED, cut, flips) if kind == "certificate" else ISSUED
        bag = cms.degenerate([certificate] if is_der(certificate) else [])
        envelope = envelopes.envelop(
            damaged(bag, cut, flips) if kind == "bag" else bag, incoming(request).signer, AES_256, urandom
        )
        content = damaged(envelope, cut, flips) if kind == "envelope" else envelope
        return reply(issuer, request, content, pki_status=PkiStatus.SUCCESS)

    assert ended_with_an_event(exchange(issuer, order(rsa_key(1024)), change=change))


@given(**damages)
@settings(max_examples=300)
def test_a_well_signed_request_with_a_damaged_inside_gets_an_answer(cut, flips) -> None:
    to_enroll = order(rsa_key(1024))
    read = incoming(RECORDED.requests[1])
    ca = Certificate.parse(Issuer().certificate.public_bytes(Encoding.DER))
    content = envelopes.envelop(damaged(to_enroll.request, cut, flips), ca, AES_256, urandom)
    header = Header(transaction_id="x_ü", message_type=MessageType.PKCS_REQ, sender_nonce=b"n")
    signer = cms.Signer(to_enroll.key, read.signer.issuer, read.signer.serial_number, SHA256)
    _, body = drained(message.sign(header, content, signer, [read.signer.der], NOW))

    assert answer_to(HttpRequest("POST", f"{URL}?operation=PKIOperation", (), body)).status == 200


def answer_to(request: HttpRequest) -> HttpResponse:
    *told, response = Responder(Issuer(pending=1), urandom).receive(request, NOW)
    assert all(isinstance(event, Event) for event in told)
    assert isinstance(response, HttpResponse)
    return response


@given(
    method=st.sampled_from(["GET", "POST", "PUT", "", "get"]),
    url=st.text(max_size=60) | st.text(max_size=40).map(lambda text: f"{URL}?operation=PKIOperation&message={text}"),
    body=st.binary(max_size=100),
)
def test_every_request_gets_an_answer(method, url, body) -> None:
    assert answer_to(HttpRequest(method, url, (), body)).status in (200, 400, 405)


@given(number=st.integers(0, 1), **damages)
@settings(max_examples=300)
def test_a_cut_or_bit_flipped_request_gets_an_answer(number, cut, flips) -> None:
    body = damaged(RECORDED.messages()[number], cut, flips)

    assert answer_to(HttpRequest("POST", f"{URL}?operation=PKIOperation", (), body)).status in (200, 400)


def test_the_recorded_exchange_is_whole() -> None:
    assert [type(event) for event in RECORDED.events if isinstance(event, Pending | Granted)] == [Pending, Granted]
