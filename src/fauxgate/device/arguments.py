"""Reads the arguments of certificate commands.

The reference has no transcript of a refused argument (fortios-certificates.md section 8, 1), so each is refused as the
same value would be in a `set` line: Inferred.
"""

from collections.abc import Sequence

from fauxgate.model.addresses import ipv4_host
from fauxgate.model.errors import TooLong, ValueRefused
from fauxgate.pki.countries import country_code

# Key sizes and curves of fortios-certificates.md 1.1 and 1.3; 512 exists on low-encryption models only.
RSA_KEY_SIZES = ("1024", "1536", "2048", "4096")
CURVES = ("secp256r1", "secp384r1", "secp521r1")
FILE_NAME_LIMIT = 255


def one_of(word: str, allowed: Sequence[str]) -> str:
    """The word, if it is among the allowed ones."""
    if word not in allowed:
        raise ValueRefused(word)
    return word


def text(word: str, limit: int) -> str:
    """The word, if it has at most `limit` bytes."""
    size = len(characters(word).encode())
    if size > limit:
        raise TooLong(word, size, limit)
    return str(word)


def characters(word: str) -> str:
    """The word, if all of it can be written: bytes that were no UTF-8 when they were read cannot."""
    try:
        word.encode()
    except UnicodeEncodeError as error:
        raise ValueRefused(word) from error
    return word


def required(word: str) -> str:
    """The word, if there is one."""
    if not word:
        raise ValueRefused(word)
    return word


def file_name(word: str) -> str:
    """A name that a TFTP request can carry."""
    if "\0" in word:
        raise ValueRefused(word)
    return text(required(word), FILE_NAME_LIMIT)


def source_address(word: str) -> str:
    """An IPv4 address; an argument left out means that the routing table chooses."""
    return ipv4_host(word) if word else ""


def country(word: str) -> str:
    """The two-letter code of a country given by code or by name; left out stays empty."""
    if not word:
        return ""
    code = country_code(word)
    if code is None:
        raise ValueRefused(word)
    return code


def units(word: str, limit: int) -> tuple[str, ...]:
    """The organization units, separated by commas; `limit` of them at the most."""
    parts = tuple(part for part in word.split(",") if part)
    if len(parts) > limit:
        raise ValueRefused(word)
    return parts
