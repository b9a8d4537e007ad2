"""Commands that a lab mentions: in its pages between backquotes, and in checks of what was typed.

Each must be a command at some place where the solution leads, or nobody could type it.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from fauxgate.errors import UserError
from fauxgate.lab.description import Lab
from fauxgate.language.parser import Parser
from fauxgate.language.words import split

if TYPE_CHECKING:
    from fauxgate.cli.console import Console

_QUOTED = re.compile(r"`([^`\n]+)`")
_VERBS = frozenset({"config", "diagnose", "execute", "get", "show"})
_UNFINISHED = re.compile(r" *(\?|\.\.\.|…)$")


class Mentions:
    """Those of one lab that have not been seen to be commands yet."""

    def __init__(self, lab: Lab) -> None:
        self._left = dict(_mentioned(lab))

    def look(self, console: "Console") -> None:
        """Strike out those that can be typed, or begun, at the place where somebody is now."""
        self._left = {text: place for text, place in self._left.items() if not _fits(text, console)}

    def problems(self) -> Iterator[str]:
        """What is left."""
        yield from (f"{place}: `{text}` is no command" for text, place in self._left.items())


def _mentioned(lab: Lab) -> Iterator[tuple[str, str]]:
    for step in lab.steps:
        page = step.page
        for text in (page.task, *page.hints, page.afterwards):
            yield from ((span, page.title) for span in map(_whole, _QUOTED.findall(text)) if _is_command(span))
        for check in step.checks:
            # What is to be refused need be no command.
            if "line" in check.fields and not check.fields.get("refused"):
                yield check.fields["line"], f"check {check.id}"


def _whole(span: str) -> str:
    return _UNFINISHED.sub("", span).strip()


def _is_command(span: str) -> bool:
    return span.startswith(":") or span.partition(" ")[0] in _VERBS


def _fits(text: str, console: "Console") -> bool:
    from fauxgate.cli.vocabulary import ConsoleVocabulary  # noqa: PLC0415 - see cli/interpreter.py

    walk = Parser().walk(console.editor.context, ConsoleVocabulary(console))
    try:
        for word in split(text):
            walk.feed(word)
    except UserError:
        return False
    return True
