"""Every fault as the client sees it is in fixtures/transcripts/fault_*.txt; here is what they have in common."""

from collections.abc import Callable
from os import urandom

import pytest
import rig
from conftest import TRANSCRIPTS

from fauxgate.ca.authority import Authority
from fauxgate.ca.errors import UnknownFault
from fauxgate.ca.faults import ALL, FaultBook
from fauxgate.ca.faults.indefinite import indefinite
from fauxgate.ca.faults.misbehaving import MisbehavingResponder
from fauxgate.pki import cms
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.events import Event, RequestAnswered
from fauxgate.scep.http import HttpRequest, HttpResponse
from fauxgate.scep.issuer import Defer, Grant, Refuse
from fauxgate.scep.message import Header
from fauxgate.scep.profiles import FORTIAUTHENTICATOR


@pytest.fixture
def authority() -> Authority:
    return rig.authority()


@pytest.fixture
def make_book(authority) -> Callable[..., FaultBook]:
    return lambda seed=0: FaultBook(authority, seed=seed, now=lambda: rig.NOW)


def nonce(book: FaultBook, transaction_id: str = "t") -> bytes | None:
    header = Header(transaction_id=transaction_id, message_type=None, sender_nonce=b"s", recipient_nonce=b"r")
    return book.manner(transaction_id).header(header).recipient_nonce


def test_there_are_at_least_thirty() -> None:
    assert len(ALL) >= 30


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_fault_says_what_it_is_and_has_a_transcript(name: str) -> None:
    head = (TRANSCRIPTS / f"fault_{name.replace('-', '_')}.txt").read_text().partition("\n\n")[0]

    assert ALL[name].summary in head
    assert f"--ca-fault {name}" in head


def test_an_unknown_name_is_refused(make_book) -> None:
    with pytest.raises(UnknownFault):
        make_book().choose("nonsense")


def test_a_fault_is_the_same_for_the_same_seed_and_another_for_another(make_book) -> None:
    books = [make_book(seed) for seed in (1, 1, 2)]
    for book in books:
        book.choose("wrong-nonce")

    first, again, other = (nonce(book) for book in books)

    assert first == again == nonce(books[0])
    assert other != first
    assert nonce(books[0], "other") != first


def test_a_fault_of_one_transaction_leaves_the_others_alone(make_book) -> None:
    book = make_book()
    book.choose("wrong-nonce", "t")

    assert nonce(book, "t") != b"r"
    assert nonce(book, "u") == b"r"


def test_none_ends_a_fault_for_one_transaction_and_for_all(make_book) -> None:
    book = make_book()
    book.choose("wrong-nonce")
    book.choose("none", "t")
    spared = nonce(book, "t"), nonce(book, "u")
    book.choose("none")

    assert spared[0] == b"r" != spared[1]
    assert nonce(book, "u") == b"r"


@pytest.mark.parametrize(
    ("name", "told"),
    [("pending-for-ever", Defer()), ("bad-time", Refuse(FailInfo.BAD_TIME)), ("wrong-nonce", Grant(b"certificate"))],
)
def test_what_is_told_of_a_decision_is_the_fault_s_business(make_book, name: str, told: object) -> None:
    book = make_book()
    book.choose(name)

    assert book.manner("t").decision(Grant(b"certificate")) == told


def test_the_register_has_what_was_decided_whatever_was_told(authority, make_book) -> None:
    book = make_book()
    book.choose("pending-for-ever")
    responder = MisbehavingResponder(authority, urandom, book, FORTIAUTHENTICATOR)
    answered: list[Event] = []
    appliance = rig.rig(authority, transport=rig.Loopback(responder, lambda: rig.NOW, answered.append))
    appliance.command_line.run(
        f"execute vpn certificate local generate rsa a 1024 a '' '' '' '' '' '' '' {rig.URL} challenge"
    )
    appliance.appliance.jobs.run_due()

    assert [record.state.value for record in authority.requests()] == ["issued"]
    assert [event.status.name for event in answered if isinstance(event, RequestAnswered)] == ["PENDING"]


@pytest.mark.parametrize("size", [0, 1, 127, 128, 999, 1000, 1001, 70000])
def test_ber_is_read_as_the_same_message(size: int) -> None:
    content = bytes(range(256)) * (size // 256) + bytes(size % 256)
    der = cms.degenerate([])
    signed = cms.content_info(
        cms.SIGNED_DATA,
        cms.SignedData(
            version=1,
            digest_algorithms=cms.set_element([]),
            content=cms.EncapsulatedContentInfo(content_type=cms.Oid(cms.DATA), content=content),
            certificates=None,
            crls=None,
            signers=cms.set_element([]),
        ),
    )

    assert cms.read_signed(indefinite(signed)).content == content
    assert b"\x30\x80" in indefinite(der)


@pytest.mark.parametrize("name", sorted(ALL))
@pytest.mark.parametrize(
    "query",
    ["operation=GetCACert", "operation=GetCACaps", "operation=GetNextCACert", "operation=PKIOperation&message=xx", "x"],
)
def test_every_request_is_answered_whatever_the_fault(authority, make_book, name: str, query: str) -> None:
    book = make_book()
    book.choose(name)

    steps = list(
        MisbehavingResponder(authority, urandom, book, FORTIAUTHENTICATOR).receive(
            HttpRequest("GET", f"/?{query}"), rig.NOW
        )
    )

    assert isinstance(steps[-1], HttpResponse)
