from dataclasses import replace
from os import urandom
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.serialization import Encoding
from tests.scep.conftest import NOW, SUBJECT, URL, Issuer, exchange, incoming, order, reply, rsa_key

from fauxgate.pki import certificates, cms, cms_structures, envelopes, names, requests
from fauxgate.pki.algorithms import AES_128, SHA256, TRIPLE_DES
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType, PkiStatus
from fauxgate.scep.client import Begin, Enrollment, State, TimerFired, Wait
from fauxgate.scep.fetches import CaFetch
from fauxgate.scep.http import ANY_SOURCE, FailureReason, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.issuer import Grant, GrantUnreadable, Refuse
from fauxgate.scep.profiles import FORTIOS

PKI = (("Content-Type", "application/x-pki-message"),)
CA = (("Content-Type", "application/x-x509-ca-cert"),)

# What can be told of a poll that did not bring a decision.
POLLED = (events.Pending, events.PollUnanswered)


def ended(issuer: Issuer, change, key=None) -> events.Event:
    return exchange(issuer, order(key or rsa_key()), change=change).events[-1]


def second(make):
    """Replace the answer to the PKCSReq by what `make` makes of the request."""
    return lambda number, request, response: make(request) if number == 1 else response


def first(answer):
    return lambda number, _request, response: answer if number == 0 else response


def changed(issuer: Issuer, **header: object) -> events.Event:
    return ended(issuer, second(lambda request: reply(issuer, request, **header)))


def success(issuer: Issuer, request: HttpRequest, plain: bytes) -> HttpResponse:
    """A SUCCESS whose envelope holds these bytes."""
    signer = incoming(request).signer
    return reply(issuer, request, envelopes.envelop(plain, signer, TRIPLE_DES, urandom), pki_status=PkiStatus.SUCCESS)


def test_an_enrollment_ends_with_the_certificate_and_the_authority_s(issuer) -> None:
    granted = exchange(issuer, order(rsa_key())).events[-1]

    assert isinstance(granted, events.Granted)
    assert granted.name == "IPSECVPNTest"
    assert certificates.matches(Certificate.parse(granted.certificate), rsa_key())
    assert [Certificate.parse(der).subject for der in granted.ca_certificates] == [issuer.name]


def test_the_states_follow_the_exchange(issuer) -> None:
    enrollment = Enrollment(order(rsa_key()), FORTIOS, urandom)
    seen = [enrollment.state]
    list(enrollment.receive(Begin(), NOW))
    seen.append(enrollment.state)
    answer = HttpResponse(200, CA, issuer.certificate.public_bytes(Encoding.DER))
    *_, request = enrollment.receive(answer, NOW)
    seen.append(enrollment.state)
    list(enrollment.receive(reply(issuer, request), NOW))
    seen.append(enrollment.state)
    *_, request = enrollment.receive(TimerFired(), NOW)
    seen.append(enrollment.state)
    list(enrollment.receive(HttpResponse(500, (), b""), NOW))
    seen.append(enrollment.state)

    assert seen == [
        State.NEW,
        State.FETCHING_CA,
        State.REQUESTING,
        State.WAITING,
        State.POLLING,
        State.FAILED,
    ]


def test_a_poll_without_an_answer_is_made_again_and_counted() -> None:
    run = exchange(
        Issuer(pending=1000),
        order(rsa_key(1024)),
        change=lambda number, _request, response: (
            HttpFailure(FailureReason.TIMED_OUT, "") if number in {3, 5} else response
        ),
    )

    told = [(type(event), event.polls) for event in run.events if isinstance(event, POLLED)]
    assert told[:6] == [(POLLED[number in {2, 4}], number) for number in range(6)]
    assert run.events[-1] == events.PollingGivenUp(96)


def test_an_authority_that_is_never_there_again_is_given_up_like_one_that_never_decides() -> None:
    run = exchange(
        Issuer(pending=1),
        order(rsa_key(1024)),
        change=lambda number, _request, response: (
            response if number < 2 else HttpFailure(FailureReason.CANNOT_CONNECT, "")
        ),
    )

    assert run.events[-1] == events.PollingGivenUp(96)
    assert sum(run.waits) == 28_800


