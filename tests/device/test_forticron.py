"""Renewals as the appliance carries them out: when, with which key, signed by whom, and what replaces what."""

from collections.abc import Sequence
from datetime import timedelta
from os import urandom

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from rig import NOW, URL, Rig, living

from fauxgate.ca.authority import Rules
from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.device.events import CertificateExpired, CertificateNearExpiry, RenewalDue, ScepStep
from fauxgate.model.entry import Entry
from fauxgate.pki import certificates, names, requests, structures
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.keys import PrivateKey
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import MessageType
from fauxgate.scep.http import FailureReason, HttpFailure
from fauxgate.scep.issuer import Unenvelopable

TABLE = "config vpn certificate local"
ENROLL = (
    'execute vpn certificate local generate rsa a 1024 x NL "" Amsterdam Fortinet "" x@example.com '
    f"DNS:x.example.com,IP:192.0.2.1 {URL} challenge"
)
YEAR = timedelta(days=365)
WARNING, REQUEST = YEAR - timedelta(days=45), YEAR - timedelta(days=30)
SETTINGS = ("set auto-regenerate-days 30", "set auto-regenerate-days-warning 45")
DEAD = HttpFailure(FailureReason.CANNOT_CONNECT, "dead")


def enrolled(*settings: str, bench: Rig | None = None) -> Rig:
    """An appliance with a certificate `a` that is to be renewed."""
    bench = bench or living()
    bench.type(ENROLL, TABLE, "edit a", *SETTINGS, *settings, "end")
    return bench


def advance(bench: Rig, passed: timedelta) -> None:
    bench.appliance.jobs.go_to(NOW + passed)
    bench.appliance.jobs.run_due()


def entry(bench: Rig, name: str = "a") -> Entry:
    found = bench.appliance.configuration.entry(LOCAL, name)
    assert found is not None
    return found


def certificate(bench: Rig) -> Certificate:
    return certificates.from_pem(str(entry(bench).values["certificate"]))


def key(bench: Rig) -> PrivateKey:
    found = bench.appliance.realm().certificate_files.private_key(entry(bench))
    assert found is not None
    return found


def told(bench: Rig, *kinds: type) -> list[tuple[timedelta, type]]:
    """When each of these events, or these steps of an exchange, happened."""
    found = [
        (moment - NOW, type(event.step if isinstance(event, ScepStep) else event))
        for moment, event in bench.appliance.journal.entries
    ]
    return [each for each in found if issubclass(each[1], kinds)]


def types(bench: Rig) -> Sequence[MessageType]:
    sent = (event.step for _, event in bench.appliance.journal.entries if isinstance(event, ScepStep))
    return [step.message_type for step in sent if isinstance(step, steps.InnerStarted)]


def test_the_warning_comes_first_and_then_the_request() -> None:
    bench = enrolled()

    advance(bench, YEAR)

    assert told(bench, RenewalDue, events.Granted) == [
        (timedelta(), events.Granted),
        (WARNING, RenewalDue),
        (REQUEST, events.Granted),
    ]


def test_without_days_there_is_neither() -> None:
    bench = enrolled("unset auto-regenerate-days", "unset auto-regenerate-days-warning")

    advance(bench, YEAR + timedelta(days=1))

    assert told(bench, RenewalDue, events.Granted, CertificateExpired) == [
        (timedelta(), events.Granted),
        (YEAR + timedelta(seconds=1), CertificateExpired),
    ]


def test_certificate_and_key_are_replaced_together_and_only_when_it_is_granted() -> None:
    bench = enrolled(bench=living(reviewer=AfterPolls(1, Automatic("challenge"))))
    granted_at = timedelta(minutes=5)
    before = dict(entry(bench).values)

    advance(bench, granted_at + REQUEST)
    assert bench.appliance.realm().enrollments.names == ("a",)
    assert entry(bench).values == before
    advance(bench, granted_at + REQUEST + timedelta(minutes=5))

    changed = {option for option, value in entry(bench).values.items() if value != before.get(option)}
    assert changed == {"certificate", "private-key", "password", "csr"}
    assert certificates.matches(certificate(bench), key(bench))
    assert requests.from_pem(str(entry(bench).values["csr"])).spki == certificate(bench).spki


def test_a_kept_key_is_kept() -> None:
    bench = enrolled("set private-key-retain enable")
    before = dict(entry(bench).values)

    advance(bench, REQUEST)

    after = entry(bench).values
    assert after["certificate"] != before["certificate"]
    assert (after["private-key"], after["password"]) == (before["private-key"], before["password"])
    assert certificates.matches(certificate(bench), key(bench))


def test_before_the_release_that_knows_of_kept_keys_there_is_always_a_new_one() -> None:
    bench = enrolled(bench=living("7.2.0"))
    before = entry(bench).values["private-key"]

    advance(bench, REQUEST)

    assert entry(bench).values["private-key"] != before
    assert certificates.matches(certificate(bench), key(bench))


