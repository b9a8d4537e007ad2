"""What independent programs sent, as recorded in fixtures/scep, is read."""

from pathlib import Path

import pytest
from tests.scep.conftest import drained

from fauxgate.pki import cms, envelopes
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep.http import decoded_message, query
from fauxgate.scep.incoming import unwrap_request, verify_request

RECORDED = Path(__file__).parents[2] / "fixtures" / "scep"
FOLDERS = sorted(path for path in RECORDED.iterdir() if path.is_dir())
TYPES = {"PKCSReq": "19", "CertPoll": "20"}


@pytest.fixture(params=FOLDERS, ids=lambda path: path.name.split("__")[0])
def folder(request) -> Path:
    return request.param


def test_a_recorded_request_is_read_and_verified(folder) -> None:
    _, read = drained(unwrap_request((folder / "req.der").read_bytes()))
    drained(verify_request(read))

    assert read.message_type == TYPES[folder.name.split("__")[2]]
    assert read.transaction_id
    assert len(read.sender_nonce) == 16
    assert envelopes.read(read.signed.content).encrypted


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*GET*/req.http")), ids=lambda path: path.parent.name)
def test_a_recorded_get_carries_the_message(path) -> None:
    url = path.read_text("latin-1").split("\r\n")[0].split(" ")[1]

    assert decoded_message(query(url)["message"]) == (path.parent / "req.der").read_bytes()


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*/inner-req.der")), ids=lambda path: path.parent.name)
def test_a_recorded_certification_request_is_read(path) -> None:
    request = CertificateRequest.parse(path.read_bytes())

    assert request.is_signature_valid
    assert request.challenge


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*/resp.der")), ids=lambda path: path.parent.name)
def test_a_recorded_reply_verifies_with_a_certificate_that_it_carries(path) -> None:
    signed = cms.read_signed(path.read_bytes())
    signature = cms.read_signature(signed)
    keys = [Certificate.parse(der).public_key() for der in signed.certificates]

    assert any(cms.is_valid(signed, signature, key) for key in keys)


def test_recorded_certificates_are_read_from_their_bag() -> None:
    bags = [cms.read_signed(path.read_bytes()) for path in RECORDED.glob("*/inner-resp.der")]

    assert bags
    assert all(Certificate.parse(der).subject for bag in bags for der in bag.certificates)
