"""Faults of the CertRep: its attributes, its signature, its envelope, its algorithms."""

from collections.abc import Sequence
from dataclasses import replace

from fauxgate.ca.faults.base import Fault, identity
from fauxgate.ca.faults.indefinite import indefinite
from fauxgate.pki import cms
from fauxgate.pki.algorithms import DES, MD5, SHA1, Cipher, Digest
from fauxgate.pki.certificates import Certificate
from fauxgate.scep.attributes import MessageType
from fauxgate.scep.issuer import Identity
from fauxgate.scep.message import Header


class WrongNonce(Fault):
    """See `summary`."""

    name, summary = "wrong-nonce", "send back another recipientNonce than the client's senderNonce"

    def header(self, header: Header) -> Header:
        """With random bytes."""
        return replace(header, recipient_nonce=self.random(16))


class NoNonce(Fault):
    """See `summary`."""

    name, summary = "no-nonce", "send no recipientNonce back"

    def header(self, header: Header) -> Header:
        """Without it."""
        return replace(header, recipient_nonce=None)


class EchoedNonce(Fault):
    """See `summary`."""

    name, summary = "echoed-nonce", "use the client's senderNonce as its own, as micromdm does"

    def header(self, header: Header) -> Header:
        """With one nonce twice."""
        return replace(header, sender_nonce=header.recipient_nonce or header.sender_nonce)


class WrongTransactionId(Fault):
    """See `summary`."""

    name, summary = "wrong-transaction-id", "reply under the id of another transaction"

    def header(self, header: Header) -> Header:
        """With another id of the same length."""
        return replace(header, transaction_id=self.random(16).hex().upper())


class WrongMessageType(Fault):
    """See `summary`."""

    name, summary = "wrong-message-type", "call the reply a PKCSReq"

    def header(self, header: Header) -> Header:
        """As if it were a request."""
        return replace(header, message_type=MessageType.PKCS_REQ)


class NoStatus(Fault):
    """See `summary`."""

    name, summary = "no-status", "leave the pkiStatus out"

    def header(self, header: Header) -> Header:
        """Without it."""
        return replace(header, pki_status=None, fail_info=None)


class BadSignature(Fault):
    """See `summary`."""

    name, summary = "bad-signature", "send a signature with one bit turned over"

    def message(self, outer: bytes) -> bytes:
        """The value of the signature is the last thing in the message."""
        return outer[:-1] + bytes([outer[-1] ^ 1])


class DamagedContent(Fault):
    """See `summary`."""

    name, summary = "damaged-content", "change the envelope after it was signed"

    def message(self, outer: bytes) -> bytes:
        """The content stands in the first half of a reply that has one."""
        place = len(outer) // 4
        return outer[:place] + bytes([outer[place] ^ 1]) + outer[place + 1 :]


class WrongSigner(Fault):
    """See `summary`."""

    name, summary = "wrong-signer", "sign with a key that is not the CA's"

    def signer(self, identity_: Identity) -> Identity:
        """The CA's certificate with another key."""
        return Identity(identity_.certificate, self.workshop.stranger().key)


class Unsigned(Fault):
    """See `summary`."""

    name, summary = "unsigned", "reply with a SignedData that nobody signed"

    def message(self, outer: bytes) -> bytes:
        """The bag of certificates alone."""
        return cms.degenerate(cms.read_signed(outer).certificates)


class NotSignedData(Fault):
    """See `summary`."""

    name, summary = "not-signed-data", "reply with the envelope alone"

    def message(self, outer: bytes) -> bytes:
        """What stood inside; where nothing did, the message as it is."""
        return cms.read_signed(outer).content or outer


class NoCertificates(Fault):
    """See `summary`."""

    name, summary = "no-certificates", "send no certificates in the outer part"

    def certificates(self, certificates: Sequence[bytes]) -> Sequence[bytes]:  # noqa: ARG002  (none is kept)
        """None."""
        return ()


class WrongRecipient(Fault):
    """See `summary`."""

    name, summary = "wrong-recipient", "encrypt the reply for somebody else"

    def reader(self, signer: Certificate) -> Certificate:  # noqa: ARG002  (it is not for that one)
        """A stranger."""
        return Certificate.parse(identity(self.workshop.stranger()).certificate)


class WrongContentKey(Fault):
    """See `summary`."""

    name, summary = "undecryptable", "encrypt the reply for the client's certificate, but with another's key"

    def reader(self, signer: Certificate) -> Certificate:
        """A stranger under the client's name and number."""
        stranger = Certificate.parse(identity(self.workshop.stranger()).certificate)
        return replace(signer, spki=stranger.spki)


class EmptySuccess(Fault):
    """See `summary`."""

    name, summary = "empty-success", "say SUCCESS and send no envelope"

    def content(self, inner: bytes) -> bytes:  # noqa: ARG002  (nothing of it is kept)
        """Nothing."""
        return b""


class NoEnvelope(Fault):
    """See `summary`."""

    name, summary = "no-envelope", "say SUCCESS and send the certificate unencrypted"

    def content(self, inner: bytes) -> bytes:
        """A bag in the open."""
        return cms.degenerate([identity(self.workshop.issuing).certificate]) if inner else inner


class Ber(Fault):
    """See `summary`."""

    name, summary = "ber", "write BER: indefinite lengths, the content in segments"

    def message(self, outer: bytes) -> bytes:
        """The same message."""
        return indefinite(outer)


class Sha1Only(Fault):
    """See `summary`."""

    name, summary = "sha1-only", "sign with SHA-1 whatever the client used"

    def digest(self, requested: Digest) -> Digest:  # noqa: ARG002  (it counts for nothing)
        """SHA-1."""
        return SHA1


class Md5Only(Fault):
    """See `summary`."""

    name, summary = "md5-only", "sign with MD5 whatever the client used"

    def digest(self, requested: Digest) -> Digest:  # noqa: ARG002  (it counts for nothing)
        """MD5."""
        return MD5


class DesOnly(Fault):
    """See `summary`."""

    name, summary = "des-only", "encrypt with single DES whatever the client used"

    def cipher(self, requested: Cipher) -> Cipher:  # noqa: ARG002  (it counts for nothing)
        """Single DES."""
        return DES
