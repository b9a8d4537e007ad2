"""OpenSSL opens every layer of what goes over the wire between our client and our authority, in the standard's way."""

from collections.abc import Iterator
from os import urandom

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from interop.peers import Tool
from interop.served import CHALLENGE, IN_PARTS, Served, Told, key_pem, pending, sent_out, served

from fauxgate.ca.authority import Rules
from fauxgate.pki import names, requests
from fauxgate.scep import events
from fauxgate.scep.attributes import Attribute, MessageType
from fauxgate.scep.client import Enrollment, EnrollmentOrder
from fauxgate.scep.events import Granted
from fauxgate.scep.fetches import NextCaFetch, Retrieval, RetrievalOrder
from fauxgate.scep.http import ANY_SOURCE, HttpResponse
from fauxgate.scep.profiles import RFC8894


@pytest.fixture
def authority() -> Iterator[Served]:
    with served(pending(1), Rules(shape=IN_PARTS["intermediate-split-ra"])) as found:
        yield found


@pytest.fixture
def enrolled(authority: Served, client_keys: tuple[RSAPrivateKey, ...], openssl: Tool) -> Told:
    """An enrollment with a poll; keys and certificates are laid ready as files."""
    csr = requests.build(client_keys[0], names.parse("/C=NL/O=Interop/CN=device"), challenge=CHALLENGE)
    order = EnrollmentOrder(name="device", url=authority.url, key=client_keys[0], request=csr)
    told = sent_out(Enrollment(order, RFC8894, urandom))
    assert isinstance(told.events[-1], Granted)
    opens, chain = authority.authority.ra_recipient(), authority.authority.generations.current().certificates
    assert opens is not None
    openssl.path("opens.key").write_bytes(key_pem(opens.key))
    openssl.path("client.key").write_bytes(key_pem(client_keys[0]))
    openssl.path("root.der").write_bytes(chain[-1])
    openssl("x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem")
    openssl.path("issuing.pem").write_bytes(authority.authority.certificate.public_bytes(Encoding.PEM))
    both = openssl.path("root.pem").read_bytes() + openssl.path("issuing.pem").read_bytes()
    openssl.path("chain.pem").write_bytes(both)
    return told


def verified(openssl: Tool, der: bytes, *options: str) -> str:
    """Verify a signed message and leave its content in `inner.der`; what openssl tells of the message."""
    openssl.path("outer.der").write_bytes(der)
    openssl("cms", "-verify", "-binary", "-inform", "DER", "-in", "outer.der", "-out", "inner.der", *options)
    return openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "outer.der", "-noout")


def decrypted(openssl: Tool, key: str) -> str:
    """Decrypt `inner.der` into `plain.der`; what openssl tells of the envelope."""
    openssl("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "inner.der", "-inkey", key, "-out", "plain.der")
    return openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "inner.der", "-noout")


def by_authority(openssl: Tool, der: bytes) -> str:
    """A reply is verified up to the root."""
    return verified(openssl, der, "-CAfile", "chain.pem", "-purpose", "any")


@pytest.mark.rfc8894("3.1", "openssl opens every layer", "both")
@pytest.mark.rfc8894("2.9", "AES-128-CBC, SHA-256 in requests", "client")
def test_the_request(authority: Served, enrolled: Told, openssl: Tool) -> None:
    assert isinstance(enrolled.events[-1], Granted)
    outer = verified(openssl, authority.messages[0].message, "-noverify")
    envelope = decrypted(openssl, "opens.key")
    csr = openssl("req", "-inform", "DER", "-in", "plain.der", "-noout", "-text", "-verify")

    assert "sha512" in outer
    assert "aes-128-cbc" in envelope
    assert "rsaEncryption" in envelope
    assert "Subject: C = NL, O = Interop, CN = device" in csr
    assert "challengePassword" in csr


@pytest.mark.rfc8894("3.2.1.1", "transactionID that is sent", "client", "hex MD5 of SPKI; `rfc8894`: hex SHA-256")
def test_the_transaction_id_is_the_digest_of_the_public_key(authority: Served, enrolled: Told, openssl: Tool) -> None:
    assert isinstance(enrolled.events[-1], Granted)
    openssl("pkey", "-in", "client.key", "-pubout", "-outform", "DER", "-out", "public.der")
    digest = openssl("dgst", "-sha256", "-r", "public.der").split()[0].upper()

    assert authority.values(Attribute.TRANSACTION_ID) == [digest, digest]


