"""`system interface`.

Source: fortios-cli.md 9.2, for the rest 9.1 (ANS, HFX); print order: schema order, then the dependent options after the
nested blocks (2.3).
"""

from fauxgate.schema.shared import (
    AUTHORITIES,
    CERTIFICATES,
    FACTORY_AUTHORITIES,
    FACTORY_CERTIFICATES,
    INTERFACES,
    SWITCH,
    VRF,
)
from fauxgate.schema.system_interface_addresses import CLIENT_OPTIONS, SECONDARY_IP, VRRP
from fauxgate.schema.system_interface_dependent import DEPENDENT
from fauxgate.schema.system_interface_ipv6 import IPV6
from fauxgate.schema.system_interface_rest import ALWAYS, QUEUES, TAGGING
from fauxgate.schema.system_interface_rest import DEPENDENT as RARE
from fauxgate.schema.system_interface_switches import SWITCHES
from fauxgate.schema.system_interface_values import (
    ACCESS_VALUES,
    BFD,
    FEATURE,
    IPAM,
    KIND,
    LACP_MODE,
    LLDP,
    MODE,
    ROLE,
    SAMPLER,
    SECURITY_MODE,
)
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Interface,
    Name,
    Names,
    Option,
    String,
    Table,
    Value,
    When,
)

BANDWIDTH = Integer(0, 80000000)

KILOBITS = Integer(0, 4294967295)

JOINED = When("type", ("aggregate", "redundant", "switch", "hard-switch"))

AGGREGATE = When("type", ("aggregate",))

BASICS = (
    Option("vdom", String(31), help="Virtual domain of the interface.", required=True, refers_to=(("vdom",),)),
    Option("vrf", VRF, "0", "VRF of the interface."),
    Option("fortilink", SWITCH, "disable", "Lead to devices that the unit manages."),
    Option("mode", MODE, "static", "Where the address comes from."),
    Option("dhcp-relay-service", SWITCH, "disable", "Ask a DHCP server for others."),
    Option("management-ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address of this unit in a cluster."),
    Option("ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address and mask.", when=When("mode", ("static",))),
    Option("allowaccess", Choices(ACCESS_VALUES), (), "Services that the unit offers at this interface."),
    Option("fail-detect", SWITCH, "disable", "Notice failures."),
    Option("arpforward", SWITCH, "enable", "Forward ARP."),
    Option("broadcast-forward", SWITCH, "disable", "Forward broadcasts."),
    Option("bfd", BFD, "global", "Watch neighbors with BFD."),
    Option("l2forward", SWITCH, "disable", "Forward frames that are not IP."),
    Option("icmp-send-redirect", SWITCH, "enable", "Tell hosts of better routers."),
    Option("icmp-accept-redirect", SWITCH, "enable", "Learn of better routers."),
    Option("vlanforward", SWITCH, "disable", "Forward traffic between VLANs."),
    Option("stpforward", SWITCH, "disable", "Forward STP."),
    Option("ips-sniffer-mode", SWITCH, "disable", "Only listen."),
    Option("ident-accept", SWITCH, "disable", "Answer questions who somebody is."),
    Option("ipmac", SWITCH, "disable", "Bind addresses to MAC addresses."),
    Option("subst", SWITCH, "disable", "Send everything to one MAC address."),
    Option(
        "status",
        Choice((Value("up", "In use."), Value("down", "Not in use."))),
        "up",
        "Whether the interface is used.",
    ),
    Option("netbios-forward", SWITCH, "disable", "Forward NetBIOS."),
    Option("type", KIND, "vlan", "Kind of interface."),
    Option(
        "dedicated-to",
        Choice((Value("none", "Nothing."), Value("management", "Administration."))),
        "none",
        "What it is kept for.",
    ),
    Option("wccp", SWITCH, "disable", "Use WCCP."),
    Option("netflow-sampler", SAMPLER, "disable", "Packets for NetFlow."),
    Option("sflow-sampler", SWITCH, "disable", "Take packets for sFlow."),
    Option("drop-overlapped-fragment", SWITCH, "disable", "Drop fragments that overlap.", until=(7, 6, 2)),
    Option("drop-fragment", SWITCH, "disable", "Drop fragments."),
    Option("src-check", SWITCH, "enable", "Check where packets come from."),
    Option("explicit-web-proxy", SWITCH, "disable", "Offer the web proxy."),
    Option("explicit-ftp-proxy", SWITCH, "disable", "Offer the FTP proxy."),
    Option("proxy-captive-portal", SWITCH, "disable", "Show the login page of the proxy."),
    Option("tcp-mss", Integer(0, 65535), "0", "Largest segment of TCP; 0 means that it is left."),
    Option("inbandwidth", BANDWIDTH, "0", "Most incoming kilobits a second; 0 means no limit."),
    Option("outbandwidth", BANDWIDTH, "0", "Most outgoing kilobits a second; 0 means no limit."),
    Option(
        "egress-shaping-profile",
        String(35),
        help="How outgoing traffic is shaped.",
        refers_to=(("firewall", "shaping-profile"),),
    ),
    Option(
        "ingress-shaping-profile",
        String(35),
        help="How incoming traffic is shaped.",
        refers_to=(("firewall", "shaping-profile"),),
    ),
    Option("spillover-threshold", Integer(0, 16776000), "0", "Outgoing kilobits before another route is used."),
    Option("ingress-spillover-threshold", Integer(0, 16776000), "0", "The same for incoming ones."),
    Option("weight", Integer(0, 255), "0", "Weight of the interface."),
    Option("external", SWITCH, "disable", "Lead to the outside."),
)

