"""`log syslogd filter`, `log fortianalyzer filter`, `log memory filter` and `log disk filter`: what is logged where.

Source: fortios-cli.md 9.1 (ANS); defaults: inferred from the other log filters of 7.x units, which log everything.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Integer, Object, Option, Path, String, Table, Value

SEVERITY = Choice(
    (
        Value("emergency", "The unit is unusable."),
        Value("alert", "Something must be done at once."),
        Value("critical", "Something does not work."),
        Value("error", "Something went wrong."),
        Value("warning", "Something may go wrong."),
        Value("notification", "Something worth knowing happened."),
        Value("information", "Something happened."),
        Value("debug", "Details for finding errors."),
    )
)

CATEGORY = Choice(
    (
        Value("traffic", "Traffic."),
        Value("event", "Events."),
        Value("virus", "Viruses."),
        Value("webfilter", "Web filters."),
        Value("attack", "Attacks."),
        Value("spam", "Email filters."),
        Value("anomaly", "Anomalies."),
        Value("voip", "Telephony."),
        Value("dlp", "Data loss prevention."),
        Value("app-ctrl", "Application control."),
        Value("waf", "Web application firewall."),
        Value("gtp", "GTP."),
        Value("dns", "DNS."),
        Value("ssh", "SSH."),
        Value("ssl", "SSL."),
        Value("file-filter", "File filters."),
        Value("icap", "ICAP."),
        Value("virtual-patch", "Virtual patches.", since=(7, 4, 1)),
        Value("debug", "Debug messages.", since=(7, 6, 3)),
    )
)

FILTER_TYPE = Choice((Value("include", "Log what fits."), Value("exclude", "Log all but what fits.")))

FREE_STYLE = Table(
    path=("free-style",),
    help="Filters in words.",
    key=Option("id", Integer(), help="Number of the filter."),
    options=(
        Option("category", CATEGORY, "traffic", "What it filters."),
        Option("filter", String(1023), help="Conditions."),
        Option("filter-type", FILTER_TYPE, "include", "What it does."),
    ),
    since=(7, 0, 0),
)


def _filter(path: Path, where: str, severity: str, *, is_global: bool) -> Object:
    return Object(
        path=path,
        help=f"What is logged {where}.",
        options=(
            Option("severity", SEVERITY, severity, "Least severity."),
            Option("forward-traffic", SWITCH, "enable", "Log traffic through the unit."),
            Option("local-traffic", SWITCH, "enable", "Log traffic to and from the unit."),
            Option("multicast-traffic", SWITCH, "enable", "Log multicast."),
            Option("sniffer-traffic", SWITCH, "enable", "Log traffic of sniffers."),
            Option("ztna-traffic", SWITCH, "enable", "Log zero trust access.", since=(7, 0, 4)),
            Option("http-transaction", SWITCH, "enable", "Log web requests.", since=(7, 6, 0)),
            Option("anomaly", SWITCH, "enable", "Log anomalies."),
            Option("voip", SWITCH, "enable", "Log telephony."),
            Option("gtp", SWITCH, "enable", "Log GTP."),
            # Inferred: FortiAnalyzer and the disk have it; nobody sets it for the others.
            Option("dlp-archive", SWITCH, "enable", "Log archives of data loss prevention."),
            Option("filter", String(1023), help="Conditions.", until=(6, 4, 99)),
            Option("filter-type", FILTER_TYPE, "include", "What the conditions do.", until=(6, 4, 99)),
            Option("forti-switch", SWITCH, "enable", "Log switches.", since=(7, 4, 2)),
            Option("debug", SWITCH, "enable", "Log debug messages.", since=(7, 6, 3)),
            FREE_STYLE,
        ),
        is_global=is_global,
        quiet=True,
    )


SYSLOGD = _filter(("log", "syslogd", "filter"), "by syslog", "information", is_global=True)

FORTIANALYZER = _filter(("log", "fortianalyzer", "filter"), "by FortiAnalyzer", "information", is_global=True)

MEMORY = _filter(("log", "memory", "filter"), "in memory", "information", is_global=False)

DISK = _filter(("log", "disk", "filter"), "on the disk", "information", is_global=False)
