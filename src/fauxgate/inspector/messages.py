"""The CMS layers of a message: signed outside, enveloped inside (RFC 8894, 3)."""

from collections.abc import Iterator, Mapping, Sequence

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.inspector import contents
from fauxgate.inspector.layer import Layer, field
from fauxgate.pki import cms, envelopes, names, structures
from fauxgate.pki.algorithms import LEGACY
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.pki.details import serial_number
from fauxgate.pki.keys import InvalidKey, PrivateKey
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType, PkiStatus

_PRINT_CMS = "openssl cms -cmsout -print -inform DER -in {file}"
_NAMES: Mapping[Attribute, Mapping[str, str]] = {
    Attribute.MESSAGE_TYPE: {each.value: each.name for each in MessageType},
    Attribute.PKI_STATUS: {each.value: each.name for each in PkiStatus},
    Attribute.FAIL_INFO: {each.value: each.name for each in FailInfo},
}


def header(message: bytes) -> dict[Attribute, str]:
    """The signed attributes of a message as text, octets in hexadecimal; nothing where it is no signed message."""
    try:
        signature = cms.read_signature(cms.read_signed(message), LEGACY)
    except cms.CmsError:
        return {}
    return dict(_attributes(signature))


def layers(whose: str, message: bytes, keys: Sequence[PrivateKey]) -> Iterator[Layer]:
    """The layers of a message; `whose` begins the names of its files."""
    try:
        signed = cms.read_signed(message)
    except cms.CmsError as error:
        yield Layer("Not a signed message", (str(error),), whose, message, "openssl asn1parse -inform DER -in {file}")
        return
    yield Layer("Signed message", tuple(_signed(signed)), whose, message, _PRINT_CMS)
    try:
        signature = cms.read_signature(signed, LEGACY)
    except cms.NoSigner:
        yield Layer("Signer", ("none",))
    else:
        yield Layer("Signed attributes", tuple(_told(signature)))
    for number, der in enumerate(signed.certificates, start=1):
        yield contents.certificate("Certificate in the message", f"{whose}-certificate-{number}", der)
    if signed.content:
        yield from _envelope(whose, signed.content, keys)


def _signed(signed: cms.Signed) -> Iterator[str]:
    try:
        signature = cms.read_signature(signed, LEGACY)
    except cms.NoSigner:
        yield field("Signer", "none")
    else:
        yield field("Signer", names.detailed(signature.issuer))
        yield field("Serial", serial_number(signature.serial_number))
        yield field("Digest", signature.digest.name if signature.digest else "unknown")
        yield field("Signature", _verified(signed, signature))
    yield field("Certificates", str(len(signed.certificates)))
    yield field("Content", f"{len(signed.content)} bytes")


def _verified(signed: cms.Signed, signature: cms.Signature) -> str:
    """Whether one of the certificates that came along made the signature; who that may be is not asked here."""
    for der in signed.certificates:
        try:
            if cms.is_valid(signed, signature, Certificate.parse(der).public_key()):
                return "good, by a certificate in the message"
        except (cms.UnknownAlgorithm, InvalidCertificate, InvalidKey):
            continue
    return "made by no certificate in the message"


def _attributes(signature: cms.Signature) -> Iterator[tuple[Attribute, str]]:
    for attribute in Attribute:
        element = signature.attribute(attribute.value)
        if element is not None:
            value = structures.octets(element)
            yield attribute, value.hex().upper() if attribute.is_octets else value.decode("utf-8", "replace")


def _told(signature: cms.Signature) -> Iterator[str]:
    for attribute, value in _attributes(signature):
        name = _NAMES.get(attribute, {}).get(value)
        yield field(attribute.label, f"{value} ({name})" if name else value)


def _envelope(whose: str, content: bytes, keys: Sequence[PrivateKey]) -> Iterator[Layer]:
    try:
        envelope = envelopes.read(content, LEGACY)
    except cms.UnknownAlgorithm as error:
        yield Layer("Envelope", (field("Cipher", f"unknown ({error})"),), f"{whose}-envelope", content, _PRINT_CMS)
        return
    except cms.CmsError as error:
        parse = "openssl asn1parse -inform DER -in {file}"
        yield Layer("Content that is no envelope", (str(error),), f"{whose}-content", content, parse)
        return
    yield Layer("Envelope", tuple(_recipients(envelope)), f"{whose}-envelope", content, _PRINT_CMS)
    plain = next(_opened(envelope, keys), None)
    if plain is None:
        decrypt = f"openssl cms -decrypt -inform DER -in {whose}-envelope.der -inkey KEY.pem -out {whose}-content.der"
        yield Layer("Content of the envelope", ("The key that opens it is not here.",), command=decrypt)
    else:
        yield from contents.layers(whose, plain)


def _recipients(envelope: envelopes.Envelope) -> Iterator[str]:
    for recipient in envelope.recipients:
        yield field("For", names.detailed(recipient.issuer))
        yield field("Serial", serial_number(recipient.serial_number))
    yield from (field("For", "whoever has the password") for _ in envelope.passwords)
    yield field("Cipher", envelope.cipher.name)
    yield field("Encrypted", f"{len(envelope.encrypted)} bytes")


def _opened(envelope: envelopes.Envelope, keys: Sequence[PrivateKey]) -> Iterator[bytes]:
    """What each key makes of it; a wrong key can make something too, which is then nothing that we know."""
    for recipient in envelope.recipients:
        for key in keys:
            if isinstance(key, RSAPrivateKey):
                try:
                    plain = envelopes.decrypt(envelope, recipient.serial_number, key)
                except cms.CmsError:
                    continue
                if contents.is_known(plain):
                    yield plain
