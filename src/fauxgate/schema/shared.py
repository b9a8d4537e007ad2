"""Types and values that options of several tables have in common."""

from fauxgate.schema.types import Choice, Integer, Path, Pem, Value

ENABLE = Value("enable", "Turn it on.")
DISABLE = Value("disable", "Turn it off.")

SWITCH = Choice((ENABLE, DISABLE))

RANGE = Choice(
    (
        Value("global", "For all virtual domains."),
        Value("vdom", "For this virtual domain only."),
    )
)

SOURCE = Choice(
    (
        Value("factory", "Built in at the factory."),
        Value("user", "Made or imported by an administrator."),
        Value("bundle", "Part of a bundle of certificates."),
    )
)

INTERFACE_SELECT_METHOD = Choice(
    (
        Value("auto", "Follow the routing table."),
        Value("sdwan", "Follow the SD-WAN rules."),
        Value("specify", "Use the interface that is set."),
    )
)

CERTIFICATE = Pem(("CERTIFICATE",))

COUNT = Integer(0, 4294967295)

NO_ADDRESS = "0.0.0.0"  # noqa: S104 - a value that says "none"; nothing listens there.

PORT = Integer(1, 65535)

VRF = Integer(0, 511)

SSL_VERSIONS = (
    Value("SSLv3", "SSL 3."),
    Value("TLSv1", "TLS 1.0."),
    Value("TLSv1-1", "TLS 1.1."),
    Value("TLSv1-2", "TLS 1.2."),
    Value("TLSv1-3", "TLS 1.3.", since=(7, 4, 1)),
)

SSL_VERSION = Choice((Value("default", "As in the global settings."), *SSL_VERSIONS))

WEEKDAYS = tuple(
    Value(day, f"{day.capitalize()}.")
    for day in ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
)

INTERFACES: tuple[Path, ...] = (("system", "interface"),)

CERTIFICATES: tuple[Path, ...] = (("vpn", "certificate", "local"), ("certificate", "local"))

AUTHORITIES: tuple[Path, ...] = (("vpn", "certificate", "ca"), ("certificate", "ca"))

REMOTE_CERTIFICATES: tuple[Path, ...] = (("vpn", "certificate", "remote"), ("certificate", "remote"))

BUILT_IN_PROFILES = ("super_admin", "super_admin_readonly")
"""Seen in a backup of 7.6.6: administrators have them, and no backup has the profiles themselves."""

FACTORY_CERTIFICATES = (
    "Fortinet_CA_SSL",
    "Fortinet_CA_Untrusted",
    "Fortinet_SSL",
    "Fortinet_SSL_RSA1024",
    "Fortinet_SSL_RSA2048",
    "Fortinet_SSL_RSA4096",
    "Fortinet_SSL_DSA1024",
    "Fortinet_SSL_DSA2048",
    "Fortinet_SSL_ECDSA256",
    "Fortinet_SSL_ECDSA384",
    "Fortinet_SSL_ECDSA521",
    "Fortinet_SSL_ED25519",
    "Fortinet_SSL_ED448",
    "Fortinet_Factory",
    "Fortinet_GUI_Server",
    "Fortinet_Wifi",
)
"""Names of certificates that are good without an entry, because every unit comes with them (fortios-cli.md 7.3)."""

FACTORY_AUTHORITIES = ("Fortinet_CA", "Fortinet_Sub_CA", "Fortinet_Wifi_CA")
"""The same for certificates of authorities."""
