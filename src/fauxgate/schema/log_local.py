"""`log memory setting` and `log disk setting`.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order, then the dependent options (2.3, inferred here).
"""

from fauxgate.schema.log_remote import OUTGOING
from fauxgate.schema.shared import COUNT, NO_ADDRESS, SWITCH, WEEKDAYS
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Address,
    Object,
    Option,
    Password,
    String,
    TimeOfDay,
    Value,
    When,
)

MEMORY = Object(
    path=("log", "memory", "setting"),
    help="Logs in memory.",
    options=(
        # Inferred: a unit without a disk has it on from the factory; this one has a disk.
        Option("status", SWITCH, "disable", "Keep logs in memory."),
        Option(
            "diskfull",
            Choice((Value("overwrite", "Delete the oldest logs."),)),
            "overwrite",
            "What happens when memory is full.",
            until=(6, 4, 1),
        ),
    ),
    quiet=True,
)

UPLOAD_TYPE = Choices(
    (
        Value("traffic", "Traffic."),
        Value("event", "Events."),
        Value("virus", "Viruses."),
        Value("webfilter", "Web filters."),
        Value("IPS", "Intrusion prevention."),
        Value("emailfilter", "Email filters."),
        Value("dlp-archive", "Archive of data loss prevention."),
        Value("anomaly", "Anomalies."),
        Value("voip", "Telephony."),
        Value("dlp", "Data loss prevention."),
        Value("app-ctrl", "Application control."),
        Value("waf", "Web application firewall."),
        Value("gtp", "GTP."),
        Value("dns", "DNS."),
        Value("ssh", "SSH."),
        Value("ssl", "SSL."),
        Value("cifs", "File shares.", until=(6, 4, 99)),
        Value("file-filter", "File filters."),
        Value("icap", "ICAP."),
        Value("virtual-patch", "Virtual patches.", since=(7, 4, 1)),
        Value("debug", "Debug messages.", since=(7, 6, 3)),
    )
)

# What HFX shows as the default ends with the types that all releases have.
UPLOADED = tuple(value.name for value in UPLOAD_TYPE.values[:16])

SSL_CONNECTION = Choice(
    (
        Value("default", "With strong and middling ciphers."),
        Value("high", "With strong ciphers."),
        Value("low", "With weak ciphers."),
        Value("disable", "Without encryption."),
    )
)

UPLOAD = When("upload", ("enable",))

UPLOADS = (
    Option(
        "upload-destination",
        Choice((Value("ftp-server", "An FTP server."),)),
        "ftp-server",
        "Where logs are uploaded to.",
        when=UPLOAD,
    ),
    Option("uploadip", Ipv4Address(), NO_ADDRESS, "Address of the server.", when=UPLOAD),
    Option("uploadport", Integer(0, 65535), "21", "Port of the server.", when=UPLOAD),
    Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to send from.", when=UPLOAD),
    Option("uploaduser", String(35), help="Name for the server.", when=UPLOAD),
    Option("uploadpass", Password(128), help="Password for the server.", when=UPLOAD, secret=True),
    Option("uploaddir", String(63), help="Directory on the server.", when=UPLOAD),
    Option("uploadtype", UPLOAD_TYPE, UPLOADED, "Which logs are uploaded.", when=UPLOAD),
    Option("uploadsched", SWITCH, "disable", "Upload at a time.", when=UPLOAD),
    Option("uploadtime", TimeOfDay(), "00:00", "The time.", when=When("uploadsched", ("enable",))),
    Option("upload-delete-files", SWITCH, "enable", "Delete what was uploaded.", when=UPLOAD),
    Option("upload-ssl-conn", SSL_CONNECTION, "default", "How uploads are protected.", when=UPLOAD),
)

DISK = Object(
    path=("log", "disk", "setting"),
    help="Logs on the disk.",
    options=(
        Option("status", SWITCH, "enable", "Keep logs on the disk."),
        Option("ips-archive", SWITCH, "enable", "Keep packets of attacks too."),
        Option("max-log-file-size", Integer(1, 100), "20", "Megabytes of a file."),
        Option("max-policy-packet-capture-size", COUNT, "100", "Megabytes of captured packets."),
        Option(
            "roll-schedule",
            Choice((Value("daily", "Every day."), Value("weekly", "Every week."))),
            "daily",
            "How often a new file begins.",
        ),
        Option("roll-time", TimeOfDay(), "00:00", "When a new file begins."),
        Option(
            "diskfull",
            Choice((Value("overwrite", "Delete the oldest logs."), Value("nolog", "Log no more."))),
            "overwrite",
            "What happens when the disk is full.",
        ),
        Option("log-quota", COUNT, "0", "Megabytes for logs."),
        Option("dlp-archive-quota", COUNT, "0", "Megabytes for the archive of data loss prevention."),
        Option("report-quota", COUNT, "0", "Megabytes for reports."),
        Option("maximum-log-age", Integer(0, 3650), "7", "Days that logs are kept."),
        Option("upload", SWITCH, "disable", "Upload files."),
        Option("full-first-warning-threshold", Integer(1, 98), "75", "Percent of the disk for the first warning."),
        Option("full-second-warning-threshold", Integer(2, 99), "90", "Percent of the disk for the second warning."),
        Option("full-final-warning-threshold", Integer(3, 100), "95", "Percent of the disk for the last warning."),
        *OUTGOING,
        Option(
            "roll-day", Choices(WEEKDAYS), ("sunday",), "Day of a new file.", when=When("roll-schedule", ("weekly",))
        ),
        *UPLOADS,
    ),
)
