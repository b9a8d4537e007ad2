"""Certificates as files, with the server replaced by a dictionary; tests/network/test_tftp.py has the real exchange."""

import subprocess
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import ROOT
from cryptography.hazmat.primitives.serialization import Encoding
from rig import URL, Rig, authority, rig

from fauxgate.ca.administration import Administration
from fauxgate.ca.reviewers import Manual
from fauxgate.device.certificate_files import CertificateFiles
from fauxgate.device.errors import CrlRefused, ImportRefused, Pkcs12Refused
from fauxgate.device.transfer import TransferFailed, TransferFailure
from fauxgate.errors import UserError
from fauxgate.model.errors import EntryExists, EntryNotFound, TooLong, ValueRefused
from fauxgate.pki import keys

LOCAL, CA, REMOTE, CRL = (("vpn", "certificate", table) for table in ("local", "ca", "remote", "crl"))
EXECUTE = "execute vpn certificate"
FILES = ROOT / "fixtures" / "files"


@dataclass
class Shelf:
    """A server for files that is a dictionary."""

    files: dict[str, bytes] = field(default_factory=dict)

    def read(self, _server: str, name: str) -> bytes | TransferFailure:
        return self.files.get(name, TransferFailure.NOT_FOUND)

    def write(self, _server: str, name: str, content: bytes) -> TransferFailure | None:
        self.files[name] = content
        return None


def with_shelf(bench: Rig) -> tuple[Rig, Shelf]:
    shelf = Shelf({path.name: path.read_bytes() for path in FILES.iterdir()})
    appliance = bench.appliance
    appliance.outside = replace(appliance.outside, file_servers=shelf)
    return bench, shelf


@pytest.fixture
def bench() -> tuple[Rig, Shelf]:
    bench, shelf = with_shelf(rig())
    bench.type(f"{EXECUTE} local generate rsa router 2048 router.example.com '' '' '' '' '' '' '' {URL} challenge")
    return bench, shelf


def run(bench: Rig, line: str) -> UserError | None:
    return bench.command_line.run(f"{EXECUTE} {line}")


def values(bench: Rig, path: tuple[str, ...], name: str) -> dict[str, object]:
    return dict(bench.appliance.configuration.table(path)[name].values)


@pytest.mark.parametrize("form", ["pem", "der", "pem with text around"])
def test_a_certificate_goes_to_the_request_of_its_key_in_every_form(form: str) -> None:
    made = authority(Manual())
    bench, shelf = with_shelf(rig(made))
    bench.command_line.run(f"{EXECUTE} local generate rsa other 1024 other.example.com")
    bench.command_line.run(f"{EXECUTE} local generate rsa router 1024 router.example.com '' '' '' '' '' '' '' {URL} pw")
    bench.appliance.jobs.run_due()
    der = Administration(made).approve(1).certificate
    assert der is not None
    pem = made_pem(der)
    shelf.files["x.cer"] = {"pem": pem, "der": der, "pem with text around": b"Bag\n" + pem + b"\nmore\n"}[form]
    assert bench.appliance.realm().enrollments.names == ("router",)

    assert run(bench, "local import tftp x.cer 192.0.2.1") is None

    assert values(bench, LOCAL, "router")["certificate"] == pem.decode()
    assert "certificate" not in values(bench, LOCAL, "other")
    assert bench.appliance.realm().enrollments.names == ()


def made_pem(der: bytes) -> bytes:
    from cryptography import x509

    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM).strip()


def test_a_certificate_for_no_request_is_refused(bench: tuple[Rig, Shelf]) -> None:
    assert isinstance(run(bench[0], "local import tftp authorities.pem 192.0.2.1"), ImportRefused)
    assert bench[0].printed[-2:] == [
        "The certificate does not match any certificate request.",
        "Command fail. Return code -145",
    ]


def test_a_key_leaves_and_returns_in_a_pkcs12_file(bench: tuple[Rig, Shelf]) -> None:
    appliance = bench[0].appliance

    assert run(bench[0], "local export tftp router p12 spare.router.p12 192.0.2.1 'a b'") is None
    assert run(bench[0], "local import tftp spare.router.p12 192.0.2.1 p12 'a b'") is None

    old, new = (appliance.configuration.table(LOCAL)[name] for name in ("router", "spare.router"))
    assert old.values["certificate"] == new.values["certificate"]
    assert old.values["private-key"] != new.values["private-key"]
    first, second = (appliance.realm().certificate_files.private_key(entry) for entry in (old, new))
    assert keys.spki(first) == keys.spki(second)


