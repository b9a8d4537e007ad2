"""`system settings`: how one virtual domain works.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order, then the dependent options (2.3, inferred here).
"""

from fauxgate.schema.shared import INTERFACE_SELECT_METHOD, INTERFACES, NO_ADDRESS, PORT, SWITCH, VRF
from fauxgate.schema.system_settings_pages import PAGES
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Address,
    Ipv4Any,
    Ipv4Interface,
    Ipv6Address,
    Ipv6Prefix,
    Names,
    Object,
    Option,
    String,
    Value,
    When,
)

MILLISECONDS = Integer(1, 100000)

ANY_PORT = Integer(0, 65535)

VDOM_TYPE = Choice(
    (
        Value("traffic", "For traffic."),
        Value("lan-extension", "Extends the network of another unit.", since=(7, 2, 1)),
        Value("admin", "For administration."),
    )
)

SESSION_DIRTY = Choice(
    (
        Value("check-all", "Check all sessions again."),
        Value("check-new", "Check new sessions only."),
        Value("check-policy-option", "As each policy says."),
    )
)

ECMP_MODE = Choice(
    (
        Value("source-ip-based", "By the source."),
        Value("weight-based", "By weight."),
        Value("usage-based", "By the load of the interfaces."),
        Value("source-dest-ip-based", "By source and destination."),
    )
)

LLDP = Choice(
    (
        Value("enable", "Turn it on."),
        Value("disable", "Turn it off."),
        Value("global", "As in the global settings."),
    )
)

VPN_KINDS = Choices(
    (
        Value("ipsec", "IPsec."),
        Value("pptp", "PPTP."),
        Value("l2tp", "L2TP."),
        Value("ssl", "SSL VPN."),
    )
)

TRANSPARENT = When("opmode", ("transparent",))

NAT = When("opmode", ("nat",))

BFD = When("bfd", ("enable",))

PROXY = When("dhcp-proxy", ("enable",))

CHANGE_SUMMARY = Choice(
    (
        Value("disable", "No summary."),
        Value("require", "A summary is required."),
        Value("optional", "A summary may be given."),
    )
)

MODES = (
    Option("comments", String(255), help="Remarks about the virtual domain."),
    Option("vdom-type", VDOM_TYPE, "traffic", "What the virtual domain is for.", since=(7, 2, 0)),
    Option(
        "opmode",
        Choice((Value("nat", "As a router."), Value("transparent", "As a bridge."))),
        "nat",
        "How traffic passes the unit.",
    ),
    Option(
        "ngfw-mode",
        Choice((Value("profile-based", "By profiles."), Value("policy-based", "By security policies."))),
        "profile-based",
        "How applications and web pages are filtered.",
    ),
    Option(
        "http-external-dest",
        Choice((Value("fortiweb", "FortiWeb."), Value("forticache", "FortiCache."))),
        "fortiweb",
        "Where HTTP traffic is handed to.",
    ),
    Option("firewall-session-dirty", SESSION_DIRTY, "check-all", "What a change of policies does to sessions."),
    Option("bfd", SWITCH, "disable", "Watch neighbors with BFD."),
    Option("utf8-spam-tagging", SWITCH, "enable", "Mark unwanted mail in UTF-8."),
    Option("wccp-cache-engine", SWITCH, "disable", "Act as a cache for WCCP."),
    Option("vpn-stats-log", VPN_KINDS, ("ipsec", "pptp", "l2tp", "ssl"), "Kinds of VPN that are logged regularly."),
    Option("vpn-stats-period", Integer(0, 86400), "600", "Seconds between such logs."),
    Option("v4-ecmp-mode", ECMP_MODE, "source-ip-based", "How traffic is spread over equal routes."),
    Option("mac-ttl", Integer(300, 8640000), "300", "Seconds that a MAC address is known."),
    Option("fw-session-hairpin", SWITCH, "disable", "Look for a policy each time traffic turns around."),
    Option("prp-trailer-action", SWITCH, "disable", "Keep the trailer of PRP."),
    Option("snat-hairpin-traffic", SWITCH, "enable", "Translate the source of traffic that turns around."),
    Option("dhcp-proxy", SWITCH, "disable", "Ask a DHCP server for others."),
    Option("central-nat", SWITCH, "disable", "Keep address translation apart from the policies."),
    Option("gui-default-policy-columns", Names(79), (), "Columns of the lists of policies."),
    Option("lldp-reception", LLDP, "global", "Receive LLDP."),
    Option("lldp-transmission", LLDP, "global", "Send LLDP."),
    Option("link-down-access", SWITCH, "enable", "Reach addresses of interfaces that are down."),
    Option("nat46-generate-ipv6-fragment-header", SWITCH, "disable", "Add fragment headers.", since=(7, 0, 6)),
    Option("nat46-force-ipv4-packet-forwarding", SWITCH, "disable", "Forward all IPv4 packets.", since=(7, 0, 8)),
    Option("nat64-force-ipv6-packet-forwarding", SWITCH, "enable", "Forward all IPv6 packets.", since=(7, 0, 8)),
    Option("detect-unknown-esp", SWITCH, "enable", "Find ESP packets of no tunnel.", since=(7, 2, 4)),
)

