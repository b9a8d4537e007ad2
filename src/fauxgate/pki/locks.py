"""What is encrypted under a password: PBES2 with PBKDF2 by hmacWithSHA256 (RFC 8018)."""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from fauxgate.pki import key_structures
from fauxgate.pki.algorithms import AES_256, TRIPLE_DES, Cipher
from fauxgate.pki.key_structures import Pbes2Algorithm


@dataclass(frozen=True, slots=True)
class Lock:
    """A cipher, and how its key is made from a password."""

    cipher: Cipher
    salt_size: int
    rounds: int


# fortios-certificates.md 2.2, decoded from a backup.
APPLIANCE = Lock(TRIPLE_DES, 8, 2048)
# What the library's `BestAvailableEncryption` takes.
STRONG = Lock(AES_256, 16, 20_000)


def locked(plain: bytes, password: bytes, lock: Lock, random: Callable[[int], bytes]) -> tuple[Pbes2Algorithm, bytes]:
    """How it was encrypted, and the encrypted text."""
    salt, iv = random(lock.salt_size), random(lock.cipher.block_size)
    derivation = PBKDF2HMAC(hashes.SHA256(), lock.cipher.key_size, salt, lock.rounds)
    algorithm = key_structures.pbes2(salt, lock.rounds, lock.cipher.oid, iv)
    return algorithm, lock.cipher.encrypt(derivation.derive(password), iv, plain)
