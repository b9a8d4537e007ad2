import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.debug.scep import lines
from fauxgate.explain.diagnosis import diagnose
from fauxgate.explain.known import KNOWN
from fauxgate.explain.phrases import phrases
from fauxgate.explain.report import report
from fauxgate.explain.stages import _ENDED
from fauxgate.explain.trace import read
from fauxgate.scep import events, steps
from fauxgate.scep.attributes import FailInfo
from fauxgate.scep.events import Failure

STATUS = "scep_parse_header: server returned status code"


FAILURES = {kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, Failure)} - {Failure}


def test_every_kind_of_failure_is_explained_and_belongs_to_a_stage() -> None:
    placed = {kind for each in _ENDED.values() for kind in each}

    assert set(KNOWN) | {events.EmptyReply} == FAILURES
    assert placed == FAILURES


@pytest.mark.parametrize("kind", KNOWN, ids=lambda kind: kind.__name__)
def test_the_last_row_of_each_kind_always_holds(kind) -> None:
    trace = read("pkcs7_unwrap: error verifying signature")

    assert KNOWN[kind][-1][0](trace, trace.seen[0])


def test_phrases_are_those_that_the_debug_tables_print() -> None:
    printed = lines(events.SignatureInvalid(), (7, 4, 0))[0]

    assert read(printed).seen[0].kind is events.SignatureInvalid
    assert len(phrases()) > 90


@pytest.mark.parametrize("fail_info", FailInfo)
def test_each_reason_of_a_refusal_is_told_apart(fail_info: FailInfo) -> None:
    printed = "\n".join(lines(events.Refused(fail_info, "whatever the authority says"), (7, 4, 0)))

    found = diagnose(f"pkcs7_unwrap: pkistatus: FAILURE\n{printed}")

    expected = "challenge" if fail_info is FailInfo.BAD_REQUEST else fail_info.name.lower().replace("_", "-")
    assert found.cause.name == expected


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        ("302", "http-redirect"),
        ("401", "http-403"),
        ("405", "http-404"),
        ("418", "http-error"),
        ("429", "http-429"),
        ("500", "http-500"),
        ("503", "http-503"),
    ],
)
def test_a_status_alone_is_enough(status: str, cause: str) -> None:
    assert diagnose(f"{STATUS} {status}").cause.name == cause


def test_a_warning_about_a_nonce_is_no_end() -> None:
    found = diagnose("pkcs7_unwrap: corrupted nonce received\npkcs7_unwrap: pkistatus: PENDING")

    assert found.cause.name == "pending"


def test_a_failure_before_the_certificate_is_stored_is_over() -> None:
    found = diagnose(
        "pkcs7_unwrap: error verifying signature\n"
        "scep_write_local_cert: writing cert\nscep_write_local_cert: certificate written as /tmp/a"
    )

    assert found.cause.name == "granted"


def test_the_number_of_a_source_line_may_be_another_releases() -> None:
    assert read("pkcs7_wrap:1398 creating inner PKCS#7").seen[0].kind is steps.InnerStarted


def test_a_report_tells_stages_line_cause_remedy_and_how_to_see_it_here() -> None:
    told = "\n".join(report(f"2026-11-25 10:14:02 {STATUS} 404"))

    assert told.startswith("reach the authority              ok\nget its certificate (GetCACert)  FAILED\n")
    assert "Line:    1: scep_parse_header: server returned status code 404" in told
    assert "Remedy:  " in told
    assert "Here:    fauxgate shell --ca-fault http-404" in told


def test_nothing_is_explained_too() -> None:
    assert [line.partition(":")[0] for line in report("") if not line.startswith(" ")] == ["Cause", "Remedy"]


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    assert list(report(text))


@given(st.lists(st.sampled_from(sorted({phrase.text for phrase in phrases().values()})), max_size=12), st.data())
def test_any_lines_in_any_order_get_an_answer(chosen: list[str], data: st.DataObject) -> None:
    rest = [data.draw(st.sampled_from(["", " 200", " PENDING", " x", "\n"])) for _ in chosen]

    assert list(report("\n".join(f"{line}{more}" for line, more in zip(chosen, rest, strict=True))))
