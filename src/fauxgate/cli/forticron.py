"""`diagnose test application forticron`: what the scheduler of renewals watches (fortios-certificates.md 4.4)."""

from collections.abc import Iterator

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.certificate_tables import CA, LOCAL
from fauxgate.device.realm import Realm
from fauxgate.language import statements
from fauxgate.model.errors import ValueRefused
from fauxgate.schema.types import Path

CERTIFICATES = "2"


@handles(statements.TestApplication)
def test_application(console: Console, statement: statements.TestApplication) -> Answer:
    """Print what a test tells, or which tests there are. Inferred: the list, which in truth is longer."""
    if not statement.level:
        yield f"{CERTIFICATES}. Show certificates to be updated"
    elif not statement.level.isdecimal():
        raise ValueRefused(statement.level)
    elif statement.level == CERTIFICATES:
        for realm in console.appliance.realms:
            yield from _local(realm)
            yield from _authorities(realm)


def _local(realm: Realm) -> Iterator[str]:
    for name in realm.configuration.table(LOCAL):
        if _value(realm, LOCAL, name, "enroll-protocol") == "scep":
            yield _line(realm, LOCAL, name, "auto-regenerate-days")


def _authorities(realm: Realm) -> Iterator[str]:
    for name in realm.configuration.table(CA):
        if _value(realm, CA, name, "scep-url"):
            yield _line(realm, CA, name, "auto-update-days")


def _line(realm: Realm, path: Path, name: str, option: str) -> str:
    """One line. Inferred: all but `type=local` and `realm=global`; the capture breaks off in the last word."""
    days, warning = _value(realm, path, name, option), _value(realm, path, name, f"{option}-warning")
    where = "global" if _value(realm, path, name, "range") == "global" else realm.domain
    source = _value(realm, path, name, "source-ip")
    has_warned = path == LOCAL and realm.forticron.has_warned_of(name)
    told = f"type={path[-1]}, realm={where}, days={days}, days_warn={warning}, source={source}"
    return f"Name-{name}: {told}, warning_logged={has_warned:d}"


def _value(realm: Realm, path: Path, name: str, option: str) -> str:
    return str(realm.configuration.value(path, name, option))
