"""An authority and a responder with faults between them and the client."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.ca.faults import FaultBook
from fauxgate.scep import events
from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.issuer import Decision, EnrollmentRequest, Identity, Issuer, PollRequest, Unenvelopable
from fauxgate.scep.profiles import ServerProfile
from fauxgate.scep.server import Responder


class Misbehaving:
    """A `scep.issuer.Issuer` that decides as another one does, and says what the faults make of it."""

    def __init__(self, issuer: Issuer, book: FaultBook) -> None:
        self._issuer = issuer
        self._book = book

    @property
    def certificate(self) -> x509.Certificate:
        """The other's."""
        return self._issuer.certificate

    @property
    def key(self) -> RSAPrivateKey:
        """The other's."""
        return self._issuer.key

    @property
    def unenvelopable(self) -> Unenvelopable:
        """The other's."""
        return self._issuer.unenvelopable

    def review(self, request: EnrollmentRequest) -> Decision:
        """What the fault of the transaction makes of the decision."""
        return self._book.manner(request.transaction_id).decision(self._issuer.review(request))

    def poll(self, request: PollRequest) -> Decision:
        """What the fault of the transaction makes of the decision."""
        return self._book.manner(request.transaction_id).decision(self._issuer.poll(request))

    def ca_chain(self) -> Sequence[bytes]:
        """The other's."""
        return self._issuer.ca_chain()

    def ra_signer(self) -> Identity | None:
        """The other's."""
        return self._issuer.ra_signer()

    def ra_recipient(self) -> Identity | None:
        """The other's."""
        return self._issuer.ra_recipient()

    def other_recipients(self) -> Sequence[Identity]:
        """The other's, and those whom the faults bring in."""
        return (*self._issuer.other_recipients(), *self._book.identities())

    def get_certificate(self, issuer: bytes, serial_number: int) -> bytes | None:
        """The other's."""
        return self._issuer.get_certificate(issuer, serial_number)

    def crl(self, issuer: bytes, serial_number: int) -> bytes | None:
        """The other's."""
        return self._issuer.crl(issuer, serial_number)

    def next_ca(self) -> Sequence[bytes]:
        """The other's."""
        return self._issuer.next_ca()


class MisbehavingResponder:
    """A responder that answers as the faults say."""

    def __init__(self, issuer: Issuer, random: Callable[[int], bytes], book: FaultBook, profile: ServerProfile) -> None:
        self._book = book
        self._responder = Responder(Misbehaving(issuer, book), random, profile, book.manner)

    def receive(self, request: HttpRequest, now: datetime) -> Iterator[Event | HttpResponse]:
        """As `scep.server.Responder` does."""
        refusal = self._book.manner("").refusal(request)
        if refusal is None:
            yield from self._responder.receive(request, now)
            return
        yield events.RequestRejected(refusal.status, "refused by a fault")
        yield refusal
