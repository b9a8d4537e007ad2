"""A client and a responder joined in memory, with a tap between them, and an issuer that does as it is told."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from os import urandom

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.pki import certificates, keys, names, requests
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.structures import Extension
from fauxgate.scep import message
from fauxgate.scep.attributes import MessageType, PkiStatus
from fauxgate.scep.client import Begin, Enrollment, EnrollmentOrder, Input, TimerFired, Wait
from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse, decoded_message, query
from fauxgate.scep.incoming import Incoming, unwrap_request
from fauxgate.scep.issuer import BasicIssuer, Decision, Defer, EnrollmentRequest, Grant, PollRequest, Unenvelopable
from fauxgate.scep.message import Header
from fauxgate.scep.profiles import FORTIOS, Profile
from fauxgate.scep.server import Responder

NOW = datetime(2026, 11, 23, 8, 0, 0, tzinfo=UTC)
CA_NAME = "/C=NL/ST=NH/L=Amsterdam/O=Fortinet/OU=AS/CN=sceptest/emailAddress=sceptest@fortinet.com"
SUBJECT = names.Subject(
    common_name="myvpn",
    state="NH",
    city="Amsterdam",
    organization="Fortinet",
    units=("AS",),
    email="ipsecvpntest@fortinet.com",
)
URL = "http://ca.test/app/cert/scep/"

Answer = HttpResponse | HttpFailure


@cache
def rsa_key(bits: int = 2048, owner: str = "client") -> RSAPrivateKey:  # noqa: ARG001 - two owners, two keys
    """A key that is made once per run, because making one is slow."""
    return keys.generate_rsa(bits)


@dataclass
class Issuer(BasicIssuer):
    """Issues at once, or after PENDING; `decision` overrules both. `padding` makes the issued certificate longer."""

    name: bytes = field(default_factory=lambda: names.parse(CA_NAME))
    pending: int = 0
    decision: Decision | None = None
    padding: int = 0
    key: RSAPrivateKey = field(default_factory=lambda: rsa_key(2048, "authority"))
    seen: list[EnrollmentRequest] = field(default_factory=list)
    unenvelopable: Unenvelopable = Unenvelopable.DECIDE

    @property
    def certificate(self) -> x509.Certificate:
        der = certificates.self_signed(
            subject=self.name,
            key=self.key,
            serial_number=0x0102030405060708,
            not_before=NOW,
            not_after=NOW + timedelta(days=3650),
            digest=SHA256,
        )
        return x509.load_der_x509_certificate(der)

    def issue(self, request: EnrollmentRequest) -> bytes:
        filler = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), bytes(self.padding))
        padding = [Extension(oid=filler.oid, critical=False, value=filler.value)] if self.padding else None
        return certificates.issue(
            subject=request.csr.subject,
            spki=request.csr.spki,
            issuer=self.name,
            serial_number=0x0102030405060709,
            not_before=NOW,
            not_after=NOW + timedelta(days=365),
            extensions=padding,
            key=self.key,
            digest=SHA256,
        )

    def review(self, request: EnrollmentRequest) -> Decision:
        self.seen.append(request)
        return self._decide()

    def poll(self, request: PollRequest) -> Decision:  # noqa: ARG002 - one transaction
        return self._decide()

    def _decide(self) -> Decision:
        if self.decision is not None:
            return self.decision
        if self.pending:
            self.pending -= 1
            return Defer()
        return Grant(self.issue(self.seen[-1]))


@dataclass
class Run:
    """What a tap between client and responder saw, and what the client said."""

    events: list[Event] = field(default_factory=list)
    requests: list[HttpRequest] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)

    def messages(self) -> list[bytes]:
        """The PKI messages that went out."""
        texts = [query(request.url) for request in self.requests]
        return [decoded_message(text["message"]) for text in texts if text["operation"] == "PKIOperation"]


def order(
    key: keys.PrivateKey, subject: names.Subject = SUBJECT, challenge: str = "challenge", san: str = ""
) -> EnrollmentOrder:
    csr = requests.build(key, names.encode(subject), subject_alt_name=san, challenge=challenge)
    return EnrollmentOrder(name="IPSECVPNTest", url=URL, key=key, request=csr)


def exchange(
    issuer: Issuer,
    to_enroll: EnrollmentOrder,
    profile: Profile = FORTIOS,
    change: Callable[[int, HttpRequest, HttpResponse], Answer] = lambda _number, _request, response: response,
) -> Run:
    """Carry an enrollment through to its end; `change` may alter each response, which it gets with its number."""
    run, responder = Run(), Responder(issuer, urandom)
    enrollment = Enrollment(to_enroll, profile, urandom)
    received: Input | None = Begin()
    while received is not None:
        received = _step(run, responder, enrollment, received, change)
    return run


def _step(
    run: Run,
    responder: Responder,
    enrollment: Enrollment,
    received: Input,
    change: Callable[[int, HttpRequest, HttpResponse], Answer],
) -> Input | None:
    following: Input | None = None
    for output in enrollment.receive(received, NOW):
        match output:
            case HttpRequest():
                *_, response = responder.receive(output, NOW)
                following = change(len(run.requests), output, response)
                run.requests.append(output)
                run.answers.append(following)
            case Wait(seconds):
                run.waits.append(seconds)
                following = TimerFired()
            case _:
                run.events.append(output)
    return following


def drained(generator):
    """The steps of a generator, and what it returned."""
    found = []
    while True:
        try:
            found.append(next(generator))
        except StopIteration as end:
            return found, end.value


def incoming(request: HttpRequest) -> Incoming:
    _, read = drained(unwrap_request(decoded_message(query(request.url)["message"])))
    return read


def reply(issuer: Issuer, request: HttpRequest, content: bytes = b"", **changes: object) -> HttpResponse:
    """A PENDING answer to a request, with some of its header changed."""
    read = incoming(request)
    header = Header(
        transaction_id=read.transaction_id,
        message_type=MessageType.CERT_REP,
        sender_nonce=bytes(16),
        recipient_nonce=read.sender_nonce,
        pki_status=PkiStatus.PENDING,
    )
    signer = message.cms.Signer(issuer.key, issuer.name, issuer.certificate.serial_number, SHA256)
    _, der = drained(message.sign(replace(header, **changes), content, signer, [], NOW))
    return HttpResponse(200, (("Content-Type", "application/x-pki-message"),), der)


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture(scope="session")
def client_key() -> RSAPrivateKey:
    return rsa_key()


@pytest.fixture(scope="session")
def ec_key() -> keys.PrivateKey:
    return keys.generate_ec("secp256r1")
