import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import keys
from fauxgate.pki import pem as pem_blocks
from fauxgate.pki.keys import InvalidKey


def counting(size: int) -> bytes:
    return bytes(range(size))


@pytest.mark.parametrize("password", ["secret", "pässwörd", "x" * 128])
def test_an_encrypted_key_reads_back_with_its_password(rsa_key, password) -> None:
    pem = keys.encrypted_pem(rsa_key, password, counting)

    assert keys.spki(keys.load_pem(pem, password)) == keys.spki(rsa_key)


def test_an_encrypted_key_is_written_as_the_appliance_writes_it(rsa_key, openssl) -> None:
    """fortios-certificates.md 2.2: PBES2, PBKDF2 with 2048 rounds of hmacWithSHA256, des-ede3-cbc."""
    pem = keys.encrypted_pem(rsa_key, "secret", counting)
    text = openssl(pem.encode(), "asn1parse")

    order = [text.index(word) for word in ("PBES2", "PBKDF2", ":0800", "hmacWithSHA256", "des-ede3-cbc")]
    assert order == sorted(order)
    assert pem.startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
    assert pem.endswith("\n-----END ENCRYPTED PRIVATE KEY-----")
    assert {len(line) for line in pem.split("\n")[1:-2]} == {64}


def test_openssl_opens_our_encrypted_keys(ec_key, openssl) -> None:
    pem = keys.encrypted_pem(ec_key, "secret", counting)

    assert "BEGIN PRIVATE KEY" in openssl(pem.encode(), "pkcs8", "-passin", "pass:secret")


@pytest.mark.parametrize("password", ["wrong", "", None])
def test_a_wrong_or_missing_password_is_refused(rsa_key, password) -> None:
    pem = keys.encrypted_pem(rsa_key, "secret", counting)

    with pytest.raises(InvalidKey):
        keys.load_pem(pem, password)


@pytest.mark.parametrize("curve", keys.CURVES)
def test_every_curve_makes_a_key_of_its_name(curve) -> None:
    assert keys.generate_ec(curve).curve.name == curve


def test_openssl_s_keys_of_other_kinds_are_refused(openssl) -> None:
    pem = openssl(b"", "genpkey", "-algorithm", "ED25519")

    with pytest.raises(InvalidKey, match="Ed25519"):
        keys.load_pem(pem)


def test_a_public_key_of_another_kind_is_refused(openssl) -> None:
    pem = openssl(b"", "genpkey", "-algorithm", "ED25519")
    public = pem_blocks.content(openssl(pem.encode(), "pkey", "-pubout"), "PUBLIC KEY")

    with pytest.raises(InvalidKey, match="Ed25519"):
        keys.public_key(public)


@given(st.text() | st.text().map("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----".format))
def test_any_text_is_a_key_or_invalid(text) -> None:
    with pytest.raises(InvalidKey):
        keys.load_pem(text, "x")


@given(st.binary())
def test_any_bytes_are_a_public_key_or_invalid(content) -> None:
    with pytest.raises(InvalidKey):
        keys.public_key(content)


def test_a_key_that_was_read_before_is_read_the_same_without_being_checked_again() -> None:
    key = keys.generate_rsa(1024)
    pem = keys.encrypted_pem(key, "secret", counting)

    assert keys.spki(keys.reload_pem(pem, "secret")) == keys.spki(keys.load_pem(pem, "secret"))
    with pytest.raises(keys.InvalidKey):
        keys.reload_pem(pem, "wrong")
