"""The options of `system interface` that few people set.

Source: fortios-cli.md 9.1 (ANS, HFX); inferred: on which option each depends. What only ports of hardware have is left
out: the unit is a virtual one.
"""

from fauxgate.schema.shared import (
    INTERFACE_SELECT_METHOD,
    INTERFACES,
    NO_ADDRESS,
    SWITCH,
    VRF,
)
from fauxgate.schema.system_interface_values import FLAGS, PPP_AUTHENTICATION
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Any,
    Ipv4Network,
    Ipv6Prefix,
    MacAddress,
    Name,
    Names,
    Object,
    Option,
    Password,
    String,
    Table,
    Value,
    When,
)

NO_MAC = "00:00:00:00:00:00"

KILOBITS = Integer(0, 4294967295)

LEVELS = Choice(
    tuple(Value(level, f"Level {level}.") for level in ("1", "1.5", "2", "2.5", "3", "3.5", "4", "5", "5.5"))
)

COS = tuple(Value(f"cos{number}", f"Class of service {number}.") for number in range(8))

ANY_COS = Choice((Value("disable", "As it is."), *COS))

RELAY = When("dhcp-relay-service", ("enable",))

PPTP = When("pptp-client", ("enable",))

AGGREGATE = When("type", ("aggregate",))

LOGIN = When("security-mode", ("captive-portal", "802.1X"))

DEDICATED = When("dedicated-to", ("management",))

SUPPLICANT = When("eap-supplicant", ("enable",))

ALWAYS = (
    Option("dhcp-classless-route-addition", SWITCH, "enable", "Take routes of servers.", since=(7, 0, 1)),
    Option("gwdetect", SWITCH, "disable", "Watch a server."),
    Option("ndiscforward", SWITCH, "enable", "Forward neighbor discovery."),
    Option("reachable-time", Integer(30000, 3600000), "30000", "Milliseconds to be reachable.", since=(7, 0, 4)),
    Option("pptp-client", SWITCH, "disable", "Connect by PPTP."),
    Option("virtual-mac", MacAddress(), NO_MAC, "Virtual MAC address.", since=(7, 6, 0)),
    Option("wins-ip", Ipv4Any(), NO_ADDRESS, "WINS server."),
    Option("ring-rx", Integer(), "0", "Buffers for incoming packets."),
    Option("ring-tx", Integer(), "0", "Buffers for outgoing packets."),
    Option("gi-gk", SWITCH, "disable", "Guard mobile networks."),
    Option("priority-override", SWITCH, "enable", "Go back to the port of higher priority."),
    Option("replacemsg-override-group", String(35), help="Group of replacement messages."),
    Option(
        "exclude-signatures",
        Choices((Value("iot", "Things."), Value("ot", "Machines."))),
        (),
        "Ignored devices.",
        since=(7, 6, 1),
    ),
    Option(
        "lldp-network-policy",
        String(35),
        help="Policy that LLDP tells.",
        refers_to=(("system", "lldp", "network-policy"),),
    ),
    Option("measured-upstream-bandwidth", KILOBITS, "0", "Measured kilobits a second upwards."),
    Option("measured-downstream-bandwidth", KILOBITS, "0", "Measured kilobits a second downwards."),
    Option("bandwidth-measure-time", KILOBITS, "0", "When they were measured."),
    Option("telemetry-discover", SWITCH, "disable", "Find telemetry.", since=(7, 6, 3)),
    Option("internal", Integer(0, 255), "0", "Mark for the unit itself."),
    Option("ingress-cos", ANY_COS, "disable", "Class of incoming traffic."),
    Option("egress-cos", ANY_COS, "disable", "Class of outgoing traffic."),
    Option("default-purdue-level", LEVELS, "3", "Usual Purdue level.", since=(7, 4, 0)),
    Option("swc-first-create", Integer(), "0", "Mark for switches.", since=(6, 4, 4), until=(7, 6, 0)),
    Option("disconnect-threshold", Integer(0, 10000), "0", "Milliseconds of a failure.", until=(7, 4, 0)),
)

TAGGING = Table(
    path=("tagging",),
    help="Tags of the interface.",
    key=Option("name", Name(63), help="Name of the entry."),
    options=(
        Option("category", String(63), help="Category of the tags.", refers_to=(("system", "object-tagging"),)),
        Option("tags", Names(79), (), "The tags."),
    ),
)

QUEUES = Object(
    path=("egress-queues",),
    help="Queues for outgoing traffic.",
    options=tuple(Option(f"cos{number}", String(35), help=f"Queue for class {number}.") for number in range(8)),
)

