"""Batches (fortios-cli.md 7.4)."""

import pytest
from rig import Rig
from rig import rig as new_rig


@pytest.fixture
def rig() -> Rig:
    return new_rig()


def test_collected_lines_do_nothing_until_the_end(rig: Rig) -> None:
    printed = rig.type("execute batch start", "config system global", "set hostname B", "exit")

    assert printed == ["Enter batch mode..."]
    assert rig.command_line.is_open
    assert rig.command_line.is_at_top


def test_a_question_in_a_batch_is_answered_with_yes(rig: Rig) -> None:
    rig.type("config vpn certificate ocsp-server", "edit a", "next", "end")

    rig.type("exec batch start", "config vpn certificate ocsp-server", "purge", "end", "exec batch end")

    assert not rig.appliance.configuration.table(("vpn", "certificate", "ocsp-server"))


def test_a_batch_that_does_not_lead_out_ends_at_the_top(rig: Rig) -> None:
    rig.type("execute batch start", "config system global", "execute batch end")

    assert rig.command_line.is_at_top


def test_a_second_start_begins_anew(rig: Rig) -> None:
    rig.type("execute batch start", "nonsense", "execute batch start", "execute batch end")

    assert rig.type("execute batch lastlog") == []
