from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import certificates, keys, names
from fauxgate.pki.algorithms import SHA1, SHA256
from fauxgate.pki.certificates import Certificate, InvalidCertificate

SUBJECT = names.parse("/O=Fortinet/CN=host")
NOW = datetime(2026, 11, 23, 8, 0, 0, 999, tzinfo=UTC)


def made(key, **changes: object) -> bytes:
    facts = {
        "subject": SUBJECT,
        "key": key,
        "serial_number": int.from_bytes(b"F" * 32),
        "not_before": NOW,
        "not_after": NOW + timedelta(days=1),
        "digest": SHA1,
    }
    return certificates.self_signed(**{**facts, **changes})


def test_a_self_signed_certificate_is_read_back(rsa_key) -> None:
    certificate = Certificate.parse(made(rsa_key))

    assert certificate.serial_number == int.from_bytes(b"F" * 32)
    assert certificate.subject == certificate.issuer == SUBJECT
    assert certificate.is_self_issued
    assert (certificate.version, certificate.not_before) == (3, NOW.replace(microsecond=0))
    assert certificate.public_key() == rsa_key.public_key()


@pytest.mark.parametrize("digest", [SHA1, SHA256])
@pytest.mark.parametrize("kind", ["rsa_key", "ec_key"])
def test_openssl_verifies_our_certificates(openssl, request, tmp_path, digest, kind) -> None:
    path = tmp_path / "c.pem"
    path.write_text(certificates.to_pem(made(request.getfixturevalue(kind), digest=digest)))

    options = ("-no_check_time", "-auth_level", "0", "-check_ss_sig")
    assert "OK" in openssl(b"", "verify", *options, "-CAfile", str(path), str(path))


@pytest.mark.parametrize(("year", "kind"), [(2049, b"\x17\x0d"), (2050, b"\x18\x0f")])
def test_times_change_their_form_in_2050(rsa_key, year, kind) -> None:
    end = NOW.replace(year=year, microsecond=0)
    der = made(rsa_key, not_after=end)

    assert kind in der
    assert Certificate.parse(der).not_after == end


def test_a_certificate_matches_its_key_and_no_other(rsa_key, other_key) -> None:
    certificate = Certificate.parse(made(rsa_key))

    assert certificates.matches(certificate, rsa_key)
    assert not certificates.matches(certificate, other_key)


def test_a_certificate_in_pem_is_read(rsa_key) -> None:
    text = certificates.to_pem(made(rsa_key))

    assert {len(line) for line in text.split("\n")[1:-2]} == {64}
    assert certificates.from_pem(text.replace("\n", "\r\n")).der == made(rsa_key)


@pytest.mark.parametrize("text", ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
def test_a_text_without_certificate_is_invalid(text) -> None:
    with pytest.raises(InvalidCertificate):
        certificates.from_pem(text)


@given(st.data())
def test_a_damaged_certificate_is_read_or_invalid(rsa_key, data) -> None:
    der = bytearray(made(rsa_key))
    for _ in range(data.draw(st.integers(1, 3))):
        der[data.draw(st.integers(0, len(der) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        certificate = Certificate.parse(bytes(der))
        certificate.public_key()
    except (InvalidCertificate, keys.InvalidKey):
        return

    assert names.oneline(certificate.subject).isprintable()
