"""`diagnose test application forticron`: what the scheduler of renewals watches (fortios-certificates.md 4.4)."""

from collections.abc import Iterator

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.appliance import CA, LOCAL, Appliance
from fauxgate.language import statements
from fauxgate.model.errors import ValueRefused
from fauxgate.schema.types import Path

CERTIFICATES = "2"
DOMAIN = "root"


@handles(statements.TestApplication)
def test_application(console: Console, statement: statements.TestApplication) -> Answer:
    """Print what a test tells, or which tests there are. Inferred: the list, which in truth is longer."""
    if not statement.level:
        yield f"{CERTIFICATES}. Show certificates to be updated"
    elif not statement.level.isdecimal():
        raise ValueRefused(statement.level)
    elif statement.level == CERTIFICATES:
        yield from _local(console.appliance)
        yield from _authorities(console.appliance)


def _local(appliance: Appliance) -> Iterator[str]:
    for name in appliance.configuration.table(LOCAL):
        if _value(appliance, LOCAL, name, "enroll-protocol") == "scep":
            yield _line(appliance, LOCAL, name, "auto-regenerate-days")


def _authorities(appliance: Appliance) -> Iterator[str]:
    for name in appliance.configuration.table(CA):
        if _value(appliance, CA, name, "scep-url"):
            yield _line(appliance, CA, name, "auto-update-days")


def _line(appliance: Appliance, path: Path, name: str, option: str) -> str:
    """One line. Inferred: all but `type=local` and `realm=global`; the capture breaks off in the last word."""
    days, warning = _value(appliance, path, name, option), _value(appliance, path, name, f"{option}-warning")
    realm = "global" if _value(appliance, path, name, "range") == "global" else DOMAIN
    source = _value(appliance, path, name, "source-ip")
    has_warned = path == LOCAL and appliance.forticron.has_warned_of(name)
    told = f"type={path[-1]}, realm={realm}, days={days}, days_warn={warning}, source={source}"
    return f"Name-{name}: {told}, warning_logged={has_warned:d}"


def _value(appliance: Appliance, path: Path, name: str, option: str) -> str:
    return str(appliance.configuration.value(path, name, option))
