"""An enrollment as RFC 8894 wants it: capabilities first, renewal, registration authorities, passwords, resumption."""

import subprocess
from dataclasses import replace
from datetime import timedelta
from os import urandom

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from tests.scep.conftest import NOW, Issuer, exchange, order, rsa_key
from tests.scep.house import ISSUING, NEXT, RA_RECIPIENT, RA_SIGNER, ROOT, House, carried, member, responder

from fauxgate.pki import certificates, cms, envelopes
from fauxgate.pki.algorithms import AES_128, DES, MD5, SHA512, STANDARD
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.key_transport import Transport
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import FailInfo, MessageType
from fauxgate.scep.client import Begin, Enrollment, Renewed, State, TimerFired
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse, query
from fauxgate.scep.incoming import unwrap_request
from fauxgate.scep.issuer import Defer, Refuse, Unenvelopable
from fauxgate.scep.manner import Manner
from fauxgate.scep.message import Header
from fauxgate.scep.profiles import FORTIOS, RFC8894, RFC8894_SERVER

TWO_KEYS = pytest.mark.parametrize("owner", ["client", "another"], ids=["same key", "new key"])


def last_message(heard):
    from tests.scep.conftest import drained

    return drained(unwrap_request(heard.requests[-1].body))[1]


def enrolled(house, to_enroll=None, profile=RFC8894, **more):
    return carried(
        Enrollment(to_enroll or order(rsa_key()), profile, urandom), responder(house, RFC8894_SERVER), **more
    )


@pytest.mark.rfc8894("3.5.1", "GetCACaps", "client")
def test_capabilities_come_first_and_decide() -> None:
    heard = enrolled(House())

    assert isinstance(heard.events[-1], events.Granted)
    assert [query(request.url)["operation"] for request in heard.requests] == ["GetCACaps", "GetCACert", "PKIOperation"]
    assert [request.method for request in heard.requests] == ["GET", "GET", "POST"]
    assert {request.version for request in heard.requests} == {"1.1"}
    assert steps.AlgorithmsChosen("AES-128-CBC", "SHA-512", "POST") in heard.events
    message = last_message(heard)
    assert message.digest is SHA512
    assert envelopes.read(message.signed.content).cipher is AES_128


@pytest.mark.parametrize(
    "caps",
    [
        HttpFailure(FailureReason.BROKEN, "closed"),
        HttpResponse(404, (), b""),
        HttpResponse(200, (("Content-Type", "text/html"),), b"<html>"),
        HttpResponse(200, (), b""),
    ],
)
@pytest.mark.rfc8894("3.5.2", "empty or failed GetCACaps tolerated", "client")
def test_without_capabilities_the_floor_is_used(caps) -> None:
    heard = enrolled(House(), change=lambda request, answer: caps if "GetCACaps" in request.url else answer)

    assert isinstance(heard.events[-1], events.Granted)
    assert steps.AlgorithmsChosen("DES-EDE3-CBC", "SHA-1", "GET") in heard.events
    assert heard.requests[-1].method == "GET"


