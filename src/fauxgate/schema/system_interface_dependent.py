"""The options of `system interface` that depend on others, which are printed last.

Source: fortios-cli.md 2.3 and 9.2, for the rest 9.1 (ANS, HFX). Inferred: on which option each depends.
"""

from fauxgate.schema.shared import CERTIFICATES, FACTORY_CERTIFICATES, INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.system_interface_values import (
    ALGORITHM,
    DNS_PROTOCOL,
    PPP_AUTHENTICATION,
    SPEED,
    SUBNETWORK_SIZE,
)
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Any,
    MacAddress,
    Names,
    Option,
    Password,
    String,
    Value,
    When,
)

DYNAMIC = When("mode", ("dhcp", "pppoe"))

DHCP = When("mode", ("dhcp",))

PPPOE = When("mode", ("pppoe",))

RELAY = When("dhcp-relay-service", ("enable",))

BELOW = When("type", ("vlan", "emac-vlan", "vxlan", "tunnel"))

VLAN = When("type", ("vlan",))

PORTAL = When("security-mode", ("captive-portal",))

NO_MAC = "00:00:00:00:00:00"

SERVERS = (
    Option("distance", Integer(1, 255), "5", "Distance of routes that the server gives.", when=DYNAMIC),
    Option("priority", Integer(0, 65535), "0", "Priority of these routes.", until=(7, 0, 99), when=DYNAMIC),
    Option("priority", Integer(1, 65535), "1", "Priority of these routes.", since=(7, 2, 0), when=DYNAMIC),
    Option("dhcp-relay-ip", Names(15), (), "Addresses of DHCP servers.", when=RELAY),
    Option("dhcp-relay-source-ip", Ipv4Any(), NO_ADDRESS, "Address to ask from.", since=(7, 4, 1), when=RELAY),
    Option("dhcp-relay-request-all-server", SWITCH, "disable", "Ask all.", since=(7, 0, 0), when=RELAY),
    Option(
        "dhcp-relay-type",
        Choice((Value("regular", "Clients of a network."), Value("ipsec", "Clients of a tunnel."))),
        "regular",
        "Who asks.",
        when=RELAY,
    ),
    Option("dhcp-relay-agent-option", SWITCH, "enable", "Add the option of relays.", when=RELAY),
    Option("dhcp-client-identifier", String(48), help="Name for the DHCP server.", when=DHCP),
    Option("dhcp-renew-time", Integer(0, 604800), "0", "Seconds until it is asked again.", when=DHCP),
    Option("ipunnumbered", Ipv4Any(), NO_ADDRESS, "Address without a network.", when=PPPOE),
    Option("username", String(64), help="Name for the PPPoE server.", when=PPPOE),
    Option("pppoe-unnumbered-negotiate", SWITCH, "enable", "Agree upon that address.", when=PPPOE),
    Option("password", Password(128), help="Password for it.", when=PPPOE, secret=True),
    Option("idle-timeout", Integer(0, 32767), "0", "Seconds until an idle connection ends.", when=PPPOE),
    Option("disc-retry-timeout", Integer(0, 4294967295), "1", "Seconds before it is tried again.", when=PPPOE),
    Option("padt-retry-timeout", Integer(0, 4294967295), "1", "Seconds before it is ended again.", when=PPPOE),
    Option("service-name", String(63), help="Service of the PPPoE server.", when=PPPOE),
    Option("ac-name", String(63), help="Name of the PPPoE server.", when=PPPOE),
    Option("lcp-echo-interval", Integer(0, 32767), "5", "Seconds between questions.", when=PPPOE),
    Option("lcp-max-echo-fails", Integer(0, 32767), "3", "Missed answers that end it.", when=PPPOE),
    Option("defaultgw", SWITCH, "enable", "Use the gateway that the server gives.", when=DYNAMIC),
    Option("dns-server-override", SWITCH, "enable", "Use the DNS servers that the server gives.", when=DYNAMIC),
    Option("dns-server-protocol", DNS_PROTOCOL, ("cleartext",), "How they are asked.", since=(7, 0, 4), when=DYNAMIC),
    Option("auth-type", PPP_AUTHENTICATION, "auto", "How the password is sent.", when=PPPOE),
)

LINK = (
    Option("bfd-desired-min-tx", Integer(1, 100000), "250", "Milliseconds.", when=When("bfd", ("enable",))),
    Option("bfd-detect-mult", Integer(1, 50), "3", "Lost packets.", when=When("bfd", ("enable",))),
    Option("bfd-required-min-rx", Integer(1, 100000), "250", "Milliseconds.", when=When("bfd", ("enable",))),
    Option("macaddr", MacAddress(), NO_MAC, "MAC address of the interface."),
    Option("substitute-dst-mac", MacAddress(), NO_MAC, "The one MAC address.", when=When("subst", ("enable",))),
    Option("speed", SPEED, "auto", "Speed of the port.", when=When("type", ("physical", "aggregate", "hard-switch"))),
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
    Option("forward-domain", Integer(0, 2147483647), "0", "Bridge that it belongs to."),
    Option("algorithm", ALGORITHM, "L4", "How traffic is spread.", when=When("type", ("aggregate",))),
)

LOGINS = (
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
        "managed-subnetwork-size",
        SUBNETWORK_SIZE,
        "256",
        "How many addresses are given.",
        when=When("ip-managed-by-fortiipam", ("enable",)),
    ),
)

DEPENDENT = (*SERVERS, *LINK, *LOGINS)
