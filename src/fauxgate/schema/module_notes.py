"""Reads the documentation of an Ansible module: the sentences of each option, by the names that lead to it.

It is YAML as one program writes it, with one key or one item a line, and is read as no more than that.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Names: TypeAlias = tuple[str, ...]

_KEY = re.compile(r"(?P<indent> *)(?P<name>[A-Za-z0-9_]+):(?: .*)?")
_LEVELS = frozenset({"options", "suboptions"})


def notes(text: str) -> Mapping[Names, str]:
    """The description of every option; one inside another stands under both names."""
    found: dict[Names, list[str]] = {}
    for names, line in _described(text):
        found.setdefault(names, []).append(line.strip().removeprefix("- "))
    return {names: " ".join(lines) for names, lines in found.items()}


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the text; what stands in `options` or `suboptions` is an option, whatever its name."""

    indent: int
    name: str
    is_option: bool

    @property
    def holds_options(self) -> bool:
        return self.name in _LEVELS and not self.is_option

    @property
    def is_described(self) -> bool:
        return self.name == "description" and not self.is_option


def _described(text: str) -> Iterator[tuple[Names, str]]:
    """Each line of a description with the names of its option."""
    stack: list[_Key] = []
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        if stack and stack[-1].is_described and indent > stack[-1].indent:
            yield tuple(key.name for key in stack if key.is_option), line
            continue
        key = _KEY.fullmatch(line)
        if key is None:
            continue
        while stack and stack[-1].indent >= indent:
            stack.pop()
        stack.append(_Key(indent, key["name"], bool(stack) and stack[-1].holds_options))
