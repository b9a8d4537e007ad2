"""Nonsense is answered, not crashed on: whatever is typed, and whatever comes back from an authority.

An exception that `CommandLine` does not handle fails each of these tests by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from os import urandom
from random import Random

import pytest
from cached_keys import cached_keys
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509 import Certificate
from damage import damaged, rebuilt
from hypothesis import given, note
from hypothesis import strategies as st
from rig import NOW, URL, Reply, Rig, authority, rig
from typist import Typist

from fauxgate.ca.authority import Authority
from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.debug import scep
from fauxgate.device.events import ScepStep
from fauxgate.language.reader import read
from fauxgate.model.entry import Entry
from fauxgate.network.loopback import Loopback
from fauxgate.scep.events import Event, Failure, Granted
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse
from fauxgate.scep.issuer import BasicIssuer, Decision, EnrollmentRequest, Grant, PollRequest
from fauxgate.scep.server import Responder
from fauxgate.schema.types import Table

LOCAL = ("vpn", "certificate", "local")
DEBUG = ("diagnose debug application scep -1", "diagnose debug enable")
KINDS = st.sampled_from(["rsa a 1024", "rsa a 2048", "ec a secp256r1"])
RELEASES = st.sampled_from(["6.4", "7.0", "7.2", "7.4", "7.6"])
SEEDS = st.randoms(use_true_random=True)


@pytest.fixture(scope="module", autouse=True)
def _keys_made_before() -> Iterator[None]:
    with cached_keys():
        yield


# What is typed.


def typist(random: Random, firmware: str = "7.4") -> Typist:
    """A person at a new appliance with debug output on."""
    bench = rig(firmware=firmware)
    bench.type(*DEBUG)
    return Typist(bench, random)


def shown(bench: Rig, words: str = "") -> list[str]:
    """What `show` prints at the top, but for the header, which tells the time."""
    start = len(bench.printed)
    assert bench.command_line.run(f"show {words}") is None
    return [line for line in bench.printed[start:] if not line.startswith("#")]


def restored(lines: list[str], firmware: str) -> Rig:
    """An appliance that is restored from a configuration: it begins with the defaults, not as the factory left it."""
    bench = rig(firmware=firmware)
    bench.appliance.configuration.clear()
    refused = [(line.text, bench.command_line.run(line.text)) for line in read("\n".join(lines))]
    assert [text for text, error in refused if error is not None] == []
    return bench


def stands_where(person: Typist) -> bool:
    """Whether editor and prompt are where all that was typed should have led."""
    bench = person.rig
    host = bench.appliance.hostname
    if not person.places:
        return bench.command_line.prompt == f"{host} # "
    depth = len(bench.command_line._console.editor._places)
    return depth == len(person.places) and bench.command_line.prompt.startswith(f"{host} (")


def wait(person: Typist) -> None:
    """Let happen what is due, and now and then what is due later."""
    jobs = person.rig.appliance.jobs
    jobs.run_due()
    while person.random.random() < 0.2 and jobs.jump():
        pass


@given(random=SEEDS, firmware=RELEASES)
def test_any_session_is_answered_and_its_configuration_restores_to_itself(random: Random, firmware: str) -> None:
    person = typist(random, firmware)

    for _ in range(random.randint(1, 40)):
        person.enter(person.line())
        if person.places and random.random() < 0.03:
            person.interrupt()
        note("\n".join(person.typed[-1:]))
        assert stands_where(person)
        wait(person)

    person.rig.command_line.log_out()
    for words in ("", "full-configuration"):
        lines = shown(person.rig, words)
        assert shown(restored(lines, firmware), words) == lines


@given(random=SEEDS, firmware=RELEASES)
def test_what_is_aborted_leaves_no_trace(random: Random, firmware: str) -> None:
    person = typist(random, firmware)
    for _ in range(random.randint(0, 15)):
        person.enter(person.line())
    person.interrupt()
    before = shown(person.rig, "full-configuration")
    section = random.choice(list(person.rig.appliance.catalogue.sections()))
    names = random.choice(("1", "2001:db8::1/64", "a"))

    person.enter(f"config {' '.join(section.path)}")
    person.enter(f"edit {names}" if isinstance(section, Table) else "")
    within = len(person.places)
    for _ in range(random.randint(1, 20)):
        line = person.grammatical()
        if len(person.after(line)) >= within:
            person.enter(line)
    note("\n".join(person.typed))
    leave(person)

    assert shown(person.rig, "full-configuration") == before


def leave(person: Typist) -> None:
    """Without saving: by `abort` from level to level, or by Ctrl-C."""
    if person.random.random() < 0.3:
        person.interrupt()
    while person.places:
        person.enter("abort")


@given(texts=st.lists(st.text(st.characters(exclude_categories=())), max_size=4), random=SEEDS)
@pytest.mark.parametrize(
    "place",
    [(), ("config system interface",), ("config system interface", "edit a"), ("config system global",)],
    ids=["top", "table", "entry", "object"],
)
def test_any_text_is_answered_at_every_place(place: tuple[str, ...], texts: list[str], random: Random) -> None:
    person = typist(random)
    for line in place:
        person.enter(line)

    for text in texts:
        person.enter(text)

    assert stands_where(person)


@pytest.mark.parametrize("start", ["", "set comments ", "edit ", "execute date ", ":ca approve ", "get ", "config "])
@pytest.mark.parametrize(
    "word",
    ["9" * 10_000, "x" * 1_000_000, "config " * 5000, "'" * 9999, '"' * 9999, "\\" * 9999, "\0", "\ud800", "((" * 9999],
    ids=["digits", "huge", "many", "quotes", "double", "backslashes", "nul", "surrogate", "parentheses"],
)
def test_extreme_words_are_answered(start: str, word: str) -> None:
    person = typist(Random(1))  # noqa: S311 - it chooses nothing
    person.enter("config vpn certificate local")
    person.enter("edit a")

    refused = person.enter(start + word)
    person.interrupt()
    refused_at_top = person.enter(start + word)

    assert all(line.strip() for error in (*refused, *refused_at_top) for line in error.lines()[-1:])
    assert stands_where(person)


# What an authority sends.


@dataclass
class Liar(BasicIssuer):
    """An authority whose certificates are not what they should be, in messages that are."""

    honest: Authority
    random: Random

    @property
    def certificate(self) -> Certificate:
        return self.honest.certificate

    @property
    def key(self) -> RSAPrivateKey:
        return self.honest.key

    def review(self, request: EnrollmentRequest) -> Decision:
        return self._lie(self.honest.review(request))

    def poll(self, request: PollRequest) -> Decision:
        return self._lie(self.honest.poll(request))

    def _lie(self, decision: Decision) -> Decision:
        if not isinstance(decision, Grant):
            return decision
        return Grant(rebuilt(decision.certificate, self.random))


@dataclass
class Enrolled:
    """One enrollment that is over: the entry before and after, the events, and what was printed."""

    bench: Rig
    before: Entry
    after: Entry
    steps: list[Event]
    printed: list[str]

    @property
    def outcomes(self) -> list[Event]:
        return [step for step in self.steps if isinstance(step, Failure | Granted)]


def enrolled(bench: Rig, kind: str) -> Enrolled:
    """Enroll `a` to the end, while the entry is watched."""
    configuration = bench.appliance.configuration
    start = len(bench.printed)
    bench.command_line.run(f'execute vpn certificate local generate {kind} x NL "" "" "" u "" "" {URL} challenge')
    before = configuration.entry(LOCAL, "a")
    assert before is not None
    while bench.appliance.realm().enrollments.names:
        assert configuration.entry(LOCAL, "a") == before
        bench.appliance.jobs.jump()
    after = configuration.entry(LOCAL, "a")
    assert after is not None
    steps = [event.step for _, event in bench.appliance.journal.entries if isinstance(event, ScepStep)]
    return Enrolled(bench, before, after, steps, bench.printed[start:])


def assert_well_ended(done: Enrolled) -> None:
    """One outcome, told in words; the entry as it was, but for the certificate if it was granted."""
    (outcome,) = done.outcomes
    assert all(scep.is_told(type(step)) for step in done.steps)
    assert {**done.after.values, "certificate": ""} == {**done.before.values, "certificate": ""}
    assert bool(done.after.values.get("certificate")) is isinstance(outcome, Granted)
    told = scep.lines(outcome, done.bench.appliance.release)
    assert any(line.strip() for line in told)
    assert tuple(done.printed[-len(told) :]) == told
    assert all(line.isprintable() for line in done.printed)


def assert_can_be_looked_at(bench: Rig) -> None:
    """Every way to look at certificates works, whatever is in them, and the configuration restores to itself."""
    for line in (
        "get vpn certificate local details",
        "get vpn certificate ca details",
        "get vpn certificate local",
        "get vpn certificate local a",
        "get vpn certificate ca CA_Cert_1",
    ):
        bench.command_line.run(line)
    lines = shown(bench, "vpn certificate local")
    assert shown(restored(lines, "7.4"), "vpn certificate local") == lines


def changing(bench: Rig, number: int, other: object) -> None:
    """Let the reply of that number be another: what `other` makes of it, or `other` itself."""

    def change(_request: HttpRequest, reply: Reply) -> Reply:
        if len(bench.tap.seen) != number:
            return reply
        return other(reply) if callable(other) else other

    bench.tap.change = change


headers = st.lists(
    st.tuples(
        st.sampled_from(["Content-Type", "content-type", "Server"]),
        st.sampled_from(["application/x-pki-message", "application/x-x509-ca-cert", "text/html", "", "é\0{e}\x1b[2J"]),
    ),
    max_size=2,
).map(tuple)
bodies = st.binary(max_size=50) | st.sampled_from(
    [b"<html>{e.size}</html>\n\n\x1b[2J", b"\x30\x80" * 20_000, b"x" * 10**6]
)
no_answer = st.builds(HttpFailure, st.sampled_from(FailureReason), st.text(max_size=5))
other_answer = st.builds(HttpResponse, st.just(200) | st.integers(-1, 999), headers, bodies)
POLL = 2
"""The exchange, from 0, that asks again after an authority has said PENDING."""


@given(
    kind=KINDS,
    change=st.tuples(st.integers(0, POLL), other_answer) | st.tuples(st.integers(0, POLL - 1), no_answer),
)
def test_http_that_is_not_scep_ends_the_enrollment_and_is_told(kind: str, change: tuple[int, Reply]) -> None:
    bench = rig(authority(AfterPolls(1, Automatic("challenge"))))
    bench.type(*DEBUG)
    changing(bench, *change)

    done = enrolled(bench, kind)

    assert_well_ended(done)
    assert isinstance(done.outcomes[0], Failure)


@given(silence=no_answer)
def test_a_poll_without_an_answer_is_made_again(silence: HttpFailure) -> None:
    bench = rig(authority(AfterPolls(1, Automatic("challenge"))))
    bench.type(*DEBUG)
    changing(bench, POLL, silence)

    done = enrolled(bench, "rsa a 1024")

    assert_well_ended(done)
    assert isinstance(done.outcomes[0], Granted)


@given(kind=KINDS, number=st.integers(0, 2), random=SEEDS)
def test_a_damaged_reply_never_leaves_half_an_entry(kind: str, number: int, random: Random) -> None:
    bench = rig(authority(AfterPolls(1, Automatic("challenge"))))
    bench.type(*DEBUG)
    changing(bench, number, lambda reply: replace(reply, body=damaged(reply.body, random)))

    assert_well_ended(enrolled(bench, kind))
    assert_can_be_looked_at(bench)


@given(kind=KINDS, random=SEEDS)
def test_whatever_certificate_is_granted_is_refused_or_can_be_looked_at(kind: str, random: Random) -> None:
    honest = authority()
    bench = rig(honest, transport=Loopback(Responder(Liar(honest, random), urandom), lambda: NOW))
    bench.type(*DEBUG)

    assert_well_ended(enrolled(bench, kind))
    assert_can_be_looked_at(bench)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("taken", [0, 1, 2])
def test_a_reply_to_somebody_else_ends_the_enrollment(number: int, taken: int) -> None:
    others = rig(authority(AfterPolls(1, Automatic("challenge"))))
    enrolled(others, "rsa a 1024")
    bench = rig(authority(AfterPolls(1, Automatic("challenge"))))
    bench.type(*DEBUG)
    recorded = replace(others.tap.seen[taken][1], headers=others.tap.seen[1][1].headers)
    changing(bench, number, recorded)

    done = enrolled(bench, "rsa a 1024")

    assert_well_ended(done)
    assert isinstance(done.outcomes[0], Failure)


@given(random=SEEDS)
def test_a_damaged_ca_certificate_is_refused_or_can_be_looked_at(random: Random) -> None:
    bench = rig()
    changing(bench, 0, lambda reply: replace(reply, body=damaged(reply.body, random)))

    refused = bench.command_line.run(f"execute vpn certificate ca import auto {URL}")

    assert len(bench.appliance.configuration.table(("vpn", "certificate", "ca"))) == (refused is None)
    assert_can_be_looked_at(bench)
