"""Certificate revocation lists (RFC 5280, 5): making them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Annotated

from fauxgate.pki import certificates, pem, structures
from fauxgate.pki.algorithms import Digest, PrivateKey
from fauxgate.pki.structures import Explicit, Extension, Oid, Time, Tlv, sequence

LABEL = "X509 CRL"

_CRL_NUMBER = "2.5.29.20"
_REASON_CODE = "2.5.29.21"
_ENUMERATED = b"\x0a\x01"


class Reason(Enum):
    """Why a certificate was revoked, in OpenSSL's words (RFC 5280, 5.3.1)."""

    UNSPECIFIED = "unspecified"
    KEY_COMPROMISE = "keyCompromise"
    AFFILIATION_CHANGED = "affiliationChanged"
    SUPERSEDED = "superseded"
    CESSATION_OF_OPERATION = "cessationOfOperation"


_CODES = {
    Reason.KEY_COMPROMISE: 1,
    Reason.AFFILIATION_CHANGED: 3,
    Reason.SUPERSEDED: 4,
    Reason.CESSATION_OF_OPERATION: 5,
}


@dataclass(frozen=True, slots=True)
class Revoked:
    """One line of a list."""

    serial_number: int
    moment: datetime
    reason: Reason = Reason.UNSPECIFIED


@sequence
class _Entry:
    serial_number: int
    moment: Time
    extensions: list[Extension] | None


@sequence
class _TbsCertList:
    version: int
    signature: Tlv
    issuer: Tlv
    this_update: Time
    next_update: Time
    revoked: list[_Entry] | None
    extensions: Annotated[list[Extension], Explicit(0)]


def build(
    revoked: Sequence[Revoked],
    *,
    issuer: bytes,
    authority_key_identifier: bytes,
    number: int,
    this_update: datetime,
    next_update: datetime,
    key: PrivateKey,
    digest: Digest,
) -> bytes:
    """A version 2 list in DER; `issuer` is a Name in DER, `authority_key_identifier` the extension's value."""
    algorithm = certificates.signature_algorithm(key, digest)
    content = _TbsCertList(
        version=1,
        signature=algorithm,
        issuer=structures.tlv(issuer),
        this_update=structures.time(this_update),
        next_update=structures.time(next_update),
        revoked=[_entry(each) for each in revoked] or None,
        extensions=[
            Extension(oid=Oid("2.5.29.35"), critical=False, value=authority_key_identifier),
            Extension(oid=Oid(_CRL_NUMBER), critical=False, value=structures.encode(number)),
        ],
    )
    return certificates.signed(structures.encode(content), algorithm, key, digest)


def to_pem(der: bytes) -> str:
    """The list in PEM, 64 columns, without a newline at the end."""
    return pem.armoured(LABEL, der)


def _entry(revoked: Revoked) -> _Entry:
    code = _CODES.get(revoked.reason)
    # RFC 5280, 5.3.1: unspecified is said by saying nothing.
    told = None if code is None else [_reason(code)]
    return _Entry(serial_number=revoked.serial_number, moment=structures.time(revoked.moment), extensions=told)


def _reason(code: int) -> Extension:
    return Extension(oid=Oid(_REASON_CODE), critical=False, value=_ENUMERATED + bytes([code]))
