"""What the people who run an authority do with it; each of these is one transaction, and stands in the log."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from fauxgate.ca.authority import Authority
from fauxgate.ca.entries import Entry, Kind
from fauxgate.ca.errors import NotIssued, NotPending, RequestUnreadable, UnknownCertificate, UnknownRequest
from fauxgate.ca.register import Crl, LogLine, Record, Standing, State
from fauxgate.ca.wanted import Wanted
from fauxgate.pki import names, requests
from fauxgate.pki.crls import Reason
from fauxgate.pki.requests import CertificateRequest, InvalidRequest


def handed_over(name: str, content: bytes) -> CertificateRequest:
    """The request in a file, PEM or DER; raises RequestUnreadable."""
    try:
        is_pem = b"-----BEGIN" in content
        request = requests.from_pem(content.decode("latin-1")) if is_pem else CertificateRequest.parse(content)
    except InvalidRequest as error:
        raise RequestUnreadable(name, "it is no PKCS#10 request") from error
    if not request.is_signature_valid:
        raise RequestUnreadable(name, "its signature is wrong")
    return request


class Administration:
    """The counter behind which an authority is run."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._register = authority.register

    def requests(self) -> Sequence[Record]:
        """Every request, the oldest first."""
        return self._authority.requests()

    def approve(self, request_id: int) -> Record:
        """Issue for a pending request; the record returned says what came of it. Raises UnknownRequest, NotPending."""
        with self._register.transaction():
            return self._authority.issue_record(self._pending(request_id))

    def reject(self, request_id: int, reason: str = "") -> Record:
        """Refuse a pending request; raises UnknownRequest or NotPending."""
        with self._register.transaction():
            return self._authority.reject_record(self._pending(request_id), reason)

    def issue(self, request: CertificateRequest) -> Record:
        """Issue for a request that somebody handed over; the record returned says what came of it."""
        wanted = Wanted.of(request)
        with self._register.transaction():
            number = self._register.next_id()
            record = Record(
                id=number,
                # A client that names its transaction so gets nothing: this record has no signer whose poll it could be.
                transaction_id=f"by hand {number}",
                subject=names.oneline(wanted.subject),
                wanted=wanted,
                received=self._authority.now(),
                standing=Standing.VOUCHED,
            )
            return self._authority.issue_record(self._register.keep(record), by_hand=True)

    def revoke(self, serial_number: int, reason: Reason = Reason.UNSPECIFIED) -> Record:
        """Revoke a certificate; raises UnknownCertificate or NotIssued."""
        with self._register.transaction():
            record = self._register.issued(serial_number)
            if record is None:
                raise UnknownCertificate(serial_number)
            if record.state is not State.ISSUED:
                raise NotIssued(serial_number, record.state)
            return self._authority.revoke_record(record, reason)

    def reset(self, request_id: int) -> Record:
        """Forget how a request was decided, for a client that lost its key or shall be asked anew.

        fortios-certificates.md 5.4: FortiAuthenticator's "reset enrollment request status". The certificate, if one was
        issued, stays valid and is found by its number. Raises UnknownRequest.
        """
        with self._register.transaction():
            record = self._register.find(request_id)
            if record is None:
                raise UnknownRequest(request_id)
            self._free(record.entry)
            self._authority.log("reset", record.id)
            return self._register.keep(replace(record, transaction_id=f"reset {record.id}"))

    def expect(
        self,
        kind: Kind,
        subject: str,
        *,
        challenge: str | None,
        one_time: bool = False,
        expires: datetime | None = None,
        renewable_days: int | None = None,
    ) -> Entry:
        """Add an enrollment request; `challenge` is hashed. Raises names.InvalidName."""
        names.parse(subject)
        with self._register.transaction():
            entry = Entry(
                id=len(self._register.entries()) + 1,
                kind=kind,
                subject=subject,
                created=self._authority.now(),
                challenge=challenge,
                one_time=one_time,
                expires=expires,
                renewable_days=renewable_days,
            )
            self._authority.log("expected", detail=f"{kind.value} {subject}")
            return self._register.keep_entry(entry)

    def expected(self) -> Sequence[Entry]:
        """The enrollment requests, the oldest first."""
        return self._register.entries()

    def revocation_list(self) -> Crl:
        """The current revocation list."""
        return self._authority.revocation_list()

    def prepare_next(self) -> None:
        """Make the next generation of keys, which GetNextCACert tells from now on (RFC 8894, 4.7)."""
        with self._register.transaction():
            self._authority.generations.prepare()
            self._authority.log("next authority prepared")

    def begin_next(self) -> None:
        """Let the next generation issue."""
        with self._register.transaction():
            self._authority.generations.begin_next()
            self._authority.log("next authority issues")

    def log(self) -> Sequence[LogLine]:
        """What happened, oldest first."""
        return self._register.log()

    def _free(self, entry_id: int | None) -> None:
        used = next((entry for entry in self._register.entries() if entry.id == entry_id), None)
        if used is not None and used.uses:
            self._register.keep_entry(replace(used, uses=used.uses - 1))

    def _pending(self, request_id: int) -> Record:
        record = self._register.find(request_id)
        if record is None:
            raise UnknownRequest(request_id)
        if record.state is not State.PENDING:
            raise NotPending(request_id, record.state)
        return record
