"""Certificates in virtual domains: each domain, and the unit, has its own, and what works on them keeps them apart."""

import pytest
from rig import URL, Rig, authority, living, rig

from fauxgate.ca.reviewers import Manual
from fauxgate.device.certificate_tables import CA, LOCAL, SETTING, UnitCertificates
from fauxgate.device.events import CertificateNearExpiry, Event, RenewalDue
from fauxgate.device.realm import UNIT
from fauxgate.pki import certificates

DOMAINS = ("config vdom", "edit blue", "next", "end")


def with_domains(made: Rig) -> Rig:
    made.appliance.configuration.enable_domains()
    made.type(*DOMAINS)
    return made


@pytest.fixture
def bench() -> Rig:
    return with_domains(living())


@pytest.fixture
def waiting() -> Rig:
    """Two domains at an authority that lets everybody wait."""
    return with_domains(rig(authority(Manual())))


def enroll(domain: str, name: str = "web1") -> tuple[str, ...]:
    generate = f"execute vpn certificate local generate rsa {name} 2048 {name}.{domain} '' '' '' '' '' '' ''"
    return ("config vdom", f"edit {domain}", f"{generate} {URL} challenge", "end")


def subject(bench: Rig, domain: str, name: str = "web1") -> str:
    entry = bench.appliance.realm(domain).configuration.entry(LOCAL, name)
    assert entry is not None
    return certificates.from_pem(str(entry.values["certificate"])).subject.decode("latin-1")


def begin(bench: Rig, *lines: str) -> None:
    """Type lines, and let the enrollments go as far as they come without time."""
    for line in lines:
        bench.command_line.run(line)
        bench.appliance.jobs.run_due()


def events(bench: Rig, *kinds: type[Event]) -> list[Event]:
    return [event for _, event in bench.appliance.journal.entries if isinstance(event, kinds)]


def test_each_domain_enrolls_a_certificate_of_the_same_name(bench: Rig) -> None:
    bench.type(*enroll("root"), *enroll("blue"))

    assert "web1.root" in subject(bench, "root")
    assert "web1.blue" in subject(bench, "blue")


def test_each_domain_renews_its_own(bench: Rig) -> None:
    bench.type(*enroll("root"), *enroll("blue"))
    old = {domain: bench.appliance.realm(domain).configuration.entry(LOCAL, "web1") for domain in ("root", "blue")}
    settings = ("config vpn certificate local", "edit web1", "set auto-regenerate-days 30", "end", "end")
    bench.type("config vdom", "edit blue", *settings, ":clock advance 340d")

    assert bench.appliance.realm("root").configuration.entry(LOCAL, "web1") == old["root"]
    assert bench.appliance.realm("blue").configuration.entry(LOCAL, "web1") != old["blue"]


def test_an_event_tells_its_domain(bench: Rig) -> None:
    settings = ("config vpn certificate local", "edit web1", "set auto-regenerate-days-warning 30", "end", "end")
    bench.type(*enroll("root"), *enroll("blue"), "config vdom", "edit blue", *settings, ":clock advance 340d")

    assert events(bench, RenewalDue) == [RenewalDue("web1", domain="blue")]
    fields = [dict(entry.fields) for entry in bench.appliance.event_log.entries() if entry.number == 22200]
    assert [each["vd"] for each in fields] == ["blue"]


def test_the_settings_of_a_domain_hold_for_its_certificates(bench: Rig) -> None:
    bench.type(*enroll("root"), *enroll("blue"))
    setting = "config vpn certificate setting"
    bench.type("config vdom", "edit root", setting, "set cert-expire-warning 10", "end", "end")
    bench.type("config vdom", "edit blue", setting, "set cert-expire-warning 0", "end", "end")
    bench.type(":clock advance 360d")

    assert events(bench, CertificateNearExpiry) == [CertificateNearExpiry("web1", domain="root")]


def test_deleting_an_entry_ends_the_enrollment_of_its_domain_only(waiting: Rig) -> None:
    begin(waiting, *enroll("root"), *enroll("blue"))
    begin(waiting, "config vdom", "edit blue", "config vpn certificate local", "delete web1", "end", "end")

    assert waiting.appliance.realm("blue").enrolling == ()
    assert waiting.appliance.realm("root").enrolling == ("web1",)
    assert waiting.appliance.enrolling == ("web1",)


