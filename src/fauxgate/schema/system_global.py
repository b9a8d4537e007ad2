"""`system global` and `system console`.

Source: fortios-cli.md 9.2; print order of `system global`: alphabetical (fortios-cli.md 2.3).
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Hostname, Integer, Object, Option, String, Value

PORT = Integer(1, 65535)

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

SSL_VERSION = Choice(
    (
        Value("SSLv3", "SSL 3."),
        Value("TLSv1", "TLS 1.0."),
        Value("TLSv1-1", "TLS 1.1."),
        Value("TLSv1-2", "TLS 1.2."),
        Value("TLSv1-3", "TLS 1.3."),
    )
)

VDOM_MODE = Choice(
    (
        Value("no-vdom", "No virtual domains."),
        Value("split-vdom", "One virtual domain for management, one for traffic.", until=(7, 0, 99)),
        Value("multi-vdom", "Any number of virtual domains."),
    )
)

# Until 7.2 a time zone was one of these numbers (fortios-cli.md 5.2).
ZONE_NUMBER = Choice(tuple(Value(f"{number:02}", f"Time zone number {number}.") for number in range(88)))

GLOBAL = Object(
    path=("system", "global"),
    help="Settings of the whole unit.",
    is_global=True,
    options=(
        Option("admin-https-redirect", SWITCH, "enable", "Lead administrators from HTTP to HTTPS."),
        Option("admin-port", PORT, "80", "Port of the HTTP administration pages."),
        Option("admin-scp", SWITCH, "disable", "Allow configuration files to be copied by SCP."),
        # Inferred: before Fortinet_GUI_Server came with 7.2, the pseudo name self-sign was what old units print.
        Option("admin-server-cert", String(35), "self-sign", "Certificate of the HTTPS pages.", until=(7, 0, 99)),
        Option(
            "admin-server-cert", String(35), "Fortinet_GUI_Server", "Certificate of the HTTPS pages.", since=(7, 2, 0)
        ),
        Option("admin-sport", PORT, "443", "Port of the HTTPS administration pages."),
        Option("admin-ssh-port", PORT, "22", "Port of SSH."),
        Option("admin-telnet", SWITCH, "enable", "Allow administration by TELNET."),
        Option("admintimeout", Integer(1, 480), "5", "Minutes until an idle administrator is logged out."),
        Option("alias", String(35), help="Another name of this unit."),
        Option("auth-cert", String(35), "Fortinet_Factory", "Certificate of the login page for users."),
        Option("cert-chain-max", Integer(1, 2147483647), "8", "Longest chain of certificates that is followed."),
        Option("cfg-revert-timeout", Integer(10, 4294967295), "600", "Seconds until unsaved changes are taken back."),
        Option("cfg-save", CFG_SAVE, "automatic", "When changes are saved."),
        Option("csr-ca-attribute", SWITCH, "enable", "Put the CA attribute into signing requests."),
        Option("daily-restart", SWITCH, "disable", "Restart the unit every day."),
        Option("hostname", Hostname(35), help="Name of this unit; the prompt shows it."),
        Option("language", LANGUAGE, "english", "Language of the administration pages."),
        Option("management-vdom", String(31), "root", "Virtual domain for management."),
        Option("post-login-banner", SWITCH, "disable", "Show a message after login."),
        Option("pre-login-banner", SWITCH, "disable", "Show a message before login."),
        Option("private-data-encryption", SWITCH, "disable", "Encrypt secrets with a key of your own."),
        Option("revision-backup-on-logout", SWITCH, "disable", "Keep a copy of the configuration at each logout."),
        Option("ssl-min-proto-version", SSL_VERSION, "TLSv1-2", "Oldest protocol for SSL connections."),
        Option("strong-crypto", SWITCH, "enable", "Allow strong ciphers only."),
        Option("timezone", ZONE_NUMBER, "00", "Time zone of this unit.", until=(7, 2, 99), factory="04"),
        Option("timezone", String(63), "", "Time zone of this unit.", since=(7, 4, 0), factory="US/Pacific"),
        Option("vdom-mode", VDOM_MODE, "no-vdom", "Use of virtual domains."),
        Option("wifi-ca-certificate", String(79), "Fortinet_Wifi_CA", "Authority of WiFi users' certificates."),
        Option("wifi-certificate", String(35), "Fortinet_Wifi", "Certificate to show to WiFi users."),
    ),
)

CONSOLE = Object(
    path=("system", "console"),
    help="The console and how it prints.",
    is_global=True,
    options=(
        Option(
            "output",
            Choice(
                (
                    Value("standard", "Without pauses."),
                    Value("more", "With a pause after each page."),
                )
            ),
            "more",
            "How long outputs are printed.",
        ),
        Option("login", SWITCH, "enable", "Allow logins at the serial console."),
    ),
)
