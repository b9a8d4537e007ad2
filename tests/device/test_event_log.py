"""The event log as entries (fortios-certificates.md section 6)."""

import pytest
from rig import NOW, Rig
from rig import rig as new_rig

from fauxgate.device.event_log import EventLog
from fauxgate.device.events import CertificateLoaded, CertificateRemoved, CertificateUpdated, Event, Journal, ScepStep
from fauxgate.scep.events import HttpError, Pending, PollingGivenUp

GENERATE = "execute vpn certificate local generate rsa A 1024 a"
ENROLL = f'{GENERATE} NL "" "" "" "" "" "" http://ca.test/app/cert/scep/ challenge'


@pytest.fixture
def rig() -> Rig:
    return new_rig()


@pytest.mark.parametrize(
    ("event", "numbers"),
    [
        (CertificateLoaded("ca", "CA_Cert_1"), [41984]),
        (CertificateRemoved("local", "a"), [41985]),
        (CertificateUpdated("remote", "a"), [41987]),
        (ScepStep("a", Pending(1)), [22204]),
        (ScepStep("a", HttpError(404)), [41990, 22203]),
        (ScepStep("", HttpError(404)), []),
        (Event(), []),
    ],
)
def test_an_event_has_the_ids_of_the_log_reference(event: Event, numbers: list[int]) -> None:
    journal = Journal(lambda: NOW)
    log = EventLog(journal)

    journal.record(event)

    assert [entry.number for entry in log.entries()] == numbers


def test_the_reason_of_a_failure_is_its_kind_in_words() -> None:
    journal = Journal(lambda: NOW)

    journal.record(ScepStep("a", PollingGivenUp(3)))

    assert ("reason", "polling given up") in EventLog(journal).entries()[0].fields


def test_a_cleared_log_begins_anew() -> None:
    journal = Journal(lambda: NOW)
    log = EventLog(journal)
    journal.record(CertificateLoaded("ca", "a"))

    log.clear()
    journal.record(CertificateRemoved("ca", "a"))

    assert [entry.number for entry in log.entries()] == [41985]


def test_the_log_tells_what_happens_to_certificates(rig: Rig) -> None:
    rig.type("execute vpn certificate ca import auto http://ca.test/app/cert/scep/", ENROLL)
    rig.type("config vpn certificate ca", "delete CA_Cert_1", "end")
    rig.type("config vpn certificate local", "delete A", "end")

    assert [entry.number for entry in rig.appliance.event_log.entries()] == [41985, 41985, 41987, 22205, 41984]


def test_a_request_without_a_certificate_is_no_event(rig: Rig) -> None:
    rig.type(GENERATE, "config vpn certificate local", "delete A", "end")

    assert rig.appliance.event_log.entries() == []
