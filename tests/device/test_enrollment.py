"""Enrollments that go on in the background while a person works on the configuration."""

import threading
from datetime import timedelta

import pytest
from rig import NOW, URL, Reply, Rig, authority, rig

from fauxgate.ca.reviewers import AfterPolls, Automatic, Manual
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.events import ScepStep
from fauxgate.model.entry import Entry
from fauxgate.model.errors import EntryExists
from fauxgate.scep import events
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest
from fauxgate.scep.profiles import FORTIOS

TABLE = "config vpn certificate local"


def generate(name: str, url: str = URL) -> str:
    return f'execute vpn certificate local generate rsa {name} 1024 x "" "" "" "" "" "" "" {url} challenge'


@pytest.fixture
def bench() -> Rig:
    """An appliance at an authority where a person decides."""
    return rig(authority(Manual()))


@pytest.fixture
def pending(bench: Rig) -> Rig:
    """The same, with the enrollment of `a` pending."""
    start(bench, "a")
    return bench


def start(bench: Rig, name: str, url: str = URL) -> None:
    typed(bench, generate(name, url))
    bench.appliance.jobs.run_due()


def typed(bench: Rig, *lines: str) -> None:
    """Type lines that all must be good, and let no time pass."""
    refused = [(line, bench.command_line.run(line)) for line in lines]
    assert [line for line, error in refused if error is not None] == []


def entry(bench: Rig, name: str) -> Entry:
    found = bench.appliance.configuration.entry(LOCAL, name)
    assert found is not None
    return found


def steps(bench: Rig, *kinds: type[events.Event]) -> list[events.Event]:
    return [event.step for event in scep_steps(bench) if isinstance(event.step, kinds)]


def scep_steps(bench: Rig) -> list[ScepStep]:
    return [event for _, event in bench.appliance.journal.entries if isinstance(event, ScepStep)]


def test_the_entry_exists_at_once_with_key_and_request_and_nothing_is_sent_yet(bench: Rig) -> None:
    typed(bench, generate("a"))

    assert set(entry(bench, "a").values) >= {"password", "private-key", "csr", "scep-url", "scep-password"}
    assert "certificate" not in entry(bench, "a").values
    assert bench.appliance.realm().enrollments.names == ("a",)
    assert bench.tap.seen == []


def test_a_request_without_a_url_is_only_stored(bench: Rig) -> None:
    typed(bench, "execute vpn certificate local generate rsa a 1024 x")
    bench.appliance.jobs.run_due()

    assert set(entry(bench, "a").values) == {"password", "private-key", "csr"}
    assert bench.appliance.realm().enrollments.names == ()
    assert bench.tap.seen == []


def test_a_name_is_not_enrolled_twice(pending: Rig) -> None:
    before = entry(pending, "a")

    error = pending.command_line.run(generate("a"))

    assert isinstance(error, EntryExists)
    assert entry(pending, "a") == before
    assert pending.appliance.realm().enrollments.names == ("a",)


def test_a_pending_enrollment_polls_at_the_interval_of_the_profile(pending: Rig) -> None:
    jobs = pending.appliance.jobs
    due = []
    for _ in range(3):
        due.append(jobs.next_due())
        jobs.jump()

    assert due == [NOW + timedelta(seconds=number * FORTIOS.poll_interval) for number in (1, 2, 3)]
    assert [request.url.partition("operation=")[2][:12] for request, _ in pending.tap.seen] == [
        "GetCACert&me",
        *["PKIOperation"] * 4,
    ]


def test_every_poll_has_the_transaction_id_of_the_request(bench: Rig) -> None:
    typed(bench, "diagnose debug application scep -1", "diagnose debug enable", generate("a"))
    for _ in range(4):
        bench.appliance.jobs.jump()

    ids = [line.rpartition(" ")[2] for line in bench.printed if "transaction id: " in line]
    assert len(ids) == 5
    assert len(set(ids)) == 1


