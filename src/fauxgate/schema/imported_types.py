"""The types of the REST API, by their names there, as ours."""

from collections.abc import Callable, Iterator, Mapping

from fauxgate.schema.nodes import Node
from fauxgate.schema.spans import in_spans, read_spans
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Choices,
    DateTime,
    FieldType,
    Integer,
    Ipv4Address,
    Ipv4Any,
    Ipv4Interface,
    Ipv4Netmask,
    Ipv4Network,
    Ipv6Address,
    Ipv6Prefix,
    MacAddress,
    Names,
    Password,
    Release,
    Stored,
    String,
    Uuid,
    Value,
)

UNSTATED_LIMIT = 4095
"""Inferred: for a text whose limit nobody states."""

SECRET_LIMIT = 128


def field_type(node: Node, release: Release) -> FieldType:
    """The type of an option; words of a form that the source does not state are kept as they are typed."""
    stated = node.text("type")
    if stated == "option" and (values := tuple(_values(node, release))):
        return Choices(values) if node.flag("multiple_values") else Choice(values)
    if stated == "integer" and not node.flag("multiple_values"):
        return _integer(node)
    if stated.startswith("password"):
        return Password(_size(node, SECRET_LIMIT))
    if stated in _TEXTS:
        size = _size(node, UNSTATED_LIMIT)
        return Names(size) if node.flag("multiple_values") else String(size)
    make = _OTHERS.get(stated)
    return AsTyped() if make is None or node.flag("multiple_values") else make()


def default(node: Node, kind: FieldType) -> Stored:
    """The default of an option in the form of its type; empty if the source does not state a fitting one."""
    stated = node.facts.get("default")
    text = str(stated) if isinstance(stated, str | int) and not isinstance(stated, bool) else ""
    text = text if text.isprintable() else ""
    if isinstance(kind, Choices):
        chosen = text.split()
        return tuple(value.name for value in kind.values if value.name in chosen)
    if isinstance(kind, Names):
        return tuple(text.split())
    if isinstance(kind, Choice):
        return text if any(value.name == text for value in kind.values) else ""
    if isinstance(kind, Integer):
        return text if text.isascii() and text.removeprefix("-").isdecimal() else ""
    return "" if isinstance(kind, Password) else text


_TEXTS = frozenset({"string", "var-string", "key"})

_OTHERS: Mapping[str, Callable[[], FieldType]] = {
    "ipv4-address": Ipv4Address,
    "ipv4-address-any": Ipv4Any,
    "ipv4-classnet": Ipv4Network,
    "ipv4-classnet-any": Ipv4Network,
    "ipv4-classnet-host": Ipv4Interface,
    "ipv4-netmask": Ipv4Netmask,
    "ipv6-address": Ipv6Address,
    "ipv6-prefix": Ipv6Prefix,
    "ipv6-network": Ipv6Prefix,
    "mac-address": MacAddress,
    "uuid": Uuid,
    "datetime": DateTime,
}


def _values(node: Node, release: Release) -> Iterator[Value]:
    for value in node.items("options"):
        if value.word("name") and in_spans(read_spans(value.text("spans")), release):
            yield Value(value.word("name"), value.sentence("help"))


def _integer(node: Node) -> Integer:
    low, high = node.number("min-value"), node.number("max-value")
    if low is None or high is None or low >= high:
        return Integer()
    return Integer(low, high)


def _size(node: Node, otherwise: int) -> int:
    size = node.number("size")
    return size if size is not None and size > 0 else otherwise