SESSIONS = (
    Option(
        "intree-ses-best-route",
        Choice((Value("force", "Always."), Value("disable", "No."))),
        "disable",
        "Use the best route.",
        since=(7, 6, 1),
    ),
    Option("auxiliary-session", SWITCH, "disable", "Allow more than one path for a session."),
    Option("asymroute", SWITCH, "disable", "Allow asymmetric routes."),
    Option("asymroute-icmp", SWITCH, "disable", "Allow asymmetric routes for ICMP."),
    Option("tcp-session-without-syn", SWITCH, "disable", "Allow TCP sessions whose beginning was not seen."),
    Option("ses-denied-traffic", SWITCH, "disable", "Remember sessions that were denied."),
    Option("ses-denied-multicast-traffic", SWITCH, "disable", "The same for multicast.", since=(7, 6, 1)),
    Option("strict-src-check", SWITCH, "disable", "Check the source strictly."),
    Option("allow-linkdown-path", SWITCH, "disable", "Allow routes over links that are down."),
    Option("asymroute6", SWITCH, "disable", "Allow asymmetric IPv6 routes."),
    Option("asymroute6-icmp", SWITCH, "disable", "Allow asymmetric routes for ICMPv6."),
    Option("sctp-session-without-init", SWITCH, "disable", "Allow SCTP sessions whose beginning was not seen."),
    Option("sip-expectation", SWITCH, "disable", "Expect further sessions of SIP."),
    Option("sip-nat-trace", SWITCH, "enable", "Note the source of translated SIP sessions."),
    Option("h323-direct-model", SWITCH, "disable", "Use the direct model of H.323.", since=(7, 0, 4)),
    Option("status", SWITCH, "enable", "Use the virtual domain."),
    # Inferred: the two are lists on the appliance; one port is all that most units have.
    Option("sip-tcp-port", ANY_PORT, "5060", "Port of SIP over TCP."),
    Option("sip-udp-port", ANY_PORT, "5060", "Port of SIP over UDP."),
    Option("sip-ssl-port", ANY_PORT, "5061", "Port of SIP over TLS."),
    Option("sccp-port", ANY_PORT, "2000", "Port of SCCP."),
    Option("multicast-forward", SWITCH, "enable", "Forward multicast."),
    Option("multicast-ttl-notchange", SWITCH, "disable", "Leave the TTL of multicast as it is."),
    Option("multicast-skip-policy", SWITCH, "disable", "Forward multicast without a policy."),
    Option("allow-subnet-overlap", SWITCH, "disable", "Allow networks of interfaces that overlap."),
    Option("deny-tcp-with-icmp", SWITCH, "disable", "Answer denied TCP sessions by ICMP."),
    Option("ecmp-max-paths", Integer(1, 255), "255", "Most equal routes."),
    Option("discovered-device-timeout", Integer(1, 365), "28", "Days that a device is known."),
    Option("email-portal-check-dns", SWITCH, "enable", "Check the domains of e-mail addresses."),
    Option(
        "default-voip-alg-mode",
        Choice((Value("proxy-based", "In the proxy."), Value("kernel-helper-based", "In the kernel."))),
        "proxy-based",
        "Where telephony is handled.",
    ),
)

