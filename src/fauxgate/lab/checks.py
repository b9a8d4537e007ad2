"""The kinds of checks: what each looks at, and which fields say so.

A check finds a text, or None where there is nothing, and its condition says whether that is what is wanted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fauxgate.lab import certificate_facts, configuration_facts, exchange_facts, history_facts
from fauxgate.lab.conditions import Condition
from fauxgate.lab.view import View

ONCE = Condition("at_least", 1)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of check: its fields, the condition it has if it states none, and how the value is found."""

    fields: tuple[str, ...]
    find: Callable[[View, Mapping[str, Any]], str | None]
    default: Condition | None = None


KINDS: Mapping[str, Kind] = {
    "config": Kind(
        ("path", "key", "option", "inside", "vdom"), configuration_facts.value, Condition("exists", wanted=True)
    ),
    "entries": Kind(("path", "vdom"), configuration_facts.count),
    "errors": Kind((), configuration_facts.errors),
    "place": Kind((), configuration_facts.place),
    "returned": Kind((), history_facts.returned, ONCE),
    "certificate": Kind(("name", "table", "vdom", "fact"), certificate_facts.fact),
    "transaction": Kind(("message", "status", "fail_info"), exchange_facts.transactions, ONCE),
    "register": Kind(("state", "subject"), exchange_facts.requests, ONCE),
    "event": Kind(("logid", "level", "fields"), exchange_facts.events, ONCE),
    "debug": Kind(("application",), history_facts.debug_level),
    "time": Kind(("unit",), history_facts.passed),
    "command": Kind(("line", "refused"), history_facts.used, ONCE),
    "avoided": Kind(("line",), history_facts.avoided, Condition("equals", history_facts.AVOIDED)),
    "output": Kind((), history_facts.printed),
}
