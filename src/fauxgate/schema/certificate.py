"""The certificate tables in the order of a backup: those of a virtual domain and the parallel global ones.

Source: fortios-certificates.md 3 and 3.4; print order of the settings: fortios-cli.md 9.2; paths: config-paths.tsv.
"""

from fauxgate.schema.certificate_authority import ca, crl, hsm_local, remote
from fauxgate.schema.certificate_local import local
from fauxgate.schema.shared import DISABLE, ENABLE, INTERFACE_SELECT_METHOD, SWITCH
from fauxgate.schema.types import Choice, Integer, Object, Option, Password, String, Value, When

OCSP_STATUS = Choice(
    (
        Value("enable", "Ask, and go on if there is no answer."),
        Value("mandatory", "Ask, and refuse if there is no answer.", since=(7, 4, 2)),
        Value("disable", "Do not ask."),
    )
)

OCSP_OPTION = Choice(
    (
        Value("certificate", "Ask the server that the certificate names."),
        Value("server", "Ask the server that is set here."),
    )
)

SUBJECT_MATCH = Choice(
    (
        Value("substring", "A part of the text is enough."),
        Value("value", "The whole text must be equal."),
    )
)

SUBJECT_SET = Choice(
    (
        Value("subset", "Every part that is set must be in the certificate."),
        Value("superset", "Every part in the certificate must be set."),
    )
)

CRL_FAULT = Choice(
    (
        Value("ignore", "Treat the certificate as good."),
        Value("revoke", "Treat the certificate as revoked."),
    )
)

CRL_VERIFICATION = Object(
    path=("crl-verification",),
    help="What to do when a revocation list is missing or too old.",
    options=(
        Option("expiry", CRL_FAULT, "ignore", "When the list has expired."),
        Option("leaf-crl-absence", CRL_FAULT, "ignore", "When there is no list for the certificate itself."),
        Option("chain-crl-absence", CRL_FAULT, "ignore", "When there is no list for an authority above it."),
    ),
    since=(7, 0, 1),
)

SSL_VERSION = Choice(
    (
        Value("default", "As in the global settings."),
        Value("SSLv3", "SSL 3."),
        Value("TLSv1", "TLS 1.0."),
        Value("TLSv1-1", "TLS 1.1."),
        Value("TLSv1-2", "TLS 1.2."),
        Value("TLSv1-3", "TLS 1.3.", since=(7, 4, 1)),
    )
)

ALGORITHMS = (
    ("rsa1024", "RSA1024"),
    ("rsa2048", "RSA2048"),
    ("rsa4096", "RSA4096"),
    ("dsa1024", "DSA1024"),
    ("dsa2048", "DSA2048"),
    ("ecdsa256", "ECDSA256"),
    ("ecdsa384", "ECDSA384"),
    ("ecdsa521", "ECDSA521"),
    ("ed25519", "ED25519"),
    ("ed448", "ED448"),
)

SIGNERS = tuple(
    Option(f"certname-{word}", String(35), f"Fortinet_SSL_{name}", f"Certificate for inspected sites with {name} keys.")
    for word, name in ALGORITHMS
)

SETTING = Object(
    path=("vpn", "certificate", "setting"),
    help="How certificates are checked.",
    options=(
        Option("ocsp-status", OCSP_STATUS, "disable", "Ask OCSP servers about certificates."),
        Option("ocsp-option", OCSP_OPTION, "server", "Which OCSP server to ask first."),
        Option("proxy", String(127), help="Proxy for OCSP and CRL requests.", since=(7, 2, 4)),
        Option(
            "proxy-port",
            Integer(1, 65535),
            "8080",
            "Port of the proxy.",
            since=(7, 2, 4),
        ),
        Option("proxy-username", String(63), help="User name for the proxy.", since=(7, 2, 4)),
        Option("proxy-password", Password(128), help="Password for the proxy.", since=(7, 2, 4), secret=True),
        Option("ssl-ocsp-source-ip", String(63), help="Address to send OCSP requests from.", until=(7, 2, 4)),
        Option("source-ip", String(63), help="Address to send OCSP and enrollment requests from.", since=(7, 4, 0)),
        Option("ocsp-default-server", String(35), help="OCSP server to ask."),
        Option("interface-select-method", INTERFACE_SELECT_METHOD, "auto", "How the outgoing interface is chosen."),
        Option(
            "interface",
            String(15),
            help="Outgoing interface.",
            when=When("interface-select-method", ("specify",)),
        ),
        Option("vrf-select", Integer(0, 511), "0", "VRF for outgoing requests.", since=(7, 6, 1)),
        Option("check-ca-cert", SWITCH, "enable", "Check that the authority is trusted."),
        Option("check-ca-chain", SWITCH, "disable", "Check every authority up to the root."),
        Option("subject-match", SUBJECT_MATCH, "substring", "How parts of the subject are compared."),
        Option("subject-set", SUBJECT_SET, "subset", "Which parts of the subject must agree.", since=(7, 0, 1)),
        Option("cn-match", SUBJECT_MATCH, "substring", "How the common name is compared."),
        Option("cn-allow-multi", SWITCH, "enable", "Allow more than one common name.", since=(7, 0, 1)),
        CRL_VERIFICATION,
        Option("strict-crl-check", SWITCH, "disable", "Insist on a valid revocation list.", until=(7, 0, 0)),
        Option("strict-ocsp-check", SWITCH, "disable", "Insist on a complete OCSP answer."),
        Option("ssl-min-proto-version", SSL_VERSION, "default", "Oldest protocol for outgoing connections."),
        Option("cmp-save-extra-certs", SWITCH, "disable", "Keep the other certificates of a CMP answer."),
        Option("cmp-key-usage-checking", SWITCH, "enable", "Check the key usage of CMP servers."),
        Option("cert-expire-warning", Integer(0, 100), "14", "Days before expiry to log a warning.", since=(7, 2, 1)),
        Option(
            "csr-include-device-sn",
            Choice((ENABLE, DISABLE)),
            "enable",
            "Put the serial number of the unit into signing requests.",
            since=(8, 0, 0),
        ),
        *SIGNERS,
    ),
)

# Inferred: only the two tables that old backups show empty are printed while they are empty.
GLOBAL_CA = ca(("certificate", "ca"), "global", quiet=True)

GLOBAL_LOCAL = local(("certificate", "local"), "global", quiet=True)

GLOBAL_CRL = crl(("certificate", "crl"), "global", quiet=True)

GLOBAL_REMOTE = remote(("certificate", "remote"), "global", quiet=True)

GLOBAL_HSM_LOCAL = hsm_local(("certificate", "hsm-local"), "global")

CA = ca(("vpn", "certificate", "ca"), "vdom")

LOCAL = local(("vpn", "certificate", "local"), "vdom")

REMOTE = remote(("vpn", "certificate", "remote"), "vdom", quiet=True)

CRL = crl(("vpn", "certificate", "crl"), "vdom", quiet=True)

HSM_LOCAL = hsm_local(("vpn", "certificate", "hsm-local"), "vdom")
