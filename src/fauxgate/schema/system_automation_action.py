"""`system automation-action`: what is done.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order. Inferred: which options belong to which action.
"""

from fauxgate.schema.shared import BUILT_IN_PROFILES, CERTIFICATES, FACTORY_CERTIFICATES, SWITCH
from fauxgate.schema.types import (
    Choice,
    Integer,
    Name,
    Names,
    Option,
    Password,
    String,
    Table,
    Value,
    When,
)

ACTION_TYPE = Choice(
    (
        Value("email", "Send an e-mail."),
        Value("fortiexplorer-notification", "Tell FortiExplorer.", since=(7, 0, 0)),
        Value("ios-notification", "Tell FortiExplorer.", until=(6, 4, 99)),
        Value("alert", "Show it on the dashboard."),
        Value("disable-ssid", "Turn a wireless network off."),
        Value("system-actions", "Do something with the unit.", since=(7, 2, 1)),
        Value("quarantine", "Isolate the host."),
        Value("quarantine-forticlient", "Have the host isolated by EMS."),
        Value("quarantine-nsx", "Have the host isolated by NSX."),
        Value("quarantine-fortinac", "Have the host isolated by FortiNAC."),
        Value("ban-ip", "Block the address."),
        Value("aws-lambda", "Call a function of AWS."),
        Value("azure-function", "Call a function of Azure."),
        Value("google-cloud-function", "Call a function of Google Cloud."),
        Value("alicloud-function", "Call a function of AliCloud."),
        Value("webhook", "Send a web request."),
        Value("cli-script", "Run commands."),
        Value("diagnose-script", "Run commands for diagnosis.", since=(7, 6, 1)),
        Value("regular-expression", "Look for a pattern.", since=(7, 6, 1)),
        Value("slack-notification", "Tell Slack."),
        Value("microsoft-teams-notification", "Tell Microsoft Teams.", since=(7, 0, 0)),
    )
)

SYSTEM_ACTION = Choice(
    (
        Value("reboot", "Restart the unit."),
        Value("shutdown", "Turn the unit off."),
        Value("backup-config", "Keep a copy of the configuration."),
    )
)

METHOD = Choice(
    (
        Value("post", "POST."),
        Value("put", "PUT."),
        Value("get", "GET."),
        Value("patch", "PATCH."),
        Value("delete", "DELETE."),
    )
)

MESSAGE_TYPE = Choice(
    (
        Value("text", "Plain text."),
        Value("json", "JSON."),
        Value("form-data", "Fields of a form.", since=(7, 6, 4)),
    )
)

# The text that is sent unless another one is set (HFX).
MESSAGE = """Time: %%log.date%% %%log.time%%
Device: %%log.devid%% (%%log.vd%%)
Level: %%log.level%%
Event: %%log.logdesc%%
Raw log:
%%log%%"""

CLOUDS = ("aws-lambda", "azure-function", "google-cloud-function", "alicloud-function")

MAIL = When("action-type", ("email",))

WEB = When("action-type", (*CLOUDS, "webhook", "slack-notification", "microsoft-teams-notification"))

HOOK = When("action-type", ("webhook",))

TEXT = When("action-type", ("email", *CLOUDS, "webhook", "slack-notification", "microsoft-teams-notification"))

SCRIPT = When("action-type", ("cli-script", "diagnose-script"))

DIAGNOSE = When("action-type", ("diagnose-script",))

AZURE = When("action-type", ("azure-function",))

ALICLOUD = When("action-type", ("alicloud-function",))

NSX = When("action-type", ("quarantine-nsx",))


def _pairs(path: str, text: str, since: tuple[int, int, int]) -> Table:
    return Table(
        path=(path,),
        help=text,
        key=Option("id", Integer(), help="Number of the entry."),
        options=(
            Option("key", String(1023), help="Name.", required=True),
            Option("value", String(4095), help="Value.", required=True),
        ),
        since=since,
        when=HOOK,
    )


MAILS = (
    Option("forticare-email", SWITCH, "disable", "Write to the owner of the unit.", since=(7, 4, 0), when=MAIL),
    Option("email-to", Names(255), (), "Whom to write to.", when=MAIL),
    Option("email-from", String(127), help="Name of the sender.", when=MAIL),
    Option("email-subject", String(511), help="Subject of the e-mail.", when=MAIL),
)

FUNCTIONS = (
    Option("aws-api-key", Password(123), help="Key for AWS.", when=When("action-type", ("aws-lambda",)), secret=True),
    Option(
        "azure-function-authorization",
        Choice(
            (
                Value("anonymous", "None."),
                Value("function", "By the key of the function."),
                Value("admin", "By the key of the owner."),
            )
        ),
        "anonymous",
        "How Azure lets the call in.",
        when=AZURE,
    ),
    Option("azure-api-key", Password(123), help="Key for Azure.", when=AZURE, secret=True),
    Option(
        "alicloud-function-authorization",
        Choice((Value("anonymous", "None."), Value("function", "By a key."))),
        "anonymous",
        "How AliCloud lets the call in.",
        when=ALICLOUD,
    ),
    Option("alicloud-access-key-id", String(35), help="Name of the key for AliCloud.", when=ALICLOUD),
    Option("alicloud-access-key-secret", Password(59), help="Key for AliCloud.", when=ALICLOUD, secret=True),
)

