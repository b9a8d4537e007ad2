from os import urandom

import pytest
from cryptography.hazmat.primitives.serialization import pkcs12 as library
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import certificates, keys, pem, pkcs12
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.names import Subject, encode
from fauxgate.pki.pkcs12 import InvalidPkcs12


@pytest.fixture(scope="module", params=["rsa", "ec"])
def pair(request):
    from datetime import UTC, datetime

    key = keys.generate_rsa(2048) if request.param == "rsa" else keys.generate_ec("secp256r1")
    first, last = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    subject = encode(Subject(common_name="a"))
    der = certificates.self_signed(
        subject=subject, key=key, serial_number=1, not_before=first, not_after=last, digest=SHA256
    )
    return key, der


@pytest.mark.parametrize("password", ["secret", "two words", "p\u00e4ss"])
def test_what_is_written_is_read_back(password, pair):
    key, der = pair

    bundle = pkcs12.read(pkcs12.write("a", key, der, password, urandom), password)

    assert (keys.spki(bundle.key), bundle.certificate.der, bundle.others) == (keys.spki(key), der, ())


def test_another_password_opens_nothing(pair):
    content = pkcs12.write("a", *pair, "secret", urandom)

    for wrong in ("", "Secret"):
        with pytest.raises(InvalidPkcs12):
            pkcs12.read(content, wrong)


def test_without_a_password_nothing_is_written(pair):
    with pytest.raises(InvalidPkcs12):
        pkcs12.write("a", *pair, "", urandom)


def test_openssl_reads_what_is_written(pair, openssl):
    key, der = pair
    content = pkcs12.write("\u00e4 name", key, der, "p\u00e4ss", urandom)

    text = openssl(content, "pkcs12", "-passin", "pass:p\u00e4ss", "-nodes", "-info")

    assert pem.contents(text, certificates.LABEL) == (der,)
    assert keys.spki(keys.load_pem(text[text.index("-----BEGIN PRIVATE KEY") :])) == keys.spki(key)
    assert text.count("localKeyID") == 2


def test_the_library_reads_the_name(pair):
    content = pkcs12.write("\u00e4 name", *pair, "secret", urandom)

    found = library.load_pkcs12(content, b"secret")

    assert found.cert is not None
    assert found.cert.friendly_name == "\u00e4 name".encode()


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(content):
    with pytest.raises(InvalidPkcs12):
        pkcs12.read(content, "x")
