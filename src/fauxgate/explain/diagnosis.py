"""From a trace to what went wrong."""

from dataclasses import dataclass, replace

from fauxgate.explain.causes import Cause
from fauxgate.explain.known import KNOWN
from fauxgate.explain.stages import Progress, Stage, progress
from fauxgate.explain.trace import Seen, Trace, read
from fauxgate.scep import events, steps
from fauxgate.scep.events import Failure, HttpError

GRANTED = Cause("granted", "Nothing failed: the certificate was granted and stored.", "Nothing needs to be done.")
PENDING = Cause(
    "pending",
    "The authority wants a person to approve the request. The appliance asks again by itself.",
    "Approve the request at the authority (FortiAuthenticator: SCEP > Enrollment Requests), and wait a few minutes.",
    otherwise="--ca-approval manual, then :ca approve 1 and :clock next",
)
NO_URL = Cause(
    "no-url",
    "The command has no URL in its place (the 11th argument), so a request was made and nothing sent.",
    'Write "" for each argument that you leave out, and the URL and the challenge password after them.',
    otherwise="type the same command here",
)
NO_TRACE = Cause(
    "no-trace",
    "There is no line of a SCEP trace in it.",
    "Switch the trace on before you enroll: diagnose debug application scep -1, diagnose debug enable.",
)
# What an attempt was doing whose trace just ends; nothing says more.
STOPPED = {
    Stage.REACH: Cause(
        "no-answer",
        "The trace ends before an answer came: the authority is silent, or the trace was copied too early.",
        "Wait a minute for the time-out and copy again; check port, route and source address.",
        fault="silent",
    ),
    Stage.CA: Cause(
        "ca-unread",
        "The trace ends while the CA certificate was read.",
        "Copy the trace to its end; look at what `?operation=GetCACert` gives.",
    ),
    Stage.ANSWER: Cause(
        "no-answer",
        "The request was sent, and the trace ends before an answer came.",
        "Wait a minute for the time-out and copy again; look whether the authority's log has the request. A URL of "
        "some 4,000 characters is too long for some servers and proxies.",
        fault="silent",
    ),
}
CUT_OFF = Cause(
    "cut-off",
    "The trace ends in the middle of a step, without an error: lines are missing at its end.",
    "Copy it to its end, with `diagnose debug console timestamp enable` switched on.",
)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How far the last attempt came, the line that tells of its end, and the explanation."""

    trace: Trace
    progress: Progress
    line: Seen | None
    cause: Cause


def diagnose(text: str) -> Diagnosis:
    """What a pasted text tells of its last attempt."""
    trace = read(text)
    failure = _failure(trace)
    if failure is not None:
        rows = KNOWN[failure.kind]
        cause = next(cause for condition, cause in rows if condition(trace, failure))
        return Diagnosis(trace, progress(trace, failure), failure, cause)
    found = progress(trace, None)
    return Diagnosis(trace, found, trace.seen[-1] if trace.seen else None, _without_failure(trace, found))


def _failure(trace: Trace) -> Seen | None:
    """The line that tells why the attempt ended. A line of failure before a certificate was stored is none."""
    granted = trace.last(events.Granted)
    rest = trace.seen[trace.seen.index(granted) + 1 :] if granted else trace.seen
    told = [seen for seen in rest if issubclass(seen.kind, Failure) and not _is_only_warned(trace, seen)]
    if told:
        return told[-1]
    # Some releases tell the status and stop.
    status = next((seen for seen in reversed(rest) if seen.kind is steps.HttpStatusRead), None)
    is_error = status is not None and status.value.isdigit() and status.value != "200"
    return _as_http_error(status) if status is not None and is_error else None


def _is_only_warned(trace: Trace, seen: Seen) -> bool:
    """Whether sscep goes on after it: a wrong nonce before a status is only a warning to it."""
    after = trace.seen[trace.seen.index(seen) + 1 :]
    return seen.kind is events.NonceMismatch and any(each.kind is steps.PkiStatusRead for each in after)


def _as_http_error(status: Seen) -> Seen:
    return replace(status, phrase=replace(status.phrase, kind=HttpError))


def _without_failure(trace: Trace, found: Progress) -> Cause:
    if not trace.seen:
        return NO_URL if any("generate" in command for command in trace.commands) else NO_TRACE
    if found.ended is None:
        return GRANTED
    status = trace.value(steps.PkiStatusRead).upper()
    if status == "PENDING":
        return PENDING
    return STOPPED.get(found.ended, CUT_OFF)
