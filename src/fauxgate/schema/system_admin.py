"""`system admin`.

Source: fortios-cli.md 9.2; the two print orders: 2.3.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import (
    Choice,
    Ipv4Network,
    Ipv6Prefix,
    Name,
    Names,
    Option,
    Password,
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
        Option("vdom", Names(79), (), VDOM_HELP, since=(7, 6, 0)),
        Option("old-password", Password(128), help="Earlier form of the password.", since=(7, 6, 0), secret=True),
        Option("remote-auth", SWITCH, "disable", "Ask a remote server for the password."),
        Option("remote-group", String(35), help="User group of the remote server.", when=REMOTE),
        Option("wildcard", SWITCH, "disable", "Let every member of the group in.", when=REMOTE),
        Option("peer-auth", SWITCH, "disable", "Ask for a certificate."),
        Option("peer-group", String(35), help="Peer group of the certificates.", when=PEER),
        *TRUSTED_HOSTS,
        *TRUSTED_HOSTS_IP6,
        Option("accprofile", String(35), help="What the administrator may do."),
        Option("vdom", Names(79), (), VDOM_HELP, until=(7, 4, 99)),
        Option("comments", String(255), help="Remarks about the administrator."),
        *SSH_KEYS,
        Option("ssh-certificate", String(35), help="Certificate to log in by SSH with."),
        Option("schedule", String(35), help="When the administrator may log in."),
        Option("force-password-change", SWITCH, "disable", "Ask for a new password at the next login."),
        Option("two-factor", TWO_FACTOR, "disable", "What is asked for besides the password."),
        Option("email-to", String(63), help="E-mail address of the administrator."),
        Option("guest-auth", SWITCH, "disable", "May only manage guests."),
        Option("password", Password(128), help="Password of the administrator.", secret=True),
    ),
)
