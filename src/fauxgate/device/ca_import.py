"""`execute vpn certificate ca import auto`: CA certificates fetched by SCEP, checked and stored."""

import hashlib
from collections.abc import Callable, Sequence

from fauxgate.device import arguments
from fauxgate.device.certificates import IDENTIFIER_LIMIT, URL_LIMIT
from fauxgate.device.clock import Clock
from fauxgate.device.errors import CaFetchFailed, FingerprintMismatch
from fauxgate.device.events import CertificateLoaded, Journal, ScepStep
from fauxgate.model.configuration import Configuration
from fauxgate.pki import certificates
from fauxgate.scep.client import Begin, CaFetch, Input
from fauxgate.scep.events import CaCertificatesReceived, Event
from fauxgate.scep.http import ANY_SOURCE, HttpRequest
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport

CA = ("vpn", "certificate", "ca")
NAME = "CA_Cert_"

# Which digest a fingerprint is, by its length in bytes. Inferred: the reference does not say which the appliance takes.
_DIGESTS = {16: "md5", 20: "sha1", 32: "sha256"}


class CaImport:
    """Fetches and stores CA certificates for one appliance."""

    def __init__(
        self, *, configuration: Configuration, clock: Clock, journal: Journal, transport: Transport, profile: Profile
    ) -> None:
        self._configuration = configuration
        self._clock = clock
        self._journal = journal
        self._transport = transport
        self._profile = profile

    def run(self, url: str, ca_identifier: str, source_ip: str, fingerprint: str) -> tuple[str, ...]:
        """Fetch, check against the fingerprint if there is one, and store; gives the names of the new entries.

        Raises a UserError when an argument is refused, nothing comes or the fingerprint is another; nothing is stored
        then. A certificate that is stored already is not stored again.
        """
        url = arguments.text(arguments.required(url), URL_LIMIT)
        ca_identifier = arguments.text(ca_identifier, IDENTIFIER_LIMIT)
        source = arguments.source_address(source_ip)
        fetched = self._fetch(url, ca_identifier, source or ANY_SOURCE)
        if fingerprint and not any(_has_fingerprint(der, fingerprint) for der in fetched):
            raise FingerprintMismatch
        origin = {"scep-url": url, "ca-identifier": ca_identifier, "source-ip": source}
        return tuple(self._store(pem, origin) for pem in self._new(fetched))

    def _fetch(self, url: str, ca_identifier: str, source_ip: str) -> Sequence[bytes]:
        fetch = CaFetch(url, ca_identifier, source_ip, self._profile)
        received: Input | None = Begin()
        while received is not None:
            request = None
            for output in fetch.receive(received, self._clock.now()):
                if isinstance(output, HttpRequest):
                    request = output
                elif isinstance(output, Event):
                    self._journal.record(ScepStep("", output))
                if isinstance(output, CaCertificatesReceived):
                    return output.certificates
            received = self._transport.send(request) if request else None
        raise CaFetchFailed

    def _new(self, fetched: Sequence[bytes]) -> list[str]:
        known = {entry.values.get("ca") for entry in self._configuration.table(CA).values()}
        return [pem for pem in map(certificates.to_pem, fetched) if pem not in known]

    def _store(self, pem: str, origin: dict[str, str]) -> str:
        taken = self._configuration.table(CA)
        name = next(name for name in (f"{NAME}{number}" for number in range(1, len(taken) + 2)) if name not in taken)
        table = self._configuration.section(CA)
        # ca-identifier is a field of newer releases only.
        kept = {option: value for option, value in origin.items() if value and table.option(option)}
        self._configuration.write(CA, name, {"ca": pem, **kept})
        self._journal.record(CertificateLoaded("ca", name))
        return name


def _has_fingerprint(der: bytes, fingerprint: str) -> bool:
    digits = fingerprint.replace(":", "").lower()
    digest = _DIGESTS.get(len(digits) // 2)
    return digest is not None and _digest(digest)(der) == digits


def _digest(name: str) -> Callable[[bytes], str]:
    return lambda der: hashlib.new(name, der, usedforsecurity=False).hexdigest()
