"""`system global`.

Source: fortios-cli.md 9.2 and 9.3, for the rest 9.1 (ANS, HFX); print order: alphabetical, and fds-statistics-period
last (2.3).
"""

from operator import attrgetter

from fauxgate.schema.shared import (
    AUTHORITIES,
    CERTIFICATES,
    FACTORY_AUTHORITIES,
    FACTORY_CERTIFICATES,
    PORT,
    SSL_VERSIONS,
    SWITCH,
)
from fauxgate.schema.system_global_pages import PAGES
from fauxgate.schema.system_global_rest import REST
from fauxgate.schema.system_global_traffic import TRAFFIC
from fauxgate.schema.types import (
    Choice,
    Choices,
    Hostname,
    Integer,
    Object,
    Option,
    Release,
    String,
    TimeOfDay,
    Value,
    When,
)

CFG_SAVE = Choice(
    (
        Value("automatic", "Save every change at once."),
        Value("manual", "Save when asked to."),
        Value("revert", "Go back to the saved configuration unless saved in time."),
    )
)

LANGUAGE = Choice(
    (
        Value("english", "English."),
        Value("french", "French."),
        Value("spanish", "Spanish."),
        Value("portuguese", "Portuguese."),
        Value("japanese", "Japanese."),
        Value("trach", "Chinese, traditional characters."),
        Value("simch", "Chinese, simplified characters."),
        Value("korean", "Korean."),
    )
)

# The global list has had TLS 1.3 longer than the others.
SSL_VERSION = Choice((*SSL_VERSIONS[:-1], Value("TLSv1-3", "TLS 1.3.")))

VDOM_MODE = Choice(
    (
        Value("no-vdom", "No virtual domains."),
        Value("split-vdom", "One virtual domain for management, one for traffic.", until=(7, 0, 99)),
        Value("multi-vdom", "Any number of virtual domains."),
    )
)

# Until 7.2 a time zone was one of these numbers (fortios-cli.md 5.2).
ZONE_NUMBER = Choice(tuple(Value(f"{number:02}", f"Time zone number {number}.") for number in range(88)))

CIPHERSUITES = Choices(
    (
        Value("TLS-AES-128-GCM-SHA256", "AES128 in GCM."),
        Value("TLS-AES-256-GCM-SHA384", "AES256 in GCM."),
        Value("TLS-CHACHA20-POLY1305-SHA256", "ChaCha20 with Poly1305."),
        Value("TLS-AES-128-CCM-SHA256", "AES128 in CCM."),
        Value("TLS-AES-128-CCM-8-SHA256", "AES128 in CCM with short tags."),
    )
)

BANNED = Choices(
    tuple(
        Value(name, f"Ciphers with {name}.")
        for name in (
            *("RSA", "DHE", "ECDHE", "DSS", "ECDSA", "AES", "AESGCM", "CAMELLIA", "3DES"),
            *("SHA1", "SHA256", "SHA384", "STATIC", "CHACHA20", "ARIA", "AESCCM"),
        )
    )
)

PAGE_VERSIONS = Choices(
    (
        Value("tlsv1-1", "TLS 1.1."),
        Value("tlsv1-2", "TLS 1.2."),
        Value("tlsv1-3", "TLS 1.3."),
    )
)

RESTRICT = Choice(
    (
        Value("all", "Always.", since=(7, 6, 0)),
        Value("non-console-only", "But at the console.", since=(7, 6, 0)),
        Value("enable", "Always.", until=(7, 4, 99)),
        Value("disable", "Never."),
    )
)

SUITES = ("TLS-AES-128-GCM-SHA256", "TLS-AES-256-GCM-SHA384", "TLS-CHACHA20-POLY1305-SHA256")

RESTARTED = When("daily-restart", ("enable",))


def _certificate(
    name: str, default: str, text: str, *, since: Release | None = None, until: Release | None = None
) -> Option:
    return Option(
        name,
        String(35),
        default,
        text,
        since=since,
        until=until,
        refers_to=CERTIFICATES,
        # fortios-cli.md 9.3: the pseudo name stands for a certificate that the unit makes for itself.
        also=(*FACTORY_CERTIFICATES, "self-sign"),
    )


