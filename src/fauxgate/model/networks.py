"""The networks of a table of interfaces, so that an overlap is looked for in a few steps, however many there are."""

from bisect import bisect_left, insort
from collections import Counter

from fauxgate.model.addresses import number_of
from fauxgate.model.entry import Entry, value
from fauxgate.schema.types import Section

ALL_ONES = 0xFFFFFFFF


class Networks:
    """Follows the rows of a table whose entries have an address and its mask in the option `ip`.

    Those of one virtual domain are looked at together.
    """

    def __init__(self, section: Section) -> None:
        self._section = section
        self._domains: dict[str, _Domain] = {}

    def note(self, before: Entry | None, after: Entry | None) -> None:
        """An entry has another one in its place; None is none."""
        if before is not None:
            domain, address, mask = self._place(before)
            self._domains[domain].remove(address, mask)
        if after is not None:
            domain, address, mask = self._place(after)
            self._domains.setdefault(domain, _Domain()).add(address, mask)

    def may_overlap(self, domain: str, ip: str) -> bool:
        """Whether a network of that domain may overlap with that one; if not, surely none does."""
        found = self._domains.get(domain)
        address, mask = map(number_of, ip.split(" "))
        return found is not None and found.may_overlap(address, mask)

    def _place(self, entry: Entry) -> tuple[str, int, int]:
        domain = str(value(self._section, entry, "vdom")) if self._section.option("vdom") else ""
        address, mask = map(number_of, str(value(self._section, entry, "ip")).split(" "))
        return domain, address, mask


class _Domain:
    """The addresses in their order, and how often each network stands there, by its mask."""

    def __init__(self) -> None:
        self._addresses: list[int] = []
        self._networks: dict[int, Counter[int]] = {}

    def add(self, address: int, mask: int) -> None:
        if mask and address:
            insort(self._addresses, address)
            self._networks.setdefault(mask, Counter())[address & mask] += 1

    def remove(self, address: int, mask: int) -> None:
        if mask and address:
            del self._addresses[bisect_left(self._addresses, address)]
            self._networks[mask][address & mask] -= 1

    def may_overlap(self, address: int, mask: int) -> bool:
        # Of two networks that overlap, the one with the shorter mask has the address of the other one in it.
        first = bisect_left(self._addresses, address & mask)
        is_inside = first < len(self._addresses) and self._addresses[first] <= address | (mask ^ ALL_ONES)
        return is_inside or any(networks[address & it] > 0 for it, networks in self._networks.items())
