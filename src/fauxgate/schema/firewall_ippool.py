"""`firewall ippool`.

Source: limits, ranges and releases as public API clients state them.
"""

from fauxgate.schema.shared import INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.types import Choice, Integer, Ipv4Any, Ipv6Prefix, Name, Option, String, Table, Value, When

SHARED_PORTS = When("type", ("overload", "fixed-port-range", "port-block-allocation"))

TYPE_FIXED_PORT_RANGE = When("type", ("fixed-port-range",))

TYPE_PORT_BLOCK_ALLOCATION = When("type", ("port-block-allocation",))

IPPOOL = Table(
    path=("firewall", "ippool"),
    help="Addresses for source NAT.",
    key=Option("name", Name(79), help="Name of the pool."),
    options=(
        Option(
            "type",
            Choice(
                (
                    Value("overload", "Clients share addresses."),
                    Value("one-to-one", "One address for each client."),
                    Value("fixed-port-range", "A range of ports for each client, by its address."),
                    Value("port-block-allocation", "Blocks of ports for each client."),
                )
            ),
            "overload",
            "How addresses and ports are given out.",
        ),
        Option("startip", Ipv4Any(), NO_ADDRESS, "First address."),
        Option("endip", Ipv4Any(), NO_ADDRESS, "Last address."),
        Option("arp-reply", SWITCH, "enable", "Answer ARP for the addresses."),
        Option("arp-intf", String(15), help="Interface that answers ARP.", refers_to=INTERFACES),
        Option("associated-interface", String(15), help="Interface that the pool is for.", refers_to=INTERFACES),
        Option("comments", String(255), help="Remarks about this pool."),
        Option("nat64", SWITCH, "disable", "For NAT64.", since=(7, 0, 1)),
        Option(
            "subnet-broadcast-in-ippool",
            Choice((Value("disable", "Do not."), Value("enable", "Do.", until=(7, 4, 4)))),
            help="Give out network and broadcast addresses too.",
            since=(7, 0, 8),
        ),
        Option("startport", Integer(1024, 65535), "5117", "First port.", since=(7, 0, 0), when=SHARED_PORTS),
        Option("endport", Integer(1024, 65535), "65533", "Last port.", since=(7, 0, 0), when=SHARED_PORTS),
        Option("source-startip", Ipv4Any(), NO_ADDRESS, "First address of the clients.", when=TYPE_FIXED_PORT_RANGE),
        Option("source-endip", Ipv4Any(), NO_ADDRESS, "Last address of the clients.", when=TYPE_FIXED_PORT_RANGE),
        Option("block-size", Integer(64, 4096), "128", "Ports in a block.", when=TYPE_PORT_BLOCK_ALLOCATION),
        Option(
            "port-per-user",
            Integer(0, 60417),
            "0",
            "Ports for each client (0 = what fits).",
            since=(7, 0, 0),
            when=TYPE_FIXED_PORT_RANGE,
        ),
        Option("num-blocks-per-user", Integer(1, 128), "8", "Blocks for each client.", when=TYPE_PORT_BLOCK_ALLOCATION),
        Option(
            "pba-timeout",
            Integer(3, 86400),
            "30",
            "Seconds that an unused block is kept.",
            when=TYPE_PORT_BLOCK_ALLOCATION,
        ),
        Option(
            "pba-interim-log",
            Integer(0, 86400),
            "0",
            "Seconds between logs of a block in use (0 = none).",
            since=(7, 4, 4),
            when=TYPE_PORT_BLOCK_ALLOCATION,
        ),
        Option("permit-any-host", SWITCH, "disable", "Let any host answer.", when=When("type", ("overload",))),
        Option(
            "add-nat64-route",
            SWITCH,
            "enable",
            "Add a route for the pool.",
            since=(7, 0, 1),
            when=When("nat64", ("enable",)),
        ),
        Option(
            "source-prefix6",
            Ipv6Prefix(),
            "::/0",
            "IPv6 network of the clients.",
            since=(7, 6, 0),
            when=TYPE_FIXED_PORT_RANGE,
        ),
        Option(
            "client-prefix-length",
            Integer(1, 128),
            "64",
            "Length of the prefix of one client.",
            since=(7, 6, 0),
            when=TYPE_FIXED_PORT_RANGE,
        ),
        Option(
            "tcp-session-quota",
            Integer(0, 2097000),
            "0",
            "TCP sessions for each client (0 = any number).",
            since=(7, 6, 0),
            when=TYPE_PORT_BLOCK_ALLOCATION,
        ),
        Option(
            "udp-session-quota",
            Integer(0, 2097000),
            "0",
            "UDP sessions for each client (0 = any number).",
            since=(7, 6, 0),
            when=TYPE_PORT_BLOCK_ALLOCATION,
        ),
        Option(
            "icmp-session-quota",
            Integer(0, 2097000),
            "0",
            "ICMP sessions for each client (0 = any number).",
            since=(7, 6, 0),
            when=TYPE_PORT_BLOCK_ALLOCATION,
        ),
        Option(
            "privileged-port-use-pba",
            SWITCH,
            "disable",
            "Take blocks for ports below 1024 too.",
            since=(7, 6, 0),
            when=TYPE_PORT_BLOCK_ALLOCATION,
        ),
    ),
    quiet=True,
)
