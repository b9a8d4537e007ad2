"""The commands that do less than the appliance's."""

from fauxgate.cli.stubs import NOTHING, stubs


def test_every_stub_is_a_command_with_what_it_does_instead() -> None:
    found = stubs()

    assert [it.command for it in found] == sorted({it.command for it in found})
    assert "diagnose debug crashlog read" in {it.command for it in found if it.instead == NOTHING}
    assert all(it.instead for it in found)
