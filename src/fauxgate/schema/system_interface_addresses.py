"""The nested tables and objects of `system interface`: further addresses, VRRP, options for DHCP.

Source: fortios-cli.md 9.1 (ANS for names, HFX for limits).
"""

from fauxgate.schema.shared import NO_ADDRESS, SWITCH
from fauxgate.schema.system_interface_values import ACCESS_VALUES, FLAGS
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Any,
    Ipv4Interface,
    Names,
    Option,
    String,
    Table,
    Text,
    Value,
    When,
)

CLIENT_OPTIONS = Table(
    path=("client-options",),
    help="Options that the DHCP server is told.",
    key=Option("id", Integer(), help="Number of the entry."),
    options=(
        Option("code", Integer(0, 255), "0", "Code of the option."),
        Option(
            "type",
            Choice(
                (
                    Value("hex", "Hexadecimal digits."),
                    Value("string", "A text."),
                    Value("ip", "Addresses."),
                    Value("fqdn", "Domain names."),
                )
            ),
            "hex",
            "How the value is written.",
        ),
        Option("value", String(312), help="Value of the option.", when=When("type", ("hex", "string", "fqdn"))),
        Option("ip", Names(15), (), "Addresses of the option.", when=When("type", ("ip",))),
    ),
    when=When("mode", ("dhcp",)),
)

SECONDARY_IP = Table(
    path=("secondaryip",),
    help="More addresses of the interface.",
    key=Option("id", Integer(), help="Number of the address."),
    options=(
        Option("ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address and mask."),
        Option("secip-relay-ip", Names(15), (), "DHCP servers that are asked for it.", since=(7, 4, 0)),
        Option("allowaccess", Choices(ACCESS_VALUES), (), "Services that the unit offers at this address."),
        Option("gwdetect", SWITCH, "disable", "Watch a server."),
        Option("detectserver", Names(255), (), "Servers to watch.", when=When("gwdetect", ("enable",))),
        Option("detectprotocol", FLAGS, ("ping",), "How they are watched.", when=When("gwdetect", ("enable",))),
        Option("ha-priority", Integer(1, 50), "1", "Weight in a cluster.", when=When("gwdetect", ("enable",))),
    ),
    when=When("secondary-IP", ("enable",)),
)

PROXY_ARP = Table(
    path=("proxy-arp",),
    help="Addresses that it answers for.",
    key=Option("id", Integer(), help="Number of the entry."),
    options=(Option("ip", Text(), help="Address or range."),),
)

ELECTION = (
    Option("priority", Integer(1, 255), "100", "Priority of this unit."),
    Option("adv-interval", Integer(250, 255000), "1000", "Milliseconds between messages.", since=(7, 4, 0)),
    # Inferred: seconds before the range in milliseconds came.
    Option("adv-interval", Integer(1, 255), "1", "Seconds between messages.", until=(7, 2, 99)),
    Option("start-time", Integer(1, 255), "3", "Seconds before it starts."),
    Option("preempt", SWITCH, "enable", "Take over from routers of lower priority."),
    Option("accept-mode", SWITCH, "enable", "Answer at the address."),
)

VRRP = Table(
    path=("vrrp",),
    help="Addresses that several routers share.",
    key=Option("vrid", Integer(1, 255), help="Number of the virtual router."),
    options=(
        Option("version", Choice((Value("2", "Version 2."), Value("3", "Version 3."))), "2", "Version of VRRP."),
        Option("vrgrp", Integer(0, 65535), "0", "Group of virtual routers."),
        Option("vrip", Ipv4Any(), NO_ADDRESS, "Address of the virtual router.", required=True),
        *ELECTION,
        Option("vrdst", Names(15), (), "Addresses that must be reached."),
        Option("vrdst-priority", Integer(0, 254), "0", "Priority when they are not reached."),
        Option("ignore-default-route", SWITCH, "disable", "Do not count the default route."),
        Option("status", SWITCH, "enable", "Use the virtual router."),
        PROXY_ARP,
    ),
)
