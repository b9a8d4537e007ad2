"""Certification requests (PKCS #10) as the appliance makes them, and reading anybody's."""

import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from cryptography import x509

from fauxgate.pki import certificates, keys, names, pem, structures
from fauxgate.pki.algorithms import SHA256, SIGNATURES, PrivateKey, PublicKey, is_signed_by
from fauxgate.pki.certificate_structures import CertificationRequestInfo, SignedStructure
from fauxgate.pki.structures import (
    AlgorithmIdentifier,
    Attribute,
    Extension,
    InvalidDer,
    Oid,
    PrintableString,
    Tlv,
)

LABEL = "CERTIFICATE REQUEST"

_CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7"  # noqa: S105 - an object identifier
_EXTENSION_REQUEST = "1.2.840.113549.1.9.14"
_TEXT_TAGS = (b"\x0c", b"\x13", b"\x14", b"\x16")


class InvalidRequest(ValueError):
    """Bytes or a text are no certification request."""


@dataclass(frozen=True, slots=True)
class CertificateRequest:
    """A certification request that was read; `subject` and `spki` in DER, as they stand in it."""

    der: bytes
    subject: bytes
    spki: bytes
    challenge: str | None
    extensions: tuple[Extension, ...]
    is_signature_valid: bool

    def public_key(self) -> PublicKey:
        """The RSA or EC key; raises keys.InvalidKey for any other."""
        return keys.public_key(self.spki)

    @classmethod
    def parse(cls, der: bytes) -> Self:
        """Read a request in DER; raises InvalidRequest. A wrong signature is a fact, not an error."""
        try:
            outer = structures.decode(SignedStructure, der)
            content = structures.encode(outer.content)
            request = structures.decode(CertificationRequestInfo, content)
            attributes = [structures.decode(Attribute, structures.encode(item)) for item in request.attributes or []]
            extensions = _extensions(attributes)
        except InvalidDer as error:
            raise InvalidRequest(str(error)) from error
        subject, spki = structures.encode(request.subject), structures.encode(request.spki)
        valid = _is_signed(spki, outer, content)
        return cls(der, subject, spki, _challenge(attributes), extensions, valid)


def build(
    key: PrivateKey,
    subject: bytes,
    *,
    subject_alt_name: str = "",
    alternative_names: Sequence[Extension] = (),
    challenge: str = "",
) -> bytes:
    """A request in DER with the contents that the appliance gives it (fortios-certificates.md 1.4).

    Version 1, SHA-256; extensions basicConstraints, subjectAltName (if any value has a type) and keyUsage,
    none critical; a challengePassword if there is one. `alternative_names`, as another request has them, are taken over
    as they stand there.
    """
    requested = structures.extension_sequence(_requested(subject_alt_name, alternative_names))
    attributes = [_attribute(_EXTENSION_REQUEST, requested)]
    if challenge:
        text = PrintableString(challenge) if names.is_printable(challenge) else challenge
        attributes.append(_attribute(_CHALLENGE_PASSWORD, structures.wrapped(text)))
    request = CertificationRequestInfo(
        version=0,
        subject=structures.tlv(subject),
        spki=structures.tlv(keys.spki(key)),
        attributes=structures.in_set_order(attributes),
    )
    algorithm = certificates.signature_algorithm(key, SHA256)
    return certificates.signed(structures.encode(request), algorithm, key, SHA256)


def general_names(text: str) -> list[x509.GeneralName]:
    """The names of `DNS:a.com,IP:1.2.3.4`; values without a type are dropped silently, as the appliance does.

    Inferred: a value that does not fit its type is dropped too; types are read in any case.
    """
    found = []
    for item in text.split(","):
        kind, colon, value = item.strip().partition(":")
        make = _GENERAL_NAMES.get(kind.lower()) if colon and value else None
        if make is not None:
            try:
                found.append(make(value))
            except ValueError:
                continue
    return found


def alternative_names(extensions: Sequence[Extension]) -> list[Extension]:
    """Those extensions that give further names: of a request or of a certificate."""
    return [each for each in extensions if each.oid == x509.SubjectAlternativeName.oid]


def to_pem(der: bytes) -> str:
    """The request in PEM, 64 columns, without a newline at the end."""
    return pem.armoured(LABEL, der)


def from_pem(text: str) -> CertificateRequest:
    """Read the first request of a PEM text; raises InvalidRequest."""
    try:
        return CertificateRequest.parse(pem.content(text, LABEL, f"NEW {LABEL}"))
    except pem.InvalidPem as error:
        raise InvalidRequest(str(error)) from error


_GENERAL_NAMES: dict[str, Callable[[str], x509.GeneralName]] = {
    "dns": x509.DNSName,
    "ip": lambda value: x509.IPAddress(ipaddress.ip_address(value)),
    "email": x509.RFC822Name,
    "uri": x509.UniformResourceIdentifier,
}


def _requested(subject_alt_name: str, others: Sequence[Extension]) -> list[Extension]:
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    alternatives = general_names(subject_alt_name)
    given = [_extension(x509.SubjectAlternativeName(alternatives))] if alternatives else []
    return [_extension(x509.BasicConstraints(ca=False, path_length=None)), *given, *others, _extension(usage)]


def _extension(value: x509.ExtensionType) -> Extension:
    return Extension(oid=value.oid, critical=False, value=value.public_bytes())


def _attribute(oid: str, value: Tlv) -> bytes:
    return structures.encode(Attribute(type=Oid(oid), values=structures.set_of([value])))


def _values(attributes: list[Attribute], oid: str) -> list[Tlv]:
    return [value for found in attributes if found.type.dotted_string == oid for value in found.values.as_list()]


def _challenge(attributes: list[Attribute]) -> str | None:
    for value in _values(attributes, _CHALLENGE_PASSWORD):
        if value.tag_bytes in _TEXT_TAGS:
            return structures.octets(value).decode("utf-8", "replace")
    return None


def _extensions(attributes: list[Attribute]) -> tuple[Extension, ...]:
    values = _values(attributes, _EXTENSION_REQUEST)
    return tuple(item for value in values for item in structures.extensions(structures.encode(value)))


def _is_signed(spki: bytes, outer: SignedStructure, content: bytes) -> bool:
    try:
        algorithm = structures.decode(AlgorithmIdentifier, structures.encode(outer.algorithm))
        digest = SIGNATURES[algorithm.algorithm.dotted_string]
        key = keys.public_key(spki)
    except (InvalidDer, KeyError, keys.InvalidKey):
        return False
    return is_signed_by(key, digest, outer.signature.as_bytes(), content)
