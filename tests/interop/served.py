"""Our authority on a port of this machine, watched, and our client sent out to whatever URL."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from os import urandom
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from fauxgate.ca.authority import Authority, Rules
from fauxgate.ca.hierarchy import Ra, Shape
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.reviewers import AfterPolls, Automatic, Reviewer
from fauxgate.network.http import RequestsTransport
from fauxgate.network.listener import Listener
from fauxgate.network.routes import Routes
from fauxgate.pki.keys import PrivateKey
from fauxgate.scep import http
from fauxgate.scep.client import Begin, Input, Output, TimerFired, Wait
from fauxgate.scep.events import Event
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.profiles import RFC8894_SERVER, ServerProfile
from fauxgate.scep.server import Responder
from fauxgate.scep.transport import Transport

CHALLENGE = "secret"
CA_SUBJECT = "/C=NL/O=Interop/CN=Interop CA"
PATH = "/app/cert/scep/"
VOUCHED = Automatic(CHALLENGE)
# Whatever there is besides a root alone.
IN_PARTS = {
    "intermediate": Shape(intermediate=True),
    "ra": Shape(ra=Ra.ONE),
    "intermediate-ra": Shape(intermediate=True, ra=Ra.ONE),
    "intermediate-split-ra": Shape(intermediate=True, ra=Ra.SPLIT),
}


def pending(polls: int) -> Reviewer:
    """Leaves a requester waiting that many polls."""
    return AfterPolls(polls, VOUCHED)


@dataclass
class Exchange:
    """One HTTP request, and what was answered."""

    request: HttpRequest
    response: HttpResponse

    @property
    def operation(self) -> str:
        """Of the query."""
        return http.query(self.request.url).get("operation", "")

    @property
    def message(self) -> bytes:
        """The PKI message that was asked with, in DER."""
        if self.request.method == "POST":
            return self.request.body
        return http.decoded_message(http.query(self.request.url)["message"])


@dataclass
class Watched:
    """A responder that remembers every exchange."""

    responder: Responder
    exchanges: list[Exchange] = field(default_factory=list)

    def receive(self, request: HttpRequest, now: datetime) -> Iterator[Event | HttpResponse]:
        """As the responder does."""
        for step in self.responder.receive(request, now):
            if isinstance(step, HttpResponse):
                self.exchanges.append(Exchange(request, step))
            yield step


@dataclass
class Served:
    """The authority behind a URL."""

    authority: Authority
    url: str
    watched: Watched
    events: list[Event]

    @property
    def messages(self) -> list[Exchange]:
        """The exchanges that were PKI operations."""
        return [each for each in self.watched.exchanges if each.operation == "PKIOperation"]

    @property
    def operations(self) -> list[str]:
        """What was asked, in order."""
        return [each.operation for each in self.watched.exchanges]

    def values(self, attribute: object) -> list[str]:
        """What the requests had in a signed attribute."""
        return [
            event.value.decode()
            for event in self.events
            if getattr(event, "attribute", None) is attribute and hasattr(event, "value")
        ]

    @property
    def states(self) -> list[str]:
        """What became of every request in the register."""
        return [record.state.value for record in self.authority.requests()]

    def write_pem(self, path: Path) -> Path:
        """The issuing certificate as a file."""
        path.write_bytes(self.authority.certificate.public_bytes(Encoding.PEM))
        return path


@contextmanager
def served(
    reviewer: Reviewer = VOUCHED,
    rules: Rules = Rules(),  # noqa: B008 - a value
    profile: ServerProfile = RFC8894_SERVER,
) -> Iterator[Served]:
    """An authority that answers on a free port until the block ends."""

    def now() -> datetime:
        return datetime.now(UTC)

    authority = Authority(
        CA_SUBJECT,
        reviewer=reviewer,
        register=MemoryRegister(),
        now=now,
        random=urandom,
        profile=CertificateProfile(),
        rules=rules,
    )
    events: list[Event] = []
    watched = Watched(Responder(authority, urandom, profile))
    with Listener(watched, now, on_event=events.append) as listener:
        yield Served(authority, listener.url + PATH, watched, events)


@dataclass
class Told:
    """What a client of ours said, and what it sent and was answered."""

    events: list[Event] = field(default_factory=list)
    exchanges: list[tuple[HttpRequest, HttpResponse | HttpFailure]] = field(default_factory=list)


class Machine(Protocol):
    """An `Enrollment`, or one of the fetches."""

    def receive(self, received: Input, now: datetime) -> Iterator[Output]:
        """See there."""
        ...


class HoldingBack:
    """A transport that sends everything but PKI messages."""

    def __init__(self) -> None:
        self._transport = RequestsTransport(Routes({}))

    def send(self, request: HttpRequest) -> HttpResponse | HttpFailure:
        """The answer, or a failure in place of a PKI message's."""
        if "PKIOperation" in request.url:
            return HttpFailure(FailureReason.BROKEN, "held back")
        return self._transport.send(request)


def sent_out(machine: Machine, transport: Transport | None = None) -> Told:
    """Carry a client's exchange through over TCP; it does not wait long where it shall wait."""
    told, transport = Told(), transport or RequestsTransport(Routes({}))
    received: Input | None = Begin()
    while received is not None:
        received = _step(told, transport, machine, received)
    return told


def _step(told: Told, transport: Transport, machine: Machine, received: Input) -> Input | None:
    following: Input | None = None
    for output in machine.receive(received, datetime.now(UTC)):
        match output:
            case HttpRequest():
                following = transport.send(output)
                told.exchanges.append((output, following))
            case Wait():
                time.sleep(0.05)
                following = TimerFired()
            case _:
                told.events.append(output)
    return following


def key_pem(key: PrivateKey | RSAPrivateKey) -> bytes:
    """A key that a peer may read."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
