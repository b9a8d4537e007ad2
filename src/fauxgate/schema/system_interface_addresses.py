"""The nested tables and objects of `system interface`: further addresses, VRRP, IPv6.

Source: fortios-cli.md 9.1 (ANS for names, HFX for limits).
"""

from fauxgate.schema.shared import INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.system_interface_values import ACCESS_VALUES, FLAGS, IP6_ACCESS_VALUES
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Any,
    Ipv4Interface,
    Ipv6Address,
    Ipv6Prefix,
    Names,
    Object,
    Option,
    String,
    Table,
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

VRRP = Table(
    path=("vrrp",),
    help="Addresses that several routers share.",
    key=Option("vrid", Integer(1, 255), help="Number of the virtual router."),
    options=(
        Option("version", Choice((Value("2", "Version 2."), Value("3", "Version 3."))), "2", "Version of VRRP."),
        Option("vrgrp", Integer(0, 65535), "0", "Group of virtual routers."),
        Option("vrip", Ipv4Any(), NO_ADDRESS, "Address of the virtual router.", required=True),
        Option("priority", Integer(1, 255), "100", "Priority of this unit."),
        Option("adv-interval", Integer(250, 255000), "1000", "Milliseconds between messages.", since=(7, 4, 0)),
        # Inferred: seconds before the range in milliseconds came.
        Option("adv-interval", Integer(1, 255), "1", "Seconds between messages.", until=(7, 2, 99)),
        Option("start-time", Integer(1, 255), "3", "Seconds before it starts."),
        Option("preempt", SWITCH, "enable", "Take over from routers of lower priority."),
        Option("accept-mode", SWITCH, "enable", "Answer at the address."),
        Option("vrdst", Names(15), (), "Addresses that must be reached."),
        Option("vrdst-priority", Integer(0, 254), "0", "Priority when they are not reached."),
        Option("ignore-default-route", SWITCH, "disable", "Do not count the default route."),
        Option("status", SWITCH, "enable", "Use the virtual router."),
    ),
)

PREFIX_LIST = Table(
    path=("ip6-prefix-list",),
    help="Prefixes that are advertised.",
    key=Option("prefix", Ipv6Prefix(), help="The prefix."),
    options=(
        Option("autonomous-flag", SWITCH, "disable", "Let hosts make addresses of it."),
        Option("onlink-flag", SWITCH, "disable", "Say that it is on this link."),
        Option("valid-life-time", Integer(), "2592000", "Seconds that it is valid."),
        Option("preferred-life-time", Integer(), "604800", "Seconds that it is preferred."),
        Option("rdnss", Names(39), (), "DNS servers.", until=(7, 6, 0)),
        Option("dnssl", Names(79), (), "Domains to search.", until=(7, 6, 0)),
    ),
)

DELEGATED_LIST = Table(
    path=("ip6-delegated-prefix-list",),
    help="Delegated prefixes that are advertised.",
    key=Option("prefix-id", Integer(), help="Number of the entry."),
    options=(
        Option("upstream-interface", String(15), help="Interface that it came from.", refers_to=INTERFACES),
        Option("delegated-prefix-iaid", Integer(), "0", "Number of the delegation.", since=(7, 0, 2)),
        Option("autonomous-flag", SWITCH, "disable", "Let hosts make addresses of it."),
        Option("onlink-flag", SWITCH, "disable", "Say that it is on this link."),
        Option("subnet", Ipv6Prefix(), "::/0", "Part of the prefix."),
        Option(
            "rdnss-service",
            Choice(
                (
                    Value("delegated", "Those that came with the prefix."),
                    Value("default", "Those of the unit."),
                    Value("specify", "Those that are set."),
                )
            ),
            "specify",
            "Which DNS servers are advertised.",
        ),
        Option("rdnss", Names(39), (), "DNS servers.", when=When("rdnss-service", ("specify",))),
    ),
)

EXTRA_ADDRESS = Table(
    path=("ip6-extra-addr",),
    help="More IPv6 addresses.",
    key=Option("prefix", Ipv6Prefix(), help="Address and length of the prefix."),
    options=(),
)