def test_a_new_key_is_of_the_kind_and_size_of_the_old_one() -> None:
    bench = enrolled()

    advance(bench, REQUEST)

    renewed = key(bench)
    assert isinstance(renewed, RSAPrivateKey)
    assert renewed.key_size == 1024


def test_an_elliptic_curve_key_is_followed_by_another_on_its_curve() -> None:
    """Whose answer is opened by the password, since no such key opens an envelope."""
    bench = living(profile="rfc8894", rules=Rules(unenvelopable=Unenvelopable.PASSWORD))
    bench.type(ENROLL.replace("rsa a 1024", "ec a secp384r1"), TABLE, "edit a", *SETTINGS, "end")

    advance(bench, REQUEST)

    renewed = key(bench)
    assert certificate(bench).not_before == NOW + REQUEST
    assert isinstance(renewed, EllipticCurvePrivateKey)
    assert renewed.curve.name == "secp384r1"


def test_the_new_request_has_the_subject_and_the_alternative_names_of_the_old_one() -> None:
    bench = enrolled()
    first = requests.from_pem(str(entry(bench).values["csr"]))

    advance(bench, REQUEST)

    second = requests.from_pem(str(entry(bench).values["csr"]))
    assert second.subject == first.subject
    assert [*map(structures.encode, second.extensions)] == [*map(structures.encode, first.extensions)]
    assert (second.challenge, second.spki == first.spki) == ("challenge", False)


def test_name_encoding_is_that_of_the_new_request() -> None:
    bench = enrolled("set name-encoding utf8")
    first = requests.from_pem(str(entry(bench).values["csr"]))

    advance(bench, REQUEST)

    second = requests.from_pem(str(entry(bench).values["csr"]))
    assert b"\x0c\x09Amsterdam" in second.subject
    assert b"\x13\x09Amsterdam" in first.subject
    assert names.are_equal(first.subject, second.subject)


def test_the_old_certificate_signs() -> None:
    bench = enrolled()
    old = certificate(bench).der

    advance(bench, REQUEST)

    assert [record.renewal_of for record in bench.authority.requests()] == [None, old]


@pytest.mark.parametrize(
    ("profile", "message_type", "challenge"),
    [("fortios", MessageType.PKCS_REQ, "challenge"), ("rfc8894", MessageType.RENEWAL_REQ, None)],
)
def test_the_message_and_the_password_are_those_of_the_profile(
    profile: str, message_type: MessageType, challenge: str | None
) -> None:
    bench = enrolled(bench=living(profile=profile))

    advance(bench, REQUEST)

    assert types(bench) == [MessageType.PKCS_REQ, message_type]
    assert requests.from_pem(str(entry(bench).values["csr"])).challenge == challenge


def test_while_the_authority_is_away_the_old_certificate_is_used_and_the_request_is_repeated_daily() -> None:
    bench = enrolled()
    old = entry(bench).values
    bench.tap.change = lambda _request, _reply: DEAD

    advance(bench, REQUEST + timedelta(days=3))
    assert told(bench, events.Failure) == [(REQUEST + timedelta(days=day), events.TransportFailed) for day in range(4)]
    assert entry(bench).values == old
    bench.tap.change = lambda _request, reply: reply
    advance(bench, REQUEST + timedelta(days=4))

    assert told(bench, events.Granted)[-1] == (REQUEST + timedelta(days=4), events.Granted)


def test_if_it_stays_away_the_certificate_expires_and_is_asked_for_anew_all_the_same() -> None:
    bench = enrolled()
    bench.tap.change = lambda _request, _reply: DEAD

    advance(bench, YEAR + timedelta(hours=1))
    assert told(bench, CertificateNearExpiry, CertificateExpired) == [
        (YEAR - timedelta(days=14), CertificateNearExpiry),
        (YEAR + timedelta(seconds=1), CertificateExpired),
    ]
    assert "state               : Expired" in bench.type("get vpn certificate local a")
    bench.tap.change = lambda _request, reply: reply
    advance(bench, YEAR + timedelta(days=1))

    # What has expired vouches for nobody: the request signs itself, as the first one did.
    assert [record.renewal_of for record in bench.authority.requests()] == [None, None]
    assert "state               : Valid" in bench.type("get vpn certificate local a")


def test_a_refusal_leaves_everything_as_it_is_until_the_next_day() -> None:
    bench = enrolled("set scep-password wrong")
    old = entry(bench).values

    advance(bench, REQUEST + timedelta(days=1))

    assert told(bench, events.Failure) == [(REQUEST + timedelta(days=day), events.Refused) for day in range(2)]
    assert entry(bench).values == old


def test_what_is_configured_late_happens_at_once() -> None:
    bench = enrolled("unset auto-regenerate-days", "unset auto-regenerate-days-warning")
    advance(bench, REQUEST + timedelta(days=1))

    bench.type(TABLE, "edit a", *SETTINGS, "end")

    late = REQUEST + timedelta(days=1)
    assert told(bench, RenewalDue, events.Granted)[1:] == [(late, RenewalDue), (late, events.Granted)]


