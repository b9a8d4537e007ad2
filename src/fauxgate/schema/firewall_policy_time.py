"""Which sessions a policy matches: when, and by which service.

Source: see `firewall_policy`.
"""

from fauxgate.schema.firewall_shared import SCHEDULES, SERVICES
from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import AsTyped, Choice, DateTime, Names, Option, String, Value, When

POLICY_EXPIRY = When("policy-expiry", ("enable",))

SERVICES_AND_TIMES = (
    Option("rtp-nat", SWITCH, "disable", "Translate RTP."),
    Option(
        "rtp-addr",
        Names(79),
        (),
        "Addresses of RTP that are translated.",
        when=When("rtp-nat", ("enable",)),
        refers_to=(("firewall", "addrgrp"),),
    ),
    Option(
        "firewall-session-dirty",
        Choice((Value("check-all", "All."), Value("check-new", "New ones only."))),
        "check-all",
        "Which sessions are looked up again after a change.",
    ),
    Option("schedule", String(35), help="When the policy applies.", required=True, refers_to=SCHEDULES),
    Option("schedule-timeout", SWITCH, "disable", "End the sessions when the schedule ends."),
    Option("policy-expiry", SWITCH, "disable", "Let the policy end on a date.", since=(7, 2, 0)),
    Option(
        "policy-expiry-date",
        DateTime(),
        "0000-00-00 00:00:00",
        "Date and time of the end.",
        since=(7, 2, 0),
        when=POLICY_EXPIRY,
    ),
    Option(
        "policy-expiry-date-utc", AsTyped(), help="The end, in seconds since 1970.", since=(7, 2, 4), when=POLICY_EXPIRY
    ),
    Option("service", Names(79), (), "Services.", when=When("internet-service", ("disable",)), refers_to=SERVICES),
    Option("tos-mask", AsTyped(), "0x00", "Bits of the type of service that are compared."),
    Option("tos", AsTyped(), "0x00", "Type of service."),
    Option("tos-negate", SWITCH, "disable", "Match other types of service."),
    Option("anti-replay", SWITCH, "enable", "Check sequence numbers."),
    Option(
        "tcp-session-without-syn",
        Choice(
            (Value("all", "Allowed."), Value("data-only", "Allowed with data only."), Value("disable", "Not allowed."))
        ),
        "disable",
        "TCP sessions that begin without SYN.",
    ),
    Option("geoip-anycast", SWITCH, "disable", "Find out where anycast addresses are."),
    Option(
        "geoip-match",
        Choice((Value("physical-location", "Where it is."), Value("registered-location", "Where it is registered."))),
        "physical-location",
        "Which country of an address counts.",
    ),
)
