"""All tables and objects, in the order in which a backup prints them (fortios-cli.md 7.2)."""

from fauxgate.schema import certificate
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.system_admin import ADMIN
from fauxgate.schema.system_global import CONSOLE, GLOBAL
from fauxgate.schema.system_interface import INTERFACE
from fauxgate.schema.system_services import DNS, NTP
from fauxgate.schema.types import Path, Release, Section

ALL: tuple[Section, ...] = (GLOBAL, INTERFACE, ADMIN, DNS, CONSOLE, NTP, *certificate.TABLES)

BRANCHES: dict[Path, str] = {
    ("certificate",): "Certificates of the whole unit.",
    ("system",): "The unit itself.",
    ("vpn",): "Virtual private networks and certificates.",
    ("vpn", "certificate"): "Certificates.",
}
"""The help of path words that name no section by themselves."""


def catalogue(release: Release) -> Catalogue:
    """What that release has."""
    return Catalogue(ALL, BRANCHES, release)
