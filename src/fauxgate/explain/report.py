"""A diagnosis in words."""

import textwrap
from collections.abc import Iterator

from fauxgate.explain.diagnosis import Diagnosis, diagnose
from fauxgate.explain.stages import ORDER, Progress, Stage
from fauxgate.explain.trace import Seen
from fauxgate.scep import events

WIDTH = 100
LABEL = 9


def report(text: str) -> Iterator[str]:
    """The lines that explain a pasted trace."""
    found = diagnose(text)
    if found.trace.seen:
        yield from _stages(found)
        yield ""
    yield from _fields(found)


def _stages(found: Diagnosis) -> Iterator[str]:
    if found.trace.attempts > 1:
        yield f"The last of {found.trace.attempts} attempts:"
    width = max(len(stage.value) for stage in ORDER) + 2
    yield from (f"{stage.value:<{width}}{_state(stage, found.progress, found)}" for stage in ORDER)


def _state(stage: Stage, progress: Progress, found: Diagnosis) -> str:
    if stage in progress.passed:
        return "ok"
    if stage is not progress.ended:
        return "-"
    is_failure = found.line is not None and issubclass(found.line.kind, events.Failure)
    return "FAILED" if is_failure else "not finished"


def _fields(found: Diagnosis) -> Iterator[str]:
    if found.line is not None:
        yield from _field("Line", f"{found.line.line}: {_told(found.line)}")
    yield from _field("Cause", found.cause.cause)
    yield from _field("Remedy", found.cause.remedy)
    here = [f"fauxgate shell --ca-fault {found.cause.fault}"] if found.cause.fault else []
    here += [found.cause.otherwise] if found.cause.otherwise else []
    if here:
        yield from _field("Here", "; ".join(here))


def _told(line: Seen) -> str:
    """The line as it was printed, whatever became of it since."""
    text, rest = line.phrase.text, line.rest
    return f"{text}{rest.lstrip('/')}" if text.endswith("/") else f"{text} {rest}".rstrip()


def _field(label: str, text: str) -> Iterator[str]:
    lines = textwrap.wrap(text, WIDTH - LABEL, break_long_words=False, break_on_hyphens=False) or [""]
    yield f"{label + ':':<{LABEL}}{lines[0]}"
    yield from (f"{'':<{LABEL}}{line}" for line in lines[1:])
