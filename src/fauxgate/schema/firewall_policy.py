"""`firewall policy`.

Source: limits, ranges and releases as public API clients state them; print order as in published full configurations
of 7.2 and 7.6, where most dependent options stand at their place and a few close the list.
"""

from fauxgate.schema.firewall_policy_match import MATCH
from fauxgate.schema.firewall_policy_nat import TRANSLATION
from fauxgate.schema.firewall_policy_profiles import PROFILES
from fauxgate.schema.firewall_policy_time import SERVICES_AND_TIMES
from fauxgate.schema.shared import CERTIFICATES, FACTORY_CERTIFICATES, SWITCH
from fauxgate.schema.types import AsTyped, Integer, Names, Option, String, Table, When

DENIED = When("action", ("deny",))

ACCEPTED = When("action", ("accept",))

LET_THROUGH = When("action", ("accept", "ipsec"))

INTERNET_SERVICE_DISABLE = When("internet-service", ("disable",))

POLICY = Table(
    path=("firewall", "policy"),
    help="Rules for sessions through the unit, tried from the top.",
    key=Option("policyid", Integer(0, 4294967294), help="Number of the policy."),
    options=(
        *MATCH,
        *SERVICES_AND_TIMES,
        *PROFILES,
        *TRANSLATION,
        Option("match-vip", SWITCH, "enable", "Match virtual IPs too.", when=DENIED),
        Option("match-vip-only", SWITCH, "disable", "Match virtual IPs only.", when=ACCEPTED),
        Option(
            "diffserv-copy", SWITCH, "disable", "Copy DSCP from the other direction.", since=(7, 2, 1), when=LET_THROUGH
        ),
        Option("diffserv-forward", SWITCH, "disable", "Set DSCP, forwards.", when=LET_THROUGH),
        Option("diffserv-reverse", SWITCH, "disable", "Set DSCP, backwards.", when=LET_THROUGH),
        Option("diffservcode-forward", AsTyped(), help="DSCP, forwards.", when=When("diffserv-forward", ("enable",))),
        Option("diffservcode-rev", AsTyped(), help="DSCP, backwards.", when=When("diffserv-reverse", ("enable",))),
        Option("tcp-mss-sender", Integer(0, 65535), "0", "Largest TCP segment of the sender (0 = unchanged)."),
        Option("tcp-mss-receiver", Integer(0, 65535), "0", "Largest TCP segment of the receiver (0 = unchanged)."),
        Option("comments", String(1023), help="Remarks about this policy."),
        # Inferred: their place. API clients end them with 6.2, and yet units of 7.4 answer to `global-label`
        # (fortios-cli.md 3.2).
        Option("label", String(63), help="Label of the policy in the list by interfaces."),
        Option("global-label", String(63), help="Label of the policy in the whole list."),
        Option(
            "auth-cert",
            String(35),
            help="Certificate of the login page.",
            when=ACCEPTED,
            refers_to=CERTIFICATES,
            also=FACTORY_CERTIFICATES,
        ),
        Option("auth-redirect-addr", String(63), help="Host name of the login page.", when=ACCEPTED),
        Option("redirect-url", String(1023), help="Page to go to after the login.", when=ACCEPTED),
        Option("identity-based-route", String(35), help="Routes by user group.", when=When("auth-path", ("enable",))),
        Option("block-notification", SWITCH, "disable", "Tell the user why a page is blocked."),
        Option("custom-log-fields", Names(35), (), "More fields in the log."),
        Option("replacemsg-override-group", String(35), help="Replacement messages."),
        Option(
            "srcaddr-negate", SWITCH, "disable", "Match other sources.", when=When("internet-service-src", ("disable",))
        ),
        Option(
            "srcaddr6-negate",
            SWITCH,
            "disable",
            "Match other IPv6 sources.",
            since=(7, 2, 1),
            when=When("internet-service6-src", ("disable",)),
        ),
        Option("dstaddr-negate", SWITCH, "disable", "Match other destinations.", when=INTERNET_SERVICE_DISABLE),
        Option(
            "dstaddr6-negate",
            SWITCH,
            "disable",
            "Match other IPv6 destinations.",
            since=(7, 2, 1),
            when=When("internet-service6", ("disable",)),
        ),
        Option(
            "ztna-ems-tag-negate",
            SWITCH,
            "disable",
            "Match other tags.",
            since=(7, 6, 1),
            when=When("ztna-status", ("enable",)),
        ),
        Option("service-negate", SWITCH, "disable", "Match other services.", when=INTERNET_SERVICE_DISABLE),
        Option(
            "internet-service-negate",
            SWITCH,
            "disable",
            "Match other Internet services.",
            when=When("internet-service", ("enable",)),
        ),
        Option(
            "internet-service-src-negate",
            SWITCH,
            "disable",
            "Match other Internet services as sources.",
            when=When("internet-service-src", ("enable",)),
        ),
        Option(
            "internet-service6-negate",
            SWITCH,
            "disable",
            "Match other Internet services over IPv6.",
            since=(7, 2, 1),
            when=When("internet-service6", ("enable",)),
        ),
        Option(
            "internet-service6-src-negate",
            SWITCH,
            "disable",
            "Match other Internet services over IPv6 as sources.",
            since=(7, 2, 1),
            when=When("internet-service6-src", ("enable",)),
        ),
        Option("timeout-send-rst", SWITCH, "disable", "Send RST when a session times out.", when=LET_THROUGH),
        Option("captive-portal-exempt", SWITCH, "disable", "Do not ask these users to log in."),
        Option("decrypted-traffic-mirror", String(35), help="Mirror of decrypted sessions.", when=ACCEPTED),
        Option("dsri", SWITCH, "disable", "Inspect requests only, not answers."),
        Option("radius-mac-auth-bypass", SWITCH, "disable", "Authenticate devices by MAC address."),
        Option("radius-ip-auth-bypass", SWITCH, "disable", "Authenticate devices by IP address.", since=(7, 6, 0)),
        Option(
            "delay-tcp-npu-session",
            SWITCH,
            "disable",
            "Wait for the handshake before giving sessions to the network processor.",
        ),
        Option("vlan-filter", AsTyped(), help="VLANs."),
        Option("sgt-check", SWITCH, "disable", "Compare security group tags.", since=(7, 0, 1)),
        Option("sgt", AsTyped(), help="Security group tags.", since=(7, 0, 1), when=When("sgt-check", ("enable",))),
        Option("send-deny-packet", SWITCH, "disable", "Tell the sender that the session is denied.", when=DENIED),
        Option("traffic-shaper", String(35), help="Traffic shaper, forwards.", when=LET_THROUGH),
        Option("traffic-shaper-reverse", String(35), help="Traffic shaper, backwards.", when=LET_THROUGH),
        Option("per-ip-shaper", String(35), help="Traffic shaper for each address.", when=LET_THROUGH),
    ),
    ordered=True,
)
