"""The control words: the authority's and the clock's, at every depth."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from rig import NOW, URL, Rig, authority, rig

from fauxgate.ca.errors import NotPending, UnknownRequest
from fauxgate.ca.reviewers import Automatic, Manual
from fauxgate.cli.control import NumberExpected, RequestNotThere

ENROLL = f'execute vpn certificate local generate rsa a 1024 x "" "" "" "" "" "" "" {URL} challenge'


@pytest.fixture
def bench() -> Rig:
    """An appliance whose enrollment of `a` waits for a person's decision."""
    bench = rig(authority(Manual()))
    bench.command_line.run(ENROLL)
    bench.appliance.jobs.run_due()
    return bench


def run(bench: Rig, line: str) -> list[str]:
    start = len(bench.printed)
    assert bench.command_line.run(line) is None
    return bench.printed[start:]


def test_an_authority_without_requests_says_so() -> None:
    assert rig().type(":ca list") == ["The authority has no requests."]


def test_requests_are_listed_with_state_and_subject(bench: Rig) -> None:
    head, row = run(bench, ":ca list")

    assert head.split() == ["ID", "State", "Polls", "Serial", "number", "Subject"]
    assert row.split() == ["1", "pending", "0", "-", "/CN=x"]


def test_an_approval_is_told_with_the_time_of_the_next_poll(bench: Rig) -> None:
    assert run(bench, ":ca approve 1") == [
        "Request 1 is issued; the appliance learns it at its next poll, due 2026-11-25 12:05:00 UTC."
    ]


def test_a_rejection_is_told_with_its_reason(bench: Rig) -> None:
    (told,) = run(bench, ":ca reject 1 wrong department")

    assert told.startswith("Request 1 is rejected (wrong department); ")


@pytest.mark.parametrize("verb", ["approve", "reject"])
@pytest.mark.parametrize("word", ["x", "-1", "1.0", "''", "\u0661", "0x1", "9" * 10, "9" * 10_000, "\ud800"])
def test_a_word_that_is_no_number_is_refused_with_a_way_out(verb: str, word: str, bench: Rig) -> None:
    error = bench.command_line.run(f":ca {verb} {word}")

    assert isinstance(error, NumberExpected)
    assert bench.printed[-1].endswith("is not the number of a request; `:ca list` shows them.")


@pytest.mark.parametrize("verb", ["approve", "reject"])
@pytest.mark.parametrize("number", ["0", "2", "999999999"])
def test_a_number_without_a_request_is_refused(verb: str, number: str, bench: Rig) -> None:
    assert isinstance(bench.command_line.run(f":ca {verb} {number}"), UnknownRequest)


@pytest.mark.parametrize("verb", ["approve", "reject"])
def test_what_is_decided_is_not_decided_again(verb: str, bench: Rig) -> None:
    run(bench, ":ca approve 1")

    assert isinstance(bench.command_line.run(f":ca {verb} 1"), NotPending)


def test_the_clock_tells_the_time_and_what_is_due(bench: Rig) -> None:
    assert run(bench, ":clock") == [
        "2026-11-25 12:00:00 UTC",
        "Next due: 2026-11-25 12:05:00 UTC (`:clock next` jumps there).",
    ]


def test_the_clock_jumps_to_what_is_due_next(bench: Rig) -> None:
    assert run(bench, ":clock next") == ["2026-11-25 12:05:00 UTC"]
    assert bench.appliance.clock.now() == NOW + timedelta(minutes=5)


def test_where_nothing_is_due_the_clock_stays() -> None:
    bench = rig(authority(Automatic("challenge")))

    assert bench.type(":clock", ":clock next") == ["2026-11-25 12:00:00 UTC", "Nothing is due.", "Nothing is due."]
    assert bench.appliance.clock.now() == NOW


def test_help_lists_every_control_word_with_a_sentence() -> None:
    lines = rig().type(":help")

    assert [
        word
        for word in (":ca approve", ":ca list", ":ca reject", ":clock next", ":help")
        if not any(line.startswith(word) and line.endswith(".") for line in lines)
    ] == []


@pytest.mark.parametrize(
    "place",
    [
        ("config vpn certificate local",),
        ("config vpn certificate local", "edit a"),
        ("config system console",),
    ],
)
def test_control_words_act_at_every_depth_and_leave_one_where_one_is(place: tuple[str, ...], bench: Rig) -> None:
    for line in place:
        run(bench, line)
    prompt = bench.command_line.prompt

    run(bench, ":ca approve 1")
    run(bench, ":clock next")
    run(bench, ":help")

    assert bench.command_line.prompt == prompt
    bench.appliance.jobs.run_due()
    assert bench.appliance.realm().enrollments.names == ()


def test_a_request_is_not_issued_for_without_a_server_that_has_it(bench: Rig) -> None:
    error = bench.command_line.run(":ca issue site.csr")

    assert isinstance(error, RequestNotThere)
    assert bench.printed[-1] == "site.csr: no TFTP server answers; start with --files DIR to have one."


@pytest.mark.parametrize("name", ["''", "..", "/", "a/b", "../x.csr", "x" * 10_000, "\0", "-", "x."])
def test_no_name_of_a_file_breaks_the_authority(
    name: str, fauxgate: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    script = tmp_path / "script.conf"
    script.write_text(f":ca issue {name}\n", "utf-8")

    code, printed, errors = fauxgate("replay", "--files", str(tmp_path), str(script))

    assert code == 1
    assert "internal error" not in errors + printed
    assert any(told in printed for told in ("has no such file; leave it", "the server refuses", "Return code -1"))
