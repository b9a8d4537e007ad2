"""`vpn ipsec phase1`: gateways of tunnels without an interface, for policies of the action `ipsec`.

Source: as `ipsec_phase1`, from which it differs by what needs an interface.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fauxgate.schema.ipsec_phase1 import PHASE1_INTERFACE
from fauxgate.schema.types import Name, Option, Section, Table

# Tunnels without an interface have none of what an interface would do.
NEEDS_INTERFACE = frozenset(
    (
        "ip-version",
        "local-gw6",
        "remote-gw6",
        "default-gw",
        "default-gw-priority",
        "monitor",
        "monitor-min",
        "monitor-hold-down-type",
        "monitor-hold-down-delay",
        "monitor-hold-down-weekday",
        "monitor-hold-down-time",
        "net-device",
        "passive-mode",
        "exchange-interface-ip",
        "exchange-ip-addr4",
        "exchange-ip-addr6",
        "aggregate-member",
        "aggregate-weight",
        "packet-redistribution",
        "peer-egress-shaping",
        "peer-egress-shaping-value",
        "ip-fragmentation",
        "auto-discovery-sender",
        "auto-discovery-receiver",
        "auto-discovery-forwarder",
        "auto-discovery-psk",
        "auto-discovery-shortcuts",
        "auto-discovery-crossover",
        "auto-discovery-offer-interval",
        "auto-discovery-dialup-placeholder",
        "encapsulation",
        "encapsulation-address",
        "encap-local-gw4",
        "encap-local-gw6",
        "encap-remote-gw4",
        "encap-remote-gw6",
        "vni",
        "tunnel-search",
    )
)


def _without_interface(options: Iterable[Option | Section]) -> Iterator[Option | Section]:
    for member in options:
        if member.name in NEEDS_INTERFACE:
            continue
        if member.when is not None and member.when.name in NEEDS_INTERFACE:
            yield replace(member, when=None)
        elif isinstance(member, Option) and member.name == "add-route":
            yield replace(member, default="disable")
        else:
            yield member


PHASE1 = Table(
    path=("vpn", "ipsec", "phase1"),
    help="Gateways of tunnels without an interface: IKE, phase 1.",
    key=Option("name", Name(35), help="Name of the gateway."),
    options=tuple(_without_interface(PHASE1_INTERFACE.options)),
    quiet=True,
)
