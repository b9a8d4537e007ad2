"""The variables of a lab: drawn from a seed, so that every student gets other names and numbers, and filled in.

The same seed gives the same values, on every machine and in every release of Python: they are drawn from SHA-256.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence

_NAMED = re.compile(r"\{\{ *([a-z_][a-z0-9_]*) *\}\}")


class UnknownVariable(ValueError):
    """A text names a variable that there is not (yet)."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{{{{{name}}}}} is no variable of this lab")


class BadVariable(ValueError):
    """A variable that is neither a list, nor a range, nor a text."""

    def __init__(self, name: str) -> None:
        super().__init__(f"variable {name} is no list of texts, no {{ from, to }} and no text")


def drawn(specifications: Mapping[str, object], seed: int) -> dict[str, str]:
    """A value for each variable, in their order; a text may name those before it.

    Raises UnknownVariable or BadVariable.
    """
    values: dict[str, str] = {}
    for name, specification in specifications.items():
        values[name] = _value(name, specification, values, seed)
    return values


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every `{{name}}` replaced. Raises UnknownVariable."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise UnknownVariable(match[1])
        return values[match[1]]

    return _NAMED.sub(value, text)


def chosen(purpose: str, count: int, seed: int) -> int:
    """A number below `count` that depends on the seed and on what it is for."""
    digest = hashlib.sha256(f"{seed}:{purpose}".encode()).digest()
    return int.from_bytes(digest[:8]) % count


def _value(name: str, specification: object, values: Mapping[str, str], seed: int) -> str:
    match specification:
        case str():
            return filled(specification, values)
        case [*texts] if texts and all(isinstance(text, str) for text in texts):
            return filled(str(texts[chosen(name, len(texts), seed)]), values)
        case {"from": int(low), "to": int(high), **rest} if low <= high:
            return _number(name, range(low, high + 1), _others(rest.get("not", ()), values), seed)
    raise BadVariable(name)


def _others(names: object, values: Mapping[str, str]) -> Sequence[str]:
    return [values[str(name)] for name in names if str(name) in values] if isinstance(names, list) else []


def _number(name: str, numbers: range, others: Sequence[str], seed: int) -> str:
    free = [number for number in numbers if str(number) not in others]
    if not free:
        raise BadVariable(name)
    return str(free[chosen(name, len(free), seed)])
