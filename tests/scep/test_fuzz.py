"""Real messages taken apart and put together wrongly: only declared failures, an answer to everything, in bounded time.

`HYPOTHESIS_PROFILE=nightly` makes it 50,000 cases; the seed that hypothesis prints makes a failing one again.
"""

import time
import tracemalloc
from os import urandom
from pathlib import Path
from random import Random

import pytest
from damage import damaged, rebuilt
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scep.conftest import NOW, Issuer, exchange, incoming, order, rsa_key
from tests.scep.house import DEVICE_NUMBER, House, carried, responder

from fauxgate.pki import ber, cms, envelopes, structures
from fauxgate.pki.algorithms import AES_128, LEGACY, RSA_ENCRYPTION, SHA256, sign
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.cms_structures import EncapsulatedContentInfo, IssuerAndSerialNumber, SignedData, SignerInfo
from fauxgate.pki.structures import AlgorithmIdentifier, Null, Oid
from fauxgate.scep.client import Enrollment
from fauxgate.scep.events import Event, Failure, Granted, Pending
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.profiles import FORTIOS, RFC8894, RFC8894_SERVER

RECORDED = Path(__file__).parents[2] / "fixtures" / "scep"
REQUESTS = [path.read_bytes() for path in sorted(RECORDED.rglob("req.der"))]
REPLIES = [path.read_bytes() for path in sorted(RECORDED.rglob("resp.der"))]
OURS = exchange(Issuer(pending=1), order(rsa_key(1024)))
CA = Certificate.parse(OURS.answers[0].body)
SIGNER = incoming(OURS.requests[1]).signer
PKI = (("Content-Type", "application/x-pki-message"),)
CA_TYPE = (("Content-Type", "application/x-x509-ca-ra-cert"),)

# Four tests of this many cases each.
CASES = 12_500 if settings().max_examples >= 5_000 else 150
SECONDS = 2.0

seeds = st.integers(0, 2**48).map(Random)


def wrong(content: bytes, random: Random) -> bytes:
    """The content with a part gone, doubled, swapped, of another type or in segments; now and then simply damaged."""
    kind = random.randrange(4)
    try:
        der = ber.to_der(content)
        return _streamed(rebuilt(der, random)) if kind == 0 else rebuilt(der, random)
    except (ValueError, IndexError):
        return damaged(content, random) if content else urandom(random.randrange(9))


def _streamed(der: bytes) -> bytes:
    """DER with an indefinite length in place of the first."""
    if len(der) < 2 or not der[0] & 0x20:
        return der
    start = 2 + (der[1] & 0x7F if der[1] & 0x80 else 0)
    return der[:1] + b"\x80" + der[start:] + b"\0\0"


def signed(content: bytes, random: Random, attributes: list[bytes], key, certificate: Certificate) -> bytes:
    """A SignedData with a good signature over whatever the attributes are."""
    changed = list(attributes)
    place = random.randrange(len(changed))
    match random.randrange(5):
        case 0:
            del changed[place]
        case 1:
            changed.append(changed[place])
        case 2:
            random.shuffle(changed)
        case 3:
            changed[place] = wrong(changed[place], random)
        case _:
            pass
    try:
        elements = [structures.tlv(item) for item in changed]
    except structures.InvalidDer:
        elements = [structures.tlv(item) for item in attributes]
    named = IssuerAndSerialNumber(issuer=structures.tlv(certificate.issuer), serial_number=certificate.serial_number)
    digest = AlgorithmIdentifier(algorithm=Oid(SHA256.oid), parameters=Null())
    info = SignerInfo(
        version=1,
        signer=structures.wrapped(named),
        digest_algorithm=structures.wrapped(digest),
        signed_attributes=elements,
        signature_algorithm=structures.wrapped(AlgorithmIdentifier(algorithm=Oid(RSA_ENCRYPTION), parameters=Null())),
        signature=sign(key, SHA256, structures.received_set(elements)),
        unsigned_attributes=None,
    )
    data = SignedData(
        version=1,
        digest_algorithms=structures.set_element([digest]),
        content=EncapsulatedContentInfo(content_type=Oid(cms.DATA), content=content),
        certificates=[structures.tlv(certificate.der)],
        crls=None,
        signers=structures.set_element([info]),
    )
    return cms.content_info(cms.SIGNED_DATA, data)


def attributes(message: bytes, content: bytes) -> list[bytes]:
    """The attributes of a message, with the digest of other content."""
    digest = structures.encode(SHA256.of(content))
    inside = structures.encode(Oid(cms.MESSAGE_DIGEST)) + ber.element(b"\x31", digest)
    found = [structures.encode(each) for each in cms.read_signature(cms.read_signed(message), LEGACY).attributes]
    kept = [each for each in found if structures.encode(Oid(cms.MESSAGE_DIGEST)) not in each]
    return [*kept, ber.element(b"\x30", inside)]


