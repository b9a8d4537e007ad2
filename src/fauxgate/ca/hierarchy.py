"""The authority's own certificates and keys: a root, perhaps an intermediate and registration authorities."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property

from cryptography.hazmat.primitives.serialization import Encoding

from fauxgate.ca import issuing
from fauxgate.ca.issuing import Authoritative, CertificateProfile
from fauxgate.pki import names
from fauxgate.scep.issuer import Identity

_COMMON_NAME = re.compile(r"(/CN=[^/]*)")
_SIGNING, _ENCIPHERING = ("digital_signature",), ("key_encipherment",)


class Role(Enum):
    """What a member is for."""

    ROOT = "root"
    INTERMEDIATE = "intermediate"
    RA_SIGNER = "ra-signature"
    RA_RECIPIENT = "ra-encryption"


class Ra(Enum):
    """Whether replies are signed, and requests opened, by somebody other than the issuing authority."""

    NONE = "none"
    ONE = "one"
    # As NDES has it: one certificate signs, the other is encrypted for (scep-interop.md 7.1).
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Shape:
    """Which members there are besides the root."""

    intermediate: bool = False
    ra: Ra = Ra.NONE


@dataclass(frozen=True, slots=True)
class Member:
    """One certificate of the authority with its key."""

    role: Role
    pair: Authoritative


@dataclass(frozen=True)
class Hierarchy:
    """All members of one generation."""

    members: Mapping[Role, Authoritative]

    @classmethod
    def of(cls, members: Sequence[Member]) -> "Hierarchy":
        """The hierarchy of these members, a root among them."""
        return cls({member.role: member.pair for member in members})

    @property
    def issuing(self) -> Authoritative:
        """Who signs certificates and CRLs."""
        return self.members.get(Role.INTERMEDIATE, self.members[Role.ROOT])

    @cached_property
    def chain(self) -> tuple[bytes, ...]:
        """The certificates above the issuing one, in DER."""
        return (_der(self.members[Role.ROOT]),) if Role.INTERMEDIATE in self.members else ()

    @property
    def authorities(self) -> tuple[bytes, ...]:
        """The issuing certificate and those above it, in DER."""
        return (_der(self.issuing), *self.chain)

    @cached_property
    def ra_signer(self) -> Identity | None:
        """The registration authority that signs replies."""
        return self._identity(Role.RA_SIGNER)

    @cached_property
    def ra_recipient(self) -> Identity | None:
        """The registration authority that requests are encrypted for; None where it is the one that signs."""
        return self._identity(Role.RA_RECIPIENT)

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """Everybody in it who can open a request."""
        return tuple(Identity(_der(pair), pair.key) for pair in self.members.values())

    @cached_property
    def certificates(self) -> tuple[bytes, ...]:
        """Registration authorities first, then the issuing authority and the one above it, in DER."""
        order = (Role.RA_RECIPIENT, Role.RA_SIGNER, Role.INTERMEDIATE, Role.ROOT)
        return tuple(_der(self.members[role]) for role in order if role in self.members)

    def _identity(self, role: Role) -> Identity | None:
        pair = self.members.get(role)
        return None if pair is None else Identity(_der(pair), pair.key)


def make(
    subject: str,
    shape: Shape,
    *,
    serial_number: Callable[[], int],
    random: Callable[[int], bytes],
    now: datetime,
    profile: CertificateProfile,
) -> list[Member]:
    """A new generation; `subject` is the root's name in the `/C=NL/O=...` form, from which the others have theirs."""
    root = issuing.make_root(names.parse(subject), issuing.new_key(random), serial_number(), now, profile)
    made = [Member(Role.ROOT, root)]
    if shape.intermediate:
        name = names.parse(called(subject, "Intermediate"))
        pair = issuing.make_intermediate(name, issuing.new_key(random), root, serial_number(), now, profile)
        made.append(Member(Role.INTERMEDIATE, pair))
    issuer = made[-1].pair
    for role, suffix, purposes in _RAS[shape.ra]:
        name = names.parse(called(subject, suffix))
        key = issuing.new_key(random)
        made.append(Member(role, issuing.make_ra(name, key, issuer, serial_number(), now, profile, purposes)))
    return made


def called(subject: str, suffix: str) -> str:
    """`/O=Example/CN=Example CA` and `RA` give `/O=Example/CN=Example CA RA`."""
    if not _COMMON_NAME.search(subject):
        return f"{subject}/CN={suffix}"
    return _COMMON_NAME.sub(rf"\1 {suffix}", subject, count=1)


_RAS: Mapping[Ra, Sequence[tuple[Role, str, Sequence[str]]]] = {
    Ra.NONE: (),
    Ra.ONE: ((Role.RA_SIGNER, "RA", (*_SIGNING, *_ENCIPHERING)),),
    Ra.SPLIT: ((Role.RA_SIGNER, "RA Signature", _SIGNING), (Role.RA_RECIPIENT, "RA Encryption", _ENCIPHERING)),
}


def _der(pair: Authoritative) -> bytes:
    return pair.certificate.public_bytes(Encoding.DER)
