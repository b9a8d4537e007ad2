"""Revisions, own addresses and what a reset leaves."""

from ipaddress import IPv4Address

import pytest
from rig import NOW, Rig
from rig import rig as new_rig

from fauxgate.device.factory import like_new, like_new_but_reachable
from fauxgate.device.interfaces import own_addresses
from fauxgate.device.revisions import RevisionNotFound, Revisions

LOOPBACK = ("config system interface", "edit loop1", "set vdom root", "set type loopback", "set ip 192.0.2.1/24")


@pytest.fixture
def rig() -> Rig:
    return new_rig()


def kept(*comments: str) -> Revisions:
    revisions = Revisions()
    for comment in comments:
        revisions.keep("text", moment=NOW, admin="admin", release=(7, 4, 11), comment=comment)
    return revisions


def test_the_number_of_a_revision_is_never_given_again() -> None:
    revisions = kept("a", "b")
    revisions.delete("2")

    revision = revisions.keep("text", moment=NOW, admin="admin", release=(7, 4, 11), comment="c")

    assert revision.number == 3
    assert [it.comment for it in revisions.all] == ["a", "c"]


@pytest.mark.parametrize("number", ["0", "3", "-1", "one", "1 ", "\u0661", "9" * 5000])
def test_a_revision_that_is_not_there_is_refused(number: str) -> None:
    with pytest.raises(RevisionNotFound):
        kept("a").find(number)


def test_own_addresses_are_those_of_interfaces_that_are_up(rig: Rig) -> None:
    rig.type(*LOOPBACK, "next", "edit loop2", "set vdom root", "set type loopback", "end")
    up = own_addresses(rig.appliance.configuration)

    rig.type("config system interface", "edit loop1", "set status down", "end")

    assert IPv4Address("192.0.2.1") in up
    assert IPv4Address("192.0.2.1") not in own_addresses(rig.appliance.configuration)
    assert IPv4Address(0) not in up


def test_secondary_addresses_answer_too(rig: Rig) -> None:
    rig.type(
        *LOOPBACK, "set secondary-IP enable", "config secondaryip", "edit 1", "set ip 198.51.100.1/24", "end", "end"
    )

    assert IPv4Address("198.51.100.1") in own_addresses(rig.appliance.configuration)


def test_the_second_kind_of_reset_keeps_interfaces_but_no_hostname(rig: Rig) -> None:
    rig.type(*LOOPBACK, "end", "config system global", "set hostname SITE-A", "end")
    configuration = rig.appliance.configuration

    reachable, new = like_new_but_reachable(configuration), like_new(configuration)

    assert "loop1" in reachable.table(("system", "interface"))
    assert "loop1" not in new.table(("system", "interface"))
    assert reachable.value(("system", "global"), "", "hostname") == ""


def test_setting_the_clock_does_not_change_how_long_the_unit_is_up(rig: Rig) -> None:
    rig.type("execute date 2030-01-01")

    assert rig.appliance.clock.now() - rig.appliance.started == NOW - NOW
