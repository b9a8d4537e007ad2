"""Wire habits as data: how one kind of client, or of server, speaks SCEP."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from fauxgate.pki.algorithms import (
    DES_READABLE,
    MODERN,
    SHA1,
    TRIPLE_DES,
    Cipher,
    Digest,
    Suite,
)
from fauxgate.pki.key_transport import Transport
from fauxgate.scep.capabilities import OFFERED


class TransactionIds(Enum):
    """How a client names its transactions."""

    # sscep and the appliance: the MD5 of the public key in upper-case hex. A renewal with the same key has the same id.
    MD5_OF_KEY = "md5 of key"
    # The SHA-256 of the public key and, in a renewal, of the old certificate: RFC 8894, 3.2.1.1 wants another id then.
    SHA256_OF_REQUEST = "sha256 of request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The habits of one kind of client; intervals in seconds.

    Without `negotiates`, method, cipher and digest are always those given here; with it, they are the least that is
    ever used. `suite` is what is read in replies. With `renews_with_password` a renewal brings the challenge password.
    """

    name: str
    negotiates: bool
    expects_standard: bool
    method: str
    http_version: str
    cipher: Cipher
    digest: Digest
    suite: Suite
    transport: Transport
    base64_columns: int
    ca_identifier: str
    transaction_ids: TransactionIds
    signer_lifetime: timedelta
    names_ca_issuer_in_polls: bool
    finds_certificate_by_key: bool
    verifies_issued: bool
    opens_by_password: bool
    renews_with_password: bool
    poll_interval: int
    poll_limit: int
    poll_duration: int


# fortios-certificates.md 7.1; what is marked as guessed there (the polling) is Inferred here: sscep's own defaults.
# The signer's certificate is valid for 365 * 24 * 60 seconds, a slip of sscep that the appliance shares.
# Inferred: it reads what its OpenSSL reads, single DES among it, and not MD5 signatures.
FORTIOS = Profile(
    name="fortios",
    negotiates=False,
    expects_standard=False,
    method="GET",
    http_version="1.0",
    cipher=TRIPLE_DES,
    digest=SHA1,
    suite=DES_READABLE,
    transport=Transport.PKCS1,
    base64_columns=64,
    ca_identifier="CAIdentifier",
    transaction_ids=TransactionIds.MD5_OF_KEY,
    signer_lifetime=timedelta(seconds=365 * 24 * 60),
    # sscep names the issuer of the CA certificate, not its subject; with a root they are the same.
    names_ca_issuer_in_polls=True,
    finds_certificate_by_key=False,
    verifies_issued=False,
    opens_by_password=False,
    # Inferred: the password is kept with the certificate, and there is nothing else that it could be kept for.
    renews_with_password=True,
    poll_interval=300,
    poll_limit=256,
    poll_duration=28_800,
)

# RFC 8894, with the tolerance that real servers need (scep-interop.md 4.2): a reply in single DES is read.
RFC8894 = Profile(
    name="rfc8894",
    negotiates=True,
    expects_standard=False,
    method="GET",
    http_version="1.1",
    cipher=TRIPLE_DES,
    digest=SHA1,
    suite=DES_READABLE,
    transport=Transport.PKCS1,
    base64_columns=0,
    ca_identifier="",
    transaction_ids=TransactionIds.SHA256_OF_REQUEST,
    signer_lifetime=timedelta(days=30),
    names_ca_issuer_in_polls=False,
    finds_certificate_by_key=True,
    verifies_issued=True,
    opens_by_password=True,
    # RFC 8894, 2.3: the old certificate vouches for its owner.
    renews_with_password=False,
    poll_interval=300,
    poll_limit=256,
    poll_duration=28_800,
)

PROFILES = {profile.name: profile for profile in (FORTIOS, RFC8894)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerProfile:
    """The habits of one kind of server.

    `suite` is what is read in requests. `clock_tolerance` is how far a signingTime may be off; None: it is not looked
    at. With `signs_with_certificate` every reply carries its signer's certificate and no other. With a `ca_identifier`,
    GetCACert for any other one is answered with nothing.
    """

    name: str
    capabilities: tuple[str, ...]
    suite: Suite
    clock_tolerance: timedelta | None
    signs_with_certificate: bool
    sends_ca: bool
    ca_identifier: str = ""


# fortios-certificates.md 7.2: the server of the published trace. Inferred: its capabilities; the appliance never asks.
FORTIAUTHENTICATOR = ServerProfile(
    name="fortiauthenticator",
    capabilities=OFFERED,
    suite=MODERN,
    clock_tolerance=None,
    signs_with_certificate=False,
    sends_ca=True,
)

# scep-interop.md 4.1. Inferred: a day is what a signingTime may be off; RFC 8894, 3.2.1.4 gives no number.
RFC8894_SERVER = ServerProfile(
    name="rfc8894",
    capabilities=OFFERED,
    suite=MODERN,
    clock_tolerance=timedelta(days=1),
    signs_with_certificate=True,
    sends_ca=True,
)
