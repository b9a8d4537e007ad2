import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from fauxgate.ca.administration import Administration
from fauxgate.ca.authority import Authority, Rules
from fauxgate.ca.challenges import Checker, hashed
from fauxgate.ca.entries import Kind
from fauxgate.ca.errors import NotIssued, UnknownCertificate, UnknownRequest
from fauxgate.ca.hierarchy import Ra, Shape
from fauxgate.ca.issuing import CertificateProfile
from fauxgate.ca.memory import MemoryRegister
from fauxgate.ca.register import State
from fauxgate.ca.renewal import RenewalRules
from fauxgate.ca.reviewers import Listed, Reject, Verdict, Wait
from fauxgate.pki import crls
from fauxgate.pki.certificates import Certificate
from fauxgate.pki.crls import Reason
from fauxgate.pki.names import InvalidName
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.issuer import Defer, Grant, Refuse

PLAIN, ANY_TIME = Rules(), RenewalRules()
UNLISTED = Reject("no enrollment request matches")


@pytest.fixture
def make(clock, numbers) -> Callable[..., Authority]:
    def made(
        rules: Rules = PLAIN, *, unlisted: Verdict = UNLISTED, default: str = "", open_to_all: bool = False
    ) -> Authority:
        register = MemoryRegister()
        kept = hashed(default, numbers) if default else None
        return Authority(
            "/O=Example/CN=ca",
            reviewer=Listed(register, Checker(numbers), kept, unlisted, open_to_all),
            register=register,
            now=clock,
            random=numbers,
            profile=CertificateProfile(),
            rules=rules,
        )

    return made


def refused(authority: Authority) -> str:
    return authority.requests()[-1].reason


def expect(
    authority: Authority, numbers, kind: Kind, subject: str, challenge: str | None = "own", **more: object
) -> None:
    Administration(authority).expect(kind, subject, challenge=hashed(challenge, numbers) if challenge else None, **more)


@pytest.mark.parametrize(
    ("kind", "subject", "asked", "fits"),
    [
        (Kind.REGULAR, "/O=Example/CN=a", "/O=Example/CN=a", True),
        (Kind.REGULAR, "/O=Example/CN=a", "/O=EXAMPLE/CN=A", True),
        (Kind.REGULAR, "/O=Example/CN=a", "/O=Example/OU=x/CN=a", False),
        (Kind.WILDCARD, "/O=Example", "/C=NL/O=Example/CN=anything", True),
        (Kind.WILDCARD, "/O=Example/OU=Sales", "/O=Example/OU=Sales/OU=North/CN=a", True),
        (Kind.WILDCARD, "/O=Example/OU=Sales", "/O=Example/CN=a", False),
    ],
)
def test_a_request_is_issued_when_an_enrollment_request_fits(
    make, make_request, numbers, kind, subject, asked, fits
) -> None:
    authority = make()
    expect(authority, numbers, kind, subject)

    decision = authority.review(make_request(subject=asked, challenge="own"))

    assert isinstance(decision, Grant) == fits
    assert refused(authority) == ("" if fits else "no enrollment request matches")


def test_without_a_fitting_one_a_request_may_wait_for_a_person(make, make_request) -> None:
    assert make(unlisted=Wait()).review(make_request()) == Defer()


@pytest.mark.parametrize(
    ("challenge", "reason"), [("own", ""), ("default", "wrong challenge password"), ("", "no challenge password")]
)
def test_a_password_of_its_own_takes_the_place_of_the_default_one(
    make, make_request, numbers, challenge, reason
) -> None:
    authority = make(default="default")
    expect(authority, numbers, Kind.WILDCARD, "/O=Fortinet")

    authority.review(make_request(challenge=challenge))

    assert refused(authority) == reason


def test_the_default_password_is_enough_for_one_without(make, make_request, numbers) -> None:
    authority = make(default="default")
    expect(authority, numbers, Kind.WILDCARD, "/O=Fortinet", None)

    assert isinstance(authority.review(make_request(challenge="default")), Grant)


def test_where_all_may_enroll_the_default_password_is_enough_without_any(make, make_request) -> None:
    authority = make(default="default", open_to_all=True)

    assert isinstance(authority.review(make_request(challenge="default")), Grant)
    assert authority.review(make_request("other", challenge="wrong")) == Refuse(FailInfo.BAD_REQUEST)


def test_a_one_time_password_is_good_for_one_certificate_however_often_its_request_comes(
    make, make_request, numbers, other_key
) -> None:
    authority = make()
    expect(authority, numbers, Kind.WILDCARD, "/O=Fortinet", one_time=True)
    first = [authority.review(make_request(challenge="own")) for _ in range(3)]

    second = authority.review(make_request("other", key=other_key, challenge="own"))

    assert isinstance(first[0], Grant)
    assert first == [first[0]] * 3
    assert second == Refuse(FailInfo.BAD_REQUEST)
    assert refused(authority) == "the challenge password was used before"


