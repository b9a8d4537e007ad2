"""Certificates in the words of `get ... details` and of `get` inside an entry (fortios-certificates.md 2.2)."""

from collections.abc import Iterator
from datetime import datetime

from fauxgate.device.certificates import PENDING
from fauxgate.pki import certificates, names, requests, revocation
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.details import Details, ExtensionText, details, fingerprint, serial_number

INDENT = " " * 8


def detailed_entry(name: str, certificate_pem: str, request_pem: str) -> Iterator[str]:
    """The lines of one entry under `== [ name ]`; of an entry that still waits, what its request says.

    Inferred: the appliance's lines for an entry without a certificate are not known.
    """
    yield _line("Name", name)
    certificate = _certificate(certificate_pem)
    if certificate is not None:
        facts = details(certificate)
        yield from _validity(facts)
        yield _line("Serial Num", facts.serial_number)
    elif request_pem:
        yield from _request(request_pem)
        yield _line("Status", PENDING)


def detailed_crl(name: str, pem: str) -> Iterator[str]:
    """The lines of a revocation list under `== [ name ]`. Inferred: all of it, in the form of a certificate's."""
    yield _line("Name", name)
    try:
        found = revocation.from_pem(pem)
    except revocation.InvalidCrl:
        # A restored entry keeps whatever it had; there is nothing to tell of it then.
        return
    yield _line("Issuer", names.detailed(found.issuer))
    yield _line("Last update", _moment(found.last_update))
    if found.next_update is not None:
        yield _line("Next update", _moment(found.next_update))
    yield _line("Fingerprint", fingerprint(found.der))
    yield _line("Revoked", str(len(found.serial_numbers)))
    yield from (f"{INDENT * 2}{serial_number(each)}" for each in found.serial_numbers)


def certificate_block(pem: str) -> Iterator[str]:
    """What `get` prints under `certificate         :` inside an entry; the indentation is a guess of the source."""
    certificate = _certificate(pem)
    if certificate is None:
        return
    facts = details(certificate)
    yield from _validity(facts)
    yield _line("Root CA", "Yes" if facts.is_root else "No")
    yield _line("Version", str(facts.version))
    yield f"{INDENT}Serial Num:"
    yield f"{INDENT * 2}{facts.serial_number}"
    yield f"{INDENT}Extensions:"
    for extension in facts.extensions:
        yield from _extension(extension)


def _validity(facts: Details) -> Iterator[str]:
    yield _line("Subject", facts.subject)
    yield _line("Issuer", facts.issuer)
    yield _line("Valid from", _moment(facts.valid_from))
    yield _line("Valid to", _moment(facts.valid_to))
    yield _line("Fingerprint", facts.fingerprint)


def _extension(extension: ExtensionText) -> Iterator[str]:
    yield f"{INDENT * 2}{'Name:':<10}{extension.name}"
    yield f"{INDENT * 2}{'Critical:':<10}{'yes' if extension.is_critical else 'no'}"
    yield f"{INDENT * 2}Content:"
    yield from (f"{INDENT * 2}{line}" for line in extension.content)


def _request(pem: str) -> Iterator[str]:
    try:
        request = requests.from_pem(pem)
    except requests.InvalidRequest:
        # An entry can hold a request that another unit wrote in a way we do not read.
        return
    yield _line("Subject", names.detailed(request.subject))


def _certificate(pem: str) -> Certificate | None:
    if not pem:
        return None
    try:
        return certificates.from_pem(pem)
    except certificates.InvalidCertificate:
        # A restored entry keeps whatever it had; there is nothing to tell of it then.
        return None


def _line(label: str, value: str) -> str:
    return f"{INDENT}{label + ':':<13}{value}"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}  GMT"
