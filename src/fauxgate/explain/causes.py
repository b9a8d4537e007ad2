"""What each way to fail most likely means, what to do, and how to see it here: the table of explanations.

Rows about one kind of event stand from the particular to the general; the first whose condition holds is taken.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fauxgate.explain.trace import Trace
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.events import Event, Refused
from fauxgate.scep.http import FailureReason


@dataclass(frozen=True, slots=True)
class Cause:
    """One row: its name, the likeliest cause, the remedy, and what reproduces it here.

    `fault` names a scenario of `fauxgate ca faults`; `otherwise` tells what to do here where no scenario is needed.
    """

    name: str
    cause: str
    remedy: str
    fault: str = ""
    otherwise: str = ""


Condition = Callable[[Trace], bool]


def always(_trace: Trace) -> bool:
    """The condition of the general row."""
    return True


def status_is(*numbers: str) -> Condition:
    """The last HTTP status is one of these; `4` and `5` stand for all that begin so."""
    return lambda trace: trace.value(steps.HttpStatusRead).startswith(numbers)


def reason_is(reason: FailureReason) -> Condition:
    """The transport failed in this way."""
    return lambda trace: any(
        isinstance(seen.phrase.sample, events.TransportFailed) and seen.phrase.sample.reason is reason
        for seen in trace.seen[-1:]
        if issubclass(seen.kind, events.TransportFailed)
    ) or any(
        isinstance(seen.phrase.sample, events.TransportFailed) and seen.phrase.sample.reason is reason
        for seen in trace.seen
    )


def fail_info_is(fail_info: FailInfo) -> Condition:
    """The authority refused with this failInfo."""
    return lambda trace: any(
        isinstance(seen.phrase.sample, Refused) and seen.phrase.sample.fail_info is fail_info for seen in trace.seen
    )
