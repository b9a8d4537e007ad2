"""`user peer` and `user peergrp`: who is known by a certificate.

Source: fortios-cli.md 9.2 and 9.3; releases: 9.1 (ANS).
"""

from fauxgate.schema.shared import AUTHORITIES, FACTORY_AUTHORITIES, SWITCH
from fauxgate.schema.types import Choice, Name, Names, Option, Password, String, Table, Value, When

CN_TYPE = Choice(
    (
        Value("string", "A text."),
        Value("email", "An e-mail address."),
        Value("FQDN", "A domain name."),
        Value("ipv4", "An IPv4 address."),
        Value("ipv6", "An IPv6 address."),
    )
)

MFA_MODE = Choice(
    (
        Value("none", "Nothing."),
        Value("password", "A name and a password."),
        Value("subject-identity", "A name of the certificate."),
    )
)

LDAP_MODE = Choice(
    (
        Value("password", "A name and a password."),
        Value("principal-name", "The principal name of the certificate."),
    )
)

CHECKED = When("mfa-mode", ("password", "subject-identity"))

WITH_PASSWORD = When("mfa-mode", ("password",))

PEER = Table(
    path=("user", "peer"),
    help="People and units that are known by a certificate.",
    key=Option("name", Name(35), help="Name of the peer."),
    options=(
        Option("mandatory-ca-verify", SWITCH, "enable", "Require that the authority is known."),
        Option(
            "ca", String(127), help="Authority of the certificate.", refers_to=AUTHORITIES, also=FACTORY_AUTHORITIES
        ),
        Option("subject", String(255), help="What the subject must have."),
        Option("cn", String(255), help="Common name of the certificate."),
        Option("cn-type", CN_TYPE, "string", "What the common name is."),
        Option("ldap-server", String(35), help="LDAP server to ask.", until=(7, 4, 0), refers_to=(("user", "ldap"),)),
        Option("ldap-username", String(35), help="Name for the LDAP server.", until=(7, 4, 0)),
        Option("ldap-password", Password(128), help="Password for it.", until=(7, 4, 0), secret=True),
        Option("ldap-mode", LDAP_MODE, "password", "What the LDAP server is told.", until=(7, 4, 0)),
        Option("mfa-mode", MFA_MODE, "none", "What is checked besides the certificate.", since=(7, 4, 1)),
        Option(
            "mfa-server",
            String(35),
            help="Server that checks it.",
            since=(7, 4, 1),
            when=CHECKED,
            refers_to=(("user", "radius"), ("user", "ldap")),
        ),
        Option("mfa-username", String(35), help="Name for the server.", since=(7, 4, 1), when=WITH_PASSWORD),
        Option(
            "mfa-password", Password(128), help="Password for it.", since=(7, 4, 1), when=WITH_PASSWORD, secret=True
        ),
        Option(
            "ocsp-override-server",
            String(35),
            help="OCSP server to ask.",
            refers_to=(("vpn", "certificate", "ocsp-server"),),
        ),
        Option("two-factor", SWITCH, "disable", "Ask for a password too."),
        Option(
            "passwd", Password(128), help="Password of the peer.", when=When("two-factor", ("enable",)), secret=True
        ),
    ),
    quiet=True,
)

PEERGRP = Table(
    path=("user", "peergrp"),
    help="Groups of peers.",
    key=Option("name", Name(35), help="Name of the group."),
    options=(Option("member", Names(35), (), "Peers of the group.", refers_to=(("user", "peer"),)),),
    quiet=True,
)
