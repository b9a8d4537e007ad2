"""An authority with a clock and a source of numbers that tests can turn, and requesters with keys made once."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from fauxgate.ca.authority import Authority
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.reviewers import Automatic, Reviewer
from fauxgate.pki import keys, names, requests
from fauxgate.pki.keys import PrivateKey
from fauxgate.pki.requests import CertificateRequest
from fauxgate.scep.issuer import EnrollmentRequest

CA_SUBJECT = "/C=NL/ST=NH/L=Amsterdam/O=Fortinet/OU=AS/CN=sceptest/emailAddress=sceptest@fortinet.com"
SUBJECT = "/ST=NH/L=Amsterdam/O=Fortinet/OU=AS/CN=myvpn/emailAddress=ipsecvpntest@fortinet.com"

WITH_CHALLENGE = Automatic("challenge")
PLAIN = CertificateProfile()


@dataclass
class Clock:
    time: datetime = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def advance(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class Numbers:
    """Random bytes: the prepared ones first, then some of a series in which no two agree."""

    prepared: list[bytes] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    def __call__(self, size: int) -> bytes:
        self.sizes.append(size)
        if len(self.sizes) <= len(self.prepared):
            return self.prepared[len(self.sizes) - 1]
        return hashlib.sha256(str(len(self.sizes)).encode()).digest()[:size]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def numbers() -> Numbers:
    return Numbers()


@pytest.fixture
def make_authority(clock: Clock, numbers: Numbers) -> Callable[..., Authority]:
    def make(
        reviewer: Reviewer = WITH_CHALLENGE,
        profile: CertificateProfile = PLAIN,
        subject: str = CA_SUBJECT,
    ) -> Authority:
        return Authority(
            subject, reviewer=reviewer, register=MemoryRegister(), now=clock, random=numbers, profile=profile
        )

    return make


@pytest.fixture(scope="session")
def rsa_key() -> PrivateKey:
    return keys.generate_rsa(2048)


@pytest.fixture(scope="session")
def other_key() -> PrivateKey:
    return keys.generate_rsa(1024)


@pytest.fixture(scope="session")
def ec_key() -> PrivateKey:
    return keys.generate_ec("secp256r1")


@pytest.fixture
def make_request(rsa_key: PrivateKey) -> Callable[..., EnrollmentRequest]:
    def make(
        transaction_id: str = "2B9E443E5E0A9BA816785A1915AA2E99",
        *,
        key: PrivateKey = rsa_key,
        subject: str = SUBJECT,
        challenge: str = "challenge",
        subject_alt_name: str = "",
    ) -> EnrollmentRequest:
        der = requests.build(key, names.parse(subject), subject_alt_name=subject_alt_name, challenge=challenge)
        csr = CertificateRequest.parse(der)
        return EnrollmentRequest(transaction_id, csr, csr.challenge, signer=b"")

    return make
