"""`system dhcp server`.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order, then the dependent options, which follow the nested
tables in configurations that people published.
"""

from fauxgate.schema.shared import INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Address,
    Ipv4Netmask,
    MacAddress,
    Names,
    Option,
    Password,
    Release,
    String,
    Table,
    Value,
    When,
)

# Inferred: 0 is good besides the stated ranges; it means no limit, or the time of the server.
LEASE = Integer(0, 8640000)

SERVICE = Choice(
    (
        Value("local", "The address of the interface."),
        Value("default", "The servers that the unit uses."),
        Value("specify", "The servers that are set."),
    )
)

WIFI_SERVICE = Choice(
    (
        Value("specify", "The controllers that are set."),
        Value("local", "The address of the interface."),
    )
)

OPTION_TYPE = Choice(
    (
        Value("hex", "Hexadecimal digits."),
        Value("string", "A text."),
        Value("ip", "Addresses."),
        Value("fqdn", "Domain names."),
    )
)

TEXT_OR_HEX = Choice((Value("hex", "Hexadecimal digits."), Value("string", "A text.")))

TIME_ZONE = Choice(
    (
        Value("disable", "None."),
        Value("default", "That of the unit."),
        Value("specify", "The one that is set."),
    )
)


def _matches(vendors: Release | None, users: Release | None) -> tuple[Option, ...]:
    """The classes of clients that an entry is for, from the given releases on."""
    return (
        Option("vci-match", SWITCH, "disable", "Look at the class of the vendor.", since=vendors),
        Option(
            "vci-string",
            Names(255),
            (),
            "Classes of vendors that are served.",
            since=vendors,
            when=When("vci-match", ("enable",)),
        ),
        Option("uci-match", SWITCH, "disable", "Look at the class of the user.", since=users),
        Option(
            "uci-string",
            Names(255),
            (),
            "Classes of users that are served.",
            since=users,
            when=When("uci-match", ("enable",)),
        ),
    )


RANGE = (
    Option("start-ip", Ipv4Address(), NO_ADDRESS, "First address.", required=True),
    Option("end-ip", Ipv4Address(), NO_ADDRESS, "Last address.", required=True),
    *_matches((7, 2, 1), (7, 2, 4)),
    Option("lease-time", LEASE, "0", "Seconds that a client may keep an address.", since=(7, 2, 4)),
)

IP_RANGE = Table(
    path=("ip-range",),
    help="Ranges of addresses that clients get.",
    key=Option("id", Integer(), help="Number of the range."),
    options=RANGE,
)

EXCLUDE_RANGE = Table(
    path=("exclude-range",),
    help="Ranges of addresses that no client gets.",
    key=Option("id", Integer(), help="Number of the range."),
    options=RANGE,
)

OPTIONS = Table(
    path=("options",),
    help="Further options that clients get.",
    key=Option("id", Integer(), help="Number of the entry."),
    options=(
        Option("code", Integer(0, 255), "0", "Code of the option.", required=True),
        Option("type", OPTION_TYPE, "hex", "How the value is written."),
        Option("value", String(312), help="Value of the option.", when=When("type", ("hex", "string", "fqdn"))),
        Option("ip", Names(15), (), "Addresses of the option.", when=When("type", ("ip",))),
        *_matches((7, 2, 1), (7, 2, 4)),
    ),
)

RESERVED_ADDRESS = Table(
    path=("reserved-address",),
    help="What certain clients get.",
    key=Option("id", Integer(), help="Number of the entry."),
    options=(
        Option(
            "type",
            Choice((Value("mac", "By the MAC address."), Value("option82", "By option 82."))),
            "mac",
            "How the client is known.",
        ),
        Option("ip", Ipv4Address(), NO_ADDRESS, "Address of the client.", when=When("action", ("reserved",))),
        Option("mac", MacAddress(), "00:00:00:00:00:00", "MAC address of the client.", when=When("type", ("mac",))),
        Option(
            "action",
            Choice(
                (
                    Value("assign", "Give it any address."),
                    Value("block", "Give it none."),
                    Value("reserved", "Give it the address that is set."),
                )
            ),
            "reserved",
            "What the client gets.",
        ),
        Option("circuit-id-type", TEXT_OR_HEX, "string", "How it is written.", when=When("type", ("option82",))),
        Option("circuit-id", String(312), help="Circuit of option 82.", when=When("type", ("option82",))),
        Option("remote-id-type", TEXT_OR_HEX, "string", "How it is written.", when=When("type", ("option82",))),
        Option("remote-id", String(312), help="Remote side of option 82.", when=When("type", ("option82",))),
        Option("description", String(255), help="Remarks about the client."),
    ),
)


def _addresses(name: str, count: int, subject: str, service: str) -> tuple[Option, ...]:
    return tuple(
        Option(
            f"{name}{number}",
            Ipv4Address(),
            NO_ADDRESS,
            f"Address of {subject} {number}.",
            when=When(service, ("specify",)),
        )
        for number in range(1, count + 1)
    )


