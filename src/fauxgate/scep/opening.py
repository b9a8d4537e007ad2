"""Reading SCEP messages, step by step: the outer part, its signature, its attributes, the inner part.

The generators work as those in `message`. What a request is, is in `incoming`; what a reply is, in `reply`.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.pki import cms, envelopes, structures
from fauxgate.pki.algorithms import Cipher, PrivateKey, Suite
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.keys import InvalidKey
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import Attribute
from fauxgate.scep.errors import RemoteError
from fauxgate.scep.events import Event

_OCTETS = (b"\x04",)
_TEXTS = (b"\x0c", b"\x13", b"\x16")


@dataclass(frozen=True, slots=True)
class Opener:
    """Who may open an envelope: a key, and the serial number of the certificate that the envelope names.

    `password` is for the reader whose key opens none, if the profile knows how (RFC 8894, 3.1).
    """

    key: PrivateKey
    serial_number: int
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Payload:
    """The decrypted inner part of a message, and the cipher that it came in."""

    plain: bytes
    cipher: Cipher


def read_outer(body: bytes, suite: Suite) -> Generator[Event, None, tuple[cms.Signed, cms.Signature]]:
    """Take the outer part apart."""
    yield steps.MessageReceived(len(body))
    try:
        signed = cms.read_signed(body)
    except cms.NotSigned as error:
        raise RemoteError(events.MessageNotSigned()) from error
    except cms.Unreadable as error:
        raise RemoteError(events.MessageUnreadable()) from error
    yield steps.ContentFound(len(signed.content))
    try:
        signature = cms.read_signature(signed, suite)
    except cms.NoSigner as error:
        raise RemoteError(events.SignerMissing()) from error
    return signed, signature


def verify(signed: cms.Signed, signature: cms.Signature, signers: Sequence[Certificate]) -> Iterator[Event]:
    """Verify the signature with any of these certificates, those that came along left aside."""
    yield steps.SignatureFound()
    try:
        if not any(cms.is_valid(signed, signature, signer.public_key()) for signer in signers):
            raise RemoteError(events.SignatureInvalid())
    except cms.UnknownAlgorithm as error:
        raise RemoteError(events.SignatureInvalid(is_algorithm_unknown=True)) from error
    except InvalidKey as error:
        raise RemoteError(events.SignatureInvalid()) from error
    yield steps.SignatureVerified()


def open_inner(content: bytes, openers: Sequence[Opener], suite: Suite) -> Generator[Event, None, Payload]:
    """Open the envelope in a message, for whichever of the openers it is."""
    yield steps.InnerFound()
    # fortios-certificates.md 1.3: the appliance's PKCS#7 code knows no EC recipient, and says so at this point.
    if not any(isinstance(opener.key, RSAPrivateKey) or opener.password is not None for opener in openers):
        raise RemoteError(events.InnerUnreadable())
    try:
        envelope = envelopes.read(content, suite)
        yield steps.InnerRead()
        plain = _opened(envelope, openers)
    except cms.Unreadable as error:
        raise RemoteError(events.InnerUnreadable()) from error
    except cms.UnknownAlgorithm as error:
        raise RemoteError(events.DecryptionFailed(is_algorithm_unknown=True)) from error
    except envelopes.DecryptionFailed as error:
        raise RemoteError(events.DecryptionFailed()) from error
    yield steps.InnerDecrypted(len(envelope.encrypted))
    return Payload(plain, envelope.cipher)


def value(signature: cms.Signature, attribute: Attribute) -> Generator[Event, None, bytes | None]:
    """The content octets of an attribute; None where it is not there, or not of its type."""
    yield steps.AttributeSought(attribute)
    element = signature.attribute(attribute.value)
    if element is None or element.tag_bytes not in (_OCTETS if attribute.is_octets else _TEXTS):
        return None
    found = structures.octets(element)
    yield steps.AttributeRead(attribute, found)
    return found


def required(signature: cms.Signature, attribute: Attribute) -> Generator[Event, None, bytes]:
    """The content octets of an attribute without which the message makes no sense."""
    found = yield from value(signature, attribute)
    if found is None:
        raise RemoteError(events.AttributeMissing(attribute))
    return found


def text(signature: cms.Signature, attribute: Attribute) -> Generator[Event, None, str]:
    """The text of an attribute without which the message makes no sense."""
    return (yield from required(signature, attribute)).decode("utf-8", "replace")


def silent_text(signature: cms.Signature, *names: str) -> str | None:
    """The text of the first of these attributes that is there, about which the trace says nothing."""
    for name in names:
        element = signature.attribute(name)
        if element is not None and element.tag_bytes in _TEXTS:
            return structures.octets(element).decode("utf-8", "replace")
    return None


def _opened(envelope: envelopes.Envelope, openers: Sequence[Opener]) -> bytes:
    """Try the opener whom the envelope names; where it names nobody known, the first one tells that."""
    named = {recipient.serial_number for recipient in envelope.recipients}
    able = [opener for opener in openers if isinstance(opener.key, RSAPrivateKey)]
    for opener in openers:
        if opener.password is not None and envelope.passwords:
            return envelopes.decrypt_by_password(envelope, opener.password)
    chosen = next((opener for opener in able if opener.serial_number in named), None)
    if chosen is None or not isinstance(chosen.key, RSAPrivateKey):
        raise envelopes.DecryptionFailed("not for us")
    return envelopes.decrypt(envelope, chosen.serial_number, chosen.key)
