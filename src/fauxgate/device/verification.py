"""`execute vpn certificate local verify`: whether a certificate fits its key, the time, and a known authority.

Inferred: all of it; the reference has the command's name only (fortios-certificates.md 2.1).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.realm import Realm
from fauxgate.device.store import CA
from fauxgate.errors import UserError
from fauxgate.model.configuration import Configuration
from fauxgate.model.errors import EntryNotFound
from fauxgate.pki import certificates
from fauxgate.pki.certificates import Certificate


class Problem(Enum):
    """What can be wrong with a local certificate."""

    NO_CERTIFICATE = "There is no certificate yet."
    OTHER_KEY = "The certificate does not match the private key."
    NOT_YET_VALID = "The certificate is not yet valid."
    EXPIRED = "The certificate has expired."
    ISSUER_UNKNOWN = "The issuer is not among the CA certificates."


class VerifyFailed(UserError):
    """A certificate that is not good, and everything that is wrong. -145: imported local certificate invalid."""

    code = -145

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems

    def message(self) -> tuple[str, ...]:
        """A line for each problem."""
        return tuple(problem.value for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Verified:
    """A certificate that is good: until when, and the entries above it, the last one self-signed."""

    valid_to: datetime
    chain: tuple[str, ...]


def verify(realm: Realm, name: str, now: datetime) -> Verified:
    """Verify the entry `name`; raises EntryNotFound or VerifyFailed."""
    entry = realm.configuration.entry(LOCAL, name)
    if entry is None:
        raise EntryNotFound(name)
    certificate = _certificate(str(entry.values.get("certificate", "")))
    if certificate is None:
        raise VerifyFailed((Problem.NO_CERTIFICATE,))
    key = realm.certificate_files.private_key(entry)
    chain = _chain(certificate, realm.trusting)
    problems = {
        Problem.OTHER_KEY: key is not None and not certificates.matches(certificate, key),
        Problem.NOT_YET_VALID: now < certificate.not_before,
        Problem.EXPIRED: now > certificate.not_after,
        Problem.ISSUER_UNKNOWN: chain is None,
    }
    found = tuple(problem for problem, is_so in problems.items() if is_so)
    if found or chain is None:
        raise VerifyFailed(found)
    return Verified(certificate.not_after, chain)


def _chain(certificate: Certificate, places: Iterable[Configuration]) -> tuple[str, ...] | None:
    """The names of the entries above, up to a self-signed one; None if one is missing."""
    entries = [item for place in places for item in place.table(CA).items()]
    known = [(name, _certificate(str(entry.values.get("ca", "")))) for name, entry in entries]
    names: list[str] = []
    passed = [certificate]
    while not certificate.is_self_issued:
        fitting = (
            (name, each)
            for name, each in known
            if each is not None and each not in passed and certificates.is_issued_by(certificate, each)
        )
        above = next(fitting, None)
        if above is None:
            return None
        name, certificate = above
        names.append(name)
        passed.append(certificate)
    return tuple(names)


def _certificate(text: str) -> Certificate | None:
    try:
        return certificates.from_pem(text)
    except certificates.InvalidCertificate:
        return None