DDNS = When("ddns-update", ("enable",))

UPDATES = (
    Option("ddns-update-override", SWITCH, "disable", "Take updates over from clients.", when=DDNS),
    Option("ddns-server-ip", Ipv4Address(), NO_ADDRESS, "DNS server that is told.", when=DDNS),
    Option("ddns-zone", String(64), help="Zone that is changed.", when=DDNS),
    Option(
        "ddns-auth",
        Choice((Value("disable", "None."), Value("tsig", "TSIG."))),
        "disable",
        "How updates are signed.",
        when=DDNS,
    ),
    Option("ddns-keyname", String(64), help="Name of the key.", when=When("ddns-auth", ("tsig",))),
    Option("ddns-key", Password(128), help="Key of the signatures.", when=When("ddns-auth", ("tsig",)), secret=True),
    Option("ddns-ttl", Integer(60, 86400), "300", "Seconds that an address may be held.", when=DDNS),
)

DEPENDENT = (
    *_addresses("dns-server", 4, "DNS server", "dns-service"),
    *_addresses("wifi-ac", 3, "wireless controller", "wifi-ac-service"),
    *_addresses("ntp-server", 3, "NTP server", "ntp-service"),
    # Inferred: until 7.4.1 it was a number, which is a name as good as any here.
    Option("timezone", String(63), help="Time zone of clients.", when=When("timezone-option", ("specify",))),
    Option(
        "ip-mode",
        Choice((Value("range", "From a range."), Value("usrgrp", "From the user group."))),
        "range",
        "Where addresses come from.",
        when=When("server-type", ("ipsec",)),
    ),
    *UPDATES,
    Option("vci-string", Names(255), (), "Classes of vendors that are served.", when=When("vci-match", ("enable",))),
    Option(
        "relay-agent", Ipv4Address(), NO_ADDRESS, "Relay.", since=(7, 4, 0), when=When("shared-subnet", ("enable",))
    ),
)

SERVER = Table(
    path=("system", "dhcp", "server"),
    help="Addresses for clients of an interface.",
    key=Option("id", Integer(), help="Number of the server."),
    options=(
        Option("status", SWITCH, "enable", "Use the server."),
        Option("lease-time", LEASE, "604800", "Seconds that a client may keep an address; 0 means for ever."),
        Option(
            "mac-acl-default-action",
            Choice((Value("assign", "Give an address."), Value("block", "Give none."))),
            "assign",
            "What clients get that are not listed.",
        ),
        Option("forticlient-on-net-status", SWITCH, "enable", "Tell FortiClient that it is at home."),
        Option("dns-service", SERVICE, "specify", "Which DNS servers clients get."),
        Option("wifi-ac-service", WIFI_SERVICE, "specify", "Which wireless controllers clients get."),
        Option("ntp-service", SERVICE, "specify", "Which NTP servers clients get."),
        Option("domain", String(35), help="Domain of the clients."),
        Option("wins-server1", Ipv4Address(), NO_ADDRESS, "Address of WINS server 1."),
        Option("wins-server2", Ipv4Address(), NO_ADDRESS, "Address of WINS server 2."),
        Option("default-gateway", Ipv4Address(), NO_ADDRESS, "Address of the router for clients."),
        Option("next-server", Ipv4Address(), NO_ADDRESS, "Server that clients start from."),
        Option("netmask", Ipv4Netmask(), NO_ADDRESS, "Mask for clients.", required=True),
        Option("interface", String(15), help="Interface of the clients.", required=True, refers_to=INTERFACES),
        IP_RANGE,
        Option("timezone-option", TIME_ZONE, "disable", "Which time zone clients get."),
        Option("tftp-server", Names(63), (), "TFTP servers for clients."),
        Option("filename", String(127), help="File that clients start from."),
        OPTIONS,
        Option(
            "server-type",
            Choice((Value("regular", "Clients of a network."), Value("ipsec", "Clients of an IPsec tunnel."))),
            "regular",
            "Whom the server is for.",
        ),
        Option("conflicted-ip-timeout", Integer(60, 8640000), "1800", "Seconds that a doubtful address is not used."),
        Option("ipsec-lease-hold", Integer(0, 8640000), "60", "Seconds an address is kept after the tunnel."),
        Option("auto-configuration", SWITCH, "enable", "Follow the address of the interface."),
        Option("dhcp-settings-from-fortiipam", SWITCH, "disable", "Take settings from FortiIPAM."),
        Option("auto-managed-status", SWITCH, "enable", "Use the server once FortiIPAM gave an address."),
        Option("ddns-update", SWITCH, "disable", "Tell a DNS server the addresses of clients."),
        Option("vci-match", SWITCH, "disable", "Look at the class of the vendor."),
        EXCLUDE_RANGE,
        Option("shared-subnet", SWITCH, "disable", "Share the network with other servers.", since=(7, 4, 0)),
        RESERVED_ADDRESS,
        *DEPENDENT,
    ),
    quiet=True,
)
