"""Many clients at once at `fauxgate ca serve`, which is killed in the middle and started again."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fauxgate.ca import state_directory
from fauxgate.ca.register import State
from fauxgate.network.http import RequestsTransport
from fauxgate.network.routes import Routes
from fauxgate.pki import keys, names, requests
from fauxgate.scep.client import Begin, Enrollment, EnrollmentOrder, TimerFired, Wait
from fauxgate.scep.events import Granted
from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.profiles import RFC8894

CLIENTS = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 40
PATIENCE = 300.0


class Served:
    """`fauxgate ca serve` on a port that stays the same when it is started again."""

    def __init__(self, state: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._state = state
        self._process = self._started()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/app/cert/scep/"

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def start_again(self) -> None:
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        arguments = [
            "--listen",
            f"127.0.0.1:{self.port}",
            "--state",
            str(self._state),
            "--challenge",
            "challenge",
            "--pending",
            "1",
        ]
        log = (self._state.parent / "log").open("ab")
        with log:
            return subprocess.Popen(
                [sys.executable, "-m", "fauxgate.app", "ca", "serve", *arguments], stdout=log, stderr=log
            )


@pytest.fixture
def served(tmp_path) -> Iterator[Served]:
    started = Served(tmp_path / "state")
    yield started
    started.kill()


def sent(transport: RequestsTransport, request: HttpRequest) -> HttpResponse:
    """The answer, however often one has to ask: no client gives up because the authority is gone for a while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = transport.send(request)
        if not isinstance(answer, HttpFailure):
            return answer
        time.sleep(0.1)
    raise TimeoutError(request.url)


def enroll(url: str, number: int) -> tuple[bytes, int]:
    """The certificate that a client got in the end, and how often it was told to wait."""
    key = keys.generate_rsa(1024)
    csr = requests.build(key, names.parse(f"/CN=device {number}"), challenge="challenge")
    profile = replace(RFC8894, poll_interval=0)
    enrollment = Enrollment(EnrollmentOrder(name="x", url=url, key=key, request=csr), profile, os.urandom)
    transport = RequestsTransport(Routes({}), timeout=60)
    waits = 0
    *_, last = enrollment.receive(Begin(), datetime.now(UTC))
    while not isinstance(last, Granted):
        waits += isinstance(last, Wait)
        received = sent(transport, last) if isinstance(last, HttpRequest) else TimerFired()
        assert isinstance(last, HttpRequest | Wait), last
        *_, last = enrollment.receive(received, datetime.now(UTC))
    return last.certificate, waits


def test_every_client_gets_exactly_one_certificate_whatever_happens_to_the_server(served, tmp_path) -> None:
    with ThreadPoolExecutor(CLIENTS) as pool:
        clients = [pool.submit(enroll, served.url, number) for number in range(CLIENTS)]
        while sum(client.done() for client in clients) < CLIENTS // 3:
            time.sleep(0.05)
        served.kill()
        time.sleep(0.2)
        served.start_again()
        got = [client.result(timeout=PATIENCE) for client in clients]
    served.kill()
    with closing(state_directory.find(tmp_path / "state", None, os.urandom)) as register:
        records = list(register)

    assert sorted(record.certificate or b"" for record in records) == sorted(certificate for certificate, _ in got)
    assert [record.state for record in records] == [State.ISSUED] * CLIENTS
    assert len({record.serial_number for record in records}) == CLIENTS
    assert {waits for _, waits in got} == {1}
    assert not re.search(r"Traceback|internal error", (tmp_path / "log").read_text())