@pytest.mark.rfc8894("7.5", "expects SCEPStandard by a switch, never below 3DES and SHA-1", "client")
def test_who_insists_on_the_standard_ends_where_it_is_not_offered() -> None:
    profile = replace(RFC8894, expects_standard=True)

    def less(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        return HttpResponse(200, answer.headers, b"DES3\nSHA-1\n") if "GetCACaps" in request.url else answer

    assert isinstance(enrolled(House(), profile=profile).events[-1], events.Granted)
    assert enrolled(House(), profile=profile, change=less).events[-1] == events.StandardNotOffered()


@pytest.mark.rfc8894("4.2.1.2", "RA certificate apart from the CA's", "both")
def test_the_reply_is_signed_by_the_registration_authority_and_verified_with_it() -> None:
    heard = enrolled(House())
    signed = cms.read_signed(heard.answers[-1].body)

    assert signed.certificates == (RA_SIGNER.certificate,)
    assert Certificate.parse(heard.events[-1].certificate).issuer == ISSUING.name


def test_a_reply_signed_by_another_certificate_of_the_authority_is_refused() -> None:
    """Any device that was ever enrolled could sign one."""

    class Impostor(Manner):
        def signer(self, _identity):
            return member("device", ISSUING).identity

    machine = Enrollment(order(rsa_key()), RFC8894, urandom)
    heard = carried(machine, responder(House(), RFC8894_SERVER, lambda _transaction_id: Impostor()))

    assert heard.events[-1] == events.SignatureInvalid()


@TWO_KEYS
@pytest.mark.parametrize("renewal_keyword", [True, False])
@pytest.mark.rfc8894("4.3", "RenewalReq", "both")
def test_a_renewal_is_signed_by_the_old_certificate(owner, renewal_keyword) -> None:
    house = House()
    first = enrolled(house).events[-1]
    renewal = replace(order(rsa_key(2048, owner), challenge=""), renewal_of=Renewed(first.certificate, rsa_key()))

    def change(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        is_caps = "GetCACaps" in request.url and not renewal_keyword
        return HttpResponse(200, answer.headers, answer.body.replace(b"Renewal\n", b"")) if is_caps else answer

    heard = enrolled(house, renewal, change=change)
    message = last_message(heard)

    assert isinstance(heard.events[-1], events.Granted)
    assert message.message_type == ("17" if renewal_keyword else "19")
    assert message.signer.der == first.certificate
    assert house.seen[-1].renewal_of == first.certificate
    assert house.seen[-1].challenge is None
    assert house.seen[0].transaction_id != house.seen[1].transaction_id


@pytest.mark.rfc8894("4.3", "renewal by PKCSReq under the old certificate", "both")
def test_the_appliance_renews_by_a_request_under_the_old_certificate() -> None:
    issuer = Issuer()
    first = exchange(issuer, order(rsa_key())).events[-1]
    renewal = replace(order(rsa_key(2048, "another"), challenge=""), renewal_of=Renewed(first.certificate, rsa_key()))

    assert isinstance(exchange(issuer, renewal).events[-1], events.Granted)
    assert issuer.seen[-1].renewal_of == first.certificate


def test_a_renewal_of_a_certificate_that_is_not_ours_is_a_bad_certificate_id() -> None:
    stranger = member("stranger", NEXT)
    renewal = replace(order(stranger.key), renewal_of=Renewed(stranger.certificate, stranger.key))

    assert enrolled(House(successor=None), renewal).events[-1] == events.Refused(FailInfo.BAD_CERT_ID)


def test_a_certificate_of_the_next_authority_is_ours_too() -> None:
    device = member("early", NEXT)
    house = House()

    enrolled(house, replace(order(device.key), renewal_of=Renewed(device.certificate, device.key)))
    assert house.seen[-1].renewal_of == device.certificate


@pytest.mark.rfc8894("4.7", "PKCSReq enveloped for the next CA", "server")
def test_a_request_may_be_encrypted_for_the_next_authority() -> None:
    """RFC 8894, 4.7: who knows the successor already writes to it."""

    def change(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
        if "GetCACert" not in request.url:
            return answer
        bag = cms.degenerate((RA_SIGNER.certificate, NEXT.certificate, ISSUING.certificate))
        return HttpResponse(200, answer.headers, bag)

    assert isinstance(enrolled(House(opens=None), change=change).events[-1], events.Granted)


@pytest.mark.parametrize("transport", Transport)
@pytest.mark.rfc8894("3.1", "RSAES-OAEP key transport", "server")
def test_either_key_transport_is_opened_by_the_responder(transport) -> None:
    assert isinstance(enrolled(House(), profile=replace(RFC8894, transport=transport)).events[-1], events.Granted)


@pytest.mark.rfc8894("4.4", "polling goes on after a restart", "client")
def test_polling_goes_on_after_a_restart() -> None:
    issuer = Issuer(pending=2)
    machine = Enrollment(order(rsa_key()), RFC8894, urandom)
    answering = responder(issuer, RFC8894_SERVER)
    carried_to_waiting(machine, answering)
    again = Enrollment.resumed(order(rsa_key()), RFC8894, urandom, machine.waiting)

    assert again.state is State.WAITING
    heard = carried(again, answering, TimerFired())
    assert isinstance(heard.events[-1], events.Granted)
    assert last_message(heard).transaction_id == machine.waiting.transaction_id
    assert last_message(heard).signer.der == machine.waiting.signer
    assert heard.requests[0].method == "POST"


@pytest.mark.parametrize("damage", [{"authorities": ()}, {"authorities": (b"junk",)}, {"signer": b"junk"}])
def test_what_was_kept_and_is_damaged_cannot_be_resumed(damage) -> None:
    machine = Enrollment(order(rsa_key()), RFC8894, urandom)
    carried_to_waiting(machine, responder(Issuer(pending=1), RFC8894_SERVER))

    with pytest.raises(ValueError):  # noqa: PT011 - any kind of it
        Enrollment.resumed(order(rsa_key()), RFC8894, urandom, replace(machine.waiting, **damage))


def carried_to_waiting(machine, answering) -> None:
    received = Begin()
    while machine.state is not State.WAITING:
        *_, output = machine.receive(received, NOW)
        if isinstance(output, HttpRequest):
            *_, received = answering.receive(output, NOW)


def test_a_poll_names_the_issuing_authority() -> None:
    """scep-interop.md section 8: the subject of the CA, not its issuer, stands in IssuerAndSubject."""
    from fauxgate.pki import structures
    from fauxgate.pki.cms_structures import IssuerAndSubject

    polled = []

    class Slow(House):
        def review(self, request):
            self.seen.append(request)
            return Defer()

        def poll(self, request):
            polled.append(structures.decode(IssuerAndSubject, request.issuer_and_subject))
            return Refuse(FailInfo.BAD_REQUEST, "too slow")

    house = Slow()
    heard = enrolled(house)

    assert structures.encode(polled[0].issuer) == ISSUING.name
    assert heard.events[-1] == events.Refused(FailInfo.BAD_REQUEST, "too slow")


def test_an_ec_key_is_refused_before_anything_is_issued(ec_key) -> None:
    house = House(unenvelopable=Unenvelopable.REFUSE)

    assert enrolled(house, order(ec_key)).events[-1] == events.Refused(FailInfo.BAD_ALG)
    assert house.seen == []


@pytest.mark.rfc8894("3.1", "EC keys by PasswordRecipientInfo", "both")
def test_an_ec_key_may_be_served_by_its_password(ec_key) -> None:
    heard = enrolled(House(unenvelopable=Unenvelopable.PASSWORD), order(ec_key))

    assert isinstance(heard.events[-1], events.Granted)
    assert certificates.matches(Certificate.parse(heard.events[-1].certificate), ec_key)


def test_an_ec_key_without_a_password_is_refused(ec_key) -> None:
    house = House(unenvelopable=Unenvelopable.PASSWORD)

    assert enrolled(house, order(ec_key, challenge="")).events[-1] == events.Refused(FailInfo.BAD_ALG)


def test_a_new_ec_key_under_an_old_rsa_certificate_needs_no_password(ec_key) -> None:
    house = House(unenvelopable=Unenvelopable.REFUSE)
    first = enrolled(house).events[-1]
    renewal = replace(order(ec_key, challenge=""), renewal_of=Renewed(first.certificate, rsa_key()))

    assert isinstance(enrolled(house, renewal).events[-1], events.Granted)


def test_a_changed_subject_does_no_harm_but_an_unknown_issuer_does() -> None:
    from tests.scep.house import Member

    other = Member(NEXT.name, NEXT.key, NEXT.certificate)

    class Wrong(House):
        def issue(self, _request):
            return member("renamed", other, key=rsa_key()).certificate

    class Renaming(House):
        def issue(self, _request):
            return member("renamed", ISSUING, key=rsa_key()).certificate

    assert isinstance(enrolled(Renaming()).events[-1], events.Granted)
    assert enrolled(Wrong()).events[-1] == events.IssuerUnknown()


class _Weak(Manner):
    def cipher(self, _requested):
        return DES


@pytest.mark.rfc8894("2.9", "single DES, MD5", "client", "reads DES")
def test_a_reply_in_single_des_is_read_and_told() -> None:
    """scep-interop.md 4.2: micromdm writes nothing else."""
    machine = Enrollment(order(rsa_key()), RFC8894, urandom)
    heard = carried(machine, responder(House(), RFC8894_SERVER, lambda _transaction_id: _Weak()))

    assert isinstance(heard.events[-1], events.Granted)
    assert steps.WeakCipherAccepted("DES-CBC") in heard.events


def test_a_reply_in_single_des_is_refused_by_who_insists_on_the_standard() -> None:
    strict = replace(RFC8894, suite=STANDARD)
    machine = Enrollment(order(rsa_key()), strict, urandom)
    heard = carried(machine, responder(House(), RFC8894_SERVER, lambda _transaction_id: _Weak()))

    assert heard.events[-1] == events.DecryptionFailed(is_algorithm_unknown=True)


@pytest.mark.parametrize("weak", [{"cipher": DES}, {"digest": MD5}])
@pytest.mark.rfc8894("2.9", "single DES, MD5", "server", "by a switch")
def test_des_and_md5_are_served_only_by_a_legacy_server(weak) -> None:
    from fauxgate.pki.algorithms import LEGACY

    profile = replace(FORTIOS, suite=LEGACY, **weak)
    legacy = replace(RFC8894_SERVER, suite=LEGACY)
    usual = carried(Enrollment(order(rsa_key()), profile, urandom), responder(House(), RFC8894_SERVER))
    served = carried(Enrollment(order(rsa_key()), profile, urandom), responder(House(), legacy))

    assert isinstance(usual.events[-1], events.Refused | events.SignatureInvalid)
    assert isinstance(served.events[-1], events.Granted)


@pytest.mark.rfc8894("3.2.1.4", "failInfo", "server", "0 1 2 3 4")
def test_a_clock_that_is_far_off_is_bad_time() -> None:
    machine = Enrollment(order(rsa_key()), RFC8894, urandom)
    answering = responder(House(), RFC8894_SERVER)
    received, heard = Begin(), []
    while received is not None:
        outputs = list(machine.receive(received, NOW + timedelta(days=2)))
        heard += outputs
        received = None
        if isinstance(outputs[-1], HttpRequest):
            *_, received = answering.receive(outputs[-1], NOW)

    assert heard[-1] == events.Refused(FailInfo.BAD_TIME)


@pytest.mark.rfc8894("3.2.1.4", "failInfoText", "both")
def test_the_text_of_a_refusal_is_told() -> None:
    issuer = Issuer(decision=Refuse(FailInfo.BAD_REQUEST, "kein Zertifikat für Sie"))

    assert exchange(issuer, order(rsa_key())).events[-1] == events.Refused(
        FailInfo.BAD_REQUEST, "kein Zertifikat für Sie"
    )


def test_a_challenge_outside_the_request_counts(monkeypatch) -> None:
    """scep-interop.md 4.1 item 9: macOS puts it among the signed attributes."""
    from fauxgate.pki.structures import PrintableString
    from fauxgate.scep import message

    class _Oid:
        value = "1.2.840.113549.1.9.7"
        is_octets = False

    values = Header.values

    def more(header):
        yield from values(header)
        yield _Oid, PrintableString("outside")

    monkeypatch.setattr(message.Header, "values", more)
    house = House()
    enrolled(house, order(rsa_key(), challenge=""))

    assert house.seen[0].challenge == "outside"


def test_a_request_without_sender_nonce_is_answered_without_recipient_nonce(monkeypatch) -> None:
    from fauxgate.scep import message
    from fauxgate.scep.attributes import Attribute

    values = Header.values

    def fewer(header):
        return (each for each in values(header) if each[0] is not Attribute.SENDER_NONCE)

    monkeypatch.setattr(message.Header, "values", fewer)
    heard = enrolled(House())

    assert heard.answers[-1].status == 200
    assert heard.events[-1] == events.AttributeMissing(Attribute.RECIPIENT_NONCE)


@pytest.mark.parametrize("kind", [MessageType.UPDATE_REQ, MessageType.RENEWAL_REQ])
def test_the_older_number_for_a_renewal_is_one_too(kind, monkeypatch) -> None:
    house = House()
    first = enrolled(house).events[-1]
    renewal = replace(order(rsa_key(), challenge=""), renewal_of=Renewed(first.certificate, rsa_key()))
    monkeypatch.setattr(Enrollment, "_message_type", lambda _self: kind)

    assert isinstance(enrolled(house, renewal).events[-1], events.Granted)


def test_get_ca_cert_and_caps_take_any_message() -> None:
    answering = responder(House(), RFC8894_SERVER)
    bodies = set()
    for message in ("", "&message=", "&message=CAIdentifier", "&message=0", "&message=1"):
        *_, told = answering.receive(HttpRequest("GET", f"/x/pkiclient.exe?operation=GetCACert{message}"), NOW)
        bodies.add(told.body)

    assert len(bodies) == 1


def test_a_fault_reaches_every_part_of_an_answer() -> None:
    seen = []

    class Telling(Manner):
        def __getattribute__(self, name):
            if not name.startswith("_"):
                seen.append(name)
            return super().__getattribute__(name)

    carried(Enrollment(order(rsa_key()), RFC8894, urandom), responder(House(), RFC8894_SERVER, lambda _id: Telling()))

    assert set(seen) == {name for name in vars(Manner) if not name.startswith("_")}


@pytest.mark.parametrize("transport", Transport)
def test_openssl_opens_every_layer(tmp_path, transport) -> None:
    """The reply is the registration authority's, the request is for it, and both are AES and SHA-512."""
    heard = enrolled(House(), profile=replace(RFC8894, transport=transport))
    for name, made in (("root", ROOT), ("issuing", ISSUING), ("ra", RA_SIGNER), ("recipient", RA_RECIPIENT)):
        (tmp_path / f"{name}.pem").write_text(certificates.to_pem(made.certificate) + "\n")
    for name, key in (("client", rsa_key()), ("recipient", RA_RECIPIENT.key)):
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (tmp_path / f"{name}.key").write_bytes(pem)
    chain = (tmp_path / "root.pem").read_text() + (tmp_path / "issuing.pem").read_text()
    (tmp_path / "chain.pem").write_text(chain)
    at = f"@{int(NOW.timestamp())}"
    verify = f"cms -verify -inform DER -binary -CAfile chain.pem -purpose any -attime {at[1:]}"

    envelope = _openssl(tmp_path, heard.answers[-1].body, verify)
    bag = _openssl(tmp_path, envelope, "cms -decrypt -inform DER -inkey client.key")
    listed = _openssl(tmp_path, bag, "pkcs7 -inform DER -print_certs")
    asked = _openssl(tmp_path, heard.requests[-1].body, "cms -verify -inform DER -binary -noverify")
    request = _openssl(tmp_path, asked, "cms -decrypt -inform DER -inkey recipient.key")

    assert b"CN = myvpn" in listed
    assert request == order(rsa_key()).request
    assert b"self-signature verify OK" in _openssl(tmp_path, request, "req -inform DER -noout -verify -text", err=True)


def _openssl(folder, content: bytes, command: str, *, err: bool = False) -> bytes:
    done = subprocess.run(["openssl", *command.split()], cwd=folder, input=content, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout + done.stderr if err else done.stdout
