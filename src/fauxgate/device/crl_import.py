"""A revocation list fetched by SCEP (RFC 8894, 4.6) or HTTP: by `... crl import auto`, or by itself.

Inferred: an entry with both URLs is fetched by SCEP; by HTTP, the list comes in DER or PEM, whatever its type.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from fauxgate.device import fetching, store
from fauxgate.device.certificate_files import CertificateFiles
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.clock import Clock
from fauxgate.device.errors import CrlFetchFailed, CrlRefused
from fauxgate.device.events import CrlUpdateRequested, Journal
from fauxgate.device.store import CRL
from fauxgate.model.configuration import Configuration
from fauxgate.model.errors import EntryNotFound
from fauxgate.pki import certificates, revocation
from fauxgate.scep import http
from fauxgate.scep.attributes import MessageType
from fauxgate.scep.events import CrlRetrieved
from fauxgate.scep.fetches import Retrieval, RetrievalOrder
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport

# By HTTP the appliance sends what it sends by SCEP.
_VERSION = "1.0"
_OK = 200


def is_online(configuration: Configuration, name: str) -> bool:
    """Whether an entry says where its list can be fetched."""
    entry = configuration.entry(CRL, name)
    return entry is not None and any(entry.values.get(option) for option in ("scep-url", "http-url"))


class CrlImport:
    """Fetches the revocation lists of one realm; `fetched` is told the entry whose list a person has fetched."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        files: CertificateFiles,
        clock: Clock,
        journal: Journal,
        transport: Transport,
        profile: Profile,
        random: Callable[[int], bytes],
        fetched: Callable[[str], None] = lambda _name: None,
    ) -> None:
        self._configuration = configuration
        self._files = files
        self._clock = clock
        self._journal = journal
        self._transport = transport
        self._profile = profile
        self._random = random
        self._told_of = fetched

    def run(self, name: str) -> None:
        """Fetch the list of the entry `name`, by SCEP with the certificate that is its `scep-cert`, for who waits.

        Raises a UserError when there is no such entry, certificate or list; the entry keeps what it has then.
        Inferred: an entry without a URL is refused as one whose list cannot be fetched.
        """
        if self._configuration.entry(CRL, name) is None:
            raise EntryNotFound(name)
        self._journal.record(CrlUpdateRequested(name, is_by_hand=True))
        self._keep(name, self._found(name, nullcontext()))
        self._told_of(name)

    def update(self, name: str, lock: AbstractContextManager[object]) -> None:
        """The same where nobody waits: an entry keeps what it has if there is no list.

        The lock is not held while the network is waited for.
        """
        with lock:
            self._journal.record(CrlUpdateRequested(name))
        try:
            found = self._found(name, lock)
            with lock:
                if is_online(self._configuration, name):
                    self._keep(name, found)
        except (CrlFetchFailed, CrlRefused):
            # Inferred: no entry of the log is known for that; the debug lines tell of it.
            return

    def _found(self, name: str, lock: AbstractContextManager[object]) -> bytes:
        if not self._configuration.value(CRL, name, "scep-url"):
            return self._by_http(str(self._configuration.value(CRL, name, "http-url")))
        with lock:
            fetch = Retrieval(self._order(name), self._profile, self._random)
        found = fetching.outcome(fetch, self._transport, self._clock, self._journal, lock)
        if not isinstance(found, CrlRetrieved):
            raise CrlFetchFailed
        return found.crl

    def _by_http(self, url: str) -> bytes:
        try:
            to = http.address(url)
        except ValueError as error:
            raise CrlFetchFailed from error
        headers = (("Host", to.host_header), ("Connection", "close"))
        answer = self._transport.send(http.HttpRequest("GET", url, headers, version=_VERSION))
        if isinstance(answer, http.HttpFailure) or answer.status != _OK:
            raise CrlFetchFailed
        try:
            text = answer.body.decode("ascii")
        except UnicodeDecodeError:
            return answer.body
        try:
            return revocation.from_pem(text).der
        except revocation.InvalidCrl as error:
            raise CrlRefused from error

    def _keep(self, name: str, found: bytes) -> None:
        try:
            revocation.Crl.parse(found)
        except revocation.InvalidCrl as error:
            raise CrlRefused from error
        store.crl(self._configuration, found, name)

    def _order(self, name: str) -> RetrievalOrder:
        url = str(self._configuration.value(CRL, name, "scep-url"))
        entry = self._configuration.entry(LOCAL, str(self._configuration.value(CRL, name, "scep-cert")))
        if not url or entry is None:
            raise CrlFetchFailed
        key = self._files.private_key(entry)
        try:
            signer = certificates.from_pem(str(entry.values.get("certificate", "")))
        except certificates.InvalidCertificate as error:
            raise CrlFetchFailed from error
        if key is None:
            raise CrlFetchFailed
        return RetrievalOrder(
            kind=MessageType.GET_CRL,
            url=url,
            key=key,
            signer=signer.der,
            serial_number=signer.serial_number,
            source_ip=str(self._configuration.value(CRL, name, "source-ip")),
        )
