"""What is wrong with the certificates of a configuration: expired, about to expire, or with a key nobody can open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from fauxgate.device.certificate_checks import is_encrypted
from fauxgate.device.certificate_tables import SETTING
from fauxgate.device.checks import CERTIFICATE_TABLES
from fauxgate.device.vault import Vault
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.storage import Store
from fauxgate.pki import certificates
from fauxgate.pki.certificates import Certificate
from fauxgate.schema.types import Path

# So long before its end a certificate is told of where `cert-expire-warning` does not say it.
WARNING_DAYS = 30


class State(Enum):
    """What there is to tell of a certificate."""

    EXPIRED = "expired"
    NEAR_EXPIRY = "near-expiry"
    NOT_YET_VALID = "not-yet-valid"
    KEY_UNCHECKED = "key-unchecked"


@dataclass(frozen=True, slots=True)
class CertificateState:
    """One thing to tell; `domain` is empty for certificates of the whole unit."""

    state: State
    domain: str
    path: Path
    name: str
    not_before: datetime
    not_after: datetime


def certificate_states(configuration: Configuration, vault: Vault, now: datetime) -> Iterator[CertificateState]:
    """All there is to tell, in the order of the configuration."""
    storage = configuration.storage
    for domain, store in {"": storage.shared, **storage.domains}.items():
        period = timedelta(days=_warning_days(configuration.seen_from(domain or configuration.domain)))
        for path, name, entry in _entries(store):
            certificate = _certificate(str(entry.values.get(_option(path), "")))
            if certificate is None:
                continue
            for state in _states(certificate, entry, vault, now, period):
                yield CertificateState(state, domain, path, name, certificate.not_before, certificate.not_after)


def _entries(store: Store) -> Iterator[tuple[Path, str, Entry]]:
    for path in CERTIFICATE_TABLES:
        yield from ((path, name, entry) for name, entry in (store.tables.get(path) or {}).items())


def _option(path: Path) -> str:
    return "certificate" if CERTIFICATE_TABLES[path] == "local" else CERTIFICATE_TABLES[path]


def _states(certificate: Certificate, entry: Entry, vault: Vault, now: datetime, period: timedelta) -> Iterator[State]:
    if certificate.not_after < now:
        yield State.EXPIRED
    elif certificate.not_after < now + period:
        yield State.NEAR_EXPIRY
    elif now < certificate.not_before:
        yield State.NOT_YET_VALID
    password = str(entry.values.get("password", ""))
    if is_encrypted(str(entry.values.get("private-key", ""))) and password and vault.open(password) is None:
        # A key that can be opened was tried when the entry was loaded, and would have been refused.
        yield State.KEY_UNCHECKED


def _warning_days(seen: Configuration) -> int:
    option = "cert-expire-warning"
    values: Mapping[str, object] = seen.object(SETTING).values
    stated = values.get(option)
    return int(str(stated)) if stated else WARNING_DAYS


def _certificate(pem: str) -> Certificate | None:
    """The certificate; None where there is none, or where the table takes what is none."""
    try:
        return certificates.from_pem(pem) if pem else None
    except certificates.InvalidCertificate:
        return None
