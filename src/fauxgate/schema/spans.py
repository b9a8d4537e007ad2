"""Stretches of releases, as lists of public API clients write them: `6.2.0-6.2.7 7.0.2-` is two of them.

Such a list names the releases that its author had: where a stretch ends with the newest of them in a branch, nothing
is known of the later patches of that branch, and what was there is taken to have stayed.
"""

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from fauxgate.schema.types import Release

Span: TypeAlias = tuple[Release | None, Release | None]
"""The first and the last release of a stretch, both inclusive; None where it has no beginning or no end."""

# Inferred: from the newest patch of each branch that the lists name to the last that a branch can have.
_LAST_NAMED = {(6, 0, 11), (6, 2, 7), (6, 4, 4), (7, 0, 12), (7, 2, 4), (7, 4, 4), (7, 6, 4)}
_LAST_PATCH = 999


def read_spans(text: str) -> tuple[Span, ...]:
    """The stretches of a text such as `6.2.0-6.2.7 7.0.2-`. Raises ValueError for anything else."""
    return tuple(map(_span, text.split()))


def in_spans(spans: Sequence[Span], release: Release) -> bool:
    """Whether a release lies in one of the stretches; without any, every release does."""
    return not spans or any(_in_span(span, release) for span in spans)


def _in_span(span: Span, release: Release) -> bool:
    first, last = span
    return (first is None or first <= release) and (last is None or release <= last)


@cache
def _span(stretch: str) -> Span:
    first, dash, last = stretch.partition("-")
    if not dash:
        raise ValueError(f"no stretch of releases: {stretch}")
    return _release(first), _end(_release(last))


def _release(text: str) -> Release | None:
    if not text:
        return None
    major, minor, patch = map(int, text.split("."))
    return major, minor, patch


def _end(last: Release | None) -> Release | None:
    return (*last[:2], _LAST_PATCH) if last in _LAST_NAMED else last
