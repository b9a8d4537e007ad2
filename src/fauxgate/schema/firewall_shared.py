"""Which tables options of the firewall and of its tunnels refer to, and values they have in common.

Source: fortios-cli.md 9.3, and the data sources that public API clients state.
"""

from fauxgate.schema.types import Path

NO_UUID = "00000000-0000-0000-0000-000000000000"

ADDRESSES: tuple[Path, ...] = (("firewall", "address"), ("firewall", "addrgrp"))

ADDRESSES_AND_LISTS: tuple[Path, ...] = (*ADDRESSES, ("system", "external-resource"))

DESTINATIONS: tuple[Path, ...] = (
    *ADDRESSES,
    ("firewall", "vip"),
    ("firewall", "vipgrp"),
    ("system", "external-resource"),
)

SERVICES: tuple[Path, ...] = (("firewall", "service", "custom"), ("firewall", "service", "group"))

SINGLE_SCHEDULES: tuple[Path, ...] = (("firewall", "schedule", "onetime"), ("firewall", "schedule", "recurring"))

SCHEDULES: tuple[Path, ...] = (*SINGLE_SCHEDULES, ("firewall", "schedule", "group"))

ZONES: tuple[Path, ...] = (("system", "interface"), ("system", "zone"))
