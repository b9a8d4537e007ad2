from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import structures
from fauxgate.pki.certificate_structures import CertificationRequestInfo, SignedStructure, TbsCertificate
from fauxgate.pki.cms_structures import ContentInfo, EnvelopedData, SignedData, SignerInfo
from fauxgate.pki.structures import InvalidDer

RECORDED = Path(__file__).parents[2] / "fixtures" / "scep"


def assert_survives(structure: type, der: bytes):
    """What was decoded encodes to the same bytes; gives what was decoded."""
    found = structures.decode(structure, der)
    assert structures.encode(found) == der
    return found


@pytest.mark.parametrize(
    "path", sorted(RECORDED.rglob("*q.der")), ids=lambda path: f"{path.parent.name[:12]}-{path.stem}"
)
def test_recorded_requests_encode_byte_for_byte(path) -> None:
    if path.stem == "inner-req":
        outer = assert_survives(SignedStructure, path.read_bytes())
        assert_survives(CertificationRequestInfo, structures.encode(outer.content))
        return
    outer = assert_survives(ContentInfo, path.read_bytes())
    signed = assert_survives(SignedData, structures.encode(outer.content))
    assert_survives(SignerInfo, structures.encode(structures.elements(signed.signers)[0]))
    inner = assert_survives(ContentInfo, signed.content.content)
    assert_survives(EnvelopedData, structures.encode(inner.content))
    certificate = assert_survives(SignedStructure, structures.encode(signed.certificates[0]))
    assert_survives(TbsCertificate, structures.encode(certificate.content))


@given(st.binary(max_size=60), st.sampled_from([ContentInfo, SignedData, SignedStructure, structures.Extension]))
def test_any_bytes_decode_or_are_invalid(content, structure) -> None:
    with pytest.raises(InvalidDer):
        structures.decode(structure, content)


@given(st.lists(st.binary(max_size=5).map(lambda content: bytes([4, len(content)]) + content)))
def test_a_set_is_written_in_order(elements) -> None:
    written = [structures.encode(element) for element in structures.in_set_order(elements)]

    assert written == sorted(elements)


def test_a_received_set_keeps_its_order() -> None:
    elements = [structures.tlv(b"\x04\x01\x02"), structures.tlv(b"\x04\x01\x01")]

    assert structures.received_set(elements) == b"\x31\x06\x04\x01\x02\x04\x01\x01"
