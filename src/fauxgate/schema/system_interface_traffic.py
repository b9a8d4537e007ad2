"""The options of `system interface` for addresses, protocols and limits.

Source: fortios-cli.md 9.2 and for the rest 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import NO_ADDRESS, SWITCH, VRF
from fauxgate.schema.system_interface_values import ACCESS_VALUES, BFD, KIND, MODE, SAMPLER
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Any,
    Ipv4Interface,
    MacAddress,
    Option,
    String,
    Value,
    When,
)

BANDWIDTH = Integer(0, 80000000)

NO_MAC = "00:00:00:00:00:00"

TRAFFIC = (
    Option("vdom", String(31), help="Virtual domain of the interface.", required=True, refers_to=(("vdom",),)),
    Option("vrf", VRF, "0", "VRF of the interface."),
    Option("fortilink", SWITCH, "disable", "Lead to devices that the unit manages."),
    Option("mode", MODE, "static", "Where the address comes from."),
    Option("dhcp-relay-service", SWITCH, "disable", "Ask a DHCP server for others."),
    Option("dhcp-classless-route-addition", SWITCH, "enable", "Take routes of servers.", since=(7, 0, 1)),
    Option("management-ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address of this unit in a cluster."),
    Option("ip", Ipv4Interface(), "0.0.0.0 0.0.0.0", "Address and mask.", when=When("mode", ("static",))),
    Option("allowaccess", Choices(ACCESS_VALUES), (), "Services that the unit offers at this interface."),
    Option("gwdetect", SWITCH, "disable", "Watch a server."),
    Option("fail-detect", SWITCH, "disable", "Notice failures."),
    Option("disconnect-threshold", Integer(0, 10000), "0", "Milliseconds of a failure.", until=(7, 4, 0)),
    Option("pptp-client", SWITCH, "disable", "Connect by PPTP."),
    Option("arpforward", SWITCH, "enable", "Forward ARP."),
    Option("ndiscforward", SWITCH, "enable", "Forward neighbor discovery."),
    Option("broadcast-forward", SWITCH, "disable", "Forward broadcasts."),
    Option("bfd", BFD, "global", "Watch neighbors with BFD."),
    Option("l2forward", SWITCH, "disable", "Forward frames that are not IP."),
    Option("icmp-send-redirect", SWITCH, "enable", "Tell hosts of better routers."),
    Option("icmp-accept-redirect", SWITCH, "enable", "Learn of better routers."),
    Option("reachable-time", Integer(30000, 3600000), "30000", "Milliseconds to be reachable.", since=(7, 0, 4)),
    Option("vlanforward", SWITCH, "disable", "Forward traffic between VLANs."),
    Option("stpforward", SWITCH, "disable", "Forward STP."),
    Option("ips-sniffer-mode", SWITCH, "disable", "Only listen."),
    Option("ident-accept", SWITCH, "disable", "Answer questions who somebody is."),
    Option("ipmac", SWITCH, "disable", "Bind addresses to MAC addresses."),
    Option("subst", SWITCH, "disable", "Send everything to one MAC address."),
    Option("macaddr", MacAddress(), NO_MAC, "MAC address of the interface."),
    Option("virtual-mac", MacAddress(), NO_MAC, "Virtual MAC address.", since=(7, 6, 0)),
    Option(
        "status",
        Choice((Value("up", "In use."), Value("down", "Not in use."))),
        "up",
        "Whether the interface is used.",
    ),
    Option("netbios-forward", SWITCH, "disable", "Forward NetBIOS."),
    Option("wins-ip", Ipv4Any(), NO_ADDRESS, "WINS server."),
    Option("type", KIND, "vlan", "Kind of interface."),
    Option(
        "dedicated-to",
        Choice((Value("none", "Nothing."), Value("management", "Administration."))),
        "none",
        "What it is kept for.",
    ),
    Option("ring-rx", Integer(), "0", "Buffers for incoming packets."),
    Option("ring-tx", Integer(), "0", "Buffers for outgoing packets."),
    Option("wccp", SWITCH, "disable", "Use WCCP."),
    Option("netflow-sampler", SAMPLER, "disable", "Packets for NetFlow."),
    Option("netflow-sample-rate", Integer(1, 65535), "1", "One of so many packets.", since=(7, 6, 0)),
    Option("netflow-sampler-id", Integer(0, 254), "0", "Number of the sampler.", since=(7, 6, 0)),
    Option("sflow-sampler", SWITCH, "disable", "Take packets for sFlow."),
    Option("drop-fragment", SWITCH, "disable", "Drop fragments."),
    Option("drop-overlapped-fragment", SWITCH, "disable", "Drop fragments that overlap.", until=(7, 6, 2)),
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
    Option("gi-gk", SWITCH, "disable", "Guard mobile networks."),
    Option("forward-domain", Integer(0, 2147483647), "0", "Bridge that it belongs to."),
)