IAPD_LIST = Table(
    path=("dhcp6-iapd-list",),
    help="Prefixes that are asked for.",
    key=Option("iaid", Integer(), help="Number of the delegation."),
    options=(
        Option("prefix-hint", Ipv6Prefix(), "::/0", "Prefix that is wished."),
        Option("prefix-hint-plt", Integer(), "604800", "Seconds that it is preferred."),
        Option("prefix-hint-vlt", Integer(), "2592000", "Seconds that it is valid."),
    ),
    since=(7, 0, 2),
    when=When("dhcp6-prefix-delegation", ("enable",)),
)

DELEGATED = When("ip6-mode", ("delegated",))

ADVERTISING = When("ip6-send-adv", ("enable",))

RELAY = When("dhcp6-relay-service", ("enable",))

IPV6 = Object(
    path=("ipv6",),
    help="IPv6 of the interface.",
    options=(
        Option(
            "ip6-mode",
            Choice(
                (
                    Value("static", "A fixed address."),
                    Value("dhcp", "An address from a DHCPv6 server."),
                    Value("pppoe", "An address from a PPPoE server."),
                    Value("delegated", "A prefix that was delegated to the unit."),
                )
            ),
            "static",
            "Where the address comes from.",
        ),
        Option("ip6-address", Ipv6Prefix(), "::/0", "Address and length of the prefix."),
        EXTRA_ADDRESS,
        Option("ip6-allowaccess", Choices(IP6_ACCESS_VALUES), (), "Services that the unit offers at this address."),
        Option("ip6-send-adv", SWITCH, "disable", "Send router advertisements."),
        Option("icmp6-send-redirect", SWITCH, "enable", "Tell hosts of better routers.", since=(6, 4, 4)),
        Option("ip6-manage-flag", SWITCH, "disable", "Tell hosts to ask for an address.", when=ADVERTISING),
        Option("ip6-other-flag", SWITCH, "disable", "Tell hosts to ask for the rest.", when=ADVERTISING),
        Option("ip6-max-interval", Integer(4, 1800), "600", "Most seconds between them.", when=ADVERTISING),
        Option("ip6-min-interval", Integer(3, 1350), "198", "Fewest seconds between them.", when=ADVERTISING),
        Option("ip6-link-mtu", Integer(0, 65535), "0", "MTU that is advertised.", when=ADVERTISING),
        Option("ip6-reachable-time", Integer(0, 3600000), "0", "Milliseconds to be reachable.", when=ADVERTISING),
        Option("ip6-retrans-time", Integer(), "0", "Milliseconds between questions.", when=ADVERTISING),
        Option("ip6-default-life", Integer(0, 9000), "1800", "Seconds to be a router.", when=ADVERTISING),
        Option("ip6-hop-limit", Integer(0, 255), "0", "Hops that are advertised.", when=ADVERTISING),
        Option("autoconf", SWITCH, "disable", "Take an address from router advertisements."),
        Option("unique-autoconf-addr", SWITCH, "disable", "Make it hard to guess."),
        Option("interface-identifier", Ipv6Address(), "::", "Last part of the address."),
        Option("ip6-upstream-interface", String(15), help="Source of it.", when=DELEGATED, refers_to=INTERFACES),
        Option("ip6-subnet", Ipv6Prefix(), "::/0", "Part of the delegated prefix.", when=DELEGATED),
        PREFIX_LIST,
        DELEGATED_LIST,
        Option("dhcp6-relay-service", SWITCH, "disable", "Ask a DHCPv6 server for others."),
        Option("dhcp6-relay-ip", Names(39), (), "Addresses of DHCPv6 servers.", when=RELAY),
        Option("dhcp6-prefix-delegation", SWITCH, "disable", "Ask for a prefix."),
        Option("dhcp6-information-request", SWITCH, "disable", "Ask for the rest only."),
        IAPD_LIST,
        Option("vrrp-virtual-mac6", SWITCH, "disable", "Use the MAC address of VRRP."),
        Option("vrip6-link-local", Ipv6Address(), "::", "Link address of VRRP."),
    ),
    is_complete=False,
)
