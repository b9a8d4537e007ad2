"""The options of `system interface` for servers, which depend on others and are printed last.

Source: fortios-cli.md 9.2 and for the rest 9.1 (ANS, HFX). Inferred: on which
option each depends.
"""

from fauxgate.schema.shared import INTERFACE_SELECT_METHOD, INTERFACES, NO_ADDRESS, SWITCH, VRF
from fauxgate.schema.system_interface_addresses import CLIENT_OPTIONS
from fauxgate.schema.system_interface_values import DNS_PROTOCOL, FLAGS, PPP_AUTHENTICATION
from fauxgate.schema.types import Choice, Choices, Integer, Ipv4Any, Names, Option, Password, String, Value, When

COS = tuple(Value(f"cos{number}", f"Class of service {number}.") for number in range(8))

RELAY = When("dhcp-relay-service", ("enable",))

PPTP = When("pptp-client", ("enable",))

FORTILINK = When("fortilink", ("enable",))

DYNAMIC = When("mode", ("dhcp", "pppoe"))

DHCP = When("mode", ("dhcp",))

PPPOE = When("mode", ("pppoe",))

SERVERS = (
    CLIENT_OPTIONS,
    Option(
        "switch-controller-source-ip",
        Choice((Value("outbound", "That of the way."), Value("fixed", "That of the interface."))),
        "outbound",
        "Address to talk to switches from.",
        since=(6, 4, 4),
        when=FORTILINK,
    ),
    Option("distance", Integer(1, 255), "5", "Distance of routes that the server gives.", when=DYNAMIC),
    Option("priority", Integer(0, 65535), "0", "Priority of these routes.", until=(7, 0, 99), when=DYNAMIC),
    Option("priority", Integer(1, 65535), "1", "Priority of these routes.", since=(7, 2, 0), when=DYNAMIC),
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
    Option("dhcp-relay-ip", Names(15), (), "Addresses of DHCP servers.", when=RELAY),
    Option("dhcp-relay-source-ip", Ipv4Any(), NO_ADDRESS, "Address to ask from.", since=(7, 4, 1), when=RELAY),
    Option("dhcp-relay-circuit-id", String(64), help="Name of the circuit.", since=(7, 4, 1), when=RELAY),
    Option("dhcp-relay-link-selection", Ipv4Any(), NO_ADDRESS, "Network.", since=(7, 0, 4), when=RELAY),
    Option("dhcp-relay-request-all-server", SWITCH, "disable", "Ask all.", since=(7, 0, 0), when=RELAY),
    Option("dhcp-relay-allow-no-end-option", SWITCH, "disable", "Be lenient.", since=(7, 4, 4), when=RELAY),
    Option(
        "dhcp-relay-type",
        Choice((Value("regular", "Clients of a network."), Value("ipsec", "Clients of a tunnel."))),
        "regular",
        "Who asks.",
        when=RELAY,
    ),
    Option("dhcp-smart-relay", SWITCH, "disable", "Try other addresses.", since=(7, 4, 0), when=RELAY),
    Option("dhcp-relay-agent-option", SWITCH, "enable", "Add the option of relays.", when=RELAY),
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
    Option("dhcp-client-identifier", String(48), help="Name for the DHCP server.", when=DHCP),
    Option("dhcp-renew-time", Integer(0, 604800), "0", "Seconds until it is asked again.", when=DHCP),
    Option("ipunnumbered", Ipv4Any(), NO_ADDRESS, "Address without a network.", when=PPPOE),
    Option("username", String(64), help="Name for the PPPoE server.", when=PPPOE),
    Option("pppoe-egress-cos", Choice(COS), "cos0", "Class.", since=(7, 6, 0), when=When("mode", ("pppoe",))),
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
    Option("pptp-user", String(64), help="Name for the PPTP server.", when=PPTP),
    Option("pptp-password", Password(128), help="Password for it.", when=PPTP, secret=True),
    Option("pptp-server-ip", Ipv4Any(), NO_ADDRESS, "Address of the PPTP server.", when=PPTP),
    Option("pptp-auth-type", PPP_AUTHENTICATION, "auto", "How the password is sent.", when=PPTP),
    Option("pptp-timeout", Integer(0, 65535), "0", "Minutes until an idle connection ends.", when=PPTP),
)
