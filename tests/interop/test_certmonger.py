"""certmonger at our authority: its helper `scep-submit`, and the daemon, which makes keys and messages itself."""

import base64
from collections.abc import Iterator
from os import urandom
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from interop.certmonger import Daemon, daemon, directory, kept
from interop.peers import Tool
from interop.served import CHALLENGE, IN_PARTS, HoldingBack, Served, key_pem, sent_out, served

from fauxgate.ca.administration import Administration
from fauxgate.ca.authority import Rules
from fauxgate.ca.hierarchy import Ra, Shape
from fauxgate.ca.reviewers import Manual
from fauxgate.pki import names, requests
from fauxgate.scep.attributes import Attribute
from fauxgate.scep.capabilities import OFFERED
from fauxgate.scep.client import Enrollment, EnrollmentOrder
from fauxgate.scep.profiles import RFC8894

Keys = tuple[RSAPrivateKey, RSAPrivateKey]
WAITING, REJECTED = 1, 2


@pytest.fixture
def authority() -> Iterator[Served]:
    with served() as found:
        yield found


def submit(scep_submit: Tool, authority: Served, *arguments: str) -> list[str]:
    ca = str(authority.write_pem(scep_submit.path("ca.pem")))
    return ["-u", authority.url, "-r", ca, "-N", ca, *arguments]


def write_message(path: Path, authority: Served, key: RSAPrivateKey, challenge: str = CHALLENGE) -> Path:
    """A PKCSReq of our client for an authority, not yet sent."""
    csr = requests.build(key, names.parse("/O=Interop/CN=device"), challenge=challenge)
    order = EnrollmentOrder(name="device", url=authority.url, key=key, request=csr)
    asked, _ = sent_out(Enrollment(order, RFC8894, urandom), HoldingBack()).exchanges[-1]
    path.write_text(f"-----BEGIN PKCS7-----\n{base64.encodebytes(asked.body).decode()}-----END PKCS7-----\n")
    return path


def inside(openssl: Tool, envelope: str, key: RSAPrivateKey) -> str:
    """Of the certificates in an envelope."""
    openssl.path("envelope.pem").write_text(envelope)
    openssl.path("key.pem").write_bytes(key_pem(key))
    openssl("cms", "-decrypt", "-binary", "-inform", "PEM", "-in", "envelope.pem", "-inkey", "key.pem", "-out", "bag")
    return openssl("pkcs7", "-inform", "DER", "-in", "bag", "-print_certs", "-noout")


@pytest.mark.rfc8894("3.5.1", "GetCACaps", "server")
def test_the_helper_prints_the_capabilities(authority: Served, scep_submit: Tool) -> None:
    assert scep_submit("-u", authority.url, "-c").split() == list(OFFERED)


@pytest.mark.rfc8894("4.2.1.1", "GetCACert, one certificate", "server")
def test_the_helper_prints_the_only_certificate(authority: Served, scep_submit: Tool) -> None:
    """It asks on and on with `message=0`, `message=1` for more of them, and finds the same one again."""
    printed = scep_submit("-u", authority.url, "-C")

    assert printed == authority.write_pem(scep_submit.path("ca.pem")).read_text()
    assert set(authority.operations) == {"GetCACert"}


@pytest.mark.rfc8894("4.2.1.2", "GetCACert, degenerate PKCS#7", "server")
@pytest.mark.rfc8894("4.2.1.2", "RA certificate apart from the CA's", "server")
def test_the_helper_prints_all_certificates(scep_submit: Tool, openssl: Tool) -> None:
    with served(rules=Rules(shape=Shape(intermediate=True, ra=Ra.ONE))) as authority:
        printed = scep_submit("-u", authority.url, "-C")
    scep_submit.path("all.pem").write_text(printed)
    openssl("crl2pkcs7", "-nocrl", "-certfile", "all.pem", "-out", "all.p7")
    named = openssl("pkcs7", "-in", "all.p7", "-print_certs", "-noout")

    subjects = [line.rpartition("CN = ")[2] for line in named.splitlines() if line.startswith("subject=")]
    assert subjects == ["Interop CA RA", "Interop CA", "Interop CA Intermediate"]


@pytest.mark.rfc8894("4.1", "PKIOperation by GET", "server")
@pytest.mark.rfc8894("4.3", "PKCSReq", "client")
def test_the_helper_carries_a_message_of_our_client(
    authority: Served, scep_submit: Tool, openssl: Tool, client_keys: Keys
) -> None:
    path = write_message(scep_submit.path("message.pem"), authority, client_keys[0])
    envelope = scep_submit(*submit(scep_submit, authority, "-p", path.name))

    assert [each.request.method for each in authority.messages] == ["GET"]
    assert "CN = device" in inside(openssl, envelope, client_keys[0])


@pytest.mark.rfc8894("3.3.2.3", "PENDING content", "server", "empty")
def test_the_helper_tells_that_the_authority_is_still_thinking(scep_submit: Tool, client_keys: Keys) -> None:
    """It fails where a CertRep has no content at all."""
    with served(Manual()) as authority:
        path = write_message(scep_submit.path("message.pem"), authority, client_keys[0])
        ended = scep_submit.run(*submit(scep_submit, authority, "-p", path.name))

        assert ended.code == WAITING
        assert authority.states == ["pending"]