@pytest.mark.parametrize("options", [[], ["-legacy"], ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES"]])
@pytest.mark.parametrize("kind", ["rsa:2048", "ec"])
def test_a_pkcs12_file_of_openssl_is_read(
    kind: str, options: list[str], bench: tuple[Rig, Shelf], tmp_path: Path
) -> None:
    key, certificate, made = (tmp_path / name for name in ("k.pem", "c.pem", "x.p12"))
    curve = ["-pkeyopt", "ec_paramgen_curve:P-256"] if kind == "ec" else []
    new = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        kind,
        *curve,
        "-nodes",
        "-subj",
        "/CN=x",
        "-keyout",
        key,
        "-out",
        certificate,
    ]
    subprocess.run(new, check=True, capture_output=True)
    export = ["openssl", "pkcs12", "-export", *options, "-inkey", key, "-in", certificate, "-passout", "pass:pw"]
    subprocess.run([*export, "-out", made], check=True, capture_output=True)
    bench[1].files["x.p12"] = made.read_bytes()
    # OpenSSL dates it by the clock of this machine.
    bench[0].appliance.clock.set(datetime.now(UTC) + timedelta(hours=1))

    assert run(bench[0], "local import tftp x.p12 192.0.2.1 p12 pw") is None
    assert run(bench[0], "local verify x") is None


def test_what_is_exported_openssl_reads(bench: tuple[Rig, Shelf], tmp_path: Path) -> None:
    run(bench[0], "local export tftp router p12 r.p12 192.0.2.1 pw")
    run(bench[0], "local export tftp router csr r.csr 192.0.2.1")
    for name in ("r.p12", "r.csr"):
        (tmp_path / name).write_bytes(bench[1].files[name])

    opened = ["openssl", "pkcs12", "-in", tmp_path / "r.p12", "-passin", "pass:pw", "-nodes"]
    assert b"router.example.com" in subprocess.run(opened, check=True, capture_output=True).stdout
    subprocess.run(["openssl", "req", "-in", tmp_path / "r.csr", "-verify", "-noout"], check=True, capture_output=True)


def test_a_bundle_gives_an_entry_for_each_authority_once(bench: tuple[Rig, Shelf]) -> None:
    run(bench[0], "ca import tftp authorities.pem 192.0.2.1")
    run(bench[0], "ca import bundle authorities.pem 192.0.2.1")

    assert list(bench[0].appliance.configuration.table(CA)) == ["CA_Cert_1", "CA_Cert_2"]


def test_other_certificates_and_lists_get_numbered_names(bench: tuple[Rig, Shelf]) -> None:
    run(bench[0], "remote import tftp authorities.pem 192.0.2.1")
    run(bench[0], "remote import tftp authorities.pem 192.0.2.1")
    run(bench[0], "crl import tftp revoked.crl 192.0.2.1")

    assert list(bench[0].appliance.configuration.table(REMOTE)) == ["REMOTE_Cert_1", "REMOTE_Cert_2"]
    assert list(bench[0].appliance.configuration.table(CRL)) == ["CRL_1"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("ca import tftp nothing.cer 192.0.2.1", TransferFailed),
        ("ca import tftp junk.pem 192.0.2.1", ImportRefused),
        ("ca import bundle junk.pem 192.0.2.1", ImportRefused),
        ("remote import tftp junk.pem 192.0.2.1", ImportRefused),
        ("crl import tftp junk.pem 192.0.2.1", CrlRefused),
        ("crl import tftp authorities.pem 192.0.2.1", CrlRefused),
        ("crl import auto CRL_1", EntryNotFound),
        ("local import tftp junk.pem 192.0.2.1 p12 x", Pkcs12Refused),
        ("local import tftp authorities.pem 192.0.2.1 p12 \ud800", ValueRefused),
        ("local import tftp junk.pem ''", ValueRefused),
        ("local import tftp '' 192.0.2.1", ValueRefused),
        ("local import tftp a\0b 192.0.2.1", ValueRefused),
        (f"local import tftp {'x' * 256} 192.0.2.1", TooLong),
        ("local export tftp router p12 x 192.0.2.1", Pkcs12Refused),
        ("local export tftp nobody p12 x 192.0.2.1 pw", EntryNotFound),
        ("local export tftp nobody cer x 192.0.2.1", EntryNotFound),
        ("ca export tftp CA_Cert_1 x 192.0.2.1", EntryNotFound),
        ("remote export tftp REMOTE_Cert_1 x 192.0.2.1", EntryNotFound),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_stored(
    line: str, error: type[UserError], bench: tuple[Rig, Shelf]
) -> None:
    before = bench[0].type("show")

    assert type(run(bench[0], line)) is error
    assert bench[0].type("show") == before


def test_an_entry_is_not_overwritten_by_a_pkcs12_file(bench: tuple[Rig, Shelf]) -> None:
    run(bench[0], "local export tftp router p12 router.p12 192.0.2.1 pw")

    assert isinstance(run(bench[0], "local import tftp router.p12 192.0.2.1 p12 pw"), EntryExists)


def test_without_servers_nothing_is_reached() -> None:
    bench = rig()

    error = run(bench, "ca import tftp ca.cer 192.0.2.1")

    assert isinstance(error, TransferFailed)
    assert error.reason is TransferFailure.UNREACHABLE
    assert isinstance(bench.appliance.realm().certificate_files, CertificateFiles)
