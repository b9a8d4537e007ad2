"""The whole configuration as it is shown, typed into another appliance."""

import pytest
from rig import Rig, rig

from fauxgate.cli.text import read

DOMAINS = ("config system global", "set vdom-mode multi-vdom", "end")
GLOBAL = (
    "config global",
    *("config system interface", "edit port3", "set vdom blue", "set ip 10.3.0.1/24", "next"),
    *("edit lan33", "set vdom blue", "set interface port3", "set vlanid 33", "next", "end"),
    *(
        "config system admin",
        "edit mila",
        "set accprofile prof_admin",
        "set vdom blue",
        "set password p",
        "next",
        "end",
    ),
    *("config certificate ca", "end", "end"),
)
BLUE = (
    *("config vdom", "edit blue"),
    *("config firewall address", "edit inside", "set subnet 10.9.0.0/16", "set comment 'say \"a\"'", "next", "end"),
    *("config firewall addrgrp", "edit all-inside", "set member inside", "next", "end"),
    *("config user local", "edit u", "set type password", "set passwd secret", "next", "end"),
    *("config wireless-controller vap", "edit guest", "set ssid 'a b'", "next", "end"),
    "end",
)
ROOT = (
    *("config vdom", "edit root"),
    *("config firewall policy", "edit 0", "set srcintf port1", "set dstintf port2", "set srcaddr all"),
    *("set dstaddr all", "set service ALL", "set schedule always", "set action accept", "next", "end"),
    *("config router static", "edit 0", "set device port1", "set gateway 10.1.1.1", "next", "end"),
    *("config vpn certificate local", "edit door", "set comments 'of root'", "next", "end"),
    "end",
)


def with_domains() -> Rig:
    bench = rig()
    bench.type(*DOMAINS)
    bench.command_line.answer("y")
    return bench


def shown(bench: Rig) -> list[str]:
    """The whole configuration without its head, which numbers each state of each unit."""
    return [line for line in bench.type("show") if not line.startswith("#")]


@pytest.fixture
def configured() -> Rig:
    bench = with_domains()
    bench.type("config vdom", "edit blue", "end")
    assert bench.type(*GLOBAL, *BLUE, *ROOT) == [
        *("new entry 'lan33' added", "new entry 'mila' added", "current vf=blue:1", "new entry 'inside' added"),
        *("new entry 'all-inside' added", "new entry 'u' added", "new entry 'guest' added", "current vf=root:0"),
        *("new entry '0' added", "new entry '0' added", "new entry 'door' added"),
    ]
    return bench


def test_a_unit_with_virtual_domains_is_shown_in_the_form_of_a_backup(configured: Rig) -> None:
    lines = shown(configured)

    # fortios-cli.md 7.2.
    assert lines[:7] == ["config vdom", "edit root", "next", "edit blue", "next", "end", "config global"]
    assert [lines[at + 1] for at, line in enumerate(lines) if line == "config vdom"] == [
        "edit root",
        "edit root",
        "edit blue",
    ]
    assert lines[-1] == "end"


def test_what_is_shown_makes_the_same_unit_when_it_is_typed_into_a_new_one(configured: Rig) -> None:
    lines = shown(configured)
    other = with_domains()

    other.type(*(line.text for line in read("\n".join(lines))))

    assert other.command_line.is_at_top
    assert shown(other) == lines
