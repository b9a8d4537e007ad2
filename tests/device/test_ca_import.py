import hashlib

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from rig import URL, Rig, authority, rig

from fauxgate.device.errors import CaFetchFailed, FingerprintMismatch
from fauxgate.errors import UserError
from fauxgate.language.reader import read
from fauxgate.model.errors import InvalidIp, TooLong, ValueRefused
from fauxgate.scep.http import FailureReason, HttpFailure, HttpResponse

CA = ("vpn", "certificate", "ca")
IMPORT = f"execute vpn certificate ca import auto {URL}"


@pytest.fixture
def bench() -> Rig:
    return rig()


def der(bench: Rig) -> bytes:
    return bench.authority.certificate.public_bytes(Encoding.DER)


def names(bench: Rig) -> list[str]:
    return list(bench.appliance.configuration.table(CA))


def test_the_certificate_is_stored_with_its_origin_under_the_first_free_name(bench: Rig) -> None:
    printed = bench.type(f"{IMPORT} Root 10.0.0.9")

    values = bench.appliance.configuration.table(CA)["CA_Cert_1"].values
    assert printed == []
    assert values["ca"] == bench.authority.certificate.public_bytes(Encoding.PEM).decode().strip()
    assert (values["scep-url"], values["ca-identifier"], values["source-ip"]) == (URL, "Root", "10.0.0.9")
    assert "message=Root" in bench.tap.seen[0][0].url
    assert bench.tap.seen[0][0].source_ip == "10.0.0.9"


def test_the_same_certificate_is_not_stored_twice(bench: Rig) -> None:
    bench.type(IMPORT, IMPORT)

    assert names(bench) == ["CA_Cert_1"]


def test_names_that_are_free_are_used_again(bench: Rig) -> None:
    bench.type("config vpn certificate ca", "edit CA_Cert_1", "next", "edit CA_Cert_3", "next", "end", IMPORT)
    assert names(bench) == ["CA_Cert_1", "CA_Cert_3", "CA_Cert_2"]

    bench.type("config vpn certificate ca", "delete CA_Cert_2", "delete CA_Cert_1", "end", IMPORT)
    assert names(bench) == ["CA_Cert_3", "CA_Cert_1"]


def test_certificates_of_two_authorities_stand_side_by_side(bench: Rig) -> None:
    other = rig(authority(subject="/CN=other"))
    bench.type(IMPORT)
    bench.tap.transport = other.tap.transport
    bench.type(IMPORT)

    assert names(bench) == ["CA_Cert_1", "CA_Cert_2"]


@pytest.mark.parametrize("digest", ["md5", "sha1", "sha256"])
@pytest.mark.parametrize("form", ["plain", "capitals", "colons"])
def test_a_fingerprint_of_any_kind_and_form_is_compared(digest: str, form: str, bench: Rig) -> None:
    octets = hashlib.new(digest, der(bench)).digest()
    fingerprint = {"plain": octets.hex(), "capitals": octets.hex().upper(), "colons": octets.hex(":")}[form]

    assert bench.command_line.run(f'{IMPORT} "" "" {fingerprint}') is None
    assert names(bench) == ["CA_Cert_1"]


@pytest.mark.parametrize(
    "fingerprint", ["0" * 32, "0" * 40, "0" * 64, "00", "x", ":", "9" * 10_000, "\ud800", "\u0663" * 32]
)
def test_a_wrong_fingerprint_is_refused_and_nothing_is_stored(fingerprint: str, bench: Rig) -> None:
    error = bench.command_line.run(f'{IMPORT} "" "" {fingerprint}')

    assert isinstance(error, FingerprintMismatch)
    assert bench.printed[-2:] == ["The fingerprint does not match.", "Command fail. Return code -146"]
    assert names(bench) == []


def test_a_shortened_fingerprint_is_a_wrong_one(bench: Rig) -> None:
    fingerprint = hashlib.sha256(der(bench)).hexdigest()[:40]

    assert isinstance(bench.command_line.run(f'{IMPORT} "" "" {fingerprint}'), FingerprintMismatch)


@pytest.mark.parametrize(
    "reply",
    [
        HttpFailure(FailureReason.TIMED_OUT, ""),
        HttpResponse(404, (), b""),
        HttpResponse(200, (("Content-Type", "application/x-x509-ca-cert"),), b""),
        HttpResponse(200, (("Content-Type", "application/x-x509-ca-cert"),), b"junk"),
        HttpResponse(200, (("Content-Type", "text/html"),), b"<html>"),
    ],
)
def test_without_a_certificate_nothing_is_stored_and_the_trace_tells_why(reply, bench: Rig) -> None:
    bench.tap.change = lambda _request, _reply: reply
    bench.type("diagnose debug application scep -1", "diagnose debug enable")

    error = bench.command_line.run(IMPORT)

    assert isinstance(error, CaFetchFailed)
    assert bench.printed[-2:] == ["Failed to get the CA certificate.", "Command fail. Return code -303"]
    assert bench.printed[-3].startswith(("__send_recv", "__process_ca_cert_reply", "scep_parse_header", "<html>"))
    assert names(bench) == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('""', ValueRefused),
        (f"http://{'x' * 249}", TooLong),
        (f"{URL} {'x' * 256}", TooLong),
        (f"{URL} '' 10.0.0", InvalidIp),
        ("ftp://ca.test/", CaFetchFailed),
        ("http://ca.test/\ud800", ValueRefused),
        (f"{URL} \ud800", ValueRefused),
    ],
)
def test_arguments_that_are_wrong_are_refused_before_anything_is_sent(
    arguments: str, error: type[UserError], bench: Rig
) -> None:
    refused = bench.command_line.run(f"execute vpn certificate ca import auto {arguments}")

    assert isinstance(refused, error)
    assert bench.tap.seen == []
    assert names(bench) == []


def test_a_field_that_the_release_does_not_have_is_left_out() -> None:
    bench = rig(firmware="6.4")
    section = bench.appliance.configuration.section(CA)

    bench.type(f"{IMPORT} Root")

    values = bench.appliance.configuration.table(CA)["CA_Cert_1"].values
    assert set(values) == {"ca", "scep-url", "ca-identifier"} & {option.name for option in section.options}


def test_an_imported_certificate_is_shown_as_it_can_be_restored(bench: Rig) -> None:
    bench.type(f"{IMPORT} Root 10.0.0.9")
    lines = bench.type("show vpn certificate ca")
    other = rig()

    refused = [line.text for line in read("\n".join(lines)) if other.command_line.run(line.text)]

    assert refused == []
    assert other.type("show vpn certificate ca") == lines
