"""A second opinion on all that one typed command sends, receives and stores: OpenSSL reads every layer of it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from rig import URL, Rig, authority, rig

from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.model.entry import Entry

LOCAL = ("vpn", "certificate", "local")
SUBJECT = 'router.example "NL" "Noord-Holland" "Den Haag" "Größe & Co" "AS,BS,CS" "a@b.example"'
ALTERNATIVES = "DNS:router.example,IP:10.0.0.1,IP:2001:db8::1,email:a@b.example,untyped"
NAME = (
    r"C = NL, ST = Noord-Holland, L = Den Haag, O = Gr\C3\B6\C3\9Fe & Co, OU = AS, OU = BS, OU = CS, "
    "CN = router.example, emailAddress = a@b.example"
)


@dataclass(frozen=True)
class Folder:
    """Files that openssl works on."""

    path: Path

    def write(self, name: str, content: bytes | str) -> None:
        (self.path / name).write_bytes(content.encode() if isinstance(content, str) else content)

    def openssl(self, command: str) -> str:
        """What openssl prints; it must succeed."""
        done = subprocess.run(["openssl", *command.split()], cwd=self.path, capture_output=True, check=False)
        printed = (done.stdout + done.stderr).decode("utf-8", "replace")
        assert done.returncode == 0, printed
        return printed

    def verified(self, message: str, *, signed_by: str) -> None:
        """Verify the signature of a message; what was signed is in `inner.der` then."""
        printed = self.openssl(f"cms -verify -binary -noverify -inform DER -in {message} -out inner.der {signed_by}")
        assert "CMS Verification successful" in printed

    def decrypted(self, key: str) -> None:
        """Decrypt `inner.der` into `plain.der`."""
        self.openssl(f"cms -decrypt -binary -inform DER -in inner.der -inkey {key} -out plain.der -passin pass:secret")


def generated(bench: Rig, kind: str) -> Entry:
    """What is stored after a command with every argument, carried to its end."""
    bench.type(
        f"execute vpn certificate local generate {kind} {SUBJECT} "
        f'"{ALTERNATIVES}" {URL} "a challenge" 10.0.0.9 Root secret'
    )
    entry = bench.appliance.configuration.entry(LOCAL, "x")
    assert entry is not None
    return entry


def fill(folder: Folder, bench: Rig, entry: Entry) -> None:
    """Write down all that went over the wire, all that was stored, and the authority's key."""
    for number, (request, reply) in enumerate(bench.tap.seen):
        text = unquote(request.url.partition("&message=")[2])
        folder.write(f"request{number}.b64", text)
        folder.write(f"reply{number}.der", reply.body)
    for option in ("private-key", "csr", "certificate"):
        folder.write(f"{option}.pem", str(entry.values.get(option, "")) + "\n")
    key = bench.authority.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    folder.write("authority.key", key)
    folder.openssl("x509 -inform DER -in reply0.der -out authority.pem")


@pytest.fixture(scope="module")
def bench() -> Rig:
    return rig(authority(AfterPolls(1, Automatic("a challenge"))))


