"""Certificates and keys for generated configurations: the same for the same seed, and they belong to nobody."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from random import Random

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
# So many different certificates are made; each appears as often as it is asked for.
DISTINCT = 12


class Certificates:
    """Certificates of keys on P-256, whose signatures are made without chance; keys are random and look locked."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - it shall be the same again
        self._made = [_certificate(self._random) for _ in range(DISTINCT)]

    def certificate(self) -> str:
        return self._random.choice(self._made)

    def locked_key(self) -> str:
        """The form of an encrypted key of 2048 bits; nobody can open it."""
        text = self.sealed(1300)
        rows = (text[at : at + 64] for at in range(0, len(text), 64))
        return "\n".join(("-----BEGIN ENCRYPTED PRIVATE KEY-----", *rows, "-----END ENCRYPTED PRIVATE KEY-----"))

    def sealed(self, size: int) -> str:
        """The form of what another unit has sealed."""
        return b64encode(self._random.randbytes(size)).decode()


def _certificate(random: Random) -> str:
    key = ec.derive_private_key(random.getrandbits(250) + 1, ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "XX"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Example of a generated configuration"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"site-{random.getrandbits(32)}.example.com"),
        ]
    )
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(random.getrandbits(120) + 1).not_valid_before(BEGIN)
    builder = builder.not_valid_after(BEGIN + timedelta(days=3650))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    padding = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.4.1.32473.1"), b"\x04\x82\x02\x00" + bytes(512))
    made = builder.add_extension(padding, critical=False).sign(key, hashes.SHA256(), ecdsa_deterministic=True)
    return made.public_bytes(Encoding.PEM).decode().strip()