ADMINISTRATION = (
    Option("admin-concurrent", SWITCH, "enable", "Let an administrator log in more than once."),
    # Inferred: 0 is good besides 15 to 300 and means the usual time.
    Option("admin-console-timeout", Integer(0, 300), "0", "Seconds until an idle console is logged out."),
    Option("admin-forticloud-sso-login", SWITCH, "disable", "Let accounts of FortiCloud in.", since=(7, 0, 0)),
    Option("admin-host", String(255), help="Name that the pages must be asked for by.", since=(7, 0, 6)),
    Option("admin-hsts-max-age", Integer(0, 2147483647), "63072000", "Seconds that browsers insist on HTTPS."),
    Option("admin-https-pki-required", SWITCH, "disable", "Require certificates of administrators."),
    Option("admin-https-redirect", SWITCH, "enable", "Lead administrators from HTTP to HTTPS."),
    Option("admin-https-ssl-banned-ciphers", BANNED, (), "Ciphers that the pages do not use.", since=(7, 0, 2)),
    Option("admin-https-ssl-ciphersuites", CIPHERSUITES, SUITES, "Ciphers of TLS 1.3.", since=(7, 0, 2)),
    Option("admin-https-ssl-versions", PAGE_VERSIONS, ("tlsv1-2", "tlsv1-3"), "Protocols of the HTTPS pages."),
    Option("admin-lockout-duration", Integer(1, 2147483647), "60", "Seconds that an administrator is locked out."),
    Option("admin-lockout-threshold", Integer(1, 10), "3", "Failures before an administrator is locked out."),
    Option("admin-login-max", Integer(1, 100), "100", "Most administrators at once."),
    Option("admin-maintainer", SWITCH, "enable", "Let the maintainer in.", until=(7, 2, 3)),
    Option("admin-port", PORT, "80", "Port of the HTTP administration pages."),
    Option("admin-restrict-local", RESTRICT, "disable", "Prefer administrators of servers."),
    Option("admin-scp", SWITCH, "disable", "Allow configuration files to be copied by SCP."),
    # Inferred: before Fortinet_GUI_Server came with 7.2, the pseudo name self-sign was what old units print.
    _certificate("admin-server-cert", "self-sign", "Certificate of the HTTPS pages.", until=(7, 0, 99)),
    _certificate("admin-server-cert", "Fortinet_GUI_Server", "Certificate of the HTTPS pages.", since=(7, 2, 0)),
    Option("admin-sport", PORT, "443", "Port of the HTTPS administration pages."),
    Option("admin-ssh-grace-time", Integer(10, 3600), "120", "Seconds to log in by SSH."),
    Option("admin-ssh-password", SWITCH, "enable", "Allow passwords by SSH."),
    Option("admin-ssh-port", PORT, "22", "Port of SSH."),
    Option("admin-ssh-v1", SWITCH, "disable", "Allow SSH version 1."),
    Option("admin-telnet", SWITCH, "enable", "Allow administration by TELNET."),
    Option("admin-telnet-port", PORT, "23", "Port of TELNET."),
    Option("admintimeout", Integer(1, 480), "5", "Minutes until an idle administrator is logged out."),
    Option("alias", String(35), help="Another name of this unit."),
    Option("cfg-revert-timeout", Integer(10, 4294967295), "600", "Seconds until unsaved changes are taken back."),
    Option("cfg-save", CFG_SAVE, "automatic", "When changes are saved."),
    Option("cli-audit-log", SWITCH, "disable", "Log commands."),
    Option("daily-restart", SWITCH, "disable", "Restart the unit every day."),
    Option("edit-vdom-prompt", SWITCH, "disable", "Ask before a virtual domain is made."),
    Option("hostname", Hostname(35), help="Name of this unit; the prompt shows it."),
    Option("language", LANGUAGE, "english", "Language of the administration pages."),
    Option("login-timestamp", SWITCH, "disable", "Note when administrators log in."),
    Option("long-vdom-name", SWITCH, "disable", "Allow long names of virtual domains."),
    Option("management-ip", String(255), help="Address for the Security Fabric.", since=(7, 0, 0)),
    Option("management-port", PORT, "443", "Port for the Security Fabric.", since=(7, 0, 0)),
    Option("management-port-use-admin-sport", SWITCH, "enable", "Use the usual port.", since=(7, 0, 1)),
    Option("management-vdom", String(31), "root", "Virtual domain for management."),
    Option("post-login-banner", SWITCH, "disable", "Show a message after login."),
    Option("pre-login-banner", SWITCH, "disable", "Show a message before login."),
    Option("private-data-encryption", SWITCH, "disable", "Encrypt secrets with a key of your own."),
    Option("reboot-upon-config-restore", SWITCH, "enable", "Restart after a configuration was restored."),
    Option("restart-time", TimeOfDay(), "00:00", "When the unit restarts.", when=RESTARTED),
    Option("revision-backup-on-logout", SWITCH, "disable", "Keep a copy of the configuration at each logout."),
    Option("revision-image-auto-backup", SWITCH, "disable", "Keep a copy before each upgrade."),
    Option("timezone", ZONE_NUMBER, "00", "Time zone of this unit.", until=(7, 2, 99), factory="04"),
    Option("timezone", String(63), "", "Time zone of this unit.", since=(7, 4, 0), factory="US/Pacific"),
    Option("vdom-mode", VDOM_MODE, "no-vdom", "Use of virtual domains."),
)

