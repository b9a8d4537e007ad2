"""What comes of chance besides bytes: new keys, and the padding of what is encrypted for an RSA key.

Everything that draws is handed `random`, which gives that many random bytes. A plain source of bytes, as `os.urandom`,
leaves keys and padding to the library's own generator. A source that is a `Chance` too makes them itself: that is how a
run can be repeated to the byte (`seeded`).
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from fauxgate.pki import keys

Padding = padding.PKCS1v15 | padding.OAEP


@runtime_checkable
class Chance(Protocol):
    """Makes what has to be unpredictable."""

    def rsa_key(self, bits: int) -> rsa.RSAPrivateKey:
        """A new RSA key with the usual exponent."""

    def ec_key(self, curve_name: str) -> ec.EllipticCurvePrivateKey:
        """A new key on a curve of `keys.CURVES`; raises KeyError for any other name."""

    def encrypted(self, plain: bytes, key: rsa.RSAPublicKey, scheme: Padding) -> bytes:
        """A short text, encrypted; raises ValueError when the key makes no sense or is too small."""


class Library:
    """The library's own generator."""

    def rsa_key(self, bits: int) -> rsa.RSAPrivateKey:
        """See `Chance`."""
        return keys.generate_rsa(bits)

    def ec_key(self, curve_name: str) -> ec.EllipticCurvePrivateKey:
        """See `Chance`."""
        return keys.generate_ec(curve_name)

    def encrypted(self, plain: bytes, key: rsa.RSAPublicKey, scheme: Padding) -> bytes:
        """See `Chance`."""
        return key.encrypt(plain, scheme)


def chance(random: Callable[[int], bytes]) -> Chance:
    """What goes with a source of bytes: the source itself, if it can, and otherwise the library."""
    return random if isinstance(random, Chance) else Library()
