"""The options of `user radius` for single sign-on by accounting.

Source: fortios-cli.md 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import COUNT, PORT, SWITCH
from fauxgate.schema.types import Choice, Choices, Option, Password, String, Value, When

# Inferred: the sentences only repeat the names, which RFC 2865 and 2866 define.
ATTRIBUTES = tuple(
    Value(name, f"{name}.")
    for name in (
        "User-Name",
        "NAS-IP-Address",
        "Framed-IP-Address",
        "Framed-IP-Netmask",
        "Filter-Id",
        "Login-IP-Host",
        "Reply-Message",
        "Callback-Number",
        "Callback-Id",
        "Framed-Route",
        "Framed-IPX-Network",
        "Class",
        "Called-Station-Id",
        "Calling-Station-Id",
        "NAS-Identifier",
        "Proxy-State",
        "Login-LAT-Service",
        "Login-LAT-Node",
        "Login-LAT-Group",
        "Framed-AppleTalk-Zone",
        "Acct-Session-Id",
        "Acct-Multi-Session-Id",
    )
)

FLAGS = (
    Value("protocol-error", "Errors of the protocol."),
    Value("profile-missing", "Unknown groups."),
    Value("accounting-stop-missed", "Ends that were missed."),
    Value("accounting-event", "Unexpected reports."),
    Value("endpoint-block", "Users that are blocked."),
    Value("radiusd-other", "Everything else."),
    Value("none", "Nothing."),
)

LOGGED = tuple(value.name for value in FLAGS if value.name != "none")

RSSO = When("rsso", ("enable",))

ACCOUNTS = (
    Option("rsso", SWITCH, "disable", "Know users by what is reported."),
    Option("rsso-radius-server-port", PORT, "1813", "Port where reports come in.", when=RSSO),
    Option("rsso-radius-response", SWITCH, "disable", "Answer reports.", when=RSSO),
    Option("rsso-validate-request-secret", SWITCH, "disable", "Check the secret of reports.", when=RSSO),
    Option("rsso-secret", Password(31), help="Secret of reports.", when=RSSO, secret=True),
    Option("rsso-endpoint-attribute", Choice(ATTRIBUTES), "Calling-Station-Id", "Attribute of the user.", when=RSSO),
    Option("rsso-endpoint-block-attribute", Choice(ATTRIBUTES), "", "Attribute that blocks a user.", when=RSSO),
    Option("sso-attribute", Choice(ATTRIBUTES), "Class", "Attribute of the group.", when=RSSO),
    Option("sso-attribute-key", String(35), help="What comes before the group.", when=RSSO),
    Option("sso-attribute-value-override", SWITCH, "enable", "Let new groups replace old ones.", when=RSSO),
    Option("rsso-context-timeout", COUNT, "28800", "Seconds that a user is known.", when=RSSO),
    Option("rsso-log-period", COUNT, "0", "Seconds between logs.", when=RSSO),
    Option("rsso-log-flags", Choices(FLAGS), LOGGED, "What is logged.", when=RSSO),
    Option("rsso-flush-ip-session", SWITCH, "disable", "End sessions of users that leave.", when=RSSO),
    Option("rsso-ep-one-ip-only", SWITCH, "disable", "Know one address of a user.", when=RSSO),
    Option(
        "delimiter",
        Choice((Value("plus", "A plus sign."), Value("comma", "A comma."))),
        "plus",
        "What stands between groups.",
        since=(7, 2, 0),
        when=RSSO,
    ),
)
