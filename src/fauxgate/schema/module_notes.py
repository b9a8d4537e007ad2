"""Reads the documentation of an Ansible module: the sentences of each option, by the names that lead to it.

It is YAML as one program writes it, with one key or one item a line, and is read as no more than that.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

Names: TypeAlias = tuple[str, ...]

_KEY = re.compile(r"(?P<indent> *)(?P<name>[A-Za-z0-9_]+):(?: (?P<value>.*))?")
_LEVELS = frozenset({"options", "suboptions"})


def notes(text: str) -> Mapping[Names, str]:
    """The description of every option; one inside another stands under both names."""
    found: dict[Names, list[str]] = {}
    for names, line in _described(text):
        found.setdefault(names, []).append(line.strip().removeprefix("- "))
    return {names: " ".join(lines) for names, lines in found.items()}


def _described(text: str) -> Iterator[tuple[Names, str]]:
    """Each line of a description with the names of its option."""
    stack: list[tuple[int, str]] = []
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        if stack and stack[-1][1] == "description" and indent > stack[-1][0]:
            yield tuple(name for _, name in stack[:-1] if name not in _LEVELS), line
            continue
        key = _KEY.fullmatch(line)
        if key is None:
            continue
        while stack and stack[-1][0] >= indent:
            stack.pop()
        stack.append((indent, key["name"]))
