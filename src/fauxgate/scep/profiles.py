"""Wire habits as data: how a client of one kind or another speaks SCEP."""

from dataclasses import dataclass
from datetime import timedelta

from fauxgate.pki.algorithms import SHA1, TRIPLE_DES, Cipher, Digest


@dataclass(frozen=True, slots=True)
class Profile:
    """The habits of one kind of client; intervals in seconds."""

    name: str
    method: str
    http_version: str
    cipher: Cipher
    digest: Digest
    base64_columns: int
    ca_identifier: str
    signer_lifetime: timedelta
    poll_interval: int
    poll_limit: int
    poll_duration: int


# fortios-certificates.md 7.1; what is marked as guessed there (the polling) is Inferred here: sscep's own defaults.
# The signer's certificate is valid for 365 * 24 * 60 seconds, a slip of sscep that the appliance shares.
FORTIOS = Profile(
    name="fortios",
    method="GET",
    http_version="1.0",
    cipher=TRIPLE_DES,
    digest=SHA1,
    base64_columns=64,
    ca_identifier="CAIdentifier",
    signer_lifetime=timedelta(seconds=365 * 24 * 60),
    poll_interval=300,
    poll_limit=256,
    poll_duration=28_800,
)

PROFILES = {profile.name: profile for profile in (FORTIOS,)}
