from datetime import timedelta

import pytest
from rig import NOW, URL, Rig, authority, rig

from fauxgate.ca.issuing import CertificateProfile
from fauxgate.device.events import CaUpdated, CaUpdateDue, CaUpdateFailed
from fauxgate.scep.http import FailureReason, HttpFailure

CA = ("vpn", "certificate", "ca")
TABLE = "config vpn certificate ca"


@pytest.fixture
def bench() -> Rig:
    bench = rig()
    bench.type(f"execute vpn certificate ca import auto {URL}")
    bench.type(TABLE, "edit CA_Cert_1", "set auto-update-days 30", "set auto-update-days-warning 45", "end")
    bench.tap.seen.clear()
    return bench


def told(bench: Rig) -> list[type]:
    kinds = (CaUpdateDue, CaUpdated, CaUpdateFailed)
    return [type(event) for _, event in bench.appliance.journal.entries if isinstance(event, kinds)]


def stored(bench: Rig) -> str:
    return str(bench.appliance.configuration.table(CA)["CA_Cert_1"].values["ca"])


def jump(bench: Rig, times: int = 1) -> None:
    for _ in range(times):
        bench.appliance.jobs.jump()


def succeed(bench: Rig) -> None:
    """Let a certificate of the same name, valid for longer, take the place of the authority's."""
    lasting = CertificateProfile(ca_days=CertificateProfile().ca_days + 365)
    bench.tap.transport = rig(authority(profile=lasting)).tap.transport


def test_the_warning_and_the_update_come_so_many_days_before_expiry(bench: Rig) -> None:
    expiry = NOW + timedelta(days=CertificateProfile().ca_days)
    succeed(bench)

    jump(bench)
    assert (told(bench), bench.appliance.clock.now()) == ([CaUpdateDue], expiry - timedelta(days=45))

    jump(bench)
    assert (told(bench), bench.appliance.clock.now()) == ([CaUpdateDue, CaUpdated], expiry - timedelta(days=30))


def test_the_newer_certificate_takes_the_place_of_the_old_one_and_the_next_update_is_planned(bench: Rig) -> None:
    before = stored(bench)
    succeed(bench)

    jump(bench, 2)

    assert stored(bench) != before
    assert list(bench.appliance.configuration.table(CA)) == ["CA_Cert_1"]
    assert bench.appliance.jobs.next_due() is not None


def test_without_a_newer_one_it_is_tried_again_a_day_later(bench: Rig) -> None:
    before = stored(bench)

    jump(bench, 3)

    assert told(bench) == [CaUpdateDue, CaUpdateFailed, CaUpdateFailed]
    assert stored(bench) == before


def test_silence_and_another_authority_are_no_update(bench: Rig) -> None:
    before = stored(bench)
    bench.tap.change = lambda _request, _reply: HttpFailure(FailureReason.TIMED_OUT, "")
    jump(bench, 2)
    bench.tap.change = lambda _request, reply: reply
    lasting = CertificateProfile(ca_days=CertificateProfile().ca_days + 365)
    bench.tap.transport = rig(authority(subject="/CN=other", profile=lasting)).tap.transport
    jump(bench)

    assert told(bench) == [CaUpdateDue, CaUpdateFailed, CaUpdateFailed]
    assert stored(bench) == before


@pytest.mark.parametrize(
    "lines",
    [
        ["delete CA_Cert_1"],
        ["edit CA_Cert_1", "unset auto-update-days", "next"],
        ["edit CA_Cert_1", "unset scep-url", "next"],
    ],
)
def test_what_is_no_longer_wanted_does_not_happen(lines: list[str], bench: Rig) -> None:
    bench.type(TABLE, *lines, "end")

    jump(bench, 4)

    assert told(bench) == []
    assert bench.tap.seen == []


def test_what_should_have_happened_happens_at_once(bench: Rig) -> None:
    succeed(bench)
    bench.type(TABLE, "edit CA_Cert_1", "set auto-update-days 4294967295", "set auto-update-days-warning 0", "end")

    bench.appliance.jobs.run_due()

    assert CaUpdated in told(bench)


def test_an_update_is_planned_again_after_a_restart(bench: Rig) -> None:
    succeed(bench)
    bench.appliance.restart()

    jump(bench, 2)

    assert told(bench) == [CaUpdateDue, CaUpdated]


def test_the_event_log_tells_of_all(bench: Rig) -> None:
    jump(bench, 2)
    succeed(bench)
    jump(bench)

    numbers = [entry.number for entry in bench.appliance.event_log.entries()]

    assert numbers[:3] == [41987, 41990, 22200]
