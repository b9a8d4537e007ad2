"""The authority as the protocol sees it: takes requests, lets its reviewer decide, issues, and answers repetitions."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from fauxgate.ca import issuing, renewal, revocation
from fauxgate.ca.generations import Generations
from fauxgate.ca.hierarchy import Shape
from fauxgate.ca.issuing import CertificateProfile, UnfitRequest
from fauxgate.ca.register import Crl, LogLine, Record, Register, Standing, State
from fauxgate.ca.renewal import RenewalRules
from fauxgate.ca.reviewers import Arrival, Issue, Reject, Reviewer
from fauxgate.ca.wanted import Wanted
from fauxgate.pki import keys, names
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.crls import Reason
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.issuer import (
    BasicIssuer,
    Decision,
    Defer,
    EnrollmentRequest,
    Grant,
    GrantUnreadable,
    Identity,
    PollRequest,
    Refuse,
    Unenvelopable,
)


class Rules(NamedTuple):
    """What an authority does where the standard leaves it free."""

    shape: Shape = Shape()
    unenvelopable: Unenvelopable = Unenvelopable.DECIDE
    renewal: RenewalRules = RenewalRules()


class Authority(BasicIssuer):
    """Everything that it knows is in its register; its keys are made when they are first needed.

    A `scep.issuer.Issuer`. `subject` is a name in the `/C=NL/O=...` form; raises names.InvalidName when it is none.
    It is asked by several threads, and several processes may share a register: each question is one transaction.
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
        rules: Rules = Rules(),  # noqa: B008  (a value, which nobody changes)
    ) -> None:
        names.parse(subject)
        self._reviewer = reviewer
        self.register = register
        self.now = now
        self.random = random
        self._profile = profile
        self._rules = rules
        self.unenvelopable = rules.unenvelopable
        self.generations = Generations(
            subject,
            rules.shape,
            register=register,
            serial_number=self._serial_number,
            random=random,
            now=now,
            profile=profile,
        )
        # Of requesters whose key opens no envelope, as long as they wait; a password is never written down.
        self._passwords: dict[int, str] = {}

    @property
    def certificate(self) -> x509.Certificate:
        """The issuing certificate."""
        return self.generations.current().issuing.certificate

    @property
    def key(self) -> rsa.RSAPrivateKey:
        """The issuing certificate's private key."""
        return self.generations.current().issuing.key

    def ca_chain(self) -> Sequence[bytes]:
        """The root, where an intermediate issues."""
        return self.generations.current().chain

    def ra_signer(self) -> Identity | None:
        """The registration authority that signs replies."""
        return self.generations.current().ra_signer

    def ra_recipient(self) -> Identity | None:
        """The registration authority that requests are encrypted for."""
        return self.generations.current().ra_recipient

    def other_recipients(self) -> Sequence[Identity]:
        """All of the next generation and of those before (RFC 8894, 4.7)."""
        return [identity for other in self.generations.others() for identity in other.identities]

    def next_ca(self) -> Sequence[bytes]:
        """The next generation, once it is prepared."""
        following = self.generations.following()
        return () if following is None else following.certificates

    def get_certificate(self, issuer: bytes, serial_number: int) -> bytes | None:
        """One that was issued, or one of the authority's own."""
        record = self.register.issued(serial_number)
        own = self.generations.current().certificates
        found = [*own, *([record.certificate] if record is not None and record.certificate is not None else [])]
        parsed = [Certificate.parse(der) for der in found]
        fits = (each for each in parsed if each.serial_number == serial_number and names.are_equal(each.issuer, issuer))
        return next((each.der for each in fits), None)

    def crl(self, issuer: bytes, serial_number: int) -> bytes | None:
        """The list of the generation that issued the certificate; of a number that is not known, the current one."""
        if not names.are_equal(self.generations.current().issuing.name, issuer):
            return None
        record = self.register.issued(serial_number)
        return self.revocation_list(None if record is None else record.generation).der

    def revocation_list(self, generation: int | None = None) -> Crl:
        """The list of a generation of ours, or of the current one."""
        number = generation or self.generations.number()
        hierarchy = self.generations.find(number) or self.generations.current()
        return revocation.current_crl(self.register, number, hierarchy.issuing, self.now(), self._profile)

    def review(self, request: EnrollmentRequest) -> Decision:
        """Decide on a request; the same request again gets the answer of its first time, or of its poll."""
        wanted = Wanted.of(request.csr)
        with self.register.transaction():
            known = self.register.latest(request.transaction_id)
            # A renewal with the same key may repeat its first request to the byte; only the signer is another.
            is_same = known is not None and (known.wanted, known.renewal_of) == (wanted, request.renewal_of)
            if known is not None and is_same and not self._is_due(known):
                return self._decision(self.settle(known))
            if known is not None and known.state is State.PENDING:
                if known.wanted.spki != wanted.spki:
                    # Recorded nowhere: whoever guesses a transaction id must not disturb its owner.
                    return Refuse(FailInfo.BAD_REQUEST)
                self.reject_record(known, f"replaced by request {self.register.next_id()}")
            return self._decision(self._received(request, wanted))

    def poll(self, request: PollRequest) -> Decision:
        """Decide on a poll.

        Transaction id and signer count, not `issuer_and_subject`, into which clients put all sorts of issuers
        (scep-interop.md section 8). An unknown transaction is refused (RFC 8894, 4.4), and so is another's.
        """
        with self.register.transaction():
            record = self.register.latest(request.transaction_id)
            if record is None or not _is_same_signer(record.signer, request.signer):
                return Refuse(FailInfo.BAD_CERT_ID)
            if record.state is State.PENDING:
                record = self.register.keep(replace(record, polls=record.polls + 1))
            return self._decision(self.settle(record))

    def requests(self) -> tuple[Record, ...]:
        """Every request, the oldest first."""
        return tuple(self.register)

    def settle(self, record: Record) -> Record:
        """What becomes of a record now; one that is decided stays as it is."""
        if record.state is not State.PENDING:
            return record
        verdict = self._reviewer.review(record)
        if isinstance(verdict, Issue):
            verdict = self._objection(record) or verdict
        if isinstance(verdict, Reject):
            return self.reject_record(record, verdict.reason, verdict.fail_info)
        return self.issue_record(record) if isinstance(verdict, Issue) else record

    def issue_record(self, record: Record, *, by_hand: bool = False) -> Record:
        """Issue for a record, unless its owner could not read the reply and it is not handed over `by_hand`."""
        is_readable = by_hand or self.unenvelopable is not Unenvelopable.DECIDE or _opens_envelopes(record)
        if not is_readable:
            return self.keep(replace(record, state=State.UNREADABLE))
        number = self._serial_number()
        generation = self.generations.number()
        issuer = self.generations.current().issuing
        try:
            certificate = issuing.issue(record.wanted, issuer, number, self.now(), self._profile)
        except UnfitRequest as error:
            return self.reject_record(record, str(error))
        issued = replace(
            record, state=State.ISSUED, serial_number=number, certificate=certificate, generation=generation
        )
        self._revoke_renewed(record)
        return self.keep(issued, f"serial number {number:016x}")

    def reject_record(self, record: Record, reason: str, fail_info: FailInfo = FailInfo.BAD_REQUEST) -> Record:
        """Refuse what a record asks for."""
        return self.keep(replace(record, state=State.REJECTED, reason=reason, fail_info=fail_info), reason)

    def revoke_record(self, record: Record, reason: Reason) -> Record:
        """Revoke the certificate of a record."""
        self.register.outdate_crls()
        revoked = replace(record, state=State.REVOKED, revoked=self.now(), reason=reason.value)
        return self.keep(revoked, reason.value)

    def keep(self, record: Record, detail: str = "") -> Record:
        """Put a record into the register, and what became of it into the log."""
        self.log(record.state.value, record.id, detail)
        return self.register.keep(record)

    def log(self, what: str, request: int | None = None, detail: str = "") -> None:
        """Add to the log."""
        self.register.write_log(LogLine(self.now(), what, request, detail))

    def _received(self, request: EnrollmentRequest, wanted: Wanted) -> Record:
        old = renewal.vouching(self.register, request.renewal_of, wanted)
        appraisal = self._reviewer.appraise(Arrival(wanted.subject, request.challenge, self.now()))
        record = Record(
            id=self.register.next_id(),
            transaction_id=request.transaction_id,
            subject=names.oneline(wanted.subject),
            wanted=wanted,
            received=self.now(),
            standing=appraisal.standing,
            entry=appraisal.entry if appraisal.entry is not None or old is None else old.entry,
            signer=request.signer,
            renewal_of=request.renewal_of if old is not None else None,
        )
        if (
            request.challenge is not None
            and self.unenvelopable is Unenvelopable.PASSWORD
            and not _is_rsa(request.signer)
        ):
            self._passwords[record.id] = request.challenge
        self.register.keep(record)
        self.log("received", record.id, record.subject)
        return self.settle(record)

    def _objection(self, record: Record) -> Reject | None:
        """What the renewal rules say against a request that brings no password."""
        if record.standing is Standing.VOUCHED:
            return None
        old = renewal.vouching(self.register, record.renewal_of, record.wanted)
        return None if old is None else renewal.objection(self._rules.renewal, self.register, old, self.now())

    def _is_due(self, record: Record) -> bool:
        is_issued = record.state is State.ISSUED and record.certificate is not None
        return is_issued and renewal.is_due(Certificate.parse(record.certificate or b""), self.now())

    def _revoke_renewed(self, record: Record) -> None:
        old = (
            renewal.vouching(self.register, record.renewal_of, record.wanted)
            if self._rules.renewal.revoke_old
            else None
        )
        if old is not None and old.state is State.ISSUED:
            self.revoke_record(old, Reason.SUPERSEDED)

    def _decision(self, record: Record) -> Decision:
        match record.state:
            case State.ISSUED if record.certificate is not None:
                return Grant(record.certificate, self._passwords.get(record.id))
            case State.PENDING:
                return Defer()
            case State.UNREADABLE:
                # Inferred: the appliance's EC enrollment ends at a reply whose inner part cannot be read
                # (fortios-certificates.md 1.3), so the authority must have answered with a success.
                return GrantUnreadable()
            case _:
                # Inferred: a certificate that is revoked is not handed out once more.
                return Refuse(record.fail_info)

    def _serial_number(self) -> int:
        """A number that was never used and always takes 8 bytes in DER: the first is neither 0 nor negative."""
        drawn = self.random(8)
        # 0x7e at most, so that counting on from a number in use stays below the sign bit.
        first = 1 + drawn[0] % 0x7E
        return self.register.use_serial_number(int.from_bytes(bytes([first]) + drawn[1:], "big"))


def _is_same_signer(one: bytes, other: bytes) -> bool:
    """Whether two signers have one key; who signs for itself may make a new certificate for each message."""
    if not one or not other:
        return one == other
    return one == other or Certificate.parse(one).spki == Certificate.parse(other).spki


def _is_rsa(certificate: bytes) -> bool:
    return bool(certificate) and isinstance(Certificate.parse(certificate).public_key(), rsa.RSAPublicKey)


def _opens_envelopes(record: Record) -> bool:
    """Whether the reply can be encrypted for its reader: the signer's key, which in a renewal is the old one."""
    if record.renewal_of:
        return _is_rsa(record.renewal_of)
    return isinstance(keys.public_key(record.wanted.spki), rsa.RSAPublicKey)
