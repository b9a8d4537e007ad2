"""How the value of an option is read from words and written back as words, one reader for each type.

A stored value is canonical: options in full and in schema order, addresses with a dotted mask, integers without
leading zeros, secrets sealed. Reading what was written gives the same stored value.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from fauxgate.language.words import Bare, split
from fauxgate.model import addresses, formats
from fauxgate.model.errors import (
    InvalidHostname,
    KeyRefused,
    MissingWord,
    NodeCheckFailed,
    NotAnInteger,
    TooLong,
    UnknownWord,
    ValueRefused,
    XssCharacters,
)
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Choices,
    DateTime,
    FieldType,
    Fqdn,
    Hostname,
    Integer,
    Ipv4Address,
    Ipv4Any,
    Ipv4Interface,
    Ipv4Netmask,
    Ipv4Network,
    Ipv4Range,
    Ipv4Wildcard,
    Ipv6Address,
    Ipv6Prefix,
    MacAddress,
    Moment,
    Name,
    Names,
    Option,
    Password,
    Pem,
    PortRange,
    Ranked,
    Stored,
    String,
    Text,
    TimeOfDay,
    Uuid,
    Value,
)


class Secrets(Protocol):
    """Seals what must not be read by people who look at a configuration."""

    def seal(self, text: str) -> str:
        """The base64 text that stands after `ENC`."""
        ...


def read(option: Option, words: Sequence[str], secrets: Secrets) -> Stored:
    """The canonical value that the words give the option.

    Raises `MissingWord`, `UnknownWord` for a word too many, or the `ValueRefused` of the option's type.
    """
    if not words:
        raise MissingWord
    return _READERS[type(option.type)](option, option.type, words, secrets)


def read_key(option: Option, word: str) -> str:
    """The canonical key of an entry. Raises the `ValueRefused` of the key's type."""
    kind = option.type
    if isinstance(kind, Integer):
        return _integer_in(option.name, kind, word)
    if not word:
        raise KeyRefused(option.name, word)
    if isinstance(kind, Name):
        return _name_in(kind.limit, word)
    if isinstance(kind, Hostname):
        return _hostname_in(option.name, kind, word)
    if isinstance(kind, Ipv6Prefix):
        return addresses.ipv6_prefix(word)
    return _text_in(kind.limit, word) if isinstance(kind, String) else str(word)


def canonical(kind: FieldType, value: Stored) -> Stored:
    """A value that the device made: plain text, however it was typed, and no line end that closes a PEM."""
    if isinstance(value, tuple):
        return tuple(map(str, value))
    return str(value).strip() if isinstance(kind, Pem) else str(value)


def printed(kind: FieldType, value: Stored) -> tuple[str, ...]:
    """The words of a value: `Bare` where the appliance prints no quotes (fortios-cli.md 5.2)."""
    if isinstance(value, tuple) and isinstance(kind, Ranked):
        return tuple(word for item in value for word in _ranked_words(item))
    if isinstance(value, tuple):
        return value if isinstance(kind, Names) else tuple(Bare(item) for item in value)
    if isinstance(kind, _QUOTED):
        return (value,)
    if isinstance(kind, AsTyped):
        return tuple(word.text if word.quoted else Bare(word.text) for word in split(value))
    return tuple(Bare(word) for word in value.split(" "))


def is_list(kind: FieldType) -> bool:
    """Whether `append`, `select`, `unselect` and `clear` work on it."""
    return isinstance(kind, Choices | Names | Ranked)


def is_quoted(kind: FieldType) -> bool:
    """Whether a value of that type, or each item of it, is printed in quotes."""
    return isinstance(kind, _QUOTED | Names | Ranked)


_QUOTED = String | Name | Hostname | Pem | Text | Fqdn

_SCRIPTING = re.compile("[\"'<>]")

_HOSTNAME = re.compile(r"[A-Za-z0-9_-]*")

_LONE_BYTES = re.compile(r"[\udc80-\udcff]")

_SEALED = re.compile(r"(?P<hash>(?:AK1|SH2|PB2)(?=[A-Za-z0-9+/]{20}))?(?P<base64>[A-Za-z0-9+/]+={0,2})")


def _only(words: Sequence[str]) -> str:
    if len(words) > 1:
        raise UnknownWord(words[1])
    return words[0]


def _text_in(limit: int, word: str) -> str:
    size = len(word) if word.isascii() else _size(word)
    if size > limit:
        raise TooLong(word, size, limit)
    # A word without quotes is a `Bare`, and would be printed as one.
    return str(word)


