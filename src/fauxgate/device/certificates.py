"""The certificate commands: what `execute vpn certificate ...` makes, fetches and stores."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from fauxgate.device import arguments
from fauxgate.device.arguments import CURVES, RSA_KEY_SIZES
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.enrollment import Enrollments
from fauxgate.device.renewal import is_expired
from fauxgate.device.vault import Vault
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry
from fauxgate.model.errors import EntryExists
from fauxgate.model.values import read_key
from fauxgate.pki import certificates, keys, names, requests
from fauxgate.pki.chance import chance
from fauxgate.pki.keys import PrivateKey
from fauxgate.pki.names import Subject
from fauxgate.scep.client import EnrollmentOrder
from fauxgate.scep.events import Granted
from fauxgate.scep.http import ANY_SOURCE
from fauxgate.schema.types import Option, Table

# Lengths of the fields that keep the arguments (fortios-certificates.md 3.1); five units at the most (1.4).
URL_LIMIT = 255
IDENTIFIER_LIMIT = 255
PASSWORD_LIMIT = 128
UNITS_LIMIT = 5
PENDING, VALID, EXPIRED = "Pending", "Valid", "Expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectWords:
    """The arguments that make a request's subject, as typed; an empty one is left out."""

    subject: str
    country: str = ""
    state: str = ""
    city: str = ""
    organization: str = ""
    units: str = ""
    email: str = ""
    subject_alt_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrollmentWords:
    """The arguments that say where and how to enroll, as typed; without a URL the request is only stored."""

    url: str = ""
    challenge: str = ""
    source_ip: str = ""
    ca_identifier: str = ""
    password: str = ""


class Certificates:
    """The certificates of one appliance: made, requested and stored."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        vault: Vault,
        random: Callable[[int], bytes],
        enrollments: Enrollments,
    ) -> None:
        self._configuration = configuration
        self._vault = vault
        self._random = random
        self._enrollments = enrollments

    def generate_rsa(self, name: str, key_size: str, subject: SubjectWords, enrollment: EnrollmentWords) -> None:
        """Make an RSA key and its request, store both under `name`, and enroll if there is a URL.

        Raises a UserError for an argument that is refused; then nothing is stored.
        """
        bits = arguments.one_of(key_size, RSA_KEY_SIZES)
        self._generate(name, lambda: chance(self._random).rsa_key(int(bits)), subject, enrollment)

    def generate_ec(self, name: str, curve: str, subject: SubjectWords, enrollment: EnrollmentWords) -> None:
        """The same with an elliptic curve key."""
        curve = arguments.one_of(curve, CURVES)
        self._generate(name, lambda: chance(self._random).ec_key(curve), subject, enrollment)

    def _generate(
        self, name: str, make_key: Callable[[], PrivateKey], words: SubjectWords, enrollment: EnrollmentWords
    ) -> None:
        name = read_key(self._name_option(), name)
        if self._configuration.entry(LOCAL, name) is not None:
            raise EntryExists(name)
        subject = _subject(words)
        kept = self._kept(enrollment)
        key = make_key()
        request = requests.build(key, subject, subject_alt_name=words.subject_alt_name, challenge=enrollment.challenge)
        password = enrollment.password or self._vault.random_password()
        self._configuration.write(
            LOCAL,
            name,
            {
                "password": self._vault.sealed(password),
                "private-key": keys.encrypted_pem(key, password, self._random),
                "csr": requests.to_pem(request),
                **kept,
            },
        )
        if enrollment.url:
            self._enrollments.start(_order(name, key, request, enrollment))

    def _name_option(self) -> Option:
        table = self._configuration.section(LOCAL)
        assert isinstance(table, Table)
        return table.key

    def _kept(self, words: EnrollmentWords) -> dict[str, str]:
        """What the entry keeps of an online enrollment, for its renewal (inferred: fortios-certificates.md 1.5)."""
        arguments.text(words.password, PASSWORD_LIMIT)
        challenge = arguments.text(words.challenge, PASSWORD_LIMIT)
        kept = {
            "scep-url": arguments.text(words.url, URL_LIMIT),
            "scep-password": self._vault.sealed(challenge) if challenge else "",
            "ca-identifier": arguments.text(words.ca_identifier, IDENTIFIER_LIMIT),
            "source-ip": arguments.source_address(words.source_ip),
            "enroll-protocol": "scep",
        }
        return {option: value for option, value in kept.items() if value} if words.url else {}


def state(entry: Entry, now: datetime) -> str:
    """The read-only `state` of an entry: a request that has brought no certificate yet is pending.

    Inferred: the first two words are those of the GUI's status column (fortios-certificates.md 5.1), the third is ours.
    """
    if not entry.values.get("certificate"):
        return PENDING if entry.values.get("csr") else ""
    try:
        certificate = certificates.from_pem(str(entry.values["certificate"]))
    except certificates.InvalidCertificate:
        return ""
    return EXPIRED if is_expired(certificate.not_after, now) else VALID


def store(configuration: Configuration, name: str, granted: Granted, values: Mapping[str, str]) -> None:
    """Put a granted certificate into the entry `name`, and in the same moment what belongs to it."""
    configuration.write(LOCAL, name, {**values, "certificate": certificates.to_pem(granted.certificate)})


def _subject(words: SubjectWords) -> bytes:
    """The DER name of the request."""
    return names.encode(
        Subject(
            common_name=arguments.characters(arguments.required(words.subject)),
            country=arguments.country(words.country),
            state=arguments.characters(words.state),
            city=arguments.characters(words.city),
            organization=arguments.characters(words.organization),
            units=arguments.units(arguments.characters(words.units), UNITS_LIMIT),
            email=arguments.characters(words.email),
        )
    )


def _order(name: str, key: PrivateKey, request: bytes, words: EnrollmentWords) -> EnrollmentOrder:
    return EnrollmentOrder(
        name=name,
        url=words.url,
        key=key,
        request=request,
        ca_identifier=words.ca_identifier,
        source_ip=words.source_ip or ANY_SOURCE,
    )
