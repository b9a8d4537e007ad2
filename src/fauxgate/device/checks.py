"""Which tables have checks beyond what the schema can state, and the checks themselves once they are needed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fauxgate.device.vault import Vault
from fauxgate.model.validation import Check
from fauxgate.schema.types import Path, Stored

# Both parallel paths have them.
CERTIFICATE_TABLES = {
    (*prefix, table): table
    for prefix in (("vpn", "certificate"), ("certificate",))
    for table in ("local", "ca", "remote")
}


@dataclass(frozen=True, slots=True)
class CertificateCheck:
    """The check of a table of certificates, loaded when the first entry is saved."""

    table: str
    vault: Vault
    random: Callable[[int], bytes]

    def check(self, key: str, values: Mapping[str, Stored]) -> Mapping[str, Stored] | None:
        """See `certificate_checks`."""
        from fauxgate.device.certificate_checks import check_for  # noqa: PLC0415 - see device/appliance.py

        return check_for(self.table, self.vault, self.random).check(key, values)


def checks(vault: Vault, random: Callable[[int], bytes]) -> Mapping[Path, Check]:
    """The checks of an appliance, by the table whose entries they are about."""
    return {path: CertificateCheck(table, vault, random) for path, table in CERTIFICATE_TABLES.items()}
