"""`system admin`.

Source: fortios-cli.md 9.2 and for the rest 9.1 (ANS); the two print orders: 2.3.
"""

from fauxgate.schema.shared import BUILT_IN_PROFILES, REMOTE_CERTIFICATES, SWITCH
from fauxgate.schema.types import (
    Choice,
    DateTime,
    Ipv4Network,
    Ipv6Prefix,
    Name,
    Names,
    Option,
    Password,
    Path,
    String,
    Table,
    Text,
    Value,
    When,
)

TWO_FACTOR = Choice(
    (
        Value("disable", "The password is enough."),
        Value("fortitoken", "A FortiToken."),
        Value("fortitoken-cloud", "FortiToken Cloud."),
        Value("email", "A code by e-mail."),
        Value("sms", "A code by SMS."),
    )
)

REMOTE = When("remote-auth", ("enable",))

PEER = When("peer-auth", ("enable",))

GROUPS: tuple[Path, ...] = (("user", "group"),)

VDOMS: tuple[Path, ...] = (("vdom",),)

CLOUD = When("two-factor", ("fortitoken-cloud",))

CLOUD_METHOD = Choice(
    (
        Value("fortitoken", "A FortiToken."),
        Value("email", "A code by e-mail."),
        Value("sms", "A code by SMS."),
    )
)

CLOUD_NOTICE = Choice((Value("email", "By e-mail."), Value("sms", "By SMS.")))

SMS_SERVER = Choice((Value("fortiguard", "FortiGuard."), Value("custom", "A server of your own.")))

VDOM_HELP = "Virtual domains that the administrator may enter."

TRUSTED_HOSTS = tuple(
    Option(f"trusthost{number}", Ipv4Network(), "0.0.0.0 0.0.0.0", f"Network {number} to log in from.")
    for number in range(1, 11)
)

TRUSTED_HOSTS_IP6 = tuple(
    Option(f"ip6-trusthost{number}", Ipv6Prefix(), "::/0", f"IPv6 network {number} to log in from.")
    for number in range(1, 11)
)

SSH_KEYS = tuple(
    Option(f"ssh-public-key{number}", Text(), help=f"SSH key {number} to log in with.") for number in range(1, 4)
)

ADMIN = Table(
    path=("system", "admin"),
    help="Administrators.",
    is_global=True,
    key=Option("name", Name(64), help="Name of the administrator."),
    options=(
        Option("vdom", Names(79), (), VDOM_HELP, since=(7, 6, 0), refers_to=VDOMS),
        Option("old-password", Password(128), help="Earlier form of the password.", since=(7, 6, 0), secret=True),
        Option("remote-auth", SWITCH, "disable", "Ask a remote server for the password."),
        Option("remote-group", String(35), help="User group of the remote server.", when=REMOTE, refers_to=GROUPS),
        Option("wildcard", SWITCH, "disable", "Let every member of the group in.", when=REMOTE),
        Option("peer-auth", SWITCH, "disable", "Ask for a certificate."),
        Option("peer-group", String(35), help="Peer group of the certificates.", when=PEER, refers_to=GROUPS),
        *TRUSTED_HOSTS,
        *TRUSTED_HOSTS_IP6,
        Option(
            "accprofile",
            String(35),
            help="What the administrator may do.",
            refers_to=(("system", "accprofile"),),
            also=BUILT_IN_PROFILES,
        ),
        Option("allow-remove-admin-session", SWITCH, "enable", "Let others end the session.", since=(7, 6, 0)),
        Option("vdom", Names(79), (), VDOM_HELP, until=(7, 4, 99), refers_to=VDOMS),
        Option("comments", String(255), help="Remarks about the administrator."),
        *SSH_KEYS,
        Option("ssh-certificate", String(35), help="Certificate to log in by SSH with.", refers_to=REMOTE_CERTIFICATES),
        Option(
            "schedule",
            String(35),
            help="When the administrator may log in.",
            refers_to=(("firewall", "schedule", "recurring"), ("firewall", "schedule", "onetime")),
        ),
        Option("accprofile-override", SWITCH, "disable", "Let the server say what may be done.", when=REMOTE),
        Option("vdom-override", SWITCH, "disable", "Let it say where.", since=(7, 2, 1), when=REMOTE),
        Option("password-expire", DateTime(), "0000-00-00 00:00:00", "When the password expires."),
        Option("force-password-change", SWITCH, "disable", "Ask for a new password at the next login."),
        Option("two-factor", TWO_FACTOR, "disable", "What is asked for besides the password."),
        Option("two-factor-authentication", CLOUD_METHOD, "", "What FortiToken Cloud asks for.", when=CLOUD),
        Option("two-factor-notification", CLOUD_NOTICE, "", "How FortiToken Cloud tells.", when=CLOUD),
        Option(
            "fortitoken",
            String(16),
            help="Serial number of the FortiToken.",
            when=When("two-factor", ("fortitoken",)),
            refers_to=(("user", "fortitoken"),),
        ),
        Option("email-to", String(63), help="E-mail address of the administrator."),
        Option("sms-server", SMS_SERVER, "fortiguard", "Who sends SMS."),
        Option(
            "sms-custom-server",
            String(35),
            help="Server that sends SMS.",
            when=When("sms-server", ("custom",)),
            refers_to=(("system", "sms-server"),),
        ),
        Option("sms-phone", String(15), help="Telephone number for SMS."),
        Option("guest-auth", SWITCH, "disable", "May only manage guests."),
        Option(
            "guest-usergroups",
            Names(79),
            (),
            "Groups of the guests.",
            when=When("guest-auth", ("enable",)),
            refers_to=GROUPS,
        ),
        Option(
            "guest-lang", String(35), help="Language of the pages for guests.", when=When("guest-auth", ("enable",))
        ),
        Option("radius-vdom-override", SWITCH, "disable", "Let the server say where.", until=(7, 2, 0), when=REMOTE),
        Option("password", Password(128), help="Password of the administrator.", secret=True),
        Option("allow-remove-admin-session", SWITCH, "enable", "Let others end the session.", until=(7, 4, 99)),
    ),
    factory=(("admin", (("accprofile", "super_admin"), ("vdom", ("root",)))),),
)
