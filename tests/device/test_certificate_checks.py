"""What `next` and `end` let into the tables of certificates."""

import base64
from collections.abc import Mapping

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from rig import URL, Rig, rig

from fauxgate.device.errors import CertificateRefused, RequestRefused
from fauxgate.errors import UserError
from fauxgate.model.errors import PrivateKeyRefused
from fauxgate.pki import keys
from fauxgate.schema.types import Stored

TABLES = (("vpn", "certificate"), ("certificate",))
LOCAL = ("vpn", "certificate", "local")
# What another unit's `show` has behind ENC.
ELSEWHERE = base64.b64encode(bytes(range(148))).decode()

KEY = ec.derive_private_key(4711, ec.SECP256R1())
PLAIN = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
OLD = KEY.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()).decode()
LOCKED = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")).decode()
OLD_LOCKED = KEY.private_bytes(
    Encoding.PEM, PrivateFormat.TraditionalOpenSSL, BestAvailableEncryption(b"secret")
).decode()
OTHER_KIND = (
    ed25519.Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
)
JUNK = "-----BEGIN {0}-----\nAAAA\n-----END {0}-----"


@pytest.fixture
def bench() -> Rig:
    return rig()


@pytest.fixture
def issued() -> Mapping[str, Stored]:
    """An entry that another appliance has enrolled: request and certificate for the same key."""
    other = rig()
    other.type(f'execute vpn certificate local generate rsa a 1024 x "" "" "" "" "" "" "" {URL} challenge "" "" secret')
    return other.appliance.configuration.table(LOCAL)["a"].values


def saved(bench: Rig, *lines: str, table: str = "vpn certificate local") -> UserError | None:
    """Type the lines in a new entry `a` and save it; gives what `next` answers."""
    refused = [bench.command_line.run(line) for line in (f"config {table}", "edit a", *lines)]
    assert refused == [None] * len(refused)
    error = bench.command_line.run("next")
    bench.command_line.run("end")
    return error


def values(bench: Rig) -> Mapping[str, Stored]:
    return bench.appliance.configuration.table(LOCAL)["a"].values


def assert_holds_the_key(bench: Rig, password: str | None = None) -> None:
    """The entry has KEY, encrypted, with a password that this appliance can open."""
    opened = bench.appliance.vault.open(str(values(bench)["password"]))
    assert opened
    assert password is None or opened == password
    assert str(values(bench)["private-key"]).startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert keys.spki(keys.load_pem(str(values(bench)["private-key"]), opened)) == keys.spki(KEY)


@pytest.mark.parametrize("pem", [PLAIN, OLD])
def test_a_key_in_the_clear_is_kept_encrypted_under_a_random_password(pem: str, bench: Rig) -> None:
    assert saved(bench, f'set private-key "{pem}"') is None
    assert_holds_the_key(bench)


def test_a_key_in_the_clear_is_kept_encrypted_under_the_password_of_the_entry(bench: Rig) -> None:
    assert saved(bench, "set password mine", f'set private-key "{PLAIN}"') is None
    assert_holds_the_key(bench, "mine")


def test_a_key_in_the_clear_is_never_kept_so_although_the_password_is_another_unit_s(bench: Rig) -> None:
    assert saved(bench, f"set password ENC {ELSEWHERE}", f'set private-key "{PLAIN}"') is None
    assert_holds_the_key(bench)


@pytest.mark.parametrize("pem", [LOCKED, OLD_LOCKED])
def test_an_encrypted_key_is_kept_as_it_came(pem: str, bench: Rig) -> None:
    assert saved(bench, "set password secret", f'set private-key "{pem}"') is None
    assert values(bench)["private-key"] == pem.strip()