def test_an_approved_request_is_granted_at_the_next_poll(pending: Rig) -> None:
    typed(pending, ":ca approve 1")
    assert "certificate" not in entry(pending, "a").values

    pending.appliance.jobs.jump()

    assert "certificate" in entry(pending, "a").values
    assert pending.appliance.realm().enrollments.names == ()
    assert len(steps(pending, events.Granted)) == 1


def test_a_rejected_request_fails_at_the_next_poll_and_the_entry_stays_pending(pending: Rig) -> None:
    before = entry(pending, "a")
    typed(pending, ":ca reject 1 no")

    pending.appliance.jobs.jump()

    assert entry(pending, "a") == before
    assert pending.appliance.realm().enrollments.names == ()
    assert len(steps(pending, events.Failure)) == len(steps(pending, events.Refused)) == 1


def test_an_enrollment_is_given_up_after_the_limit_of_the_profile(pending: Rig) -> None:
    before = entry(pending, "a")
    while pending.appliance.jobs.jump():
        pass

    polls = FORTIOS.poll_duration // FORTIOS.poll_interval
    assert steps(pending, events.Failure) == [events.PollingGivenUp(polls)]
    assert pending.appliance.clock.now() == NOW + timedelta(seconds=FORTIOS.poll_duration)
    assert pending.appliance.realm().enrollments.names == ()
    assert entry(pending, "a") == before


@pytest.mark.parametrize(
    "lines",
    [
        ("delete a", "end"),
        ("edit a", "unset private-key", "next", "end"),
        ("edit a", "unset private-key", "end"),
    ],
)
def test_an_entry_that_is_gone_or_has_another_key_is_no_longer_enrolled(lines: tuple[str, ...], pending: Rig) -> None:
    typed(pending, ":ca approve 1", TABLE, *lines)
    sent = len(pending.tap.seen)

    assert pending.appliance.realm().enrollments.names == ()
    pending.appliance.jobs.jump()
    assert len(pending.tap.seen) == sent
    assert steps(pending, events.Granted, events.Failure) == []
    remaining = pending.appliance.configuration.entry(LOCAL, "a")
    assert remaining is None or "certificate" not in remaining.values


def test_a_purge_ends_every_enrollment(pending: Rig) -> None:
    start(pending, "b")
    typed(pending, TABLE, "purge")
    assert pending.appliance.realm().enrollments.names == ("a", "b")

    pending.command_line.answer("y")

    assert pending.appliance.realm().enrollments.names == ()
    assert not pending.appliance.configuration.table(LOCAL)


@pytest.mark.parametrize(
    "lines",
    [
        ("edit a", "set comments x", "next", "end"),
        ("edit a", "set password other", "abort"),
        ("edit a", "unset private-key", "abort"),
        ("edit b", "end"),
        ("clone a to b", "delete b", "end"),
    ],
)
def test_other_changes_do_not_end_the_enrollment(lines: tuple[str, ...], pending: Rig) -> None:
    typed(pending, ":ca approve 1", TABLE, *lines)

    pending.appliance.jobs.jump()

    assert "certificate" in entry(pending, "a").values


def test_a_certificate_follows_its_entry_to_another_name(pending: Rig) -> None:
    typed(pending, ":ca approve 1", TABLE, "rename a to b", "end")
    assert pending.appliance.realm().enrollments.names == ("b",)

    pending.appliance.jobs.jump()

    assert "certificate" in entry(pending, "b").values
    assert pending.appliance.configuration.entry(LOCAL, "a") is None
    assert pending.appliance.realm().enrollments.names == ()


def test_a_new_entry_under_the_old_name_is_another_enrollment(pending: Rig) -> None:
    typed(pending, TABLE, "rename a to b", "end")
    start(pending, "a")
    assert pending.appliance.realm().enrollments.names == ("b", "a")

    typed(pending, ":ca approve 1", TABLE, "delete a", "end")
    pending.appliance.jobs.jump()

    assert list(pending.appliance.configuration.table(LOCAL)) == ["b"]
    assert "certificate" in entry(pending, "b").values


