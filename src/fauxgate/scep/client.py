"""The client side: an enrollment as a state machine without I/O."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from fauxgate.pki.keys import PrivateKey
from fauxgate.scep.events import Event
from fauxgate.scep.http import ANY_SOURCE, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.profiles import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrollmentOrder:
    """What is to be enrolled, and where: `request` is the CSR in DER (its challenge inside), `key` its private key.

    `name` is what the certificate will be called; an empty `ca_identifier` means the profile's own.
    """

    name: str
    url: str
    key: PrivateKey
    request: bytes
    ca_identifier: str = ""
    source_ip: str = ANY_SOURCE


@dataclass(frozen=True, slots=True)
class Begin:
    """The first input."""


@dataclass(frozen=True, slots=True)
class TimerFired:
    """The time of the last `Wait` is over."""


@dataclass(frozen=True, slots=True)
class Wait:
    """The next input is to be `TimerFired`, after this many seconds."""

    seconds: int


class State(Enum):
    """Where an enrollment stands."""

    NEW = "new"
    FETCHING_CA = "fetching the CA certificate"
    REQUESTING = "requesting"
    WAITING = "waiting"
    POLLING = "polling"
    GRANTED = "granted"
    FAILED = "failed"


Input = Begin | HttpResponse | HttpFailure | TimerFired
Output = HttpRequest | Wait | Event


class Enrollment:
    """One certificate being requested."""

    def __init__(self, order: EnrollmentOrder, profile: Profile, random: Callable[[int], bytes]) -> None:
        self.state = State.NEW

    def receive(self, received: Input, now: datetime) -> Iterator[Output]:
        """Take one input; yield the outputs in order: requests to send, waits, events."""
        raise NotImplementedError


class CaFetch:
    """The authority's certificates being fetched, as `ca import auto` does; same shape as `Enrollment`."""

    def __init__(self, url: str, ca_identifier: str, source_ip: str, profile: Profile) -> None:
        raise NotImplementedError

    def receive(self, received: Input, now: datetime) -> Iterator[Output]:
        """Ends with `CaCertificatesReceived` or a `Failure`."""
        raise NotImplementedError
