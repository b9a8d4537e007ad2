"""Private keys: making them, writing them as the appliance stores them, reading them back."""

from collections.abc import Callable
from functools import lru_cache

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from fauxgate.pki import locks, structures
from fauxgate.pki.algorithms import PrivateKey, PublicKey
from fauxgate.pki.key_structures import EncryptedPrivateKeyInfo
from fauxgate.pki.locks import Lock
from fauxgate.pki.pem import armoured

__all__ = ["CURVES", "InvalidKey", "PrivateKey", "PublicKey", "encrypted_pem", "generate_ec", "generate_rsa"]
__all__ += ["load_pem", "public_key", "spki", "strongly_encrypted_pem"]

# fortios-certificates.md 1.3.
CURVES: dict[str, Callable[[], ec.EllipticCurve]] = {
    "secp256r1": ec.SECP256R1,
    "secp384r1": ec.SECP384R1,
    "secp521r1": ec.SECP521R1,
}


class InvalidKey(ValueError):
    """A text or a structure is no key that we can use, or its password is wrong."""


def generate_rsa(bits: int) -> rsa.RSAPrivateKey:
    """A new RSA key with the usual exponent."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def generate_ec(curve_name: str) -> ec.EllipticCurvePrivateKey:
    """A new key on a curve of `CURVES`; raises KeyError for any other name."""
    return ec.generate_private_key(CURVES[curve_name]())


def spki(key: PrivateKey | PublicKey) -> bytes:
    """The SubjectPublicKeyInfo in DER of a public key, or of a private key's public part."""
    public = key.public_key() if isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)) else key
    return public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


@lru_cache(maxsize=256)
def public_key(spki_der: bytes) -> PublicKey:
    """Read a SubjectPublicKeyInfo; raises InvalidKey unless it is a sound RSA or EC key.

    In an exchange the same ones are read again and again.
    """
    try:
        key = serialization.load_der_public_key(spki_der)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise InvalidKey(str(error)) from error
    if not isinstance(key, (rsa.RSAPublicKey, ec.EllipticCurvePublicKey)):
        raise InvalidKey(type(key).__name__)
    return key


def encrypted_pem(key: PrivateKey, password: str, random: Callable[[int], bytes]) -> str:
    """The key as an encrypted PKCS #8 PEM in the appliance's own algorithms, without a newline at the end."""
    return armoured("ENCRYPTED PRIVATE KEY", encrypted(key, password.encode(), locks.APPLIANCE, random))


def strongly_encrypted_pem(key: PrivateKey, passphrase: bytes, random: Callable[[int], bytes]) -> str:
    """The same for what no appliance has to read."""
    return armoured("ENCRYPTED PRIVATE KEY", encrypted(key, passphrase, locks.STRONG, random))


def encrypted(key: PrivateKey, password: bytes, lock: Lock, random: Callable[[int], bytes]) -> bytes:
    """The key as an encrypted PKCS #8 in DER."""
    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    algorithm, content = locks.locked(plain, password, lock, random)
    return structures.encode(EncryptedPrivateKeyInfo(algorithm=algorithm, encrypted=content))


def load_pem(pem: str, password: str | None = None) -> PrivateKey:
    """Read a private key, encrypted or (with None) in the clear; raises InvalidKey for everything else."""
    return _loaded(pem, password, is_sound=False)


def reload_pem(pem: str, password: str | None = None) -> PrivateKey:
    """Read a private key that `load_pem` has read before; raises InvalidKey.

    Whether it is sound is not looked at again, because that takes longer than anything that is done with the key.
    """
    return _loaded(pem, password, is_sound=True)


def _loaded(pem: str, password: str | None, *, is_sound: bool) -> PrivateKey:
    try:
        key = serialization.load_pem_private_key(
            pem.encode(), None if password is None else password.encode(), unsafe_skip_rsa_key_validation=is_sound
        )
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise InvalidKey(str(error)) from error
    if not isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
        raise InvalidKey(type(key).__name__)
    return key
