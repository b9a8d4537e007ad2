import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import names, requests, structures
from fauxgate.pki.requests import CertificateRequest, InvalidRequest

SUBJECT = names.parse("/C=NL/O=Fortinet/CN=host")


def printed(openssl, der: bytes) -> str:
    return openssl(der, "req", "-inform", "DER", "-noout", "-text", "-verify")


def test_a_request_has_what_the_appliance_puts_into_it(openssl, rsa_key) -> None:
    text = printed(openssl, requests.build(rsa_key, SUBJECT))

    assert "verify OK" in text
    assert "Version: 1 (0x0)" in text
    assert text.index("Basic Constraints") < text.index("Key Usage")
    assert "challengePassword" not in text
    assert "Subject Alternative Name" not in text


def test_names_of_each_type_stand_between_constraints_and_usage(openssl, rsa_key) -> None:
    san = "DNS:a.example,IP:10.0.0.1,ip:2001:db8::1,email:a@b.c,URI:http://x/"
    text = printed(openssl, requests.build(rsa_key, SUBJECT, subject_alt_name=san))

    assert "DNS:a.example, IP Address:10.0.0.1, IP Address:2001:DB8:0:0:0:0:0:1, email:a@b.c, URI:http://x/" in text
    assert text.index("Basic Constraints") < text.index("Alternative Name") < text.index("Key Usage")


@pytest.mark.parametrize("san", ["a.example", "10.0.0.1", "IP:x", "DNS:", ":", "FOO:x", "DNS:ü", ",", ""])
def test_values_that_have_no_type_or_do_not_fit_it_are_dropped_silently(openssl, rsa_key, san) -> None:
    assert "Alternative" not in printed(openssl, requests.build(rsa_key, SUBJECT, subject_alt_name=san))


@pytest.mark.parametrize("challenge", ["challenge", "with_underscore", "pässwörd", "x" * 200])
def test_the_challenge_is_read_back(openssl, rsa_key, challenge) -> None:
    der = requests.build(rsa_key, SUBJECT, challenge=challenge)

    assert CertificateRequest.parse(der).challenge == challenge
    assert "challengePassword" in printed(openssl, der)


def test_a_request_of_an_ec_key_verifies(openssl, ec_key) -> None:
    der = requests.build(ec_key, SUBJECT)

    assert CertificateRequest.parse(der).is_signature_valid
    assert "ecdsa-with-SHA256" in printed(openssl, der)


def test_a_request_is_read_back(rsa_key) -> None:
    request = CertificateRequest.parse(requests.build(rsa_key, SUBJECT))

    assert request.subject == SUBJECT
    assert request.public_key() == rsa_key.public_key()
    assert request.challenge is None
    assert [item.oid.dotted_string for item in request.extensions] == ["2.5.29.19", "2.5.29.15"]


def test_a_changed_request_has_no_valid_signature(rsa_key) -> None:
    der = requests.build(rsa_key, SUBJECT)

    assert not CertificateRequest.parse(der.replace(b"host", b"hOst")).is_signature_valid


def test_openssl_s_request_with_a_renewal_attribute_and_md5_is_read(openssl, rsa_key) -> None:
    key = requests.keys.encrypted_pem(rsa_key, "x", bytes)
    der = openssl(key.encode(), "req", "-new", "-key", "/dev/stdin", "-passin", "pass:x", "-subj", "/CN=a", "-md5")
    request = requests.from_pem(der)

    assert request.extensions == ()
    assert not request.is_signature_valid


def test_a_request_in_pem_is_read(rsa_key) -> None:
    der = requests.build(rsa_key, SUBJECT)
    text = requests.to_pem(der)

    assert text.startswith("-----BEGIN CERTIFICATE REQUEST-----\n")
    assert requests.from_pem(f"noise\n{text}\nmore").der == der


@pytest.mark.parametrize("text", ["", "x", "-----BEGIN CERTIFICATE REQUEST-----\n!\n-----END CERTIFICATE REQUEST-----"])
def test_a_text_without_request_is_invalid(text) -> None:
    with pytest.raises(InvalidRequest):
        requests.from_pem(text)


@given(st.data())
def test_a_damaged_request_is_read_or_invalid(rsa_key, data) -> None:
    der = bytearray(requests.build(rsa_key, SUBJECT, subject_alt_name="DNS:a", challenge="c"))
    for _ in range(data.draw(st.integers(1, 3))):
        der[data.draw(st.integers(0, len(der) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        request = CertificateRequest.parse(bytes(der))
    except InvalidRequest:
        return

    assert structures.tlv(request.subject) is not None


@given(st.text(max_size=60))
def test_any_text_gives_general_names_that_can_be_written(rsa_key, text) -> None:
    assert CertificateRequest.parse(requests.build(rsa_key, SUBJECT, subject_alt_name=text)).is_signature_valid


@given(st.lists(st.sampled_from(["DNS", "IP", "email", "URI"])), st.text(max_size=20))
def test_typed_text_gives_general_names_that_can_be_written(rsa_key, kinds, value) -> None:
    text = ",".join(f"{kind}:{value}" for kind in kinds)

    assert CertificateRequest.parse(requests.build(rsa_key, SUBJECT, subject_alt_name=text)).is_signature_valid
