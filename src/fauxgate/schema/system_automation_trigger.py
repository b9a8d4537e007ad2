"""`system automation-trigger`: when something is to be done.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order. Inferred: which options belong to which event.
"""

from fauxgate.schema.shared import WEEKDAYS
from fauxgate.schema.types import (
    Choice,
    DateTime,
    Integer,
    Name,
    Names,
    Option,
    String,
    Table,
    Value,
    When,
)

EVENT_TYPE = Choice(
    (
        Value("ioc", "A host seems to be taken over."),
        Value("event-log", "Something was logged."),
        Value("reboot", "The unit started."),
        Value("low-memory", "Memory is short."),
        Value("high-cpu", "The CPU is busy."),
        Value("license-near-expiry", "A licence ends soon."),
        Value("local-cert-near-expiry", "A certificate expires soon.", since=(7, 2, 1)),
        Value("ha-failover", "Another unit of the cluster took over."),
        Value("config-change", "The configuration changed."),
        Value("security-rating-summary", "Security was rated."),
        Value("virus-ips-db-updated", "Databases of viruses and attacks were updated."),
        Value("faz-event", "FortiAnalyzer reports something."),
        Value("incoming-webhook", "A web request came."),
        Value("fabric-event", "A member of the Security Fabric reports something.", since=(7, 0, 0)),
        Value("ips-logs", "Intrusion prevention logged something.", since=(7, 2, 0)),
        Value("anomaly-logs", "An anomaly was logged.", since=(7, 2, 0)),
        Value("virus-logs", "A virus was logged.", since=(7, 2, 0)),
        Value("ssh-logs", "SSH was logged.", since=(7, 2, 0)),
        Value("webfilter-violation", "A web filter stopped something.", since=(7, 2, 0)),
        Value("traffic-violation", "A policy stopped something.", since=(7, 2, 0)),
        Value("stitch", "Another stitch ran.", since=(7, 6, 1)),
    )
)

LICENSE_TYPE = Choice(
    (
        Value("forticare-support", "FortiCare."),
        Value("fortiguard-webfilter", "Web filters of FortiGuard."),
        Value("fortiguard-antispam", "Email filters of FortiGuard."),
        Value("fortiguard-antivirus", "Search for viruses of FortiGuard."),
        Value("fortiguard-ips", "Intrusion prevention of FortiGuard."),
        Value("fortiguard-management", "Management by FortiGuard."),
        Value("forticloud", "FortiCloud."),
        Value("any", "Any of them."),
    )
)

REPORT_TYPE_64 = Choice(
    (
        Value("PostureReport", "Posture."),
        Value("CoverageReport", "Coverage."),
        Value("OptimizationReport", "Optimization."),
    )
)

REPORT_TYPE = Choice(
    (
        Value("posture", "Posture."),
        Value("coverage", "Coverage."),
        Value("optimization", "Optimization."),
        Value("any", "Any of them."),
    )
)

FREQUENCY = Choice(
    (
        Value("hourly", "Every hour."),
        Value("daily", "Every day."),
        Value("weekly", "Every week."),
        Value("monthly", "Every month."),
        Value("once", "Once.", since=(7, 2, 1)),
    )
)

EVENT = When("trigger-type", ("event-based",))

SCHEDULED = When("trigger-type", ("scheduled",))

LOGS = When(
    "event-type",
    (
        "event-log",
        "ips-logs",
        "anomaly-logs",
        "virus-logs",
        "ssh-logs",
        "webfilter-violation",
        "traffic-violation",
    ),
)

RATING = When("event-type", ("security-rating-summary",))

ANALYZER = When("event-type", ("faz-event",))

FABRIC = When("event-type", ("fabric-event",))

FIELDS = Table(
    path=("fields",),
    help="Fields that a log must have.",
    key=Option("id", Integer(), help="Number of the field."),
    options=(
        Option("name", String(35), help="Name of the field."),
        Option("value", String(63), help="Value of the field."),
    ),
    when=LOGS,
)

TRIGGER = Table(
    path=("system", "automation-trigger"),
    help="When something is to be done.",
    key=Option("name", Name(35), help="Name of the trigger."),
    options=(
        Option("description", String(255), help="Remarks about the trigger.", since=(7, 0, 0)),
        Option(
            "trigger-type",
            Choice((Value("event-based", "After an event."), Value("scheduled", "At a time."))),
            "event-based",
            "What it waits for.",
        ),
        Option("event-type", EVENT_TYPE, "ioc", "The event.", when=EVENT),
        Option("vdom", Names(79), (), "Virtual domains that count.", since=(7, 2, 0)),
        Option(
            "license-type",
            LICENSE_TYPE,
            "forticare-support",
            "The licence.",
            when=When("event-type", ("license-near-expiry",)),
        ),
        Option("report-type", REPORT_TYPE_64, "PostureReport", "The report.", until=(6, 4, 99), when=RATING),
        Option("report-type", REPORT_TYPE, "posture", "The report.", since=(7, 0, 0), when=RATING),
        Option(
            "stitch-name",
            String(35),
            help="The other stitch.",
            since=(7, 6, 1),
            when=When("event-type", ("stitch",)),
            refers_to=(("system", "automation-stitch"),),
        ),
        # Inferred: one number until 6.4, a list of them from 7.0 on.
        Option(
            "logid",
            Integer(0, 65535),
            "0",
            "Number of the log message.",
            until=(6, 4, 99),
            when=When("event-type", ("event-log",)),
        ),
        Option(
            "logid",
            Names(5),
            (),
            "Numbers of the log messages.",
            since=(7, 0, 0),
            when=When("event-type", ("event-log",)),
        ),
        Option("trigger-frequency", FREQUENCY, "daily", "How often.", when=SCHEDULED),
        Option(
            "trigger-weekday",
            Choice(WEEKDAYS),
            "",
            "On which day of the week.",
            when=When("trigger-frequency", ("weekly",)),
        ),
        Option(
            "trigger-day",
            Integer(1, 31),
            "1",
            "On which day of the month.",
            when=When("trigger-frequency", ("monthly",)),
        ),
        Option("trigger-hour", Integer(0, 23), "0", "At which hour.", when=SCHEDULED),
        Option("trigger-minute", Integer(0, 59), "0", "At which minute.", when=SCHEDULED),
        Option(
            "trigger-datetime",
            DateTime(),
            "0000-00-00 00:00:00",
            "When.",
            since=(7, 2, 1),
            when=When("trigger-frequency", ("once",)),
        ),
        FIELDS,
        Option(
            "ioc-level",
            Choice((Value("medium", "Likely."), Value("high", "Nearly certain."))),
            "high",
            "How certain it is.",
            until=(7, 2, 2),
            when=When("event-type", ("ioc",)),
        ),
        Option("faz-event-name", String(255), help="Handler of the event.", when=ANALYZER),
        Option("faz-event-severity", String(255), help="How bad the event is.", when=ANALYZER),
        Option("faz-event-tags", String(255), help="Tags of the event.", when=ANALYZER),
        Option("serial", String(255), help="Serial number of the member.", since=(7, 0, 0), when=FABRIC),
        Option("fabric-event-name", String(255), help="Handler of the event.", since=(7, 0, 0), when=FABRIC),
        Option("fabric-event-severity", String(255), help="How bad the event is.", since=(7, 0, 0), when=FABRIC),
    ),
    is_global=True,
    quiet=True,
)