def test_a_pending_enrollment_polls_with_the_same_transaction_id() -> None:
    run = exchange(Issuer(pending=3), order(rsa_key()))
    ids = {incoming(request).transaction_id for request in run.requests[1:]}

    assert len(ids) == 1
    assert run.waits == [300, 300, 300]
    assert [event.polls for event in run.events if isinstance(event, events.Pending)] == [0, 1, 2]


def test_polling_ends_after_eight_hours() -> None:
    run = exchange(Issuer(pending=1000), order(rsa_key(1024)))

    assert run.events[-1] == events.PollingGivenUp(96)
    assert sum(run.waits) == 28_800


def test_polling_ends_after_the_limit_of_the_profile() -> None:
    run = exchange(Issuer(pending=1000), order(rsa_key(1024)), replace(FORTIOS, poll_limit=2))

    assert run.events[-1] == events.PollingGivenUp(2)


def test_requests_carry_the_appliance_s_two_headers(issuer) -> None:
    run = exchange(issuer, order(rsa_key()))

    assert {request.headers for request in run.requests} == {(("Host", "ca.test"), ("Connection", "close"))}
    assert {(request.method, request.version) for request in run.requests} == {("GET", "1.0")}
    assert run.requests[0].url == f"{URL}?operation=GetCACert&message=CAIdentifier"


def test_the_ca_identifier_and_the_source_address_go_with_the_request(issuer) -> None:
    to_enroll = replace(order(rsa_key()), ca_identifier="my CA", source_ip="10.0.0.9")
    request = exchange(issuer, to_enroll).requests[0]

    assert request.url.endswith("&message=my%20CA")
    assert request.source_ip == "10.0.0.9"


def test_a_profile_may_post_with_other_algorithms(issuer) -> None:
    profile = replace(FORTIOS, method="POST", http_version="1.1", cipher=AES_128, digest=SHA256)
    run = exchange(issuer, order(rsa_key()), profile)

    assert isinstance(run.events[-1], events.Granted)
    assert run.requests[1].method == "POST"
    assert run.requests[1].headers[-1] == ("Content-Type", "application/x-pki-message")


@pytest.mark.parametrize("fail_info", FailInfo)
@pytest.mark.rfc8894("3.2.1.4", "failInfo", "client", "reads all")
def test_a_refusal_tells_its_reason(issuer, fail_info) -> None:
    issuer.decision = Refuse(fail_info)

    assert exchange(issuer, order(rsa_key())).events[-1] == events.Refused(fail_info)


@pytest.mark.rfc8894("3.2.1.5", "recipientNonce compared (MUST)", "client")
def test_another_nonce_than_ours_ends_the_enrollment(issuer) -> None:
    end = changed(issuer, recipient_nonce=bytes(16))

    assert isinstance(end, events.NonceMismatch)
    assert end.received == bytes(16)
    assert end.expected != bytes(16)


@pytest.mark.rfc8894("3.2.1.1", "transactionID compared in the reply", "client")
def test_another_transaction_ends_the_enrollment(issuer) -> None:
    assert isinstance(changed(issuer, transaction_id="0" * 32), events.TransactionIdMismatch)


def test_a_reply_that_is_a_request_ends_the_enrollment(issuer) -> None:
    assert changed(issuer, message_type=MessageType.PKCS_REQ) == events.WrongMessageType("19")


def test_a_reply_without_status_ends_the_enrollment(issuer) -> None:
    assert changed(issuer, pki_status=None) == events.AttributeMissing(Attribute.PKI_STATUS)


def test_a_reply_without_recipient_nonce_ends_the_enrollment(issuer) -> None:
    assert changed(issuer, recipient_nonce=None) == events.AttributeMissing(Attribute.RECIPIENT_NONCE)


def test_a_refusal_without_reason_ends_the_enrollment(issuer) -> None:
    assert changed(issuer, pki_status=PkiStatus.FAILURE) == events.AttributeMissing(Attribute.FAIL_INFO)