def test_a_reset_lets_a_client_that_lost_its_key_use_its_password_again(make, make_request, numbers, other_key) -> None:
    authority = make()
    expect(authority, numbers, Kind.WILDCARD, "/O=Fortinet", one_time=True)
    first = authority.review(make_request(challenge="own"))
    Administration(authority).reset(1)

    second = authority.review(make_request(key=other_key, challenge="own"))

    assert isinstance(second, Grant)
    assert second != first


def test_a_password_ends_when_its_time_is_over(make, make_request, numbers, clock) -> None:
    authority = make()
    expect(authority, numbers, Kind.WILDCARD, "/O=Fortinet", expires=clock() + timedelta(hours=1))
    clock.advance(hours=1)

    authority.review(make_request(challenge="own"))

    assert refused(authority) == "the challenge password has expired"


def test_an_enrollment_request_for_what_is_no_name_is_refused(make, numbers) -> None:
    with pytest.raises(InvalidName):
        expect(make(), numbers, Kind.REGULAR, "example")


@pytest.fixture
def renewed(make, make_request, numbers, clock, other_key) -> Callable[..., Authority]:
    """An authority after a first certificate and, some days later, a request that this one signed."""

    def renew(
        rules: RenewalRules = ANY_TIME,
        *,
        days: int = 0,
        before: Callable[[Administration], object] = lambda _: None,
        **changes,
    ) -> Authority:
        authority = make(Rules(renewal=rules))
        expect(authority, numbers, Kind.WILDCARD, "/O=Fortinet", renewable_days=changes.pop("renewable_days", None))
        granted = authority.review(make_request(challenge="own"))
        assert isinstance(granted, Grant)
        before(Administration(authority))
        clock.advance(days=days)
        request = make_request("renewal", key=other_key, challenge="", **changes)
        authority.review(replace(request, signer=granted.certificate, renewal_of=granted.certificate))
        return authority

    return renew


def outcomes(authority: Authority) -> list[tuple[State, str]]:
    return [(record.state, record.reason) for record in authority.requests()]


def test_the_old_certificate_stands_in_for_a_password(renewed) -> None:
    assert outcomes(renewed()) == [(State.ISSUED, "")] * 2


def test_a_renewal_may_revoke_the_old_certificate(renewed) -> None:
    assert outcomes(renewed(RenewalRules(revoke_old=True))) == [(State.REVOKED, "superseded"), (State.ISSUED, "")]


@pytest.mark.parametrize("changes", [{"subject": "/O=Fortinet/CN=other"}, {"subject_alt_name": "DNS:other.example"}])
def test_it_does_not_for_another_name(renewed, changes) -> None:
    assert outcomes(renewed(**changes))[-1] == (State.REJECTED, "no challenge password")


def test_a_revoked_certificate_vouches_for_nobody(renewed) -> None:
    def revoke(counter: Administration) -> None:
        counter.revoke(counter.requests()[0].serial_number or 0)

    assert outcomes(renewed(before=revoke))[-1] == (State.REJECTED, "the certificate to be renewed is revoked")


def test_an_expired_certificate_vouches_for_nobody(renewed) -> None:
    assert outcomes(renewed(days=366))[-1] == (State.REJECTED, "the certificate to be renewed has expired")


@pytest.mark.parametrize(
    ("days", "own", "is_issued"), [(300, None, False), (340, None, True), (340, 7, False), (359, 7, True)]
)
def test_a_renewal_comes_not_too_early(renewed, days, own, is_issued) -> None:
    authority = renewed(RenewalRules(days=30), days=days, renewable_days=own)

    assert (outcomes(authority)[-1][0] is State.ISSUED) == is_issued


def test_the_same_request_near_the_end_asks_for_a_new_certificate(make_authority, make_request, clock) -> None:
    authority = make_authority()
    first = authority.review(make_request())
    clock.advance(days=364)

    second = authority.review(make_request())

    assert isinstance(second, Grant)
    assert second != first
    assert authority.review(make_request()) == second


def issued(authority: Authority, make_request) -> int:
    authority.review(make_request())
    return authority.requests()[0].serial_number or 0


def test_openssl_finds_what_is_revoked_on_the_list(make_authority, make_request, tmp_path) -> None:
    authority = make_authority()
    number = issued(authority, make_request)
    counter = Administration(authority)
    before = counter.revocation_list()
    counter.revoke(number, Reason.KEY_COMPROMISE)
    after = counter.revocation_list()
    for name, text in (
        ("crl", crls.to_pem(after.der)),
        ("ca", authority.certificate.public_bytes(Encoding.PEM).decode()),
    ):
        (tmp_path / name).write_text(text)

    command = ["openssl", "crl", "-in", str(tmp_path / "crl"), "-CAfile", str(tmp_path / "ca"), "-noout", "-text"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)
    assert f"Serial Number: {number:016X}" in printed.stdout
    assert "Key Compromise" in printed.stdout
    assert "verify OK" in printed.stderr
    assert (before.number, after.number) == (1, 2)
    assert f"{number:x}" not in before.der.hex()


