"""A process is killed at random moments while it saves: what it had acknowledged is there, and the file loads."""

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

# The quick profile of hypothesis makes 60 examples, the nightly one 5000.
KILLS = 50 if settings().max_examples < 1000 else 500


@pytest.mark.parametrize("kind", ["--state", "--session"])
def test_what_was_acknowledged_survives_a_kill_at_any_moment(tmp_path: Path, kind: str) -> None:
    kills = [[kind, str(tmp_path / "kept"), seed, *_moment(seed)] for seed in range(KILLS)]
    run = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "killable.py")],
        input="".join(f"{json.dumps(kill)}\n" for kill in kills),
        capture_output=True,
        text=True,
        check=True,
    )
    words = Counter(json.loads(line)[0] for line in (tmp_path / "acknowledged").read_text().splitlines())

    assert "Traceback" not in run.stderr
    assert words["lost"] == 0
    assert words["as acknowledged"] > KILLS / 4
    assert words["saving"] > KILLS


def _moment(seed: int) -> tuple[int, float]:
    """Every fifth dies while it opens the directory, the others after some commands."""
    chance = random.Random(seed)  # noqa: S311 - it chooses moments
    return (0, chance.uniform(0, 100)) if seed % 5 == 0 else (chance.randint(1, 40), chance.uniform(0, 3))
