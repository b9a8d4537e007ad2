"""`system accprofile`: what administrators may do.

Source: fortios-cli.md 9.1 (ANS for names and releases, HFX for limits and defaults).
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Integer, Name, Object, Option, Stored, String, Table, Value, When

NONE = Value("none", "No access.")
READ = Value("read", "May look.")
READ_WRITE = Value("read-write", "May look and change.")

ACCESS = Choice((NONE, READ, READ_WRITE))

CUSTOM_ACCESS = Choice((NONE, READ, READ_WRITE, Value("custom", "As said for each part.")))

CUSTOM_GROUPS = ("sysgrp", "netgrp", "loggrp", "fwgrp", "utmgrp")

PARTS = "Access to the parts of this group."


def _custom(group: str) -> When:
    return When(group, ("custom",))


NETWORK = Object(
    path=("netgrp-permission",),
    help=PARTS,
    options=(
        Option("cfg", ACCESS, "none", "Interfaces and other settings of the network."),
        Option("packet-capture", ACCESS, "none", "Capture of packets."),
        Option("route-cfg", ACCESS, "none", "Routing."),
    ),
    when=_custom("netgrp"),
)

SYSTEM = Object(
    path=("sysgrp-permission",),
    help=PARTS,
    options=(
        Option("admin", ACCESS, "none", "Administrators."),
        Option("upd", ACCESS, "none", "Updates from FortiGuard."),
        Option("cfg", ACCESS, "none", "Settings of the unit."),
        Option("mnt", ACCESS, "none", "Maintenance."),
    ),
    when=_custom("sysgrp"),
)

FIREWALL = Object(
    path=("fwgrp-permission",),
    help=PARTS,
    options=(
        Option("policy", ACCESS, "none", "Policies."),
        Option("address", ACCESS, "none", "Addresses."),
        Option("service", ACCESS, "none", "Services."),
        Option("schedule", ACCESS, "none", "Schedules."),
        Option("others", ACCESS, "none", "Everything else of the firewall.", since=(7, 0, 1)),
    ),
    when=_custom("fwgrp"),
)

LOGGING = Object(
    path=("loggrp-permission",),
    help=PARTS,
    options=(
        Option("config", ACCESS, "none", "Settings of the logs."),
        Option("data-access", ACCESS, "none", "The logs themselves."),
        Option("report-access", ACCESS, "none", "Reports."),
        Option("threat-weight", ACCESS, "none", "Weights of threats."),
    ),
    when=_custom("loggrp"),
)

SECURITY = Object(
    path=("utmgrp-permission",),
    help=PARTS,
    options=(
        Option("antivirus", ACCESS, "none", "Search for viruses."),
        Option("ips", ACCESS, "none", "Intrusion prevention."),
        Option("webfilter", ACCESS, "none", "Web filters."),
        Option("emailfilter", ACCESS, "none", "Email filters."),
        Option("data-loss-prevention", ACCESS, "none", "Data loss prevention.", until=(7, 2, 3)),
        Option("data-leak-prevention", ACCESS, "none", "Data leak prevention.", since=(7, 2, 4), until=(7, 4, 3)),
        Option("dlp", ACCESS, "none", "Data loss prevention.", since=(7, 4, 4)),
        Option("file-filter", ACCESS, "none", "File filters."),
        Option("application-control", ACCESS, "none", "Application control."),
        Option("icap", ACCESS, "none", "ICAP."),
        Option("voip", ACCESS, "none", "Telephony."),
        Option("waf", ACCESS, "none", "Web application firewall."),
        Option("dnsfilter", ACCESS, "none", "DNS filters."),
        Option("endpoint-control", ACCESS, "none", "Endpoints."),
        Option("videofilter", ACCESS, "none", "Video filters.", since=(7, 2, 0)),
        Option("virtual-patch", ACCESS, "none", "Virtual patches.", since=(7, 4, 1)),
        Option("casb", ACCESS, "none", "Cloud applications.", since=(7, 4, 1)),
        Option("mmsgtp", ACCESS, "none", "Mobile networks."),
        Option("telemetry", ACCESS, "none", "Telemetry.", since=(7, 6, 4)),
    ),
    when=_custom("utmgrp"),
)

GROUPS = (
    Option("secfabgrp", ACCESS, "none", "Access to the Security Fabric."),
    Option("ftviewgrp", ACCESS, "none", "Access to FortiView."),
    Option("authgrp", ACCESS, "none", "Access to users and devices."),
    Option("sysgrp", CUSTOM_ACCESS, "none", "Access to the system."),
    Option("netgrp", CUSTOM_ACCESS, "none", "Access to the network."),
    Option("loggrp", CUSTOM_ACCESS, "none", "Access to logs and reports."),
    Option("fwgrp", CUSTOM_ACCESS, "none", "Access to the firewall."),
    Option("vpngrp", ACCESS, "none", "Access to virtual private networks."),
    Option("utmgrp", CUSTOM_ACCESS, "none", "Access to security profiles."),
    Option("wanoptgrp", ACCESS, "none", "Access to WAN optimization."),
    Option("wifi", ACCESS, "none", "Access to wireless networks and switches."),
)


def _everything(group: Option) -> tuple[str, Stored]:
    # Inferred from backups: what has parts is `custom` nowhere in the profiles that a unit comes with.
    return group.name, "read-write"


ACCPROFILE = Table(
    path=("system", "accprofile"),
    help="What administrators may do.",
    key=Option("name", Name(35), help="Name of the profile."),
    options=(
        Option(
            "scope",
            Choice((Value("vdom", "Some virtual domains."), Value("global", "The whole unit."))),
            "vdom",
            "Where the profile counts.",
        ),
        Option("comments", String(255), help="Remarks about the profile."),
        *GROUPS,
        NETWORK,
        SYSTEM,
        FIREWALL,
        LOGGING,
        SECURITY,
        Option("admintimeout-override", SWITCH, "disable", "Use the time of this profile for idle administrators."),
        Option("system-diagnostics", SWITCH, "enable", "Allow commands for diagnosis.", until=(7, 4, 1)),
        Option("cli-diagnose", SWITCH, "disable", "Allow `diagnose`.", since=(7, 4, 2)),
        Option("cli-get", SWITCH, "disable", "Allow `get`.", since=(7, 4, 2)),
        Option("cli-show", SWITCH, "disable", "Allow `show`.", since=(7, 4, 2)),
        Option("cli-exec", SWITCH, "disable", "Allow `execute`.", since=(7, 4, 2)),
        Option("cli-config", SWITCH, "disable", "Allow `config`.", since=(7, 4, 2)),
        Option("system-execute-ssh", SWITCH, "enable", "Allow SSH to other hosts.", since=(7, 2, 1)),
        Option("system-execute-telnet", SWITCH, "enable", "Allow TELNET to other hosts.", since=(7, 2, 1)),
        Option(
            "admintimeout",
            Integer(0, 480),
            "10",
            "Minutes until an idle administrator is logged out; 0 means never.",
            when=When("admintimeout-override", ("enable",)),
        ),
    ),
    is_global=True,
    factory=(
        ("super_admin", ()),
        ("prof_admin", tuple(map(_everything, GROUPS))),
    ),
)
