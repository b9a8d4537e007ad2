"""Passwords as the configuration prints them after `ENC`: obfuscated, not protected.

The form is the appliance's: base64 of 148 bytes, a 4-byte salt and then AES-256-CBC of a text of up to 128 bytes
(fortios-certificates.md 2.2). The key is fixed and public, as the appliance's default one is: whoever reads a backup
can read its passwords. A text that another device sealed cannot be opened here.
"""

import base64
import binascii
from collections.abc import Callable

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

LIMIT = 128

_KEY = b"Fauxgate: everybody has this key"
_SALT_SIZE = 4
_TEXT_SIZE = 144
_BLOCK_SIZE = 16


class SealedElsewhere(ValueError):
    """A sealed text is damaged, or another device sealed it."""


def seal(text: str, random: Callable[[int], bytes]) -> str:
    """The base64 that stands after `ENC`; raises ValueError when the text is longer than 128 bytes or holds a NUL."""
    plain = text.encode()
    if len(plain) > LIMIT or b"\0" in plain:
        raise ValueError("a password has at most 128 bytes and no NUL")
    salt = random(_SALT_SIZE)
    encryptor = _cipher(salt).encryptor()
    return base64.b64encode(salt + encryptor.update(plain.ljust(_TEXT_SIZE, b"\0")) + encryptor.finalize()).decode()


def open_sealed(sealed: str) -> str:
    """The text that `seal` was given; raises SealedElsewhere."""
    try:
        content = base64.b64decode(sealed, validate=True)
        decryptor = _cipher(content[:_SALT_SIZE]).decryptor()
        text, padding = _split(decryptor.update(content[_SALT_SIZE:]) + decryptor.finalize())
        plain = text.decode()
    except (binascii.Error, ValueError) as error:
        raise SealedElsewhere("not sealed by this program") from error
    if len(content) != _SALT_SIZE + _TEXT_SIZE or padding.strip(b"\0") or len(text) > LIMIT:
        raise SealedElsewhere("not sealed by this program")
    return plain


def _cipher(salt: bytes) -> Cipher[modes.CBC]:
    return Cipher(algorithms.AES(_KEY), modes.CBC(salt.ljust(_BLOCK_SIZE, b"\0")))


def _split(padded: bytes) -> tuple[bytes, bytes]:
    text, _, padding = padded.partition(b"\0")
    return text, padding
