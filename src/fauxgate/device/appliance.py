"""One appliance: what it is, what it holds, and the parts that work on it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from fauxgate.device.certificates import LOCAL, Certificates
from fauxgate.device.checks import CHECKS
from fauxgate.device.clock import Clock
from fauxgate.device.enrollment import Enrollments
from fauxgate.device.events import Journal
from fauxgate.device.jobs import Jobs
from fauxgate.device.vault import Vault
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Commit, Editor
from fauxgate.schema.tables import Catalogue
from fauxgate.schema.types import Release
from fauxgate.scep.profiles import Profile
from fauxgate.scep.transport import Transport

# A FortiGate-style virtual machine that nobody can mistake for a licensed one.
MODEL = "Fauxgate-VM64"
SERIAL_NUMBER = "FGVMFX0000000001"


@dataclass(frozen=True, slots=True)
class Outside:
    """What an appliance is given from outside itself: time, chance, the network, and its habits on the wire."""

    clock: Clock
    random: Callable[[int], bytes]
    transport: Transport
    profile: Profile


class Appliance:
    """One FortiGate-style appliance running `release`."""

    def __init__(self, catalogue: Catalogue, outside: Outside) -> None:
        self.catalogue = catalogue
        self.configuration = Configuration(catalogue)
        self.outside = outside
        self.clock = outside.clock
        self.lock = threading.RLock()
        self.vault = Vault(outside.random)
        self.jobs = Jobs(outside.clock)
        self.journal = Journal(outside.clock.now)
        self.enrollments = Enrollments(
            clock=outside.clock,
            jobs=self.jobs,
            journal=self.journal,
            transport=outside.transport,
            profile=outside.profile,
            random=outside.random,
            lock=self.lock,
            store=lambda granted: self.certificates.store(granted),
        )
        self.certificates = Certificates(
            configuration=self.configuration,
            vault=self.vault,
            random=outside.random,
            journal=self.journal,
            enrollments=self.enrollments,
        )

    @property
    def release(self) -> Release:
        """The FortiOS release whose behaviour this appliance shows."""
        return self.catalogue.release

    @property
    def hostname(self) -> str:
        """What stands in the prompt; the model's name until one is set."""
        return str(self.configuration.value(("system", "global"), None, "hostname")) or MODEL

    def editor(self) -> Editor:
        """A new place in the configuration, for one person."""
        return Editor(self.configuration, self.vault, CHECKS, self._committed)

    def _committed(self, commit: Commit) -> None:
        """What a change of the configuration means for the rest: a deleted certificate is no longer enrolled."""
        if commit.path == LOCAL and commit.after is None and commit.key is not None:
            self.enrollments.cancel(commit.key)
