"""Damaged backups: each is loaded, or refused line by line, fast or slowly alike; and every line is accounted for."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

import pytest
from conftest import ROOT
from damaged_backups import damaged_backup
from rig import Rig
from rig import rig as new_rig

from fauxgate.app.file_names import firmware
from fauxgate.cli.backup import empty
from fauxgate.cli.loading import Loading
from fauxgate.cli.tally import Tally, physical_lines
from fauxgate.device.backup import backup
from fauxgate.device.config_errors import ConfigError
from fauxgate.language.bulk import unix_lines
from fauxgate.model.editor import Editor
from fauxgate.model.loading import Loader
from fauxgate.replay.kinds import kind_of
from fauxgate.replay.run import Bench, run
from fauxgate.replay.source import source
from fauxgate.replay.telling import told

BACKUPS = sorted([*(ROOT / "fixtures" / "backups").glob("*.conf"), ROOT / "fixtures" / "restore" / "with-errors.conf"])
NUMBER = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 100


class Reversible:
    """Secrets that are sealed the same way every time, so that two loads can be compared."""

    def seal(self, text: str) -> str:
        return text.encode("utf-8", "surrogatepass").hex().ljust(-(-len(text) // 2) * 4, "0")


@dataclass(frozen=True)
class Loaded:
    errors: Sequence[ConfigError]
    tally: Tally
    backup: str


@cache
def unit(release: str) -> Rig:
    return new_rig(firmware=release)


def load(text: str) -> Loaded:
    console = unit(".".join(map(str, firmware(text, None)))).command_line._console
    editor = Editor(empty(console.appliance.catalogue, text), Reversible())
    loading = Loading(replace(console, editor=editor))
    errors = tuple(loading.errors(text))
    return Loaded(errors, loading.tally, backup(editor.configuration))


@pytest.mark.parametrize("seed", range(NUMBER))
def test_a_damaged_backup_is_loaded_or_refused_line_by_line(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)  # noqa: S311 - it shall be the same again
    text = source(damaged_backup(random.choice(BACKUPS).read_bytes(), random)).text

    fast = load(text)
    monkeypatch.setattr(Loader, "load", lambda _self, _read: False)
    law = load(text)

    assert fast == law
    assert fast.tally.lines == physical_lines(unix_lines(text))
    assert fast.tally.refused == sum(error.lines for error in fast.errors)
    assert all(1 <= error.line <= fast.tally.lines and error.column >= 1 for error in fast.errors if error.lines)


@pytest.mark.parametrize("seed", range(NUMBER // 5))
def test_a_damaged_file_is_told_of_whatever_it_is_taken_for(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it shall be the same again
    text = source(damaged_backup(random.choice(BACKUPS).read_bytes(), random)).text
    bench = new_rig()
    bench.command_line._console.rehearsed = []

    report = run(
        Bench(bench.command_line._console, bench.command_line, bench.printed.append, stands_still=True),
        *("a file", text, kind_of(text)),
        is_told=False,
        is_strict=False,
    )

    assert all(line.isprintable() for line in told(report))
    assert report.stopped or report.lines == physical_lines(unix_lines(text))
