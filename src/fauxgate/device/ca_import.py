"""`execute vpn certificate ca import auto`: CA certificates fetched by SCEP, checked and stored."""

import hashlib
from collections.abc import Callable, Sequence

from fauxgate.device import arguments, fetching, store
from fauxgate.device.certificates import IDENTIFIER_LIMIT, URL_LIMIT
from fauxgate.device.clock import Clock
from fauxgate.device.errors import CaFetchFailed, FingerprintMismatch
from fauxgate.device.events import Journal
from fauxgate.model.configuration import Configuration
from fauxgate.scep.events import CaCertificatesReceived
from fauxgate.scep.fetches import CaFetch
from fauxgate.scep.http import ANY_SOURCE
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport

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
        return store.authorities(self._configuration, self._journal, fetched, origin)

    def _fetch(self, url: str, ca_identifier: str, source_ip: str) -> Sequence[bytes]:
        fetch = CaFetch(url, ca_identifier, source_ip, self._profile)
        found = fetching.outcome(fetch, self._transport, self._clock, self._journal)
        if isinstance(found, CaCertificatesReceived):
            return found.certificates
        raise CaFetchFailed


def _has_fingerprint(der: bytes, fingerprint: str) -> bool:
    digits = fingerprint.replace(":", "").lower()
    digest = _DIGESTS.get(len(digits) // 2)
    return digest is not None and _digest(digest)(der) == digits


def _digest(name: str) -> Callable[[bytes], str]:
    return lambda der: hashlib.new(name, der, usedforsecurity=False).hexdigest()
