"""What is sent to get the successor of a certificate, and what replaces the old one once it is there.

Source: fortios-certificates.md section 6 for the key (`private-key-retain`, 7.2.1) and `name-encoding`. Inferred: the
request has the subject and the alternative names of the last one; a new key is of the kind and size of the old; the old
certificate signs as long as it is valid, and a key that cannot be opened here is replaced by a new one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey

from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.renewal import is_expired
from fauxgate.device.vault import Vault
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.pki import certificates, keys, names, requests
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.chance import Chance, chance
from fauxgate.pki.keys import PrivateKey
from fauxgate.pki.names import NameEncoding
from fauxgate.pki.structures import Extension
from fauxgate.scep.client import EnrollmentOrder, Renewed
from fauxgate.scep.http import ANY_SOURCE
from fauxgate.scep.profiles import Profile

# Of a certificate for another kind of key, which no command here can have made.
OTHERWISE = 2048


@dataclass(frozen=True, slots=True)
class Renewal:
    """The order, and the values which the entry gets together with the new certificate."""

    order: EnrollmentOrder
    values: Mapping[str, str]


class Renewals:
    """Makes the renewals of one appliance's certificates; `open_key` gives an entry's key, if it can be opened."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        vault: Vault,
        random: Callable[[int], bytes],
        profile: Profile,
        open_key: Callable[[Entry], PrivateKey | None],
    ) -> None:
        self._configuration = configuration
        self._vault = vault
        self._random = random
        self._profile = profile
        self._open_key = open_key

    def of(self, name: str, now: datetime) -> Renewal:
        """The renewal of an entry that has a certificate."""
        entry = self._configuration.entry(LOCAL, name)
        assert entry is not None
        old = certificates.from_pem(str(entry.values["certificate"]))
        old_key = self._open_key(entry)
        is_kept = old_key is not None and self._text(name, "private-key-retain") == "enable"
        key = old_key if old_key is not None and is_kept else _another_key(old, chance(self._random))
        renewed = _renewed(old, old_key, now)
        request = self._request(name, entry, old, key, needs_password=self._needs_password(renewed))
        order = EnrollmentOrder(
            name=name,
            url=self._text(name, "scep-url"),
            key=key,
            request=request,
            ca_identifier=self._text(name, "ca-identifier"),
            source_ip=self._text(name, "source-ip") or ANY_SOURCE,
            renewal_of=renewed,
        )
        values = {} if is_kept else self._locked(entry, key)
        return Renewal(order, {**values, "csr": requests.to_pem(request)})

    def _request(self, name: str, entry: Entry, old: Certificate, key: PrivateKey, *, needs_password: bool) -> bytes:
        subject, others = _last_request(entry, old)
        return requests.build(
            key,
            names.recoded(subject, NameEncoding(self._text(name, "name-encoding") or NameEncoding.PRINTABLE.value)),
            alternative_names=others,
            challenge=self._opened(self._text(name, "scep-password")) if needs_password else "",
        )

    def _needs_password(self, renewed: Renewed | None) -> bool:
        """Whether the challenge password goes along; also where the answer is to be opened by it (RFC 8894, 3.1)."""
        if self._profile.renews_with_password or renewed is None:
            return True
        return self._profile.opens_by_password and not isinstance(renewed.key, RSAPrivateKey)

    def _locked(self, entry: Entry, key: PrivateKey) -> Mapping[str, str]:
        """A new key under the entry's password, or another where it has none that can be opened."""
        password = self._opened(str(entry.values.get("password", ""))) or self._vault.random_password()
        return {
            "password": self._vault.sealed(password),
            "private-key": keys.encrypted_pem(key, password, self._random),
        }

    def _opened(self, sealed: str) -> str:
        return (self._vault.open(sealed) or "") if sealed else ""

    def _text(self, name: str, option: str) -> str:
        """An option's value; empty in a release that does not have it."""
        has_it = self._configuration.section(LOCAL).option(option) is not None
        return str(self._configuration.value(LOCAL, name, option)) if has_it else ""


def _last_request(entry: Entry, old: Certificate) -> tuple[bytes, list[Extension]]:
    """Subject and alternative names; those of the certificate, if it came without a request."""
    try:
        request = requests.from_pem(str(entry.values.get("csr", "")))
    except requests.InvalidRequest:
        return old.subject, requests.alternative_names(certificates.extensions(old))
    return request.subject, requests.alternative_names(request.extensions)


def _renewed(old: Certificate, old_key: PrivateKey | None, now: datetime) -> Renewed | None:
    """What the request is signed with; without it, by its own key, as at the first time."""
    if old_key is None or is_expired(old.not_after, now) or not certificates.matches(old, old_key):
        return None
    return Renewed(old.der, old_key)


def _another_key(old: Certificate, source: Chance) -> PrivateKey:
    try:
        public = old.public_key()
    except keys.InvalidKey:
        return source.rsa_key(OTHERWISE)
    if isinstance(public, RSAPublicKey):
        return source.rsa_key(public.key_size)
    return source.ec_key(public.curve.name)
