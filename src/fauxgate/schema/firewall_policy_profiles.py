"""How a policy inspects sessions.

Source: see `firewall_policy`.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Option, String, Value, When

LET_THROUGH = When("action", ("accept", "ipsec"))

INSPECTION_MODE_PROXY = When("inspection-mode", ("proxy",))

UTM_STATUS = When("utm-status", ("enable",))

ACCEPTED = When("action", ("accept",))

PROFILES = (
    Option(
        "dynamic-shaping", SWITCH, "disable", "Take traffic shapers from RADIUS.", since=(7, 0, 0), when=LET_THROUGH
    ),
    Option(
        "passive-wan-health-measurement",
        SWITCH,
        "disable",
        "Measure the line by the sessions.",
        since=(7, 0, 0),
        when=LET_THROUGH,
    ),
    Option("app-monitor", SWITCH, "disable", "Watch applications.", since=(7, 6, 1), when=LET_THROUGH),
    Option("utm-status", SWITCH, "disable", "Use security profiles.", when=LET_THROUGH),
    Option(
        "inspection-mode",
        Choice((Value("proxy", "By a proxy."), Value("flow", "In the flow."))),
        "flow",
        "How profiles inspect.",
        when=LET_THROUGH,
    ),
    Option(
        "http-policy-redirect",
        Choice(
            (
                Value("enable", "Turn it on."),
                Value("disable", "Turn it off."),
                Value("legacy", "As earlier releases did.", since=(7, 6, 3)),
            )
        ),
        "disable",
        "Send HTTP to the transparent proxy.",
        when=INSPECTION_MODE_PROXY,
    ),
    Option("ssh-policy-redirect", SWITCH, "disable", "Send SSH to the transparent proxy.", when=INSPECTION_MODE_PROXY),
    Option(
        "ztna-policy-redirect",
        SWITCH,
        "disable",
        "Send ZTNA to the access proxy.",
        since=(7, 2, 4),
        when=INSPECTION_MODE_PROXY,
    ),
    Option("webproxy-profile", String(63), help="Profile of the web proxy.", when=INSPECTION_MODE_PROXY),
    Option(
        "profile-type",
        Choice((Value("single", "Single profiles."), Value("group", "A group of profiles."))),
        "single",
        "Single profiles or a group.",
        when=UTM_STATUS,
    ),
    Option("profile-group", String(47), help="Group of profiles.", when=When("profile-type", ("group",))),
    Option("profile-protocol-options", String(47), "default", "Protocol options.", when=LET_THROUGH),
    Option(
        "ssl-ssh-profile",
        String(47),
        "no-inspection",
        "SSL and SSH inspection.",
        when=LET_THROUGH,
        refers_to=(("firewall", "ssl-ssh-profile"),),
    ),
    Option("av-profile", String(47), help="Antivirus profile.", when=UTM_STATUS),
    Option("webfilter-profile", String(47), help="Web filter profile.", when=UTM_STATUS),
    Option("dnsfilter-profile", String(47), help="DNS filter profile.", when=UTM_STATUS),
    Option("emailfilter-profile", String(47), help="E-mail filter profile.", when=UTM_STATUS),
    Option("dlp-profile", String(47), help="Data leak prevention profile.", since=(7, 2, 0), when=UTM_STATUS),
    Option("dlp-sensor", String(47), help="Data leak prevention sensor.", until=(7, 0, 99), when=UTM_STATUS),
    Option("file-filter-profile", String(47), help="File filter profile.", when=UTM_STATUS),
    Option("ips-sensor", String(47), help="Intrusion prevention sensor.", when=UTM_STATUS),
    Option("application-list", String(47), help="Application control list.", when=UTM_STATUS),
    Option("voip-profile", String(47), help="VoIP profile.", when=UTM_STATUS),
    Option(
        "ips-voip-filter", String(47), help="VoIP profile of intrusion prevention.", since=(7, 4, 0), when=UTM_STATUS
    ),
    Option("sctp-filter-profile", String(47), help="SCTP filter profile.", since=(7, 0, 1), when=UTM_STATUS),
    Option("diameter-filter-profile", String(47), help="Diameter filter profile.", since=(7, 4, 2), when=UTM_STATUS),
    Option("virtual-patch-profile", String(47), help="Virtual patch profile.", since=(7, 4, 1), when=UTM_STATUS),
    Option("icap-profile", String(47), help="ICAP profile.", when=INSPECTION_MODE_PROXY),
    Option(
        "videofilter-profile", String(47), help="Video filter profile.", since=(7, 0, 0), when=INSPECTION_MODE_PROXY
    ),
    Option("cifs-profile", String(47), help="CIFS profile.", until=(7, 6, 0), when=UTM_STATUS),
    Option("waf-profile", String(47), help="Web application firewall profile.", when=INSPECTION_MODE_PROXY),
    Option("ssh-filter-profile", String(47), help="SSH filter profile.", when=INSPECTION_MODE_PROXY),
    Option("casb-profile", String(47), help="CASB profile.", since=(7, 4, 1), when=INSPECTION_MODE_PROXY),
    Option("telemetry-profile", String(47), help="Telemetry profile.", since=(7, 6, 3), when=UTM_STATUS),
    Option("gtp-profile", String(47), help="GTP profile.", when=ACCEPTED),
    Option("pfcp-profile", String(47), help="PFCP profile.", since=(7, 0, 1), when=ACCEPTED),
)
