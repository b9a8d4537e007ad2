"""A request as the responder reads it, outer part first, so that even a bad one can be answered."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime

from fauxgate.pki import cms, structures
from fauxgate.pki.algorithms import MODERN, Digest, Suite
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.structures import InvalidDer
from fauxgate.scep import events, opening
from fauxgate.scep.attributes import Attribute
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.message import SIGNING_TIME

_CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7"  # noqa: S105 - an object identifier


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request whose outer part was read, but not verified; `challenge` is one that stands outside the CSR."""

    message_type: str
    transaction_id: str
    sender_nonce: bytes | None
    signing_time: datetime | None
    challenge: str | None
    signer: Certificate
    digest: Digest | None
    signed: cms.Signed
    signature: cms.Signature


def unwrap_request(body: bytes, suite: Suite = MODERN) -> Generator[Event, None, Incoming]:
    """Read the outer part of a request and its header; raises RemoteError where no answer could be addressed."""
    signed, signature = yield from opening.read_outer(body, suite)
    transaction_id = yield from opening.text(signature, Attribute.TRANSACTION_ID)
    message_type = yield from opening.text(signature, Attribute.MESSAGE_TYPE)
    sender_nonce = yield from opening.value(signature, Attribute.SENDER_NONCE)
    return Incoming(
        message_type,
        transaction_id,
        sender_nonce,
        _signing_time(signature),
        # scep-interop.md 4.1 item 9: macOS puts it here.
        opening.silent_text(signature, _CHALLENGE_PASSWORD),
        _signer(signed, signature),
        signature.digest,
        signed,
        signature,
    )


def verify_request(incoming: Incoming) -> Iterator[Event]:
    """Verify a request's signature with the certificate that came along."""
    yield from opening.verify(incoming.signed, incoming.signature, [incoming.signer])


def _signer(signed: cms.Signed, signature: cms.Signature) -> Certificate:
    for der in signed.certificates:
        try:
            certificate = Certificate.parse(der)
        except InvalidCertificate:
            continue
        if certificate.serial_number == signature.serial_number and certificate.issuer == signature.issuer:
            return certificate
    raise RemoteError(events.SignerMissing())


def _signing_time(signature: cms.Signature) -> datetime | None:
    element = signature.attribute(SIGNING_TIME)
    if element is None:
        return None
    try:
        return structures.moment_of(element)
    except InvalidDer:
        return None