def test_a_status_that_nobody_knows_ends_the_enrollment(issuer) -> None:
    assert changed(issuer, pki_status=SimpleNamespace(value="7")) == events.WrongPkiStatus("7")


def test_a_reason_that_nobody_knows_ends_the_enrollment(issuer) -> None:
    reason = SimpleNamespace(value="9")

    assert changed(issuer, pki_status=PkiStatus.FAILURE, fail_info=reason) == events.WrongFailInfo("9")


def test_a_nonce_that_is_no_octet_string_is_missing(issuer) -> None:
    nonce = names.structures.PrintableString("x" * 16)

    assert changed(issuer, recipient_nonce=nonce) == events.AttributeMissing(Attribute.RECIPIENT_NONCE)


def test_a_reply_without_sender_nonce_is_accepted(issuer) -> None:
    """fortios-certificates.md 4.3: sscep tells it and goes on."""
    nonce = names.structures.PrintableString("none")
    run = exchange(
        issuer,
        order(rsa_key()),
        replace(FORTIOS, poll_limit=0),
        second(lambda request: reply(issuer, request, sender_nonce=nonce)),
    )

    assert steps.SenderNonceMissing() in run.events
    assert run.events[-1] == events.PollingGivenUp(0)


def test_a_reply_in_an_unknown_digest_has_no_valid_signature(issuer) -> None:
    def make(_request: HttpRequest) -> HttpResponse:
        signer = cms.Signer(issuer.key, issuer.name, 1, replace(SHA256, oid="1.2.840.113549.2.5"))
        return HttpResponse(200, PKI, cms.sign_content(b"", [], signer, []))

    assert ended(issuer, second(make)) == events.SignatureInvalid(is_algorithm_unknown=True)


def test_the_address_that_answered_is_told(issuer) -> None:
    run = exchange(
        issuer, order(rsa_key()), change=lambda _number, _request, response: replace(response, peer="10.0.0.1", port=80)
    )

    assert run.events.count(steps.Exchanged("10.0.0.1", 80, secure=False, source_ip=ANY_SOURCE)) == 2


def test_a_signature_by_another_key_ends_the_enrollment(issuer) -> None:
    stranger = Issuer(key=rsa_key(2048, "stranger"))

    assert ended(issuer, second(lambda request: reply(stranger, request))) == events.SignatureInvalid()


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        (HttpResponse(404, PKI, b"gone"), events.HttpError(404)),
        (HttpResponse(500, (), b""), events.HttpError(500)),
        (HttpResponse(200, (), b"x"), events.WrongContentType("", b"x")),
        (HttpResponse(200, (("content-type", "text/html"),), b"x"), events.WrongContentType("text/html", b"x")),
        (HttpResponse(200, PKI, b""), events.EmptyReply()),
        (HttpResponse(200, PKI, b"x"), events.MessageUnreadable()),
        (HttpResponse(200, PKI, bytes.fromhex("3080060000")), events.MessageUnreadable()),
        (HttpFailure(FailureReason.TIMED_OUT, "x"), events.TransportFailed(FailureReason.TIMED_OUT, "ca.test", "x")),
    ],
)
def test_every_bad_answer_to_a_request_has_its_own_end(issuer, answer, end) -> None:
    assert ended(issuer, second(lambda _request: answer)) == end


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        (HttpResponse(403, (), b""), events.HttpError(403)),
        (HttpResponse(200, PKI, b"x"), events.WrongContentType("application/x-pki-message", b"x")),
        (HttpResponse(200, CA, b""), events.EmptyCaReply()),
        (HttpResponse(200, CA, b"-----BEGIN"), events.CaCertificateUnusable()),
        (
            HttpFailure(FailureReason.UNKNOWN_HOST, ""),
            events.TransportFailed(FailureReason.UNKNOWN_HOST, "ca.test", ""),
        ),
    ],
)
def test_every_bad_answer_to_get_ca_cert_has_its_own_end(issuer, answer, end) -> None:
    assert ended(issuer, first(answer)) == end


