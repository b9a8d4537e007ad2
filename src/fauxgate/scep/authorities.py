"""Which of an authority's certificates is for what: chosen by key usage and chain, never by position."""

from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from fauxgate.pki import certificates, cms, keys, purpose
from fauxgate.pki.certificates import Certificate, InvalidCertificate
from fauxgate.scep import events
from fauxgate.scep.errors import RemoteError


@dataclass(frozen=True, slots=True)
class Authorities:
    """A GetCACert reply, understood (RFC 8894, 4.2.1).

    `issuing` signs certificates, `recipient` is whom to encrypt for, `signers` may sign replies.
    """

    issuing: Certificate
    recipient: Certificate
    signers: tuple[Certificate, ...]
    certificates: tuple[Certificate, ...]


def read(body: bytes) -> tuple[bytes, ...]:
    """The certificates in a GetCACert reply, one as it is or several in a bag, whatever its content type says."""
    try:
        return (Certificate.parse(body).der,)
    except InvalidCertificate:
        pass
    try:
        return cms.read_signed(body).certificates
    except cms.CmsError as error:
        raise RemoteError(events.CaCertificateUnusable()) from error


def readable(received: Sequence[bytes]) -> list[Certificate]:
    """Those that are certificates."""
    found = []
    for der in received:
        try:
            found.append(Certificate.parse(der))
        except InvalidCertificate:
            continue
    return found


def reaches_root(certificate: Certificate, trusted: Sequence[Certificate], known: Sequence[Certificate]) -> bool:
    """Whether a trusted self-signed certificate stands above; those between may be trusted, or merely known."""
    between = [each for each in (*trusted, *known) if not each.is_self_issued]
    reached = [certificate]
    # It grows as it is walked.
    for lower in reached:
        if any(each.is_self_issued and certificates.is_issued_by(lower, each) for each in trusted):
            return True
        reached += [each for each in between if each not in reached and certificates.is_issued_by(lower, each)]
    return False


def choose(received: Sequence[bytes]) -> Authorities:
    """Find out who is who; raises RemoteError with CaCertificateUnusable or RecipientMissing."""
    found = [each for each in readable(received) if _has_sound_key(each)]
    if not found:
        raise RemoteError(events.CaCertificateUnusable())
    cas = [each for each in found if _is_authority(each, found)]
    # A registration authority counts only with a certificate of one of the others. Alone it is all there is.
    ras = [each for each in found if each not in cas and (not cas or _issuer(each, cas) is not None)]
    recipient = _recipient(ras, cas)
    issuing = _issuer(recipient, cas) if recipient in ras else recipient
    signers = tuple(each for each in ras if purpose.may_sign(each)) + tuple(cas)
    return Authorities(issuing or recipient, recipient, signers, tuple(found))


def _recipient(ras: list[Certificate], cas: list[Certificate]) -> Certificate:
    """Whom to encrypt for: a registration authority that may be, else the lowest authority.

    An authority that is alone is taken even if its keyUsage is for signing certificates only, as many are.
    """
    fit = [each for each in ras if purpose.may_encipher(each)]
    lowest = [each for each in cas if not any(_is_above(each, other) for other in cas)] or cas
    if not fit:
        fit = [each for each in lowest if purpose.may_encipher(each)] if ras else lowest
    able = [each for each in fit if isinstance(each.public_key(), RSAPublicKey)]
    if not able:
        raise RemoteError(events.CaCertificateUnusable() if not ras else events.RecipientMissing())
    # Of several the newest, because authorities are followed by their successors.
    return max(able, key=lambda each: each.not_before)


def _is_authority(certificate: Certificate, others: list[Certificate]) -> bool:
    told = purpose.is_authority(certificate)
    if told is None:
        return certificate.is_self_issued or any(_is_above(certificate, other) for other in others)
    return told


def _is_above(upper: Certificate, lower: Certificate) -> bool:
    return upper is not lower and not lower.is_self_issued and certificates.is_issued_by(lower, upper)


def _issuer(certificate: Certificate, cas: list[Certificate]) -> Certificate | None:
    return next((each for each in cas if certificates.is_issued_by(certificate, each)), None)


def _has_sound_key(certificate: Certificate) -> bool:
    try:
        certificate.public_key()
    except keys.InvalidKey:
        return False
    return True
