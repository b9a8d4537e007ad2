"""What an explanation is made of, and the conditions that choose one."""

from collections.abc import Callable
from dataclasses import dataclass

from fauxgate.explain.trace import Seen, Trace
from fauxgate.scep import steps
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.events import Refused, TransportFailed
from fauxgate.scep.http import FailureReason


@dataclass(frozen=True, slots=True)
class Cause:
    """One explanation: its name, the likeliest cause, the remedy, and what reproduces it here.

    `fault` names a scenario of `fauxgate ca faults`; `otherwise` says what to do here where it takes no scenario.
    """

    name: str
    cause: str
    remedy: str
    fault: str = ""
    otherwise: str = ""


Condition = Callable[[Trace, Seen], bool]
Row = tuple[Condition, Cause]


def always(_trace: Trace, _failure: Seen) -> bool:
    """The condition of a general row."""
    return True


def status_begins(*numbers: str) -> Condition:
    """The last HTTP status begins with one of these."""
    return lambda trace, _failure: trace.value(steps.HttpStatusRead).startswith(numbers)


def mentions(*words: str) -> Condition:
    """One of these words stands anywhere in the text."""
    return lambda trace, _failure: any(word in trace.text.lower() for word in words)


def is_transport(reason: FailureReason) -> Condition:
    """The transport failed for this reason."""

    def holds(_trace: Trace, failure: Seen) -> bool:
        sample = failure.phrase.sample
        return isinstance(sample, TransportFailed) and sample.reason is reason

    return holds


def is_refusal(fail_info: FailInfo) -> Condition:
    """The authority refused with this failInfo."""

    def holds(_trace: Trace, failure: Seen) -> bool:
        sample = failure.phrase.sample
        return isinstance(sample, Refused) and sample.fail_info is fail_info

    return holds


def host_is_odd(trace: Trace, _failure: Seen) -> bool:
    """What stands where the host belongs is an e-mail address, a lone word with blanks around, or nothing."""
    host = trace.value(steps.CaFetchStarted, "hostname")
    return "@" in host or (bool(host) and "." not in host and ":" not in host and host != "localhost")


def url_is_no_url(_trace: Trace, failure: Seen) -> bool:
    """What the trace calls an illegal URL does not even begin as one."""
    return "://" not in failure.rest


def was_polling(trace: Trace, _failure: Seen) -> bool:
    """The authority had answered PENDING before."""
    return any(seen.kind is steps.PkiStatusRead and seen.value.upper() == "PENDING" for seen in trace.seen)


def is_about_key(trace: Trace, _failure: Seen) -> bool:
    """The text has a command that makes an elliptic curve key."""
    return any(" ec " in command for command in trace.commands)
