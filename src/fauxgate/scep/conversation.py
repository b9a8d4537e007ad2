"""What stays the same from the first message of a transaction to its last reply."""

import hashlib
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime

from fauxgate.pki import certificates, cms, keys
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import events, exchange, message
from fauxgate.scep.attributes import MessageType
from fauxgate.scep.authorities import Authorities
from fauxgate.scep.capabilities import Choice
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event
from fauxgate.scep.exchange import Endpoint
from fauxgate.scep.http import HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.message import Header
from fauxgate.scep.opening import Opener
from fauxgate.scep.profiles import Profile, TransactionIds
from fauxgate.scep.reply import Expected, Reply, unwrap_reply


@dataclass(slots=True)
class Conversation:
    """One transaction with one authority: `signer` is our certificate, self-signed or an older one of theirs.

    `password` opens replies to a key that opens no envelope. `nonce` is that of the last message.
    """

    id: str
    endpoint: Endpoint
    authorities: Authorities
    choice: Choice
    signer: Certificate
    key: keys.PrivateKey
    password: str | None
    random: Callable[[int], bytes] = field(repr=False)
    nonce: bytes = b""

    def request(self, kind: MessageType, payload: bytes, now: datetime) -> Generator[Event, None, HttpRequest]:
        """A message to the authority."""
        profile, recipient = self.endpoint.profile, self.authorities.recipient
        inner = yield from message.envelop(kind, payload, recipient, self.choice.cipher, self.random, profile.transport)
        self.nonce = self.random(message.NONCE_SIZE)
        header = Header(transaction_id=self.id, message_type=kind, sender_nonce=self.nonce)
        signer = cms.Signer(self.key, self.signer.issuer, self.signer.serial_number, self.choice.digest)
        outer = yield from message.sign(header, inner, signer, [self.signer.der], now)
        return (yield from exchange.message_request(self.endpoint, outer, self.choice.method))

    def reply(self, answer: HttpResponse | HttpFailure) -> Generator[Event, None, Reply]:
        """The authority's answer to the last message."""
        body = yield from exchange.body(self.endpoint, answer, exchange.PKI_MESSAGE)
        if not body:
            raise RemoteError(events.EmptyReply())
        expected = Expected(
            authority=self.authorities.signers,
            transaction_id=self.id,
            sender_nonce=self.nonce,
            opener=Opener(self.key, self.signer.serial_number, self.password),
            suite=self.endpoint.profile.suite,
        )
        return (yield from unwrap_reply(body, expected))


def transaction_id(profile: Profile, key: keys.PrivateKey, *others: bytes) -> str:
    """The id of a transaction about a key and, where the profile looks at them, some other things."""
    if profile.transaction_ids is TransactionIds.MD5_OF_KEY:
        return hashlib.md5(keys.spki(key), usedforsecurity=False).hexdigest().upper()
    return hashlib.sha256(b"".join((keys.spki(key), *others))).hexdigest().upper()


def own_signer(
    profile: Profile, choice: Choice, key: keys.PrivateKey, subject: bytes, name: str, now: datetime
) -> Certificate:
    """A certificate to sign with for whoever has none yet (fortios-certificates.md 7.1)."""
    der = certificates.self_signed(
        subject=subject,
        key=key,
        serial_number=_serial_number(name),
        not_before=now,
        not_after=now + profile.signer_lifetime,
        digest=choice.digest,
    )
    return Certificate.parse(der)


def _serial_number(name: str) -> int:
    """Sscep makes the characters of the transaction id the serial number, all 32 of them.

    Of a longer id only as many are taken as RFC 5280, 4.1.2.2 allows.
    """
    characters = name.encode("ascii")
    return int.from_bytes(characters if len(characters) <= 32 else characters[-20:])
