"""Content keys under RSA keys and under passwords, with openssl as the other side."""

from os import urandom

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pki.test_cms import certificate

from fauxgate.pki import certificates, cms, envelopes, key_transport, keys, names, structures
from fauxgate.pki.algorithms import AES_128, AES_256, DES, LEGACY, MODERN, SHA256, STANDARD, TRIPLE_DES
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.key_transport import Transport, UnknownTransport


@pytest.fixture
def files(tmp_path, rsa_key):
    from cryptography.hazmat.primitives import serialization

    pem = rsa_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "key.pem").write_bytes(pem)
    (tmp_path / "cert.pem").write_text(certificates.to_pem(certificate(rsa_key).der) + "\n")
    return tmp_path


@pytest.mark.parametrize("transport", Transport)
@pytest.mark.parametrize("cipher", [AES_128, AES_256, TRIPLE_DES])
@pytest.mark.rfc8894("3.1", "RSAES-OAEP key transport", "both")
def test_openssl_opens_our_envelopes(openssl, files, rsa_key, transport, cipher) -> None:
    envelope = envelopes.envelop(b"plain", certificate(rsa_key), cipher, urandom, transport)

    opened = openssl(envelope, "cms", "-decrypt", "-inform", "DER", "-inkey", str(files / "key.pem"))
    assert opened == "plain"


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["-keyopt", "rsa_padding_mode:oaep"],
        ["-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"],
        ["-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha512", "-keyopt", "rsa_mgf1_md:sha1"],
    ],
)
@pytest.mark.parametrize("stream", [[], ["-stream"]])
def test_we_open_openssl_s_envelopes(files, rsa_key, options, stream) -> None:
    """With `-stream` it writes BER: indefinite lengths and content in segments."""
    import subprocess

    key = keys.generate_rsa(2048) if "rsa_oaep_md:sha512" in options else rsa_key
    (files / "cert.pem").write_text(certificates.to_pem(certificate(key).der) + "\n")
    command = ["openssl", "cms", "-encrypt", "-binary", "-aes128", "-outform", "DER", *stream]
    command += ["-recip", str(files / "cert.pem"), *options]
    made = subprocess.run(command, input=b"x" * 5000, capture_output=True, check=True).stdout
    envelope = envelopes.read(made)

    assert envelopes.decrypt(envelope, certificate(key).serial_number, key) == b"x" * 5000


def test_a_label_in_oaep_is_unknown(rsa_key) -> None:
    named = key_transport.transport_algorithm(Transport.OAEP)
    oid, parameters = structures.algorithm(named)
    label = structures.encode(parameters)[2:] + bytes.fromhex("a20f300d06092a864886f70d0101090400")
    changed = structures.tlv(
        b"\x30"
        + bytes([11 + 2 + len(label)])
        + structures.encode(structures.Oid(oid))
        + b"\x30"
        + bytes([len(label)])
        + label
    )

    with pytest.raises(UnknownTransport):
        key_transport.decrypt_key(b"x", rsa_key, changed)


@pytest.mark.parametrize("parameters", [b"\x05\x00", b"\x04\x01x", b"\x30\x04\xa0\x02\x30\x00"])
def test_odd_parameters_of_oaep_are_unknown(rsa_key, parameters) -> None:
    oid = structures.encode(structures.Oid("1.2.840.113549.1.1.7"))
    inside = oid + parameters

    with pytest.raises(UnknownTransport):
        key_transport.decrypt_key(b"x", rsa_key, structures.tlv(b"\x30" + bytes([len(inside)]) + inside))


def test_openssl_opens_an_envelope_by_password(openssl) -> None:
    envelope = envelopes.envelop_by_password(b"plain", "s3cret", AES_128, urandom)

    assert openssl(envelope, "cms", "-decrypt", "-inform", "DER", "-pwri_password", "s3cret") == "plain"


@pytest.mark.parametrize("cipher", ["-aes128", "-aes256", "-des3"])
def test_we_open_openssl_s_envelope_by_password(cipher) -> None:
    import subprocess

    command = ["openssl", "cms", "-encrypt", "-binary", "-outform", "DER", "-pwri_password", "s3cret", cipher]
    made = subprocess.run(command, input=b"plain", capture_output=True, check=True).stdout

    assert envelopes.decrypt_by_password(envelopes.read(made), "s3cret") == b"plain"


@pytest.mark.parametrize("password", ["", "s3cre", "s3cret "])
def test_another_password_does_not_open(password) -> None:
    envelope = envelopes.read(envelopes.envelop_by_password(b"plain", "s3cret", AES_256, urandom))

    with pytest.raises(envelopes.DecryptionFailed):
        envelopes.decrypt_by_password(envelope, password)


def test_more_rounds_than_reasonable_are_not_worked_off(monkeypatch) -> None:
    made = envelopes.envelop_by_password(b"plain", "s3cret", AES_256, urandom)
    monkeypatch.setattr(key_transport, "_ROUNDS_LIMIT", 9_999)

    assert envelopes.read(made).passwords == ()


@given(st.binary(min_size=1, max_size=64), st.text(max_size=20))
@settings(max_examples=20)
def test_a_password_opens_what_it_closed(plain, password) -> None:
    envelope = envelopes.read(envelopes.envelop_by_password(plain, password, TRIPLE_DES, urandom))

    assert envelopes.decrypt_by_password(envelope, password) == plain


def test_single_des_is_read_only_where_a_suite_allows_it(rsa_key) -> None:
    made = envelopes.envelop(b"plain", certificate(rsa_key), DES, urandom)
    opened = envelopes.decrypt(envelopes.read(made, LEGACY), certificate(rsa_key).serial_number, rsa_key)

    assert opened == b"plain"
    with pytest.raises(cms.UnknownAlgorithm):
        envelopes.read(made, MODERN)


def test_the_standard_suite_reads_no_triple_des(rsa_key) -> None:
    made = envelopes.envelop(b"plain", certificate(rsa_key), TRIPLE_DES, urandom)

    with pytest.raises(cms.UnknownAlgorithm):
        envelopes.read(made, STANDARD)


def test_a_certificate_is_issued_by_whoever_signed_it(rsa_key, other_key) -> None:
    root = certificate(rsa_key)
    name = names.parse("/CN=below")
    made = certificates.issue(
        subject=name,
        spki=keys.spki(other_key),
        issuer=root.subject,
        serial_number=5,
        not_before=root.not_before,
        not_after=root.not_after,
        extensions=None,
        key=rsa_key,
        digest=SHA256,
    )
    below = Certificate.parse(made)
    forged = Certificate.parse(made[:-1] + bytes([made[-1] ^ 1]))

    assert certificates.is_issued_by(below, root)
    assert not certificates.is_issued_by(forged, root)
    assert not certificates.is_issued_by(root, below)
