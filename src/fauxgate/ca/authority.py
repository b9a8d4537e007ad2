"""The authority: takes requests, lets its reviewer decide, issues, and answers the same when asked again."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from fauxgate.ca import issuing
from fauxgate.ca.errors import NotPending, UnknownRequest
from fauxgate.ca.issuing import CertificateProfile, Root, UnfitRequest
from fauxgate.ca.register import Record, Register, State
from fauxgate.ca.reviewers import Issue, Reject, Reviewer
from fauxgate.pki import names
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.issuer import (
    BasicIssuer,
    Decision,
    Defer,
    EnrollmentRequest,
    Grant,
    GrantUnreadable,
    PollRequest,
    Refuse,
    Unenvelopable,
)


class Authority(BasicIssuer):
    """A root that is made when it is first needed, and everything it has signed; a `scep.issuer.Issuer`.

    `subject` is a name in the `/C=NL/O=...` form; raises names.InvalidName when it is none.
    Listeners ask it from several threads, so each question is answered under one lock.
    """

    def __init__(
        self,
        subject: str,
        *,
        reviewer: Reviewer,
        register: Register,
        now: Callable[[], datetime],
        random: Callable[[int], bytes],
        profile: CertificateProfile,
        unenvelopable: Unenvelopable = Unenvelopable.DECIDE,
    ) -> None:
        self._name = names.parse(subject)
        self._reviewer = reviewer
        self._register = register
        self._now = now
        self._random = random
        self._profile = profile
        self.unenvelopable = unenvelopable
        self._made: Root | None = None
        self._lock = threading.RLock()

    @property
    def certificate(self) -> x509.Certificate:
        """The root certificate."""
        return self._root().certificate

    @property
    def key(self) -> rsa.RSAPrivateKey:
        """The root's private key."""
        return self._root().key

    def review(self, request: EnrollmentRequest) -> Decision:
        """Decide on a request; the same request again gets the answer of its first time, or of its poll."""
        with self._lock:
            known = self._register.latest(request.transaction_id)
            # A renewal with the same key may repeat its first request to the byte; only the signer is another.
            if known is not None and (known.request, known.renewal_of) == (request.csr.der, request.renewal_of):
                return _decision(self._settle(known))
            if known is not None and known.state is State.PENDING:
                if not _is_for_same_key(known, request):
                    # Recorded nowhere: whoever guesses a transaction id must not disturb its owner.
                    return Refuse(FailInfo.BAD_REQUEST)
                self._reject(known, f"replaced by request {self._register.next_id()}")
            return _decision(self._settle(self._received(request)))

    def poll(self, request: PollRequest) -> Decision:
        """Decide on a poll.

        Transaction id and signer count, not `issuer_and_subject`, into which clients put all sorts of issuers
        (scep-interop.md section 8). An unknown transaction is refused (RFC 8894, 4.4), and so is another's.
        """
        with self._lock:
            record = self._register.latest(request.transaction_id)
            if record is None or not _is_same_signer(record.signer, request.signer):
                return Refuse(FailInfo.BAD_CERT_ID)
            if record.state is State.PENDING:
                record = self._register.keep(replace(record, polls=record.polls + 1))
            return _decision(self._settle(record))

    def requests(self) -> tuple[Record, ...]:
        """Every request, the oldest first."""
        with self._lock:
            return tuple(self._register)

    def approve(self, request_id: int) -> Record:
        """Issue for a pending request; the record returned says what came of it.

        Raises UnknownRequest or NotPending.
        """
        with self._lock:
            return self._issue(self._pending(request_id))

    def reject(self, request_id: int, reason: str = "") -> Record:
        """Refuse a pending request; raises UnknownRequest or NotPending."""
        with self._lock:
            return self._reject(self._pending(request_id), reason)

    def _root(self) -> Root:
        with self._lock:
            if self._made is None:
                self._made = issuing.make_root(self._name, self._serial_number(), self._now(), self._profile)
            return self._made

    def _received(self, request: EnrollmentRequest) -> Record:
        return self._register.keep(
            Record(
                id=self._register.next_id(),
                transaction_id=request.transaction_id,
                subject=names.oneline(request.csr.subject),
                request=request.csr.der,
                challenge=request.challenge,
                signer=request.signer,
                renewal_of=request.renewal_of,
                received=self._now(),
            )
        )

    def _settle(self, record: Record) -> Record:
        if record.state is not State.PENDING:
            return record
        verdict = self._reviewer.review(record)
        if isinstance(verdict, Issue):
            return self._issue(record)
        if isinstance(verdict, Reject):
            return self._reject(record, verdict.reason)
        return record

    def _issue(self, record: Record) -> Record:
        request = CertificateRequest.parse(record.request)
        if self.unenvelopable is Unenvelopable.DECIDE and not _opens_envelopes(record, request):
            return self._register.keep(replace(record, state=State.UNREADABLE))
        number = self._serial_number()
        try:
            certificate = issuing.issue(request, self._root(), number, self._now(), self._profile)
        except UnfitRequest as error:
            return self._reject(record, str(error))
        issued = replace(record, state=State.ISSUED, serial_number=number, certificate=certificate)
        return self._register.keep(issued)

    def _reject(self, record: Record, reason: str) -> Record:
        return self._register.keep(replace(record, state=State.REJECTED, reason=reason))

    def _pending(self, request_id: int) -> Record:
        record = self._register.find(request_id)
        if record is None:
            raise UnknownRequest(request_id)
        if record.state is not State.PENDING:
            raise NotPending(request_id, record.state)
        return record

    def _serial_number(self) -> int:
        """A number that was never used and always takes 8 bytes in DER: the first is neither 0 nor negative."""
        drawn = self._random(8)
        # 0x7e at most, so that counting on from a number in use stays below the sign bit.
        first = 1 + drawn[0] % 0x7E
        return self._register.use_serial_number(int.from_bytes(bytes([first]) + drawn[1:], "big"))


def _decision(record: Record) -> Decision:
    if record.certificate is not None:
        return Grant(record.certificate, record.challenge)
    if record.state is State.PENDING:
        return Defer()
    if record.state is State.UNREADABLE:
        # Inferred: the appliance's EC enrollment ends at a reply whose inner part cannot be read
        # (fortios-certificates.md 1.3), so the authority must have answered with a success.
        return GrantUnreadable()
    return Refuse(FailInfo.BAD_REQUEST)


def _is_for_same_key(record: Record, request: EnrollmentRequest) -> bool:
    return CertificateRequest.parse(record.request).spki == request.csr.spki


def _is_same_signer(one: bytes, other: bytes) -> bool:
    """Whether two signers have one key; who signs for itself may make a new certificate for each message."""
    return one == other or Certificate.parse(one).spki == Certificate.parse(other).spki


def _opens_envelopes(record: Record, request: CertificateRequest) -> bool:
    """Whether the reply can be encrypted for its reader: the signer's key, which in a renewal is the old one."""
    reader = Certificate.parse(record.renewal_of) if record.renewal_of else request
    return isinstance(reader.public_key(), rsa.RSAPublicKey)
