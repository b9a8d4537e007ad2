import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.debug import scep
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import Attribute, FailInfo, MessageType, PkiStatus
from fauxgate.scep.http import ANY_SOURCE, Address, FailureReason, address

OLD, NEW = (7, 0, 17), (7, 4, 11)
ABSTRACT = (events.Event, events.Failure)
KINDS = sorted(
    {
        kind
        for module in (events, steps)
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, events.Event) and kind not in ABSTRACT
    },
    key=lambda kind: kind.__name__,
)
TABLES = (scep.SILENT, set(scep.CONFIRMED), set(scep.INFERRED), set(scep._SPECIAL))

# One value for each type of field that events have; text with what a peer or a person might put into it.
VALUES = {
    str: "te\nxt\x07",
    int: 7,
    bool: True,
    bytes: b"a\nb",
    tuple[bytes, ...]: (b"ab",),
    tuple[str, ...]: ("te\nxt",),
    Attribute: Attribute.TRANSACTION_ID,
    FailInfo: FailInfo.BAD_ALG,
    FailInfo | None: FailInfo.BAD_ALG,
    MessageType: MessageType.PKCS_REQ,
    PkiStatus: PkiStatus.FAILURE,
    FailureReason: FailureReason.UNKNOWN_HOST,
    Address: address("http://ca.test/x"),
}


def example(kind: type[events.Event]) -> events.Event:
    fields = inspect.signature(kind).parameters.values()
    return kind(*(VALUES[field.annotation] for field in fields))


def test_there_are_events() -> None:
    assert len(KINDS) > 50


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_has_lines_or_is_silent_in_exactly_one_table(kind) -> None:
    assert sum(kind in table for table in TABLES) == 1


@pytest.mark.parametrize("kind", [kind for kind in KINDS if issubclass(kind, events.Failure)])
def test_every_failure_has_a_line(kind) -> None:
    assert scep.lines(example(kind), NEW)


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_is_one_line(kind) -> None:
    assert all("\n" not in line for line in scep.lines(example(kind), NEW))


def test_the_head_of_7_4_is_that_of_the_capture() -> None:
    """fortios-certificates.md 4.2, from an appliance with 7.4.6."""
    url = address("http://test.it@company.com/certsrv/mscep/")
    line = "GET /certsrv/mscep/?operation=GetCACert&message=CAIdentifier HTTP/1.0"
    head = f"{line}\nHost: test.it@company.com\nConnection: close\n\n"
    told = (
        steps.CaFetchStarted(url),
        steps.CaRequested(head),
        steps.Exchanged("10.0.0.1", 80, secure=False, source_ip=ANY_SOURCE),
    )

    assert [line for event in told for line in scep.lines(event, NEW)] == [
        "__scep_get_ca_cert: starting sscep, version 20030417",
        "__scep_get_ca_cert: hostname: test.it@company.com",
        "__scep_get_ca_cert: directory: /certsrv/mscep/",
        "__scep_get_ca_cert: port: 80(http)",
        "__get_ca_cert_req: SCEP_OPERATION_GETCA",
        f"__get_ca_cert_req: requesting CA certificate, msg: {line}",
        "Host: test.it@company.com",
        "Connection: close",
        "",
        "__send_recv: dest ip 10.0.0.1, port 80, use_ssl 0, source_ip 0.0.0.0",
    ]
    assert [line for event in told for line in scep.lines(event, OLD)] == []


@pytest.mark.parametrize("fail_info", FailInfo)
def test_every_reason_of_a_refusal_has_words(fail_info) -> None:
    (line,) = scep.lines(events.Refused(fail_info), OLD)

    assert line.startswith("pkcs7_unwrap: reason: ")


@pytest.mark.parametrize("reason", FailureReason)
def test_every_reason_without_response_has_words(reason) -> None:
    (line,) = scep.lines(events.TransportFailed(reason, "ca.test", "x"), OLD)

    assert line.startswith("__send_recv: ")


def test_an_unknown_host_is_named() -> None:
    failed = events.TransportFailed(FailureReason.UNKNOWN_HOST, "ca.test", "x")

    assert scep.lines(failed, OLD) == ("__send_recv: unknown host 'ca.test'",)


def test_a_reply_of_the_wrong_kind_is_shown_line_by_line() -> None:
    assert scep.lines(events.WrongContentType("text/html", b"<p>\r\nno\x07</p>\0rest"), OLD) == (
        "scep_parse_header: wrong (or missing) MIME content type",
        "scep_parse_header: mime_err: <p>",
        "no.</p>",
    )


@given(st.binary(max_size=3000))
def test_whatever_a_peer_sends_cannot_disturb_the_screen(content) -> None:
    told = (
        events.WrongContentType("x", content),
        steps.AttributeRead(Attribute.TRANSACTION_ID, content),
        steps.AttributeRead(Attribute.SENDER_NONCE, content),
    )

    assert all(line.isprintable() for event in told for line in scep.lines(event, NEW))
