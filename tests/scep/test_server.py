from dataclasses import replace
from os import urandom

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from tests.scep.conftest import NOW, SUBJECT, URL, Issuer, drained, exchange, order, rsa_key

from fauxgate.pki import certificates, cms, envelopes, names, requests
from fauxgate.pki.algorithms import AES_128, AES_256, SHA1, SHA256, SHA512, TRIPLE_DES
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import events, message
from fauxgate.scep.attributes import FailInfo, MessageType, PkiStatus
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.issuer import Defer
from fauxgate.scep.message import Header
from fauxgate.scep.profiles import FORTIAUTHENTICATOR
from fauxgate.scep.server import Responder


def answered(issuer: Issuer, request: HttpRequest) -> tuple[list[events.Event], HttpResponse]:
    *told, response = Responder(issuer, urandom).receive(request, NOW)
    assert isinstance(response, HttpResponse)
    return told, response


def posted(body: bytes) -> HttpRequest:
    return HttpRequest("POST", "/scep?operation=PKIOperation", (), body)


def request_body(
    issuer: Issuer, payload: bytes, *, digest=SHA1, cipher=TRIPLE_DES, key=None, **header: object
) -> bytes:
    ca = Certificate.parse(issuer.certificate.public_bytes(Encoding.DER))
    key = key or rsa_key()
    subject = names.encode(SUBJECT)
    signer = cms.Signer(key, subject, 99, digest)
    content = envelopes.envelop(payload, ca, cipher, urandom)
    made = Header(transaction_id="t", message_type=MessageType.PKCS_REQ, sender_nonce=b"nonce")
    _, body = drained(message.sign(replace(made, **header), content, signer, [self_signed(subject, key)], NOW))
    return body


def self_signed(subject: bytes, key) -> bytes:
    return certificates.self_signed(
        subject=subject, key=key, serial_number=99, not_before=NOW, not_after=NOW, digest=SHA256
    )


def csr(**options: str) -> bytes:
    return requests.build(rsa_key(), names.encode(SUBJECT), **options)


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (HttpRequest("PUT", URL), 405),
        (HttpRequest("GET", URL), 400),
        (HttpRequest("GET", "/x?operation=getcacert"), 400),
        (HttpRequest("GET", "http://[x?operation=GetCACert"), 400),
        (HttpRequest("GET", "/x?operation=PKIOperation"), 400),
        (HttpRequest("GET", "/x?operation=PKIOperation&message=!"), 400),
        (HttpRequest("GET", "/x?operation=PKIOperation&message=AAAA"), 400),
        (HttpRequest("POST", "/x?operation=PKIOperation"), 400),
        (HttpRequest("GET", "/x?operation=GetCACert"), 200),
        (HttpRequest("GET", "/x?message=anything&operation=GetCACert"), 200),
    ],
)
@pytest.mark.rfc8894("4.3.1", "HTTP error instead of CertRep", "server", "400, where no message can be read")
@pytest.mark.rfc8894("4.1", "any path", "server")
def test_every_request_has_its_status(issuer, request_, status) -> None:
    told, response = answered(issuer, request_)

    assert response.status == status
    assert any(isinstance(event, events.RequestRejected) for event in told) == (status != 200)


def test_a_wrong_method_is_told_which_are_right(issuer) -> None:
    _, response = answered(issuer, HttpRequest("DELETE", URL))

    assert ("Allow", "GET, POST") in response.headers


def test_get_ca_cert_answers_with_the_certificate(issuer) -> None:
    _, response = answered(issuer, HttpRequest("GET", "/x?operation=GetCACert&message=whatever"))

    assert response.content_type == "application/x-x509-ca-cert"
    assert response.body == issuer.certificate.public_bytes(Encoding.DER)


def test_an_authority_with_an_identifier_tells_its_certificate_to_who_names_it() -> None:
    profile = replace(FORTIAUTHENTICATOR, ca_identifier="Branch CA")
    responder = Responder(issuer := Issuer(), urandom, profile)
    *_, right = responder.receive(HttpRequest("GET", "/x?operation=GetCACert&message=Branch%20CA"), NOW)
    *_, wrong = responder.receive(HttpRequest("GET", "/x?operation=GetCACert&message=CAIdentifier"), NOW)

    assert isinstance(right, HttpResponse)
    assert right.body == issuer.certificate.public_bytes(Encoding.DER)
    assert isinstance(wrong, HttpResponse)
    assert (wrong.status, wrong.body) == (200, b"")


def test_the_issuer_sees_request_challenge_and_signer(issuer) -> None:
    answered(issuer, posted(request_body(issuer, csr(challenge="s3cret"))))

    seen = issuer.seen[0]
    assert (seen.transaction_id, seen.challenge) == ("t", "s3cret")
    assert seen.csr.subject == names.encode(SUBJECT)
    assert Certificate.parse(seen.signer).serial_number == 99


