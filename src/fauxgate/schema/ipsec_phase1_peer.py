"""Who the other side is, and when a gateway stands in for another one.

Source: see `ipsec_phase1`.
"""

from fauxgate.schema.shared import CERTIFICATES, COUNT, FACTORY_CERTIFICATES, NO_ADDRESS
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Address,
    Ipv6Address,
    Names,
    Option,
    String,
    TimeOfDay,
    Value,
    When,
)

AUTHMETHOD_SIGNATURE = When("authmethod", ("signature",))

TYPE_DYNAMIC = When("type", ("dynamic",))

CALLED = When("type", ("static", "ddns"))

MONITOR_HOLD_DOWN_TYPE_TIME = When("monitor-hold-down-type", ("time",))

EXCHANGE_INTERFACE_IP = When("exchange-interface-ip", ("enable",))

PEER = (
    Option("remote-gw", Ipv4Address(), NO_ADDRESS, "Address of the other side.", when=When("type", ("static",))),
    Option("remote-gw6", Ipv6Address(), "::", "IPv6 address of the other side.", when=When("ip-version", ("6",))),
    Option("remotegw-ddns", String(63), help="Name of the other side.", when=When("type", ("ddns",)), required=True),
    Option(
        "certificate",
        Names(79),
        (),
        "Own certificates.",
        when=AUTHMETHOD_SIGNATURE,
        required=True,
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option(
        "authmethod-remote",
        Choice((Value("psk", "By a secret that both know."), Value("signature", "By certificates."))),
        help="How the other side proves who it is, where that differs.",
        when=When("ike-version", ("2",)),
    ),
    Option("peerid", String(255), help="Identity of the other side.", when=When("peertype", ("one",)), required=True),
    Option("default-gw", Ipv4Address(), NO_ADDRESS, "Next hop of the default route.", when=TYPE_DYNAMIC),
    Option("default-gw-priority", COUNT, "0", "Priority of the default route.", when=TYPE_DYNAMIC),
    Option(
        "usrgrp",
        String(35),
        help="Group of users who may connect.",
        when=When("peertype", ("dialup",)),
        required=True,
        refers_to=(("user", "group"),),
    ),
    Option(
        "peer",
        String(35),
        help="User with a certificate who may connect.",
        when=AUTHMETHOD_SIGNATURE,
        refers_to=(("user", "peer"),),
    ),
    Option(
        "peergrp",
        String(35),
        help="Users with certificates who may connect.",
        when=When("peertype", ("peergrp",)),
        required=True,
        refers_to=(("user", "peergrp"),),
    ),
    Option(
        "monitor",
        Names(79),
        (),
        "Tunnel to stand in for.",
        when=CALLED,
        refers_to=(("vpn", "ipsec", "phase1-interface"),),
    ),
    Option("monitor-min", COUNT, "0", "Number of watched tunnels that may be down.", since=(7, 4, 1), when=CALLED),
    Option(
        "monitor-hold-down-type",
        Choice(
            (Value("immediate", "At once."), Value("delay", "After a while."), Value("time", "At a time of the week."))
        ),
        "immediate",
        "When to go back.",
        when=CALLED,
    ),
    Option(
        "monitor-hold-down-delay",
        Integer(0, 31536000),
        "0",
        "Seconds until it goes back.",
        when=When("monitor-hold-down-type", ("delay",)),
    ),
    Option(
        "monitor-hold-down-weekday",
        Choice(
            (
                Value("everyday", "Every day."),
                Value("sunday", "Sunday."),
                Value("monday", "Monday."),
                Value("tuesday", "Tuesday."),
                Value("wednesday", "Wednesday."),
                Value("thursday", "Thursday."),
                Value("friday", "Friday."),
                Value("saturday", "Saturday."),
            )
        ),
        "sunday",
        "Day when it goes back.",
        when=MONITOR_HOLD_DOWN_TYPE_TIME,
    ),
    Option(
        "monitor-hold-down-time", TimeOfDay(), help="Time of day when it goes back.", when=MONITOR_HOLD_DOWN_TYPE_TIME
    ),
    Option("exchange-ip-addr4", Ipv4Address(), NO_ADDRESS, "Address to tell.", when=EXCHANGE_INTERFACE_IP),
    Option("exchange-ip-addr6", Ipv6Address(), "::", "IPv6 address to tell.", when=EXCHANGE_INTERFACE_IP),
    Option(
        "aggregate-weight",
        Integer(1, 100),
        "1",
        "Share of the tunnel in the aggregate.",
        when=When("aggregate-member", ("enable",)),
    ),
    Option(
        "peer-egress-shaping-value",
        Integer(0, 80000000),
        "0",
        "Rate to ask for in kbps.",
        since=(7, 6, 4),
        when=When("peer-egress-shaping", ("enable",)),
    ),
)
