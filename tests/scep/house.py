"""A whole authority for tests: root, issuing authority, registration authorities, archive, list and successor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from os import urandom

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from tests.scep.conftest import NOW, Issuer, rsa_key

from fauxgate.pki import certificates, keys, names
from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.structures import Extension
from fauxgate.scep.client import Begin, Input, Output, TimerFired, Wait
from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.issuer import Identity
from fauxgate.scep.server import Responder

PURPOSES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement")
PURPOSES += ("key_cert_sign", "crl_sign", "encipher_only", "decipher_only")
CA_USAGE = ("key_cert_sign", "crl_sign")
BOTH = ("digital_signature", "key_encipherment")


@dataclass(frozen=True)
class Member:
    """A key with its name and certificate."""

    name: bytes
    key: keys.PrivateKey
    certificate: bytes

    @property
    def identity(self) -> Identity:
        return Identity(self.certificate, self.key)


def member(
    name: str,
    issuer: Member | None = None,
    *,
    key: keys.PrivateKey | None = None,
    ca: bool | None = False,
    usage: Sequence[str] | None = BOTH,
    serial_number: int = 0,
    days: int = 0,
) -> Member:
    """A certificate by `issuer`, or by itself; without `usage` or `ca` it does not say what it is for."""
    key = key or rsa_key(2048, name)
    parts: list[tuple[x509.ExtensionType, bool]] = []
    if ca is not None:
        parts.append((x509.BasicConstraints(ca=ca, path_length=None), True))
    if usage is not None:
        parts.append((x509.KeyUsage(**{purpose: purpose in usage for purpose in PURPOSES}), True))
    subject = names.parse(f"/O=House/CN={name}")
    der = certificates.issue(
        subject=subject,
        spki=keys.spki(key),
        issuer=issuer.name if issuer else subject,
        serial_number=serial_number or 0x100 + sum(name.encode()),
        not_before=NOW + timedelta(days=days),
        not_after=NOW + timedelta(days=365),
        extensions=[
            Extension(oid=item.oid, critical=is_critical, value=item.public_bytes()) for item, is_critical in parts
        ]
        or None,
        key=issuer.key if issuer else key,
        digest=SHA256,
    )
    return Member(subject, key, der)


ROOT = member("root", ca=True, usage=CA_USAGE)
ISSUING = member("issuing", ROOT, ca=True, usage=(*CA_USAGE, *BOTH))
RA_SIGNER = member("ra signer", ISSUING, usage=("digital_signature",))
RA_RECIPIENT = member("ra recipient", ISSUING, usage=("key_encipherment",))
DEVICE_NUMBER = 0x77
NEXT = member("next", ca=True, usage=(*CA_USAGE, *BOTH))


def crl(issuer: Member) -> bytes:
    made = x509.CertificateRevocationListBuilder(
        issuer_name=x509.load_der_x509_certificate(issuer.certificate).subject,
        last_update=NOW,
        next_update=NOW + timedelta(days=1),
    )
    return made.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


@dataclass
class House(Issuer):
    """Everything that a responder may ask for; what a test does not want, it sets to None."""

    name: bytes = ISSUING.name
    key: RSAPrivateKey = ISSUING.key
    own: Member = ISSUING
    signs: Member | None = RA_SIGNER
    opens: Member | None = RA_RECIPIENT
    successor: Member | None = NEXT
    archive: dict[int, bytes] = field(default_factory=dict)

    @property
    def certificate(self) -> x509.Certificate:
        return x509.load_der_x509_certificate(self.own.certificate)

    def ca_chain(self) -> Sequence[bytes]:
        return (ROOT.certificate,) if self.own is ISSUING else ()

    def ra_signer(self) -> Identity | None:
        return self.signs.identity if self.signs else None

    def ra_recipient(self) -> Identity | None:
        return self.opens.identity if self.opens else None

    def other_recipients(self) -> Sequence[Identity]:
        return [self.successor.identity] if self.successor else []

    def get_certificate(self, issuer: bytes, serial_number: int) -> bytes | None:
        return self.archive.get(serial_number) if issuer == self.name else None

    def crl(self, issuer: bytes, serial_number: int) -> bytes | None:
        return crl(self.own) if issuer == self.name and serial_number in self.archive else None

    def next_ca(self) -> Sequence[bytes]:
        return [self.successor.certificate] if self.successor else []


@dataclass
class Heard:
    """What a client said, and the requests and answers that passed."""

    events: list[Event] = field(default_factory=list)
    requests: list[HttpRequest] = field(default_factory=list)
    answers: list[HttpResponse] = field(default_factory=list)


def carried(machine, responder: Responder, first: Input | None = None, change=lambda _request, answer: answer) -> Heard:
    """Carry a client's state machine through to its end."""
    heard = Heard()
    received: Input | None = first or Begin()
    while received is not None:
        received = _next(machine.receive(received, NOW), responder, heard, change)
    return heard


def _next(outputs: Iterator[Output], responder: Responder, heard: Heard, change) -> Input | None:
    following: Input | None = None
    for output in outputs:
        match output:
            case HttpRequest():
                *_, response = responder.receive(output, NOW)
                following = change(output, response)
                heard.requests.append(output)
                heard.answers.append(following)
            case Wait():
                following = TimerFired()
            case _:
                heard.events.append(output)
    return following


def responder(issuer: Issuer, *more: object) -> Responder:
    return Responder(issuer, urandom, *more)