def assert_answered(body: bytes) -> None:
    """The responder answers, quickly, and then answers a good request as if nothing had been."""
    started = time.process_time()
    house = House(archive={DEVICE_NUMBER: b"\x30\x00"}, signs=None, opens=None)
    for issuer in (Issuer(pending=1), house):
        request = HttpRequest("POST", "/scep?operation=PKIOperation", (), body)
        *told, response = responder(issuer, RFC8894_SERVER).receive(request, NOW)
        assert all(isinstance(event, Event) for event in told)
        assert isinstance(response, HttpResponse)
        assert response.status in (200, 400)
    assert time.process_time() - started < SECONDS


def assert_ended(profile, place: str, make) -> None:
    """A client whose answer to one operation is replaced comes to an end that it has a name for."""
    started = time.process_time()

    def change(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        return make(request, answer) if place in request.url else answer

    enrollment = Enrollment(order(rsa_key(1024)), profile, urandom)
    heard = carried(enrollment, responder(Issuer(pending=1)), change=change)
    assert all(isinstance(event, Event) for event in heard.events)
    assert isinstance(heard.events[-1], Failure | Granted | Pending)
    assert time.process_time() - started < SECONDS


@given(seeds)
@settings(max_examples=CASES)
def test_a_request_put_together_wrongly_is_answered(random) -> None:
    assert_answered(wrong(random.choice([*REQUESTS, *OURS.messages()]), random))


@given(seeds)
@settings(max_examples=CASES)
def test_a_signed_request_with_a_wrong_inside_is_answered(random) -> None:
    to_enroll = order(rsa_key(1024))
    payload = wrong(to_enroll.request, random) if random.random() < 0.5 else to_enroll.request
    envelope = envelopes.envelop(payload, CA, AES_128, urandom)
    content = wrong(envelope, random) if random.random() < 0.4 else envelope
    message = random.choice([*REQUESTS, *OURS.messages()])

    assert_answered(signed(content, random, attributes(message, content), to_enroll.key, SIGNER))


@given(seeds, st.sampled_from([FORTIOS, RFC8894]))
@settings(max_examples=CASES)
def test_a_reply_put_together_wrongly_ends_the_enrollment(random, profile) -> None:
    def make(_request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        if "GetCACert" in _request.url:
            bag = cms.degenerate((OURS.answers[0].body, OURS.events[-1].certificate))
            return HttpResponse(200, CA_TYPE, wrong(random.choice([bag, OURS.answers[0].body]), random))
        return HttpResponse(200, PKI, wrong(random.choice([answer.body, random.choice(REPLIES)]), random))

    assert_ended(profile, random.choice(["GetCACert", "PKIOperation"]), make)


@given(seeds, st.sampled_from([FORTIOS, RFC8894]))
@settings(max_examples=CASES)
def test_a_signed_reply_with_a_wrong_inside_ends_the_enrollment(random, profile) -> None:
    issuer = Issuer()

    def make(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        signer = incoming_of(request).signer
        bag = cms.degenerate((wrong_certificate(random), CA.der))
        plain = wrong(bag, random) if random.random() < 0.5 else bag
        envelope = envelopes.envelop(plain, signer, AES_128, urandom)
        content = wrong(envelope, random) if random.random() < 0.3 else envelope
        told = attributes(answer.body, content)
        told = [each.replace(b"\x13\x013", b"\x13\x010") for each in told]
        return HttpResponse(200, PKI, signed(content, random, told, issuer.key, CA))

    assert_ended(profile, "PKIOperation", make)


def wrong_certificate(random: Random) -> bytes:
    der = wrong(OURS.events[-1].certificate, random)
    try:
        structures.tlv(der)
    except structures.InvalidDer:
        return OURS.events[-1].certificate
    return der


def incoming_of(request: HttpRequest):
    if request.method == "GET":
        return incoming(request)
    from tests.scep.conftest import drained

    from fauxgate.scep.incoming import unwrap_request

    return drained(unwrap_request(request.body))[1]


@pytest.mark.parametrize(
    "hostile",
    [
        b"\x30\x80" * 400_000,
        b"\x30\x80" + b"\x05\x00" * 400_000 + b"\0\0",
        b"\x24\x80" + b"\x04\x00" * 400_000 + b"\0\0",
        b"\x30\x84\x7f\xff\xff\xff" * 150_000,
        b"\x1f" + b"\xff" * 900_000,
        bytes(1_000_000),
    ],
    ids=["deep", "wide", "segments", "lengths", "tag", "zeroes"],
)
def test_a_megabyte_of_malice_costs_little_time_and_memory(hostile) -> None:
    tracemalloc.start()
    started = time.process_time()
    assert_answered_once(hostile)
    taken, (_, peak) = time.process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()

    # tracemalloc itself makes it several times slower.
    assert taken < 15
    assert peak < 150_000_000


def assert_answered_once(body: bytes) -> None:
    request = HttpRequest("POST", "/scep?operation=PKIOperation", (), body)
    *_, response = responder(Issuer()).receive(request, NOW)
    assert isinstance(response, HttpResponse)
    assert response.status == 400
