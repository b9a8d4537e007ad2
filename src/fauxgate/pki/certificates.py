"""Certificates: reading what we need of any, making our own, and the PEM form."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Self

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.pki import keys, names, pem, structures
from fauxgate.pki.algorithms import SIGNATURES, Digest, PrivateKey, PublicKey, is_signed_by, sign, signature_oid
from fauxgate.pki.certificate_structures import SignedStructure, TbsCertificate, Validity
from fauxgate.pki.structures import AlgorithmIdentifier, BitString, Extension, InvalidDer, Null, Oid, Tlv

LABEL = "CERTIFICATE"

_VERSION_BITS = 64
_REMEMBERED = 256


class InvalidCertificate(ValueError):
    """Bytes or a text are no X.509 certificate."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What enrollment needs of a certificate; names and key in DER, as they stand in it."""

    der: bytes
    serial_number: int
    subject: bytes
    issuer: bytes
    spki: bytes
    not_before: datetime
    not_after: datetime
    version: int

    @property
    def is_self_issued(self) -> bool:
        """Whether subject and issuer are one."""
        return self.subject == self.issuer

    def public_key(self) -> PublicKey:
        """The RSA or EC key; raises keys.InvalidKey for any other."""
        return keys.public_key(self.spki)

    @classmethod
    @lru_cache(maxsize=_REMEMBERED)
    def parse(cls, der: bytes) -> Self:
        """Read a certificate in DER; raises InvalidCertificate. Its signature is not looked at.

        In an exchange the same ones are read again and again.
        """
        try:
            outer = structures.decode(SignedStructure, der)
            tbs = structures.decode(TbsCertificate, structures.encode(outer.content))
        except InvalidDer as error:
            raise InvalidCertificate(str(error)) from error
        # RFC 5280, 4.1.2.1 knows v1 to v3. Other versions can be told, but not a number of thousands of digits.
        if tbs.version.bit_length() > _VERSION_BITS:
            raise InvalidCertificate("absurd version")
        subject, issuer, spki = (structures.encode(part) for part in (tbs.subject, tbs.issuer, tbs.spki))
        first, last = structures.moment(tbs.validity.not_before), structures.moment(tbs.validity.not_after)
        return cls(der, tbs.serial_number, subject, issuer, spki, first, last, tbs.version + 1)


def extensions(certificate: Certificate) -> list[Extension]:
    """Its extensions, as they stand in it."""
    outer = structures.decode(SignedStructure, certificate.der)
    return structures.decode(TbsCertificate, structures.encode(outer.content)).extensions or []


def issue(
    *,
    subject: bytes,
    spki: bytes,
    issuer: bytes,
    serial_number: int,
    not_before: datetime,
    not_after: datetime,
    extensions: list[Extension] | None,
    key: PrivateKey,
    digest: Digest,
) -> bytes:
    """A version 3 certificate in DER, signed by `key`; names and public key in DER."""
    algorithm = signature_algorithm(key, digest)
    tbs = TbsCertificate(
        version=2,
        serial_number=serial_number,
        signature=algorithm,
        issuer=structures.tlv(issuer),
        validity=Validity(not_before=structures.time(not_before), not_after=structures.time(not_after)),
        subject=structures.tlv(subject),
        spki=structures.tlv(spki),
        issuer_unique_id=None,
        subject_unique_id=None,
        extensions=extensions,
    )
    return signed(structures.encode(tbs), algorithm, key, digest)


def self_signed(
    *,
    subject: bytes,
    key: PrivateKey,
    serial_number: int,
    not_before: datetime,
    not_after: datetime,
    digest: Digest,
) -> bytes:
    """A certificate by and for one key, without extensions, as a SCEP client signs its first request with."""
    return issue(
        subject=subject,
        spki=keys.spki(key),
        issuer=subject,
        serial_number=serial_number,
        not_before=not_before,
        not_after=not_after,
        extensions=None,
        key=key,
        digest=digest,
    )


def signature_algorithm(key: PrivateKey, digest: Digest) -> Tlv:
    """The AlgorithmIdentifier of a signature; RSA has NULL parameters, ECDSA none (RFC 3279, 2.2)."""
    return _algorithm(signature_oid(key, digest), is_rsa=isinstance(key, RSAPrivateKey))


@cache
def _algorithm(oid: str, *, is_rsa: bool) -> Tlv:
    return structures.wrapped(AlgorithmIdentifier(algorithm=Oid(oid), parameters=Null() if is_rsa else None))


def signed(content: bytes, algorithm: Tlv, key: PrivateKey, digest: Digest) -> bytes:
    """A signed structure in DER: a certificate, or a certification request."""
    signature = BitString(sign(key, digest, content), 0)
    outer = SignedStructure(content=structures.tlv(content), algorithm=algorithm, signature=signature)
    return structures.encode(outer)


def matches(certificate: Certificate, key: PrivateKey) -> bool:
    """Whether the certificate is for this key."""
    return certificate.spki == keys.spki(key)


def is_issued_by(certificate: Certificate, issuer: Certificate) -> bool:
    """Whether the issuer's key signed the certificate, and not only its name stands in it; dates are not looked at."""
    if not names.are_equal(certificate.issuer, issuer.subject):
        return False
    try:
        outer = structures.decode(SignedStructure, certificate.der)
        name, _ = structures.algorithm(outer.algorithm)
        digest, key = SIGNATURES[name], issuer.public_key()
    except (InvalidDer, KeyError, keys.InvalidKey):
        return False
    return is_signed_by(key, digest, outer.signature.as_bytes(), structures.encode(outer.content))


def to_pem(der: bytes) -> str:
    """The certificate in PEM, 64 columns, without a newline at the end."""
    return pem.armoured(LABEL, der)


def from_pem(text: str) -> Certificate:
    """Read the first certificate of a PEM text; raises InvalidCertificate."""
    try:
        return Certificate.parse(pem.content(text, LABEL, "X509 CERTIFICATE", "TRUSTED CERTIFICATE"))
    except pem.InvalidPem as error:
        raise InvalidCertificate(str(error)) from error
