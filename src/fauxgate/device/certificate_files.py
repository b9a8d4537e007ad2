"""`execute vpn certificate ... import|export tftp`: certificates that come and go as files.

Inferred: what the reference does not tell of these commands (fortios-certificates.md 2.1 and section 8, 1); the codes
are those of fortios-cli.md 3.5.
"""

from collections.abc import Callable
from pathlib import PurePosixPath

from fauxgate.device import arguments, store, transfer
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.enrollment import Enrollments
from fauxgate.device.errors import CrlRefused, ImportRefused, Pkcs12Refused
from fauxgate.device.events import CertificateLoaded, CertificateUpdated, Journal
from fauxgate.device.transfer import FileServers
from fauxgate.device.vault import Vault
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.errors import EntryExists, EntryNotFound
from fauxgate.model.values import read_key
from fauxgate.pki import certificates, keys, pem, pkcs12, requests, revocation
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.keys import PrivateKey
from fauxgate.schema.types import Path, Table

NAME_LIMIT = 35


class CertificateFiles:
    """Imports and exports certificates of one appliance."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        vault: Vault,
        random: Callable[[int], bytes],
        journal: Journal,
        servers: FileServers,
        enrollments: Enrollments,
    ) -> None:
        self._configuration = configuration
        self._vault = vault
        self._random = random
        self._journal = journal
        self._servers = servers
        self._enrollments = enrollments

    # Each method raises a UserError when an argument is refused, the server does not answer or the file is no such
    # thing; nothing is stored then.

    def import_local(self, file_name: str, server: str) -> str:
        """Fetch the certificate of a waiting request, which is found by its public key; gives the entry's name."""
        certificate = _certificate(self._fetch(server, file_name), "certificate")
        name = next((name for name, entry in self._locals() if _waits_for(entry, certificate)), None)
        if name is None:
            raise ImportRefused("certificate", "The certificate does not match any certificate request.")
        # What was enrolled for has come another way.
        self._enrollments.cancel(name)
        had_one = bool(self._entry(LOCAL, name).values.get("certificate"))
        self._configuration.write(LOCAL, name, {"certificate": certificates.to_pem(certificate.der)})
        self._journal.record((CertificateUpdated if had_one else CertificateLoaded)("local", name))
        return name

    def import_pkcs12(self, file_name: str, server: str, password: str) -> str:
        """Fetch a certificate with its key; gives the name of the new entry, which is the file's without its ending.

        The name is confirmed (fortios-certificates.md 2.1). Inferred: certificates of authorities in the file are left.
        """
        content = self._fetch(server, file_name)
        table = self._configuration.section(LOCAL)
        assert isinstance(table, Table)
        name = read_key(table.key, PurePosixPath(file_name).stem[:NAME_LIMIT])
        if self._configuration.entry(LOCAL, name) is not None:
            raise EntryExists(name)
        try:
            bundle = pkcs12.read(content, arguments.characters(password))
        except pkcs12.InvalidPkcs12 as error:
            raise Pkcs12Refused(-167) from error
        if not certificates.matches(bundle.certificate, bundle.key):
            raise Pkcs12Refused(-167)
        chosen = self._vault.random_password()
        values = {
            "password": self._vault.sealed(chosen),
            "private-key": keys.encrypted_pem(bundle.key, chosen, self._random),
            "certificate": certificates.to_pem(bundle.certificate.der),
        }
        self._configuration.write(LOCAL, name, values)
        self._journal.record(CertificateLoaded("local", name))
        return name

    def import_ca(self, file_name: str, server: str) -> tuple[str, ...]:
        """Fetch the certificate of an authority; gives the name of the new entry, none if it was there already."""
        certificate = _certificate(self._fetch(server, file_name), "ca")
        return store.authorities(self._configuration, self._journal, [certificate.der], {})

    def import_ca_bundle(self, file_name: str, server: str) -> tuple[str, ...]:
        """Fetch the certificates of several authorities in one file."""
        found = _certificates(self._fetch(server, file_name), "ca")
        return store.authorities(self._configuration, self._journal, [each.der for each in found], {})

    def import_remote(self, file_name: str, server: str) -> str:
        """Fetch the certificate of another party; gives the name of the new entry."""
        certificate = _certificate(self._fetch(server, file_name), "remote")
        return store.remote(self._configuration, self._journal, certificate.der)

    def import_crl(self, file_name: str, server: str) -> str:
        """Fetch a revocation list; gives the name of the new entry."""
        content = self._fetch(server, file_name)
        try:
            found = revocation.from_pem(content.decode()) if _is_pem(content) else revocation.Crl.parse(content)
        except (revocation.InvalidCrl, UnicodeDecodeError) as error:
            raise CrlRefused from error
        return store.crl(self._configuration, found.der)

    def export(self, path: Path, name: str, option: str, file_name: str, server: str) -> None:
        """Leave what an option of an entry holds, a certificate or a request in PEM, as a file."""
        text = str(self._entry(path, name).values.get(option, ""))
        if not text:
            raise EntryNotFound(name)
        self._leave(server, file_name, f"{text}\n".encode())

    def export_pkcs12(self, name: str, file_name: str, server: str, password: str) -> None:
        """Leave a certificate with its key under a password, which must be given."""
        entry = self._entry(LOCAL, name)
        key = self.private_key(entry)
        if key is None or not password:
            raise Pkcs12Refused(-168)
        try:
            certificate = certificates.from_pem(str(entry.values.get("certificate", "")))
            content = pkcs12.write(name, key, certificate.der, arguments.characters(password), self._random)
        except (certificates.InvalidCertificate, pkcs12.InvalidPkcs12) as error:
            raise Pkcs12Refused(-168) from error
        self._leave(server, file_name, content)

    def private_keys(self) -> list[PrivateKey]:
        """The keys of all local entries, those left out that only another unit can open."""
        return [key for _, entry in self._locals() if (key := self.private_key(entry)) is not None]

    def private_key(self, entry: Entry) -> PrivateKey | None:
        """The key of a local entry; None if there is none, or one that only another unit can open."""
        sealed = str(entry.values.get("password", ""))
        password = self._vault.open(sealed) if sealed else None
        try:
            # What is configured was checked when it was saved (device/certificate_checks.py).
            return keys.reload_pem(str(entry.values.get("private-key", "")), password)
        except keys.InvalidKey:
            return None

    def _entry(self, path: Path, name: str) -> Entry:
        entry = self._configuration.entry(path, name)
        if entry is None:
            raise EntryNotFound(name)
        return entry

    def _locals(self) -> list[tuple[str, Entry]]:
        return list(self._configuration.table(LOCAL).items())

    def _fetch(self, server: str, file_name: str) -> bytes:
        return transfer.fetched(self._servers, arguments.required(server), arguments.file_name(file_name))

    def _leave(self, server: str, file_name: str, content: bytes) -> None:
        transfer.left(self._servers, arguments.required(server), arguments.file_name(file_name), content)


def _waits_for(entry: Entry, certificate: Certificate) -> bool:
    try:
        return requests.from_pem(str(entry.values.get("csr", ""))).spki == certificate.spki
    except requests.InvalidRequest:
        return False


def _certificate(content: bytes, option: str) -> Certificate:
    return _certificates(content, option)[0]


def _certificates(content: bytes, option: str) -> list[Certificate]:
    """The certificates in a file: one in DER, or any number in PEM with whatever stands between them."""
    try:
        ders = pem.contents(content.decode("latin-1"), certificates.LABEL) if _is_pem(content) else (content,)
        return [Certificate.parse(der) for der in ders]
    except (pem.InvalidPem, certificates.InvalidCertificate) as error:
        raise ImportRefused(option, "Invalid certificate.") from error


def _is_pem(content: bytes) -> bool:
    return b"-----BEGIN " in content
