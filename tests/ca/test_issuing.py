import re
import subprocess
from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fauxgate.ca import issuing
from fauxgate.ca.issuing import CertificateProfile, UnfitRequest
from fauxgate.ca.wanted import Wanted
from fauxgate.pki import names
from fauxgate.pki.requests import CertificateRequest
from fauxgate.pki.structures import Extension

PROFILE = CertificateProfile(
    crl_url="http://ca.test/crl", ocsp_url="http://ca.test/ocsp", ca_issuers_url="http://ca.test/ca.cer"
)
PLAIN = CertificateProfile()


@pytest.fixture(scope="session")
def root():
    name = names.parse("/C=NL/ST=NH/L=Amsterdam/O=Fortinet/OU=AS/CN=sceptest/emailAddress=sceptest@fortinet.com")
    return issuing.make_root(
        name,
        issuing.new_key(urandom),
        0x0102030405060708,
        datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        CertificateProfile(),
    )


def issued(request, root, now, profile=PLAIN) -> x509.Certificate:
    return x509.load_der_x509_certificate(issuing.issue(Wanted.of(request.csr), root, 0x1122334455667788, now, profile))


def openssl(*arguments: str) -> str:
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True, text=True).stdout


def written(tmp_path: Path, **certificates: x509.Certificate) -> dict[str, str]:
    paths = {}
    for name, certificate in certificates.items():
        paths[name] = str(tmp_path / f"{name}.pem")
        Path(paths[name]).write_bytes(certificate.public_bytes(Encoding.PEM))
    return paths


def test_openssl_verifies_what_was_issued(root, make_request, clock, tmp_path) -> None:
    leaf = issued(make_request(subject_alt_name="DNS:vpn.example.com,IP:192.0.2.1"), root, clock(), PROFILE)
    files = written(tmp_path, root=root.certificate, leaf=leaf)

    at = str(int(clock().timestamp()) + 1)
    answer = openssl(
        "verify", "-x509_strict", "-check_ss_sig", "-attime", at, "-CAfile", files["root"], files["root"], files["leaf"]
    )

    assert answer == f"{files['root']}: OK\n{files['leaf']}: OK\n"


def test_openssl_reads_the_extensions_of_a_leaf(root, make_request, clock, tmp_path) -> None:
    leaf = issued(make_request(subject_alt_name="DNS:vpn.example.com"), root, clock(), PROFILE)

    text = openssl("x509", "-in", written(tmp_path, leaf=leaf)["leaf"], "-noout", "-text")

    assert re.findall(r"^ {12}(X509v3 [^:\n]+|Authority Information Access)", text, re.MULTILINE) == [
        "X509v3 Basic Constraints",
        "X509v3 Key Usage",
        "X509v3 Subject Key Identifier",
        "X509v3 Authority Key Identifier",
        "X509v3 Subject Alternative Name",
        "X509v3 CRL Distribution Points",
        "Authority Information Access",
    ]
    assert "DNS:vpn.example.com" in text
    assert "URI:http://ca.test/crl" in text
    assert "OCSP - URI:http://ca.test/ocsp" in text
    assert "CA Issuers - URI:http://ca.test/ca.cer" in text


def test_the_root_may_sign_certificates_and_replies_and_open_requests(root) -> None:
    usage = root.certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    constraints = root.certificate.extensions.get_extension_for_class(x509.BasicConstraints).value

    assert constraints.ca
    assert (usage.digital_signature, usage.key_encipherment, usage.key_cert_sign, usage.crl_sign) == (True,) * 4
    assert not usage.data_encipherment


def test_the_leaf_carries_key_and_subject_of_the_request_byte_for_byte(root, make_request, clock) -> None:
    request = make_request()

    leaf = issued(request, root, clock())

    assert leaf.subject.public_bytes() == request.csr.subject
    assert leaf.public_key() == request.csr.public_key()
    assert leaf.issuer == root.certificate.subject


def test_validity_begins_now_and_lasts_the_days_of_the_profile(root, make_request, clock) -> None:
    leaf = issued(make_request(), root, clock(), CertificateProfile(days=10))

    assert leaf.not_valid_before_utc == clock().replace(microsecond=0)
    assert leaf.not_valid_after_utc - leaf.not_valid_before_utc == timedelta(days=10)


def test_no_leaf_outlives_the_root(root, make_request, clock) -> None:
    leaf = issued(make_request(), root, clock(), CertificateProfile(days=40000))

    assert leaf.not_valid_after_utc == root.certificate.not_valid_after_utc


def test_a_request_cannot_make_itself_an_authority(root, make_request, clock) -> None:
    wanted = [x509.BasicConstraints(ca=True, path_length=None), issuing._key_usage("key_cert_sign")]
    request = with_extensions(make_request().csr, *(issuing._extension(item) for item in wanted))

    leaf = x509.load_der_x509_certificate(issuing.issue(Wanted.of(request), root, 1, clock(), PLAIN))

    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert not leaf.extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign


def with_extensions(csr: CertificateRequest, *extensions: Extension) -> CertificateRequest:
    return CertificateRequest(csr.der, csr.subject, csr.spki, csr.challenge, extensions, csr.is_signature_valid)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=40), max_size=2))
def test_any_alternative_names_are_issued_readable_or_unfit(root, make_request, clock, values: list[bytes]) -> None:
    names_wanted = [Extension(oid=x509.SubjectAlternativeName.oid, critical=False, value=value) for value in values]
    request = with_extensions(make_request().csr, *names_wanted)

    try:
        der = issuing.issue(Wanted.of(request), root, 1, clock(), PLAIN)
    except UnfitRequest:
        return

    assert len(x509.load_der_x509_certificate(der).extensions) >= 4


@pytest.mark.parametrize("subject", ["/C=Netherlands/CN=x", f"/CN={'x' * 200}", "/CN=\u0100\u4e2d", "/1.2.3.4=odd"])
def test_unusual_subjects_are_certified_as_they_are(root, make_request, clock, subject: str) -> None:
    request = make_request(subject=subject)

    der = issuing.issue(Wanted.of(request.csr), root, 1, clock(), PLAIN)

    assert request.csr.subject in der


def test_with_the_published_names_two_certificates_take_2331_bytes(root, make_request, clock) -> None:
    """The size that the published trace needs: fortios-certificates.md 7.2."""
    addresses = [f"http://ca.test/{name}".ljust(92, "x") for name in ("crl/", "ocsp/", "ca/")]
    profile = CertificateProfile(crl_url=addresses[0], ocsp_url=addresses[1], ca_issuers_url=addresses[2])

    leaf = issuing.issue(Wanted.of(make_request().csr), root, 0x1122334455667788, clock(), profile)

    assert len(leaf) + len(root.certificate.public_bytes(Encoding.DER)) == 2331