def _size(text: str) -> int:
    """How many bytes a text has; one that was no UTF-8 when it was read is one half of a pair here."""
    return len(text.encode(errors="surrogatepass")) - 2 * len(_LONE_BYTES.findall(text))


def _name_in(limit: int, word: str) -> str:
    # fortios-cli.md 5.3.
    if _SCRIPTING.search(word):
        raise XssCharacters(word)
    return _text_in(limit, word)


def _integer_in(name: str, kind: Integer, word: str) -> str:
    digits = word.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()):
        raise NotAnInteger(word)
    # Python refuses to read numbers of thousands of digits; they are out of range anyway.
    if len(digits.lstrip("0")) > 20 or not kind.minimum <= int(word) <= kind.maximum:
        raise NodeCheckFailed(name, word)
    return str(int(word))


def _hostname_in(name: str, kind: Hostname, word: str) -> str:
    text = _text_in(kind.limit, word)
    if not _HOSTNAME.fullmatch(text):
        raise InvalidHostname(name, text)
    return text


def _word_in(kind: Choice | Choices, word: str) -> str:
    """The word of the list that a word stands for; where the list is not the release's own, it may be any other."""
    if kind.is_open and word and not any(value.name.startswith(word) for value in kind.values):
        return str(word)
    return _value_in(kind.values, word)


def _value_in(values: Sequence[Value], word: str) -> str:
    for value in values:
        if value.name == word:
            return value.name
    matches = [value.name for value in values if value.name.startswith(word)] if word else []
    if len(matches) != 1:
        raise ValueRefused(word)
    return matches[0]


def _string(_option: Option, kind: String, words: Sequence[str], _secrets: Secrets) -> Stored:
    return _text_in(kind.limit, _only(words))


def _name(_option: Option, kind: Name, words: Sequence[str], _secrets: Secrets) -> Stored:
    return _name_in(kind.limit, _only(words))


def _hostname(option: Option, kind: Hostname, words: Sequence[str], _secrets: Secrets) -> Stored:
    return _hostname_in(option.name, kind, _only(words))


def _integer(option: Option, kind: Integer, words: Sequence[str], _secrets: Secrets) -> Stored:
    return _integer_in(option.name, kind, _only(words))


def _choice(_option: Option, kind: Choice, words: Sequence[str], _secrets: Secrets) -> Stored:
    return _word_in(kind, _only(words))


def _choices(_option: Option, kind: Choices, words: Sequence[str], _secrets: Secrets) -> Stored:
    chosen = dict.fromkeys(_word_in(kind, word) for word in words if word)
    if kind.as_given:
        return tuple(chosen)
    # Schema order, not typing order (fortios-cli.md 2.2).
    listed = [value.name for value in kind.values if value.name in chosen]
    return (*listed, *(word for word in chosen if word not in listed)) if kind.is_open else tuple(listed)


def _names(_option: Option, kind: Names, words: Sequence[str], _secrets: Secrets) -> Stored:
    return tuple(dict.fromkeys(_text_in(kind.limit, word) for word in words if word))


def _ranked(option: Option, kind: Ranked, words: Sequence[str], _secrets: Secrets) -> Stored:
    # An item is a name and its rank with a space between them, so that lists of them are lists like others.
    given = [part for word in words for part in word.split()]
    if len(given) % 2:
        raise MissingWord
    rank = Integer(0, 4294967295)
    pairs = zip(given[::2], given[1::2], strict=True)
    return tuple(f"{_text_in(kind.limit, name)} {_integer_in(option.name, rank, number)}" for name, number in pairs)


def _ranked_words(item: str) -> tuple[str, str]:
    name, _, rank = item.partition(" ")
    return name, Bare(rank)


def _password(_option: Option, kind: Password, words: Sequence[str], secrets: Secrets) -> Stored:
    if len(words) > 1 and words[0] == "ENC":
        return _sealed(_only(words[1:]))
    text = _text_in(kind.limit, _only(words))
    return f"ENC {secrets.seal(text)}" if text else ""


def _sealed(word: str) -> str:
    # Inferred: what is not base64 is refused like a word that is not in an option list.
    # The hashes of administrators' passwords have three letters before the base64 (fortios-cli.md 7.2).
    match = _SEALED.fullmatch(word)
    if match is None or (len(word) % 4 and (match["hash"] is None or len(match["base64"]) % 4)):
        raise ValueRefused(word)
    return f"ENC {word}"


