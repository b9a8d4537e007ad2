"""The event log: what the journal has, as entries with the ids and fields of the vendor's log reference.

Source: fortios-certificates.md section 6. Ids, names of fields, categories and severities are confirmed there; no entry
of a device was seen, so every value is Inferred, and so are the descriptions of 22203 and 22204. A device's log settles
them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from fauxgate.device.events import (
    CaUpdated,
    CaUpdateDue,
    CaUpdateFailed,
    CertificateExpired,
    CertificateLoaded,
    CertificateNearExpiry,
    CertificateRemoved,
    CertificateUpdated,
    CrlUpdateRequested,
    Event,
    Journal,
    RenewalDue,
    ScepStep,
)
from fauxgate.model.storage import ROOT

if TYPE_CHECKING:
    from fauxgate.scep.events import Event as ScepEvent

# What `cert-type`, a field of six letters, says of each table of certificates.
CERTIFICATE_TYPES = {"local": "Local", "ca": "CA", "remote": "Remote"}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry: its id, `system` or `vpn`, how severe it is, what its id means, and its own fields in order."""

    moment: datetime
    number: int
    subtype: str
    level: str
    description: str
    fields: tuple[tuple[str, str], ...]


class EventLog:
    """The entries since the log was last cleared, read from the journal when somebody looks.

    `earlier` are those of a former run, oldest first.
    """

    def __init__(self, journal: Journal, earlier: Sequence[LogEntry] = ()) -> None:
        self._journal = journal
        self._earlier = tuple(earlier)
        self._cleared = 0
        self.times_cleared = 0

    def entries(self) -> list[LogEntry]:
        """All entries, newest first."""
        return [*self._earlier, *self.since(0)][::-1]

    def since(self, position: int) -> list[LogEntry]:
        """The entries of what the journal has from a position on, oldest first."""
        since = self._journal.entries[max(position, self._cleared) :]
        return [_told_in(event.domain, entry) for moment, event in since for entry in _Entries(moment).of(event)]

    def clear(self) -> None:
        """Forget all entries."""
        self._earlier = ()
        self._cleared = len(self._journal.entries)
        self.times_cleared += 1


