"""What several values of one entry must be together, or beside those of other entries (fortios-cli.md 3.3).

Each check stands under the path of its section, with the names of nested tables at its end.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from fauxgate.model.addresses import number_of
from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Entry, value
from fauxgate.model.errors import AttributeRefused, ObjectRefused, TooManyItems
from fauxgate.model.networks import Networks
from fauxgate.schema.types import Path, Section

NO_ADDRESS = "0.0.0.0"  # noqa: S104 - the value that says "none"; nothing listens there.

SERVER_CERTIFICATES = 10

ObjectCheck: TypeAlias = Callable[[Configuration, Section, str, Entry, Entry], None]
"""Takes the section, the key, the entry as it was and as it would be saved; raises UserError."""


def check_object(
    configuration: Configuration, path: Path, section: Section, key: str, before: Entry, after: Entry
) -> None:
    """Raises what the check of that path raises, if it has one."""
    check = _CHECKS.get(path)
    if check is not None:
        check(configuration, section, key, before, after)


def is_checked(path: Path) -> bool:
    """Whether there is a check for entries of that path."""
    return path in _CHECKS


def _text(section: Section, entry: Entry, name: str) -> str:
    return str(value(section, entry, name)) if section.option(name) else ""


def _ordered_range(_all: Configuration, section: Section, _key: str, _before: Entry, after: Entry) -> None:
    """Inferred: a range of one address is a range, whatever the message says."""
    start, end = _text(section, after, "start-ip"), _text(section, after, "end-ip")
    if NO_ADDRESS not in (start, end) and "" not in (start, end) and number_of(end) < number_of(start):
        raise ObjectRefused("end-ip must be greater than start-ip", -45)


def _ordered_address(whole: Configuration, section: Section, key: str, before: Entry, after: Entry) -> None:
    if _text(section, after, "type") == "iprange":
        _ordered_range(whole, section, key, before, after)


def _some_ports(_all: Configuration, section: Section, _key: str, _before: Entry, after: Entry) -> None:
    # 7.6 says `TCP/UDP/UDP-Lite/SCTP`. Inferred: its message is the old one.
    if not _text(section, after, "protocol").startswith("TCP/UDP/") or _text(section, after, "proxy") == "enable":
        return
    if not any(_text(section, after, f"{name}-portrange") for name in ("tcp", "udp", "udplite", "sctp")):
        raise ObjectRefused("TCP/UDP/SCTP portrange cannot all be empty.", -651)


def _no_overlap(whole: Configuration, section: Section, key: str, before: Entry, after: Entry) -> None:
    """Inferred: interfaces of different virtual domains may overlap."""
    mine, domain = _text(section, after, "ip"), _text(section, after, "vdom")
    if mine == _text(section, before, "ip") or mine.startswith(NO_ADDRESS) or _may_overlap(whole, domain):
        return
    rows = whole.table(section.path)
    if not rows.followed(Networks, section).may_overlap(domain, mine):
        return
    for name, other in rows.items():
        theirs = _text(section, other, "ip")
        if name != key and _text(section, other, "vdom") == domain and _overlap(mine, theirs):
            raise ObjectRefused(f"Subnets overlap between '{key}' and the primary IP of '{name}'", -54, "set")


def _may_overlap(whole: Configuration, domain: str) -> bool:
    settings = whole.storage.catalogue.find(("system", "settings"))
    if settings is None or settings.option("allow-subnet-overlap") is None:
        return False
    seen = whole.seen_from(domain or whole.domain)
    return seen.value(settings.path, "", "allow-subnet-overlap") == "enable"


def _overlap(mine: str, theirs: str) -> bool:
    if theirs.startswith(NO_ADDRESS):
        return False
    (address, mask), (other, other_mask) = (map(number_of, it.split(" ")) for it in (mine, theirs))
    common = mask & other_mask
    return common != 0 and address & common == other & common


def _may_be_transparent(whole: Configuration, section: Section, _key: str, before: Entry, after: Entry) -> None:
    """Inferred: what stands in the way is told in our words, since the sample breaks off after `because`."""
    mode = _text(section, after, "opmode")
    tunnels = whole.storage.catalogue.find(("vpn", "ipsec", "phase1-interface"))
    if mode != "transparent" or mode == _text(section, before, "opmode") or tunnels is None:
        return
    if whole.table(tunnels.path):
        reason = "Cannot change to Transparent mode because there are IPsec tunnels in this virtual domain."
        raise AttributeRefused(reason, "opmode", mode, -7610)


def _ten_certificates(_all: Configuration, section: Section, _key: str, _before: Entry, after: Entry) -> None:
    """Inferred: which list the message is about."""
    if section.option("server-cert") and len(value(section, after, "server-cert")) > SERVER_CERTIFICATES:
        raise TooManyItems("server certificate", SERVER_CERTIFICATES)


_CHECKS: Mapping[Path, ObjectCheck] = {
    ("firewall", "address"): _ordered_address,
    ("system", "dhcp", "server", "ip-range"): _ordered_range,
    ("system", "dhcp", "server", "exclude-range"): _ordered_range,
    ("firewall", "service", "custom"): _some_ports,
    ("firewall", "ssl-ssh-profile"): _ten_certificates,
    ("system", "interface"): _no_overlap,
    ("system", "settings"): _may_be_transparent,
}
