"""`execute vpn certificate crl import auto`: a revocation list fetched again by SCEP (RFC 8894, 4.6)."""

from collections.abc import Callable

from fauxgate.device import fetching, store
from fauxgate.device.appliance import LOCAL
from fauxgate.device.certificate_files import CertificateFiles
from fauxgate.device.clock import Clock
from fauxgate.device.errors import CrlFetchFailed, CrlRefused
from fauxgate.device.events import Journal
from fauxgate.device.store import CRL
from fauxgate.model.configuration import Configuration
from fauxgate.model.errors import EntryNotFound
from fauxgate.pki import certificates, revocation
from fauxgate.scep.attributes import MessageType
from fauxgate.scep.events import CrlRetrieved
from fauxgate.scep.fetches import Retrieval, RetrievalOrder
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport


class CrlImport:
    """Fetches the revocation lists of one appliance."""

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
    ) -> None:
        self._configuration = configuration
        self._files = files
        self._clock = clock
        self._journal = journal
        self._transport = transport
        self._profile = profile
        self._random = random

    def run(self, name: str) -> None:
        """Fetch the list of the entry `name` from its `scep-url`, asking with the certificate that is its `scep-cert`.

        Raises a UserError when there is no such entry, certificate or list; the entry keeps what it has then.
        Inferred: an entry without `scep-url` is refused as one whose list cannot be fetched.
        """
        if self._configuration.entry(CRL, name) is None:
            raise EntryNotFound(name)
        fetch = Retrieval(self._order(name), self._profile, self._random)
        found = fetching.outcome(fetch, self._transport, self._clock, self._journal)
        if not isinstance(found, CrlRetrieved):
            raise CrlFetchFailed
        try:
            revocation.Crl.parse(found.crl)
        except revocation.InvalidCrl as error:
            raise CrlRefused from error
        store.crl(self._configuration, found.crl, name)

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
