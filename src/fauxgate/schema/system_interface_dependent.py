"""The other options of `system interface` that depend on others, which are printed last (fortios-cli.md 2.3).

Source: fortios-cli.md 9.2 and for the rest 9.1 (ANS, HFX). Inferred: on which
option each depends. What only ports of hardware have is left out: the unit is a virtual one.
"""

from fauxgate.schema.shared import (
    AUTHORITIES,
    CERTIFICATES,
    FACTORY_AUTHORITIES,
    FACTORY_CERTIFICATES,
    INTERFACES,
    SWITCH,
)
from fauxgate.schema.system_interface_values import ALGORITHM, SPEED, SUBNETWORK_SIZE
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Network,
    Ipv6Prefix,
    MacAddress,
    Names,
    Option,
    Password,
    String,
    Value,
    When,
)

AGGREGATE = When("type", ("aggregate",))

NO_MAC = "00:00:00:00:00:00"

LOGIN = When("security-mode", ("captive-portal", "802.1X"))

DEDICATED = When("dedicated-to", ("management",))

SUPPLICANT = When("eap-supplicant", ("enable",))

FORTILINK = When("fortilink", ("enable",))

BELOW = When("type", ("vlan", "emac-vlan", "vxlan", "tunnel"))

VLAN = When("type", ("vlan",))

PORTAL = When("security-mode", ("captive-portal",))

