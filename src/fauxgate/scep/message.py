"""Writing SCEP messages (RFC 8894, 3), for client and responder alike; `opening` reads them.

Each function is a generator of the steps that the appliance's trace shows, in its order; what it makes is its return
value. A step that fails raises RemoteError, after everything before it has been told.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from fauxgate.pki import cms, envelopes, names, structures
from fauxgate.pki.algorithms import Cipher
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.key_transport import Transport
from fauxgate.pki.structures import Oid, PrintableString
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType, PkiStatus
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event

NONCE_SIZE = 16
SIGNING_TIME = "1.2.840.113549.1.9.5"

_CONTENT_TYPE = "1.2.840.113549.1.9.3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The signed attributes of a message, in the order in which the appliance adds them."""

    transaction_id: str
    message_type: MessageType
    sender_nonce: bytes
    recipient_nonce: bytes | None = None
    pki_status: PkiStatus | None = None
    fail_info: FailInfo | None = None
    fail_info_text: str = ""

    def values(self) -> Iterator[tuple[Attribute, object]]:
        """Each attribute that is there, with the value to be encoded."""
        # scep-interop.md 4.1: clients choose ids of every style, and want them back.
        is_printable = names.is_printable(self.transaction_id)
        yield Attribute.TRANSACTION_ID, PrintableString(self.transaction_id) if is_printable else self.transaction_id
        yield Attribute.MESSAGE_TYPE, PrintableString(self.message_type.value)
        if self.pki_status is not None:
            yield Attribute.PKI_STATUS, PrintableString(self.pki_status.value)
        if self.fail_info is not None:
            yield Attribute.FAIL_INFO, PrintableString(self.fail_info.value)
        if self.fail_info_text:
            # RFC 8894, 3.2.1.4: a UTF8String.
            yield Attribute.FAIL_INFO_TEXT, self.fail_info_text
        yield Attribute.SENDER_NONCE, self.sender_nonce
        if self.recipient_nonce is not None:
            yield Attribute.RECIPIENT_NONCE, self.recipient_nonce


def envelop(
    message_type: MessageType,
    plain: bytes,
    recipient: Certificate,
    cipher: Cipher,
    random: Callable[[int], bytes],
    transport: Transport = Transport.PKCS1,
) -> Generator[Event, None, bytes]:
    """Make the inner part: the payload encrypted for a recipient."""
    yield steps.InnerStarted(message_type)
    yield steps.PayloadReady(len(plain))
    try:
        envelope = envelopes.envelop(plain, recipient, cipher, random, transport)
    except envelopes.UnfitRecipient as error:
        raise RemoteError(events.RecipientUnusable()) from error
    yield steps.PayloadEncrypted(len(envelope))
    return envelope


def envelop_by_password(
    message_type: MessageType, plain: bytes, password: str, cipher: Cipher, random: Callable[[int], bytes]
) -> Generator[Event, None, bytes]:
    """Make the inner part for a reader whose key opens no envelope (RFC 8894, 3.1)."""
    yield steps.InnerStarted(message_type)
    yield steps.PayloadReady(len(plain))
    envelope = envelopes.envelop_by_password(plain, password, cipher, random)
    yield steps.PayloadEncrypted(len(envelope))
    return envelope


def sign(
    header: Header, content: bytes, signer: cms.Signer, certificates: Sequence[bytes], now: datetime
) -> Generator[Event, None, bytes]:
    """Make the outer part around an inner one; empty content stands for none.

    scep-interop.md 4.1: a zero-length OCTET STRING is what most clients accept in place of the absent content of
    RFC 8894, and fortios-certificates.md 7.2 proves it for the appliance's server.
    """
    yield steps.OuterStarted()
    attributes = _basic_attributes(content, signer, now)
    yield steps.SignerAdded()
    for attribute, value in header.values():
        attributes.append((attribute.value, value))
        yield steps.AttributeAdded(attribute)
    message = cms.sign_content(content, attributes, signer, certificates)
    yield steps.MessageWritten(len(message))
    return message


def signed_bag(content: bytes, signer: cms.Signer, certificates: Sequence[bytes], now: datetime) -> bytes:
    """Signed content without SCEP's own attributes, as a GetNextCACert reply is (RFC 8894, 4.7.1)."""
    return cms.sign_content(content, _basic_attributes(content, signer, now), signer, certificates)


def _basic_attributes(content: bytes, signer: cms.Signer, now: datetime) -> list[tuple[str, object]]:
    return [
        (_CONTENT_TYPE, Oid(cms.DATA)),
        (SIGNING_TIME, structures.time(now)),
        (cms.MESSAGE_DIGEST, signer.digest.of(content)),
    ]
