import pytest

from fauxgate.app.options import parser
from fauxgate.app.shared_options import SCEP_PROFILES
from fauxgate.scep.profiles import PROFILES


def test_the_profiles_on_offer_are_those_that_there_are() -> None:
    assert tuple(PROFILES) == SCEP_PROFILES


def test_the_appliance_s_own_profile_is_the_default() -> None:
    assert parser().parse_args(["shell"]).profile == "fortios"


@pytest.mark.parametrize(("command", "clock"), [("shell", "wall"), ("replay x", "virtual"), ("demo", "virtual")])
def test_the_shell_runs_with_the_wall_and_a_script_jumps(command: str, clock: str) -> None:
    assert parser().parse_args(command.split()).clock == clock
