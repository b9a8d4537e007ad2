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
    """One kind of check: its fields with their types, how the value is found, and the condition if none is stated."""

    fields: Mapping[str, type]
    find: Callable[[View, Mapping[str, Any]], str | None]
    default: Condition | None = None


def _texts(*names: str) -> dict[str, type]:
    return dict.fromkeys(names, str)


KINDS: Mapping[str, Kind] = {
    "config": Kind(
        {**_texts("path", "key", "option", "vdom"), "inside": list},
        configuration_facts.value,
        Condition("exists", wanted=True),
    ),
    "entries": Kind(_texts("path", "vdom"), configuration_facts.count),
    "errors": Kind({}, configuration_facts.errors),
    "place": Kind({}, configuration_facts.place),
    "returned": Kind({}, history_facts.returned, ONCE),
    "certificate": Kind(_texts("name", "table", "vdom", "fact"), certificate_facts.fact),
    "transaction": Kind(_texts("message", "status", "fail_info"), exchange_facts.transactions, ONCE),
    "register": Kind(_texts("state", "subject"), exchange_facts.requests, ONCE),
    "event": Kind({**_texts("logid", "level"), "fields": dict}, exchange_facts.events, ONCE),
    "debug": Kind(_texts("application"), history_facts.debug_level),
    "time": Kind(_texts("unit"), history_facts.passed),
    "command": Kind({**_texts("line"), "refused": int}, history_facts.used, ONCE),
    "avoided": Kind(_texts("line"), history_facts.avoided, Condition("equals", history_facts.AVOIDED)),
    "output": Kind({}, history_facts.printed),
}
