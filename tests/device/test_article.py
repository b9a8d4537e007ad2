"""The published trace, computed: the article's command, typed, over real HTTP, against its authority."""

from os import urandom

import pytest
from conftest import ROOT
from rig import NOW, Rig, authority, rig

from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.network.http import RequestsTransport
from fauxgate.network.listener import Listener
from fauxgate.network.routes import Place, Routes
from fauxgate.scep.server import Responder

CAPTURED = (ROOT / "fixtures" / "captured" / "scep-enrollment.txt").read_text().splitlines()
COMMAND = (
    'execute vpn certificate local generate rsa IPSECVPNTest 2048 myvpn "" NH Amsterdam Fortinet AS '
    'ipsecvpntest@fortinet.com "" http://ca.test/app/cert/scep/ challenge'
)
# Three URLs of this length bring the authority's certificate and the issued one to the article's 2331 bytes together.
URL_LENGTH = 92
DIFFER = ("transaction id", "senderNonce in reply", "recipientNonce in reply", "subject:", "issuer:")


@pytest.fixture(scope="module")
def trace() -> list[str]:
    """What the article's session prints between the command and the next prompt."""
    url = "http://sceptest.fortinet.com/".ljust(URL_LENGTH, "x")
    made = authority(
        AfterPolls(1, Automatic("challenge")), CertificateProfile(crl_url=url, ocsp_url=url, ca_issuers_url=url)
    )
    with Listener(Responder(made, urandom), lambda: NOW) as listener:
        transport = RequestsTransport(Routes({Place("ca.test", 80): listener.url}))
        bench: Rig = rig(made, transport=transport, firmware="7.0")
        bench.type("diagnose debug application scep -1", "diagnose debug enable")
        return bench.type(COMMAND)


def fixed(line: str) -> str:
    """The part of a line that does not change from run to run."""
    return next((line[: line.index(mark) + len(mark)] for mark in DIFFER if mark in line), line)


def test_every_line_of_the_published_trace_appears_in_its_place(trace: list[str]) -> None:
    assert [fixed(line.lstrip()) for line in trace] == [fixed(line) for line in CAPTURED]


@pytest.mark.parametrize("size", [775, 1280, 3953, 756, 267, 776, 3271, 5996, 2899, 2384])
def test_the_published_sizes_are_computed(trace: list[str], size: int) -> None:
    assert any(line.startswith("pkcs7_") and f" {size} bytes" in line for line in trace)


def test_the_names_are_the_article_s_with_their_addresses(trace: list[str]) -> None:
    names = [line.lstrip() for line in trace if line.lstrip().startswith(("subject:", "issuer:"))]
    lost = [line.removesuffix("/") for line in CAPTURED if line.startswith(("subject:", "issuer:"))]

    addresses = ("ipsecvpntest@fortinet.com", "sceptest@fortinet.com")
    assert names == [f"{name}/emailAddress={address}" for name, address in zip(lost, addresses, strict=True)]


def test_identifiers_are_32_hexadecimal_digits_and_nonces_fresh(trace: list[str]) -> None:
    values = [line.rpartition(" ")[2] for line in trace if any(mark in line for mark in DIFFER[:3])]

    assert all(len(value) == 32 and set(value) <= set("0123456789ABCDEF") for value in values)
    assert len(set(values)) == 5  # one transaction id, seen three times; two nonces in each of two replies
