"""What is shown of real exchanges, and that OpenSSL agrees with it."""

import shlex
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rig import NOW, URL, Rig, authority, rig

from fauxgate.ca.reviewers import AfterPolls, Automatic
from fauxgate.inspector.exchanges import Exchange, Exchanges, RecordingTransport
from fauxgate.inspector.layer import Layer, shown
from fauxgate.inspector.layers import layers, summary
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse


class Enrolled:
    """A finished enrollment with one poll, its exchanges, and all keys."""

    def __init__(self) -> None:
        self.bench: Rig = rig(authority(AfterPolls(1, Automatic("challenge"))))
        self.exchanges = Exchanges()
        self.bench.tap.transport = RecordingTransport(self.bench.tap.transport, self.exchanges, lambda: NOW)
        self.bench.type(f"execute vpn certificate local generate rsa a 2048 a NL '' '' '' '' '' '' {URL} challenge")
        self.keys = [*self.bench.appliance.realm().certificate_files.private_keys(), self.bench.authority.key]

    def layers(self, number: int, keys: bool = True) -> list[Layer]:
        exchange = self.exchanges.find(number)
        assert exchange is not None
        return list(layers(exchange, self.keys if keys else []))


@pytest.fixture(scope="module")
def enrolled() -> Enrolled:
    return Enrolled()


def titles(found: list[Layer]) -> list[str]:
    return [layer.title for layer in found]


def test_the_certificate_of_the_authority_is_shown(enrolled: Enrolled) -> None:
    assert titles(enrolled.layers(1)) == ["HTTP request", "HTTP response", "CA certificate"]


def test_a_request_is_opened_down_to_its_csr(enrolled: Enrolled) -> None:
    found = enrolled.layers(2)

    assert titles(found) == [
        "HTTP request",
        "Signed message",
        "Signed attributes",
        "Certificate in the message",
        "Envelope",
        "Certificate request",
        "HTTP response",
        "Signed message",
        "Signed attributes",
    ]
    assert "messageType:    19 (PKCS_REQ)" in found[2].lines
    assert "Challenge:      challenge" in found[5].lines
    assert "pkiStatus:      3 (PENDING)" in found[8].lines


def test_a_poll_and_its_certificate_are_opened(enrolled: Enrolled) -> None:
    found = titles(enrolled.layers(3))

    assert found[5] == "Issuer and subject"
    assert found[-5:] == [
        "Certificate in the message",
        "Envelope",
        "Bag of certificates",
        "Certificate in the bag",
        "Certificate in the bag",
    ]


def test_without_the_key_it_is_told_how_to_decrypt(enrolled: Enrolled) -> None:
    last = enrolled.layers(3, keys=False)[-1]

    assert last.lines == ("The key that opens it is not here.",)
    assert last.command.startswith("openssl cms -decrypt -inform DER -in answer-envelope.der -inkey KEY.pem")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_openssl_runs_every_command_that_is_shown(number: int, enrolled: Enrolled, tmp_path: Path) -> None:
    found = [layer for layer in enrolled.layers(number) if layer.der]

    for layer in found:
        (tmp_path / layer.file_name).write_bytes(layer.der)
    commands = [shlex.split(layer.command.replace("{file}", layer.file_name)) for layer in found]
    codes = [subprocess.run(command, check=False, cwd=tmp_path, capture_output=True).returncode for command in commands]

    assert codes == [0] * len(found)


def test_exchanges_are_summed_up(enrolled: Enrolled) -> None:
    told = [summary(exchange) for exchange in enrolled.exchanges.all]

    assert [(each.operation, each.message, each.answer) for each in told[1:]] == [
        ("PKIOperation", "PKCS_REQ", "PENDING"),
        ("PKIOperation", "CERT_POLL", "SUCCESS"),
    ]
    assert told[1].transaction_id == told[2].transaction_id


def test_only_the_last_exchanges_are_kept() -> None:
    exchanges = Exchanges()
    for _ in range(205):
        exchanges.keep(NOW, HttpRequest("GET", "/"), HttpResponse(200, (), b""))

    assert [exchanges.all[0].number, exchanges.all[-1].number] == [6, 205]
    assert exchanges.find(5) is None


def test_no_answer_is_shown_as_none() -> None:
    exchange = Exchange(1, NOW, HttpRequest("GET", URL), HttpFailure(FailureReason.TIMED_OUT, "30 s"))

    assert list(layers(exchange, []))[-1] == Layer("No answer", ("timed out", "30 s"))
    assert summary(exchange).answer == "timed out"


@pytest.mark.parametrize("operation", ["PKIOperation", "GetCACert", "GetNextCACert", "GetCACaps", "", "x&message=%"])
@given(body=st.binary(max_size=200), message=st.binary(max_size=100))
def test_any_bytes_are_shown(operation: str, body: bytes, message: bytes) -> None:
    request = HttpRequest("POST", f"http://ca.test/?operation={operation}", (), message)

    exchange = Exchange(1, NOW, request, HttpResponse(200, (("X", "\x1b"),), body))

    assert all(line.isprintable() for line in shown(layers(exchange, [])))
    assert summary(exchange).operation == operation.partition("&")[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(position=st.integers(0, 5000), value=st.integers(0, 255), number=st.sampled_from([1, 2, 3]))
def test_a_damaged_message_is_shown_too(position: int, value: int, number: int, enrolled: Enrolled) -> None:
    exchange = enrolled.exchanges.find(number)
    assert exchange is not None
    body = bytearray(exchange.answer.body)
    body[position % len(body)] = value

    damaged = replace(exchange, answer=replace(exchange.answer, body=bytes(body)))

    assert list(shown(layers(damaged, enrolled.keys)))
    assert summary(damaged)