def test_a_copy_of_an_entry_is_not_enrolled(pending: Rig) -> None:
    typed(pending, ":ca approve 1", TABLE, "clone a to b", "end")

    pending.appliance.jobs.jump()

    assert "certificate" in entry(pending, "a").values
    assert "certificate" not in entry(pending, "b").values


@pytest.mark.parametrize("leave", ["next", "end"])
def test_a_certificate_that_comes_while_its_entry_is_edited_is_kept(leave: str, pending: Rig) -> None:
    typed(pending, ":ca approve 1", TABLE, "edit a", "set comments late")

    pending.appliance.jobs.jump()
    typed(pending, leave)

    assert entry(pending, "a").values["comments"] == "late"
    assert "certificate" in entry(pending, "a").values


def test_a_deleted_and_generated_entry_is_enrolled_once(pending: Rig) -> None:
    typed(pending, TABLE, "delete a", "end")
    start(pending, "a")
    typed(pending, ":ca approve 2")
    while pending.appliance.jobs.jump():
        pass

    assert len(steps(pending, events.Granted)) == 1
    assert "certificate" in entry(pending, "a").values


def test_an_entry_deleted_while_the_network_is_waited_for_does_not_come_back(bench: Rig) -> None:
    def delete(_request: HttpRequest, reply: Reply) -> Reply:
        if len(bench.tap.seen) == 1:
            typed(bench, TABLE, "delete a", "end")
        return reply

    bench.authority._reviewer = Automatic("challenge")
    bench.tap.change = delete
    start(bench, "a")

    assert bench.appliance.configuration.entry(LOCAL, "a") is None
    assert steps(bench, events.Granted, events.Failure) == []
    assert len(bench.tap.seen) == 2
    assert bench.appliance.jobs.next_due() is None


def test_a_slow_authority_does_not_hold_up_the_prompt(bench: Rig) -> None:
    prompts: list[str] = []

    def slow(_request: HttpRequest, reply: Reply) -> Reply:
        person = threading.Thread(target=lambda: (bench.command_line.run("show"), prompts.append("there")), daemon=True)
        person.start()
        person.join(10)
        return reply

    bench.tap.change = slow
    start(bench, "a")

    assert prompts == ["there", "there"]


def test_several_enrollments_go_on_beside_each_other() -> None:
    bench = rig(authority(AfterPolls(1, Automatic("challenge"))))
    start(bench, "a")
    bench.appliance.set_clock(NOW + timedelta(seconds=10))
    start(bench, "b")

    bench.appliance.jobs.jump()
    assert bench.appliance.realm().enrollments.names == ("b",)
    bench.appliance.jobs.jump()

    granted = [event.certificate for event in scep_steps(bench) if isinstance(event.step, events.Granted)]
    assert granted == ["a", "b"]


def test_a_clock_that_is_set_makes_polls_due(pending: Rig) -> None:
    typed(pending, ":ca approve 1", "execute date 2027-01-01")
    pending.appliance.jobs.run_due()

    assert "certificate" in entry(pending, "a").values


@pytest.mark.parametrize("reason", FailureReason)
def test_a_network_that_fails_ends_the_enrollment(reason: FailureReason, bench: Rig) -> None:
    bench.tap.change = lambda _request, _reply: HttpFailure(reason, "detail")
    start(bench, "a")

    (failure,) = steps(bench, events.Failure)
    assert isinstance(failure, events.TransportFailed)
    assert failure.reason is reason
    assert bench.appliance.realm().enrollments.names == ()
    assert "certificate" not in entry(bench, "a").values


def test_a_url_that_leads_nowhere_is_told_and_nothing_is_sent(bench: Rig) -> None:
    start(bench, "a", "ftp://ca.test/")

    assert steps(bench, events.Failure) == [events.IllegalUrl("ftp://ca.test/")]
    assert bench.tap.seen == []
    assert bench.appliance.realm().enrollments.names == ()
