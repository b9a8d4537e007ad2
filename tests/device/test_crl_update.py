from datetime import timedelta

import pytest
from rig import NOW, URL, Rig, living

from fauxgate.ca.issuing import CertificateProfile
from fauxgate.device.events import CrlUpdateRequested
from fauxgate.pki import crls, pem
from fauxgate.scep.http import FailureReason, HttpFailure, HttpResponse

CRL = ("vpn", "certificate", "crl")
TABLE = "config vpn certificate crl"
HOUR = timedelta(hours=1)


@pytest.fixture
def bench() -> Rig:
    bench = living()
    bench.type(f"execute vpn certificate local generate rsa router 2048 router '' '' '' '' '' '' '' {URL} challenge")
    bench.type(TABLE, "edit CRL_1", f"set scep-url {URL}", "set scep-cert router", "set update-interval 3600", "end")
    return bench


def stored(bench: Rig) -> str:
    return str(bench.appliance.configuration.value(CRL, "CRL_1", "crl"))


def requested(bench: Rig) -> list[timedelta]:
    """When lists were asked for, counted from the beginning."""
    entries = bench.appliance.journal.entries
    return [moment - NOW for moment, event in entries if isinstance(event, CrlUpdateRequested)]


def go(bench: Rig, period: timedelta) -> None:
    bench.appliance.jobs.go_to(bench.appliance.clock.now() + period)
    bench.appliance.jobs.run_due()


def test_a_list_is_fetched_at_once_where_there_is_none_and_then_at_every_interval(bench: Rig) -> None:
    go(bench, 3 * HOUR + timedelta(minutes=30))

    assert requested(bench) == [0 * HOUR, HOUR, 2 * HOUR, 3 * HOUR]
    assert "BEGIN X509 CRL" in stored(bench)


def test_each_fetch_is_an_entry_of_the_log(bench: Rig) -> None:
    entry, *_ = bench.appliance.event_log.entries()
    bench.type("execute vpn certificate crl import auto CRL_1")
    by_hand, *_ = bench.appliance.event_log.entries()

    assert (entry.number, entry.subtype, entry.level) == (32148, "system", "notice")
    assert entry.description == "CRL update requested"
    assert dict(entry.fields) == {
        "user": "system",
        "ui": "system",
        "action": "update",
        "msg": "CRL update requested: CRL_1",
        "crl": "CRL_1",
    }
    assert dict(by_hand.fields)["user"] == "admin"


def test_a_fetch_that_fails_keeps_the_list_and_is_repeated_after_the_interval(bench: Rig) -> None:
    before = stored(bench)
    bench.tap.change = lambda _request, _reply: HttpFailure(FailureReason.TIMED_OUT, "")
    go(bench, 2 * HOUR)

    assert requested(bench) == [0 * HOUR, HOUR, 2 * HOUR]
    assert stored(bench) == before != ""


def test_a_fetch_by_hand_counts_as_one(bench: Rig) -> None:
    go(bench, HOUR / 2)
    bench.type("execute vpn certificate crl import auto CRL_1")
    go(bench, HOUR)

    assert requested(bench) == [0 * HOUR, HOUR / 2, 1.5 * HOUR]


@pytest.mark.parametrize("line", ["unset scep-url", "set update-interval 0", "set update-interval 86400"])
def test_the_jobs_follow_a_change_of_the_entry(bench: Rig, line: str) -> None:
    bench.type(TABLE, "edit CRL_1", line, "end")
    go(bench, 5 * HOUR)

    assert requested(bench) == [0 * HOUR]


def test_nothing_is_due_any_more_for_an_entry_that_is_gone(bench: Rig) -> None:
    due = bench.appliance.jobs.next_due()
    bench.type(TABLE, "delete CRL_1", "end")
    go(bench, 5 * HOUR)

    assert due == NOW + HOUR
    assert bench.appliance.jobs.next_due() != due
    assert requested(bench) == [0 * HOUR]


def test_without_an_interval_a_list_is_fetched_when_it_has_expired(bench: Rig) -> None:
    bench.type(TABLE, "edit CRL_1", "set update-interval 0", "end")
    days = timedelta(days=CertificateProfile().crl_days)
    go(bench, days - HOUR)
    before = requested(bench)
    go(bench, 2 * HOUR)

    assert before == [0 * HOUR]
    assert requested(bench) == [0 * HOUR, days]


def test_an_expired_list_that_cannot_be_had_is_asked_for_once_a_day(bench: Rig) -> None:
    bench.type(TABLE, "edit CRL_1", "set update-interval 0", "end")
    bench.tap.change = lambda _request, _reply: HttpFailure(FailureReason.TIMED_OUT, "")
    days = CertificateProfile().crl_days
    go(bench, timedelta(days=days + 2))

    assert requested(bench) == [timedelta(days=each) for each in (0, days, days + 1, days + 2)]


@pytest.mark.parametrize("form", ["der", "pem"])
def test_a_list_is_fetched_by_http(bench: Rig, form: str) -> None:
    der = pem.content(stored(bench), crls.LABEL)
    body = der if form == "der" else crls.to_pem(der).encode()
    bench.tap.change = lambda _request, _reply: HttpResponse(200, (), body)
    bench.type(TABLE, "edit CRL_2", "set http-url http://ca.test/ca.crl", "set update-interval 3600", "end")
    request, _ = bench.tap.seen[-1]

    assert (request.method, request.url) == ("GET", "http://ca.test/ca.crl")
    assert bench.appliance.configuration.value(CRL, "CRL_2", "crl") == stored(bench)


@pytest.mark.parametrize("answer", [HttpResponse(404, (), b""), HttpResponse(200, (), b"<html>"), b"\x30\x80"])
def test_what_is_no_list_is_not_kept(bench: Rig, answer: HttpResponse | bytes) -> None:
    reply = HttpResponse(200, (), answer) if isinstance(answer, bytes) else answer
    bench.tap.change = lambda _request, _reply: reply
    bench.type(TABLE, "edit CRL_2", "set http-url http://ca.test/ca.crl", "set update-interval 3600", "end")

    assert bench.appliance.configuration.value(CRL, "CRL_2", "crl") == ""
    assert bench.appliance.jobs.next_due() == NOW + HOUR


def test_an_enrollment_that_was_cancelled_leaves_nothing_due(bench: Rig) -> None:
    bench = living()
    bench.command_line.run(
        f"execute vpn certificate local generate rsa other 2048 other '' '' '' '' '' '' '' {URL} wrong"
    )
    due = bench.appliance.jobs.next_due()
    bench.type("config vpn certificate local", "delete other", "end")

    assert due == NOW
    assert bench.appliance.jobs.next_due() is None


def test_a_ca_update_that_was_cancelled_leaves_nothing_due(bench: Rig) -> None:
    bench = living()
    bench.type(f"execute vpn certificate ca import auto {URL}")
    bench.type("config vpn certificate ca", "edit CA_Cert_1", "set auto-update-days 30", "next")
    due = bench.appliance.jobs.next_due()
    bench.type("edit CA_Cert_1", "set auto-update-days 20", "next")
    other = bench.appliance.jobs.next_due()
    bench.type("edit CA_Cert_1", "unset auto-update-days", "end")

    assert due is not None
    assert other == due + timedelta(days=10)
    assert bench.appliance.jobs.next_due() is None
