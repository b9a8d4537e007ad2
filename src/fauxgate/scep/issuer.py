"""What a responder needs of the authority behind it: whom to sign as, and a decision on each question."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep.attributes import FailInfo


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate in DER and its private key, which answers for the authority."""

    certificate: bytes
    key: RSAPrivateKey


@dataclass(frozen=True, slots=True)
class EnrollmentRequest:
    """A PKCSReq or RenewalReq: the CSR's own signature and the message's are verified already.

    `signer` is the DER of the certificate that signed the message. If that is one of the authority's own,
    `renewal_of` is the same: the request is a renewal, whatever its message type (RFC 8894, 2.3, and
    scep-interop.md 4.1 item 10), and needs no challenge. Whether it is revoked or too old is the issuer's to say.
    """

    transaction_id: str
    csr: CertificateRequest
    challenge: str | None
    signer: bytes
    renewal_of: bytes | None = None


@dataclass(frozen=True, slots=True)
class PollRequest:
    """A CertPoll: `issuer_and_subject` is the DER inside, `signer` the DER of the certificate that signed it."""

    transaction_id: str
    issuer_and_subject: bytes
    signer: bytes


@dataclass(frozen=True, slots=True)
class Grant:
    """Issued: the certificate in DER.

    `password` is the request's challenge, for a requester whose key opens no envelope; see `Unenvelopable.PASSWORD`.
    """

    certificate: bytes
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Defer:
    """Not decided yet: PENDING."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refused: FAILURE; `text` goes along as failInfoText, if there is any."""

    fail_info: FailInfo
    text: str = ""


@dataclass(frozen=True, slots=True)
class GrantUnreadable:
    """SUCCESS without content, for a requester whose EC key can open no envelope; nothing is issued.

    Inferred: fortios-certificates.md 1.3 shows the appliance failing to read the inner part, not what it was sent.
    """


Decision = Grant | Defer | Refuse | GrantUnreadable


class Unenvelopable(Enum):
    """What is done with a requester whose key, such as an EC key, opens no envelope."""

    # badAlg before anything is issued.
    REFUSE = "refuse"
    # RFC 8894, 3.1: the reply is encrypted with the challengePassword; without one it is badAlg.
    PASSWORD = "password"  # noqa: S105 - a name
    # The issuer decides as on any other; a Grant then goes out as SUCCESS without content.
    DECIDE = "decide"


class Issuer(Protocol):
    """The authority behind a responder. What a simple one leaves out, it inherits from `BasicIssuer`."""

    @property
    def certificate(self) -> x509.Certificate:
        """The issuing authority's certificate."""

    @property
    def key(self) -> RSAPrivateKey:
        """Its private key: signs replies and opens requests, unless somebody else does."""

    @property
    def unenvelopable(self) -> Unenvelopable:
        """What is done with requesters whose key opens no envelope."""

    def review(self, request: EnrollmentRequest) -> Decision:
        """Decide on a request."""

    def poll(self, request: PollRequest) -> Decision:
        """Decide on a poll; it counts only from the signer of the request (RFC 8894, 4.4)."""

    def ca_chain(self) -> Sequence[bytes]:
        """The certificates above the issuing one that GetCACert tells, in DER, the nearest first."""

    def ra_signer(self) -> Identity | None:
        """The registration authority that signs replies; None where the authority itself does."""

    def ra_recipient(self) -> Identity | None:
        """The registration authority that requests are encrypted for; None: as for `ra_signer`."""

    def other_recipients(self) -> Sequence[Identity]:
        """Who else may be written to without being told: the next authority, or one of before (RFC 8894, 4.7)."""

    def get_certificate(self, issuer: bytes, serial_number: int) -> bytes | None:
        """GetCert: a certificate in DER by its issuer's name in DER and its number; None if there is none."""

    def crl(self, issuer: bytes, serial_number: int) -> bytes | None:
        """GetCRL: the list in DER on which that certificate would stand; None if there is none."""

    def next_ca(self) -> Sequence[bytes]:
        """GetNextCACert: the next authority's certificates in DER; none while there is no next one."""


class BasicIssuer:
    """The answers of an authority that only issues: no chain, no RA, no archive, no CRL, no successor."""

    unenvelopable = Unenvelopable.REFUSE

    def ca_chain(self) -> Sequence[bytes]:
        """Nothing above."""
        return ()

    def ra_signer(self) -> Identity | None:
        """The authority signs."""
        return None

    def ra_recipient(self) -> Identity | None:
        """Nobody but the signer is written to."""
        return None

    def other_recipients(self) -> Sequence[Identity]:
        """Nobody else."""
        return ()

    def get_certificate(self, issuer: bytes, serial_number: int) -> bytes | None:  # noqa: ARG002  (knows none)
        """Nothing is found."""
        return None

    def crl(self, issuer: bytes, serial_number: int) -> bytes | None:  # noqa: ARG002  (has none)
        """No list."""
        return None

    def next_ca(self) -> Sequence[bytes]:
        """No successor."""
        return ()
