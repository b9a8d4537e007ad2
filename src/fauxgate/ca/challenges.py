"""Challenge passwords at rest: only their scrypt hashes are kept."""

import base64
import hashlib
import hmac
import threading
from collections.abc import Callable

# Four megabytes and some ten milliseconds for each guess.
_COST, _BLOCK, _PARALLEL = 2**12, 8, 1
_SALT_SIZE = 16
_REMEMBERED = 1000

_SCHEME = "scrypt"


def encoded(password: str) -> bytes:
    """A password as bytes; one from a command line or from the wire may hold what is no text."""
    return password.encode("utf-8", "surrogatepass")


def hashed(password: str, random: Callable[[int], bytes]) -> str:
    """`scrypt$<salt>$<hash>`, salt and hash in base64."""
    salt = random(_SALT_SIZE)
    return "$".join((_SCHEME, base64.b64encode(salt).decode(), base64.b64encode(_derived(password, salt)).decode()))


class Checker:
    """Compares passwords with hashes, and remembers in this process which ones were right.

    The default password comes with every request; deriving it each time would take longer than issuing. What is
    remembered is a keyed digest, whose key is gone with the process.
    """

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self._key = random(32)
        self._right: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def is_right(self, password: str, kept: str) -> bool:
        """Whether `kept` was made of this password."""
        digest = hashlib.blake2b(encoded(password), key=self._key).digest()
        with self._lock:
            remembered = self._right.get(kept)
        if remembered is not None:
            return hmac.compare_digest(remembered, digest)
        _, salt, derived = kept.split("$")
        is_right = hmac.compare_digest(_derived(password, base64.b64decode(salt)), base64.b64decode(derived))
        if is_right:
            with self._lock:
                if len(self._right) >= _REMEMBERED:
                    self._right.clear()
                self._right[kept] = digest
        return is_right


def _derived(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(encoded(password), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL)