REST = (
    Option("location-id", Ipv4Any(), NO_ADDRESS, "Number of this place, written as an address.", since=(7, 0, 0)),
    Option("ike-session-resume", SWITCH, "disable", "Resume IKE sessions."),
    Option("ike-quick-crash-detect", SWITCH, "disable", "Notice quickly that the other side restarted."),
    Option(
        "ike-dn-format",
        Choice((Value("with-space", "With spaces."), Value("no-space", "Without spaces."))),
        "with-space",
        "How subjects are written for IKE.",
    ),
    Option("ike-port", PORT, "500", "UDP port of IKE.", since=(7, 0, 0)),
    Option("ike-tcp-port", PORT, "4500", "TCP port of IKE.", since=(7, 4, 2), until=(7, 4, 99)),
    Option("ike-tcp-port", PORT, "443", "TCP port of IKE.", since=(7, 6, 0)),
    Option("ike-policy-route", SWITCH, "disable", "Route IKE by policy.", since=(7, 0, 2)),
    Option("ike-detailed-event-logs", SWITCH, "disable", "Log IKE in detail.", since=(7, 6, 3)),
    Option("block-land-attack", SWITCH, "disable", "Stop packets with equal source and destination."),
    Option("default-app-port-as-service", SWITCH, "enable", "Use the ports of applications.", since=(7, 2, 0)),
    Option("application-bandwidth-tracking", SWITCH, "disable", "Measure.", since=(7, 0, 0), until=(7, 6, 0)),
    Option("gtp-asym-fgsp", SWITCH, "disable", "Allow asymmetric GTP."),
    Option("gtp-monitor-mode", SWITCH, "disable", "Only watch GTP."),
    Option("pfcp-monitor-mode", SWITCH, "disable", "Only watch PFCP.", since=(7, 0, 1)),
    Option("fqdn-session-check", SWITCH, "disable", "Check sessions when names change.", since=(7, 2, 1)),
    Option("ext-resource-session-check", SWITCH, "disable", "Check sessions when lists change.", since=(7, 2, 1)),
    Option("dyn-addr-session-check", SWITCH, "disable", "Check sessions when addresses change.", since=(7, 2, 1)),
    Option("default-policy-expiry-days", Integer(0, 365), "30", "Days until a policy expires.", since=(7, 2, 0)),
    Option("gui-enforce-change-summary", CHANGE_SUMMARY, "require", "Summaries of changes.", since=(7, 2, 0)),
    Option("internet-service-database-cache", SWITCH, "disable", "Hold Internet services.", since=(7, 2, 4)),
    Option("internet-service-app-ctrl-size", Integer(), "32768", "Most entries it holds.", since=(7, 4, 4)),
)

DEPENDENT = (
    Option(
        "lan-extension-controller-addr",
        String(255),
        help="Unit whose network is extended.",
        since=(7, 2, 1),
        when=When("vdom-type", ("lan-extension",)),
    ),
    Option("manageip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address for administration.", when=TRANSPARENT),
    Option("gateway", Ipv4Address(), NO_ADDRESS, "Gateway for administration.", when=TRANSPARENT),
    Option("ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address of the virtual domain.", when=NAT),
    Option("manageip6", Ipv6Prefix(), "::/0", "IPv6 address for administration.", when=TRANSPARENT),
    Option("gateway6", Ipv6Address(), "::", "IPv6 gateway for administration.", when=TRANSPARENT),
    Option("ip6", Ipv6Prefix(), "::/0", "IPv6 address of the virtual domain.", when=NAT),
    Option("device", String(35), help="Interface for administration.", when=NAT, refers_to=INTERFACES),
    Option("bfd-desired-min-tx", MILLISECONDS, "250", "Milliseconds between packets of BFD.", when=BFD),
    Option("bfd-required-min-rx", MILLISECONDS, "250", "Milliseconds between packets of the neighbor.", when=BFD),
    Option("bfd-detect-mult", Integer(1, 50), "3", "Lost packets that mean a failure.", when=BFD),
    Option("bfd-dont-enforce-src-port", SWITCH, "disable", "Allow any source port.", when=BFD),
    Option(
        "dhcp-proxy-interface-select-method",
        INTERFACE_SELECT_METHOD,
        "auto",
        "How the interface to the DHCP server is chosen.",
        when=PROXY,
    ),
    Option("dhcp-proxy-interface", String(15), help="That interface.", when=PROXY, refers_to=INTERFACES),
    Option("dhcp-proxy-vrf-select", VRF, "0", "VRF to the DHCP server.", since=(7, 6, 1), when=PROXY),
    Option("dhcp-server-ip", Names(15), (), "Addresses of DHCP servers.", when=PROXY),
    Option("dhcp6-server-ip", Names(39), (), "IPv6 addresses of DHCP servers.", when=PROXY),
)

SETTINGS = Object(
    path=("system", "settings"),
    help="How this virtual domain works.",
    options=(*MODES, *SESSIONS, *PAGES, *REST, *DEPENDENT),
)
