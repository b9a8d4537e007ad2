"""The certificates of one realm, which is a virtual domain or the whole unit, and the parts that work on them.

Certificates need `cryptography`, which takes as long to load as everything else together. So the parts are imported and
made when they are first asked for, and the prompt is there before.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from fauxgate.device.certificate_tables import CA, CRL, LOCAL, SETTING, UnitCertificates, in_domain
from fauxgate.model.configuration import Configuration
from fauxgate.model.storage import ROOT, Commit
from fauxgate.schema.types import Path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fauxgate.device.appliance import Appliance
    from fauxgate.device.ca_import import CaImport
    from fauxgate.device.ca_update import CaUpdates
    from fauxgate.device.certificate_files import CertificateFiles
    from fauxgate.device.certificates import Certificates
    from fauxgate.device.crl_import import CrlImport
    from fauxgate.device.crl_update import CrlUpdates
    from fauxgate.device.enrollment import Enrollments
    from fauxgate.device.forticron import Forticron
    from fauxgate.device.memory import Memory
    from fauxgate.scep.profiles import Profile

FETCHED: dict[Path, frozenset[str]] = {CA: frozenset({"auto-update-days"}), CRL: frozenset({"scep-url", "http-url"})}
"""What says that something is fetched by itself; as long as nothing does there is nothing to load for it."""

WATCHING = {"local": "forticron", "ca": "ca_updates", "crl": "crl_updates"}
"""What watches over which table."""

UNIT = ""
"""The realm of the whole unit, which `config global` leads to."""


class Realm:
    """The realm of a virtual domain, or with the name `UNIT` of all of them together."""

    def __init__(self, appliance: "Appliance", domain: str) -> None:
        self._appliance = appliance
        self.domain = domain
        whole = appliance.configuration
        self.configuration = UnitCertificates.of(whole) if domain == UNIT else whole.seen_from(domain)
        self.journal = appliance.journal.of(domain)

    @cached_property
    def enrollments(self) -> "Enrollments":
        """The enrollments under way."""
        from fauxgate.device.certificates import store  # noqa: PLC0415 - see the head of this module
        from fauxgate.device.enrollment import Enrollments  # noqa: PLC0415 - the same
        from fauxgate.device.store import roots  # noqa: PLC0415 - the same

        return Enrollments(
            clock=self._appliance.clock,
            jobs=self._appliance.jobs,
            journal=self.journal,
            transport=self._appliance.outside.transport,
            profile=self._profile,
            random=self._appliance.outside.random,
            lock=self._appliance.lock,
            store=lambda name, granted, values: store(self.configuration, name, granted, values),
            ended=self.plan,
            roots=roots(self.trusting, self._appliance.release),
        )

    @cached_property
    def certificates(self) -> "Certificates":
        """What makes keys and requests."""
        from fauxgate.device.certificates import Certificates  # noqa: PLC0415 - the same

        return Certificates(
            configuration=self.configuration,
            vault=self._appliance.vault,
            random=self._appliance.outside.random,
            enrollments=self.enrollments,
        )

    @cached_property
    def ca_import(self) -> "CaImport":
        """What fetches CA certificates."""
        from fauxgate.device.ca_import import CaImport  # noqa: PLC0415 - the same

        return CaImport(
            configuration=self.configuration,
            clock=self._appliance.clock,
            journal=self.journal,
            transport=self._appliance.outside.transport,
            profile=self._profile,
        )

    @cached_property
    def certificate_files(self) -> "CertificateFiles":
        """What imports and exports certificates as files."""
        from fauxgate.device.certificate_files import CertificateFiles  # noqa: PLC0415 - the same

        return CertificateFiles(
            configuration=self.configuration,
            vault=self._appliance.vault,
            random=self._appliance.outside.random,
            journal=self.journal,
            servers=self._appliance.outside.file_servers,
            enrollments=self.enrollments,
        )

    @cached_property
    def crl_import(self) -> "CrlImport":
        """What fetches revocation lists."""
        from fauxgate.device.crl_import import CrlImport  # noqa: PLC0415 - the same

        return CrlImport(
            configuration=self.configuration,
            files=self.certificate_files,
            clock=self._appliance.clock,
            journal=self.journal,
            transport=self._appliance.outside.transport,
            profile=self._profile,
            random=self._appliance.outside.random,
            fetched=self._crl_fetched,
        )

    @cached_property
    def crl_updates(self) -> "CrlUpdates":
        """What fetches revocation lists by itself."""
        from fauxgate.device.crl_update import CrlUpdates  # noqa: PLC0415 - the same

        return CrlUpdates(
            configuration=self.configuration,
            clock=self._appliance.clock,
            jobs=self._appliance.jobs,
            crl_import=self.crl_import,
            lock=self._appliance.lock,
        )

    @cached_property
    def ca_updates(self) -> "CaUpdates":
        """What updates CA certificates by itself."""
        from fauxgate.device.ca_update import CaUpdates  # noqa: PLC0415 - the same

        return CaUpdates(
            configuration=self.configuration,
            clock=self._appliance.clock,
            jobs=self._appliance.jobs,
            journal=self.journal,
            transport=self._appliance.outside.transport,
            profile=self._profile,
            lock=self._appliance.lock,
        )

    @cached_property
    def forticron(self) -> "Forticron":
        """What renews local certificates and warns of their end."""
        from fauxgate.device.forticron import Forticron  # noqa: PLC0415 - the same
        from fauxgate.device.renewal_order import Renewals  # noqa: PLC0415 - the same

        return Forticron(
            configuration=self.configuration,
            clock=self._appliance.clock,
            jobs=self._appliance.jobs,
            journal=self.journal,
            enrollments=self.enrollments,
            renewals=Renewals(
                configuration=self.configuration,
                vault=self._appliance.vault,
                random=self._appliance.outside.random,
                profile=self._profile,
                open_key=self.certificate_files.private_key,
            ),
            lock=self._appliance.lock,
        )

    @property
    def has_enrollments(self) -> bool:
        """Whether one was ever begun; as long as none was there is nothing to load for it."""
        return "enrollments" in self.__dict__

    @property
    def enrolling(self) -> tuple[str, ...]:
        """The entries whose enrollment is not finished."""
        return self.enrollments.names if self.has_enrollments else ()

    @property
    def trusting(self) -> tuple[Configuration, ...]:
        """Where the trusted authorities are. Inferred: those of the whole unit count in every domain."""
        own = self.configuration
        return (own,) if self.domain == UNIT else (own, UnitCertificates.of(own))

    @property
    def _profile(self) -> "Profile":
        from fauxgate.scep.profiles import PROFILES  # noqa: PLC0415 - the same

        return PROFILES[self._appliance.outside.profile]

    def resume(self) -> None:
        """Plan what follows from certificates that an earlier run had."""
        self.plan(*self.configuration.table(LOCAL))
        for name, entry in self.configuration.table(CA).items():
            if entry.values.keys() & FETCHED[CA]:
                self.ca_updates.plan(name)
        for name, entry in self.configuration.table(CRL).items():
            if entry.values.keys() & FETCHED[CRL]:
                self.crl_updates.plan(name)

    @property
    def memories(self) -> "Mapping[str, Mapping[str, Memory]]":
        """What those who watch over certificates remember, by their table and entry."""
        return {table: self.__dict__[part].memories for table, part in WATCHING.items() if part in self.__dict__}

    def remember(self, table: str, name: str, memory: "Memory") -> None:
        """Take over what was remembered in an earlier run, before `resume`."""
        part: Forticron | CaUpdates | CrlUpdates = getattr(self, WATCHING[table])
        part.remember(name, memory)

    def stop(self) -> None:
        """Do nothing of what was planned, and no longer enroll."""
        for name in self.enrolling:
            self.enrollments.cancel(name)
        if "forticron" in self.__dict__:
            self.forticron.stop()
        if "ca_updates" in self.__dict__:
            self.ca_updates.stop()
        if "crl_updates" in self.__dict__:
            self.crl_updates.stop()

    def committed(self, commit: Commit) -> None:
        """Follow a change: an entry that is gone or has another key is no longer enrolled."""
        path = in_domain(commit.path)
        self._follow_online(path, commit)
        if path == SETTING:
            self.plan(*self.configuration.table(LOCAL))
        if path != LOCAL:
            return
        if commit.renamed_from is not None:
            if self.has_enrollments:
                self.enrollments.rename(commit.renamed_from, commit.key)
            if "forticron" in self.__dict__:
                self.forticron.rename(commit.renamed_from, commit.key)
        else:
            old, new = (it.values.get("private-key") if it else None for it in (commit.before, commit.after))
            if old != new and self.has_enrollments:
                self.enrollments.cancel(commit.key)
            self.plan(commit.key)

    def _follow_online(self, path: Path, commit: Commit) -> None:
        """Follow a change of what is fetched by itself; what was planned under an old name is not to happen."""
        marks = FETCHED.get(path, frozenset())
        if not any(it and it.values.keys() & marks for it in (commit.before, commit.after)):
            return
        updates: CaUpdates | CrlUpdates = self.ca_updates if path == CA else self.crl_updates
        for name in filter(None, (commit.renamed_from, commit.key)):
            updates.plan(name)

    def plan(self, *names: str) -> None:
        """Plan anew for local entries; as long as none of them has a certificate there is nothing to load for it."""
        for name in names:
            entry = self.configuration.entry(LOCAL, name)
            if "forticron" in self.__dict__ or (entry is not None and entry.values.get("certificate")):
                self.forticron.plan(name)

    def _crl_fetched(self, name: str) -> None:
        self.crl_updates.fetched(name)


def realm_of(commit: Commit) -> str:
    """The realm that a change of certificates belongs to."""
    return UNIT if commit.path[:1] == ("certificate",) else commit.domain or ROOT
