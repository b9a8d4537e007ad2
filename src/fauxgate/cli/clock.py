"""The control words of the clock, which is one for the appliance, the authority and everything else.

Putting it forward skips nothing: each thing that is due on the way happens at its own time (device/jobs.py).
"""

import re
from datetime import UTC, datetime, timedelta

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.clock import YEARS
from fauxgate.errors import UserError
from fauxgate.language import statements

UNITS = {"w": timedelta(weeks=1), "d": timedelta(days=1), "h": timedelta(hours=1)} | {
    "m": timedelta(minutes=1),
    "s": timedelta(seconds=1),
}
# Nine digits of weeks are more than there are years.
_PERIOD = re.compile(rf"(?:[0-9]{{1,9}}[{''.join(UNITS)}])+")
_PART = re.compile(r"([0-9]+)([a-z])")


class PeriodRefused(UserError):
    """A word where a period belongs."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"'{self.word}' is no period like 330d or 1d12h.",)


class TimeRefused(UserError):
    """A word where a moment belongs, or one of a year that the clock does not know."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"'{self.word}' is no time like 2027-03-01T12:00:00 between {YEARS[0]} and {YEARS[-1]}.",)


@handles(statements.ControlClock)
def control_clock(console: Console, _statement: statements.ControlClock) -> Answer:
    """Print the time and what is due next."""
    yield shown(console.appliance.clock.now())
    due = console.appliance.jobs.next_due()
    yield "Nothing is due." if due is None else f"Next due: {shown(due)} (`:clock next` jumps there)."


@handles(statements.ControlClockAdvance)
def control_clock_advance(console: Console, statement: statements.ControlClockAdvance) -> Answer:
    """Let time pass."""
    if not _PERIOD.fullmatch(statement.period):
        raise PeriodRefused(statement.period)
    parts = _PART.findall(statement.period)
    try:
        moment = console.appliance.jobs.present + sum((int(count) * UNITS[unit] for count, unit in parts), timedelta())
    except OverflowError as error:
        raise TimeRefused(statement.period) from error
    yield from _gone_to(console, moment, statement.period)


@handles(statements.ControlClockFreeze)
def control_clock_freeze(console: Console, _statement: statements.ControlClockFreeze) -> Answer:
    """Let the clock stand still."""
    console.appliance.clock.freeze()
    yield f"The clock stands still at {shown(console.appliance.clock.now())}."


@handles(statements.ControlClockNext)
def control_clock_next(console: Console, _statement: statements.ControlClockNext) -> Answer:
    """Jump to the next thing due."""
    due = console.appliance.jobs.next_due()
    if due is None:
        yield "Nothing is due."
        return
    yield from _gone_to(console, max(due, console.appliance.jobs.present), "next")


@handles(statements.ControlClockRun)
def control_clock_run(console: Console, _statement: statements.ControlClockRun) -> Answer:
    """Let the clock run on."""
    console.appliance.clock.run()
    console.appliance.jobs.wake()
    yield f"The clock runs on from {shown(console.appliance.clock.now())}."


@handles(statements.ControlClockSet)
def control_clock_set(console: Console, statement: statements.ControlClockSet) -> Answer:
    """Put the clock forward or back. A moment before now makes nothing happen, nor does it undo what has."""
    try:
        moment = datetime.fromisoformat(statement.moment)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise TimeRefused(statement.moment) from error
    yield from _gone_to(console, moment, statement.moment)


def shown(moment: datetime) -> str:
    """A moment as the control words tell it."""
    return moment.strftime("%Y-%m-%d %H:%M:%S UTC")


def _gone_to(console: Console, moment: datetime, word: str) -> Answer:
    if moment.year not in YEARS:
        raise TimeRefused(word)
    console.appliance.jobs.go_to(moment)
    yield shown(moment)
