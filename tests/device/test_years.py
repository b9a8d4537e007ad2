"""Two virtual years of three certificates, their history computed by hand.

All lifetimes are in days from the first second on. `short` lives 90 days and is renewed 30 before its end, so every 60.
`long` lives 365 and is renewed 20 before its end; its authority grants at the second poll, ten minutes later. `left`
lives 200 and is not renewed. From day 118 to day 125 no authority answers; on day 200 that of `short` begins anew.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from os import urandom

import pytest
from rig import NOW, Reply, Rig, authority, rig

from fauxgate.ca.administration import Administration
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.clock import ManualClock
from fauxgate.device.events import CertificateExpired, CertificateNearExpiry, Event, RenewalDue, ScepStep
from fauxgate.network.loopback import Loopback
from fauxgate.pki import certificates
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import steps
from fauxgate.scep.attributes import MessageType
from fauxgate.scep.events import Failure, Granted
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest
from fauxgate.scep.server import Responder

DEAD = range(118, 125)
ROLLOVER = 200
YEARS = 730

GENERATE = "execute vpn certificate local generate"
SCRIPT = [
    *(
        f"{GENERATE} rsa {name} 1024 {name} '' '' '' '' '' '' '' http://{name}.test/ challenge"
        for name in ("short", "long", "left")
    ),
    "config vpn certificate local",
    "edit short",
    "set auto-regenerate-days 30",
    "set auto-regenerate-days-warning 40",
    "next",
    "edit long",
    "set auto-regenerate-days 20",
    "set auto-regenerate-days-warning 30",
    "end",
]


def days(count: int, minutes: int = 0, seconds: int = 0) -> timedelta:
    return timedelta(days=count, minutes=minutes, seconds=seconds)


SHORT = [
    # The first certificate, of day 0, ends on day 90.
    (days(0), "request"),
    (days(0), "success"),
    (days(50), "warning"),
    (days(60), "request"),
    (days(60), "success"),
    # The second ends on day 150; its renewal falls into the dead week, and is repeated day by day.
    (days(110), "warning"),
    *((days(day), "failure") for day in (120, 121, 122, 123, 124)),
    (days(125), "request"),
    (days(125), "success"),
    # From then on every 60 days; by day 245 another authority signs.
    *(
        (days(begun + offset), what)
        for begun in range(125, 665, 60)
        for offset, what in ((50, "warning"), (60, "request"), (60, "success"))
    ),
    (days(665 + 50), "warning"),
    (days(665 + 60), "request"),
    (days(665 + 60), "success"),
]
LONG = [
    (days(0), "request"),
    (days(0, 5), "poll"),
    (days(0, 10), "poll"),
    (days(0, 10), "success"),
    # It ends on day 365, ten minutes past.
    (days(335, 10), "warning"),
    (days(345, 10), "request"),
    (days(345, 15), "poll"),
    (days(345, 20), "poll"),
    (days(345, 20), "success"),
    # Its successor ends on day 710, twenty minutes past.
    (days(680, 20), "warning"),
    (days(690, 20), "request"),
    (days(690, 25), "poll"),
    (days(690, 30), "poll"),
    (days(690, 30), "success"),
]
LEFT = [
    (days(0), "request"),
    (days(0), "success"),
    # `cert-expire-warning` is 14 days where nobody has said otherwise.
    (days(186), "near expiry"),
    # Its last second is a valid one.
    (days(200, 0, 1), "expired"),
]
HISTORIES = {"short": SHORT, "long": LONG, "left": LEFT}


class Internet:
    """Three authorities, each at its own name, none of which answers in the dead week."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.authorities = {
            "short": authority(Automatic("challenge"), CertificateProfile(days=90), now=clock.now),
            "long": authority(AfterPolls(2, Automatic("challenge")), now=clock.now),
            "left": authority(Automatic("challenge"), CertificateProfile(days=200), now=clock.now),
        }
        self.wires = {name: Loopback(Responder(each, urandom), clock.now) for name, each in self.authorities.items()}

    def send(self, request: HttpRequest) -> Reply:
        if (self.clock.now() - NOW).days in DEAD:
            return HttpFailure(FailureReason.CANNOT_CONNECT, "dead")
        name = request.url.removeprefix("http://").partition(".")[0]
        return self.wires[name].send(request)


