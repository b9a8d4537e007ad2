"""The object `ipv6` in `system interface`.

Source: fortios-cli.md 9.1 (ANS for names, HFX for limits).
"""

from fauxgate.schema.shared import CERTIFICATES, INTERFACES, SWITCH
from fauxgate.schema.system_interface_addresses import ELECTION
from fauxgate.schema.system_interface_values import IP6_ACCESS_VALUES
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
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

VRRP6 = Table(
    path=("vrrp6",),
    help="IPv6 addresses that several routers share.",
    key=Option("vrid", Integer(1, 255), help="Number of the virtual router."),
    options=(
        Option("vrgrp", Integer(0, 65535), "0", "Group of virtual routers."),
        Option("vrip6", Ipv6Address(), "::", "Address of the virtual router.", required=True),
        *ELECTION,
        Option("vrdst6", Names(39), (), "Addresses that must be reached."),
        Option("vrdst-priority", Integer(0, 254), "0", "Priority when not.", since=(7, 6, 0)),
        Option("ignore-default-route", SWITCH, "disable", "Do not count it.", since=(7, 4, 2)),
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

SENT = When("nd-mode", ("SEND-compatible",))

PREFERENCE = Choice((Value("medium", "Middling."), Value("high", "High."), Value("low", "Low.")))

ROUTE_LIST = Table(
    path=("ip6-route-list",),
    help="Routes that are advertised.",
    key=Option("route", Ipv6Prefix(), help="The network."),
    options=(
        Option("route-pref", PREFERENCE, "medium", "Preference of the route."),
        Option("route-life-time", Integer(0, 65535), "1800", "Seconds that it is good."),
    ),
    since=(7, 6, 1),
)

RDNSS_LIST = Table(
    path=("ip6-rdnss-list",),
    help="DNS servers that are advertised.",
    key=Option("rdnss", String(39), help="Address of the server."),
    options=(Option("rdnss-life-time", Integer(), "1800", "Seconds that it is good."),),
    since=(7, 6, 1),
)

DNSSL_LIST = Table(
    path=("ip6-dnssl-list",),
    help="Domains that are advertised.",
    key=Option("domain", String(79), help="The domain."),
    options=(Option("dnssl-life-time", Integer(), "1800", "Seconds that it is good."),),
    since=(7, 6, 1),
)

RARE = (
    Option(
        "nd-mode",
        Choice((Value("basic", "Without signatures."), Value("SEND-compatible", "With signatures."))),
        "basic",
        "How neighbors are found.",
    ),
    Option("nd-cert", String(35), help="Certificate for it.", when=SENT, refers_to=CERTIFICATES),
    Option("nd-security-level", Integer(0, 7), "0", "Level of it.", when=SENT),
    Option("nd-timestamp-delta", Integer(1, 3600), "300", "Seconds clocks may differ.", when=SENT),
    Option("nd-timestamp-fuzz", Integer(1, 60), "1", "Seconds messages may take.", when=SENT),
    Option("nd-cga-modifier", String(47), help="Number in the address.", when=SENT),
    Option("ip6-dns-server-override", SWITCH, "enable", "Use DNS servers that are given."),
    Option("ra-send-mtu", SWITCH, "enable", "Advertise the MTU.", since=(7, 0, 0), when=ADVERTISING),
    Option("ip6-adv-rio", SWITCH, "disable", "Advertise routes.", since=(7, 6, 1), when=ADVERTISING),
    Option("ip6-route-pref", PREFERENCE, "medium", "Preference.", since=(7, 6, 1), when=ADVERTISING),
    ROUTE_LIST,
    RDNSS_LIST,
    DNSSL_LIST,
    Option(
        "ip6-prefix-mode",
        Choice((Value("dhcp6", "By DHCPv6."), Value("ra", "By advertisements."))),
        "dhcp6",
        "How the prefix came.",
        since=(7, 0, 0),
        when=DELEGATED,
    ),
    Option("ip6-delegated-prefix-iaid", Integer(), "0", "Number of it.", since=(7, 0, 2), when=DELEGATED),
    Option(
        "dhcp6-relay-type", Choice((Value("regular", "Clients of a network."),)), "regular", "Who asks.", when=RELAY
    ),
    Option("dhcp6-relay-source-interface", SWITCH, "disable", "Use its address.", since=(7, 2, 4), when=RELAY),
    Option("dhcp6-relay-source-ip", Ipv6Address(), "::", "Address to ask from.", since=(7, 4, 1), when=RELAY),
    Option("dhcp6-relay-interface-id", String(64), help="Name for it.", since=(7, 4, 1), when=RELAY),
    Option("dhcp6-prefix-hint", Ipv6Prefix(), "::/0", "Prefix that is wished.", until=(7, 0, 1)),
    Option("dhcp6-prefix-hint-plt", Integer(), "604800", "Seconds preferred.", until=(7, 0, 1)),
    Option("dhcp6-prefix-hint-vlt", Integer(), "2592000", "Seconds valid.", until=(7, 0, 1)),
    Option(
        "dhcp6-client-options",
        Choices((Value("rapid", "Ask quickly."), Value("iapd", "For a prefix."), Value("iana", "For an address."))),
        (),
        "What is asked for.",
        until=(7, 0, 5),
    ),
)

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
        VRRP6,
        *RARE,
        Option("vrrp-virtual-mac6", SWITCH, "disable", "Use the MAC address of VRRP."),
        Option("vrip6_link_local", Ipv6Address(), "::", "Link address of VRRP."),
    ),
)
