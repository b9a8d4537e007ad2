"""`fauxgate diff`: what it prints turns the one configuration into the other."""

from dataclasses import replace
from random import Random

import pytest
from conftest import ROOT
from damaged_backups import damaged_backup
from generator import FLAT, generate
from rig import Rig
from rig import rig as new_rig

from fauxgate.cli.backup import empty
from fauxgate.cli.comparing import DOMAINS_OFF, DOMAINS_ON, compared
from fauxgate.cli.loading import Loading
from fauxgate.language.printer import print_statements
from fauxgate.model.configuration import Configuration
from fauxgate.model.editor import Editor
from fauxgate.model.leading import leading
from fauxgate.model.snapshot import take
from fauxgate.replay.source import source

# Of these every line is described.
BACKUPS = sorted((ROOT / "tests" / "schema" / "backups").glob("*.conf"))
HARMLESS = {"config", "edit", "next", "end", "delete", "unset"}
HEADER = "#config-version=FGVMFX-7.4.11-FW-build0000-000000:opmode=0:vdom=0:user=admin\n"


@pytest.fixture(scope="module")
def rig() -> Rig:
    return new_rig()


def load(rig: Rig, text: str, configuration: Configuration | None = None) -> Configuration:
    console = rig.command_line._console
    editor = Editor(configuration or empty(console.appliance.catalogue, text), console.appliance.vault)
    for _ in Loading(replace(console, editor=editor)).errors(text):
        pass
    return editor.configuration


def assert_leads(rig: Rig, before: str, after: str) -> None:
    found = compared(rig.command_line._console, before, after)
    changed = load(rig, "\n".join(found.lines), load(rig, before))
    left = list(print_statements(leading(changed, take(changed), take(load(rig, after)))))

    # Physical interfaces cannot be deleted, and where a name in B named nothing, an entry lacks what it must have.
    assert [line for line in left if line.split()[0] not in HARMLESS] == []
    assert bool(left) == bool(found.left)


@pytest.mark.parametrize("seed", range(60))
def test_what_is_printed_makes_one_damaged_backup_another(seed: int, rig: Rig) -> None:
    random = Random(seed)  # noqa: S311 - it shall be the same again
    content = random.choice(BACKUPS).read_bytes()

    assert_leads(rig, source(content).text, source(damaged_backup(content, random)).text)
    assert_leads(rig, source(damaged_backup(content, random)).text, source(content).text)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_printed_makes_one_generated_configuration_another(seed: int, rig: Rig) -> None:
    before, after = (generate(1000, seed=number, family=FLAT) for number in (seed, seed + 100))

    assert_leads(rig, before, after)


@pytest.mark.parametrize("seed", range(4))
def test_in_generated_configurations_only_what_nobody_has_described_is_left(seed: int, rig: Rig) -> None:
    before, after = generate(900, seed=seed + 100), generate(1200, seed=seed)

    assert set(compared(rig.command_line._console, before, after).left) <= {"webfilter profile"}


def test_what_nobody_has_described_cannot_be_taken_away_and_is_told(rig: Rig) -> None:
    before = (
        'config system npu\nconfig np-queues\nconfig ethernet-type\nedit "ARP"\nset type 806\nnext\nend\nend\nend\n'
    )

    assert compared(rig.command_line._console, before, "").left != ()


@pytest.mark.parametrize("turned", [False, True])
def test_virtual_domains_are_turned_on_first_and_off_last(turned: bool, rig: Rig) -> None:
    with_domains = HEADER.replace("vdom=0", "vdom=1") + (
        "config vdom\nedit root\nnext\nedit two\nnext\nend\n"
        'config global\nconfig system global\nset vdom-mode multi-vdom\nset hostname "b"\nend\nend\n'
        'config vdom\nedit two\nconfig firewall address\nedit "x"\nset subnet 10.0.0.0 255.0.0.0\nnext\nend\nend\n'
    )
    without = HEADER + 'config system global\n    set hostname "a"\nend\n'
    texts = [without, with_domains]

    found = compared(rig.command_line._console, *(texts[::-1] if turned else texts))

    assert found.left == ()
    assert found.lines[:2] == (DOMAINS_OFF[:2] if turned else DOMAINS_ON[:2])


def test_nothing_is_printed_for_what_means_the_same(rig: Rig) -> None:
    before = HEADER + 'config system global\n    set hostname "a"\nend\n'
    after = "config system global\nset admintimeout 5\nset hostname a\nend\n"

    assert compared(rig.command_line._console, before, after).lines == ()


def test_lines_that_are_refused_are_counted(rig: Rig) -> None:
    found = compared(rig.command_line._console, "config system global\nset nonsense 1\nend\n", "")

    assert (found.refused_before, found.refused_after, found.lines) == (1, 0, ())
