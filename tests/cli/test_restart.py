"""What a restart, a restore and a reset to factory default leave."""

import pytest
from rig import Rig
from rig import rig as new_rig

from fauxgate.cli.controls import FileRefused, NoFiles

HOSTNAME = ("config system global", "set hostname SITE-A", "end")
ENROLL = (
    'execute vpn certificate local generate rsa A 1024 a NL "" "" "" "" "" "" http://ca.test/app/cert/scep/ challenge'
)


@pytest.fixture
def rig() -> Rig:
    return new_rig()


def answer(rig: Rig, line: str, key: str = "y") -> list[str]:
    start = len(rig.printed)
    rig.command_line.run(line)
    rig.command_line.answer(key)
    return rig.printed[start:]


def lasting(lines: list[str]) -> list[str]:
    """Without what a built-in entry gets only when it is written, and the number that is drawn from it."""
    return [line for line in lines if not line.strip().startswith(("set uuid ", "#conf_file_ver="))]


@pytest.mark.parametrize("command", ["reboot", "shutdown", "factoryreset", "factoryreset2"])
def test_without_a_yes_nothing_happens(rig: Rig, command: str) -> None:
    rig.type(*HOSTNAME)

    assert len(answer(rig, f"execute {command}", "n")) == 1
    assert (rig.command_line.is_open, rig.command_line.prompt) == (True, "SITE-A # ")


def test_a_reboot_keeps_what_is_saved_and_ends_what_is_under_way(rig: Rig) -> None:
    rig.type(*HOSTNAME, "diagnose debug enable", "execute log filter category event")
    rig.command_line.run(ENROLL)

    answer(rig, "execute reboot")

    assert rig.command_line.prompt == "SITE-A # "
    assert rig.appliance.realm().enrollments.names == ()
    assert rig.appliance.jobs.run_due() == 0
    assert rig.printed[-1] == "Serial number is FGVMFX0000000001"
    assert "category: traffic" in rig.type("execute log filter dump")


def test_a_shutdown_ends_the_session(rig: Rig) -> None:
    answer(rig, "execute shutdown")

    assert not rig.command_line.is_open


def test_certificates_are_made_in_the_configuration_that_was_restored(rig: Rig) -> None:
    rig.type("execute backup config flash")
    rig.type(ENROLL)
    answer(rig, "execute restore config flash 1")
    rig.type(ENROLL)

    answered = rig.type("get vpn certificate local details A")

    assert answered[0] == "== [ A ]"
    assert rig.appliance.config_errors == ()


def test_a_configuration_with_certificates_comes_back_from_a_revision_as_it_was(rig: Rig) -> None:
    rig.type(*HOSTNAME, ENROLL, "execute vpn certificate ca import auto http://ca.test/app/cert/scep/")
    before = lasting(rig.type("show"))
    rig.type("execute backup config flash")
    answer(rig, "execute factoryreset")

    answer(rig, "execute restore config flash 1")

    assert rig.appliance.config_errors == ()
    assert lasting(rig.type("show")) == before


def test_a_session_without_files_reaches_none(rig: Rig) -> None:
    assert rig.type(":backup /etc/passwd", ":restore /etc/passwd") == ["/etc/passwd: this session has no files."] * 2
    with pytest.raises(FileRefused):
        NoFiles().write("a", "b")


def test_a_unit_with_virtual_domains_comes_back_with_them(rig: Rig) -> None:
    rig.type("config system global", "set vdom-mode multi-vdom")
    answer(rig, "end")
    rig.type("config vdom", "edit two", "end")
    before = lasting(rig.type("show"))
    rig.type("config global", "execute backup config flash")
    answer(rig, "execute factoryreset")

    answer(rig, "execute restore config flash 1")

    assert rig.appliance.config_errors == ()
    assert lasting(rig.type("show")) == before
