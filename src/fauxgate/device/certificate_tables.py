"""Where certificates are configured: `config vpn certificate` in each domain, `config certificate` for the unit.

Both have tables with the same fields (fortios-certificates.md 3), so what works on those of a domain works on those of
the unit too, once it sees them in the same place.
"""

from collections.abc import Mapping
from typing import Self

from fauxgate.model.configuration import Configuration
from fauxgate.model.entry import Rows
from fauxgate.model.storage import ROOT, Commit
from fauxgate.schema.types import Path, Section, Stored

LOCAL = ("vpn", "certificate", "local")
CA = ("vpn", "certificate", "ca")
CRL = ("vpn", "certificate", "crl")
SETTING = ("vpn", "certificate", "setting")


class UnitCertificates(Configuration):
    """A configuration in which the tables of the whole unit stand where a domain has its own.

    Inferred: what the unit has no table for, as the settings, is that of `root`, which manages it.
    """

    @classmethod
    def of(cls, configuration: Configuration) -> Self:
        """The same configuration, seen so."""
        return cls(configuration.catalogue, configuration.storage, ROOT)

    def section(self, path: Path) -> Section:
        """See `Configuration`."""
        return super().section(self._here(path))

    def table(self, path: Path) -> Rows:
        """See `Configuration`."""
        return super().table(self._here(path))

    def write(self, path: Path, key: str, changes: Mapping[str, Stored | None]) -> Commit:
        """See `Configuration`."""
        return super().write(self._here(path), key, changes)

    def _here(self, path: Path) -> Path:
        is_shared = path[:2] == LOCAL[:2] and self.storage.catalogue.find(path[1:]) is not None
        return path[1:] if is_shared else path


def in_domain(path: Path) -> Path:
    """Where a domain has what a path of the unit names: `certificate local` gives `vpn certificate local`."""
    return ("vpn", *path) if path[:1] == ("certificate",) else path
