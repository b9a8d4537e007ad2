"""`log syslogd setting` and `log fortianalyzer setting`.

Source: fortios-cli.md 9.1 (ANS, HFX) and 9.3; print order: schema order.
"""

from fauxgate.schema.shared import (
    AUTHORITIES,
    CERTIFICATES,
    FACTORY_AUTHORITIES,
    FACTORY_CERTIFICATES,
    INTERFACE_SELECT_METHOD,
    INTERFACES,
    SSL_VERSION,
    SWITCH,
    VRF,
)
from fauxgate.schema.types import Choice, Integer, Names, Object, Option, String, Table, Text, TimeOfDay, Value, When

MODE = Choice(
    (
        Value("udp", "UDP."),
        Value("legacy-reliable", "RFC 3195, over TCP."),
        Value("reliable", "RFC 6587, over TCP."),
    )
)

FACILITY = Choice(
    (
        Value("kernel", "Kernel."),
        Value("user", "User programs."),
        Value("mail", "Mail."),
        Value("daemon", "Daemons."),
        Value("auth", "Security."),
        Value("syslog", "Syslog itself."),
        Value("lpr", "Printers."),
        Value("news", "News."),
        Value("uucp", "UUCP."),
        Value("cron", "Clock."),
        Value("authpriv", "Security, in private."),
        Value("ftp", "FTP."),
        Value("ntp", "NTP."),
        Value("audit", "Audit."),
        Value("alert", "Alerts."),
        Value("clock", "Clock of others."),
        *(Value(f"local{number}", f"Local use {number}.") for number in range(8)),
    )
)

FORMAT = Choice(
    (
        Value("default", "Name and value of each field."),
        Value("csv", "Values with commas between them."),
        Value("cef", "Common Event Format."),
        Value("rfc5424", "RFC 5424.", since=(7, 0, 0)),
        Value("json", "JSON.", since=(7, 4, 1)),
    )
)

PRIORITY = Choice((Value("default", "Like other traffic."), Value("low", "Less than other traffic.")))

STRENGTHS = (
    Value("high-medium", "Strong and middling ciphers."),
    Value("high", "Strong ciphers."),
    Value("low", "All ciphers."),
)

LOG_RATE = Integer(0, 100000)

TLS = When("enc-algorithm", ("high-medium", "high", "low"))

OUTGOING = (
    Option("interface-select-method", INTERFACE_SELECT_METHOD, "auto", "How the outgoing interface is chosen."),
    Option(
        "interface",
        String(15),
        help="Outgoing interface.",
        when=When("interface-select-method", ("specify",)),
        refers_to=INTERFACES,
    ),
    Option("vrf-select", VRF, "0", "VRF of the outgoing traffic.", since=(7, 6, 1)),
)

CERTIFICATE = Option(
    "certificate",
    String(35),
    help="Certificate to show to the server.",
    refers_to=CERTIFICATES,
    also=FACTORY_CERTIFICATES,
)

CUSTOM_FIELD_NAME = Table(
    path=("custom-field-name",),
    help="Other names of fields.",
    key=Option("id", Integer(0, 255), help="Number of the entry."),
    options=(
        Option("name", String(35), help="Name of the field.", required=True),
        Option("custom", String(35), help="Its other name.", required=True),
    ),
    when=When("format", ("cef",)),
)

