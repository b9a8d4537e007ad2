"""Ports, domain names, hardware addresses, UUIDs and times: words in, canonical texts out."""

import re
from collections.abc import Sequence

from fauxgate.model.errors import (
    InvalidDomainName,
    InvalidMac,
    InvalidPortRange,
    MissingWord,
    TooLong,
    UnknownWord,
    ValueRefused,
)
from fauxgate.schema.types import PortRange

_PORTS = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5}))?", re.ASCII)

_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"

_DOMAIN_NAME = re.compile(rf"(?:\*|\*?{_LABEL})(?:\.{_LABEL})*\.?", re.ASCII)

_MAC = re.compile(r"[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}", re.ASCII)

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)

_DATE = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})", re.ASCII)

_TIME = re.compile(r"([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?", re.ASCII)


def ports(name: str, kind: PortRange, words: Sequence[str]) -> str:
    """Port ranges for the option `name`. Raises `UnknownWord` for one too many, or `InvalidPortRange`."""
    given = [word for text in words for word in text.split()]
    if len(given) > 1 and not kind.many:
        raise UnknownWord(given[1])
    for word in given:
        if not all(_is_range(kind, part) for part in word.split(":")) or word.count(":") > 1:
            raise InvalidPortRange(name, word)
    return " ".join(_canonical_ports(word) for word in given)


def domain_name(name: str, limit: int, word: str) -> str:
    """A domain name for the option `name`. Raises `TooLong` or `InvalidDomainName`."""
    if len(word.encode(errors="surrogatepass")) > limit:
        raise TooLong(word, len(word.encode(errors="surrogatepass")), limit)
    if word and not _DOMAIN_NAME.fullmatch(word):
        raise InvalidDomainName(name, word)
    return str(word)


def mac_address(name: str, word: str) -> str:
    """A hardware address in small letters with `:`. Raises `InvalidMac`."""
    if not _MAC.fullmatch(word):
        raise InvalidMac(name, word)
    return word.replace("-", ":").lower()


def uuid(word: str) -> str:
    """A UUID in small letters. Raises `ValueRefused`."""
    if not _UUID.fullmatch(word.lower()):
        raise ValueRefused(word)
    return word.lower()


def made_uuid(random: bytes) -> str:
    """The UUID of 16 random bytes, marked as a random one (RFC 9562, 5.4)."""
    marked = bytearray(random)
    marked[6] = marked[6] & 0x0F | 0x40
    marked[8] = marked[8] & 0x3F | 0x80
    digits = marked.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def date_time(words: Sequence[str]) -> str:
    """`2025-03-27 16:22:52` in one word or two. Raises `MissingWord`, `UnknownWord` or `ValueRefused`."""
    date, time = _two(words)
    return f"{_date(date, '-')} {_time(time, seconds=True)}"


def time_of_day(word: str) -> str:
    """`16:22`. Raises `ValueRefused`."""
    return _time(word, seconds=False)


def moment(words: Sequence[str]) -> str:
    """`16:22 2025/03/27` in one word or two; raises as `date_time` does."""
    time, date = _two(words)
    return f"{_time(time, seconds=False)} {_date(date, '/')}"


def _is_range(kind: PortRange, part: str) -> bool:
    match = _PORTS.fullmatch(part)
    if match is None:
        return False
    low, high = int(match[1]), int(match[2] or match[1])
    return kind.minimum <= low <= high <= kind.maximum


def _canonical_ports(word: str) -> str:
    halves = []
    for part in word.split(":"):
        low, _, high = part.partition("-")
        halves.append(f"{int(low)}-{int(high)}" if high and int(high) != int(low) else str(int(low)))
    return ":".join(halves)


def _two(words: Sequence[str]) -> tuple[str, str]:
    given = [word for text in words for word in text.split()]
    if len(given) > 2:
        raise UnknownWord(given[2])
    if len(given) < 2:
        raise MissingWord
    return given[0], given[1]


def _date(word: str, separator: str) -> str:
    match = _DATE.fullmatch(word)
    if match is None or int(match[3]) > 12 or int(match[4]) > 31:
        raise ValueRefused(word)
    return separator.join((match[1], f"{int(match[3]):02}", f"{int(match[4]):02}"))


def _time(word: str, *, seconds: bool) -> str:
    match = _TIME.fullmatch(word)
    if match is None or int(match[1]) > 24 or int(match[2]) > 59 or int(match[3] or 0) > 59:
        raise ValueRefused(word)
    text = f"{int(match[1]):02}:{int(match[2]):02}"
    return f"{text}:{int(match[3] or 0):02}" if seconds else text
