"""`vpn ipsec phase2-interface` and `vpn ipsec phase2`.

Source: limits, ranges and releases as public API clients state them; print order: schema order, then the dependent
options (fortios-cli.md 2.3).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fauxgate.schema.firewall_shared import ADDRESSES
from fauxgate.schema.ipsec_phase2_exchange import EXCHANGE
from fauxgate.schema.ipsec_proposals import ADDKE
from fauxgate.schema.shared import NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Integer,
    Ipv4Any,
    Ipv4Network,
    Ipv6Address,
    Ipv6Prefix,
    Name,
    Option,
    Section,
    String,
    Table,
    Value,
    When,
)

PFS = When("pfs", ("enable",))

PHASE2_INTERFACE = Table(
    path=("vpn", "ipsec", "phase2-interface"),
    help="What goes through tunnels with an interface: IKE, phase 2.",
    key=Option("name", Name(35), help="Name of the selector."),
    options=(
        *EXCHANGE,
        Option(
            "src-addr-type",
            Choice(
                (
                    Value("subnet", "A network."),
                    Value("range", "A range."),
                    Value("ip", "An address."),
                    Value("name", "An address object."),
                    Value("subnet6", "An IPv6 network."),
                    Value("range6", "A range of IPv6 addresses."),
                    Value("ip6", "An IPv6 address."),
                    Value("name6", "An IPv6 address object."),
                )
            ),
            "subnet",
            "How own networks are given.",
        ),
        Option("src-port", Integer(0, 65535), "0", "Own port (0 = all)."),
        Option(
            "dst-addr-type",
            Choice(
                (
                    Value("subnet", "A network."),
                    Value("range", "A range."),
                    Value("ip", "An address."),
                    Value("name", "An address object."),
                    Value("subnet6", "An IPv6 network."),
                    Value("range6", "A range of IPv6 addresses."),
                    Value("ip6", "An IPv6 address."),
                    Value("name6", "An IPv6 address object."),
                )
            ),
            "subnet",
            "How networks of the other side are given.",
        ),
        Option("dst-port", Integer(0, 65535), "0", "Port of the other side (0 = all)."),
        Option("addke1", ADDKE, (), "Additional key exchange 1.", since=(7, 6, 0), when=PFS),
        Option("addke2", ADDKE, (), "Additional key exchange 2.", since=(7, 6, 0), when=PFS),
        Option("addke3", ADDKE, (), "Additional key exchange 3.", since=(7, 6, 0), when=PFS),
        Option("addke4", ADDKE, (), "Additional key exchange 4.", since=(7, 6, 0), when=PFS),
        Option("addke5", ADDKE, (), "Additional key exchange 5.", since=(7, 6, 0), when=PFS),
        Option("addke6", ADDKE, (), "Additional key exchange 6.", since=(7, 6, 0), when=PFS),
        Option("addke7", ADDKE, (), "Additional key exchange 7.", since=(7, 6, 0), when=PFS),
        Option(
            "keylifeseconds",
            Integer(120, 172800),
            "43200",
            "Seconds that keys are good.",
            when=When("keylife-type", ("seconds", "both")),
        ),
        Option(
            "keylifekbs",
            Integer(5120, 4294967295),
            "5120",
            "Kilobytes that keys are good for.",
            when=When("keylife-type", ("kbs", "both")),
        ),
        Option(
            "diffservcode",
            AsTyped(),
            help="DSCP outside the tunnel.",
            since=(6, 4, 4),
            when=When("diffserv", ("enable",)),
        ),
        Option(
            "src-name",
            String(79),
            help="Own address object.",
            when=When("src-addr-type", ("name",)),
            required=True,
            refers_to=ADDRESSES,
        ),
        Option(
            "src-name6",
            String(79),
            help="Own IPv6 address object.",
            when=When("src-addr-type", ("name6",)),
            required=True,
        ),
        Option(
            "src-start-ip", Ipv4Any(), NO_ADDRESS, "First own address.", when=When("src-addr-type", ("range", "ip"))
        ),
        Option(
            "src-start-ip6",
            Ipv6Address(),
            "::",
            "First own IPv6 address.",
            when=When("src-addr-type", ("range6", "ip6")),
        ),
        Option("src-end-ip", Ipv4Any(), NO_ADDRESS, "Last own address.", when=When("src-addr-type", ("range",))),
        Option("src-end-ip6", Ipv6Address(), "::", "Last own IPv6 address.", when=When("src-addr-type", ("range6",))),
        Option("src-subnet", Ipv4Network(), "0.0.0.0 0.0.0.0", "Own network.", when=When("src-addr-type", ("subnet",))),
        Option("src-subnet6", Ipv6Prefix(), "::/0", "Own IPv6 network.", when=When("src-addr-type", ("subnet6",))),
        Option(
            "dst-name",
            String(79),
            help="Address object of the other side.",
            when=When("dst-addr-type", ("name",)),
            required=True,
            refers_to=ADDRESSES,
        ),
        Option(
            "dst-name6",
            String(79),
            help="IPv6 address object of the other side.",
            when=When("dst-addr-type", ("name6",)),
            required=True,
        ),
        Option(
            "dst-start-ip",
            Ipv4Any(),
            NO_ADDRESS,
            "First address of the other side.",
            when=When("dst-addr-type", ("range", "ip")),
        ),
        Option(
            "dst-start-ip6",
            Ipv6Address(),
            "::",
            "First IPv6 address of the other side.",
            when=When("dst-addr-type", ("range6", "ip6")),
        ),
        Option(
            "dst-end-ip",
            Ipv4Any(),
            NO_ADDRESS,
            "Last address of the other side.",
            when=When("dst-addr-type", ("range",)),
        ),
        Option(
            "dst-end-ip6",
            Ipv6Address(),
            "::",
            "Last IPv6 address of the other side.",
            when=When("dst-addr-type", ("range6",)),
        ),
        Option(
            "dst-subnet",
            Ipv4Network(),
            "0.0.0.0 0.0.0.0",
            "Network of the other side.",
            when=When("dst-addr-type", ("subnet",)),
        ),
        Option(
            "dst-subnet6",
            Ipv6Prefix(),
            "::/0",
            "IPv6 network of the other side.",
            when=When("dst-addr-type", ("subnet6",)),
        ),
    ),
    quiet=True,
)


def _without_interface(options: Iterable[Option | Section]) -> Iterator[Option | Section]:
    for member in options:
        if member.name.startswith("auto-discovery-") or member.name.endswith("6"):
            continue
        if isinstance(member, Option) and isinstance(member.type, Choice) and member.name.endswith("-addr-type"):
            yield replace(member, type=Choice(tuple(it for it in member.type.values if not it.name.endswith("6"))))
        elif isinstance(member, Option) and member.name == "phase1name":
            yield replace(member, type=String(35), refers_to=(("vpn", "ipsec", "phase1"),))
            yield from NATURE
        else:
            yield member


NATURE = (
    Option("use-natip", SWITCH, "enable", "Take the translated address for the selector."),
    Option(
        "selector-match",
        Choice(
            (
                Value("exact", "They must be the same."),
                Value("subset", "One may be part of the other."),
                Value("auto", "What fits."),
            )
        ),
        "auto",
        "How the selectors of both sides must fit.",
    ),
)

PHASE2 = Table(
    path=("vpn", "ipsec", "phase2"),
    help="What goes through tunnels without an interface: IKE, phase 2.",
    key=Option("name", Name(35), help="Name of the selector."),
    options=tuple(_without_interface(PHASE2_INTERFACE.options)),
    quiet=True,
)
