"""Reads the arguments of certificate commands; every refusal is a UserError."""

from collections.abc import Sequence
from ipaddress import AddressValueError, IPv4Address

from fauxgate.device.errors import AddressRefused, ArgumentRefused, ArgumentTooLong
from fauxgate.pki.countries import country_code


def one_of(word: str, allowed: Sequence[str]) -> str:
    """The word, if it is among the allowed ones."""
    if word not in allowed:
        raise ArgumentRefused(word)
    return word


def text(word: str, limit: int) -> str:
    """The word, if it has at most `limit` characters."""
    if len(word) > limit:
        raise ArgumentTooLong(word, limit)
    return word


def required(word: str) -> str:
    """The word, if there is one."""
    if not word:
        raise ArgumentRefused(word)
    return word


def name(word: str, limit: int) -> str:
    """A name for a table entry: not empty, not too long."""
    return text(required(word), limit)


def source_address(word: str) -> str:
    """An IPv4 address; an argument left out means that the routing table chooses."""
    if not word:
        return ""
    try:
        return str(IPv4Address(word))
    except AddressValueError as error:
        raise AddressRefused(word) from error


def country(word: str) -> str:
    """The two-letter code of a country given by code or by name; left out stays empty."""
    if not word:
        return ""
    code = country_code(word)
    if code is None:
        raise ArgumentRefused(word)
    return code


def units(word: str, limit: int) -> tuple[str, ...]:
    """The organization units, separated by commas; `limit` of them at the most."""
    parts = tuple(part for part in word.split(",") if part)
    if len(parts) > limit:
        raise ArgumentRefused(word)
    return parts
