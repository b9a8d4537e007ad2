"""Chance that can be repeated, for training only: whoever knows the seed can make the same keys.

Each draw is the output of SHAKE-256 for the seed, the purpose of the draw and how many were drawn for it before. So a
key is the same however many nonces were needed before it.
"""

import hashlib
from itertools import count

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from fauxgate.pki.algorithms import SHA256
from fauxgate.pki.chance import Padding
from fauxgate.pki.keys import CURVES
from fauxgate.pki.primes import EXPONENT, prime_from

# What a scalar is drawn with beyond the size of the order, so that no value of it is likelier than another.
_MORE = 16


class Seeded:
    """A source of bytes and a `Chance`; another name gives another one of the same seed."""

    def __init__(self, seed: int, name: str) -> None:
        self._label = f"fauxgate {seed} {name}"
        self._drawn: dict[str, count[int]] = {}

    def __call__(self, size: int) -> bytes:
        """Bytes that look random."""
        return self._draw("bytes", size)

    def rsa_key(self, bits: int) -> rsa.RSAPrivateKey:
        """See `Chance`."""
        p = self._prime(bits - bits // 2)
        q = self._prime(bits // 2)
        while p == q:
            q = self._prime(bits // 2)
        d = rsa.rsa_recover_private_exponent(EXPONENT, p, q)
        numbers = rsa.RSAPrivateNumbers(
            p=p,
            q=q,
            d=d,
            dmp1=rsa.rsa_crt_dmp1(d, p),
            dmq1=rsa.rsa_crt_dmq1(d, q),
            iqmp=rsa.rsa_crt_iqmp(p, q),
            public_numbers=rsa.RSAPublicNumbers(EXPONENT, p * q),
        )
        # It was made so that it is sound; testing the primes once more would take longer than finding them.
        return numbers.private_key(unsafe_skip_rsa_key_validation=True)

    def ec_key(self, curve_name: str) -> ec.EllipticCurvePrivateKey:
        """See `Chance`."""
        curve = CURVES[curve_name]()
        drawn = self._draw(curve_name, (curve.key_size + 7) // 8 + _MORE)
        return ec.derive_private_key(1 + int.from_bytes(drawn) % (curve.group_order - 1), curve)

    def encrypted(self, plain: bytes, key: rsa.RSAPublicKey, scheme: Padding) -> bytes:
        """See `Chance`."""
        size = (key.key_size + 7) // 8
        is_pkcs1 = isinstance(scheme, padding.PKCS1v15)
        padded = self._pkcs1(plain, size) if is_pkcs1 else self._oaep(plain, size)
        numbers = key.public_numbers()
        return pow(int.from_bytes(padded), numbers.e, numbers.n).to_bytes(size)

    def _prime(self, bits: int) -> int:
        """A prime with its two highest bits set, so that the product of two has all its bits."""
        while True:
            start = int.from_bytes(self._draw(f"prime {bits}", (bits + 7) // 8)) % (1 << bits)
            found = prime_from(start | 3 << bits - 2 | 1)
            if found is not None and found.bit_length() == bits:
                return found

    def _pkcs1(self, plain: bytes, size: int) -> bytes:
        """RFC 8017, 7.2.1: at least 8 bytes of padding, none of them zero."""
        length = size - len(plain) - 3
        if length < 8:
            raise ValueError("the key is too small")
        filling = b""
        while len(filling) < length:
            filling += self._draw("padding", length).replace(b"\0", b"")
        return b"\0\2" + filling[:length] + b"\0" + plain

    def _oaep(self, plain: bytes, size: int) -> bytes:
        """RFC 8017, 7.1.1, with SHA-256 throughout and no label, which is all that we ever encrypt with."""
        hashed = SHA256.of(b"")
        length = size - len(plain) - 2 * len(hashed) - 2
        if length < 0:
            raise ValueError("the key is too small")
        seed = self._draw("padding", len(hashed))
        block = hashed + bytes(length) + b"\1" + plain
        masked = _xor(block, _mgf1(seed, len(block)))
        return b"\0" + _xor(seed, _mgf1(masked, len(seed))) + masked

    def _draw(self, purpose: str, size: int) -> bytes:
        number = next(self._drawn.setdefault(purpose, count()))
        return hashlib.shake_256(f"{self._label} {purpose} {number}".encode()).digest(size)


def _mgf1(seed: bytes, size: int) -> bytes:
    """RFC 8017, B.2.1."""
    blocks = (SHA256.of(seed + number.to_bytes(4)) for number in range(-(-size // 32)))
    return b"".join(blocks)[:size]


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