def test_a_certificate_too_short_for_its_settings_is_renewed_once_a_day_and_not_without_end() -> None:
    bench = enrolled(bench=living(days=20))

    advance(bench, timedelta(days=3))

    assert [when for when, _ in told(bench, events.Granted)] == [timedelta(days=day) for day in (0, 0, 1, 2, 3)]


@pytest.mark.parametrize(
    "lines",
    [
        ["delete a"],
        ["purge"],
        ["edit a", "unset auto-regenerate-days", "unset auto-regenerate-days-warning", "next"],
        ["edit a", "set enroll-protocol none", "next"],
    ],
)
def test_what_is_no_longer_wanted_does_not_happen(lines: list[str]) -> None:
    bench = enrolled()
    bench.type(TABLE, *lines)
    if bench.command_line.question:
        bench.command_line.answer("y")
    bench.type("end")

    advance(bench, REQUEST)

    assert told(bench, RenewalDue, events.Granted)[1:] == []


def test_without_a_url_nothing_is_asked_for() -> None:
    bench = enrolled("unset scep-url")

    advance(bench, REQUEST)

    assert len(told(bench, events.Granted, events.Failure)) == 1


def test_an_entry_that_is_deleted_while_it_is_renewed_gets_nothing() -> None:
    bench = enrolled(bench=living(reviewer=AfterPolls(1, Automatic("challenge"))))
    advance(bench, REQUEST + timedelta(minutes=5))

    for line in (TABLE, "delete a", "end"):
        bench.command_line.run(line)
    advance(bench, YEAR)

    assert len(told(bench, events.Granted)) == 1
    assert bench.appliance.configuration.entry(LOCAL, "a") is None


def test_a_renewal_follows_an_entry_to_its_new_name() -> None:
    bench = enrolled()
    advance(bench, WARNING)
    bench.type(TABLE, "rename a to b", "end")

    advance(bench, REQUEST)

    assert len(told(bench, RenewalDue)) == 1
    assert bench.appliance.realm().forticron.has_warned_of("a") is False
    assert certificates.from_pem(str(entry(bench, "b").values["certificate"])).not_before == NOW + REQUEST


def test_what_refers_to_the_certificate_sees_the_new_one() -> None:
    bench = enrolled()
    bench.type("config system global", "set admin-server-cert a", "end")

    advance(bench, REQUEST)

    assert bench.appliance.configuration.value(("system", "global"), "", "admin-server-cert") == "a"
    assert certificate(bench).not_before == NOW + REQUEST


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], [14]),
        (["set cert-expire-warning 20"], [20]),
        (["set cert-expire-warning 0"], []),
    ],
)
def test_notice_is_given_so_many_days_before_any_local_certificate_ends(lines: list[str], expected: list[int]) -> None:
    bench = living()
    bench.type(ENROLL, "config vpn certificate setting", *lines, "end")

    advance(bench, YEAR)

    assert told(bench, CertificateNearExpiry) == [
        (YEAR - timedelta(days=day), CertificateNearExpiry) for day in expected
    ]


def test_before_the_release_that_knows_of_it_there_is_no_notice() -> None:
    bench = living("7.2.0")
    bench.type(ENROLL)

    advance(bench, YEAR)

    assert told(bench, CertificateNearExpiry) == []


def test_a_certificate_that_came_without_a_request_is_renewed_by_its_own_names() -> None:
    """As one that FortiManager has pushed (fortios-certificates.md 5.3)."""
    bench = enrolled("unset csr")
    old = certificate(bench)

    advance(bench, REQUEST)

    request = requests.from_pem(str(entry(bench).values["csr"]))
    assert request.subject == old.subject
    (before,), (after,) = map(requests.alternative_names, (certificates.extensions(old), request.extensions))
    assert structures.encode(before) == structures.encode(after)
    assert certificate(bench).not_before == NOW + REQUEST


def test_a_key_that_another_unit_has_sealed_is_replaced() -> None:
    bench = enrolled()
    sealed_elsewhere = "ENC " + urandom(8).hex()
    bench.appliance.configuration.write(LOCAL, "a", {"password": sealed_elsewhere})

    advance(bench, REQUEST)

    assert [record.renewal_of for record in bench.authority.requests()] == [None, None]
    assert certificates.matches(certificate(bench), key(bench))


def test_renewals_are_planned_again_after_a_restart() -> None:
    bench = enrolled()
    bench.appliance.restart()

    advance(bench, REQUEST)

    assert certificate(bench).not_before == NOW + REQUEST


def test_after_a_restart_with_another_configuration_its_certificates_are_watched() -> None:
    bench = enrolled()
    saved = bench.appliance.configuration
    bench.type("execute factoryreset")
    bench.command_line.answer("y")
    assert bench.appliance.jobs.next_due() is None

    bench.appliance.restart(saved)
    advance(bench, REQUEST)

    assert certificate(bench).not_before == NOW + REQUEST
