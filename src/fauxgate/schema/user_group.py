"""`user group`: users that policies treat alike, and guests.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import (
    Choice,
    Integer,
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
from fauxgate.schema.user_local import SMS_SERVER

SERVERS: tuple[Path, ...] = (("user", "radius"), ("user", "ldap"), ("user", "tacacs+"), ("user", "saml"))

MEMBERS: tuple[Path, ...] = (
    ("user", "peer"),
    ("user", "local"),
    *SERVERS,
    ("user", "external-identity-provider"),
    ("user", "adgrp"),
    ("user", "pop3"),
    ("user", "certificate"),
)

GROUP_TYPE = Choice(
    (
        Value("firewall", "Users of policies and tunnels."),
        Value("fsso-service", "Users that single sign-on knows."),
        Value("rsso", "Users that RADIUS accounting knows."),
        Value("guest", "Guests."),
    )
)

USER_ID = Choice(
    (
        Value("email", "The e-mail address."),
        Value("auto-generate", "A name that is made up."),
        Value("specify", "A name that is given."),
    )
)

GUEST_PASSWORD = Choice(
    (
        Value("auto-generate", "One that is made up."),
        Value("specify", "One that is given."),
        Value("disable", "None."),
    )
)

FIELD = Choice(
    (
        Value("optional", "May be filled in."),
        Value("mandatory", "Must be filled in."),
        Value("disabled", "Is not there."),
    )
)

EXPIRE_TYPE = Choice(
    (
        Value("immediately", "When the guest is entered."),
        Value("first-successful-login", "When the guest first logs in."),
    )
)

GUESTS = When("group-type", ("guest",))

MATCH = Table(
    path=("match",),
    help="Groups on servers whose members belong here.",
    key=Option("id", Integer(), help="Number of the entry."),
    options=(
        Option("server-name", String(35), help="Name of the server.", required=True, refers_to=SERVERS),
        Option("group-name", String(511), help="Name of the group there.", required=True),
    ),
    when=When("group-type", ("firewall",)),
)

GUEST = Table(
    path=("guest",),
    help="Guests.",
    key=Option("id", Integer(), help="Number of the guest."),
    options=(
        Option("user-id", String(64), help="Name to log in with."),
        Option("name", String(64), help="Name of the guest."),
        Option("password", Password(128), help="Password of the guest.", secret=True),
        Option("mobile-phone", String(35), help="Telephone number of the guest."),
        Option("sponsor", String(35), help="Who invited the guest."),
        Option("company", String(35), help="Company of the guest."),
        Option("email", String(64), help="E-mail address of the guest."),
        Option("expiration", Text(), help="When the guest expires."),
        Option("comment", String(255), help="Remarks about the guest."),
    ),
    when=GUESTS,
)

GROUP = Table(
    path=("user", "group"),
    help="Groups of users.",
    key=Option("name", Name(35), help="Name of the group."),
    options=(
        Option("id", Integer(), "0", "Number that the unit gave it.", until=(7, 0, 5)),
        Option("group-type", GROUP_TYPE, "firewall", "Kind of group."),
        Option("authtimeout", Integer(0, 43200), "0", "Minutes until users must log in again."),
        Option("auth-concurrent-override", SWITCH, "disable", "Use a number of logins of this group."),
        Option(
            "auth-concurrent-value",
            Integer(0, 100),
            "0",
            "Most logins of a user at once.",
            when=When("auth-concurrent-override", ("enable",)),
        ),
        Option("http-digest-realm", String(35), help="Realm of digest authentication."),
        Option("sso-attribute-value", String(511), help="Value of the attribute.", when=When("group-type", ("rsso",))),
        Option(
            "member",
            Names(511),
            (),
            "Users and servers of the group.",
            when=When("group-type", ("firewall", "fsso-service")),
            refers_to=MEMBERS,
        ),
        MATCH,
        Option("user-id", USER_ID, "email", "What guests log in with.", when=GUESTS),
        Option("password", GUEST_PASSWORD, "auto-generate", "Passwords of guests.", when=GUESTS),
        Option("user-name", SWITCH, "disable", "Ask for the name of a guest.", when=GUESTS),
        Option("sponsor", FIELD, "optional", "Who invited a guest.", when=GUESTS),
        Option("company", FIELD, "optional", "The company of a guest.", when=GUESTS),
        Option("email", SWITCH, "enable", "Ask for the e-mail address of a guest.", when=GUESTS),
        Option("mobile-phone", SWITCH, "disable", "Ask for the telephone number of a guest.", when=GUESTS),
        Option("sms-server", SMS_SERVER, "fortiguard", "Who sends SMS.", when=GUESTS),
        Option(
            "sms-custom-server",
            String(35),
            help="Server that sends SMS.",
            when=When("sms-server", ("custom",)),
            refers_to=(("system", "sms-server"),),
        ),
        Option("expire-type", EXPIRE_TYPE, "immediately", "When the time of a guest begins.", when=GUESTS),
        Option("expire", Integer(1, 31536000), "14400", "Seconds that a guest stays.", when=GUESTS),
        Option("max-accounts", Integer(0, 500), "0", "Most guests; 0 means no limit.", when=GUESTS),
        Option("multiple-guest-add", SWITCH, "disable", "Enter many guests at once.", when=GUESTS),
        GUEST,
    ),
    quiet=True,
)