def test_a_list_stays_until_something_changes_or_half_its_time_is_over(make_authority, clock) -> None:
    counter = Administration(make_authority())
    first = [counter.revocation_list(), counter.revocation_list()]
    clock.advance(days=4)

    assert first[0] == first[1]
    assert counter.revocation_list().number == 2
    assert len(list(x509.load_der_x509_crl(first[0].der))) == 0


def test_what_was_revoked_is_handed_out_no_more(make_authority, make_request) -> None:
    authority = make_authority()
    Administration(authority).revoke(issued(authority, make_request))

    assert authority.review(make_request()) == Refuse(FailInfo.BAD_REQUEST)


def test_only_what_is_in_force_can_be_revoked(make_authority, make_request) -> None:
    authority = make_authority()
    counter = Administration(authority)
    number = issued(authority, make_request)
    counter.revoke(number)

    with pytest.raises(NotIssued):
        counter.revoke(number)
    with pytest.raises(UnknownCertificate):
        counter.revoke(number + 1)
    with pytest.raises(UnknownRequest):
        counter.reset(7)


@pytest.mark.parametrize("kind", ["rsa_key", "ec_key"])
def test_a_request_that_was_handed_over_is_issued_whatever_its_key(make_authority, make_request, request, kind) -> None:
    authority = make_authority()
    csr = make_request(key=request.getfixturevalue(kind), challenge="").csr

    record = Administration(authority).issue(csr)

    assert record.certificate is not None
    assert Certificate.parse(record.certificate).spki == csr.spki


@pytest.mark.parametrize("ra", list(Ra))
@pytest.mark.parametrize("intermediate", [False, True])
def test_openssl_verifies_every_hierarchy(make, make_request, tmp_path: Path, ra, intermediate) -> None:
    authority = make(Rules(Shape(intermediate, ra)), default="d", open_to_all=True)
    granted = authority.review(make_request(challenge="d"))
    members = authority.register.members(1)
    root, *others = [member.pair.certificate for member in members]
    (tmp_path / "root").write_bytes(root.public_bytes(Encoding.PEM))
    (tmp_path / "others").write_bytes(b"".join(each.public_bytes(Encoding.PEM) for each in [root, *others]))
    assert isinstance(granted, Grant)
    leaves = [x509.load_der_x509_certificate(granted.certificate), *others]
    for place, leaf in enumerate(leaves):
        (tmp_path / f"leaf{place}").write_bytes(leaf.public_bytes(Encoding.PEM))
    paths = [str(tmp_path / f"leaf{place}") for place in range(len(leaves))]

    verify = ["openssl", "verify", "-x509_strict", "-attime", "1767323046", "-CAfile", str(tmp_path / "root")]
    printed = subprocess.run(
        [*verify, "-untrusted", str(tmp_path / "others"), *paths], capture_output=True, text=True, check=True
    )
    assert printed.stdout.count(": OK") == len(leaves)
    assert len(members) == 1 + intermediate + {Ra.NONE: 0, Ra.ONE: 1, Ra.SPLIT: 2}[ra]


def test_the_next_authority_is_told_before_it_issues_and_the_old_one_is_written_to_after(
    make_authority, make_request
) -> None:
    authority = make_authority()
    counter = Administration(authority)
    first, nothing = authority.certificate, authority.next_ca()
    counter.prepare_next()
    told = authority.next_ca()
    still = authority.certificate
    counter.begin_next()
    second = authority.certificate

    assert (nothing, still) == ((), first)
    assert told == (second.public_bytes(Encoding.DER),)
    assert second.subject == first.subject
    assert second.public_key() != first.public_key()
    assert authority.next_ca() == ()
    assert [each.certificate for each in authority.other_recipients()] == [first.public_bytes(Encoding.DER)]
    issued(authority, make_request)
    assert authority.requests()[0].generation == 2


def test_get_cert_finds_what_was_issued_and_the_authority_s_own(make_authority, make_request) -> None:
    authority = make_authority()
    number = issued(authority, make_request)
    name = authority.generations.current().issuing.name

    assert authority.get_certificate(name, number) == authority.requests()[0].certificate
    assert authority.get_certificate(name, authority.certificate.serial_number) == authority.certificate.public_bytes(
        Encoding.DER
    )
    assert authority.get_certificate(name, 5) is None
    assert authority.crl(b"", number) is None
    assert authority.crl(name, number) == authority.revocation_list().der


def test_the_log_tells_what_happened(make_authority, make_request) -> None:
    authority = make_authority()
    counter = Administration(authority)
    counter.revoke(issued(authority, make_request))

    assert [(line.request, line.what) for line in counter.log()] == [(1, "received"), (1, "issued"), (1, "revoked")]
