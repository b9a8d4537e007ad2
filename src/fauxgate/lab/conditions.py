"""The conditions of checks: what is wanted of a value that was found."""

import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any


class BadCondition(ValueError):
    """A check without a condition, with two, or with one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; `wanted` is a text, a number or a truth."""

    name: str
    wanted: str | int | bool

    def holds(self, found: str | None) -> bool:
        """Whether it holds for what was found; None means that there is nothing."""
        return _HOLD[self.name](found, self.wanted)


def condition(fields: MutableMapping[str, Any], default: Condition | None) -> Condition:
    """The condition among the fields of a check, taken out of them. Raises BadCondition."""
    names = [name for name in fields if name in _HOLD]
    if len(names) > 1:
        reason = f"one condition at a time, not {' and '.join(names)}"
        raise BadCondition(reason)
    if not names:
        if default is None:
            reason = f"it needs one of {', '.join(_HOLD)}"
            raise BadCondition(reason)
        return default
    return Condition(names[0], _wanted(names[0], fields.pop(names[0])))


def _wanted(name: str, given: object) -> str | int | bool:
    kind = _KINDS.get(name, str)
    if kind is int and isinstance(given, str) and re.fullmatch("[0-9]{1,9}", given):
        # A number that was drawn comes as a text.
        return int(given)
    if isinstance(given, str | int) and type(given) is kind:
        if name == "matches":
            _try(str(given))
        return given
    reason = f"{name} cannot be {given!r}"
    raise BadCondition(reason)


def _try(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        reason = f"{pattern!r} is no regular expression: {error}"
        raise BadCondition(reason) from error


def _number(found: str | None) -> int:
    return int(found) if found and re.fullmatch(r"-?[0-9]{1,18}", found) else 0


_KINDS: Mapping[str, type] = {"exists": bool, "at_least": int, "at_most": int}
_HOLD: Mapping[str, Callable[[str | None, Any], bool]] = {
    "equals": lambda found, wanted: found == wanted,
    "matches": lambda found, wanted: found is not None and re.fullmatch(wanted, found) is not None,
    "contains": lambda found, wanted: found is not None and wanted in found,
    "lacks": lambda found, wanted: found is not None and wanted not in found,
    "exists": lambda found, wanted: (found is not None) == wanted,
    "at_least": lambda found, wanted: _number(found) >= wanted,
    "at_most": lambda found, wanted: _number(found) <= wanted,
}
