"""`router static`.

Source: the print order in fortios-cli.md 9.2; limits, defaults and releases: 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import COUNT, INTERFACES, NO_ADDRESS, SWITCH, VRF
from fauxgate.schema.types import Integer, Ipv4Address, Ipv4Network, Names, Option, String, Table, When

STATIC = Table(
    path=("router", "static"),
    help="Routes that are set by hand.",
    key=Option("seq-num", Integer(), help="Number of the route."),
    options=(
        Option("status", SWITCH, "enable", "Use the route."),
        Option("dst", Ipv4Network(), "0.0.0.0 0.0.0.0", "Network that the route leads to."),
        Option("src", Ipv4Network(), "0.0.0.0 0.0.0.0", "Network that the traffic comes from."),
        Option("gateway", Ipv4Address(), NO_ADDRESS, "Address of the next router."),
        Option("preferred-source", Ipv4Address(), NO_ADDRESS, "Address to send own traffic from.", since=(7, 4, 0)),
        Option("distance", Integer(1, 255), "10", "Distance; the shorter route is used."),
        Option("weight", Integer(0, 255), "0", "Share of the traffic among equal routes."),
        Option("priority", Integer(0, 4294967295), "0", "Order of equal routes.", until=(7, 0, 99)),
        Option("priority", Integer(1, 65535), "1", "Order of equal routes.", since=(7, 2, 0)),
        # Inferred: a route needs an interface unless it drops the traffic or leads through SD-WAN, so it is not
        # required as such.
        Option("device", String(35), help="Interface that the route leads out of.", refers_to=INTERFACES),
        Option("comment", String(255), help="Remarks about the route."),
        Option("blackhole", SWITCH, "disable", "Drop the traffic."),
        Option("dynamic-gateway", SWITCH, "disable", "Use the gateway that a DHCP or PPPoE server gives."),
        Option("sdwan", SWITCH, "disable", "Lead through SD-WAN.", until=(7, 0, 0)),
        # Zones of SD-WAN stand in a nested table, whose entries nothing can be referred to by.
        Option("sdwan-zone", Names(79), (), "Zones of SD-WAN that the route leads through.", since=(7, 0, 1)),
        Option(
            "dstaddr",
            String(79),
            help="Address or group that the route leads to.",
            refers_to=(("firewall", "address"), ("firewall", "addrgrp")),
        ),
        Option("internet-service", COUNT, "0", "Number of the Internet service that the route leads to."),
        Option(
            "internet-service-custom",
            String(64),
            help="Internet service of your own that the route leads to.",
            refers_to=(("firewall", "internet-service-custom"),),
        ),
        Option(
            "internet-service-fortiguard",
            String(64),
            help="Internet service of FortiGuard that the route leads to.",
            since=(7, 6, 4),
        ),
        Option("link-monitor-exempt", SWITCH, "disable", "Keep the route when a link monitor fails."),
        Option("tag", COUNT, "0", "Tag of the route.", since=(7, 2, 4)),
        Option("bfd", SWITCH, "disable", "Watch the gateway with BFD."),
        # Inferred: `get` leaves it out for an ordinary route; newer units call the default `unspecified`.
        Option("vrf", VRF, "0", "VRF of the route.", when=When("blackhole", ("enable",))),
    ),
)
