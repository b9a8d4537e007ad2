"""Generated configurations are what the benchmarks say: realistic, accepted to the last line, and repeatable."""

import pytest
from generator import FLAT, PLAIN, REALISTIC, generate
from rig import rig

from fauxgate.cli.loading import loaded


@pytest.mark.parametrize("family", [REALISTIC, PLAIN, FLAT])
def test_every_line_is_accepted(family: str) -> None:
    result = loaded(rig().command_line._console, generate(3000, seed=3, family=family))

    assert (result.errors, result.left_open) == ((), ())


def test_the_same_seed_gives_the_same_text_and_another_one_another() -> None:
    assert generate(500, seed=4) == generate(500, seed=4)
    assert generate(500, seed=4) != generate(500, seed=5)


def test_it_has_the_size_that_was_asked_for() -> None:
    assert 0.98 < generate(20_000).count("\n") / 20_000 < 1.02


def test_its_lines_have_the_proportions_of_a_backup() -> None:
    lines = [line.strip() for line in generate(20_000).splitlines()]
    sets = [line for line in lines if line.startswith("set ")]
    quoted = [line for line in sets if '"' in line]

    assert 0.55 < len(sets) / len(lines) < 0.75
    assert 0.4 < len(quoted) / len(sets) < 0.6
    assert 0.25 < len(set(lines)) / len(lines) < 0.6


def test_the_flat_family_has_neither_nesting_nor_values_over_several_lines() -> None:
    lines = generate(2000, family=FLAT).splitlines()

    assert not [line for line in lines if line.startswith(" ") and line.strip().startswith("config ")]
    assert not [line for line in lines if line.count('"') % 2]
