"""Finds the lines of a trace in a pasted text, and cuts it into attempts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fauxgate.explain.phrases import Phrase, phrases
from fauxgate.explain.squashing import readable, squashed
from fauxgate.scep import steps
from fauxgate.scep.events import Event

_COMMAND = re.compile(r"[#$]\s+(exec\w*\s+vpn\s+cert\w*\s+\S.*)", re.IGNORECASE)
# What stands behind a phrase, on its line or, where that was wrapped, on the next one; a quoted line begins with `>`.
_REST = re.compile(r"[ \t:]*(?:\n[> \t]*)?([^\n]*)")


@dataclass(frozen=True, slots=True)
class Seen:
    """A line that was found: what it is, what stands behind it on the line, and the number of the line."""

    phrase: Phrase
    rest: str
    line: int

    @property
    def kind(self) -> type[Event]:
        """The kind of event behind it."""
        return self.phrase.kind

    @property
    def value(self) -> str:
        """The first word behind it, without quotes and punctuation."""
        return (self.rest.split() or [""])[0].strip("'\",;/")


@dataclass(frozen=True, slots=True)
class Trace:
    """One attempt, in order. `commands` are the certificate commands in the whole text; `attempts` counts all."""

    seen: tuple[Seen, ...]
    commands: tuple[str, ...]
    attempts: int
    text: str

    def last(self, *kinds: type[Event]) -> Seen | None:
        """The last line of one of these kinds."""
        return next((seen for seen in reversed(self.seen) if issubclass(seen.kind, kinds)), None)

    def value(self, kind: type[Event], words: str = "") -> str:
        """The value of the last line of a kind, whose words contain `words`; empty if there is none."""
        fitting = (seen for seen in reversed(self.seen) if seen.kind is kind and words in seen.phrase.words)
        return next((seen.value for seen in fitting if seen.value), "")


def read(text: str) -> Trace:
    """The last attempt in a text, which need not hold anything but the trace, or all of it."""
    text = readable(text)
    attempts = list(_attempts(list(_seen(text))))
    commands = tuple(found[1].strip() for found in _COMMAND.finditer(text))
    return Trace(tuple(attempts[-1]) if attempts else (), commands, len(attempts), text)


def _seen(text: str) -> Iterator[Seen]:
    small = squashed(text)
    pattern, found_by = _search()
    line, counted = 1, 0
    for found in pattern.finditer(small.text):
        phrase = found_by[found.lastindex or 0]
        start, end = small.origin[found.start()], small.origin[found.end() - 1] + 1
        line, counted = line + text.count("\n", counted, start), start
        rest = _REST.match(text, end) if phrase.has_value else None
        yield Seen(phrase, rest[1].strip() if rest else "", line)


@cache
def _search() -> tuple[re.Pattern[str], dict[int, Phrase]]:
    """A pattern with a group for each phrase, the longest first, and whose group is whose.

    Between function and words may stand a number, a line of the appliance's source.
    """
    known = sorted(phrases().items(), key=lambda item: len(item[0]), reverse=True)
    forms = [key if key == phrase.words else rf"{phrase.function}\d{{0,5}}{phrase.words}" for key, phrase in known]
    groups = {number: phrase for number, (_, phrase) in enumerate(known, start=1)}
    return re.compile("|".join(f"({form})" for form in forms)), groups


def _attempts(seen: list[Seen]) -> Iterator[list[Seen]]:
    """Cut where the authority's certificate is asked for again, or without that line, where it comes again."""
    attempt: list[Seen] = []
    for each in seen:
        is_first = each.kind is steps.CaFetchStarted and "startingsscep" in each.phrase.words
        is_again = each.kind is steps.CaReplyRead and any(it.kind is steps.CaReplyRead for it in attempt)
        if is_first and any(it.kind not in (steps.CapabilitiesRequested, steps.CapabilitiesRead) for it in attempt):
            yield attempt
            attempt = []
        elif is_again:
            rest = _head_of_reply(attempt)
            yield attempt[: len(attempt) - len(rest)]
            attempt = rest
        attempt.append(each)
    if attempt:
        yield attempt


def _head_of_reply(attempt: list[Seen]) -> list[Seen]:
    """The lines at the end of an attempt that belong to the HTTP reply before the next one."""
    head: list[Seen] = []
    for each in reversed(attempt):
        if each.kind not in (steps.HttpStatusRead, steps.ContentTypeRead):
            break
        head.insert(0, each)
    return head
