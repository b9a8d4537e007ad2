"""How phase 2 is negotiated.

Source: see `ipsec_phase2`.
"""

from fauxgate.schema.ipsec_proposals import DHGROUPS, GROUPS, OFFERED2, OLD_GROUPS, PROPOSALS2
from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Integer, Option, String, Value, When

PFS = When("pfs", ("enable",))

EXCHANGE = (
    Option("phase1name", String(15), help="Gateway.", required=True, refers_to=(("vpn", "ipsec", "phase1-interface"),)),
    Option("dhcp-ipsec", SWITCH, "disable", "Let clients use DHCP in the tunnel."),
    Option("proposal", PROPOSALS2, OFFERED2, "Encryption and authentication, the best first."),
    Option("pfs", SWITCH, "enable", "Make new Diffie-Hellman keys each time."),
    Option("ipv4-df", SWITCH, "disable", "Copy the bit that forbids to split packets.", until=(7, 6, 0)),
    Option("dhgrp", DHGROUPS, OLD_GROUPS, "Diffie-Hellman groups, the best first.", when=PFS, until=(7, 4, 99)),
    Option("dhgrp", DHGROUPS, GROUPS, "Diffie-Hellman groups, the best first.", when=PFS, since=(7, 6, 0)),
    Option("replay", SWITCH, "enable", "Refuse packets that come twice."),
    Option("keepalive", SWITCH, "disable", "Keep the tunnel up without traffic."),
    Option("auto-negotiate", SWITCH, "disable", "Negotiate without waiting for traffic."),
    Option(
        "add-route",
        Choice(
            (Value("phase1", "As in the gateway."), Value("enable", "Turn it on."), Value("disable", "Turn it off."))
        ),
        "phase1",
        "Add routes to the other side's networks.",
    ),
    Option(
        "inbound-dscp-copy",
        Choice(
            (Value("phase1", "As in the gateway."), Value("enable", "Turn it on."), Value("disable", "Turn it off."))
        ),
        "phase1",
        "Copy DSCP from the outer header.",
        since=(7, 0, 6),
    ),
    Option(
        "auto-discovery-sender",
        Choice(
            (Value("phase1", "As in the gateway."), Value("enable", "Turn it on."), Value("disable", "Turn it off."))
        ),
        "phase1",
        "Offer shortcuts.",
    ),
    Option(
        "auto-discovery-forwarder",
        Choice(
            (Value("phase1", "As in the gateway."), Value("enable", "Turn it on."), Value("disable", "Turn it off."))
        ),
        "phase1",
        "Pass offers of shortcuts on.",
    ),
    Option(
        "keylife-type",
        Choice(
            (
                Value("seconds", "After a time."),
                Value("kbs", "After an amount of data."),
                Value("both", "After either."),
            )
        ),
        "seconds",
        "When new keys are made.",
    ),
    Option("single-source", SWITCH, "disable", "Accept one address from each client."),
    Option(
        "route-overlap",
        Choice(
            (
                Value("use-old", "The first stays."),
                Value("use-new", "The second takes its place."),
                Value("allow", "Both stay."),
            )
        ),
        "use-new",
        "What a second route to one network does.",
    ),
    Option(
        "encapsulation",
        Choice((Value("tunnel-mode", "Whole packets."), Value("transport-mode", "The contents of packets."))),
        "tunnel-mode",
        "What is encrypted.",
    ),
    Option("l2tp", SWITCH, "disable", "Carry L2TP."),
    Option("comments", String(255), help="Remarks about this selector."),
    Option("initiator-ts-narrow", SWITCH, "disable", "Accept narrower selectors.", since=(6, 4, 4)),
    Option("diffserv", SWITCH, "disable", "Set DSCP outside the tunnel.", since=(6, 4, 4)),
    Option("protocol", Integer(0, 255), "0", "Protocol that is carried (0 = all)."),
)
