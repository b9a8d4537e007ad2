"""When an old certificate may stand in for a challenge password, and when a request that came before is a new one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fauxgate.ca.register import Record, Register, State
from fauxgate.ca.reviewers import Reject
from fauxgate.ca.wanted import Wanted
from fauxgate.pki import names
from fauxgate.pki.certificates import Certificate
from fauxgate.scep.attributes import FailInfo

# Inferred: a month before the end, or the last third of a short life, is when one asks for the next certificate.
_USUAL = timedelta(days=30)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class RenewalRules:
    """`days`: how long before its end a certificate may be renewed, None: at any time.

    With `revoke_old` the old certificate is revoked when the new one is issued, as FortiAuthenticator can
    (fortios-certificates.md 5.4).
    """

    days: int | None = None
    revoke_old: bool = False


def vouching(register: Register, certificate: bytes | None, wanted: Wanted) -> Record | None:
    """The record of a certificate that may stand in for a password: for this name, and this alternative names, alone.

    Without that rule whoever has a certificate could get one for any other name.
    """
    if certificate is None:
        return None
    record = register.issued(Certificate.parse(certificate).serial_number)
    if record is None or record.certificate != certificate:
        return None
    is_same = names.are_equal(record.wanted.subject, wanted.subject)
    return record if is_same and record.wanted.alternative_names == wanted.alternative_names else None


def objection(rules: RenewalRules, register: Register, old: Record, now: datetime) -> Reject | None:
    """Why a renewal without password is refused, if it is."""
    assert old.certificate is not None
    if old.state is State.REVOKED:
        return Reject("the certificate to be renewed is revoked", FailInfo.BAD_CERT_ID)
    left = Certificate.parse(old.certificate).not_after - now
    if left < timedelta():
        # Inferred: RFC 8894 leaves open what an expired one is worth; nothing vouches for who has its key by now.
        return Reject("the certificate to be renewed has expired", FailInfo.BAD_CERT_ID)
    days = _days(rules, register, old)
    if days is not None and left > timedelta(days=days):
        return Reject(f"renewed more than {days} days before its end")
    return None


def is_due(certificate: Certificate, now: datetime) -> bool:
    """Whether the same request, coming again, asks for a new certificate, and not once more for this one.

    A client that keeps its key may write its next request to the byte like its first.
    """
    life = certificate.not_after - certificate.not_before
    return certificate.not_after - now < min(_USUAL, life / _SHORTEST)


def _days(rules: RenewalRules, register: Register, old: Record) -> int | None:
    entry = next((entry for entry in register.entries() if entry.id == old.entry), None)
    return rules.days if entry is None or entry.renewable_days is None else entry.renewable_days
