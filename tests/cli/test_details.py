"""Certificates in words, as `get ... details` and `get` inside an entry print them."""

import base64
import hashlib
import re

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from rig import CA_SUBJECT, URL, Rig, rig

from fauxgate.device.certificate_tables import LOCAL
from fauxgate.model.errors import EntryNotFound

AUTHORITY = CA_SUBJECT[1:].replace("=", " = ").replace("/", ", ")
ENROLL = f'execute vpn certificate local generate rsa a 1024 x NL "" "" "" "" "" "DNS:a.example" {URL} challenge'
PENDING = "execute vpn certificate local generate rsa p 1024 x '' '' '' 'An Org'"


@pytest.fixture
def bench() -> Rig:
    """An appliance with one certificate, one request and one CA certificate."""
    bench = rig()
    bench.type(ENROLL, PENDING, f"execute vpn certificate ca import auto {URL}")
    return bench


def test_a_certificate_is_told_in_the_words_of_the_reference(bench: Rig) -> None:
    lines = bench.type("get vpn certificate local details a")

    assert lines[:6] == [
        "== [ a ]",
        "        Name:        a",
        "        Subject:     C = NL, CN = x",
        f"        Issuer:      {AUTHORITY}",
        "        Valid from:  2026-11-25 12:00:00  GMT",
        "        Valid to:    2027-11-25 12:00:00  GMT",
    ]
    assert re.fullmatch(r"        Fingerprint: [0-9A-F]{2}(:[0-9A-F]{2}){15}", lines[6])
    assert re.fullmatch(r"        Serial Num:  [0-9a-f]{2}(:[0-9a-f]{2}){7}", lines[7])
    assert len(lines) == 8


def test_what_waits_is_told_by_its_request(bench: Rig) -> None:
    assert bench.type("get vpn certificate local details p") == [
        "== [ p ]",
        "        Name:        p",
        "        Subject:     O = An Org, CN = x",
        "        Status:      Pending",
    ]


def test_without_a_name_all_are_told_in_the_order_of_the_table(bench: Rig) -> None:
    lines = bench.type("get vpn certificate local details")

    assert [line for line in lines if line.startswith("==")][-2:] == ["== [ a ]", "== [ p ]"]


def test_a_ca_certificate_is_told_with_its_md5_fingerprint(bench: Rig) -> None:
    lines = bench.type("get vpn certificate ca details CA_Cert_1")

    der = bench.authority.certificate.public_bytes(Encoding.DER)
    fingerprint = hashlib.md5(der, usedforsecurity=False).digest().hex(":").upper()
    assert f"        Subject:     {AUTHORITY}" in lines
    assert f"        Fingerprint: {fingerprint}" in lines


@pytest.mark.parametrize("line", ["get vpn certificate local details x", "get vpn certificate ca details x"])
def test_a_name_that_is_not_there_is_refused(line: str, bench: Rig) -> None:
    assert isinstance(bench.command_line.run(line), EntryNotFound)


def test_an_empty_table_is_told_by_nothing() -> None:
    assert rig().type("get vpn certificate remote") == []


@pytest.mark.parametrize("option", ["certificate", "csr"])
def test_what_cannot_be_read_is_passed_over(option: str, bench: Rig) -> None:
    bench.appliance.configuration.write(LOCAL, "u", {option: "-----BEGIN X-----\nAAAA\n-----END X-----"})

    lines = bench.type("get vpn certificate local details u")

    assert lines[:2] == ["== [ u ]", "        Name:        u"]
    assert "certificate         :" in bench.type("get vpn certificate local u")


def test_inside_an_entry_the_certificate_is_told_with_its_extensions(bench: Rig) -> None:
    lines = bench.type("config vpn certificate local", "edit a", "get")

    start = lines.index("certificate         :")
    assert lines[start + 1] == "        Subject:     C = NL, CN = x"
    assert "        Root CA:     No" in lines
    assert "        Version:     3" in lines
    assert lines[lines.index("        Serial Num:") + 1].startswith(" " * 16)
    san = lines.index("                Name:     X509v3 Subject Alternative Name")
    assert lines[san + 1 : san + 4] == [
        "                Critical: no",
        "                Content:",
        "                DNS:a.example",
    ]


def test_the_certificate_of_a_root_says_so(bench: Rig) -> None:
    assert "        Root CA:     Yes" in bench.type("get vpn certificate ca CA_Cert_1")


@pytest.mark.parametrize("size", [2000, 5000])
def test_a_certificate_with_an_absurd_version_is_no_certificate(size: int, bench: Rig) -> None:
    """Found by tests/test_nonsense.py: Python refuses to write numbers of thousands of digits."""
    der = bench.authority.certificate.public_bytes(Encoding.DER)
    start = der.index(bytes.fromhex("a003020102"))
    version = bytes.fromhex(f"a082{size + 4:04x}0282{size:04x}") + b"\x01" * size
    tbs = version + der[start + 5 : 4 + 4 + int.from_bytes(der[6:8])]
    signed = b"\x30\x82" + len(tbs).to_bytes(2) + tbs + der[4 + 4 + int.from_bytes(der[6:8]) :]
    pem = base64.encodebytes(b"\x30\x82" + len(signed).to_bytes(2) + signed).decode()
    pem = f"-----BEGIN CERTIFICATE-----\n{pem}-----END CERTIFICATE-----"

    bench.appliance.configuration.write(LOCAL, "u", {"certificate": pem})

    assert bench.command_line.run("get vpn certificate local u") is None
    assert bench.type("get vpn certificate local details u")[:2] == ["== [ u ]", "        Name:        u"]