LOGINS = (
    _certificate("auth-cert", "Fortinet_Factory", "Certificate of the login page for users."),
    Option("auth-http-port", PORT, "1000", "Port of the login page."),
    Option("auth-https-port", PORT, "1003", "Port of the secure login page."),
    Option("auth-ike-saml-port", Integer(0, 65535), "1001", "Port for SAML in IKE.", since=(7, 2, 0)),
    Option("auth-keepalive", SWITCH, "disable", "Keep users logged in while a page is open."),
    Option("auth-session-auto-backup", SWITCH, "disable", "Keep logins over a restart.", since=(7, 6, 0)),
    Option(
        "auth-session-limit",
        Choice((Value("block-new", "Refuse new ones."), Value("logout-inactive", "Log idle ones out."))),
        "block-new",
        "What happens at too many logins.",
    ),
    Option("cert-chain-max", Integer(1, 2147483647), "8", "Longest chain of certificates that is followed."),
    Option("clt-cert-req", SWITCH, "disable", "Require certificates of administrators."),
    Option("csr-ca-attribute", SWITCH, "enable", "Put the CA attribute into signing requests."),
    Option("fortitoken-cloud", SWITCH, "enable", "Use FortiToken Cloud."),
    Option("ldapconntimeout", Integer(1, 300000), "500", "Milliseconds to wait for LDAP servers."),
    Option("policy-auth-concurrent", Integer(0, 100), "0", "Most logins of a user at once; 0 means no limit."),
    Option("radius-port", PORT, "1812", "Port of RADIUS servers."),
    Option("remoteauthtimeout", Integer(1, 300), "5", "Seconds to wait for servers that check users."),
    _certificate("scim-server-cert", "Fortinet_Factory", "Certificate of SCIM.", since=(7, 6, 0)),
    Option("ssl-min-proto-version", SSL_VERSION, "TLSv1-2", "Oldest protocol for SSL connections."),
    Option("strong-crypto", SWITCH, "enable", "Allow strong ciphers only."),
    Option("two-factor-email-expiry", Integer(30, 300), "60", "Seconds that a code by e-mail is good."),
    Option("two-factor-fac-expiry", Integer(10, 3600), "60", "Seconds that a code of FortiAuthenticator is good."),
    Option("two-factor-ftk-expiry", Integer(60, 600), "60", "Seconds that a code of a FortiToken is good."),
    Option("two-factor-ftm-expiry", Integer(1, 168), "72", "Hours that an activation is good."),
    Option("two-factor-sms-expiry", Integer(30, 300), "60", "Seconds that a code by SMS is good."),
    _certificate("user-server-cert", "Fortinet_Factory", "Certificate for users.", until=(7, 2, 0)),
    Option(
        "wifi-ca-certificate",
        String(79),
        "Fortinet_Wifi_CA",
        "Authority of WiFi users' certificates.",
        refers_to=AUTHORITIES,
        also=FACTORY_AUTHORITIES,
    ),
    _certificate("wifi-certificate", "Fortinet_Wifi", "Certificate to show to WiFi users."),
)

LAST = Option(
    "fds-statistics-period",
    Integer(1, 1440),
    "60",
    "Minutes between statistics.",
    when=When("fds-statistics", ("enable",)),
)

GLOBAL = Object(
    path=("system", "global"),
    help="Settings of the whole unit.",
    is_global=True,
    options=(*sorted((*ADMINISTRATION, *LOGINS, *PAGES, *TRAFFIC, *REST), key=attrgetter("name")), LAST),
)
