"""The commands that make keys: what they refuse, and that nothing is stored then."""

import pytest
from rig import URL, Rig, rig

from fauxgate.device.certificate_tables import LOCAL
from fauxgate.errors import UserError
from fauxgate.model.errors import EntryExists, InvalidIp, KeyRefused, TooLong, ValueRefused, XssCharacters
from fauxgate.pki import keys, names, requests

GENERATE = "execute vpn certificate local generate"


@pytest.fixture
def bench() -> Rig:
    return rig()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ('rsa "" 1024 x', KeyRefused),
        (f"rsa {'x' * 36} 1024 x", TooLong),
        ("rsa a<b 1024 x", XssCharacters),
        ("rsa a 512 x", ValueRefused),
        ("rsa a 102 x", ValueRefused),
        ("rsa a secp256r1 x", ValueRefused),
        ("ec a 2048 x", ValueRefused),
        ("ec a secp256 x", ValueRefused),
        ('rsa a 1024 ""', ValueRefused),
        ("rsa a 1024 \ud800", ValueRefused),
        ("rsa a 1024 x XX", ValueRefused),
        ("rsa a 1024 x '' \ud800", ValueRefused),
        ("rsa a 1024 x '' '' \ud800", ValueRefused),
        ("rsa a 1024 x '' '' '' \ud800", ValueRefused),
        ("rsa a 1024 x '' '' '' '' a,b,c,d,e,f", ValueRefused),
        ("rsa a 1024 x '' '' '' '' \ud800", ValueRefused),
        ("rsa a 1024 x '' '' '' '' '' \ud800", ValueRefused),
        (f"rsa a 1024 x '' '' '' '' '' '' '' http://{'x' * 249}", TooLong),
        ("rsa a 1024 x '' '' '' '' '' '' '' http://\ud800", ValueRefused),
        (f"rsa a 1024 x '' '' '' '' '' '' '' {URL} {'x' * 129}", TooLong),
        (f"rsa a 1024 x '' '' '' '' '' '' '' {URL} a\0b", ValueRefused),
        (f"rsa a 1024 x '' '' '' '' '' '' '' {URL} '' 10.0.0", InvalidIp),
        (f"rsa a 1024 x '' '' '' '' '' '' '' {URL} '' '' {'x' * 256}", TooLong),
        (f"rsa a 1024 x '' '' '' '' '' '' '' {URL} '' '' \ud800", ValueRefused),
        (f"rsa a 1024 x '' '' '' '' '' '' '' {URL} '' '' '' {'x' * 129}", TooLong),
        (f"rsa a 1024 x '' '' '' '' '' '' '' {URL} '' '' '' a\0b", ValueRefused),
    ],
)
def test_a_refused_argument_stores_and_sends_nothing(arguments: str, error: type[UserError], bench: Rig) -> None:
    refused = bench.command_line.run(f"{GENERATE} {arguments}")
    bench.appliance.jobs.run_due()

    assert type(refused) is error
    assert not bench.appliance.configuration.table(LOCAL)
    assert bench.appliance.realm().enrollments.names == ()
    assert bench.tap.seen == []


def test_an_entry_that_exists_is_not_overwritten(bench: Rig) -> None:
    bench.type("config vpn certificate local", "edit a", "set comments mine", "end")

    assert isinstance(bench.command_line.run(f"{GENERATE} rsa a 1024 x"), EntryExists)
    assert dict(bench.appliance.configuration.table(LOCAL)["a"].values) == {"comments": "mine"}


@pytest.mark.parametrize(
    ("kind", "size"), [("rsa a 1024", 1024), ("rsa a 1536", 1536), ("rsa a 2048", 2048), ("ec a secp384r1", 384)]
)
def test_key_request_and_password_belong_together(kind: str, size: int, bench: Rig) -> None:
    bench.type(f"{GENERATE} {kind} x")

    values = bench.appliance.configuration.table(LOCAL)["a"].values
    password = bench.appliance.vault.open(str(values["password"]))
    key = keys.load_pem(str(values["private-key"]), password)
    assert key.key_size == size
    assert requests.from_pem(str(values["csr"])).spki == keys.spki(key)


def test_a_password_that_is_given_protects_the_key(bench: Rig) -> None:
    bench.type(f"{GENERATE} rsa a 1024 x '' '' '' '' '' '' '' '' '' '' '' 'my secret'")

    values = bench.appliance.configuration.table(LOCAL)["a"].values
    assert bench.appliance.vault.open(str(values["password"])) == "my secret"
    assert keys.load_pem(str(values["private-key"]), "my secret")


def test_what_an_online_enrollment_needs_again_is_kept(bench: Rig) -> None:
    bench.type(f"{GENERATE} rsa a 1024 x '' '' '' '' '' '' '' {URL} challenge 10.0.0.9 Root")

    values = bench.appliance.configuration.table(LOCAL)["a"].values
    kept = {option: values[option] for option in ("scep-url", "ca-identifier", "source-ip", "enroll-protocol")}
    assert kept == {"scep-url": URL, "ca-identifier": "Root", "source-ip": "10.0.0.9", "enroll-protocol": "scep"}
    assert bench.appliance.vault.open(str(values["scep-password"])) == "challenge"


def test_without_a_url_nothing_of_an_enrollment_is_kept(bench: Rig) -> None:
    bench.type(f"{GENERATE} rsa a 1024 x '' '' '' '' '' '' '' '' challenge 10.0.0.9 Root")

    values = bench.appliance.configuration.table(LOCAL)["a"].values
    assert set(values) == {"password", "private-key", "csr"}
    assert requests.from_pem(str(values["csr"])).challenge == "challenge"


def test_the_subject_has_the_parts_that_are_not_empty_in_the_order_of_the_reference(bench: Rig) -> None:
    bench.type(f"{GENERATE} rsa a 1024 x germany '' City 'An Org' 'U1,U2' a@b.example")

    request = requests.from_pem(str(bench.appliance.configuration.table(LOCAL)["a"].values["csr"]))
    assert names.oneline(request.subject) == "/C=DE/L=City/O=An Org/OU=U1/OU=U2/CN=x/emailAddress=a@b.example"


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (["config vpn certificate local", "edit a", "end"], ""),
        ([f"{GENERATE} rsa a 1024 x"], "Pending"),
        ([f"{GENERATE} rsa a 1024 x '' '' '' '' '' '' '' {URL} challenge"], "Valid"),
        ([f"{GENERATE} rsa a 1024 x '' '' '' '' '' '' '' {URL} challenge", ":clock set 2027-11-25T12:00:00"], "Valid"),
        (
            [f"{GENERATE} rsa a 1024 x '' '' '' '' '' '' '' {URL} challenge", ":clock set 2027-11-25T12:00:01"],
            "Expired",
        ),
        ([f"{GENERATE} rsa a 1024 x '' '' '' '' '' '' '' {URL} wrong"], "Pending"),
    ],
)
def test_an_entry_is_pending_until_it_has_a_certificate_then_valid_until_that_expires(
    lines: list[str], state: str, bench: Rig
) -> None:
    bench.type(*lines)

    assert f"state               : {state}".rstrip() in bench.type("get vpn certificate local a")
