"""Faults of the authority itself: its decisions, its certificates, those that it hands out."""

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from fauxgate.ca import issuing
from fauxgate.ca.faults.base import Fault, identity
from fauxgate.ca.issuing import Authoritative
from fauxgate.ca.wanted import Wanted
from fauxgate.pki import keys
from fauxgate.pki.certificates import Certificate
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.issuer import Decision, Defer, Identity, Refuse

_YEAR = timedelta(days=365)


class PendingForEver(Fault):
    """See `summary`."""

    name, summary = "pending-for-ever", "answer PENDING however often the client asks"

    def decision(self, decision: Decision) -> Decision:  # noqa: ARG002  (it is not told)
        """Not decided."""
        return Defer()


class Refused(Fault):
    """Refuses whatever the decision was."""

    fail_info: ClassVar[FailInfo]
    text: ClassVar[str] = ""

    def decision(self, decision: Decision) -> Decision:  # noqa: ARG002  (it is not told)
        """No."""
        return Refuse(self.fail_info, self.text)


class BadAlg(Refused):
    """See `summary`."""

    name, summary = "bad-alg", "refuse with failInfo badAlg"
    fail_info = FailInfo.BAD_ALG


class BadMessageCheck(Refused):
    """See `summary`."""

    name, summary = "bad-message-check", "refuse with failInfo badMessageCheck"
    fail_info = FailInfo.BAD_MESSAGE_CHECK


class BadRequest(Refused):
    """See `summary`."""

    name, summary = "bad-request", "refuse with failInfo badRequest"
    fail_info = FailInfo.BAD_REQUEST


class BadTime(Refused):
    """See `summary`."""

    name, summary = "bad-time", "refuse with failInfo badTime"
    fail_info = FailInfo.BAD_TIME


class BadCertId(Refused):
    """See `summary`."""

    name, summary = "bad-cert-id", "refuse with failInfo badCertId"
    fail_info = FailInfo.BAD_CERT_ID


class BadRequestText(Refused):
    """See `summary`."""

    name, summary = "bad-request-text", "refuse with failInfo badRequest, and say why in failInfoText"
    fail_info = FailInfo.BAD_REQUEST
    text = "The one-time password was used before."


class CaCertificate(Fault):
    """Tells another certificate than the one that issues."""

    def told(self) -> Authoritative:
        """The other one."""
        raise NotImplementedError

    def ca_certificates(self, certificates: Sequence[bytes]) -> Sequence[bytes]:  # noqa: ARG002  (another is told)
        """The other one alone."""
        return (identity(self.told()).certificate,)


class ExpiredCa(CaCertificate):
    """See `summary`."""

    name, summary = "expired-ca", "go on with a CA certificate that expired a year ago"

    def told(self) -> Authoritative:
        """The same key, too late."""
        now = self.workshop.now()
        return self.workshop.redated(now - 2 * _YEAR, now - _YEAR)


class FutureCa(CaCertificate):
    """See `summary`."""

    name, summary = "future-ca", "go on with a CA certificate that is valid from next year on"

    def told(self) -> Authoritative:
        """The same key, too early."""
        now = self.workshop.now()
        return self.workshop.redated(now + _YEAR, now + 2 * _YEAR)


class OtherCa(CaCertificate):
    """See `summary`."""

    name, summary = "other-ca", "tell the certificate of another CA of the same name"

    def told(self) -> Authoritative:
        """A stranger, who opens requests too."""
        return self.workshop.stranger()

    def identities(self) -> Sequence[Identity]:
        """The stranger."""
        return (identity(self.workshop.stranger()),)


class RegistrationAuthority(Fault):
    """Replies and is written to by way of a registration authority with a peculiar certificate."""

    purposes: ClassVar[Sequence[str]]

    def identities(self) -> Sequence[Identity]:
        """It opens requests."""
        return (self._ra(),)

    def ca_certificates(self, certificates: Sequence[bytes]) -> Sequence[bytes]:
        """Its certificate first."""
        return (self._ra().certificate, *certificates)

    def signer(self, identity_: Identity) -> Identity:  # noqa: ARG002  (that one does not sign)
        """It signs."""
        return self._ra()

    def _ra(self) -> Identity:
        return identity(self.workshop.ra(*self.purposes))


class RaWithoutKeyUsage(RegistrationAuthority):
    """See `summary`."""

    name, summary = "ra-without-key-usage", "use an RA certificate that has no key usage at all"
    purposes = ()


class RaSignatureOnly(RegistrationAuthority):
    """See `summary`."""

    name, summary = "ra-signature-only", "use an RA certificate that may sign and not be encrypted for"
    purposes = ("digital_signature",)


class RaEncryptionOnly(RegistrationAuthority):
    """See `summary`."""

    name, summary = "ra-encryption-only", "use an RA certificate that may be encrypted for and not sign"
    purposes = ("key_encipherment",)


class ReversedChain(Fault):
    """See `summary`."""

    name, summary = "reversed-chain", "tell a chain with a foreign root first and the issuing CA last"

    def ca_certificates(self, certificates: Sequence[bytes]) -> Sequence[bytes]:
        """From the top."""
        return (identity(self.workshop.stranger()).certificate, *reversed(certificates))


class Rollover(Fault):
    """See `summary`."""

    name, summary = "rollover", "tell the certificate of before, and reply with the next authority's key"

    def signer(self, identity_: Identity) -> Identity:  # noqa: ARG002  (that one signs no more)
        """The next authority of the same name."""
        return identity(self.workshop.stranger())


class WrongKey(Fault):
    """See `summary`."""

    name, summary = "wrong-key", "hand out a certificate with the client's subject and another key"

    def granted(self, certificate: bytes) -> bytes:
        """For the stranger's key."""
        spki = keys.spki(self.workshop.stranger().key)
        return _issued(self, Wanted(b"", Certificate.parse(certificate).subject, spki))


class WrongSubject(Fault):
    """See `summary`."""

    name, summary = "wrong-subject", "hand out a certificate with the client's key and another subject"

    def granted(self, certificate: bytes) -> bytes:
        """For somebody else."""
        stranger = self.workshop.ra().name
        return _issued(self, Wanted(b"", stranger, Certificate.parse(certificate).spki))


class CaInstead(Fault):
    """See `summary`."""

    name, summary = "ca-instead", "hand out the CA's own certificate and no other"

    def granted(self, certificate: bytes) -> bytes:  # noqa: ARG002  (it is not handed out)
        """The CA's."""
        return identity(self.workshop.issuing).certificate


def _issued(fault: Fault, wanted: Wanted) -> bytes:
    workshop = fault.workshop
    number = int.from_bytes(b"\x7f" + fault.random(7), "big")
    return issuing.issue(wanted, workshop.issuing, number, workshop.now(), issuing.CertificateProfile())