@pytest.mark.rfc8894("3.3.2.2", "FAILURE content", "server", "empty")
def test_the_helper_tells_that_it_is_refused(authority: Served, scep_submit: Tool, client_keys: Keys) -> None:
    path = write_message(scep_submit.path("message.pem"), authority, client_keys[0], challenge="wrong")
    ended = scep_submit.run(*submit(scep_submit, authority, "-p", path.name))

    assert ended.code == REJECTED
    assert authority.states == ["rejected"]


def known(running: Daemon, authority: Served) -> Path:
    """Make the authority known to a daemon; the file that a certificate for it will be in."""
    ca = str(authority.write_pem(running.directory / "ca.pem"))
    running("add-scep-ca", "-c", "ours", "-u", authority.url, "-N", ca, "-r", ca)
    return running.directory / "device.pem"


def ask(running: Daemon, certificate: Path) -> None:
    key = running.directory / "device.key"
    named = ("-f", str(certificate), "-k", str(key), "-N", "CN=device,O=Interop")
    running("request", "-c", "ours", "-I", "device", *named, "-L", CHALLENGE)


@pytest.mark.rfc8894("4.3", "PKCSReq", "server")
@pytest.mark.rfc8894("4.1", "PKIOperation by GET", "server")
@pytest.mark.rfc8894("2.9", "AES, SHA-256 in replies", "server", "mirrors the request")
@pytest.mark.rfc8894("4.3", "renewal by PKCSReq under the old certificate", "server")
def test_the_daemon_enrolls_renews_and_takes_a_new_key(authority: Served, openssl: Tool) -> None:
    with directory() as where, daemon(where) as running:
        certificate = known(running, authority)
        texts, keys = [], []
        ask(running, certificate)
        for again in (("resubmit", "-i", "device", "-w"), ("rekey", "-i", "device", "-w"), ("list",)):
            assert running.reaches("MONITORING", "CA_REJECTED", "CA_UNREACHABLE") == "MONITORING"
            texts.append(certificate.read_text())
            keys.append((where / "device.key").read_text())
            running(*again)

    openssl.path("certificate.pem").write_text(texts[-1])
    openssl.path("key.pem").write_text(keys[-1])
    assert len(set(texts)) == 3
    assert (keys[0] == keys[1], keys[1] == keys[2]) == (True, False)
    assert openssl("x509", "-in", "certificate.pem", "-noout", "-pubkey") == openssl(
        "pkey", "-in", "key.pem", "-pubout"
    )
    assert authority.states == ["issued"] * 3
    assert {each.request.method for each in authority.messages} == {"GET"}


@pytest.mark.rfc8894("4.2.1.2", "GetCACert, degenerate PKCS#7", "server")
@pytest.mark.rfc8894("4.2.1.2", "RA certificate apart from the CA's", "server")
@pytest.mark.parametrize("shape", IN_PARTS.values(), ids=IN_PARTS)
def test_the_daemon_finds_its_way_among_several_certificates(shape: Shape) -> None:
    """Nothing but the URL is told to it, which is too little where the authority is a root alone."""
    with served(rules=Rules(shape=shape)) as authority, directory() as where, daemon(where) as running:
        running("add-scep-ca", "-c", "ours", "-u", authority.url)
        ask(running, where / "device.pem")

        assert running.reaches("MONITORING", "CA_REJECTED", "CA_UNREACHABLE") == "MONITORING"
        assert authority.states == ["issued"]


@pytest.mark.rfc8894("4.4", "CertRep PENDING, CertPoll", "server")
@pytest.mark.rfc8894("4.4", "a poll after SUCCESS gets the same certificate", "server")
def test_the_daemon_waits_for_a_person_and_asks_again(scep_submit: Tool, openssl: Tool) -> None:
    """It polls once a week; what it does when it is started again, and the poll that it keeps ready, are seen here."""
    with served(Manual()) as authority, directory() as where:
        with daemon(where) as running:
            certificate = known(running, authority)
            ask(running, certificate)
            assert running.reaches("CA_WORKING", "CA_REJECTED", "CA_UNREACHABLE") == "CA_WORKING"
        scep_submit.path("poll.pem").write_text(kept(where, "scep_gic"))
        Administration(authority.authority).approve(1)
        with daemon(where) as running:
            assert running.reaches("MONITORING", "CA_REJECTED", "CA_UNREACHABLE") == "MONITORING"
        envelope = scep_submit(*submit(scep_submit, authority, "-g", "poll.pem"))

        assert "BEGIN PKCS7" in envelope
        assert authority.values(Attribute.MESSAGE_TYPE)[-1] == "20"
        assert authority.states == ["issued"]
        assert certificate.read_text() == issued_pem(authority, openssl)


def issued_pem(authority: Served, openssl: Tool) -> str:
    """The only certificate that was issued, as openssl writes it."""
    (record,) = authority.authority.requests()
    openssl.path("issued.der").write_bytes(record.certificate or b"")
    return openssl("x509", "-inform", "DER", "-in", "issued.der")
