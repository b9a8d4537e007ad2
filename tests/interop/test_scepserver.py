"""Our client at micromdm's server, which answers in single DES and SHA-1 whatever it was asked in."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from os import urandom
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from interop.peers import SECONDS, environment, found
from interop.served import Told, sent_out

from fauxgate.pki import names, requests
from fauxgate.pki.algorithms import STANDARD
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import events, http, steps
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.client import Enrollment, EnrollmentOrder, Renewed
from fauxgate.scep.fetches import CaFetch, NextCaFetch
from fauxgate.scep.http import ANY_SOURCE
from fauxgate.scep.profiles import FORTIOS, PROFILES, RFC8894, Profile

CHALLENGE = "secret"
Keys = tuple[RSAPrivateKey, RSAPrivateKey]
BOTH = pytest.mark.parametrize("profile", [FORTIOS, RFC8894], ids=lambda profile: profile.name)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running `scepserver`; it serves under one path only."""
    program, where, port = found("scepserver", "scep"), tmp_path_factory.mktemp("scepserver"), free_port()
    own = environment(where)
    made = [program, "ca", "-init", "-organization", "Peer", "-keySize", "2048"]
    subprocess.run(made, cwd=where, env=own, check=True, capture_output=True, timeout=SECONDS)
    serves = [program, "-depot", "depot", "-port", str(port), "-challenge", CHALLENGE, "-allowrenew", "0"]
    with (where / "log").open("wb") as log:
        process = subprocess.Popen(serves, cwd=where, env=own, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}/scep"
    finally:
        process.terminate()
        process.wait(SECONDS)


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        else:
            return


def order(url: str, key: RSAPrivateKey, name: str, challenge: str = CHALLENGE) -> EnrollmentOrder:
    csr = requests.build(key, names.parse(f"/C=NL/O=Interop/CN={name}"), challenge=challenge)
    return EnrollmentOrder(name=name, url=url, key=key, request=csr)


def enrolled(to_enroll: EnrollmentOrder, profile: Profile) -> Told:
    return sent_out(Enrollment(to_enroll, profile, urandom))


@BOTH
@pytest.mark.rfc8894("4.2.1.1", "GetCACert, one certificate", "client")
def test_its_certificate_is_fetched(url: str, profile: Profile) -> None:
    told = sent_out(CaFetch(url, "", ANY_SOURCE, profile))

    (received,) = told.events[-1:]
    assert isinstance(received, events.CaCertificatesReceived)
    assert [names.oneline(Certificate.parse(der).subject) for der in received.certificates] == [
        "/C=US/O=Peer/OU=SCEP CA"
    ]


@pytest.mark.rfc8894("4.3", "PKCSReq", "client")
@pytest.mark.rfc8894("4.1", "PKIOperation by GET", "client")
@pytest.mark.rfc8894("2.9", "3DES, SHA-1", "client")
@pytest.mark.rfc8894("4.1", "HTTP/1.0 without Host", "client", "HTTP/1.0 with Host")
def test_the_appliance_s_way_is_served(url: str, client_keys: Keys) -> None:
    told = enrolled(order(url, client_keys[0], "appliance"), FORTIOS)

    assert isinstance(told.events[-1], events.Granted)
    assert [(asked.method, asked.version) for asked, _ in told.exchanges] == [("GET", "1.0")] * 2


@pytest.mark.rfc8894("3.5.1", "GetCACaps", "client")
@pytest.mark.rfc8894("4.3", "PKCSReq", "client")
@pytest.mark.rfc8894("4.1", "PKIOperation by POST", "client")
@pytest.mark.rfc8894("2.9", "AES-128-CBC, SHA-256 in requests", "client")
@pytest.mark.rfc8894("2.9", "single DES, MD5", "client", "reads DES")
def test_the_standard_s_way_is_negotiated_and_served(url: str, client_keys: Keys) -> None:
    told = enrolled(order(url, client_keys[0], "standard"), RFC8894)

    assert isinstance(told.events[-1], events.Granted)
    assert steps.AlgorithmsChosen("AES-128-CBC", "SHA-256", "POST") in told.events
    assert steps.WeakCipherAccepted("DES-CBC") in told.events


@pytest.mark.rfc8894("7.5", "expects SCEPStandard by a switch, never below 3DES and SHA-1", "client")
def test_who_insists_on_the_standard_takes_no_reply_in_single_des(url: str, client_keys: Keys) -> None:
    """The server offers the standard, and does not keep to it."""
    strict = replace(RFC8894, expects_standard=True, suite=STANDARD)
    told = enrolled(order(url, client_keys[0], "strict"), strict)

    assert told.events[-1] == events.SignatureInvalid(is_algorithm_unknown=True)


@BOTH
@pytest.mark.rfc8894("4.3", "RenewalReq", "client")
def test_a_certificate_is_renewed_with_a_new_key(url: str, client_keys: Keys, profile: Profile) -> None:
    first = enrolled(order(url, client_keys[0], f"renewed {profile.name}"), profile).events[-1]
    assert isinstance(first, events.Granted)
    renewed = Renewed(first.certificate, client_keys[0])
    wanted = replace(order(url, client_keys[1], f"renewed {profile.name}"), renewal_of=renewed)

    second = enrolled(wanted, profile).events[-1]

    assert isinstance(second, events.Granted)
    assert Certificate.parse(second.certificate).serial_number > Certificate.parse(first.certificate).serial_number


@BOTH
@pytest.mark.rfc8894("3.2.1.4", "failInfo", "client", "reads all")
@pytest.mark.rfc8894("3.3.2.2", "FAILURE content", "client", "reads any")
def test_a_wrong_challenge_is_refused(url: str, client_keys: Keys, profile: Profile) -> None:
    told = enrolled(order(url, client_keys[0], "guesser", challenge="wrong"), profile)

    assert told.events[-1] == events.Refused(FailInfo.BAD_REQUEST)


@BOTH
def test_what_it_does_not_know_ends_in_a_failure(url: str, profile: Profile) -> None:
    """HTTP 500 to GetNextCACert."""
    told = sent_out(NextCaFetch(url, "", ANY_SOURCE, profile, ()))

    assert [http.query(asked.url)["operation"] for asked, _ in told.exchanges] == ["GetNextCACert"]
    assert isinstance(told.events[-1], events.Failure)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_whole_program_enrolls(url: str, profile: str, tmp_path: Path) -> None:
    script = tmp_path / "script.conf"
    script.write_text(
        "diagnose debug application scep -1\ndiagnose debug enable\n"
        "execute vpn certificate local generate rsa branch7 2048 branch7.example.com NL '' '' Example '' '' '' "
        f"{url} {CHALLENGE}\nget vpn certificate local details branch7\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "fauxgate.app", "replay", "--profile", profile, str(script)],
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert " 0 refused" in done.stderr
    assert "pkcs7_unwrap: pkistatus: SUCCESS" in done.stdout
    assert "certificate written as /tmp/branch7" in done.stdout
    assert "Issuer:      C = US, O = Peer, OU = SCEP CA" in done.stdout
