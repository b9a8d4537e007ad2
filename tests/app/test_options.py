from fauxgate.app.options import SCEP_PROFILES, parser
from fauxgate.scep.profiles import PROFILES


def test_the_profiles_on_offer_are_those_that_there_are() -> None:
    assert tuple(PROFILES) == SCEP_PROFILES


def test_the_appliance_s_own_profile_is_the_default() -> None:
    assert parser().parse_args(["shell"]).profile == "fortios"
