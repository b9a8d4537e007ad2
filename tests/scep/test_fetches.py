"""GetCACert, GetNextCACert, GetCert and GetCRL, asked by our client and answered by our responder."""

from os import urandom

import pytest
from tests.scep.house import ISSUING, NEXT, RA_RECIPIENT, RA_SIGNER, ROOT, House, carried, crl, member, responder

from fauxgate.pki import cms, envelopes, keys
from fauxgate.pki.algorithms import AES_128
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import FailInfo, MessageType
from fauxgate.scep.client import Begin, TimerFired
from fauxgate.scep.fetches import CaFetch, NextCaFetch, Retrieval, RetrievalOrder
from fauxgate.scep.http import ANY_SOURCE, HttpRequest, HttpResponse
from fauxgate.scep.manner import Manner
from fauxgate.scep.profiles import FORTIOS, RFC8894, RFC8894_SERVER

URL = "http://ca.test/scep"
DEVICE = member("device", ISSUING)
NUMBER = Certificate.parse(DEVICE.certificate).serial_number
PROFILES = pytest.mark.parametrize("profile", [FORTIOS, RFC8894], ids=lambda profile: profile.name)


def fetch_ca(profile=RFC8894) -> CaFetch:
    return CaFetch(URL, "", ANY_SOURCE, profile)


def fetch_next(*known: bytes) -> NextCaFetch:
    return NextCaFetch(URL, "", ANY_SOURCE, RFC8894, known)


def retrieval(kind: MessageType, profile=RFC8894, number: int = NUMBER) -> Retrieval:
    order = RetrievalOrder(kind=kind, url=URL, key=DEVICE.key, signer=DEVICE.certificate, serial_number=number)
    return Retrieval(order, profile, urandom)


@PROFILES
def test_all_the_authority_s_certificates_are_fetched(profile) -> None:
    heard = carried(fetch_ca(profile), responder(House()))
    everybody = (RA_RECIPIENT, RA_SIGNER, ISSUING, ROOT)

    assert heard.events[-1] == events.CaCertificatesReceived(tuple(each.certificate for each in everybody))
    assert steps.CaReplyRead(3) in heard.events
    assert heard.answers[0].content_type == "application/x-x509-ca-ra-cert"


def test_one_certificate_alone_is_no_bag() -> None:
    heard = carried(fetch_ca(), responder(House(signs=None, opens=None, own=NEXT)))

    assert heard.events[-1] == events.CaCertificatesReceived((NEXT.certificate,))
    assert steps.CaReplyRead(1) in heard.events


