"""What a fault is, and what it may use."""

import hashlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from fauxgate.ca import issuing
from fauxgate.ca.authority import Authority
from fauxgate.ca.issuing import Authoritative, CertificateProfile
from fauxgate.pki import names
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.issuer import Decision, Grant, Identity
from fauxgate.scep.manner import Manner


@dataclass
class Workshop:
    """Where faults get certificates that an honest authority would not have; each is made once.

    They take no serial number of the register, for they are none of its certificates.
    """

    authority: Authority
    now: Callable[[], datetime]
    made: dict[str, Authoritative] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def issuing(self) -> Authoritative:
        """The honest issuing authority."""
        return self.authority.generations.current().issuing

    def stranger(self) -> Authoritative:
        """Another authority of the same name."""

        def make() -> Authoritative:
            return issuing.make_root(self.issuing.name, self._new_key(), 1, self.now(), CertificateProfile())

        return self._once("stranger", make)

    def ra(self, *purposes: str) -> Authoritative:
        """A registration authority with this key usage; without purposes, with none at all."""
        name = names.parse("/CN=Registration Authority")

        def make() -> Authoritative:
            return issuing.make_ra(name, self._new_key(), self.issuing, 2, self.now(), CertificateProfile(), purposes)

        return self._once(f"ra {' '.join(purposes)}", make)

    def redated(self, begin: datetime, end: datetime) -> Authoritative:
        """The honest authority's key with a certificate that is valid at another time."""
        return self._once(f"redated {begin}", lambda: issuing.redated(self.issuing, begin, end))

    def _new_key(self) -> RSAPrivateKey:
        return issuing.new_key(self.authority.random)

    def _once(self, name: str, make: Callable[[], Authoritative]) -> Authoritative:
        with self.lock:
            if name not in self.made:
                self.made[name] = make()
            return self.made[name]


@dataclass(frozen=True, slots=True)
class Tools:
    """What one reply's fault may use; `random` gives the same bytes for the same seed, fault and transaction."""

    workshop: Workshop
    random: Callable[[int], bytes]


class Fault(Manner):
    """One way to misbehave: it overrides one of the methods of `Manner`, or `decision`. It happens every time."""

    name: ClassVar[str]
    summary: ClassVar[str]

    def __init__(self, tools: Tools) -> None:
        self.workshop = tools.workshop
        self.random = tools.random

    def decision(self, decision: Decision) -> Decision:
        """What is told of the authority's decision, which stands in its register all the same."""
        if isinstance(decision, Grant):
            return Grant(self.granted(decision.certificate), decision.password)
        return decision

    def identities(self) -> Sequence[Identity]:
        """Who else opens requests."""
        return ()

    def refusal(self, request: HttpRequest) -> HttpResponse | None:  # noqa: ARG002  (most look at no request)
        """What is answered to a request before anything is read in it."""
        return None

    def granted(self, certificate: bytes) -> bytes:
        """The certificate that is handed out."""
        return certificate


class NoFault(Fault):
    """Nothing is wrong."""

    name = "none"
    summary = "behave"


class Seeded:
    """Bytes that look like chance and are always the same for a seed."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._count = 0

    def __call__(self, size: int) -> bytes:
        """The next bytes."""
        made = b""
        while len(made) < size:
            self._count += 1
            made += hashlib.sha256(f"{self._seed}:{self._count}".encode()).digest()
        return made[:size]


def identity(pair: Authoritative) -> Identity:
    """A pair as the protocol takes it."""
    return Identity(pair.certificate.public_bytes(Encoding.DER), pair.key)