@pytest.fixture(scope="module")
def folder(bench: Rig, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = Folder(tmp_path_factory.mktemp("rsa"))
    fill(folder, bench, generated(bench, "rsa x 2048"))
    for number in (1, 2):
        folder.openssl(f"base64 -d -in request{number}.b64 -out request{number}.der")
    return folder


def assert_is_the_request(text: str) -> None:
    """A certification request with the subject, the names and the challenge that were typed."""
    assert "verify OK" in text
    assert f"Subject: {NAME}" in text
    assert "challengePassword        :a challenge" in text
    assert "DNS:router.example, IP Address:10.0.0.1, IP Address:2001:DB8:0:0:0:0:0:1, email:a@b.example\n" in text
    assert "sha256WithRSAEncryption" in text or "ecdsa-with-SHA256" in text


def test_the_request_that_was_sent_verifies_and_decrypts_to_the_stored_one(folder: Folder) -> None:
    folder.verified("request1.der", signed_by="")
    folder.decrypted("authority.key")

    text = folder.openssl("req -inform DER -in plain.der -noout -text -verify -nameopt oneline")
    stored = folder.openssl("req -in csr.pem -noout -text -verify -nameopt oneline")

    assert_is_the_request(text)
    assert text == stored


def test_the_poll_verifies_and_decrypts_to_issuer_and_subject(folder: Folder) -> None:
    folder.verified("request2.der", signed_by="")
    folder.decrypted("authority.key")

    text = folder.openssl("asn1parse -inform DER -in plain.der")

    assert text.index("sceptest@fortinet.com") < text.index("a@b.example")


def test_request_and_poll_are_signed_by_the_stored_key(folder: Folder) -> None:
    key = folder.openssl("pkey -in private-key.pem -passin pass:secret -pubout")

    for number in (1, 2):
        folder.openssl(f"cms -verify -noverify -inform DER -in request{number}.der -signer s.pem -out inner.der")
        assert folder.openssl("x509 -in s.pem -noout -pubkey") == key
        folder.openssl("verify -CAfile s.pem -no_check_time -auth_level 0 s.pem")


def test_the_pending_reply_verifies_and_holds_nothing(folder: Folder) -> None:
    folder.verified("reply1.der", signed_by="-certfile authority.pem -nointern")

    assert (folder.path / "inner.der").read_bytes() == b""


def test_the_reply_verifies_and_decrypts_with_the_stored_key_to_the_stored_certificate(folder: Folder) -> None:
    folder.verified("reply2.der", signed_by="-certfile authority.pem -nointern")
    folder.decrypted("private-key.pem")

    text = folder.openssl("pkcs7 -inform DER -in plain.der -print_certs")

    stored = (folder.path / "certificate.pem").read_text()
    assert text.count("BEGIN CERTIFICATE") == 2
    assert stored in text


def test_the_authority_s_certificate_is_a_root(folder: Folder) -> None:
    text = folder.openssl("x509 -in authority.pem -noout -text")

    assert "CA:TRUE" in text
    folder.openssl("verify -check_ss_sig -no_check_time -CAfile authority.pem authority.pem")


def test_the_stored_certificate_verifies_and_is_for_the_stored_key(folder: Folder) -> None:
    folder.openssl("verify -no_check_time -x509_strict -CAfile authority.pem certificate.pem")

    text = folder.openssl("x509 -in certificate.pem -noout -text -nameopt oneline")
    assert f"Subject: {NAME}" in text
    assert "IP Address:10.0.0.1" in text
    assert folder.openssl("x509 -in certificate.pem -noout -pubkey") == folder.openssl(
        "pkey -in private-key.pem -passin pass:secret -pubout"
    )


def test_the_stored_key_is_encrypted_as_the_appliance_does_it(folder: Folder) -> None:
    text = folder.openssl("asn1parse -in private-key.pem")

    assert (folder.path / "private-key.pem").read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    assert [word for word in ("PBES2", "PBKDF2", "hmacWithSHA256", "des-ede3-cbc") if word not in text] == []
    assert "INTEGER           :0800" in text
    assert "Key is valid" in folder.openssl("pkey -in private-key.pem -passin pass:secret -noout -check")


def test_a_random_password_opens_the_key_of_a_plain_request(tmp_path: Path) -> None:
    bench, folder = rig(), Folder(tmp_path)
    bench.type("execute vpn certificate local generate rsa x 1024 router.example")
    entry = bench.appliance.configuration.entry(LOCAL, "x")
    folder.write("private-key.pem", str(entry.values["private-key"]))
    folder.write("csr.pem", str(entry.values["csr"]))
    password = bench.appliance.vault.open(str(entry.values["password"]))

    key = folder.openssl(f"pkey -in private-key.pem -passin pass:{password} -pubout")

    assert bench.tap.seen == []
    assert folder.openssl("req -in csr.pem -noout -pubkey") == key


@pytest.mark.parametrize(
    ("curve", "name"), [("secp256r1", "prime256v1"), ("secp384r1", "secp384r1"), ("secp521r1", "secp521r1")]
)
def test_the_request_of_an_ec_key_verifies_although_no_certificate_comes(curve: str, name: str, tmp_path: Path) -> None:
    bench, folder = rig(authority(Automatic("a challenge"))), Folder(tmp_path)
    fill(folder, bench, generated(bench, f"ec x {curve}"))
    folder.openssl("base64 -d -in request1.b64 -out request1.der")
    folder.verified("request1.der", signed_by="")
    folder.decrypted("authority.key")

    text = folder.openssl("req -inform DER -in plain.der -noout -text -verify -nameopt oneline")
    key = folder.openssl("pkey -in private-key.pem -passin pass:secret -noout -text")

    assert_is_the_request(text)
    assert f"ASN1 OID: {name}" in key
    assert (tmp_path / "certificate.pem").read_text() == "\n"
