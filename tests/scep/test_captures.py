"""What independent programs sent, as recorded in fixtures/scep, is read."""

from pathlib import Path

import pytest
from tests.scep.conftest import drained

from fauxgate.pki import cms, envelopes
from fauxgate.pki.algorithms import DES_READABLE, LEGACY, MODERN
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep.attributes import Attribute
from fauxgate.scep.http import decoded_message, query
from fauxgate.scep.incoming import unwrap_request, verify_request

RECORDED = Path(__file__).parents[2] / "fixtures" / "scep"
FOLDERS = sorted(path for path in RECORDED.iterdir() if path.is_dir())
TYPES = {"PKCSReq": "19", "RenewalReq": "17", "CertPoll": "20", "GetCRL": "22"}
STATUSES = {"SUCCESS": b"0", "FAILURE": b"2", "PENDING": b"3"}
CIPHERS = {"tripledes_3key": "DES-EDE3-CBC", "des": "DES-CBC", "aes128_cbc": "AES-128-CBC", "aes256_cbc": "AES-256-CBC"}
# scep-interop.md section 3: what each server writes, whatever it was asked in; the others mirror the request.
REPLIES = {"micromdm": ("SHA-1", "DES-CBC"), "jscep": ("SHA-1", "DES-EDE3-CBC"), "stepca": ("SHA-1", "AES-128-CBC")}


def facts(folder: Path) -> dict[str, str]:
    client, server, kind, outcome, algorithms, _ = folder.name.split("__")
    digest, cipher = algorithms.split("-")
    told = {"digest": digest.upper().replace("SHA", "SHA-"), "cipher": CIPHERS[cipher]}
    return {"client": client, "server": server, "kind": kind, "outcome": outcome, **told}


@pytest.fixture(params=FOLDERS, ids=lambda path: "-".join(path.name.split("__")[:4]))
def folder(request) -> Path:
    return request.param


def test_there_are_all_thirteen() -> None:
    assert len(FOLDERS) == 13


def test_a_recorded_request_is_read_and_verified(folder) -> None:
    _, read = drained(unwrap_request((folder / "req.der").read_bytes(), LEGACY))
    drained(verify_request(read))
    told = facts(folder)

    assert read.message_type == TYPES[told["kind"]]
    assert read.transaction_id
    assert len(read.sender_nonce) == 16
    assert read.digest.name == told["digest"]
    assert envelopes.read(read.signed.content, LEGACY).cipher.name == told["cipher"]


@pytest.mark.parametrize("path", [path for path in FOLDERS if "-des__" in path.name], ids=lambda path: path.name[:40])
def test_single_des_needs_a_legacy_server(path) -> None:
    _, read = drained(unwrap_request((path / "req.der").read_bytes()))

    with pytest.raises(cms.UnknownAlgorithm):
        envelopes.read(read.signed.content, MODERN)


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*GET*/req.http")), ids=lambda path: path.parent.name)
def test_a_recorded_get_carries_the_message(path) -> None:
    url = path.read_text("latin-1").split("\r\n")[0].split(" ")[1]

    assert decoded_message(query(url)["message"]) == (path.parent / "req.der").read_bytes()


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*POST*/req.http")), ids=lambda path: path.parent.name)
def test_a_recorded_post_carries_the_message(path) -> None:
    assert path.read_bytes().partition(b"\r\n\r\n")[2].endswith((path.parent / "req.der").read_bytes())


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*/inner-req.der")), ids=lambda path: path.parent.name)
def test_a_recorded_certification_request_is_read(path) -> None:
    request = CertificateRequest.parse(path.read_bytes())

    assert request.is_signature_valid
    assert request.challenge


@pytest.mark.rfc8894("3.1", "BER read: indefinite lengths, segmented strings", "client")
@pytest.mark.rfc8894("3.3.2.2", "FAILURE content", "client", "reads any")
@pytest.mark.rfc8894("3.3.2.3", "PENDING content", "client", "reads any")
def test_a_recorded_reply_is_read_and_verified(folder) -> None:
    """BER from jscep and XiPKI, DES from micromdm, content that is absent, empty or of another type."""
    signed = cms.read_signed((folder / "resp.der").read_bytes())
    signature = cms.read_signature(signed, DES_READABLE)
    told = facts(folder)
    digest, cipher = REPLIES.get(told["server"], (told["digest"], told["cipher"]))
    keys = [Certificate.parse(der).public_key() for der in signed.certificates]

    assert any(cms.is_valid(signed, signature, key) for key in keys)
    assert cms.octets(signature.attribute(Attribute.PKI_STATUS.value)) == STATUSES[told["outcome"]]
    assert signature.digest.name == digest
    assert bool(signed.content) == (told["outcome"] == "SUCCESS")
    assert not signed.content or envelopes.read(signed.content, DES_READABLE).cipher.name == cipher


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: "-".join(path.name.split("__")[:3]))
def test_a_recorded_reply_belongs_to_its_request(folder) -> None:
    _, request = drained(unwrap_request((folder / "req.der").read_bytes(), LEGACY))
    signature = cms.read_signature(cms.read_signed((folder / "resp.der").read_bytes()), DES_READABLE)
    values = [signature.attribute(each.value) for each in (Attribute.TRANSACTION_ID, Attribute.RECIPIENT_NONCE)]

    assert [cms.octets(value) for value in values] == [request.transaction_id.encode(), request.sender_nonce]


@pytest.mark.parametrize("path", sorted(RECORDED.glob("*/inner-resp.der")), ids=lambda path: path.parent.name)
@pytest.mark.rfc8894("3.4", "degenerate SignedData as messageData", "client")
def test_a_recorded_bag_holds_what_was_asked_for(path) -> None:
    bag = cms.read_signed(path.read_bytes())
    asked = facts(path.parent)["kind"]

    assert len(bag.crls) == (1 if asked == "GetCRL" else 0)
    assert bool(bag.certificates) == (asked != "GetCRL")
    assert all(Certificate.parse(der).subject for der in bag.certificates)
