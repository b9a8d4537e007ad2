"""What callers get: addresses, DNS servers, networks.

Source: see `ipsec_phase1`.
"""

from fauxgate.schema.firewall_shared import ADDRESSES, SERVICES
from fauxgate.schema.shared import COUNT, NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Address,
    Ipv4Netmask,
    Ipv6Address,
    Names,
    Option,
    String,
    Table,
    Value,
    When,
)

MODE_CFG = When("mode-cfg", ("enable",))

ASSIGN_IP_FROM_DHCP = When("assign-ip-from", ("dhcp",))

ASSIGN_IP_FROM_NAME = When("assign-ip-from", ("name",))

CLIENTS = (
    Option(
        "mode-cfg-allow-client-selector",
        SWITCH,
        "disable",
        "Let clients choose their selectors.",
        since=(7, 2, 0),
        when=MODE_CFG,
    ),
    Option("assign-ip", SWITCH, "enable", "Give addresses to clients.", when=MODE_CFG),
    Option(
        "assign-ip-from",
        Choice(
            (
                Value("range", "From a range."),
                Value("usrgrp", "From the group of users."),
                Value("dhcp", "From a DHCP server."),
                Value("name", "From an address object."),
            )
        ),
        "range",
        "Where the addresses come from.",
        when=MODE_CFG,
    ),
    Option("ipv4-start-ip", Ipv4Address(), NO_ADDRESS, "First address of the range.", when=MODE_CFG),
    Option("ipv4-end-ip", Ipv4Address(), NO_ADDRESS, "Last address of the range.", when=MODE_CFG),
    Option("ipv4-netmask", Ipv4Netmask(), "255.255.255.255", "Mask that clients get.", when=MODE_CFG),
    Option("dhcp-ra-giaddr", Ipv4Address(), NO_ADDRESS, "Address of the DHCP relay.", when=ASSIGN_IP_FROM_DHCP),
    Option("dhcp6-ra-linkaddr", Ipv6Address(), "::", "Address of the DHCPv6 relay.", when=ASSIGN_IP_FROM_DHCP),
    Option(
        "dns-mode",
        Choice((Value("manual", "Those that are set here."), Value("auto", "Those of the unit."))),
        "manual",
        "Which DNS servers clients get.",
        when=MODE_CFG,
    ),
    Option(
        "internal-domain-list",
        Names(79),
        (),
        "Domains that clients ask these servers for.",
        since=(7, 4, 1),
        when=MODE_CFG,
    ),
    Option(
        "dns-suffix-search",
        Names(79),
        (),
        "Domains that clients search for short names.",
        since=(7, 6, 4),
        when=MODE_CFG,
    ),
    Option("ipv4-wins-server1", Ipv4Address(), NO_ADDRESS, "WINS server 1 for clients.", when=MODE_CFG),
    Option("ipv4-wins-server2", Ipv4Address(), NO_ADDRESS, "WINS server 2 for clients.", when=MODE_CFG),
    Table(
        path=("ipv4-exclude-range",),
        help="Addresses that clients do not get.",
        key=Option("id", COUNT, help="Number of the entry."),
        options=(
            Option("start-ip", Ipv4Address(), NO_ADDRESS, "First address."),
            Option("end-ip", Ipv4Address(), NO_ADDRESS, "Last address."),
        ),
        when=MODE_CFG,
    ),
    Option(
        "ipv4-split-include",
        String(79),
        help="Networks that clients reach through the tunnel.",
        when=MODE_CFG,
        refers_to=ADDRESSES,
    ),
    Option(
        "split-include-service",
        String(79),
        help="Services that clients reach through the tunnel.",
        when=MODE_CFG,
        refers_to=SERVICES,
    ),
    Option(
        "ipv4-name",
        String(79),
        help="Address object that addresses come from.",
        when=ASSIGN_IP_FROM_NAME,
        refers_to=ADDRESSES,
    ),
    Option("ipv6-start-ip", Ipv6Address(), "::", "First IPv6 address of the range.", when=MODE_CFG),
    Option("ipv6-end-ip", Ipv6Address(), "::", "Last IPv6 address of the range.", when=MODE_CFG),
    Option("ipv6-prefix", Integer(1, 128), "128", "Length of the prefix that clients get.", when=MODE_CFG),
    Option("ipv6-dns-server1", Ipv6Address(), "::", "IPv6 DNS server 1 for clients.", when=MODE_CFG),
    Option("ipv6-dns-server2", Ipv6Address(), "::", "IPv6 DNS server 2 for clients.", when=MODE_CFG),
    Option("ipv6-dns-server3", Ipv6Address(), "::", "IPv6 DNS server 3 for clients.", when=MODE_CFG),
    Table(
        path=("ipv6-exclude-range",),
        help="IPv6 addresses that clients do not get.",
        key=Option("id", COUNT, help="Number of the entry."),
        options=(
            Option("start-ip", Ipv6Address(), "::", "First address."),
            Option("end-ip", Ipv6Address(), "::", "Last address."),
        ),
        when=MODE_CFG,
    ),
    Option(
        "ipv6-split-include", String(79), help="IPv6 networks that clients reach through the tunnel.", when=MODE_CFG
    ),
    Option("ipv6-name", String(79), help="Address object that IPv6 addresses come from.", when=ASSIGN_IP_FROM_NAME),
    Option(
        "ip-delay-interval",
        Integer(0, 28800),
        "0",
        "Seconds until an address is given to another client.",
        since=(7, 0, 1),
        when=MODE_CFG,
    ),
    Option("unity-support", SWITCH, "enable", "Support clients of Cisco Unity.", when=MODE_CFG),
    Option("domain", String(63), help="Domain that clients get.", when=MODE_CFG),
    Option("banner", String(1024), help="Text that clients show.", when=MODE_CFG),
    Option("include-local-lan", SWITCH, "disable", "Let clients reach their own network.", when=MODE_CFG),
    Option(
        "ipv4-split-exclude",
        String(79),
        help="Networks that clients do not reach through the tunnel.",
        when=MODE_CFG,
        refers_to=ADDRESSES,
    ),
    Option(
        "ipv6-split-exclude",
        String(79),
        help="IPv6 networks that clients do not reach through the tunnel.",
        when=MODE_CFG,
    ),
    Option("save-password", SWITCH, "disable", "Let clients save the password.", when=MODE_CFG),
    Option("client-auto-negotiate", SWITCH, "disable", "Let clients connect by themselves.", when=MODE_CFG),
    Option("client-keep-alive", SWITCH, "disable", "Let clients keep the tunnel up.", when=MODE_CFG),
    Option("backup-gateway", Names(79), (), "Other gateways for clients.", when=MODE_CFG),
)
