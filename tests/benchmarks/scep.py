"""Complete enrollments per second, as a ratio to the private-key operations alone; and `ca serve` beside a Go server.

Run it: `python tests/benchmarks/scep.py`. An enrollment is GetCACert, PKCSReq and SUCCESS, from the order to the
certificate, the client's key (RSA-2048) being there. Its floor are the seven private-key operations that it needs: the
client signs the request, its own certificate and the message and opens the reply, the authority opens the message and
signs the certificate and the reply. All are measured in turn in one process, and medians compared.
Aims: 0.6 of the floor in process, 0.35 over HTTP to `ca serve` in a process of its own.

Then one POST after the other is sent to `ca serve` and to Debian's scepserver, each on one connection that stays: a
PKCSReq, read, decided, issued, kept and answered. Aim: not slower.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import count

from cryptography.hazmat.primitives.asymmetric import padding, rsa

from fauxgate.ca.authority import Authority
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.reviewers import Automatic
from fauxgate.network.http import RequestsTransport
from fauxgate.network.loopback import Loopback
from fauxgate.network.routes import Routes
from fauxgate.pki import keys, names, requests
from fauxgate.pki.algorithms import AES_128, SHA256
from fauxgate.scep.client import Begin, Enrollment, EnrollmentOrder
from fauxgate.scep.events import Granted
from fauxgate.scep.http import HttpRequest
from fauxgate.scep.profiles import FORTIOS
from fauxgate.scep.server import Responder
from fauxgate.scep.transport import Transport

ROUNDS, ENROLLMENTS = 9, 40
AIMS = {"in process": 0.6, "over HTTP": 0.35}
NUMBERS = count()
# The appliance's way, with algorithms that every server takes.
PROFILE = replace(FORTIOS, cipher=AES_128, digest=SHA256)


def now() -> datetime:
    return datetime.now(UTC)


def floor(key: rsa.RSAPrivateKey, sealed: bytes) -> None:
    for _ in range(5):
        key.sign(b"content", padding.PKCS1v15(), SHA256.algorithm)
    for _ in range(2):
        key.decrypt(sealed, padding.PKCS1v15())


def enroll(transport: Transport, url: str, key: rsa.RSAPrivateKey) -> None:
    # Another subject each time: the same request again would be answered from the register.
    subject = names.parse(f"/O=Example/CN=device {next(NUMBERS)}")
    order = EnrollmentOrder(name="x", url=url, key=key, request=requests.build(key, subject, challenge="challenge"))
    enrollment = Enrollment(order, PROFILE, os.urandom)
    asked = sent(enrollment.receive(Begin(), now()))
    while isinstance(asked, HttpRequest):
        asked = sent(enrollment.receive(transport.send(asked), now()))
    assert isinstance(asked, Granted), asked


def sent(outputs: Iterator[object]) -> object:
    *_, last = outputs
    return last


def rate(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    for _ in range(ENROLLMENTS):
        work()
    return ENROLLMENTS / (time.perf_counter() - begin)


def rates(**works: Callable[[], None]) -> dict[str, float]:
    """The median rate of each, measured in turn after one round that does not count."""
    rounds = [[rate(work) for work in works.values()] for _ in range(ROUNDS + 1)]
    medians = [statistics.median(column) for column in zip(*rounds[1:], strict=True)]
    return dict(zip(works, medians, strict=True))


@contextmanager
def ca_serve() -> Iterator[str]:
    """`fauxgate ca serve` with a new register; gives its URL."""
    with tempfile.TemporaryDirectory() as directory:
        options = ["--listen", "127.0.0.1:0", "--state", f"{directory}/ca", "--challenge", "challenge"]
        command = [sys.executable, "-m", "fauxgate.app", "ca", "serve", *options]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found is not None
            # Its log is read by nobody; a pipe that is full would stop it.
            with subprocess.Popen(["cat"], stdin=server.stdout, stdout=subprocess.DEVNULL):
                try:
                    yield found[0]
                finally:
                    server.terminate()


@contextmanager
def scepserver() -> Iterator[str | None]:
    """Debian's scepserver with a new depot; None where it is not installed."""
    program = shutil.which("scepserver")
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([program, "ca", "-init", "-depot", directory], check=True, capture_output=True)
        port = 20000 + os.getpid() % 20000
        command = [program, "-depot", directory, "-port", str(port), "-challenge", "challenge", "-allowrenew", "0"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            time.sleep(1)
            try:
                yield f"http://127.0.0.1:{port}/scep"
            finally:
                server.terminate()


def prepared(url: str, key: rsa.RSAPrivateKey, amount: int) -> list[bytes]:
    """Requests for the authority at a URL, each for another subject."""
    found = []
    profile = replace(PROFILE, method="POST", http_version="1.1")
    for _ in range(amount):
        subject = names.parse(f"/O=Example/CN=device {next(NUMBERS)}")
        csr = requests.build(key, subject, challenge="challenge")
        enrollment = Enrollment(EnrollmentOrder(name="x", url=url, key=key, request=csr), profile, os.urandom)
        asked = sent(enrollment.receive(Begin(), now()))
        assert isinstance(asked, HttpRequest)
        message = sent(enrollment.receive(RequestsTransport(Routes({})).send(asked), now()))
        assert isinstance(message, HttpRequest)
        found.append(message.body)
    return found


def post(connection: HTTPConnection, path: str, bodies: Iterator[bytes]) -> None:
    connection.request(
        "POST", f"{path}?operation=PKIOperation", next(bodies), {"Content-Type": "application/x-pki-message"}
    )
    response = connection.getresponse()
    assert response.status == 200, response.status
    assert len(response.read()) > 2000


def main() -> None:
    key = keys.generate_rsa(2048)
    sealed = key.public_key().encrypt(bytes(16), padding.PKCS1v15())
    authority = Authority(
        "/CN=ca",
        reviewer=Automatic("challenge"),
        register=MemoryRegister(),
        now=now,
        random=os.urandom,
        profile=CertificateProfile(),
    )
    loopback = Loopback(Responder(authority, os.urandom), now)
    over_http = RequestsTransport(Routes({}))
    with ca_serve() as url, scepserver() as other:
        measured = rates(
            floor=lambda: floor(key, sealed),
            process=lambda: enroll(loopback, "http://ca.test/", key),
            http=lambda: enroll(over_http, url, key),
        )
        print(f"private-key operations: {measured['floor']:.0f} enrollments a second")
        for name, value in (("in process", measured["process"]), ("over HTTP", measured["http"])):
            print(f"{name}: {value:.0f} a second, {value / measured['floor']:.2f} of the floor (aim: {AIMS[name]})")
        if other is None:
            print("scepserver is not installed: nothing to compare with")
            return
        amount = (ROUNDS + 1) * ENROLLMENTS
        works = {}
        for name, place in (("ours", url), ("theirs", other)):
            host, _, path = place.removeprefix("http://").partition("/")
            connection, bodies = HTTPConnection(host), iter(prepared(place, key, amount))
            works[name] = lambda connection=connection, path=f"/{path}", bodies=bodies: post(connection, path, bodies)
        compared = rates(**works)
        print(f"ca serve: {compared['ours']:.0f} requests a second; scepserver: {compared['theirs']:.0f}")
        print(f"ratio: {compared['ours'] / compared['theirs']:.2f} (aim: 1 or more)")


if __name__ == "__main__":
    main()
