"""All tables and objects, in the order in which a backup prints them (fortios-cli.md 7.2).

A row says where a section stands; its module is imported when the section is first used. A new table is its data and
one row here.
"""

from fauxgate.schema.catalogue import Catalogue, Row
from fauxgate.schema.types import Path, Release

INDEX: tuple[Row, ...] = tuple(
    Row(tuple(path.split()), module, attribute)
    for path, module, attribute in (
        ("system global", "system_global", "GLOBAL"),
        ("system interface", "system_interface", "INTERFACE"),
        ("system admin", "system_admin", "ADMIN"),
        ("system dns", "system_services", "DNS"),
        ("system console", "system_global", "CONSOLE"),
        ("system ntp", "system_services", "NTP"),
        ("certificate ca", "certificate", "GLOBAL_CA"),
        ("certificate local", "certificate", "GLOBAL_LOCAL"),
        ("certificate crl", "certificate", "GLOBAL_CRL"),
        ("certificate remote", "certificate", "GLOBAL_REMOTE"),
        ("certificate hsm-local", "certificate", "GLOBAL_HSM_LOCAL"),
        ("vpn certificate ca", "certificate", "CA"),
        ("vpn certificate local", "certificate", "LOCAL"),
        ("vpn certificate remote", "certificate", "REMOTE"),
        ("vpn certificate crl", "certificate", "CRL"),
        ("vpn certificate hsm-local", "certificate", "HSM_LOCAL"),
        ("vpn certificate ocsp-server", "certificate_authority", "OCSP_SERVER"),
        ("vpn certificate setting", "certificate", "SETTING"),
    )
)

BRANCHES: dict[Path, str] = {
    ("certificate",): "Certificates of the whole unit.",
    ("system",): "The unit itself.",
    ("vpn",): "Virtual private networks and certificates.",
    ("vpn", "certificate"): "Certificates.",
}
"""The help of path words that name no section by themselves."""


def catalogue(release: Release, *, strict: bool = False) -> Catalogue:
    """What that release has; see `Catalogue` for `strict`."""
    return Catalogue(INDEX, BRANCHES, release, strict=strict)
