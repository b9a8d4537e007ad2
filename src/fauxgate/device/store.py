"""Where fetched certificates and lists are kept: entries with numbered names in the tables of the configuration."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from fauxgate.device.events import CertificateLoaded, Journal
from fauxgate.model.configuration import Configuration
from fauxgate.pki import certificates, crls
from fauxgate.schema.types import Release

CA = ("vpn", "certificate", "ca")
REMOTE = ("vpn", "certificate", "remote")
CRL = ("vpn", "certificate", "crl")
# scep-enrollment-article.txt: from this release on the root of an intermediate authority must be known.
ROOTS_SINCE = (7, 0, 4)

# fortios-certificates.md 2.1. Inferred: the name of a list, after those of the others.
CA_NAME, REMOTE_NAME, CRL_NAME = "CA_Cert_", "REMOTE_Cert_", "CRL_"


def authorities(
    configuration: Configuration, journal: Journal, ders: Sequence[bytes], origin: Mapping[str, str]
) -> tuple[str, ...]:
    """Keep CA certificates that are not kept yet, with where they came from; gives the names of the new entries."""
    names = []
    for pem in map(certificates.to_pem, ders):
        if pem not in {entry.values.get("ca") for entry in configuration.table(CA).values()}:
            names.append(_added(configuration, CA, CA_NAME, {**origin, "ca": pem}))
            journal.record(CertificateLoaded("ca", names[-1]))
    return tuple(names)


def renewed_authority(configuration: Configuration, name: str, der: bytes) -> None:
    """Put another certificate into the entry of an authority."""
    configuration.write(CA, name, {"ca": certificates.to_pem(der)})


def roots(places: Sequence[Configuration], release: Release) -> Callable[[], list[bytes]] | None:
    """What gives the CA certificates that are trusted; None in a release that does not look at them."""
    return None if release < ROOTS_SINCE else lambda: [der for each in places for der in trusted(each)]


def trusted(configuration: Configuration) -> list[bytes]:
    """All CA certificates that are kept, in DER; an entry that holds none counts for nothing."""
    found = []
    for entry in configuration.table(CA).values():
        with suppress(certificates.InvalidCertificate):
            found.append(certificates.from_pem(str(entry.values.get("ca", ""))).der)
    return found


def remote(configuration: Configuration, journal: Journal, der: bytes) -> str:
    """Keep another party's certificate; gives the name of its entry."""
    name = _added(configuration, REMOTE, REMOTE_NAME, {"remote": certificates.to_pem(der)})
    journal.record(CertificateLoaded("remote", name))
    return name


def crl(configuration: Configuration, der: bytes, name: str = "") -> str:
    """Keep a revocation list in the entry `name`, or in a new one; gives its name."""
    pem = crls.to_pem(der)
    if not name:
        return _added(configuration, CRL, CRL_NAME, {"crl": pem})
    configuration.write(CRL, name, {"crl": pem})
    return name


def _added(configuration: Configuration, path: tuple[str, ...], prefix: str, values: Mapping[str, str]) -> str:
    taken = configuration.table(path)
    name = next(name for name in (f"{prefix}{number}" for number in range(1, len(taken) + 2)) if name not in taken)
    section = configuration.section(path)
    # Some fields, such as ca-identifier, exist in newer releases only.
    configuration.write(
        path, name, {option: value for option, value in values.items() if value and section.option(option)}
    )
    return name
