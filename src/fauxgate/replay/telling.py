"""A report as people read it: what is wrong first, the summary last."""

from collections import Counter
from collections.abc import Iterator, Sequence

from fauxgate.cli.error_log import logged
from fauxgate.device.config_errors import ConfigError
from fauxgate.replay.report import Certificate, Report
from fauxgate.replay.source import shown

# So many lines of one kind are told one by one; `--json` has them all.
MOST = 200
# And so many characters of a line: a value may be a megabyte.
WIDEST = 1000

_STATES = {
    "expired": "has expired",
    "near-expiry": "is about to expire",
    "not-yet-valid": "is not valid yet",
    "key-unchecked": "has a key that cannot be opened here, so that nobody can tell whether they match",
    "refused": "was refused",
}


def told(report: Report) -> Iterator[str]:
    """The lines of a report."""
    yield from map(shown, report.header)
    yield from report.notes
    yield from _most([line for error in report.refusals for line in _refusal(error)], 2 * MOST)
    yield from _most([line for error in report.dangling for line in _dangling(error)], 2 * MOST)
    yield from _most([f"kept but not modelled: {shown(words)}" for words in report.kept])
    yield from _most([_certificate(it) for it in report.certificates])
    yield from (f"the enrollment of {shown(name)} has no outcome yet" for name in report.unfinished)
    if report.left_open:
        yield f"the file ends inside {shown(report.left_open)}; what stands there is kept as far as it goes"
    if report.stopped:
        yield f"stopped at line {report.stopped}"
    yield from _backup(report)
    yield summary(report)


def refusals_in_a_session(report: Report) -> Iterator[str]:
    """The same for a script, whose session tells the rest: a line for each trouble."""
    yield from report.notes
    yield from troubles(report.refusals, report.unfinished, report.kept)
    if report.stopped:
        yield f"stopped at line {report.stopped}"
    yield from _backup(report)
    yield summary(report)


def troubles(refusals: Sequence[ConfigError], unfinished: Sequence[str], kept: Sequence[str]) -> Iterator[str]:
    """A line for each line of a session that was refused, and for what is not finished or not modelled."""
    for error in refusals:
        first = error.text.partition("\n")[0].strip()
        place = f"line {error.line}, column {error.column}"
        yield f"{place} refused: {_narrow(first)}: {_narrow(' / '.join(error.reason))}"
    yield from (f"the enrollment of {shown(name)} has no outcome yet" for name in unfinished)
    yield from (f"kept but not modelled: {shown(words)}" for words in kept)


def summary(report: Report) -> str:
    """How the lines are counted, and how much else there is, in one line."""
    counted = f"{_number(report.lines, 'line')}: {report.accepted} accepted, {report.refused} refused"
    more = [f"{report.remarks} blank or comment"]
    if report.dangling:
        more.append(f"{_number(len(report.dangling), 'reference')} to nothing")
    if report.kept:
        more.append(f"{len(report.kept)} kept but not modelled")
    for state, number in Counter(it.state for it in report.certificates).items():
        more.append(f"{_number(number, 'certificate')} {state}")
    return f"{shown(report.file)}: {counted}, {', '.join(more)} ({report.kind}, {report.firmware})"


def _refusal(error: ConfigError) -> Iterator[str]:
    """What the appliance logs, and below it where the line stands and what was answered."""
    if error.place:
        yield _narrow("\n".join(logged(error)).partition("\n")[0])
    else:
        yield f">>>  {_narrow(error.text.partition(chr(10))[0].strip())}"
    below = f", with it {_number(error.lines - 1, 'line')} below" if error.lines > 1 else ""
    yield f"     line {error.line}, column {error.column}{below}: {_narrow(' / '.join(error.reason))}"


def _dangling(error: ConfigError) -> Iterator[str]:
    """What the appliance logs, and below it what it means. A name may stand before what it names: no line is told."""
    *_, name = error.words
    yield from map(_narrow, logged(error))
    reason = " / ".join(filter(None, error.reason))
    yield f"     there is no {_narrow(name)} that it could name, so it was taken out: {_narrow(reason)}"


def _certificate(it: Certificate) -> str:
    return f"certificate {shown(it.name)} of {shown(it.path)} {_STATES[it.state]} ({shown(it.detail)})"


def _backup(report: Report) -> Iterator[str]:
    if not report.backup:
        return
    if not report.differences:
        yield f"{shown(report.backup)}: written"
    for rule, number in Counter(it.rule for it in report.differences).items():
        yield f"{shown(report.backup)}: {_number(number, 'line')} other than in the file: {rule}"


def _narrow(text: str) -> str:
    """A text as it may be put on a terminal, without the middle if it is very long."""
    if len(text) <= WIDEST:
        return shown(text)
    left_out = f"[{len(text) - WIDEST} characters more; --json tells all]"
    return f"{shown(text[: WIDEST // 2])} {left_out} {shown(text[-WIDEST // 2 :])}"


def _most(lines: Sequence[str], most: int = MOST) -> Iterator[str]:
    yield from lines[:most]
    if len(lines) > most:
        yield f"... and {len(lines) - most} lines more; --json tells all"


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
