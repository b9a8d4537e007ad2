"""How an authority with a state directory is run; written down there, so that every process that opens it agrees."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import Enum

from fauxgate.ca.authority import Authority, Rules
from fauxgate.ca.challenges import Checker
from fauxgate.ca.hierarchy import Ra, Shape
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.register import Register
from fauxgate.ca.register_sqlite import SqliteRegister
from fauxgate.ca.renewal import RenewalRules
from fauxgate.ca.reviewers import AfterPolls, Listed, Manual, Reject, Reviewer, Wait
from fauxgate.scep.issuer import Unenvelopable

_NAME = "authority"


class Approval(Enum):
    """How requests are decided."""

    # By the default challenge password, or that of an enrollment request.
    AUTOMATIC = "automatic"
    # Each by a person.
    MANUAL = "manual"
    # FortiAuthenticator's "Automatic": by an enrollment request, and no other (fortios-certificates.md 5.4).
    LISTED = "listed"
    # Its "Manual and Automatic": what fits no enrollment request waits for a person.
    LISTED_OR_MANUAL = "listed-or-manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `fauxgate ca serve` was told; `challenge` is the hash of the default challenge password."""

    subject: str
    intermediate: bool = False
    ra: str = Ra.NONE.value
    approval: str = Approval.AUTOMATIC.value
    challenge: str = field(default="", repr=False)
    pending: int = 0
    days: int = 365
    ca_days: int = 3650
    crl_days: int = 7
    crl_url: str = ""
    renewal_days: int | None = None
    revoke_on_renewal: bool = False
    ec: str = Unenvelopable.REFUSE.value

    def profile(self) -> CertificateProfile:
        """What stands in certificates."""
        return CertificateProfile(ca_days=self.ca_days, days=self.days, crl_days=self.crl_days, crl_url=self.crl_url)

    def rules(self) -> Rules:
        """What the authority does where the standard leaves it free."""
        shape = Shape(self.intermediate, Ra(self.ra))
        return Rules(shape, Unenvelopable(self.ec), RenewalRules(self.renewal_days, self.revoke_on_renewal))

    def reviewer(self, register: Register, checker: Checker) -> Reviewer:
        """Who decides."""
        approval = Approval(self.approval)
        if approval is Approval.MANUAL:
            return Manual()
        unlisted = Wait() if approval is Approval.LISTED_OR_MANUAL else Reject("no enrollment request matches")
        deciding = Listed(register, checker, self.challenge or None, unlisted, approval is Approval.AUTOMATIC)
        return AfterPolls(self.pending, deciding) if self.pending else deciding


def load(register: SqliteRegister) -> Settings | None:
    """What is written down; None in a new register."""
    text = register.setting(_NAME)
    return None if text is None else Settings(**json.loads(text))


def save(register: SqliteRegister, settings: Settings) -> None:
    """Write it down."""
    register.keep_setting(_NAME, json.dumps(asdict(settings)))


def authority(
    settings: Settings, register: SqliteRegister, *, now: Callable[[], datetime], random: Callable[[int], bytes]
) -> Authority:
    """The authority that is run so."""
    return Authority(
        settings.subject,
        reviewer=settings.reviewer(register, Checker(random)),
        register=register,
        now=now,
        random=random,
        profile=settings.profile(),
        rules=settings.rules(),
    )
