import pytest
from cryptography import x509
from tests.scep.house import member

from fauxgate.pki import certificates, keys, purpose
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.structures import Extension


def told(**about: object) -> tuple[bool | None, bool, bool]:
    found = Certificate.parse(member("purpose", **about).certificate)
    return purpose.is_authority(found), purpose.may_sign(found), purpose.may_encipher(found)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"ca": True, "usage": ("key_cert_sign",)}, (True, False, False)),
        ({"ca": False, "usage": ("digital_signature",)}, (False, True, False)),
        ({"ca": False, "usage": ("content_commitment",)}, (False, True, False)),
        ({"ca": False, "usage": ("key_encipherment",)}, (False, False, True)),
        ({"ca": False, "usage": ("data_encipherment",)}, (False, False, True)),
        ({"ca": None, "usage": None}, (None, True, True)),
    ],
)
def test_purposes_are_those_of_the_extensions(about, expected) -> None:
    assert told(**about) == expected


@pytest.mark.parametrize("oid", [x509.BasicConstraints.oid, x509.KeyUsage.oid])
def test_an_extension_that_cannot_be_read_allows_nothing(oid) -> None:
    whole = member("purpose")
    der = certificates.issue(
        subject=whole.name,
        spki=keys.spki(whole.key),
        issuer=whole.name,
        serial_number=1,
        not_before=Certificate.parse(whole.certificate).not_before,
        not_after=Certificate.parse(whole.certificate).not_after,
        extensions=[Extension(oid=oid, critical=False, value=b"\x30\x05")],
        key=whole.key,
        digest=SHA256,
    )
    found = Certificate.parse(der)

    assert purpose.is_authority(found) is None
    assert purpose.may_sign(found) == (oid != x509.KeyUsage.oid)
