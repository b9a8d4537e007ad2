"""`fauxgate ca`: the commands in this process, beside an authority that serves in another (tests/ca/test_crowd.py)."""

import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from fauxgate.app import ca_options
from fauxgate.ca import settings, state_directory
from fauxgate.ca.challenges import hashed
from fauxgate.ca.hierarchy import Ra
from fauxgate.ca.settings import Approval, Settings
from fauxgate.pki import certificates, keys, names, requests
from fauxgate.pki.crls import Reason
from fauxgate.scep.issuer import Unenvelopable

Run = Callable[..., tuple[int, str, str]]


def random(size: int) -> bytes:
    return bytes(range(size))


@pytest.fixture
def state(tmp_path) -> Path:
    made = tmp_path / "ca"
    with closing(state_directory.create(made, None, random)) as register:
        kept = Settings(subject="/CN=ca", approval=Approval.LISTED.value, challenge=hashed("the default one", random))
        settings.save(register, kept)
    return made


@pytest.fixture
def request_file(tmp_path) -> str:
    path = tmp_path / "request.pem"
    der = requests.build(keys.generate_rsa(1024), names.parse("/O=Example/CN=a"), challenge="in the request")
    path.write_text(requests.to_pem(der))
    return str(path)


def test_the_words_of_the_options_are_those_of_the_authority() -> None:
    assert tuple(each.value for each in Approval) == ca_options.APPROVALS
    assert tuple(each.value for each in Ra) == ca_options.REGISTRATION_AUTHORITIES
    assert tuple(each.value for each in Unenvelopable) == ca_options.EC_REQUESTERS
    assert tuple(each.value for each in Reason) == ca_options.REASONS


def test_a_certificate_is_issued_listed_revoked_and_logged(fauxgate: Run, state, request_file) -> None:
    at = ("--state", str(state))
    code, printed, _ = fauxgate("ca", "issue", *at, request_file)
    number = f"{certificates.from_pem(printed).serial_number:016x}"
    _, listed, _ = fauxgate("ca", "list", *at)
    _, revoked, _ = fauxgate("ca", "revoke", *at, number, "--reason", "superseded")
    _, crl, _ = fauxgate("ca", "crl", *at)
    _, log, _ = fauxgate("ca", "log", *at)

    assert code == 0
    assert number in listed
    assert "/O=Example/CN=a" in listed
    assert revoked == f"Request 1 is revoked (serial number {number}): superseded.\n"
    assert crl.startswith("-----BEGIN X509 CRL-----\n")
    assert [line.split("  ")[2].strip() for line in log.splitlines()] == ["issued", "revoked"]


def test_an_enrollment_request_shows_the_password_that_it_made_once(fauxgate: Run, state) -> None:
    at = ("--state", str(state))
    code, printed, _ = fauxgate("ca", "enrollment-request", *at, "wildcard", "/O=Example", "--one-time", "--hours", "2")
    password = printed.split()[-1]
    _, listed, _ = fauxgate("ca", "list", *at, "--enrollment-requests")

    assert code == 0
    assert len(password) == 20
    assert listed.splitlines()[1].split()[:5] == ["1", "wildcard", "own", "yes", "0"]
    assert password.encode() not in written(state)


def test_no_password_and_no_key_is_written_in_the_clear(fauxgate: Run, state, request_file) -> None:
    fauxgate("ca", "enrollment-request", "--state", str(state), "regular", "/O=Example/CN=a", "--password", "its own")
    fauxgate("ca", "issue", "--state", str(state), request_file)

    assert not any(secret in written(state) for secret in (b"the default one", b"its own", b"in the request"))
    assert b"BEGIN PRIVATE KEY" not in written(state)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in state.iterdir()}
    assert {modes["passphrase"], modes["register.sqlite"]} == {0o600}
    assert stat.S_IMODE(state.stat().st_mode) == 0o700


def written(state: Path) -> bytes:
    return b"".join(path.read_bytes() for path in state.iterdir() if path.name != "passphrase")


def test_rollover_is_prepared_and_begun(fauxgate: Run, state) -> None:
    _, prepared, _ = fauxgate("ca", "rollover", "--state", str(state))
    _, begun, _ = fauxgate("ca", "rollover", "--state", str(state), "--begin")

    assert (prepared, begun) == (
        "The next authority is made; GetNextCACert tells its certificate.\n",
        "The next authority issues from now on.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("approve", "7"), "There is no request 7."),
        (("reject", "7", "why"), "There is no request 7."),
        (("reset", "7"), "There is no request 7."),
        (("revoke", "ab:cd"), "No certificate with the serial number 000000000000abcd was issued."),
        (("issue", "/nowhere"), "/nowhere: No such file or directory."),
        (("enrollment-request", "regular", "example"), "'example' is no name like /O=Example/OU=Sales"),
    ],
)
def test_what_a_person_does_wrong_is_told_in_one_line(fauxgate: Run, state, arguments, said) -> None:
    code, _, errors = fauxgate("ca", arguments[0], "--state", str(state), *arguments[1:])

    assert (code, errors) == (1, f"fauxgate: {said}\n")


def test_a_directory_without_an_authority_is_refused(fauxgate: Run, tmp_path) -> None:
    code, _, errors = fauxgate("ca", "list", "--state", str(tmp_path))

    assert (code, errors) == (1, f"fauxgate: {tmp_path}: no authority was ever served from here.\n")


def test_another_passphrase_opens_nothing(fauxgate: Run, state, tmp_path) -> None:
    (tmp_path / "other").write_text("other")
    fauxgate("ca", "crl", "--state", str(state))

    code, _, errors = fauxgate("ca", "crl", "--state", str(state), "--passphrase-file", str(tmp_path / "other"))

    assert code == 1
    assert "the passphrase does not open its keys" in errors


def test_an_authority_cannot_be_served_under_another_name(fauxgate: Run, state) -> None:
    code, _, errors = fauxgate("ca", "serve", "--state", str(state), "--subject", "/CN=other")

    assert code == 1
    assert "has another subject: /CN=ca" in errors


def test_faults_are_listed(fauxgate: Run) -> None:
    code, printed, _ = fauxgate("ca", "faults")

    assert code == 0
    assert len(printed.splitlines()) >= 30
    assert "wrong-nonce" in printed
