"""As of 7.0.4 the root of an intermediate authority must be among the CA certificates (scep-enrollment-article.txt)."""

import pytest
from rig import URL, Rig, living

from fauxgate.ca.authority import Rules
from fauxgate.ca.hierarchy import Shape
from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.events import ScepStep
from fauxgate.scep.events import Granted, RootMissing

ENROLL = f'execute vpn certificate local generate rsa a 1024 x "" "" "" "" "" "" "" {URL} challenge'
IMPORT = f"execute vpn certificate ca import auto {URL}"
CA = ("vpn", "certificate", "ca")


def bench(firmware: str, *, intermediate: bool = True, profile: str = "fortios") -> Rig:
    return living(firmware, profile=profile, rules=Rules(Shape(intermediate=intermediate)))


def outcome(rig: Rig) -> object:
    *_, last = (event.step for _, event in rig.appliance.journal.entries if isinstance(event, ScepStep))
    return last


@pytest.mark.parametrize("firmware", ["7.0.4", "7.0", "7.2.0", "7.4", "7.6"])
def test_from_7_0_4_on_a_certificate_is_not_taken_without_the_root(firmware: str) -> None:
    rig = bench(firmware)

    rig.type(ENROLL)

    found = outcome(rig)
    assert isinstance(found, RootMissing)
    assert found.intermediate.endswith("/CN=sceptest Intermediate/emailAddress=sceptest@fortinet.com")
    assert found.root.endswith("/CN=sceptest/emailAddress=sceptest@fortinet.com")
    assert "state               : Pending" in rig.type("get vpn certificate local a")
    assert rig.appliance.realm().enrollments.names == ()


@pytest.mark.parametrize("firmware", ["6.4", "7.0.3"])
def test_before_it_is_taken(firmware: str) -> None:
    rig = bench(firmware)

    rig.type(ENROLL)

    assert isinstance(outcome(rig), Granted)


@pytest.mark.parametrize("profile", ["fortios", "rfc8894"])
def test_with_the_root_it_is_taken(profile: str) -> None:
    rig = bench("7.0.4", profile=profile)

    rig.type(IMPORT, ENROLL)

    assert isinstance(outcome(rig), Granted)


def test_a_root_that_signs_itself_need_not_be_known() -> None:
    rig = bench("7.4", intermediate=False)

    rig.type(ENROLL)

    assert isinstance(outcome(rig), Granted)
    assert not rig.appliance.configuration.table(CA)


def test_the_intermediate_alone_is_not_enough() -> None:
    rig = bench("7.4")
    rig.type(IMPORT)
    tops = {str(entry.values["ca"]): name for name, entry in rig.appliance.configuration.table(CA).items()}
    root = next(
        name for name in tops.values() if "Root CA:     Yes" in "".join(rig.type(f"get vpn certificate ca {name}"))
    )
    rig.type("config vpn certificate ca", f"delete {root}", "end")

    rig.type(ENROLL)

    assert isinstance(outcome(rig), RootMissing)


def test_a_root_that_comes_while_the_authority_decides_counts() -> None:
    rig = living("7.4", reviewer=AfterPolls(1, Automatic("challenge")), rules=Rules(Shape(intermediate=True)))
    rig.command_line.run(ENROLL)
    rig.appliance.jobs.run_due()

    rig.type(IMPORT)

    assert isinstance(outcome(rig), Granted)
    assert "certificate" in rig.appliance.configuration.table(LOCAL)["a"].values


def test_an_entry_without_a_certificate_is_no_root() -> None:
    rig = bench("7.4")
    rig.type("config vpn certificate ca", "edit empty", "end")

    rig.type(ENROLL)

    assert isinstance(outcome(rig), RootMissing)
