"""One appliance: what it is, what it holds, and the parts that work on it.

Certificates need `cryptography`, which takes as long to load as everything else together. So the parts that work on
them are imported and made when they are first asked for, and the prompt is there before.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from fauxgate.device.checks import CERTIFICATE_TABLES, checks
from fauxgate.device.clock import Clock
from fauxgate.device.events import CertificateLoaded, CertificateRemoved, CertificateUpdated, Event, Journal
from fauxgate.device.identity import MODEL
from fauxgate.device.jobs import Jobs
from fauxgate.device.revisions import Revisions
from fauxgate.device.transfer import FileServers, NoFileServers
from fauxgate.device.vault import Vault
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.storage import Commit
from fauxgate.scep.transport import Transport
from fauxgate.schema.catalogue import Catalogue
from fauxgate.schema.types import Release

if TYPE_CHECKING:
    from fauxgate.device.ca_import import CaImport
    from fauxgate.device.ca_update import CaUpdates
    from fauxgate.device.certificate_files import CertificateFiles
    from fauxgate.device.certificates import Certificates
    from fauxgate.device.config_errors import ConfigError
    from fauxgate.device.crl_import import CrlImport
    from fauxgate.device.enrollment import Enrollments
    from fauxgate.device.event_log import EventLog
    from fauxgate.device.forticron import Forticron
    from fauxgate.scep.profiles import Profile

LOCAL = ("vpn", "certificate", "local")
CA = ("vpn", "certificate", "ca")
SETTING = ("vpn", "certificate", "setting")
_PARTS = ("enrollments", "certificates", "ca_import", "certificate_files", "crl_import", "ca_updates", "forticron")


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

    @cached_property
    def enrollments(self) -> "Enrollments":
        """The enrollments under way."""
        from fauxgate.device.certificates import store  # noqa: PLC0415 - see the head of this module
        from fauxgate.device.enrollment import Enrollments  # noqa: PLC0415 - the same
        from fauxgate.device.store import roots  # noqa: PLC0415 - the same

        return Enrollments(
            clock=self.clock,
            jobs=self.jobs,
            journal=self.journal,
            transport=self.outside.transport,
            profile=self._profile,
            random=self.outside.random,
            lock=self.lock,
            store=lambda name, granted, values: store(self.configuration, name, granted, values),
            ended=self._plan,
            roots=roots(self.configuration, self.release),
        )

    @cached_property
    def certificates(self) -> "Certificates":
        """What makes keys and requests."""
        from fauxgate.device.certificates import Certificates  # noqa: PLC0415 - the same

        return Certificates(
            configuration=self.configuration,
            vault=self.vault,
            random=self.outside.random,
            enrollments=self.enrollments,
        )

    @cached_property
    def ca_import(self) -> "CaImport":
        """What fetches CA certificates."""
        from fauxgate.device.ca_import import CaImport  # noqa: PLC0415 - the same

        return CaImport(
            configuration=self.configuration,
            clock=self.clock,
            journal=self.journal,
            transport=self.outside.transport,
            profile=self._profile,
        )

    @cached_property
    def certificate_files(self) -> "CertificateFiles":
        """What imports and exports certificates as files."""
        from fauxgate.device.certificate_files import CertificateFiles  # noqa: PLC0415 - the same

        return CertificateFiles(
            configuration=self.configuration,
            vault=self.vault,
            random=self.outside.random,
            journal=self.journal,
            servers=self.outside.file_servers,
            enrollments=self.enrollments,
        )

    @cached_property
    def crl_import(self) -> "CrlImport":
        """What fetches revocation lists."""
        from fauxgate.device.crl_import import CrlImport  # noqa: PLC0415 - the same

        return CrlImport(
            configuration=self.configuration,
            files=self.certificate_files,
            clock=self.clock,
            journal=self.journal,
            transport=self.outside.transport,
            profile=self._profile,
            random=self.outside.random,
        )

    @cached_property
    def ca_updates(self) -> "CaUpdates":
        """What updates CA certificates by itself."""
        from fauxgate.device.ca_update import CaUpdates  # noqa: PLC0415 - the same

        return CaUpdates(
            configuration=self.configuration,
            clock=self.clock,
            jobs=self.jobs,
            journal=self.journal,
            transport=self.outside.transport,
            profile=self._profile,
            lock=self.lock,
        )

    @cached_property
    def forticron(self) -> "Forticron":
        """What renews local certificates and warns of their end."""
        from fauxgate.device.forticron import Forticron  # noqa: PLC0415 - the same
        from fauxgate.device.renewal_order import Renewals  # noqa: PLC0415 - the same

        return Forticron(
            configuration=self.configuration,
            clock=self.clock,
            jobs=self.jobs,
            journal=self.journal,
            enrollments=self.enrollments,
            renewals=Renewals(
                configuration=self.configuration,
                vault=self.vault,
                random=self.outside.random,
                profile=self._profile,
                open_key=self.certificate_files.private_key,
            ),
            lock=self.lock,
        )

    @property
    def _profile(self) -> "Profile":
        from fauxgate.scep.profiles import PROFILES  # noqa: PLC0415 - the same

        return PROFILES[self.outside.profile]

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
        if "enrollments" in self.__dict__:
            for name in self.enrollments.names:
                self.enrollments.cancel(name)
        if "forticron" in self.__dict__:
            self.forticron.stop()
        updated = self.ca_updates.stop() if "ca_updates" in self.__dict__ else ()
        if configuration is not None:
            self.configuration = configuration
        # These hold the configuration that was there when they were made.
        for part in _PARTS:
            self.__dict__.pop(part, None)
        self._plan(*self.configuration.table(LOCAL))
        for name in updated:
            self.ca_updates.plan(name)
        self.event_log.clear()
        self.started = self.clock.now()
        self.restart_reason = "warm reboot"

    def resume(self) -> None:
        """Plan what follows from certificates that an earlier run had."""
        self._plan(*self.configuration.table(LOCAL))
        for name, entry in self.configuration.table(CA).items():
            if "auto-update-days" in entry.values:
                self.ca_updates.plan(name)

    def committed(self, commit: Commit) -> None:
        """Let the enrollments follow a change: an entry that is gone or has another key is no longer enrolled."""
        self._note(commit)
        if commit.path == SETTING:
            self._plan(*self.configuration.table(LOCAL))
        if commit.path == CA and any(it and "auto-update-days" in it.values for it in (commit.before, commit.after)):
            self.ca_updates.plan(commit.key)
        if commit.path != LOCAL:
            return
        if commit.renamed_from is not None:
            self.enrollments.rename(commit.renamed_from, commit.key)
            if "forticron" in self.__dict__:
                self.forticron.rename(commit.renamed_from, commit.key)
        else:
            old, new = (it.values.get("private-key") if it else None for it in (commit.before, commit.after))
            if old != new:
                self.enrollments.cancel(commit.key)
            self._plan(commit.key)

    def _heard(self, _moment: datetime, event: Event) -> None:
        """Let what watches over certificates follow one that has come, gone or changed without a commit."""
        if isinstance(event, CertificateLoaded | CertificateUpdated | CertificateRemoved) and event.table == "local":
            self._plan(event.name)

    def _plan(self, *names: str) -> None:
        """Plan anew for local entries; as long as none of them has a certificate there is nothing to load for it."""
        for name in names:
            entry = self.configuration.entry(LOCAL, name)
            if "forticron" in self.__dict__ or (entry is not None and entry.values.get("certificate")):
                self.forticron.plan(name)

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
        self.journal.record(kind(table, commit.key))