def lived(steps_of_days: int) -> tuple[Rig, Internet]:
    """Everything typed, and two years gone by in steps of so many days."""
    clock = ManualClock(NOW)
    internet = Internet(clock)
    bench = rig(internet.authorities["short"], transport=internet, clock=clock)
    jobs = bench.appliance.jobs
    jobs.at(NOW + days(ROLLOVER), Administration(internet.authorities["short"]).begin_next)
    for line in SCRIPT:
        bench.command_line.run(line)
        jobs.run_due()
    for _ in range(YEARS // steps_of_days):
        bench.command_line.run(f":clock advance {steps_of_days}d")
        jobs.run_due()
    return bench, internet


def history(bench: Rig, name: str) -> list[tuple[timedelta, str]]:
    return [(moment - NOW, what) for moment, event in bench.appliance.journal.entries for what in _told(event, name)]


def _told(event: Event, name: str) -> Iterator[str]:
    match event:
        case RenewalDue(named) if named == name:
            yield "warning"
        case CertificateNearExpiry(named) if named == name:
            yield "near expiry"
        case CertificateExpired(named) if named == name:
            yield "expired"
        case ScepStep(named, step) if named == name:
            match step:
                case steps.InnerStarted(MessageType.CERT_POLL):
                    yield "poll"
                case steps.InnerStarted():
                    yield "request"
                case Failure():
                    yield "failure"
                case Granted():
                    yield "success"


def granted(bench: Rig, name: str) -> list[tuple[datetime, Certificate]]:
    return [
        (moment, Certificate.parse(event.step.certificate))
        for moment, event in bench.appliance.journal.entries
        if isinstance(event, ScepStep) and event.certificate == name and isinstance(event.step, Granted)
    ]


@pytest.fixture(scope="module")
def life() -> tuple[Rig, Internet]:
    return lived(YEARS)


@pytest.mark.parametrize("name", HISTORIES)
def test_every_event_of_two_years_has_its_date(name: str, life: tuple[Rig, Internet]) -> None:
    bench, _ = life

    assert history(bench, name) == HISTORIES[name]


def test_all_of_it_happened_in_order_and_the_clock_is_where_it_was_sent(life: tuple[Rig, Internet]) -> None:
    bench, _ = life
    moments = [moment for moment, _ in bench.appliance.journal.entries]

    assert moments == sorted(moments)
    assert bench.appliance.clock.now() == NOW + days(YEARS)


def test_each_certificate_begins_when_it_was_granted_and_lives_as_long_as_its_authority_says(
    life: tuple[Rig, Internet],
) -> None:
    bench, _ = life

    assert [(each.not_before - moment, each.not_after - moment) for moment, each in granted(bench, "short")] == [
        (days(0), days(90))
    ] * 13


def test_after_the_rollover_the_new_authority_signs(life: tuple[Rig, Internet]) -> None:
    bench, internet = life
    ours = internet.authorities["short"].generations
    first, second = (Certificate.parse(ours.find(number).certificates[0]) for number in (1, 2))  # type: ignore[union-attr]

    signers = [certificates.is_issued_by(each, second) for _, each in granted(bench, "short")]

    assert signers == [moment - NOW > days(ROLLOVER) for moment, _ in granted(bench, "short")]
    assert [certificates.is_issued_by(each, first) for _, each in granted(bench, "short")] == [not it for it in signers]


@pytest.mark.parametrize("name", ["short", "long"])
def test_what_is_configured_in_the_end_is_the_last_certificate_with_its_own_key(
    name: str, life: tuple[Rig, Internet]
) -> None:
    bench, _ = life
    entry = bench.appliance.configuration.entry(LOCAL, name)
    assert entry is not None
    _, last = granted(bench, name)[-1]
    key = bench.appliance.realm().certificate_files.private_key(entry)

    assert entry.values["certificate"] == certificates.to_pem(last.der)
    assert key is not None
    assert certificates.matches(last, key)


def test_states_are_in_step_with_the_clock(life: tuple[Rig, Internet]) -> None:
    bench, _ = life

    assert [
        line
        for name in HISTORIES
        for line in bench.type(f"get vpn certificate local {name}")
        if line.startswith("state ")
    ] == [f"state               : {state}" for state in ("Valid", "Valid", "Expired")]


def test_the_event_log_tells_the_same_story(life: tuple[Rig, Internet]) -> None:
    bench, _ = life
    entries = bench.appliance.event_log.entries()[::-1]
    ids = {"warning": 22200, "failure": 22203, "success": 22205, "near expiry": 41989, "expired": 41989}
    told = [(moment, ids[what]) for name in HISTORIES for moment, what in HISTORIES[name] if what in ids]

    assert sorted((entry.moment - NOW, entry.number) for entry in entries if entry.number in ids.values()) == sorted(
        told
    )


def test_many_small_steps_make_the_same_history_as_one_jump() -> None:
    bench, _ = lived(10)

    assert {name: history(bench, name) for name in HISTORIES} == HISTORIES
