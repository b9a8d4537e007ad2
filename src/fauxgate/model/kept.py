"""What the schema does not know and is kept word for word: statements by what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fauxgate.language.printer import print_statement
from fauxgate.language.statements import Append, Clear, Config, Select, Set, Statement, Unselect, Unset

Change = Set | Unset | Append | Select | Unselect | Clear


def name_of(option: str) -> str:
    """The name under which the last word about an option is kept."""
    return f"set {option}"


def after(kept: Mapping[str, Statement], change: Change) -> Statement | None:
    """What is kept of an option once `change` has been made to it; None if nothing is.

    `set` and `unset` stand as they were typed, and the verbs for lists change the list that stands there.
    """
    before = kept.get(name_of(change.option))
    match change:
        case Append() if isinstance(before, Set | Append):
            return replace(before, values=(*before.values, *change.values))
        case Select():
            return Set(change.option, change.values)
        case Unselect():
            return _without(before, change.values)
        case Clear():
            return Unset(change.option)
        case _:
            return change


def _without(before: Statement | None, gone: Sequence[str]) -> Statement | None:
    if not isinstance(before, Set | Append):
        return before
    left = tuple(word for word in before.values if word not in gone)
    return replace(before, values=left) if left else Unset(before.option)


def block(words: Sequence[str]) -> tuple[str, Statement]:
    """The name under which the inside of `config WORDS` is kept, and that statement."""
    statement = Config(tuple(words))
    return print_statement(statement), statement


def change(verb: str, option: str, values: Sequence[str] = ()) -> Change:
    """The statement of one of the verbs that change an option."""
    kinds: Mapping[str, type[Set | Append | Select | Unselect]] = {
        "set": Set,
        "append": Append,
        "select": Select,
        "unselect": Unselect,
    }
    if verb in kinds:
        return kinds[verb](option, tuple(values))
    return Clear(option) if verb == "clear" else Unset(option)
