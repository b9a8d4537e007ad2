"""Which sessions a policy matches: where they come from and go to.

Source: see `firewall_policy`.
"""

from fauxgate.schema.firewall_shared import ADDRESSES, ADDRESSES_AND_LISTS, DESTINATIONS, NO_UUID, ZONES
from fauxgate.schema.shared import COUNT, SWITCH
from fauxgate.schema.types import AsTyped, Choice, Names, Option, String, Uuid, Value, When

ACCEPTED = When("action", ("accept",))

ZTNA_STATUS = When("ztna-status", ("enable",))

INTERNET_SERVICE = When("internet-service", ("enable",))

INTERNET_SERVICE_SRC = When("internet-service-src", ("enable",))

INTERNET_SERVICE6 = When("internet-service6", ("enable",))

INTERNET_SERVICE6_SRC = When("internet-service6-src", ("enable",))

MATCH = (
    Option("status", SWITCH, "enable", "Whether the policy is used."),
    Option("name", String(35), help="Name of the policy."),
    Option("uuid", Uuid(), NO_UUID, "Identifier that does not change."),
    Option(
        "srcintf",
        Names(79),
        (),
        "Interfaces and zones that sessions come from.",
        required=True,
        refers_to=ZONES,
        also=("any", "virtual-wan-link"),
    ),
    Option(
        "dstintf",
        Names(79),
        (),
        "Interfaces and zones that sessions go to.",
        required=True,
        refers_to=ZONES,
        also=("any", "virtual-wan-link"),
    ),
    Option(
        "action",
        Choice(
            (
                Value("accept", "They are let through."),
                Value("deny", "They are dropped."),
                Value("ipsec", "They go into a policy-based tunnel."),
            )
        ),
        "deny",
        "What happens to the sessions.",
    ),
    Option("nat64", SWITCH, "disable", "Translate IPv6 to IPv4.", since=(7, 0, 1), when=ACCEPTED),
    Option("nat46", SWITCH, "disable", "Translate IPv4 to IPv6.", since=(7, 0, 1), when=ACCEPTED),
    Option("ztna-status", SWITCH, "disable", "Check tags of ZTNA.", since=(7, 0, 0)),
    Option("ztna-device-ownership", SWITCH, "disable", "Check who owns the device.", since=(7, 2, 4), when=ZTNA_STATUS),
    Option(
        "srcaddr",
        Names(79),
        (),
        "Addresses that sessions come from.",
        when=When("internet-service-src", ("disable",)),
        refers_to=ADDRESSES_AND_LISTS,
    ),
    Option(
        "dstaddr",
        Names(79),
        (),
        "Addresses that sessions go to.",
        when=When("internet-service", ("disable",)),
        refers_to=DESTINATIONS,
    ),
    Option("srcaddr6", Names(79), (), "IPv6 addresses that sessions come from."),
    Option("dstaddr6", Names(79), (), "IPv6 addresses that sessions go to."),
    Option(
        "ztna-ems-tag",
        Names(79),
        (),
        "Tags of FortiClient EMS.",
        since=(7, 0, 0),
        when=ZTNA_STATUS,
        refers_to=ADDRESSES,
    ),
    Option(
        "ztna-ems-tag-secondary",
        Names(79),
        (),
        "More tags of FortiClient EMS.",
        since=(7, 4, 0),
        when=ZTNA_STATUS,
        refers_to=ADDRESSES,
    ),
    Option(
        "ztna-tags-match-logic",
        Choice((Value("or", "One of them."), Value("and", "All of them."))),
        "or",
        "How many tags must match.",
        since=(7, 2, 4),
        when=ZTNA_STATUS,
    ),
    Option("ztna-geo-tag", Names(79), (), "Countries of ZTNA.", since=(7, 0, 0), when=ZTNA_STATUS, refers_to=ADDRESSES),
    Option("internet-service", SWITCH, "disable", "Match Internet services in place of addresses and services."),
    Option("internet-service-name", Names(79), (), "Internet services.", when=INTERNET_SERVICE),
    Option("internet-service-group", Names(79), (), "Groups of Internet services.", when=INTERNET_SERVICE),
    Option("internet-service-custom", Names(79), (), "Internet services of your own.", when=INTERNET_SERVICE),
    Option(
        "network-service-dynamic",
        Names(79),
        (),
        "Network services that change.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE,
    ),
    Option(
        "internet-service-custom-group",
        Names(79),
        (),
        "Groups of Internet services of your own.",
        when=INTERNET_SERVICE,
    ),
    Option("internet-service-src", SWITCH, "disable", "Match Internet services that sessions come from."),
    Option(
        "internet-service-src-name",
        Names(79),
        (),
        "Internet services that sessions come from.",
        when=INTERNET_SERVICE_SRC,
    ),
    Option(
        "internet-service-src-group",
        Names(79),
        (),
        "Groups of Internet services that sessions come from.",
        when=INTERNET_SERVICE_SRC,
    ),
    Option(
        "internet-service-src-custom",
        Names(79),
        (),
        "Internet services of your own that sessions come from.",
        when=INTERNET_SERVICE_SRC,
    ),
    Option(
        "network-service-src-dynamic",
        Names(79),
        (),
        "Network services that change, as sources.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE_SRC,
    ),
    Option(
        "internet-service-src-custom-group",
        Names(79),
        (),
        "Groups of Internet services of your own that sessions come from.",
        when=INTERNET_SERVICE_SRC,
    ),
    Option("reputation-minimum", COUNT, help="Least reputation of the other side (0 = any)."),
    Option(
        "reputation-direction",
        Choice((Value("source", "The source's."), Value("destination", "The destination's."))),
        "destination",
        "Whose reputation is checked.",
    ),
    Option("src-vendor-mac", AsTyped(), help="Makers of devices that sessions come from, by number."),
    Option(
        "internet-service6",
        SWITCH,
        "disable",
        "Match Internet services in place of IPv6 addresses and services.",
        since=(7, 2, 1),
    ),
    Option(
        "internet-service6-name", Names(79), (), "Internet services over IPv6.", since=(7, 2, 1), when=INTERNET_SERVICE6
    ),
    Option(
        "internet-service6-group",
        Names(79),
        (),
        "Groups of Internet services over IPv6.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE6,
    ),
    Option(
        "internet-service6-custom",
        Names(79),
        (),
        "Internet services of your own over IPv6.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE6,
    ),
    Option(
        "internet-service6-custom-group",
        Names(79),
        (),
        "Groups of Internet services of your own over IPv6.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE6,
    ),
    Option(
        "internet-service6-src",
        SWITCH,
        "disable",
        "Match Internet services that IPv6 sessions come from.",
        since=(7, 2, 1),
    ),
    Option(
        "internet-service6-src-name",
        Names(79),
        (),
        "Internet services that IPv6 sessions come from.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE6_SRC,
    ),
    Option(
        "internet-service6-src-group",
        Names(79),
        (),
        "Groups of Internet services that IPv6 sessions come from.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE6_SRC,
    ),
    Option(
        "internet-service6-src-custom",
        Names(79),
        (),
        "Internet services of your own that IPv6 sessions come from.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE6_SRC,
    ),
    Option(
        "internet-service6-src-custom-group",
        Names(79),
        (),
        "Groups of Internet services of your own that IPv6 sessions come from.",
        since=(7, 2, 1),
        when=INTERNET_SERVICE6_SRC,
    ),
    Option(
        "internet-service-fortiguard",
        Names(79),
        (),
        "Internet services that FortiGuard lists.",
        since=(7, 6, 4),
        when=INTERNET_SERVICE,
    ),
    Option(
        "internet-service-src-fortiguard",
        Names(79),
        (),
        "Internet services that FortiGuard lists, as sources.",
        since=(7, 6, 4),
        when=INTERNET_SERVICE_SRC,
    ),
    Option(
        "internet-service6-fortiguard",
        Names(79),
        (),
        "Internet services over IPv6 that FortiGuard lists.",
        since=(7, 6, 4),
        when=INTERNET_SERVICE6,
    ),
    Option(
        "internet-service6-src-fortiguard",
        Names(79),
        (),
        "Internet services over IPv6 that FortiGuard lists, as sources.",
        since=(7, 6, 4),
        when=INTERNET_SERVICE6_SRC,
    ),
    Option(
        "reputation-minimum6", COUNT, help="Least reputation of the other side over IPv6 (0 = any).", since=(7, 2, 1)
    ),
    Option(
        "reputation-direction6",
        Choice((Value("source", "The source's."), Value("destination", "The destination's."))),
        "destination",
        "Whose reputation is checked over IPv6.",
        since=(7, 2, 1),
    ),
)
