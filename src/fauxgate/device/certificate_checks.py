"""What must hold of certificates before `next` or `end` saves them, beyond what the schema can state."""

from collections.abc import Callable, Mapping

from fauxgate.device.errors import CertificateRefused, RequestRefused
from fauxgate.device.vault import Vault
from fauxgate.model.errors import PrivateKeyRefused
from fauxgate.model.validation import Check
from fauxgate.pki import certificates, keys, requests
from fauxgate.pki.keys import PrivateKey
from fauxgate.schema.types import Stored


class LocalCertificateCheck:
    """A local certificate: key readable with its password, certificate and request for that key.

    A key that comes in the clear is kept encrypted, under the entry's password or a random one.
    An encrypted key whose password was sealed on another unit cannot be opened here; it is kept as it is, unchecked.
    """

    def __init__(self, vault: Vault, random: Callable[[int], bytes]) -> None:
        self._vault = vault
        self._random = random

    def check(self, key: str, values: Mapping[str, Stored]) -> Mapping[str, Stored] | None:  # noqa: ARG002
        """Raises PrivateKeyRefused, CertificateRefused or RequestRefused; gives the values of a key to encrypt."""
        pem = str(values.get("private-key", ""))
        sealed = str(values.get("password", ""))
        password = self._vault.open(sealed) if sealed else ""
        is_locked = password is None and is_encrypted(pem)
        private_key = None if is_locked else _private_key(pem, password or "")
        _check_certificate(str(values.get("certificate", "")), private_key)
        _check_request(str(values.get("csr", "")), private_key)
        if private_key is None or is_encrypted(pem):
            return None
        return self._encrypted(private_key, password or "")

    def _encrypted(self, private_key: PrivateKey, password: str) -> Mapping[str, Stored]:
        chosen = password or self._vault.random_password()
        return {
            "password": self._vault.sealed(chosen),
            "private-key": keys.encrypted_pem(private_key, chosen, self._random),
        }


class CaCertificateCheck:
    """A CA or remote certificate is one; `option` is the field that holds it."""

    def __init__(self, option: str) -> None:
        self._option = option

    def check(self, key: str, values: Mapping[str, Stored]) -> Mapping[str, Stored] | None:  # noqa: ARG002
        """Raises CertificateRefused."""
        pem = str(values.get(self._option, ""))
        if pem:
            try:
                certificates.from_pem(pem)
            except certificates.InvalidCertificate as error:
                raise CertificateRefused(self._option, "Invalid certificate.") from error
        return None


def check_for(table: str, vault: Vault, random: Callable[[int], bytes]) -> Check:
    """The check of one of the tables local, ca and remote."""
    return LocalCertificateCheck(vault, random) if table == "local" else CaCertificateCheck(table)


def is_encrypted(pem: str) -> bool:
    """Whether a private key can be read only with a password."""
    return "ENCRYPTED" in pem.partition("\n")[0] or "\nProc-Type: 4,ENCRYPTED" in pem


def _private_key(pem: str, password: str) -> PrivateKey | None:
    if not pem:
        return None
    try:
        return keys.load_pem(pem, password if is_encrypted(pem) else None)
    except keys.InvalidKey as error:
        raise PrivateKeyRefused from error


def _check_certificate(pem: str, private_key: PrivateKey | None) -> None:
    if not pem:
        return
    try:
        certificate = certificates.from_pem(pem)
    except certificates.InvalidCertificate as error:
        raise CertificateRefused("certificate", "Invalid certificate.") from error
    if private_key is not None and not certificates.matches(certificate, private_key):
        raise CertificateRefused("certificate", "The certificate does not match the private key.")


def _check_request(pem: str, private_key: PrivateKey | None) -> None:
    if not pem:
        return
    try:
        request = requests.from_pem(pem)
    except requests.InvalidRequest as error:
        raise RequestRefused("Invalid certificate request.") from error
    if private_key is not None and request.spki != keys.spki(private_key):
        raise RequestRefused("The certificate request does not match the private key.")