IDENTITY = (
    Option("remote-ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Other end.", when=When("type", ("tunnel", "vdom-link"))),
    Option("member", Names(79), (), "Interfaces that this one joins.", when=JOINED, refers_to=INTERFACES),
    Option("lacp-mode", LACP_MODE, "active", "How ports are joined.", when=AGGREGATE),
    Option(
        "lacp-speed",
        Choice((Value("slow", "Every 30 seconds."), Value("fast", "Every second."))),
        "slow",
        "How often LACP is sent.",
        when=AGGREGATE,
    ),
    Option("min-links", Integer(1, 32), "1", "Fewest ports that work.", when=AGGREGATE),
    Option("description", String(255), help="Remarks about this interface."),
    Option("alias", String(25), help="Another name of the interface."),
    Option("security-mode", SECURITY_MODE, "none", "Whether somebody must log in."),
    Option(
        "ike-saml-server",
        String(35),
        help="Server that checks users of IKE.",
        since=(7, 2, 0),
        refers_to=(("user", "saml"),),
    ),
    Option("device-identification", SWITCH, "disable", "Find out about devices behind the interface."),
    Option("lldp-reception", LLDP, "vdom", "Receive LLDP."),
    Option("lldp-transmission", LLDP, "vdom", "Send LLDP."),
    Option("estimated-upstream-bandwidth", KILOBITS, "0", "Kilobits a second upwards."),
    Option("estimated-downstream-bandwidth", KILOBITS, "0", "Kilobits a second downwards."),
    Option("monitor-bandwidth", SWITCH, "disable", "Show the traffic on the dashboard."),
    Option("vrrp-virtual-mac", SWITCH, "disable", "Use the MAC address of VRRP."),
    VRRP,
    Option("role", ROLE, "undefined", "What the interface leads to."),
    Option("snmp-index", Integer(0, 2147483647), "0", "Number of the interface for SNMP."),
    Option("preserve-session-route", SWITCH, "disable", "Keep sessions on their route."),
    Option("auto-auth-extension-device", SWITCH, "disable", "Let devices of the maker in."),
    Option("ap-discover", SWITCH, "enable", "Find access points."),
    Option("ip-managed-by-fortiipam", IPAM, "disable", "Have the address given.", until=(7, 2, 99)),
    Option("ip-managed-by-fortiipam", IPAM, "inherit-global", "Have the address given.", since=(7, 4, 0)),
    Option("switch-controller-mgmt-vlan", Integer(1, 4094), "4094", "VLAN of switches."),
    Option("switch-controller-igmp-snooping", SWITCH, "disable", "Listen to IGMP on switches."),
    Option("switch-controller-dhcp-snooping", SWITCH, "disable", "Listen to DHCP on switches."),
    Option("switch-controller-feature", FEATURE, "none", "What the VLAN is for."),
    Option("color", Integer(0, 32), "0", "Color in the administration pages."),
    Option("eap-supplicant", SWITCH, "disable", "Log in to others by 802.1X.", since=(7, 2, 0)),
    Option(
        "eap-ca-cert",
        String(79),
        help="Authority of the others.",
        since=(7, 2, 0),
        when=When("eap-supplicant", ("enable",)),
        refers_to=AUTHORITIES,
        also=FACTORY_AUTHORITIES,
    ),
    Option(
        "eap-user-cert",
        String(35),
        help="Certificate to show to the others.",
        since=(7, 2, 0),
        when=When("eap-supplicant", ("enable",)),
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option("secondary-IP", SWITCH, "disable", "Allow more addresses."),
)

# Inferred: a virtual unit with four ports, whose numbers for SNMP follow them.
PORTS = tuple(
    (f"port{number}", (("vdom", "root"), ("type", "physical"), ("snmp-index", str(number)))) for number in range(1, 5)
)

INTERFACE = Table(
    path=("system", "interface"),
    help="Interfaces of the unit.",
    is_global=True,
    key=Option("name", Name(15), help="Name of the interface."),
    options=(
        *BASICS,
        *IDENTITY,
        SECONDARY_IP,
        *ALWAYS,
        *SWITCHES,
        TAGGING,
        QUEUES,
        IPV6,
        CLIENT_OPTIONS,
        *DEPENDENT,
        *RARE,
    ),
    static=When("type", ("physical",)),
    factory=PORTS,
    # fortios-cli.md 2.4: three blanks follow a value, four follow an option; `type` has three in every sample.
    columns=(
        ("mode", 4),
        ("ip", 3),
        ("status", 4),
        ("netbios-forward", 4),
        ("type", 3),
        ("netflow-sampler", 4),
        ("sflow-sampler", 4),
        ("src-check", 4),
        ("explicit-web-proxy", 4),
        ("explicit-ftp-proxy", 4),
        ("proxy-captive-portal", 4),
        ("mtu-override", 4),
        ("wccp", 4),
        ("drop-overlapped-fragment", 4),
        ("drop-fragment", 4),
    ),
)