def test_a_domain_that_is_deleted_enrolls_no_longer(waiting: Rig) -> None:
    begin(waiting, *enroll("blue"))
    begin(waiting, "config vdom", "delete blue", "end")

    assert waiting.appliance.enrolling == ()


def test_undoing_goes_back_in_the_domain_where_it_was_done(waiting: Rig) -> None:
    begin(waiting, *enroll("root"))
    begin(waiting, *enroll("blue")[:3], ":undo")

    assert waiting.appliance.realm("blue").enrolling == ()
    assert waiting.appliance.realm("root").enrolling == ("web1",)
    assert waiting.appliance.realm("blue").configuration.entry(LOCAL, "web1") is None


def test_renaming_follows_in_its_domain(waiting: Rig) -> None:
    begin(waiting, *enroll("root"), *enroll("blue"))
    begin(waiting, "config vdom", "edit blue", "config vpn certificate local", "rename web1 to web2", "end", "end")

    assert waiting.appliance.realm("blue").enrolling == ("web2",)
    assert waiting.appliance.realm("root").enrolling == ("web1",)


def test_inside_config_global_certificates_are_those_of_the_unit(bench: Rig) -> None:
    generate = "execute vpn certificate local generate ec unit secp256r1 unit.example '' '' '' '' '' '' ''"
    bench.type("config global", generate, f"execute vpn certificate ca import auto {URL}", "end")
    unit = bench.appliance.realm(UNIT).configuration

    assert list(bench.appliance.configuration.table(("certificate", "local"))) == ["unit"]
    assert list(unit.table(LOCAL)) == ["unit"]
    assert list(unit.table(CA)) == ["CA_Cert_1"]
    assert [list(bench.appliance.realm(each).configuration.table(LOCAL)) for each in ("root", "blue")] == [[], []]


def test_a_certificate_of_the_unit_is_enrolled_and_renewed(bench: Rig) -> None:
    generate = f"execute vpn certificate local generate rsa u 2048 u.unit '' '' '' '' '' '' '' {URL} challenge"
    settings = ("config certificate local", "edit u", "set auto-regenerate-days 30", "end", "end")
    bench.type("config global", generate, *settings)
    old = bench.appliance.realm(UNIT).configuration.entry(LOCAL, "u")
    bench.type(":clock advance 340d")

    assert old is not None
    assert "u.unit" in subject(bench, UNIT, "u")
    assert bench.appliance.realm(UNIT).configuration.entry(LOCAL, "u") != old


def test_the_authorities_of_the_unit_are_trusted_in_every_domain(bench: Rig) -> None:
    bench.type("config global", f"execute vpn certificate ca import auto {URL}", "end", *enroll("blue"))

    printed = bench.type("sudo blue execute vpn certificate local verify web1")

    assert printed[0] == "Issuer found: CA_Cert_1"


def test_what_the_unit_has_no_table_for_is_that_of_root(bench: Rig) -> None:
    bench.type("config vdom", "edit root", "config vpn certificate setting", "set cert-expire-warning 3", "end", "end")

    assert UnitCertificates.of(bench.appliance.configuration).value(SETTING, "", "cert-expire-warning") == "3"


def test_the_certificates_of_the_unit_follow_the_settings_of_root(bench: Rig) -> None:
    generate = f"execute vpn certificate local generate rsa u 2048 u.unit '' '' '' '' '' '' '' {URL} challenge"
    bench.type("config global", generate, "end")
    bench.type("config vdom", "edit root", "config vpn certificate setting", "set cert-expire-warning 10", "end", "end")
    bench.type(":clock advance 360d")

    assert events(bench, CertificateNearExpiry) == [CertificateNearExpiry("u", domain=UNIT)]


def test_all_private_keys_open_what_passed_on_the_wire(bench: Rig) -> None:
    bench.type(*enroll("root"), *enroll("blue"))

    assert len(bench.appliance.private_keys()) == 2
