"""The options of `system settings` that show and hide administration pages.

Source: fortios-cli.md 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Option


def _page(name: str, default: str, subject: str) -> Option:
    return Option(name, SWITCH, default, f"Show {subject} in the administration pages.")


def _since(name: str, default: str, subject: str, release: tuple[int, int, int]) -> Option:
    return Option(name, SWITCH, default, f"Show {subject} in the administration pages.", since=release)


def _until(name: str, default: str, subject: str, release: tuple[int, int, int]) -> Option:
    return Option(name, SWITCH, default, f"Show {subject} in the administration pages.", until=release)


PAGES = (
    _page("gui-icap", "disable", "ICAP"),
    _until("gui-nat46-64", "disable", "translation between IPv4 and IPv6", (7, 0, 0)),
    _page("gui-implicit-policy", "enable", "the implicit policy"),
    _page("gui-dns-database", "disable", "the database of DNS"),
    _page("gui-load-balance", "disable", "load balancing"),
    _page("gui-multicast-policy", "disable", "multicast policies"),
    _page("gui-dos-policy", "enable", "policies against denial of service"),
    _page("gui-object-colors", "enable", "colors of objects"),
    _since("gui-route-tag-address-creation", "disable", "addresses of route tags", (7, 4, 0)),
    _page("gui-voip-profile", "disable", "profiles for telephony"),
    _page("gui-ap-profile", "enable", "profiles of access points"),
    _since("gui-security-profile-group", "disable", "groups of security profiles", (6, 4, 4)),
    _page("gui-local-in-policy", "disable", "policies for traffic to the unit"),
    _page("gui-wanopt-cache", "disable", "WAN optimization"),
    _page("gui-explicit-proxy", "disable", "the explicit proxy"),
    _page("gui-dynamic-routing", "enable", "dynamic routing"),
    _page("gui-sslvpn-personal-bookmarks", "disable", "bookmarks of SSL VPN users"),
    _page("gui-sslvpn-realms", "disable", "realms of SSL VPN"),
    _page("gui-policy-based-ipsec", "disable", "IPsec by policy"),
    _page("gui-threat-weight", "enable", "weights of threats"),
    _page("gui-spamfilter", "disable", "email filters"),
    _page("gui-file-filter", "enable", "file filters"),
    _page("gui-application-control", "enable", "application control"),
    _page("gui-ips", "enable", "intrusion prevention"),
    _until("gui-endpoint-control", "enable", "endpoints", (7, 2, 4)),
    _until("gui-endpoint-control-advanced", "disable", "advanced options of endpoints", (7, 2, 4)),
    _page("gui-dhcp-advanced", "enable", "advanced options of DHCP"),
    _page("gui-vpn", "enable", "IPsec"),
    _since("gui-sslvpn", "disable", "SSL VPN", (7, 4, 1)),
    _page("gui-wireless-controller", "enable", "wireless networks"),
    _since("gui-advanced-wireless-features", "disable", "advanced options of wireless networks", (7, 2, 1)),
    _page("gui-switch-controller", "enable", "switches"),
    _page("gui-fortiap-split-tunneling", "disable", "split tunnels of access points"),
    _page("gui-webfilter-advanced", "disable", "advanced options of web filters"),
    _page("gui-traffic-shaping", "enable", "traffic shaping"),
    _page("gui-wan-load-balancing", "enable", "SD-WAN"),
    _page("gui-antivirus", "enable", "the search for viruses"),
    _page("gui-webfilter", "enable", "web filters"),
    _since("gui-fortitelemetry", "enable", "telemetry", (7, 6, 3)),
    _since("gui-videofilter", "enable", "video filters", (7, 0, 0)),
    _page("gui-dnsfilter", "enable", "DNS filters"),
    _page("gui-waf-profile", "disable", "profiles of the web application firewall"),
    _since("gui-dlp-profile", "disable", "profiles against data loss", (7, 2, 4)),
    _since("gui-dlp-advanced", "disable", "advanced options against data loss", (7, 6, 1)),
    _since("gui-virtual-patch-profile", "disable", "profiles of virtual patches", (7, 4, 1)),
    _since("gui-casb", "disable", "cloud applications", (7, 4, 1)),
    _page("gui-fortiextender-controller", "disable", "extenders"),
    _page("gui-advanced-policy", "disable", "advanced options of policies"),
    _page("gui-allow-unnamed-policy", "disable", "policies without a name"),
    _page("gui-email-collection", "disable", "the collection of e-mail addresses"),
    _until("gui-local-reports", "disable", "reports of this unit", (7, 2, 3)),
    _page("gui-multiple-interface-policy", "disable", "policies for several interfaces"),
    _page("gui-policy-disclaimer", "disable", "disclaimers of policies"),
    _since("gui-ztna", "disable", "zero trust access", (7, 0, 0)),
    _since("gui-ot", "disable", "operational technology", (7, 2, 0)),
    _since("gui-dynamic-device-os-id", "disable", "devices by operating system", (7, 4, 0)),
    _since("gui-gtp", "enable", "GTP", (7, 6, 0)),
    _until("gui-replacement-message-groups", "disable", "groups of replacement messages", (6, 4, 99)),
    Option("gui-proxy-inspection", SWITCH, "enable", "Show proxies.", since=(7, 2, 4), until=(7, 4, 4)),
    _until("gui-dynamic-profile-display", "enable", "dynamic profiles", (6, 4, 1)),
    _until("gui-multiple-utm-profiles", "enable", "several profiles", (6, 4, 1)),
    _until("gui-domain-ip-reputation", "disable", "reputations", (6, 4, 1)),
)