DEPENDENT = (
    Option(
        "dhcp-relay-interface-select-method",
        INTERFACE_SELECT_METHOD,
        "auto",
        "How the interface to the servers is chosen.",
        when=RELAY,
    ),
    Option("dhcp-relay-interface", String(15), help="That interface.", when=RELAY, refers_to=INTERFACES),
    # Inferred: newer units call the default -1, which `set` does not take.
    Option("dhcp-relay-vrf-select", VRF, "0", "VRF to the servers.", since=(7, 6, 1), when=RELAY),
    Option(
        "dhcp-broadcast-flag",
        SWITCH,
        "enable",
        "Ask for answers to all.",
        since=(7, 4, 0),
        when=When("mode", ("dhcp",)),
    ),
    Option("dhcp-relay-circuit-id", String(64), help="Name of the circuit.", since=(7, 4, 1), when=RELAY),
    Option("dhcp-relay-link-selection", Ipv4Any(), NO_ADDRESS, "Network.", since=(7, 0, 4), when=RELAY),
    Option("dhcp-relay-allow-no-end-option", SWITCH, "disable", "Be lenient.", since=(7, 4, 4), when=RELAY),
    Option("dhcp-smart-relay", SWITCH, "disable", "Try other addresses.", since=(7, 4, 0), when=RELAY),
    Option("detectserver", Names(255), (), "Servers to watch.", when=When("gwdetect", ("enable",))),
    Option("detectprotocol", FLAGS, ("ping",), "How they are watched.", when=When("gwdetect", ("enable",))),
    Option("ha-priority", Integer(1, 50), "1", "Weight in a cluster.", when=When("gwdetect", ("enable",))),
    Option(
        "fail-detect-option",
        Choices((Value("detectserver", "By a lost server."), Value("link-down", "By a lost link."))),
        ("link-down",),
        "How failures are noticed.",
        when=When("fail-detect", ("enable",)),
    ),
    Option(
        "fail-alert-method",
        Choice((Value("link-failed-signal", "By a signal."), Value("link-down", "By turning links off."))),
        "link-down",
        "How others are told.",
        when=When("fail-detect", ("enable",)),
    ),
    Option(
        "fail-action-on-extender",
        Choice(
            (
                Value("soft-restart", "Restart its program."),
                Value("hard-restart", "Restart its modem."),
                Value("reboot", "Restart it."),
            )
        ),
        "soft-restart",
        "What an extender does.",
        when=When("fail-detect", ("enable",)),
    ),
    Option(
        "fail-alert-interfaces",
        Names(15),
        (),
        "Interfaces that are told.",
        when=When("fail-detect", ("enable",)),
        refers_to=INTERFACES,
    ),
    Option("pppoe-egress-cos", Choice(COS), "cos0", "Class.", since=(7, 6, 0), when=When("mode", ("pppoe",))),
    Option("pptp-user", String(64), help="Name for the PPTP server.", when=PPTP),
    Option("pptp-password", Password(128), help="Password for it.", when=PPTP, secret=True),
    Option("pptp-server-ip", Ipv4Any(), NO_ADDRESS, "Address of the PPTP server.", when=PPTP),
    Option("pptp-auth-type", PPP_AUTHENTICATION, "auto", "How the password is sent.", when=PPTP),
    Option("pptp-timeout", Integer(0, 65535), "0", "Minutes until an idle connection ends.", when=PPTP),
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
    *(
        Option(f"trust-ip-{number}", Ipv4Network(), "0.0.0.0 0.0.0.0", "Network to come from.", when=DEDICATED)
        for number in (1, 2, 3)
    ),
    *(
        Option(f"trust-ip6-{number}", Ipv6Prefix(), "::/0", "IPv6 network to come from.", when=DEDICATED)
        for number in (1, 2, 3)
    ),
    Option("netflow-sample-rate", Integer(1, 65535), "1", "One of so many packets.", since=(7, 6, 0)),
    Option("netflow-sampler-id", Integer(0, 254), "0", "Number of the sampler.", since=(7, 6, 0)),
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
    Option("lacp-ha-slave", SWITCH, "enable", "Use it on other units.", until=(7, 2, 0), when=AGGREGATE),
    Option("lacp-ha-secondary", SWITCH, "enable", "Use it on other units.", since=(7, 2, 1), when=AGGREGATE),
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
    Option("security-exempt-list", String(35), help="Who need not log in.", when=LOGIN),
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
)
