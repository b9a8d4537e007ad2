"""The responder side: every HTTP request is answered, and what happened is told as events."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.events import Event
from fauxgate.scep.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class EnrollmentRequest:
    """A PKCSReq as the issuer sees it: the CSR's own signature and the message's are verified already."""

    transaction_id: str
    csr: CertificateRequest
    challenge: str | None
    signer: bytes


@dataclass(frozen=True, slots=True)
class Grant:
    """Issued: the certificate in DER."""

    certificate: bytes


@dataclass(frozen=True, slots=True)
class Defer:
    """Not decided yet: PENDING."""


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refused: FAILURE."""

    fail_info: FailInfo


@dataclass(frozen=True, slots=True)
class GrantUnreadable:
    """SUCCESS without content, for a requester whose EC key can open no envelope; nothing is issued."""


Decision = Grant | Defer | Refuse | GrantUnreadable


class Issuer(Protocol):
    """The authority behind a responder."""

    @property
    def certificate(self) -> x509.Certificate:
        """The authority's certificate."""

    @property
    def key(self) -> RSAPrivateKey:
        """Its private key: signs replies, opens requests."""

    def review(self, request: EnrollmentRequest) -> Decision:
        """Decide on a PKCSReq."""

    def poll(self, transaction_id: str, issuer_and_subject: bytes) -> Decision:
        """Decide on a GetCertInitial; `issuer_and_subject` is the DER inside."""


class Responder:
    """Answers SCEP requests on behalf of an issuer."""

    def __init__(self, issuer: Issuer, random: Callable[[int], bytes]) -> None:
        raise NotImplementedError

    def receive(self, request: HttpRequest, now: datetime) -> Iterator[Event | HttpResponse]:
        """Events, then as the last item the response; every request gets one."""
        raise NotImplementedError