# Until 6.4 the parts of a function's address were options of their own.
OLD_FUNCTIONS = tuple(
    Option(name, String(127), help=f"{text}.", until=(6, 4, 99), when=When("action-type", (kind,)))
    for kind, name, text in (
        ("aws-lambda", "aws-api-id", "Number of the API of AWS"),
        ("aws-lambda", "aws-region", "Region of AWS"),
        ("aws-lambda", "aws-domain", "Domain of AWS"),
        ("aws-lambda", "aws-api-stage", "Stage of AWS"),
        ("aws-lambda", "aws-api-path", "Path of AWS"),
        ("azure-function", "azure-app", "Application of Azure"),
        ("azure-function", "azure-function", "Function of Azure"),
        ("azure-function", "azure-domain", "Domain of Azure"),
        ("google-cloud-function", "gcp-function-region", "Region of Google Cloud"),
        ("google-cloud-function", "gcp-project", "Project of Google Cloud"),
        ("google-cloud-function", "gcp-function-domain", "Domain of Google Cloud"),
        ("google-cloud-function", "gcp-function", "Function of Google Cloud"),
        ("alicloud-function", "alicloud-account-id", "Account of AliCloud"),
        ("alicloud-function", "alicloud-region", "Region of AliCloud"),
        ("alicloud-function", "alicloud-function-domain", "Domain of AliCloud"),
        ("alicloud-function", "alicloud-version", "Version of AliCloud"),
        ("alicloud-function", "alicloud-service", "Service of AliCloud"),
        ("alicloud-function", "alicloud-function", "Function of AliCloud"),
    )
)

REQUESTS = (
    Option("message-type", MESSAGE_TYPE, "text", "Form of the message.", since=(7, 0, 0), when=TEXT),
    Option("message", String(4095), MESSAGE, "Message.", since=(7, 0, 0), when=TEXT),
    Option("replacement-message", SWITCH, "disable", "Use a replacement message.", since=(7, 0, 0), when=TEXT),
    Option(
        "replacemsg-group",
        String(35),
        help="Group of the replacement message.",
        since=(7, 0, 0),
        when=When("replacement-message", ("enable",)),
        refers_to=(("system", "replacemsg-group"),),
    ),
    Option("protocol", Choice((Value("http", "HTTP."), Value("https", "HTTPS."))), "http", "Protocol.", when=HOOK),
    Option("method", METHOD, "post", "Method of the request.", when=HOOK),
    Option("uri", String(1023), help="Address of the request.", when=WEB),
    Option("http-body", String(4095), help="Body of the request.", when=HOOK),
    Option("port", Integer(0, 65535), "0", "Port of the server; 0 is that of the protocol.", when=HOOK),
    # Inferred: texts like `Header:value` before the table of headers came.
    Option("headers", Names(255), (), "Headers of the request.", until=(7, 0, 5), when=HOOK),
    _pairs("http-headers", "Headers of the request.", (7, 0, 6)),
    _pairs("form-data", "Fields of the form.", (7, 6, 4)),
    Option("verify-host-cert", SWITCH, "enable", "Check the certificate of the server.", since=(7, 0, 0), when=WEB),
)

SCRIPTS = (
    Option("script", String(65535), help="Commands to run.", when=SCRIPT),
    Option("output-size", Integer(1, 1024), "10", "Megabytes of output.", since=(7, 2, 0), when=SCRIPT),
    Option("timeout", Integer(0, 300), "0", "Seconds that commands may take.", since=(7, 2, 0), when=SCRIPT),
    Option("duration", Integer(1, 36000), "5", "Seconds that diagnosis takes.", since=(7, 6, 1), when=DIAGNOSE),
    Option("output-interval", Integer(0, 36000), "0", "Seconds between outputs.", since=(7, 6, 4), when=DIAGNOSE),
    Option("file-only", SWITCH, "disable", "Write output into files only.", since=(7, 6, 4), when=DIAGNOSE),
    Option("execute-security-fabric", SWITCH, "disable", "Run on all units.", since=(7, 0, 2), when=SCRIPT),
    Option(
        "accprofile",
        String(35),
        help="What the commands may do.",
        since=(7, 0, 0),
        when=SCRIPT,
        refers_to=(("system", "accprofile"),),
        also=BUILT_IN_PROFILES,
    ),
    Option(
        "regular-expression",
        String(1023),
        help="Pattern.",
        since=(7, 6, 1),
        when=When("action-type", ("regular-expression",)),
    ),
    Option("log-debug-print", SWITCH, "disable", "Log the output.", since=(7, 6, 3), when=DIAGNOSE),
)

ACTION = Table(
    path=("system", "automation-action"),
    help="What is done.",
    key=Option("name", Name(64), help="Name of the action."),
    options=(
        Option("description", String(255), help="Remarks about the action.", since=(7, 0, 0)),
        Option("action-type", ACTION_TYPE, "alert", "Kind of action."),
        Option(
            "system-action",
            SYSTEM_ACTION,
            "",
            "What to do with the unit.",
            since=(7, 2, 1),
            when=When("action-type", ("system-actions",)),
        ),
        Option(
            "tls-certificate",
            String(35),
            help="Certificate to show to the server.",
            when=WEB,
            refers_to=CERTIFICATES,
            also=FACTORY_CERTIFICATES,
        ),
        *MAILS,
        Option("minimum-interval", Integer(0, 2592000), "0", "Seconds before it is done again."),
        # Until 7.0 the delay was the action's, later the stitch's.
        Option("delay", Integer(0, 3600), "0", "Seconds to wait before it is done.", until=(7, 0, 0)),
        Option("required", SWITCH, "disable", "Stop the stitch if it fails.", until=(7, 0, 0)),
        *FUNCTIONS,
        *OLD_FUNCTIONS,
        *REQUESTS,
        *SCRIPTS,
        Option("security-tag", String(255), help="Tag for NSX.", when=NSX),
        Option("sdn-connector", Names(79), (), "Connectors for NSX.", when=NSX),
    ),
    is_global=True,
    quiet=True,
)