def test_an_authority_with_an_ec_key_cannot_be_used(issuer, ec_key) -> None:
    der = certificates.self_signed(
        subject=issuer.name, key=ec_key, serial_number=1, not_before=NOW, not_after=NOW, digest=SHA256
    )

    assert ended(issuer, first(HttpResponse(200, CA, der))) == events.CaCertificateUnusable()


def test_an_authority_with_a_senseless_rsa_key_cannot_be_used(issuer) -> None:
    der = certificates.issue(
        subject=issuer.name,
        spki=certificates.keys.spki(RSAPublicNumbers(3, 2**1024).public_key()),
        issuer=issuer.name,
        serial_number=1,
        not_before=NOW,
        not_after=NOW,
        extensions=None,
        key=issuer.key,
        digest=SHA256,
    )

    assert ended(issuer, first(HttpResponse(200, CA, der))) == events.RecipientUnusable()


def test_an_unsigned_message_is_told_as_such(issuer) -> None:
    def enveloped(request: HttpRequest) -> HttpResponse:
        return HttpResponse(200, PKI, envelopes.envelop(b"x", incoming(request).signer, TRIPLE_DES, urandom))

    assert ended(issuer, second(enveloped)) == events.MessageNotSigned()


def test_a_message_without_signer_is_told_as_such(issuer) -> None:
    assert ended(issuer, second(lambda _: HttpResponse(200, PKI, cms.degenerate([])))) == events.SignerMissing()


