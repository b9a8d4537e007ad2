"""Addresses, networks and masks: texts in, canonical texts out.

Reading them by hand keeps the many addresses of a long configuration cheap.
"""

import re
from collections.abc import Sequence

from fauxgate.model.errors import InvalidIp, InvalidNetmask, MissingWord, NotAHost, UnknownWord

_DOTTED = re.compile(r"([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})", re.ASCII)

_MASKS = frozenset((0xFFFFFFFF << (32 - length)) & 0xFFFFFFFF for length in range(33))


def ipv4_host(word: str) -> str:
    """An address of class A to C, or 0.0.0.0, without leading zeros. Raises `InvalidIp` or `NotAHost`."""
    return _host(word, word)


def ipv4_interface(words: Sequence[str]) -> str:
    """`192.168.1.6/24` or `192.168.1.6 255.255.255.0` as the latter (fortios-cli.md 2.2).

    Raises `MissingWord` without a mask, `UnknownWord` for a third word, and the errors of address and mask.
    """
    address, mask = _two_words(words)
    host = _host(address, words[0])
    if mask is None:
        raise MissingWord
    return f"{host} {_dotted(_mask(mask))}"


def ipv4_network(words: Sequence[str]) -> str:
    """A network in either form as `192.168.1.0 255.255.255.0`; raises as `ipv4_interface` does, any class is good.

    Inferred: bits of the host are dropped.
    """
    address, mask = _two_words(words)
    number = _number(address)
    if number is None:
        raise InvalidIp(words[0])
    if mask is None:
        raise MissingWord
    bits = _mask(mask)
    return f"{_dotted(number & bits)} {_dotted(bits)}"


def is_host(word: str) -> bool:
    """Whether a word is the IPv4 address of a host."""
    number = _number(word)
    return number is not None and number >> 29 != 7


def ipv4_any(word: str) -> str:
    """An address of any class, without leading zeros. Raises `InvalidIp`."""
    return _dotted(_any(word, word))


def ipv4_netmask(word: str) -> str:
    """A mask such as `255.255.255.0` or `24`, dotted. Raises `InvalidNetmask`."""
    return _dotted(_mask(word))


def ipv4_wildcard(words: Sequence[str]) -> str:
    """An address and a mask of any shape. Raises `MissingWord`, `UnknownWord` or `InvalidIp`."""
    address, mask = _two_words(words)
    number = _any(address, words[0])
    if mask is None:
        raise MissingWord
    return f"{_dotted(number)} {_dotted(_any(mask, mask))}"


def ipv4_range(word: str) -> str:
    """`10.0.0.1` or `10.0.0.1-10.0.0.9`; Inferred: two addresses that are one are kept as that one. Raises `InvalidIp`.

    Inferred: a range that runs backwards is refused as no address.
    """
    low, dash, high = word.partition("-")
    first = _any(low, word)
    last = _any(high, word) if dash else first
    if last < first:
        raise InvalidIp(word)
    return _dotted(first) if first == last else f"{_dotted(first)}-{_dotted(last)}"


def number_of(address: str) -> int:
    """The number of a canonical IPv4 address, for checks that compare addresses."""
    number = _number(address)
    assert number is not None, address
    return number


def ipv6_address(word: str) -> str:
    """An address in its short form, in small letters. Raises `InvalidIp`."""
    return _host6(word, word)


def ipv6_prefix(word: str) -> str:
    """`2001:DB8::1/64` as `2001:db8::1/64`. Raises `InvalidIp`, or `MissingWord` without a length."""
    address, slash, length = word.partition("/")
    canonical = _host6(address, word)
    if not slash:
        raise MissingWord
    if not re.fullmatch(r"[0-9]{1,3}", length) or int(length) > 128:
        raise InvalidIp(word)
    return f"{canonical}/{int(length)}"


def _any(address: str, word: str) -> int:
    number = _number(address)
    if number is None:
        raise InvalidIp(word)
    return number


def _host(address: str, word: str) -> str:
    """The address that is or begins `word`, which is told as a whole when it is refused."""
    number = _number(address)
    if number is None:
        raise InvalidIp(word)
    if number >> 29 == 7:
        raise NotAHost(word)
    return _dotted(number)


def _host6(address: str, word: str) -> str:
    # Few lines need it, and it costs milliseconds at the start of the program.
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415

    if "%" in address or "/" in address:
        raise InvalidIp(word)
    try:
        return str(IPv6Address(address))
    except AddressValueError as error:
        raise InvalidIp(word) from error


def _two_words(words: Sequence[str]) -> tuple[str, str | None]:
    if len(words) > 2:
        raise UnknownWord(words[2])
    if len(words) == 2:
        return words[0], words[1]
    address, slash, mask = words[0].partition("/")
    return address, mask if slash else None


def _number(word: str) -> int | None:
    dotted = _DOTTED.fullmatch(word)
    if dotted is None:
        return None
    a, b, c, d = map(int, dotted.groups())
    if a > 255 or b > 255 or c > 255 or d > 255:
        return None
    return a << 24 | b << 16 | c << 8 | d


def _mask(word: str) -> int:
    if re.fullmatch(r"[0-9]{1,2}", word) and int(word) <= 32:
        return (0xFFFFFFFF << (32 - int(word))) & 0xFFFFFFFF
    number = _number(word)
    if number not in _MASKS or number is None:
        raise InvalidNetmask(word)
    return number


def _dotted(number: int) -> str:
    return f"{number >> 24}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
