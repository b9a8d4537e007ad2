"""One appliance: what it is, what it holds, and the parts that work on it.

What works on certificates is in `realm`, and is loaded when it is first asked for.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from fauxgate.device.certificate_tables import LOCAL, SETTING, in_domain
from fauxgate.device.checks import CERTIFICATE_TABLES, checks
from fauxgate.device.clock import Clock
from fauxgate.device.events import CertificateLoaded, CertificateRemoved, CertificateUpdated, Event, Journal
from fauxgate.device.identity import MODEL
from fauxgate.device.jobs import Jobs
from fauxgate.device.realm import UNIT, Realm, realm_of
from fauxgate.device.revisions import Revisions
from fauxgate.device.transfer import FileServers, NoFileServers
from fauxgate.device.vault import Vault
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.storage import ROOT, Commit
from fauxgate.scep.transport import Transport
from fauxgate.schema.catalogue import DOMAINS, Catalogue
from fauxgate.schema.types import Release

if TYPE_CHECKING:
    from fauxgate.device.config_errors import ConfigError
    from fauxgate.device.event_log import EventLog
    from fauxgate.pki.keys import PrivateKey


@dataclass(frozen=True, slots=True)
class Outside:
    """What an appliance is given from outside: time, chance, the network, and the name of its habits on the wire.

    `file_servers` are the TFTP servers it can reach.
    """

    clock: Clock
    random: Callable[[int], bytes]
    transport: Transport
    profile: str = "fortios"
    file_servers: FileServers = field(default_factory=NoFileServers)


class Appliance:
    """One FortiGate-style appliance running `release`."""

    def __init__(self, catalogue: Catalogue, outside: Outside) -> None:
        self.catalogue = catalogue
        self.configuration = Configuration.factory(catalogue, outside.random)
        self.outside = outside
        self.clock = outside.clock
        self.lock = threading.RLock()
        self.vault = Vault(outside.random)
        self.jobs = Jobs(outside.clock)
        self.journal = Journal(outside.clock.now)
        self.journal.watch(self._heard)
        self._realms: dict[str, Realm] = {}
        self.revisions = Revisions()
        self.config_errors: tuple[ConfigError, ...] = ()
        """What the last restored configuration had that was refused."""
        self.started = outside.clock.now()
        self.restart_reason = "power cycle"
        self.settle: Callable[[], None] = lambda: None
        """Called after each command, before its prompt. May raise a UserError."""

    @cached_property
    def event_log(self) -> "EventLog":
        """The events that administrators look up."""
        from fauxgate.device.event_log import EventLog  # noqa: PLC0415 - nobody waits for it before the prompt

        return EventLog(self.journal)

    def realm(self, domain: str = ROOT) -> Realm:
        """The certificates of a virtual domain, or with an empty name those of the whole unit."""
        found = self._realms.get(domain)
        if found is None:
            found = self._realms[domain] = Realm(self, domain)
        return found

    @property
    def realms(self) -> tuple[Realm, ...]:
        """Every realm, those of the domains first."""
        return tuple(map(self.realm, (*self.configuration.domains, UNIT)))

    @property
    def enrolling(self) -> tuple[str, ...]:
        """The entries, of all realms, whose enrollment is not finished."""
        return tuple(name for realm in self._realms.values() for name in realm.enrolling)

    def private_keys(self) -> "list[PrivateKey]":
        """The keys of all certificates that can be opened here."""
        return [key for realm in self.realms for key in realm.certificate_files.private_keys()]

    @property
    def release(self) -> Release:
        """The FortiOS release whose behaviour this appliance shows."""
        return self.catalogue.release

    @property
    def hostname(self) -> str:
        """What stands in the prompt; the model's name until one is set."""
        return str(self.configuration.value(("system", "global"), "", "hostname")) or MODEL

    def editor(self) -> Editor:
        """A new place in the configuration, for one person."""
        own = checks(self.vault, self.outside.random)
        return Editor(self.configuration, self.vault, own, self.committed, self.outside.random)

    def set_clock(self, moment: datetime) -> None:
        """Put the clock to `moment`; what is due on the way fires, each at its own time, as soon as jobs run."""
        # The time since the start is not what changes.
        self.started += moment - self.jobs.present
        self.jobs.go_to(moment)

    def restart(self, configuration: Configuration | None = None) -> None:
        """Begin anew with what is saved, or with `configuration`; the places of sessions are lost with their work.

        Inferred: an enrollment that waits is not taken up again, and the logs, which are in memory only, are gone.
        """
        for realm in self._realms.values():
            realm.stop()
        # They hold the configuration that was there when they were made.
        self._realms.clear()
        if configuration is not None:
            self.configuration = configuration
        self.resume()
        self.event_log.clear()
        self.started = self.clock.now()
        self.restart_reason = "warm reboot"

    def resume(self) -> None:
        """Plan what follows from certificates that an earlier run had."""
        for realm in self.realms:
            realm.resume()

    def committed(self, commit: Commit) -> None:
        """Let the certificates follow a change."""
        self._note(commit)
        if in_domain(commit.path)[:2] == LOCAL[:2]:
            self.realm(realm_of(commit)).committed(commit)
            if commit.path == SETTING:
                # The unit has none of its own; see `UnitCertificates`.
                self.realm(UNIT).committed(commit)
        if commit.path == DOMAINS and commit.after is None and commit.key in self._realms:
            self._realms.pop(commit.key).stop()

    def _heard(self, _moment: datetime, event: Event) -> None:
        """Let what watches over certificates follow one that has come, gone or changed without a commit."""
        if isinstance(event, CertificateLoaded | CertificateUpdated | CertificateRemoved) and event.table == "local":
            self.realm(event.domain).plan(event.name)

    def _note(self, commit: Commit) -> None:
        """Tell the journal of a certificate that has come, gone or changed."""
        table = CERTIFICATE_TABLES.get(commit.path)
        if table is None:
            return
        option = "certificate" if table == "local" else table
        old = commit.before.values.get(option) if commit.before else None
        new = commit.after.values.get(option) if commit.after else None
        if old == new:
            return
        kind = CertificateRemoved if not new else CertificateUpdated if old else CertificateLoaded
        self.realm(realm_of(commit)).journal.record(kind(table, commit.key))