def _pem(_option: Option, kind: Pem, words: Sequence[str], _secrets: Secrets) -> Stored:
    # Scripts put a line end before the closing quote, and some come with CRLF (fortios-cli.md 7.3).
    text = str(_only(words)).replace("\r\n", "\n").strip()
    fits = any(text.startswith(f"-----BEGIN {it}-----") and text.endswith(f"-----END {it}-----") for it in kind.labels)
    if text and not fits:
        # Inferred: a text that is no PEM is refused like a word that is not in an option list.
        raise ValueRefused(words[0])
    return text


def _text(_option: Option, _kind: Text, words: Sequence[str], _secrets: Secrets) -> Stored:
    return str(_only(words))


def _as_typed(_option: Option, _kind: AsTyped, words: Sequence[str], _secrets: Secrets) -> Stored:
    from fauxgate.language.printer import print_word  # noqa: PLC0415 - only an imported schema has this type

    return " ".join(map(print_word, words))


def _ipv4_address(_option: Option, _kind: Ipv4Address, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv4_host(_only(words))


def _ipv4_interface(_option: Option, kind: Ipv4Interface, words: Sequence[str], _secrets: Secrets) -> Stored:
    if kind.is_lone and len(words) == 1 and "/" not in words[0]:
        return addresses.ipv4_interface((words[0], "255.255.255.255"))
    return addresses.ipv4_interface(words)


def _ipv4_network(_option: Option, _kind: Ipv4Network, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv4_network(words)


def _ipv6_address(_option: Option, _kind: Ipv6Address, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv6_address(_only(words))


def _ipv6_prefix(_option: Option, _kind: Ipv6Prefix, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv6_prefix(_only(words))


def _ipv4_any(_option: Option, _kind: Ipv4Any, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv4_any(_only(words))


def _ipv4_netmask(_option: Option, _kind: Ipv4Netmask, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv4_netmask(_only(words))


def _ipv4_wildcard(_option: Option, _kind: Ipv4Wildcard, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv4_wildcard(words)


def _ipv4_range(_option: Option, _kind: Ipv4Range, words: Sequence[str], _secrets: Secrets) -> Stored:
    return addresses.ipv4_range(_only(words))


def _port_range(option: Option, kind: PortRange, words: Sequence[str], _secrets: Secrets) -> Stored:
    return formats.ports(option.name, kind, words)


def _fqdn(option: Option, kind: Fqdn, words: Sequence[str], _secrets: Secrets) -> Stored:
    return formats.domain_name(option.name, kind.limit, _only(words))


def _mac_address(option: Option, _kind: MacAddress, words: Sequence[str], _secrets: Secrets) -> Stored:
    return formats.mac_address(option.name, _only(words))


def _uuid(_option: Option, _kind: Uuid, words: Sequence[str], _secrets: Secrets) -> Stored:
    return formats.uuid(_only(words))


def _date_time(_option: Option, _kind: DateTime, words: Sequence[str], _secrets: Secrets) -> Stored:
    return formats.date_time(words)


def _time_of_day(_option: Option, _kind: TimeOfDay, words: Sequence[str], _secrets: Secrets) -> Stored:
    return formats.time_of_day(_only(words))


def _moment(_option: Option, _kind: Moment, words: Sequence[str], _secrets: Secrets) -> Stored:
    return formats.moment(words)


# Any: each reader takes the one type that it is listed for. A table is three times as fast as `singledispatch`, and a
# long configuration passes here once a line.
Reader: TypeAlias = Callable[[Option, Any, Sequence[str], Secrets], Stored]

_READERS: Mapping[type[FieldType], Reader] = {
    String: _string,
    Hostname: _hostname,
    Integer: _integer,
    Choice: _choice,
    Choices: _choices,
    Names: _names,
    Password: _password,
    Pem: _pem,
    Text: _text,
    AsTyped: _as_typed,
    Ipv4Address: _ipv4_address,
    Ipv4Interface: _ipv4_interface,
    Ipv4Network: _ipv4_network,
    Ipv6Address: _ipv6_address,
    Ipv6Prefix: _ipv6_prefix,
    Name: _name,
    Ranked: _ranked,
    Ipv4Any: _ipv4_any,
    Ipv4Netmask: _ipv4_netmask,
    Ipv4Wildcard: _ipv4_wildcard,
    Ipv4Range: _ipv4_range,
    PortRange: _port_range,
    Fqdn: _fqdn,
    MacAddress: _mac_address,
    Uuid: _uuid,
    DateTime: _date_time,
    TimeOfDay: _time_of_day,
    Moment: _moment,
}
