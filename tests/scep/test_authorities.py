"""Certificates are chosen by what they are for and by whom they are signed, in whatever order they come."""

from itertools import permutations

import pytest
from tests.scep.house import CA_USAGE, ISSUING, NEXT, RA_RECIPIENT, RA_SIGNER, ROOT, Member, member

from fauxgate.pki import cms, keys
from fauxgate.pki.certificates import Certificate
from fauxgate.scep import authorities, events
from fauxgate.scep.errors import RemoteError


def roles(*members) -> tuple[bytes, bytes, set[bytes]]:
    found = authorities.choose([each.certificate for each in members])
    return found.issuing.der, found.recipient.der, {each.der for each in found.signers}


def failure(*ders: bytes) -> events.Failure:
    with pytest.raises(RemoteError) as caught:
        authorities.choose(ders)
    return caught.value.failure


def test_one_certificate_is_everything() -> None:
    assert roles(ROOT) == (ROOT.certificate, ROOT.certificate, {ROOT.certificate})


@pytest.mark.parametrize("order", list(permutations([ROOT, ISSUING])))
@pytest.mark.rfc8894("4.2.1.2", "chain in any order, chosen by key usage", "client")
def test_of_a_chain_the_lowest_issues(order) -> None:
    issuing, recipient, signers = roles(*order)

    assert issuing == recipient == ISSUING.certificate
    assert signers == {ROOT.certificate, ISSUING.certificate}


@pytest.mark.parametrize("order", list(permutations([ROOT, ISSUING, RA_SIGNER, RA_RECIPIENT])))
@pytest.mark.rfc8894("4.2.1.2", "chain in any order, chosen by key usage", "client")
def test_registration_authorities_are_told_apart_by_key_usage(order) -> None:
    issuing, recipient, signers = roles(*order)

    assert issuing == ISSUING.certificate
    assert recipient == RA_RECIPIENT.certificate
    assert RA_SIGNER.certificate in signers
    assert RA_RECIPIENT.certificate not in signers


def test_one_registration_authority_may_do_both() -> None:
    both = member("ra both", ISSUING)

    assert roles(ISSUING, both) == (ISSUING.certificate, both.certificate, {ISSUING.certificate, both.certificate})


def test_a_registration_authority_without_key_usage_is_taken() -> None:
    plain = member("ra plain", ISSUING, usage=None)

    assert roles(plain, ISSUING)[1] == plain.certificate


def test_a_registration_authority_that_may_not_encipher_leaves_it_to_an_authority_that_may() -> None:
    assert roles(RA_SIGNER, ISSUING)[1] == ISSUING.certificate


def test_nobody_to_encrypt_for_is_a_failure() -> None:
    own = member("signing only", ca=True, usage=CA_USAGE)
    ra = member("ra wrong", own, usage=("digital_signature",))

    assert failure(own.certificate, ra.certificate) == events.RecipientMissing()


def test_a_registration_authority_of_somebody_else_is_passed_over() -> None:
    foreign = member("foreign", NEXT)

    assert roles(foreign, ROOT, ISSUING)[1] == ISSUING.certificate


def test_a_registration_authority_alone_is_all_there_is() -> None:
    assert roles(RA_RECIPIENT)[:2] == (RA_RECIPIENT.certificate, RA_RECIPIENT.certificate)


def test_of_two_authorities_the_newer_is_written_to() -> None:
    newer = member("newer", ca=True, days=10)

    assert roles(newer, ROOT)[1] == roles(ROOT, newer)[1] == newer.certificate


def test_authorities_of_version_one_are_known_by_what_they_sign() -> None:
    old = member("old", ca=None, usage=None)
    below = member("below old", old, ca=None, usage=None)

    assert roles(below, old)[1] == below.certificate
    assert roles(below, old)[0] == old.certificate


def test_an_authority_with_another_kind_of_key_cannot_be_written_to() -> None:
    assert (
        failure(member("ec", key=keys.generate_ec("secp256r1"), ca=True).certificate) == events.CaCertificateUnusable()
    )


@pytest.mark.parametrize("ders", [(), (b"",), (b"\x30\x00", b"junk")])
def test_nothing_readable_is_a_failure(ders) -> None:
    assert failure(*ders) == events.CaCertificateUnusable()


@pytest.mark.rfc8894("4.2.1.2", "GetCACert, degenerate PKCS#7", "client")
def test_one_certificate_and_a_bag_are_both_read() -> None:
    bag = cms.degenerate((ROOT.certificate, ISSUING.certificate))

    assert authorities.read(ROOT.certificate) == (ROOT.certificate,)
    assert authorities.read(bag) == (ROOT.certificate, ISSUING.certificate)
    with pytest.raises(RemoteError):
        authorities.read(b"neither")


MIDDLE = member("middle", ROOT, ca=True, usage=CA_USAGE)
LOWEST = member("lowest", MIDDLE, ca=True, usage=CA_USAGE)


@pytest.mark.parametrize(
    ("lowest", "trusted", "known", "reached"),
    [
        (MIDDLE, [ROOT], [], True),
        (MIDDLE, [], [ROOT], False),
        (MIDDLE, [MIDDLE], [ROOT, MIDDLE], False),
        (MIDDLE, [member("other", ca=True, usage=CA_USAGE)], [ROOT], False),
        (LOWEST, [ROOT], [MIDDLE], True),
        (LOWEST, [ROOT, MIDDLE], [], True),
        (LOWEST, [ROOT], [], False),
        (LOWEST, [LOWEST, MIDDLE], [], False),
    ],
)
def test_a_root_is_reached_when_it_is_trusted_and_nothing_between_is_missing(
    lowest: Member, trusted: list[Member], known: list[Member], reached: bool
) -> None:
    first, *others = (Certificate.parse(each.certificate) for each in (lowest, *trusted, *known))
    count = len(trusted)

    assert authorities.reaches_root(first, others[:count], others[count:]) is reached
