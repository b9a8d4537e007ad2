from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from cryptography import x509
from hypothesis import given, settings
from hypothesis import strategies as st

from fauxgate.pki import certificates, details, names
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.structures import Extension

_OTHERS = "DirName:CN = x, Registered ID:1.2.3, othername:<unsupported>"
START, END = datetime(2024, 9, 3, 18, 9, 24, tzinfo=UTC), datetime(2034, 9, 4, 18, 9, 24, tzinfo=UTC)
USAGE = x509.KeyUsage(
    digital_signature=True,
    content_commitment=False,
    key_encipherment=True,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def certificate(key, *extensions: x509.ExtensionType, issuer: str = "/CN=ca") -> Certificate:
    found = [Extension(oid=item.oid, critical=False, value=item.public_bytes()) for item in extensions]
    der = certificates.issue(
        subject=names.parse("/C=US/O=Fortinet/CN=host"),
        spki=certificates.keys.spki(key),
        issuer=names.parse(issuer),
        serial_number=0x3C53666F874E8F76,
        not_before=START,
        not_after=END,
        extensions=found or None,
        key=key,
        digest=SHA256,
    )
    return Certificate.parse(der)


def test_the_facts_are_those_of_the_certificate(openssl, rsa_key) -> None:
    found = certificate(rsa_key)
    told = details.details(found)
    fingerprint = openssl(found.der, "x509", "-inform", "DER", "-noout", "-fingerprint", "-md5").strip()

    assert told.subject == "C = US, O = Fortinet, CN = host"
    assert told.issuer == "CN = ca"
    assert (told.valid_from, told.valid_to) == (START, END)
    assert told.serial_number == "3c:53:66:6f:87:4e:8f:76"
    assert fingerprint.endswith(f"={told.fingerprint}")
    assert (told.version, told.is_root, told.extensions) == (3, False, ())


def test_a_certificate_by_itself_is_a_root(rsa_key) -> None:
    assert details.details(certificate(rsa_key, issuer="/C=US/O=Fortinet/CN=host")).is_root


@pytest.mark.parametrize(
    ("extension", "name", "content"),
    [
        (x509.BasicConstraints(ca=True, path_length=None), "X509v3 Basic Constraints", ("CA:TRUE",)),
        (x509.BasicConstraints(ca=True, path_length=0), "X509v3 Basic Constraints", ("CA:TRUE, pathlen:0",)),
        (x509.BasicConstraints(ca=False, path_length=None), "X509v3 Basic Constraints", ("CA:FALSE",)),
        (USAGE, "X509v3 Key Usage", ("Digital Signature, Key Encipherment",)),
        (
            x509.ExtendedKeyUsage([x509.ObjectIdentifier("1.3.6.1.5.5.7.3.1"), x509.ObjectIdentifier("1.2.3")]),
            "X509v3 Extended Key Usage",
            ("TLS Web Server Authentication, 1.2.3",),
        ),
        (x509.SubjectKeyIdentifier(b"\x0a\xff"), "X509v3 Subject Key Identifier", ("0A:FF",)),
        (x509.AuthorityKeyIdentifier(b"\x0a", None, None), "X509v3 Authority Key Identifier", ("keyid:0A",)),
        (x509.AuthorityKeyIdentifier(None, None, None), "X509v3 Authority Key Identifier", ()),
        (
            x509.SubjectAlternativeName(
                [
                    x509.DNSName("a.b"),
                    x509.IPAddress(ip_address("10.0.0.1")),
                    x509.RFC822Name("a@b"),
                    x509.UniformResourceIdentifier("http://x"),
                    x509.DirectoryName(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])),
                    x509.RegisteredID(x509.ObjectIdentifier("1.2.3")),
                    x509.OtherName(x509.ObjectIdentifier("1.2.3"), b"\x05\x00"),
                ]
            ),
            "X509v3 Subject Alternative Name",
            (f"DNS:a.b, IP Address:10.0.0.1, email:a@b, URI:http://x, {_OTHERS}",),
        ),
        (
            x509.CRLDistributionPoints(
                [x509.DistributionPoint([x509.UniformResourceIdentifier("http://c")], None, None, None)]
            ),
            "X509v3 CRL Distribution Points",
            ("URI:http://c",),
        ),
        (
            x509.AuthorityInformationAccess(
                [
                    x509.AccessDescription(
                        x509.ObjectIdentifier("1.3.6.1.5.5.7.48.1"), x509.UniformResourceIdentifier("http://o")
                    )
                ]
            ),
            "Authority Information Access",
            ("OCSP - URI:http://o",),
        ),
        (x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3"), b"\x05\x00"), "1.2.3", ("05:00",)),
    ],
)
def test_every_extension_is_told(rsa_key, extension, name, content) -> None:
    (told,) = details.details(certificate(rsa_key, extension)).extensions

    assert (told.name, told.is_critical, told.content) == (name, False, content)


def test_a_version_that_no_certificate_has_is_told_without_extensions(rsa_key) -> None:
    found = certificate(rsa_key)
    strange = Certificate.parse(found.der.replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x09"))

    assert (details.details(strange).version, details.details(strange).extensions) == (10, ())


def test_extensions_that_make_no_sense_are_left_out(rsa_key) -> None:
    twice = certificate(rsa_key, USAGE, USAGE)
    broken = certificate(rsa_key, x509.UnrecognizedExtension(x509.ObjectIdentifier("2.5.29.19"), b"\x05"))

    assert details.details(twice).extensions == ()
    assert details.details(broken).extensions == ()


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 7)), min_size=1, max_size=3))
@settings(max_examples=400)
def test_a_damaged_certificate_is_told_or_invalid(rsa_key, flips) -> None:
    names_ = x509.SubjectAlternativeName([x509.DNSName("a.b"), x509.IPAddress(ip_address("10.0.0.1"))])
    der = bytearray(certificate(rsa_key, x509.BasicConstraints(ca=True, path_length=1), USAGE, names_).der)
    for place, bit in flips:
        der[place % len(der)] ^= 1 << bit
    try:
        told = details.details(Certificate.parse(bytes(der)))
    except InvalidCertificate:
        return

    assert all(isinstance(line, str) for extension in told.extensions for line in extension.content)
