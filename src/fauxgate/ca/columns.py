"""How what the register keeps stands in the columns of a table, and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fauxgate.ca.entries import Entry, Kind
from fauxgate.ca.register import Crl, LogLine, Record, Standing, State
from fauxgate.ca.wanted import Wanted
from fauxgate.scep.attributes import FailInfo

# What SQLite gives for a column depends on the column; `Any` is what its own types say.
Row = Mapping[str, Any]


def request_columns(record: Record) -> dict[str, object]:
    """The columns of a request."""
    return {
        "id": record.id,
        "transaction_id": record.transaction_id,
        "subject": record.subject,
        "digest": record.wanted.digest,
        "name": record.wanted.subject,
        "spki": record.wanted.spki,
        "alternative_names": record.wanted.alternative_names,
        "received": record.received.isoformat(),
        "standing": record.standing.name,
        "entry": record.entry,
        "signer": record.signer,
        "renewal_of": record.renewal_of,
        "state": record.state.value,
        "polls": record.polls,
        "reason": record.reason,
        "fail_info": record.fail_info.value,
        "generation": record.generation,
        "serial_number": record.serial_number,
        "certificate": record.certificate,
        "revoked": None if record.revoked is None else record.revoked.isoformat(),
    }


def record(row: Row) -> Record:
    """The request in a row."""
    return Record(
        id=row["id"],
        transaction_id=row["transaction_id"],
        subject=row["subject"],
        wanted=Wanted(row["digest"], row["name"], row["spki"], row["alternative_names"]),
        received=_moment(row["received"]),
        standing=Standing[row["standing"]],
        entry=row["entry"],
        signer=row["signer"],
        renewal_of=row["renewal_of"],
        state=State(row["state"]),
        polls=row["polls"],
        reason=row["reason"],
        fail_info=FailInfo(row["fail_info"]),
        generation=row["generation"],
        serial_number=row["serial_number"],
        certificate=row["certificate"],
        revoked=None if row["revoked"] is None else _moment(row["revoked"]),
    )


def entry_columns(entry: Entry) -> dict[str, object]:
    """The columns of an enrollment request."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "subject": entry.subject,
        "created": entry.created.isoformat(),
        "challenge": entry.challenge,
        "one_time": entry.one_time,
        "expires": None if entry.expires is None else entry.expires.isoformat(),
        "renewable_days": entry.renewable_days,
        "uses": entry.uses,
    }


def entry(row: Row) -> Entry:
    """The enrollment request in a row."""
    return Entry(
        id=row["id"],
        kind=Kind(row["kind"]),
        subject=row["subject"],
        created=_moment(row["created"]),
        challenge=row["challenge"],
        one_time=bool(row["one_time"]),
        expires=None if row["expires"] is None else _moment(row["expires"]),
        renewable_days=row["renewable_days"],
        uses=row["uses"],
    )


def crl_columns(generation: int, crl: Crl) -> dict[str, object]:
    """The columns of a revocation list."""
    return {"number": crl.number, "generation": generation, "made": crl.made.isoformat(), "der": crl.der}


def crl(row: Row) -> Crl:
    """The revocation list in a row."""
    return Crl(row["number"], _moment(row["made"]), row["der"])


def log_columns(line: LogLine) -> dict[str, object]:
    """The columns of a line of the log."""
    return {"moment": line.moment.isoformat(), "what": line.what, "request": line.request, "detail": line.detail}


def log_line(row: Row) -> LogLine:
    """The line of the log in a row."""
    return LogLine(_moment(row["moment"]), row["what"], row["request"], row["detail"])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
