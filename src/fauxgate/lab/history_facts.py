"""What was typed and printed, which debug output is on, and how much virtual time has passed, as checks find it."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise
from typing import Any

from fauxgate.lab.history import Typed
from fauxgate.lab.view import View

AVOIDED = "avoided"
UNITS = {"days": timedelta(days=1), "hours": timedelta(hours=1), "minutes": timedelta(minutes=1)}


def used(view: View, fields: Mapping[str, Any]) -> str:
    """How often a command was entered in this step: carried out, or with `refused`, refused."""
    return str(_times(view, fields))


def avoided(view: View, fields: Mapping[str, Any]) -> str:
    """Whether the rest of the step was done without a command."""
    times = _times(view, fields)
    if times:
        return f"used {times} times" if times > 1 else "used once"
    return AVOIDED if view.is_rest_met else "not decided yet"


def printed(view: View, _fields: Mapping[str, Any]) -> str | None:
    """The first line printed in this step for which the condition holds; None if there is none."""
    assert view.condition is not None
    return next((line for line in view.history.seen_in_step if view.condition.holds(line)), None)


def debug_level(view: View, fields: Mapping[str, Any]) -> str:
    """How much an application tells now."""
    now = view.console.appliance.clock.now()
    application = str(fields.get("application", ""))
    return str(view.console.switches.chosen(application)) if view.console.switches.is_on(application, now) else "0"


def passed(view: View, fields: Mapping[str, Any]) -> str:
    """How much virtual time has passed since the lab began, in whole units."""
    unit = UNITS.get(str(fields.get("unit", "days")), UNITS["days"])
    return str((view.console.appliance.clock.now() - view.history.began) // unit)


def returned(view: View, _fields: Mapping[str, Any]) -> str:
    """How often the person came back to the top in this step."""
    places = [typed.at_top for typed in view.history.in_step]
    return str(sum(now and not before for before, now in pairwise(places)))


def _times(view: View, fields: Mapping[str, Any]) -> int:
    words = tuple(str(fields.get("line", "")).split())
    return sum(_is_such(typed, words, fields.get("refused", False)) for typed in view.history.in_step)


def _is_such(typed: Typed, words: tuple[str, ...], refused: bool | int) -> bool:
    if typed.words[: len(words)] != words:
        return False
    if isinstance(refused, bool):
        return typed.is_refused == refused
    return typed.code == refused
