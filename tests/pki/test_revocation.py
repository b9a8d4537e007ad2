import contextlib

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import names, pem, revocation
from fauxgate.pki.revocation import Crl, InvalidCrl

TEXT = (ROOT / "fixtures" / "files" / "revoked.crl").read_text("ascii")


def test_a_list_of_openssl_is_read():
    found = revocation.from_pem(TEXT)

    assert names.oneline(found.issuer) == "/C=NL/O=Example/CN=Example Root CA"
    assert found.serial_numbers == (0x0A0B0C0D0E0F1011,)
    assert found.next_update is not None
    assert found.last_update < found.next_update


@pytest.mark.parametrize("text", ["", "nonsense", TEXT.replace("X509 CRL", "CERTIFICATE"), TEXT.replace("M", "-")])
def test_what_is_no_list_is_refused(text):
    with pytest.raises(InvalidCrl):
        revocation.from_pem(text)


@given(st.integers(0, 2000), st.integers(0, 255))
def test_a_damaged_list_is_read_or_refused(position, value):
    content = bytearray(pem.content(TEXT, "X509 CRL"))
    content[position % len(content)] = value

    with contextlib.suppress(InvalidCrl):
        Crl.parse(bytes(content))
