"""Keys made once for a whole run: making them is what takes the time of an enrollment, and no test is about that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from fauxgate.ca import issuing
from fauxgate.pki import keys

_generate_rsa = keys.generate_rsa


def _cache(count: int) -> Callable[[int], RSAPrivateKey]:
    """A generator of keys that has `count` different ones of each size, and gives them in turn."""
    made: dict[int, Iterator[RSAPrivateKey]] = {}

    def generate(bits: int) -> RSAPrivateKey:
        if bits not in made:
            made[bits] = cycle([_generate_rsa(bits) for _ in range(count if bits < 4096 else 1)])
        return next(made[bits])

    return generate


# An authority has up to four members, none of which shall be mistaken for another.
_APPLIANCE, _AUTHORITY = _cache(3), _cache(4)


@contextmanager
def cached_keys() -> Iterator[None]:
    """Inside, appliances and authorities take keys that were made before; never both the same one."""
    with (
        patch.object(keys, "generate_rsa", _APPLIANCE),
        patch.object(issuing, "new_key", lambda _random: _AUTHORITY(issuing.ROOT_KEY_SIZE)),
    ):
        yield
