"""`fauxgate ca serve` in a process of its own, with each peer at it, and the commands beside it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from interop.certmonger import daemon, directory
from interop.peers import SECONDS, Tool
from interop.served import key_pem

CHALLENGE = "secret"
FAUXGATE = [sys.executable, "-m", "fauxgate.app"]
Keys = tuple[RSAPrivateKey, RSAPrivateKey]
Ca = Callable[..., str]


@contextmanager
def running(state: Path, *options: str) -> Iterator[str]:
    """The authority's URL while it is served."""
    command = [*FAUXGATE, "ca", "serve", "--listen", "127.0.0.1:0", "--state", str(state), *options]
    with (state.parent / "served.txt").open("wb") as told:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=told, stderr=told)
    try:
        yield told_url(state.parent / "served.txt", process)
    finally:
        process.terminate()
        process.wait(SECONDS)


def told_url(printed: Path, process: "subprocess.Popen[bytes]") -> str:
    deadline = time.monotonic() + SECONDS
    while (found := re.search(r"^Listening at (\S+)\n", printed.read_text(), re.MULTILINE)) is None:
        assert process.poll() is None, printed.read_text()
        assert time.monotonic() < deadline, printed.read_text()
        time.sleep(0.02)
    return found[1]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def ca(state: Path) -> Ca:
    """Run `fauxgate ca ...` on the same state and give what it prints."""

    def run(command: str, *arguments: str) -> str:
        done = subprocess.run(
            [*FAUXGATE, "ca", command, "--state", str(state), *arguments],
            env=dict(os.environ),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def scep(url: str, *more: str, key: str = "key.pem") -> list[str]:
    """Arguments of strongSwan's pki."""
    ca = ["--cacert-sig", "state/ca.pem", "--cacert-enc", "state/ca.pem"]
    return ["--scep", "--url", url, *ca, "--in", key, "--dn", "O=Interop, CN=device", "--outform", "pem", *more]


@pytest.mark.rfc8894("4.3", "RenewalReq", "server")
def test_strongswan_enrolls_and_renews(state: Path, ca: Ca, pki: Tool, client_keys: Keys) -> None:
    pki.path("key.pem").write_bytes(key_pem(client_keys[0]))
    pki.path("new.pem").write_bytes(key_pem(client_keys[1]))
    with running(state, "--challenge", CHALLENGE) as url:
        pki.path("old.pem").write_text(pki(*scep(url, "--password", CHALLENGE)))
        assert "BEGIN CERTIFICATE" in pki(*scep(url, "--cert", "old.pem", "--key", "key.pem", key="new.pem"))

        assert ca("list").count("issued") == 2


@pytest.mark.rfc8894("4.4", "CertRep PENDING, CertPoll", "server")
@pytest.mark.rfc8894("2.8", "revocation, told in the CRL", "server")
def test_strongswan_polls_until_a_person_approves_and_revokes(
    state: Path, ca: Ca, pki: Tool, openssl: Tool, client_keys: Keys
) -> None:
    """The request comes once and is given up, the person decides, and the next one is its poll."""
    pki.path("key.pem").write_bytes(key_pem(client_keys[0]))
    with running(state, "--approval", "manual", "--challenge", CHALLENGE) as url:
        waits = ("--interval", "1", "--maxpolltime", "1")
        assert pki.run(*scep(url, "--password", CHALLENGE, *waits)).code != 0
        ca("approve", "1")
        pki.path("device.pem").write_text(pki(*scep(url, "--password", CHALLENGE, *waits)))
        serial = openssl("x509", "-in", "device.pem", "-noout", "-serial").strip().partition("=")[2]
        ca("revoke", serial)

        pki.path("list.pem").write_text(ca("crl"))
        listed = openssl.run("crl", "-in", "list.pem", "-CAfile", "state/ca.pem", "-noout", "-text").text
        assert "verify OK" in listed
        assert f"Serial Number: {serial}" in listed


@pytest.mark.rfc8894("7.3", "challenges: one-time, expiring, kept as a hash", "server")
def test_a_one_time_password_is_good_once_and_nowhere_on_the_disk(
    state: Path, ca: Ca, pki: Tool, client_keys: Keys
) -> None:
    pki.path("key.pem").write_bytes(key_pem(client_keys[0]))
    pki.path("new.pem").write_bytes(key_pem(client_keys[1]))
    password = "only-for-the-first"
    with running(state, "--approval", "listed") as url:
        ca("enrollment-request", "regular", "/O=Interop/CN=device", "--password", password, "--one-time")
        first = pki.run(*scep(url, "--password", password))
        second = pki.run(*scep(url, "--password", password, key="new.pem"))

        assert (first.code, second.code) == (0, 1), first.text + second.text
        assert "badRequest" in second.text
        assert [path for path in state.iterdir() if password.encode() in path.read_bytes()] == []


def test_scepclient_enrolls_and_renews_where_des_is_allowed(state: Path, ca: Ca, scepclient: Tool) -> None:
    with running(state, "--challenge", CHALLENGE, "--legacy") as url:
        arguments = ("-private-key", "c.key", "-certificate", "c.crt", "-server-url", url, "-challenge", CHALLENGE)
        scepclient(*arguments, "-cn", "device")
        first = scepclient.path("c.crt").read_text()
        scepclient(*arguments, "-cn", "device")

        assert scepclient.path("c.crt").read_text() != first
        assert ca("list").count("issued") == 2


def test_the_daemon_of_certmonger_enrolls(state: Path, ca: Ca) -> None:
    with running(state, "--challenge", CHALLENGE) as url, directory() as where, daemon(where) as getcert:
        root = str(state / "ca.pem")
        getcert("add-scep-ca", "-c", "ours", "-u", url, "-N", root, "-r", root)
        files = ("-f", str(where / "device.pem"), "-k", str(where / "device.key"))
        getcert("request", "-c", "ours", *files, "-N", "CN=device,O=Interop", "-L", CHALLENGE)

        assert getcert.reaches("MONITORING", "CA_REJECTED", "CA_UNREACHABLE") == "MONITORING"
        assert ca("list").count("issued") == 1
