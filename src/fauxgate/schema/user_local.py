"""`user local`: users with a password here, or on one server.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, DateTime, Integer, Name, Option, Password, String, Table, Value, When

TYPE = Choice(
    (
        Value("password", "By a password that is set here."),
        Value("radius", "By a RADIUS server."),
        Value("tacacs+", "By a TACACS+ server."),
        Value("ldap", "By an LDAP server."),
        Value("saml", "By a SAML server.", since=(7, 6, 3)),
    )
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

CLOUD_METHOD = Choice(
    (
        Value("fortitoken", "A FortiToken."),
        Value("email", "A code by e-mail."),
        Value("sms", "A code by SMS."),
    )
)

CLOUD_NOTICE = Choice((Value("email", "By e-mail."), Value("sms", "By SMS.")))

SMS_SERVER = Choice((Value("fortiguard", "FortiGuard."), Value("custom", "A server of your own.")))

CLOUD = When("two-factor", ("fortitoken-cloud",))

SENSITIVITY = "Tell small letters from capitals in the name."

LOCAL = Table(
    path=("user", "local"),
    help="Users.",
    key=Option("name", Name(64), help="Name of the user."),
    options=(
        Option("id", Integer(), "0", "Number that the unit gave it.", until=(7, 0, 5)),
        Option("status", SWITCH, "enable", "Let the user in."),
        Option("type", TYPE, "password", "How the user is checked."),
        Option("passwd", Password(128), help="Password of the user.", when=When("type", ("password",)), secret=True),
        Option(
            "ldap-server",
            String(35),
            help="LDAP server that checks the user.",
            when=When("type", ("ldap",)),
            refers_to=(("user", "ldap"),),
        ),
        Option(
            "radius-server",
            String(35),
            help="RADIUS server that checks the user.",
            when=When("type", ("radius",)),
            refers_to=(("user", "radius"),),
        ),
        Option(
            "tacacs+-server",
            String(35),
            help="TACACS+ server that checks the user.",
            when=When("type", ("tacacs+",)),
            refers_to=(("user", "tacacs+"),),
        ),
        Option(
            "saml-server",
            String(35),
            help="SAML server that checks the user.",
            since=(7, 6, 3),
            when=When("type", ("saml",)),
            refers_to=(("user", "saml"),),
        ),
        Option("two-factor", TWO_FACTOR, "disable", "What is asked for besides the password."),
        Option("two-factor-authentication", CLOUD_METHOD, "", "What FortiToken Cloud asks for.", when=CLOUD),
        Option("two-factor-notification", CLOUD_NOTICE, "", "How FortiToken Cloud tells the user.", when=CLOUD),
        Option(
            "fortitoken",
            String(16),
            help="Serial number of the FortiToken.",
            when=When("two-factor", ("fortitoken",)),
            refers_to=(("user", "fortitoken"),),
        ),
        Option("email-to", String(63), help="E-mail address of the user."),
        Option("sms-server", SMS_SERVER, "fortiguard", "Who sends SMS."),
        Option(
            "sms-custom-server",
            String(35),
            help="Server that sends SMS.",
            when=When("sms-server", ("custom",)),
            refers_to=(("system", "sms-server"),),
        ),
        Option("sms-phone", String(15), help="Telephone number for SMS."),
        Option(
            "passwd-policy",
            String(35),
            help="Rules for the password.",
            when=When("type", ("password",)),
            refers_to=(("user", "password-policy"),),
        ),
        Option("passwd-time", DateTime(), "", "When the password was changed."),
        Option("authtimeout", Integer(0, 1440), "0", "Minutes until the user must log in again."),
        Option("workstation", String(35), help="Host that the user must come from.", when=When("type", ("ldap",))),
        Option("auth-concurrent-override", SWITCH, "disable", "Use a number of logins of this user."),
        Option(
            "auth-concurrent-value",
            Integer(0, 100),
            "0",
            "Most logins at once.",
            when=When("auth-concurrent-override", ("enable",)),
        ),
        Option("ppk-secret", Password(71), help="Post-quantum key for IKE.", secret=True),
        Option("ppk-identity", String(35), help="Name of that key."),
        Option(
            "qkd-profile",
            String(35),
            help="Quantum keys of the user.",
            since=(7, 4, 2),
            refers_to=(("vpn", "qkd"),),
        ),
        Option("username-case-sensitivity", SWITCH, "enable", SENSITIVITY, until=(7, 0, 0)),
        Option("username-sensitivity", SWITCH, "enable", SENSITIVITY, since=(7, 0, 1)),
    ),
    quiet=True,
)