@pytest.mark.parametrize("pem", [LOCKED, OLD_LOCKED, PLAIN.replace("M", "N"), OTHER_KIND, JUNK.format("PRIVATE KEY")])
@pytest.mark.parametrize("password", ["unset password", "set password wrong"])
def test_a_key_that_cannot_be_read_is_refused_and_the_entry_thrown_away(pem: str, password: str, bench: Rig) -> None:
    error = saved(bench, password, f'set private-key "{pem}"')

    assert isinstance(error, PrivateKeyRefused)
    assert not bench.appliance.configuration.table(LOCAL)


def test_an_encrypted_key_of_another_unit_is_kept_unchecked(issued: Mapping[str, Stored], bench: Rig) -> None:
    lines = [
        f"set password ENC {ELSEWHERE}",
        f'set private-key "{LOCKED}"',
        f'set certificate "{issued["certificate"]}"',
    ]

    assert saved(bench, *lines) is None
    assert values(bench)["private-key"] == LOCKED.strip()
    assert values(bench)["password"] == f"ENC {ELSEWHERE}"


def test_what_show_prints_of_an_enrolled_entry_is_accepted(issued: Mapping[str, Stored], bench: Rig) -> None:
    pems = [f'set {option} "{issued[option]}"' for option in ("private-key", "certificate", "csr")]

    assert saved(bench, f"set password {issued['password']}", *pems) is None
    assert {option: values(bench)[option] for option in ("password", "private-key", "certificate", "csr")} == {
        option: issued[option] for option in ("password", "private-key", "certificate", "csr")
    }


@pytest.mark.parametrize(
    ("option", "error", "reason"),
    [
        ("certificate", CertificateRefused, "The certificate does not match the private key."),
        ("csr", RequestRefused, "The certificate request does not match the private key."),
    ],
)
def test_what_is_for_another_key_is_refused(
    option: str, error: type[UserError], reason: str, issued: Mapping[str, Stored], bench: Rig
) -> None:
    refused = saved(bench, f'set private-key "{PLAIN}"', f'set {option} "{issued[option]}"')

    assert type(refused) is error
    assert refused.lines()[0] == reason
    assert refused.lines()[-1] == "Command fail. Return code -145"
    assert not bench.appliance.configuration.table(LOCAL)


@pytest.mark.parametrize("option", ["certificate", "csr"])
def test_what_is_for_another_key_is_refused_in_an_entry_that_exists(
    option: str, issued: Mapping[str, Stored], bench: Rig
) -> None:
    saved(bench, f'set private-key "{PLAIN}"', "set comments before")
    before = values(bench)

    assert isinstance(saved(bench, "set comments after", f'set {option} "{issued[option]}"'), CertificateRefused)
    assert values(bench) == before


@pytest.mark.parametrize("prefix", [" ".join(prefix) for prefix in TABLES])
@pytest.mark.parametrize(
    ("table", "option", "label", "code"),
    [
        ("local", "certificate", "CERTIFICATE", -145),
        ("local", "csr", "CERTIFICATE REQUEST", -145),
        ("ca", "ca", "CERTIFICATE", -146),
        ("remote", "remote", "CERTIFICATE", -302),
    ],
)
def test_what_cannot_be_read_is_refused_in_both_parallel_paths(
    prefix: str, table: str, option: str, label: str, code: int, bench: Rig
) -> None:
    error = saved(bench, f'set {option} "{JUNK.format(label)}"', table=f"{prefix} {table}")

    assert isinstance(error, CertificateRefused)
    assert error.code == code
    assert error.lines()[-1] == f"Command fail. Return code {code}"
    assert not bench.appliance.configuration.table((*prefix.split(), table))


def test_a_certificate_without_a_key_is_accepted(issued: Mapping[str, Stored], bench: Rig) -> None:
    assert saved(bench, f'set certificate "{issued["certificate"]}"') is None
    assert set(values(bench)) == {"certificate"}


def test_a_ca_certificate_is_accepted(issued: Mapping[str, Stored], bench: Rig) -> None:
    assert saved(bench, f'set ca "{issued["certificate"]}"', table="vpn certificate ca") is None
