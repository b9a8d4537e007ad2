"""What a policy logs, caches and translates, and how it asks for users.

Source: see `firewall_policy`.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import AsTyped, Choice, Integer, Ipv4Network, Names, Option, String, Value, When

LET_THROUGH = When("action", ("accept", "ipsec"))

ACCEPTED = When("action", ("accept",))

WANOPT = When("wanopt", ("enable",))

NAT = When("nat", ("enable",))

IPPOOL = When("ippool", ("enable",))

TUNNELLED = When("action", ("ipsec",))

NTLM = When("ntlm", ("enable",))

SCIM = When("scim", ("enable",))

TRANSLATION = (
    Option(
        "logtraffic",
        Choice(
            (Value("all", "All."), Value("utm", "Those in which a profile found something."), Value("disable", "None."))
        ),
        "utm",
        "Which sessions are logged.",
    ),
    Option("logtraffic-start", SWITCH, "disable", "Log the start of sessions too."),
    Option(
        "log-http-transaction",
        SWITCH,
        "disable",
        "Log HTTP requests.",
        since=(7, 6, 0),
        when=When("utm-status", ("enable",)),
    ),
    Option("capture-packet", SWITCH, "disable", "Capture packets."),
    Option("auto-asic-offload", SWITCH, "enable", "Give the sessions to the network processor.", when=LET_THROUGH),
    Option("np-acceleration", SWITCH, "enable", "Use the network processor."),
    Option("wanopt", SWITCH, "disable", "WAN optimization.", when=ACCEPTED),
    Option(
        "wanopt-detection",
        Choice(
            (Value("active", "This unit begins."), Value("passive", "The other unit begins."), Value("off", "By name."))
        ),
        "active",
        "How peers find each other.",
        when=WANOPT,
    ),
    Option(
        "wanopt-passive-opt",
        Choice(
            (
                Value("default", "As the active side says."),
                Value("transparent", "The client's."),
                Value("non-transparent", "The unit's."),
            )
        ),
        "default",
        "Address that the passive side shows.",
        when=WANOPT,
    ),
    Option("wanopt-profile", String(35), help="Profile of WAN optimization.", when=WANOPT),
    Option("wanopt-peer", String(35), help="Peer of WAN optimization.", when=WANOPT),
    Option("webcache", SWITCH, "disable", "Cache web pages.", when=ACCEPTED),
    Option("webcache-https", SWITCH, "disable", "Cache HTTPS too.", when=When("webcache", ("enable",))),
    Option("webproxy-forward-server", String(63), help="Next web proxy.", when=When("inspection-mode", ("proxy",))),
    Option("nat", SWITCH, "disable", "Translate source addresses.", when=LET_THROUGH),
    Option(
        "pcp-outbound", SWITCH, "disable", "Let clients open ports by PCP, outwards.", since=(7, 4, 0), when=ACCEPTED
    ),
    Option("pcp-inbound", SWITCH, "disable", "Let clients open ports by PCP, inwards.", since=(7, 4, 0), when=ACCEPTED),
    Option("pcp-poolname", Names(79), (), "Pools for PCP.", since=(7, 4, 0), when=When("pcp-outbound", ("enable",))),
    Option("permit-any-host", SWITCH, "disable", "Let any host answer UDP.", when=NAT),
    Option("permit-stun-host", SWITCH, "disable", "Let any STUN host answer UDP.", when=NAT),
    Option("fixedport", SWITCH, "disable", "Never change source ports.", when=NAT),
    Option("port-preserve", SWITCH, "enable", "Keep source ports where they are free.", since=(7, 4, 4), when=NAT),
    Option("port-random", SWITCH, "disable", "Choose source ports at random.", since=(7, 6, 1), when=NAT),
    Option("ippool", SWITCH, "disable", "Take addresses from pools.", when=NAT),
    Option("poolname", Names(79), (), "Pools.", when=IPPOOL, refers_to=(("firewall", "ippool"),)),
    Option("poolname6", Names(79), (), "IPv6 pools.", when=IPPOOL),
    Option("session-ttl", AsTyped(), "0", "Seconds that a session may live (0 = as in the session TTL)."),
    Option("vlan-cos-fwd", Integer(0, 255), "255", "Priority in VLAN tags, forwards (255 = unchanged)."),
    Option("vlan-cos-rev", Integer(0, 255), "255", "Priority in VLAN tags, backwards (255 = unchanged)."),
    Option("inbound", SWITCH, "disable", "Let the other side begin.", when=TUNNELLED),
    Option("outbound", SWITCH, "enable", "Let this side begin.", when=TUNNELLED),
    Option("natinbound", SWITCH, "disable", "Translate what comes from the tunnel.", when=TUNNELLED),
    Option("natoutbound", SWITCH, "disable", "Translate what goes into the tunnel.", when=TUNNELLED),
    Option("fec", SWITCH, "disable", "Forward error correction.", since=(7, 0, 2)),
    Option("wccp", SWITCH, "disable", "Send to a WCCP cache."),
    Option("ntlm", SWITCH, "disable", "Ask for NTLM.", when=ACCEPTED),
    Option("ntlm-guest", SWITCH, "disable", "Let guests in.", when=NTLM),
    Option("ntlm-enabled-browsers", Names(79), (), "Browsers that can do NTLM.", when=NTLM),
    Option("fsso-agent-for-ntlm", String(35), help="Agent that checks NTLM.", when=NTLM),
    Option("groups", Names(79), (), "Groups of users who may pass.", when=LET_THROUGH, refers_to=(("user", "group"),)),
    Option(
        "users",
        Names(79),
        (),
        "Users who may pass.",
        when=LET_THROUGH,
        refers_to=(("user", "local"),),
    ),
    Option("fsso-groups", Names(511), (), "FSSO groups whose users may pass.", when=ACCEPTED),
    Option("scim", SWITCH, "disable", "Take users from SCIM.", since=(7, 6, 4), when=ACCEPTED),
    Option("saml-server", String(35), help="SAML server.", since=(7, 6, 4), when=SCIM),
    Option("scim-users", Names(79), (), "Users from SCIM who may pass.", since=(7, 6, 4), when=SCIM),
    Option("scim-groups", Names(79), (), "Groups from SCIM whose users may pass.", since=(7, 6, 4), when=SCIM),
    Option("auth-path", SWITCH, "disable", "Route by the authentication.", when=ACCEPTED),
    Option("disclaimer", SWITCH, "disable", "Show a disclaimer.", when=ACCEPTED),
    Option("email-collect", SWITCH, "disable", "Ask for an e-mail address.", when=ACCEPTED),
    Option(
        "vpntunnel",
        String(35),
        help="Policy-based tunnel.",
        when=TUNNELLED,
        refers_to=(("vpn", "ipsec", "phase1"),),
    ),
    Option("natip", Ipv4Network(), "0.0.0.0 0.0.0.0", "Network that sources are translated to."),
)
