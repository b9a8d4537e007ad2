"""The addresses that the appliance's own interfaces have."""

from collections.abc import Iterator
from ipaddress import IPv4Address

from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry, value
from fauxgate.schema.types import Section

INTERFACE = ("system", "interface")
ALL = IPv4Address("0.0.0.0")  # noqa: S104 - the address of an interface that has none
# Every domain has a loopback interface of its own, which no table shows.
LOOPBACK = IPv4Address("127.0.0.1")


def own_addresses(configuration: Configuration) -> frozenset[IPv4Address]:
    """The IPv4 addresses at which the appliance itself answers: those of its interfaces that are up."""
    table = configuration.section(INTERFACE)
    rows = configuration.table(INTERFACE).values()
    found = {address for entry in rows if value(table, entry, "status") == "up" for address in _addresses(table, entry)}
    return frozenset(found | {LOOPBACK})


def _addresses(table: Section, entry: Entry) -> Iterator[IPv4Address]:
    """The first address of an interface and its secondary ones."""
    nested = table.section("secondaryip")
    seconds = entry.tables.get("secondaryip", {}).values() if nested else ()
    texts = [str(value(table, entry, "ip"))]
    if nested is not None:
        texts += [str(value(nested, second, "ip")) for second in seconds]
    for text in texts:
        address = IPv4Address(text.partition(" ")[0])
        if address != ALL:
            yield address