def test_a_message_without_attributes_ends_the_enrollment(issuer) -> None:
    """The signature then covers the content itself, and may be good."""
    value = cms.algorithms.sign(issuer.key, SHA256, b"")

    def make(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(200, PKI, without_attributes(issuer, value))

    assert ended(issuer, second(make)) == events.AttributesMissing()


def without_attributes(issuer: Issuer, value: bytes) -> bytes:
    structures = names.structures
    body = cms.sign_content(b"", [], cms.Signer(issuer.key, issuer.name, 1, SHA256), [])
    outer = structures.decode(cms_structures.ContentInfo, body)
    signed = structures.decode(cms_structures.SignedData, structures.encode(outer.content))
    info = structures.decode(cms_structures.SignerInfo, structures.encode(structures.elements(signed.signers)[0]))
    info.signed_attributes, info.signature = None, value
    signed.signers = structures.set_element([info])
    return structures.encode(
        cms_structures.ContentInfo(content_type=outer.content_type, content=structures.wrapped(signed))
    )


def test_success_without_content_cannot_be_read(issuer) -> None:
    issuer.decision = GrantUnreadable()

    assert exchange(issuer, order(rsa_key())).events[-1] == events.InnerUnreadable()


def test_an_ec_key_comes_to_the_inner_part_and_no_further(issuer, ec_key) -> None:
    issuer.decision = GrantUnreadable()
    run = exchange(issuer, order(ec_key))

    assert run.events[-3:] == [steps.PkiStatusRead(PkiStatus.SUCCESS), steps.InnerFound(), events.InnerUnreadable()]


def test_an_ec_key_cannot_read_even_what_an_authority_grants(issuer, ec_key) -> None:
    assert exchange(issuer, order(ec_key)).events[-1] == events.InnerUnreadable()


def test_an_envelope_for_somebody_else_cannot_be_decrypted(issuer) -> None:
    def make(request: HttpRequest) -> HttpResponse:
        other = replace(incoming(request).signer, serial_number=7)
        content = envelopes.envelop(b"x", other, TRIPLE_DES, urandom)
        return reply(issuer, request, content, pki_status=PkiStatus.SUCCESS)

    assert ended(issuer, second(make)) == events.DecryptionFailed()


def test_an_envelope_in_an_unknown_cipher_cannot_be_decrypted(issuer) -> None:
    def make(request: HttpRequest) -> HttpResponse:
        unknown = replace(TRIPLE_DES, oid="1.2.840.113549.3.2")
        content = envelopes.envelop(b"x", incoming(request).signer, unknown, urandom)
        return reply(issuer, request, content, pki_status=PkiStatus.SUCCESS)

    assert ended(issuer, second(make)) == events.DecryptionFailed(is_algorithm_unknown=True)


def test_an_envelope_around_something_else_than_certificates_is_unreadable(issuer) -> None:
    assert ended(issuer, second(lambda request: success(issuer, request, b"hello"))) == events.InnerUnreadable()


@pytest.mark.parametrize("bag", [[], [b"\x30\x00"]])
def test_a_reply_without_our_certificate_ends_the_enrollment(issuer, bag) -> None:
    end = ended(issuer, second(lambda request: success(issuer, request, cms.degenerate(bag))))

    assert end == events.CertificateMissing()


def test_a_self_signed_certificate_with_our_subject_is_not_taken(issuer) -> None:
    end = ended(
        issuer, second(lambda request: success(issuer, request, cms.degenerate([incoming(request).signer.der])))
    )

    assert end == events.CertificateMissing()


def issued(issuer: Issuer, subject: bytes, key) -> bytes:
    return certificates.issue(
        subject=subject,
        spki=certificates.keys.spki(key),
        issuer=issuer.name,
        serial_number=5,
        not_before=NOW,
        not_after=NOW,
        extensions=None,
        key=issuer.key,
        digest=SHA256,
    )


def test_a_certificate_for_another_key_is_not_taken(issuer) -> None:
    issuer.decision = Grant(issued(issuer, names.encode(SUBJECT), issuer.key))
    run = exchange(issuer, order(rsa_key()))

    assert isinstance(run.events[-2], steps.CertificateFound)
    assert run.events[-1] == events.CertificateKeyMismatch()


def test_a_name_that_was_encoded_anew_is_still_ours(issuer) -> None:
    issuer.decision = Grant(issued(issuer, names.encode(SUBJECT, names.NameEncoding.UTF8), rsa_key()))

    assert isinstance(exchange(issuer, order(rsa_key())).events[-1], events.Granted)


@pytest.mark.parametrize(
    "url",
    ["", "ca.test", "ftp://ca.test/", "http://", "http://ca.test:99999/", "http://[x/", "http://a b/", "http://a:0/"],
)
def test_an_illegal_url_ends_the_enrollment_at_once(url) -> None:
    enrollment = Enrollment(replace(order(rsa_key()), url=url), FORTIOS, urandom)

    assert list(enrollment.receive(Begin(), NOW)) == [events.IllegalUrl(url)]
    assert enrollment.state is State.FAILED


def test_an_input_that_no_state_expects_is_our_mistake() -> None:
    enrollment = Enrollment(order(rsa_key()), FORTIOS, urandom)

    with pytest.raises(KeyError):
        list(enrollment.receive(TimerFired(), NOW))


def test_a_request_that_is_none_cannot_be_ordered() -> None:
    with pytest.raises(requests.InvalidRequest):
        Enrollment(replace(order(rsa_key()), request=b"x"), FORTIOS, urandom)


def fetched(answer) -> list:
    fetch = CaFetch(URL, "", ANY_SOURCE, FORTIOS)
    *_, request = fetch.receive(Begin(), NOW)
    assert isinstance(request, HttpRequest)
    return list(fetch.receive(answer, NOW))


def test_a_fetch_ends_with_the_authority_s_certificate(issuer) -> None:
    der = issuer.certificate.public_bytes(Encoding.DER)
    outputs = fetched(HttpResponse(200, CA, der))

    assert outputs[-1] == events.CaCertificatesReceived((der,))
    assert not any(isinstance(output, Wait) for output in outputs)


def test_a_fetch_ends_with_a_failure_like_an_enrollment() -> None:
    assert fetched(HttpResponse(404, CA, b""))[-1] == events.HttpError(404)


def test_a_fetch_from_an_illegal_url_ends_at_once() -> None:
    assert list(CaFetch("x", "", ANY_SOURCE, FORTIOS).receive(Begin(), NOW)) == [events.IllegalUrl("x")]


def test_a_fetch_has_no_timer() -> None:
    with pytest.raises(KeyError):
        list(CaFetch(URL, "", ANY_SOURCE, FORTIOS).receive(TimerFired(), NOW))