def test_entrust_s_content_type_is_known() -> None:
    def change(_request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        return HttpResponse(200, (("Content-Type", "application/x-x509-ra-ca-certs"),), answer.body)

    assert isinstance(carried(fetch_ca(), responder(House()), change=change).events[-1], events.CaCertificatesReceived)


@pytest.mark.rfc8894("4.7", "GetNextCACert", "both")
def test_the_next_authority_is_vouched_for_by_the_present_one() -> None:
    known = [each.certificate for each in (ISSUING, RA_SIGNER, RA_RECIPIENT)]
    heard = carried(fetch_next(*known), responder(House()))

    assert heard.events[-1] == events.NextCaCertificatesReceived((NEXT.certificate,))
    assert heard.answers[-1].content_type == "application/x-x509-next-ca-cert"


def test_a_next_authority_that_a_stranger_vouches_for_is_refused() -> None:
    assert carried(fetch_next(NEXT.certificate), responder(House())).events[-1] == events.SignatureInvalid()


def test_without_a_successor_there_is_nothing() -> None:
    assert carried(fetch_next(ISSUING.certificate), responder(House(successor=None))).events[-1] == events.HttpError(
        404
    )


@pytest.mark.parametrize(
    ("body", "failure"),
    [
        (b"", events.EmptyCaReply()),
        (b"junk", events.MessageUnreadable()),
        (cms.degenerate((ISSUING.certificate,)), events.SignerMissing()),
    ],
)
def test_a_reply_that_is_none_ends_the_fetch_of_the_next_authority(body, failure) -> None:
    def change(_request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        return HttpResponse(answer.status, answer.headers, body)

    heard = carried(fetch_next(ISSUING.certificate), responder(House()), change=change)
    assert heard.events[-1] == failure


@pytest.mark.parametrize("content", [b"junk", cms.degenerate(())])
def test_signed_content_without_certificates_is_unusable(content) -> None:
    from tests.scep.conftest import NOW

    from fauxgate.pki.algorithms import SHA256
    from fauxgate.scep.message import signed_bag

    named = Certificate.parse(ISSUING.certificate)
    body = signed_bag(content, cms.Signer(ISSUING.key, named.issuer, named.serial_number, SHA256), [], NOW)

    def change(_request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        return HttpResponse(answer.status, answer.headers, body)

    heard = carried(fetch_next(ISSUING.certificate), responder(House()), change=change)
    assert heard.events[-1] == events.CaCertificateUnusable()


@PROFILES
@pytest.mark.rfc8894("4.5", "GetCert", "both")
def test_a_certificate_is_retrieved_by_its_number(profile) -> None:
    house = House(archive={NUMBER: DEVICE.certificate})

    assert carried(retrieval(MessageType.GET_CERT, profile), responder(house)).events[
        -1
    ] == events.CertificateRetrieved(DEVICE.certificate)


@PROFILES
@pytest.mark.parametrize("server", [(), (RFC8894_SERVER,)], ids=["fortiauthenticator", "rfc8894"])
@pytest.mark.rfc8894("4.6", "GetCRL", "both")
def test_the_list_is_retrieved(profile, server) -> None:
    house = House(archive={NUMBER: DEVICE.certificate})
    end = carried(retrieval(MessageType.GET_CRL, profile), responder(house, *server)).events[-1]

    assert isinstance(end, events.CrlRetrieved)
    assert len(end.crl) == len(crl(ISSUING))


@pytest.mark.parametrize("kind", [MessageType.GET_CERT, MessageType.GET_CRL])
def test_what_is_not_there_is_a_bad_certificate_id(kind) -> None:
    assert carried(retrieval(kind, number=1), responder(House())).events[-1] == events.Refused(FailInfo.BAD_CERT_ID)


def test_another_certificate_than_asked_for_is_missing() -> None:
    house = House(archive={NUMBER: RA_SIGNER.certificate})

    assert carried(retrieval(MessageType.GET_CERT), responder(house)).events[-1] == events.CertificateMissing()


def test_a_certificate_in_place_of_the_list_is_no_list() -> None:
    class Swapping(Manner):
        def content(self, _inner: bytes) -> bytes:
            bag = cms.degenerate((DEVICE.certificate,))
            return envelopes.envelop(bag, Certificate.parse(DEVICE.certificate), AES_128, urandom)

    house = House(archive={NUMBER: DEVICE.certificate})
    answering = responder(house, RFC8894_SERVER, lambda _transaction_id: Swapping())

    assert carried(retrieval(MessageType.GET_CRL), answering).events[-1] == events.CrlMissing()


def test_a_signer_that_opens_no_envelope_gets_no_look_up() -> None:
    device = member("ec device", ISSUING, key=keys.generate_ec("secp256r1"))
    order = RetrievalOrder(
        kind=MessageType.GET_CRL, url=URL, key=device.key, signer=device.certificate, serial_number=NUMBER
    )
    heard = carried(Retrieval(order, RFC8894, urandom), responder(House(archive={NUMBER: DEVICE.certificate})))

    assert heard.events[-1] == events.Refused(FailInfo.BAD_ALG)


def test_a_fetch_knows_no_timer() -> None:
    machine = fetch_ca()
    list(machine.receive(Begin(), None))

    with pytest.raises(KeyError):
        list(machine.receive(TimerFired(), None))


def test_a_bad_url_ends_a_retrieval_at_once() -> None:
    order = RetrievalOrder(kind=MessageType.GET_CRL, url="ftp://x", key=DEVICE.key, signer=b"", serial_number=1)

    assert carried(Retrieval(order, FORTIOS, urandom), responder(House())).events == [events.IllegalUrl("ftp://x")]
