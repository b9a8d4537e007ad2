"""What a certificate says it is for: its basicConstraints and keyUsage (RFC 5280, 4.2.1)."""

from fauxgate.pki import structures
from fauxgate.pki.certificate_structures import BasicConstraints, SignedStructure, TbsCertificate
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.structures import BitString, InvalidDer

_BASIC_CONSTRAINTS = "2.5.29.19"
_KEY_USAGE = "2.5.29.15"
# The bits of keyUsage, counted from the first.
_SIGNING = (0, 1)
_ENCIPHERING = (2, 3)


def is_authority(certificate: Certificate) -> bool | None:
    """Whether it is a CA's; None where it does not say, as those of version 1 do not."""
    value = _extension(certificate, _BASIC_CONSTRAINTS)
    try:
        return None if value is None else structures.decode(BasicConstraints, value).ca
    except InvalidDer:
        return None


def may_sign(certificate: Certificate) -> bool:
    """Whether keyUsage has digitalSignature or nonRepudiation, or is not there."""
    return _has(certificate, _SIGNING)


def may_encipher(certificate: Certificate) -> bool:
    """Whether keyUsage has keyEncipherment or dataEncipherment, or is not there."""
    return _has(certificate, _ENCIPHERING)


def _has(certificate: Certificate, bits: tuple[int, ...]) -> bool:
    value = _extension(certificate, _KEY_USAGE)
    try:
        usage = None if value is None else structures.decode(BitString, value).as_bytes()
    except InvalidDer:
        return False
    return usage is None or any(usage and usage[0] & (0x80 >> bit) for bit in bits)


def _extension(certificate: Certificate, oid: str) -> bytes | None:
    outer = structures.decode(SignedStructure, certificate.der)
    found = structures.decode(TbsCertificate, structures.encode(outer.content)).extensions or ()
    return next((item.value for item in found if item.oid.dotted_string == oid), None)
