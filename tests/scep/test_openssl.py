"""A second opinion: OpenSSL parses, verifies and decrypts every layer of our requests and replies."""

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from tests.scep.conftest import Issuer, Run, exchange, order, rsa_key

from fauxgate.pki import keys
from fauxgate.scep.http import HttpResponse


class Openssl:
    """Runs openssl on files of one directory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def write(self, name: str, content: bytes) -> None:
        (self.directory / name).write_bytes(content)

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(["openssl", *arguments], cwd=self.directory, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return (done.stdout + done.stderr).decode("utf-8", "replace")

    def read(self, name: str) -> bytes:
        return (self.directory / name).read_bytes()


def key_pem(key: keys.PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.fixture(scope="module")
def run() -> Run:
    return exchange(Issuer(pending=1), order(rsa_key()))


@pytest.fixture
def openssl(tmp_path, run) -> Openssl:
    tool = Openssl(tmp_path)
    request, poll = run.messages()
    answers = [answer.body for answer in run.answers if isinstance(answer, HttpResponse)]
    for name, content in {
        "request.der": request,
        "poll.der": poll,
        "ca.der": answers[0],
        "pending.der": answers[1],
        "success.der": answers[2],
        "client.key": key_pem(rsa_key()),
        "ca.key": key_pem(rsa_key(2048, "authority")),
    }.items():
        tool.write(name, content)
    tool("x509", "-inform", "DER", "-in", "ca.der", "-out", "ca.pem")
    return tool


def verified(openssl: Openssl, name: str, *options: str) -> str:
    return openssl(
        "cms", "-verify", "-binary", "-noverify", "-inform", "DER", "-in", name, "-out", "inner.der", *options
    )


@pytest.mark.parametrize("name", ["request.der", "poll.der"])
@pytest.mark.rfc8894("3.1", "openssl opens every layer", "client")
def test_our_requests_verify_with_the_certificate_inside(openssl, name) -> None:
    assert "CMS Verification successful" in verified(openssl, name)


@pytest.mark.parametrize("name", ["pending.der", "success.der"])
def test_our_replies_verify_with_the_certificate_of_the_authority(openssl, name) -> None:
    assert "CMS Verification successful" in verified(openssl, name, "-certfile", "ca.pem", "-nointern")


def test_the_request_decrypts_to_a_valid_certification_request(openssl) -> None:
    verified(openssl, "request.der")
    openssl("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "inner.der", "-inkey", "ca.key", "-out", "csr.der")

    text = openssl("req", "-inform", "DER", "-in", "csr.der", "-noout", "-text", "-verify", "-nameopt", "oneline")

    assert "verify OK" in text
    assert "ST = NH, L = Amsterdam, O = Fortinet, OU = AS, CN = myvpn, emailAddress = ipsecvpntest@fortinet.com" in text
    assert "Version: 1 (0x0)" in text
    assert "sha256WithRSAEncryption" in text
    assert "challengePassword        :challenge" in text
    assert "CA:FALSE" in text
    assert "Digital Signature, Key Encipherment" in text
    assert "critical" not in text


def test_the_poll_decrypts_to_issuer_and_subject(openssl) -> None:
    verified(openssl, "poll.der")
    openssl("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "inner.der", "-inkey", "ca.key", "-out", "poll")

    text = openssl("asn1parse", "-inform", "DER", "-in", "poll")

    assert text.index("sceptest@fortinet.com") < text.index("ipsecvpntest@fortinet.com")


@pytest.mark.rfc8894("3.1", "openssl opens every layer", "server")
def test_the_reply_decrypts_to_the_certificates(openssl) -> None:
    verified(openssl, "success.der", "-certfile", "ca.pem", "-nointern")
    openssl(
        "cms", "-decrypt", "-binary", "-inform", "DER", "-in", "inner.der", "-inkey", "client.key", "-out", "bag.der"
    )

    text = openssl("pkcs7", "-inform", "DER", "-in", "bag.der", "-print_certs")

    assert text.count("BEGIN CERTIFICATE") == 2
    assert "CN = myvpn" in text


@pytest.mark.rfc8894("3.3.2.3", "PENDING content", "server", "empty")
def test_the_pending_reply_has_empty_content_and_no_certificates(openssl) -> None:
    verified(openssl, "pending.der", "-certfile", "ca.pem", "-nointern")

    text = openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "pending.der", "-noout")

    assert openssl.read("inner.der") == b""
    assert "certificates:\n      <ABSENT>" in text


def test_the_signer_certificate_is_sscep_s(openssl) -> None:
    """Version 3 without extensions, SHA-1, valid for 365 * 24 * 60 seconds, the transaction id as serial number."""
    openssl(
        "cms", "-verify", "-noverify", "-inform", "DER", "-in", "request.der", "-signer", "s.pem", "-out", "inner.der"
    )

    text = openssl("x509", "-in", "s.pem", "-noout", "-text", "-serial")
    transaction_id = bytes.fromhex(text.rpartition("serial=")[2].strip()).decode()

    assert len(transaction_id) == 32
    assert transaction_id == transaction_id.upper()
    assert "Version: 3 (0x2)" in text
    assert "X509v3 extensions" not in text
    assert "sha1WithRSAEncryption" in text
    assert "Not Before: Nov 23 08:00:00 2026 GMT" in text
    assert "Not After : Nov 29 10:00:00 2026 GMT" in text
    openssl("verify", "-CAfile", "s.pem", "-no_check_time", "-auth_level", "0", "s.pem")


@pytest.mark.rfc8894("3.2.1.1", "transactionID that is sent", "client", "hex MD5 of SPKI; `rfc8894`: hex SHA-256")
def test_the_transaction_id_is_the_md5_of_the_public_key(openssl, run) -> None:
    openssl("pkey", "-in", "client.key", "-pubout", "-outform", "DER", "-out", "public.der")
    digest = openssl("dgst", "-md5", "-r", "public.der").split()[0]

    assert digest.upper().encode() in run.messages()[0]


def test_the_request_of_an_ec_key_verifies_and_decrypts(openssl, ec_key) -> None:
    request = exchange(Issuer(), order(ec_key)).messages()[0]
    openssl.write("request.der", request)

    answer = verified(openssl, "request.der")
    openssl("cms", "-decrypt", "-binary", "-inform", "DER", "-in", "inner.der", "-inkey", "ca.key", "-out", "csr.der")

    assert "CMS Verification successful" in answer
    assert "verify OK" in openssl("req", "-inform", "DER", "-in", "csr.der", "-noout", "-verify")