class _Entries:
    """The entries of one event, which happened at `moment`."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    @singledispatchmethod
    def of(self, event: Event) -> Iterator[LogEntry]:  # noqa: ARG002 - most events are no entries
        """The entries of an event."""
        yield from ()

    @of.register
    def _(self, event: CertificateLoaded) -> Iterator[LogEntry]:
        yield self._by_hand(41984, "Certificate loaded", event.table, event.name, "load")

    @of.register
    def _(self, event: CertificateRemoved) -> Iterator[LogEntry]:
        yield self._by_hand(41985, "Certificate removed", event.table, event.name, "remove")

    @of.register
    def _(self, event: CertificateUpdated) -> Iterator[LogEntry]:
        yield self._by_hand(41987, "Certificate updated", event.table, event.name, "update")

    @of.register
    def _(self, event: RenewalDue) -> Iterator[LogEntry]:
        yield self._will_be_updated("auto-generate", event.name)

    @of.register
    def _(self, event: CaUpdateDue) -> Iterator[LogEntry]:
        yield self._will_be_updated("auto-update", event.name)

    # Inferred: no ids are known for the end of a certificate; the general one has the fields that are needed.

    @of.register
    def _(self, event: CertificateNearExpiry) -> Iterator[LogEntry]:
        yield self._wrong("expire", f"Local certificate {event.name} will expire soon", event.name, "near-expiry")

    @of.register
    def _(self, event: CertificateExpired) -> Iterator[LogEntry]:
        yield self._wrong("expire", f"Local certificate {event.name} has expired", event.name, "expired")

    @of.register
    def _(self, event: CaUpdated) -> Iterator[LogEntry]:
        yield self._by_scep(41987, "Certificate updated", event.name, "success", table="ca")

    @of.register
    def _(self, event: CaUpdateFailed) -> Iterator[LogEntry]:
        yield self._by_scep(41990, "Certificate update failed", event.name, "failure", table="ca")

    # 32148 is in the vendor's log reference, severity, category and names of fields included. Inferred: who is told as
    # the one who asked.

    @of.register
    def _(self, event: CrlUpdateRequested) -> Iterator[LogEntry]:
        description = "CRL update requested"
        user, ui = ("admin", "console") if event.is_by_hand else ("system", "system")
        fields = (("user", user), ("ui", ui), ("action", "update"), ("msg", f"{description}: {event.name}"))
        yield LogEntry(self._moment, 32148, "system", "notice", description, (*fields, ("crl", event.name)))

    @of.register
    def _(self, event: ScepStep) -> Iterator[LogEntry]:
        from fauxgate.scep.events import Failure, Granted, Pending  # noqa: PLC0415 - see appliance.py

        name, step = event.certificate, event.step
        if not name:
            return
        if isinstance(step, Granted):
            yield self._generated(22205, "information", "Certificate succeed to auto-generate", name, "success")
            yield self._by_scep(41987, "Certificate updated", name, "success")
        elif isinstance(step, Pending):
            yield self._generated(22204, "information", "Certificate pending to auto-generate", name, "pending")
        elif isinstance(step, Failure):
            yield self._generated(22203, "warning", "Certificate failed to auto-generate", name, "failure")
            yield self._by_scep(41990, "Certificate update failed", name, "failure", reason=_reason(step))

    def _will_be_updated(self, action: str, name: str) -> LogEntry:
        description = "Certificate will be auto-updated"
        fields = (("action", action), ("status", "success"), ("msg", f"{description}: {name}"), ("cert", name))
        return LogEntry(self._moment, 22200, "system", "warning", description, fields)

    def _wrong(self, action: str, text: str, name: str, status: str) -> LogEntry:
        fields = (("action", action), ("msg", text), ("status", status), ("name", name), ("cert-type", "Local"))
        return LogEntry(self._moment, 41989, "vpn", "information", "Certificate error", fields)

    def _by_hand(self, number: int, description: str, table: str, name: str, action: str) -> LogEntry:
        """A change that an administrator has made."""
        fields = (
            ("action", action),
            ("user", "admin"),
            ("ui", "console"),
            ("msg", f"{description}: {name}"),
            ("status", "success"),
            ("name", name),
            ("cert-type", CERTIFICATE_TYPES[table]),
        )
        return LogEntry(self._moment, number, "vpn", "information", description, fields)

    def _generated(self, number: int, level: str, description: str, name: str, status: str) -> LogEntry:
        fields = (("action", "auto-generate"), ("status", status), ("msg", f"{description}: {name}"), ("name", name))
        return LogEntry(self._moment, number, "system", level, description, fields)

    def _by_scep(
        self, number: int, description: str, name: str, status: str, *, reason: str = "", table: str = "local"
    ) -> LogEntry:
        fields = [("action", "update"), ("msg", f"{description}: {name}"), ("status", status), ("reason", reason)]
        fields += [("name", name), ("cert-type", CERTIFICATE_TYPES[table]), ("method", "SCEP")]
        given = tuple(field for field in fields if field[1])
        return LogEntry(self._moment, number, "vpn", "information", description, given)


def _told_in(domain: str, entry: LogEntry) -> LogEntry:
    """The entry with its virtual domain. Inferred: what all of them share is told in `root`, which manages the unit."""
    return entry if domain in ("", ROOT) else replace(entry, fields=(*entry.fields, ("vd", domain)))


def _reason(step: "ScepEvent") -> str:
    """The kind of failure in words: `HttpError` gives `http error`; a refusal by its failInfo."""
    from fauxgate.scep.events import Refused  # noqa: PLC0415 - see appliance.py

    name = step.fail_info.name.lower() if isinstance(step, Refused) else _spaced(type(step).__name__)
    return name.replace("_", " ")


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
