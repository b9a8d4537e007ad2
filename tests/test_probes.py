"""The probes at which other readers fail: what is accepted says exactly that, what is wrong is told at its place."""

import os

import pytest
from generator import generate
from probes import ACCEPTED, REFUSED, leaves
from reading import Bulk, by_the_law
from rig import rig

from fauxgate.cli.loading import loaded

# By night the probes stand behind a large configuration.
LINES = 100_000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 1_000


@pytest.fixture(scope="module")
def before() -> str:
    return generate(LINES)


def test_there_are_as_many_probes_as_in_the_comparison() -> None:
    assert (len(ACCEPTED), len(REFUSED)) == (31, 5)


@pytest.mark.parametrize("probe", ACCEPTED)
def test_what_is_accepted_says_exactly_that_in_bulk_and_by_the_law(probe: str) -> None:
    text, expected = ACCEPTED[probe]

    assert leaves(it for _, it in Bulk().load(text)) == expected
    assert leaves(it for _, it in by_the_law(text)) == expected


@pytest.mark.parametrize("probe", ACCEPTED)
def test_behind_a_large_configuration_it_says_the_same(probe: str, before: str) -> None:
    text, expected = ACCEPTED[probe]
    read = Bulk().load(before + text)
    first = before.count("\n")

    assert leaves(it for line, it in read if line > first) == expected
    assert [(line - first, it) for line, it in read if line > first] == by_the_law(text)


@pytest.mark.parametrize("probe", REFUSED)
def test_what_is_wrong_is_told_at_its_place(probe: str) -> None:
    text, place = REFUSED[probe]
    result = loaded(rig().command_line._console, text)

    assert [(it.line, it.column) for it in result.errors[:1]] == ([place] if place else [])
    assert bool(result.left_open) == (place is None or "quote" in probe)


@pytest.mark.parametrize("probe", REFUSED)
def test_behind_a_large_configuration_it_is_told_at_its_place_too(probe: str, before: str) -> None:
    text, place = REFUSED[probe]
    result = loaded(rig().command_line._console, before + text)
    first = before.count("\n")

    assert [(it.line - first, it.column) for it in result.errors[:1]] == ([place] if place else [])
