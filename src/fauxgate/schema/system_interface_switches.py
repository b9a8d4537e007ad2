"""The options of `system interface` for the switches that it leads to.

Source: fortios-cli.md 9.2 and for the rest 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import NO_ADDRESS, SWITCH
from fauxgate.schema.system_interface_values import FEATURE
from fauxgate.schema.types import Choice, Integer, Ipv4Any, Name, Option, Path, Release, String, Table, Value


def _switches(name: str, text: str, *, default: str = "disable", since: Release | None = None) -> Option:
    return Option(f"switch-controller-{name}", SWITCH, default, text, since=since)


SNOOPING_SERVERS = Table(
    path=("dhcp-snooping-server-list",),
    help="DHCP servers that switches trust.",
    key=Option("name", Name(35), help="Name of the server."),
    options=(Option("server-ip", Ipv4Any(), NO_ADDRESS, "Address of the server."),),
    since=(7, 0, 1),
)

SETTINGS: tuple[Path, ...] = (("switch-controller", "fortilink-settings"),)

SWITCHES = (
    _switches("access-vlan", "Keep ports of the VLAN apart."),
    Option(
        "switch-controller-traffic-policy",
        String(63),
        help="How switches limit traffic.",
        refers_to=(("switch-controller", "traffic-policy"),),
    ),
    _switches("rspan-mode", "Mirror traffic."),
    _switches("netflow-collect", "Collect NetFlow.", since=(7, 2, 1)),
    Option("switch-controller-mgmt-vlan", Integer(1, 4094), "4094", "VLAN of switches."),
    Option("switch-controller-igmp-snooping", SWITCH, "disable", "Listen to IGMP on switches."),
    _switches("igmp-snooping-proxy", "Ask for groups."),
    _switches("igmp-snooping-fast-leave", "Leave groups quickly."),
    Option("switch-controller-dhcp-snooping", SWITCH, "disable", "Listen to DHCP on switches."),
    _switches("dhcp-snooping-verify-mac", "Check MAC addresses of clients."),
    _switches("dhcp-snooping-option82", "Add option 82."),
    SNOOPING_SERVERS,
    Option(
        "switch-controller-arp-inspection",
        Choice(
            (
                Value("enable", "Turn it on."),
                Value("disable", "Turn it off."),
                Value("monitor", "Only watch.", since=(7, 4, 4)),
            )
        ),
        "disable",
        "Check ARP on switches.",
    ),
    Option("switch-controller-learning-limit", Integer(0, 128), "0", "Most MAC addresses; 0 means no limit."),
    Option("switch-controller-nac", String(35), help="Network access control.", refers_to=SETTINGS),
    Option("switch-controller-dynamic", String(35), help="Ports by device.", since=(7, 0, 0), refers_to=SETTINGS),
    Option("switch-controller-feature", FEATURE, "none", "What the VLAN is for."),
    _switches("iot-scanning", "Find things.", since=(6, 4, 4)),
    _switches("offload", "Let switches route.", since=(7, 4, 1)),
    Option("switch-controller-offload-ip", Ipv4Any(), NO_ADDRESS, "Address for it.", since=(7, 4, 1)),
    _switches("offload-gw", "Be the gateway of it.", since=(7, 4, 1)),
)