@pytest.mark.rfc8894("4.4", "CertRep PENDING, CertPoll", "both")
def test_the_poll(authority: Served, enrolled: Told, openssl: Tool) -> None:
    assert isinstance(enrolled.events[-1], Granted)
    verified(openssl, authority.messages[1].message, "-noverify")
    decrypted(openssl, "opens.key")
    text = openssl("asn1parse", "-inform", "DER", "-in", "plain.der")

    assert text.index("Interop CA Intermediate") < text.index("device")


def test_the_pending_reply(authority: Served, enrolled: Told, openssl: Tool) -> None:
    assert isinstance(enrolled.events[-1], Granted)
    outer = by_authority(openssl, authority.messages[0].response.body)

    assert openssl.path("inner.der").read_bytes() == b""
    assert outer.count("subject:") == 1
    assert "Interop CA RA Signature" in outer


@pytest.mark.rfc8894("3.1", "openssl opens every layer", "server")
@pytest.mark.rfc8894("3.4", "degenerate SignedData as messageData", "server")
@pytest.mark.rfc8894("2.9", "AES, SHA-256 in replies", "server", "mirrors the request")
def test_the_certificate(authority: Served, enrolled: Told, openssl: Tool) -> None:
    assert isinstance(enrolled.events[-1], Granted)
    outer = by_authority(openssl, authority.messages[-1].response.body)
    envelope = decrypted(openssl, "client.key")
    bag = openssl("pkcs7", "-inform", "DER", "-in", "plain.der", "-print_certs")
    openssl.path("bag.pem").write_text(bag)

    assert "sha512" in outer
    assert "aes-128-cbc" in envelope
    assert "subject=C = NL, O = Interop, CN = device" in bag
    openssl.path("device.der").write_bytes(enrolled.events[-1].certificate)
    openssl("x509", "-inform", "DER", "-in", "device.der", "-out", "device.pem")
    assert "OK" in openssl("verify", "-CAfile", "root.pem", "-untrusted", "issuing.pem", "device.pem")


def retrieved(kind: MessageType, told: Told, authority: Served, key: RSAPrivateKey) -> Told:
    granted = told.events[-1]
    assert isinstance(granted, Granted)
    (record,) = authority.authority.requests()
    assert record.serial_number is not None
    order = RetrievalOrder(
        kind=kind, url=authority.url, key=key, signer=granted.certificate, serial_number=record.serial_number
    )
    return sent_out(Retrieval(order, RFC8894, urandom))


@pytest.mark.rfc8894("4.5", "GetCert", "both")
def test_the_certificate_again(
    authority: Served, enrolled: Told, openssl: Tool, client_keys: tuple[RSAPrivateKey, ...]
) -> None:
    told = retrieved(MessageType.GET_CERT, enrolled, authority, client_keys[0])
    by_authority(openssl, authority.messages[-1].response.body)
    decrypted(openssl, "client.key")

    assert isinstance(told.events[-1], events.CertificateRetrieved)
    assert "CN = device" in openssl("pkcs7", "-inform", "DER", "-in", "plain.der", "-print_certs", "-noout")


@pytest.mark.rfc8894("4.6", "GetCRL", "both")
def test_the_revocation_list(
    authority: Served, enrolled: Told, openssl: Tool, client_keys: tuple[RSAPrivateKey, ...]
) -> None:
    told = retrieved(MessageType.GET_CRL, enrolled, authority, client_keys[0])
    by_authority(openssl, authority.messages[-1].response.body)
    decrypted(openssl, "client.key")

    assert isinstance(told.events[-1], events.CrlRetrieved)
    assert "BEGIN X509 CRL" in openssl("pkcs7", "-inform", "DER", "-in", "plain.der", "-print_certs")
    openssl.path("list.der").write_bytes(told.events[-1].crl)
    listed = openssl.run("crl", "-inform", "DER", "-in", "list.der", "-CAfile", "issuing.pem", "-noout", "-text")
    assert "verify OK" in listed.text
    assert "CN = Interop CA Intermediate" in listed.text


@pytest.mark.rfc8894("4.7", "GetNextCACert", "both")
def test_the_next_authority(authority: Served, enrolled: Told, openssl: Tool) -> None:
    authority.authority.generations.prepare()
    known = authority.authority.generations.current().certificates
    told = sent_out(NextCaFetch(authority.url, "", ANY_SOURCE, RFC8894, known))
    _, answer = told.exchanges[-1]

    assert isinstance(enrolled.events[-1], Granted)
    assert isinstance(told.events[-1], events.NextCaCertificatesReceived)
    assert isinstance(answer, HttpResponse)
    by_authority(openssl, answer.body)
    bag = openssl("pkcs7", "-inform", "DER", "-in", "inner.der", "-print_certs", "-noout")
    assert bag.count("subject=") == 4