DEPENDENT = (
    Option("bfd-desired-min-tx", Integer(1, 100000), "250", "Milliseconds.", when=When("bfd", ("enable",))),
    Option("bfd-detect-mult", Integer(1, 50), "3", "Lost packets.", when=When("bfd", ("enable",))),
    Option("bfd-required-min-rx", Integer(1, 100000), "250", "Milliseconds.", when=When("bfd", ("enable",))),
    Option(
        "stpforward-mode",
        Choice(
            (
                Value("rpl-all-ext-id", "Replace all."),
                Value("rpl-bridge-ext-id", "Replace the bridge."),
                Value("rpl-nothing", "Replace nothing."),
            )
        ),
        "rpl-all-ext-id",
        "How STP is forwarded.",
        when=When("stpforward", ("enable",)),
    ),
    Option("substitute-dst-mac", MacAddress(), NO_MAC, "The one MAC address.", when=When("subst", ("enable",))),
    Option("speed", SPEED, "auto", "Speed of the port.", when=When("type", ("physical", "aggregate", "hard-switch"))),
    *(
        Option(f"trust-ip-{number}", Ipv4Network(), "0.0.0.0 0.0.0.0", "Network to come from.", when=DEDICATED)
        for number in (1, 2, 3)
    ),
    *(
        Option(f"trust-ip6-{number}", Ipv6Prefix(), "::/0", "IPv6 network to come from.", when=DEDICATED)
        for number in (1, 2, 3)
    ),
    Option(
        "sample-rate", Integer(10, 99999), "2000", "One of so many packets.", when=When("sflow-sampler", ("enable",))
    ),
    Option("polling-interval", Integer(1, 255), "20", "Seconds.", when=When("sflow-sampler", ("enable",))),
    Option(
        "sample-direction",
        Choice((Value("tx", "Outgoing."), Value("rx", "Incoming."), Value("both", "Both."))),
        "both",
        "Packets for sFlow.",
        when=When("sflow-sampler", ("enable",)),
    ),
    Option("interface", String(15), help="Interface below this one.", when=BELOW, refers_to=INTERFACES),
    Option("mtu-override", SWITCH, "disable", "Set an MTU of your own."),
    Option("mtu", Integer(0, 4294967295), "1500", "MTU in bytes.", when=When("mtu-override", ("enable",))),
    Option(
        "vlan-protocol",
        Choice((Value("8021q", "802.1Q."), Value("8021ad", "802.1ad."))),
        "8021q",
        "How VLANs are marked.",
        when=VLAN,
    ),
    Option("vlanid", Integer(0, 4094), "0", "Number of the VLAN.", when=VLAN),
    Option("lacp-ha-secondary", SWITCH, "enable", "Use it on other units.", since=(7, 2, 1), when=AGGREGATE),
    Option("lacp-ha-slave", SWITCH, "enable", "Use it on other units.", until=(7, 2, 0), when=AGGREGATE),
    Option(
        "system-id-type",
        Choice((Value("auto", "That of the unit."), Value("user", "One that is set."))),
        "auto",
        "Name for LACP.",
        since=(7, 0, 2),
        when=AGGREGATE,
    ),
    Option("system-id", MacAddress(), NO_MAC, "The name.", since=(7, 0, 2), when=When("system-id-type", ("user",))),
    Option(
        "min-links-down",
        Choice((Value("operational", "It is down."), Value("administrative", "It is turned off."))),
        "operational",
        "What happens with too few ports.",
        when=AGGREGATE,
    ),
    Option("algorithm", ALGORITHM, "L4", "How traffic is spread.", when=When("type", ("aggregate",))),
    Option("link-up-delay", Integer(50, 3600000), "50", "Milliseconds before a port counts.", when=AGGREGATE),
    Option(
        "aggregate-type",
        Choice((Value("physical", "Ports."), Value("vxlan", "VXLANs."))),
        "physical",
        "What is joined.",
        since=(7, 2, 1),
        when=AGGREGATE,
    ),
    Option(
        "sw-algorithm",
        Choice((Value("l2", "By MAC addresses."), Value("l3", "By IP addresses."), Value("eh", "By a hash."))),
        "eh",
        "How traffic is spread over ports.",
        since=(7, 2, 0),
        when=AGGREGATE,
    ),
    Option(
        "security-mac-auth-bypass",
        Choice(
            (Value("mac-auth-only", "That alone."), Value("enable", "Turn it on."), Value("disable", "Turn it off."))
        ),
        "disable",
        "Let devices in by MAC address.",
        when=LOGIN,
    ),
    Option("security-ip-auth-bypass", SWITCH, "disable", "The same by address.", since=(7, 6, 0), when=LOGIN),
    Option("security-external-web", String(1023), help="Login page elsewhere.", when=PORTAL),
    Option("security-external-logout", String(127), help="Logout page elsewhere.", when=PORTAL),
    Option("security-redirect-url", String(1023), help="Page after the login.", when=PORTAL),
    Option(
        "auth-cert",
        String(35),
        help="Certificate of the login page.",
        since=(7, 0, 4),
        when=PORTAL,
        refers_to=CERTIFICATES,
        also=FACTORY_CERTIFICATES,
    ),
    Option("auth-portal-addr", String(63), help="Name of the login page.", since=(7, 0, 4), when=PORTAL),
    Option("security-exempt-list", String(35), help="Who need not log in.", when=LOGIN),
    Option(
        "security-groups",
        Names(79),
        (),
        "Groups that may log in.",
        when=When("security-mode", ("captive-portal", "802.1X")),
        refers_to=(("user", "group"),),
    ),
    Option(
        "device-user-identification",
        SWITCH,
        "enable",
        "Find out about users too.",
        when=When("device-identification", ("enable",)),
    ),
    Option(
        "fortilink-neighbor-detect",
        Choice((Value("lldp", "By LLDP."), Value("fortilink", "By FortiLink."))),
        "lldp",
        "How switches are found.",
        when=FORTILINK,
    ),
    Option(
        "managed-subnetwork-size",
        SUBNETWORK_SIZE,
        "256",
        "How many addresses are given.",
        when=When("ip-managed-by-fortiipam", ("enable",)),
    ),
    Option("fortilink-split-interface", SWITCH, "enable", "Lead to several switches.", when=FORTILINK),
    Option("fortilink-stacking", SWITCH, "enable", "Stack switches.", until=(6, 4, 99), when=FORTILINK),
    Option(
        "eap-method",
        Choice((Value("tls", "TLS."), Value("peap", "PEAP."))),
        "",
        "How.",
        since=(7, 2, 0),
        when=SUPPLICANT,
    ),
    Option("eap-identity", String(35), help="Name to log in with.", since=(7, 2, 0), when=SUPPLICANT),
    Option("eap-password", Password(128), help="Password.", since=(7, 2, 0), when=SUPPLICANT, secret=True),
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
)