SYSLOGD = Object(
    path=("log", "syslogd", "setting"),
    help="Logs to a syslog server.",
    options=(
        Option("status", SWITCH, "disable", "Send logs."),
        Option("server", String(127), help="Address or name of the server."),
        Option("mode", MODE, "udp", "How the server is reached."),
        Option("port", Integer(0, 65535), "514", "Port of the server."),
        Option("facility", FACILITY, "local7", "Facility of the messages."),
        Option(
            "source-ip-interface", String(15), help="Interface to send from.", since=(7, 6, 0), refers_to=INTERFACES
        ),
        Option("source-ip", String(63), help="Address to send from."),
        Option("format", FORMAT, "default", "Form of the messages."),
        Option("priority", PRIORITY, "default", "How urgent the traffic is."),
        Option("max-log-rate", LOG_RATE, "0", "Megabytes a second; 0 means no limit."),
        Option(
            "enc-algorithm",
            Choice((*STRENGTHS, Value("disable", "No encryption."))),
            "disable",
            "How the traffic is encrypted.",
            when=When("mode", ("reliable",)),
        ),
        Option("ssl-min-proto-version", SSL_VERSION, "default", "Oldest protocol.", when=TLS),
        CERTIFICATE,
        CUSTOM_FIELD_NAME,
        *OUTGOING,
    ),
    is_global=True,
    quiet=True,
)

UPLOAD_OPTION = Choice(
    (
        Value("store-and-upload", "On the disk, and uploaded later."),
        Value("realtime", "At once."),
        Value("1-minute", "Every minute."),
        Value("5-minute", "Every five minutes."),
    )
)

UPLOAD_INTERVAL = Choice(
    (
        Value("daily", "Every day."),
        Value("weekly", "Every week."),
        Value("monthly", "Every month."),
    )
)

UPLOADED = When("upload-option", ("store-and-upload",))

FORTIANALYZER = Object(
    path=("log", "fortianalyzer", "setting"),
    help="Logs to a FortiAnalyzer.",
    options=(
        Option("status", SWITCH, "disable", "Send logs."),
        Option("ips-archive", SWITCH, "enable", "Send packets of attacks too."),
        Option("server", String(127), help="Address or name of the FortiAnalyzer."),
        Option("alt-server", String(127), help="FortiAnalyzer in reserve.", since=(7, 4, 1)),
        Option("fallback-to-primary", SWITCH, "enable", "Go back to the first one.", since=(7, 4, 1)),
        Option("certificate-verification", SWITCH, "enable", "Check the certificate of the FortiAnalyzer."),
        Option("serial", Names(79), (), "Serial numbers of the FortiAnalyzer."),
        Option(
            "server-cert-ca",
            String(79),
            help="Authority of the FortiAnalyzer.",
            since=(7, 4, 2),
            refers_to=AUTHORITIES,
            also=FACTORY_AUTHORITIES,
        ),
        Option("preshared-key", String(63), help="Key that lets the unit in.", since=(7, 0, 0)),
        Option("access-config", SWITCH, "enable", "Let the FortiAnalyzer read the configuration."),
        Option(
            "hmac-algorithm",
            Choice((Value("sha256", "SHA-256."), Value("sha1", "SHA-1.", until=(7, 4, 0)))),
            "sha256",
            "Algorithm of the login.",
        ),
        Option("enc-algorithm", Choice(STRENGTHS), "high", "How the traffic is encrypted."),
        Option("ssl-min-proto-version", SSL_VERSION, "default", "Oldest protocol."),
        Option("conn-timeout", Integer(1, 3600), "10", "Seconds to wait for the FortiAnalyzer."),
        Option("monitor-keepalive-period", Integer(1, 120), "5", "Seconds between signs of life."),
        Option("monitor-failure-retry-period", Integer(1, 86400), "5", "Seconds before it is tried again."),
        CERTIFICATE,
        Option("source-ip", String(63), help="Address to send from."),
        Option("upload-option", UPLOAD_OPTION, "5-minute", "When logs are sent."),
        Option("upload-interval", UPLOAD_INTERVAL, "daily", "How often logs are uploaded.", when=UPLOADED),
        Option("upload-day", Text(), help="Day of the upload.", when=UPLOADED),
        Option("upload-time", TimeOfDay(), "00:59", "Time of the upload.", when=UPLOADED),
        Option("reliable", SWITCH, "disable", "Make sure that logs arrive."),
        Option("priority", PRIORITY, "default", "How urgent the traffic is."),
        Option("max-log-rate", LOG_RATE, "0", "Megabytes a second; 0 means no limit."),
        *OUTGOING,
    ),
    is_global=True,
    quiet=True,
)
