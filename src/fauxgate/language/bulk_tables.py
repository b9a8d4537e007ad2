"""The tables by which whole configurations are read: what lark makes of grammar/bulk.lark, as plain data.

lark's own loop over such tables costs more for each token than the token; `Tables` are what language/bulk.py needs to
go through them by itself.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

STARTS = ("piece", "row", "line")

_SHIFT = 0
_NOTHING = r"(?!)"

Scan: TypeAlias = Callable[[str, int], re.Match[str] | None]
"""What matches at a position of a text."""


@dataclass(frozen=True, slots=True)
class State:
    """A state of the automaton.

    `scan` matches what may come here, or seems so: the group that matched last is the terminal's name. `reduces` has
    the rule that ends before a terminal, as the number of states that it takes from the stack and its name; `follows`
    has the state after a terminal or a rule. `repeats` are the terminals after which the stack is as it was before.
    """

    scan: Scan
    reduces: Mapping[str, tuple[int, str]]
    follows: Mapping[str, int]
    repeats: Collection[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """An automaton with a stack.

    `lines` finds each `set` line of a token, as the name of the option and the text of its value; `entry`
    matches the terminal of that name alone, and has its key as group 1.
    """

    states: Sequence[State]
    starts: Mapping[str, int]
    entry: Scan
    lines: re.Pattern[str]


@cache
def load() -> Tables:
    """The tables, built on the first call."""
    from lark import Lark  # noqa: PLC0415 - it is needed only when a whole configuration is read
    from lark.grammar import Rule  # noqa: PLC0415 - the same
    from lark.lexer import TerminalDef  # noqa: PLC0415 - the same

    lark = Lark.open_from_package(
        "fauxgate_grammar", "bulk.lark", start=list(STARTS), parser="lalr", lexer="basic", maybe_placeholders=False
    )
    # What `Lark.save` writes: the one public form of lark's tables.
    data, memo = lark.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    by_priority = sorted(lark.terminals, key=lambda terminal: -terminal.priority)
    regexps = {terminal.name: terminal.pattern.to_regexp() for terminal in by_priority}
    rules = {number: _rule(it) for number, it in memo.items() if it["__type__"] == "Rule"}
    numbers = range(len(table["states"]))
    states = [_state(table["states"][number], table["tokens"], rules, regexps) for number in numbers]
    return Tables(states, table["start_states"], re.compile(regexps["ENTRY"]).match, _lines(regexps))


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule: its name and what it consists of."""

    name: str
    parts: tuple[str, ...]


def _rule(written: Mapping[str, Any]) -> _Rule:  # Any: the shape in which lark writes a rule.
    return _Rule(written["origin"]["name"], tuple(part["name"] for part in written["expansion"]))


# What to do by the number of a symbol. Any: the number of a state, or a reference to a rule.
_Actions: TypeAlias = Mapping[int, tuple[int, Any]]


def _state(
    actions: _Actions, names: Mapping[int, str], rules: Mapping[int, _Rule], regexps: Mapping[str, str]
) -> State:
    named = {names[symbol]: action for symbol, action in actions.items()}
    possible = "|".join(f"(?P<{name}>{regexp})" for name, regexp in regexps.items() if name in named)
    ended = {name: rules[target["@"]] for name, (kind, target) in named.items() if kind != _SHIFT}
    return State(
        scan=re.compile(possible or _NOTHING).match,
        reduces={name: (len(rule.parts), rule.name) for name, rule in ended.items()},
        follows={name: target for name, (kind, target) in named.items() if kind == _SHIFT},
        # A rule that is one more of the same (`x: x NAME`), before the same terminal again, leads back to this state.
        repeats=frozenset(name for name, rule in ended.items() if rule.parts == (rule.name, name)),
    )


def _lines(regexps: Mapping[str, str]) -> re.Pattern[str]:
    blank, name, value = (regexps[it] for it in ("BLANK", "NAME", "VALUE"))
    return re.compile(f"set{blank}({name}){blank}({value})")
