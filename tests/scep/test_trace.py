"""The proof: with the names of the article, the exchange prints the article's trace, sizes included."""

import re
from pathlib import Path

import pytest
from tests.scep.conftest import Issuer, Run, exchange, order, rsa_key

from fauxgate.debug import scep as debug
from fauxgate.scep import steps
from fauxgate.scep.attributes import MessageType

CAPTURED = Path(__file__).parents[2] / "fixtures" / "captured" / "scep-enrollment.txt"

# What belongs to one run, and the two names that lost their e-mail address to the web page.
_VARIABLE = (
    (re.compile(r"\b[0-9A-F]{32}\b"), "<id>"),
    (re.compile(r"/emailAddress=[^/]*$"), "/"),
)

# The certificates of the article, 2331 bytes together (fortios-certificates.md 7.2).
_CERTIFICATES = 2331


def padded_issuer(pending: int = 1) -> Issuer:
    issuer = Issuer(pending=pending, padding=500)
    together = sum(len(der) for der in certificates_of(exchange(issuer, order(rsa_key()))))
    return Issuer(pending=pending, padding=500 + _CERTIFICATES - together)


def certificates_of(run: Run) -> tuple[bytes, ...]:
    granted = run.events[-1]
    return granted.certificate, *granted.ca_certificates


@pytest.fixture(scope="module")
def run() -> Run:
    return exchange(padded_issuer(), order(rsa_key()))


def comparable(line: str) -> str:
    for pattern, form in _VARIABLE:
        line = pattern.sub(form, line)
    return line


def sizes(run: Run, step: type) -> list[int]:
    return [event.size for event in run.events if isinstance(event, step)]


def test_the_trace_of_the_article_comes_out_of_the_bytes(run) -> None:
    printed = [line for event in run.events for line in debug.lines(event, (7, 0, 17))]
    captured = CAPTURED.read_text().splitlines()

    assert [comparable(line) for line in printed] == [comparable(line) for line in captured]


def test_the_two_certificates_of_the_article_are_2331_bytes_long(run) -> None:
    assert sum(len(der) for der in certificates_of(run)) == _CERTIFICATES


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (steps.PayloadReady, [775, 267]),
        (steps.PayloadEncrypted, [1280, 776]),
        (steps.MessageWritten, [2919, 2415]),
        (steps.MessageEncoded, [3953, 3271]),
        (steps.MessageReceived, [756, 5996]),
        (steps.ContentFound, [0, 2899]),
        (steps.InnerDecrypted, [2384]),
    ],
)
def test_every_size_is_the_published_one(run, step, expected) -> None:
    assert sizes(run, step) == expected


def test_the_names_in_the_trace_have_the_addresses_that_the_page_lost(run) -> None:
    found = next(event for event in run.events if isinstance(event, steps.CertificateFound))

    assert found.subject.endswith("/CN=myvpn/emailAddress=ipsecvpntest@fortinet.com")
    assert found.issuer.endswith("/CN=sceptest/emailAddress=sceptest@fortinet.com")


@pytest.mark.rfc8894("3.2.1.5", "fresh senderNonce in CertRep", "server")
def test_every_message_has_a_nonce_of_its_own(run) -> None:
    nonces = {
        event.value
        for event in run.events
        if isinstance(event, steps.AttributeRead) and event.attribute.label == "recipientNonce"
    }

    assert len(nonces) == 2


def test_the_transaction_id_stays_the_same_over_the_poll(run) -> None:
    read = {
        event.value.decode()
        for event in run.events
        if isinstance(event, steps.AttributeRead) and event.attribute.label == "transId"
    }
    started = [event.transaction_id for event in run.events if isinstance(event, steps.TransactionStarted)]

    assert read == set(started)
    assert len(started) == 1


def test_a_request_and_then_a_poll_are_made(run) -> None:
    made = [event.message_type for event in run.events if isinstance(event, steps.InnerStarted)]

    assert made == [MessageType.PKCS_REQ, MessageType.CERT_POLL]


def test_no_size_is_a_constant_in_the_source() -> None:
    source = Path(debug.__file__).parents[1]
    text = "\n".join(path.read_text() for path in source.rglob("*.py"))
    published = r"(?<![\d.])(775|1280|3953|267|776|3271|756|5996|2899|2384|2919|2415)(?![\d.])"

    assert re.findall(published, text) == []