@pytest.mark.parametrize("digest", [SHA1, SHA256, SHA512])
@pytest.mark.parametrize("cipher", [TRIPLE_DES, AES_128, AES_256])
@pytest.mark.rfc8894("2.9", "AES, SHA-256 in replies", "server", "mirrors the request")
def test_the_reply_mirrors_the_algorithms_of_the_request(issuer, digest, cipher) -> None:
    _, response = answered(issuer, posted(request_body(issuer, csr(), digest=digest, cipher=cipher)))
    signed = cms.read_signed(response.body)

    assert cms.read_signature(signed).digest is digest
    assert envelopes.read(signed.content).cipher is cipher


def test_a_reply_goes_back_under_the_same_transaction_and_nonce(issuer) -> None:
    issuer.decision = Defer()
    body = request_body(issuer, csr(), transaction_id="a+b/c=_*", sender_nonce=b"8 bytes!")
    _, response = answered(issuer, posted(body))
    signature = cms.read_signature(cms.read_signed(response.body))

    assert cms.octets(signature.attribute("2.16.840.1.113733.1.9.7")) == b"a+b/c=_*"
    assert cms.octets(signature.attribute("2.16.840.1.113733.1.9.6")) == b"8 bytes!"


@pytest.mark.parametrize(
    ("payload", "header", "fail_info"),
    [
        (b"no request", {}, FailInfo.BAD_REQUEST),
        (csr()[:-1] + b"\0", {}, FailInfo.BAD_MESSAGE_CHECK),
        (b"no names", {"message_type": MessageType.CERT_POLL}, FailInfo.BAD_REQUEST),
        (b"", {"message_type": MessageType.CERT_REP}, FailInfo.BAD_REQUEST),
    ],
)
@pytest.mark.rfc8894("3.2.1.4", "failInfo", "server", "0 1 2 3 4")
def test_a_bad_request_is_refused_with_its_reason(issuer, payload, header, fail_info) -> None:
    told, response = answered(issuer, posted(request_body(issuer, payload, **header)))

    assert response.status == 200
    assert told[-1] == events.RequestAnswered("t", PkiStatus.FAILURE, fail_info)


@pytest.mark.rfc8894("3.1", "signature of the request verified", "server")
def test_a_broken_signature_is_refused(issuer) -> None:
    body = request_body(issuer, csr())
    told, _ = answered(issuer, posted(body[:-1] + bytes([body[-1] ^ 1])))

    assert events.SignatureInvalid() in told
    assert told[-1] == events.RequestAnswered("t", PkiStatus.FAILURE, FailInfo.BAD_MESSAGE_CHECK)


@pytest.mark.parametrize(
    "unknown",
    [{"digest": replace(SHA256, oid="1.2.840.113549.2.5")}, {"cipher": replace(TRIPLE_DES, oid="1.3.14.3.2.7")}],
)
@pytest.mark.rfc8894("3.2.1.4", "failInfo", "server", "0 1 2 3 4")
def test_an_unknown_algorithm_is_refused_as_such(issuer, unknown) -> None:
    told, _ = answered(issuer, posted(request_body(issuer, csr(), **unknown)))

    assert told[-1] == events.RequestAnswered("t", PkiStatus.FAILURE, FailInfo.BAD_ALG)


def test_a_message_for_another_authority_is_refused(issuer) -> None:
    body = request_body(Issuer(key=rsa_key(2048, "stranger")), csr())
    told, _ = answered(issuer, posted(body))

    assert told[-1] == events.RequestAnswered("t", PkiStatus.FAILURE, FailInfo.BAD_MESSAGE_CHECK)


def test_a_message_whose_signer_sends_no_certificate_is_rejected(issuer) -> None:
    signer = cms.Signer(rsa_key(), names.encode(SUBJECT), 1, SHA1)
    header = Header(transaction_id="t", message_type=MessageType.PKCS_REQ, sender_nonce=b"n")
    _, body = drained(message.sign(header, b"", signer, [b"\x30\x00"], NOW))
    told, response = answered(issuer, posted(body))

    assert events.SignerMissing() in told
    assert response.status == 400


def test_a_signer_with_a_key_of_an_unknown_kind_is_refused(issuer) -> None:
    body = request_body(issuer, csr())
    told, _ = answered(
        issuer,
        posted(
            body.replace(
                bytes.fromhex("06092a864886f70d0101010500038201"), bytes.fromhex("06092a864886f70d01017f0500038201")
            )
        ),
    )

    assert told[-1] == events.RequestAnswered("t", PkiStatus.FAILURE, FailInfo.BAD_MESSAGE_CHECK)


def test_a_granted_ec_requester_gets_success_without_content(issuer, ec_key) -> None:
    run = exchange(issuer, order(ec_key))
    signed = cms.read_signed(run.answers[-1].body)

    assert signed.content == b""


def test_success_carries_both_certificates_and_pending_none() -> None:
    run = exchange(Issuer(pending=1), order(rsa_key()))
    counts = [len(cms.read_signed(answer.body).certificates) for answer in run.answers[1:]]

    assert counts == [0, 2]
