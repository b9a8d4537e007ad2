"""Scripts typed at an appliance whose clock stands still, or runs."""

from datetime import timedelta

import pytest
from rig import NOW, URL, Rig, authority, rig

from fauxgate.ca.reviewers import AfterPolls, Automatic, Manual, Reviewer
from fauxgate.cli.tally import Tally
from fauxgate.device.certificate_tables import LOCAL
from fauxgate.replay.script import Script, Summary
from fauxgate.scep.profiles import FORTIOS

ENROLL = f'execute vpn certificate local generate rsa a 1024 x "" "" "" "" "" "" "" {URL} challenge'


def replayed(text: str, reviewer: Reviewer | None = None, *, stands_still: bool = True) -> tuple[Rig, Summary]:
    bench = rig(authority(reviewer))
    summary = Script(bench.appliance, bench.command_line, bench.printed.append, stands_still=stands_still).run(text)
    return bench, summary


def has_certificate(bench: Rig) -> bool:
    entry = bench.appliance.configuration.entry(LOCAL, "a")
    return entry is not None and "certificate" in entry.values


def test_a_script_is_shown_as_a_session_with_prompt_line_answer_and_an_empty_line() -> None:
    bench, _ = replayed("config system global\nset admin-port x\n\nend\n")

    host = bench.appliance.hostname
    assert bench.printed == [
        f"{host} # config system global",
        "",
        f"{host} (global) # set admin-port x",
        "invalid unsigned integer value: x",
        "",
        "value parse error before 'x'",
        "Command fail. Return code -651",
        "",
        f"{host} (global) # ",
        f"{host} (global) # end",
        "",
    ]


def test_the_further_lines_of_a_value_stand_behind_a_prompt_of_their_own() -> None:
    bench, _ = replayed('config vpn certificate local\nedit a\nset comments "one\n\ntwo"\nend')

    assert bench.printed[5:9] == [
        f'{bench.appliance.hostname} (a) # set comments "one',
        "> ",
        '> two"',
        "",
    ]


def test_waits_are_jumped_over_before_the_next_line() -> None:
    bench, summary = replayed(f"{ENROLL}\nexecute time\n", AfterPolls(3, Automatic("challenge")))

    assert bench.appliance.clock.now() == NOW + 3 * timedelta(seconds=FORTIOS.poll_interval)
    assert has_certificate(bench)
    assert f"current time is: {bench.appliance.clock.now():%H:%M:%S}" in bench.printed
    assert (summary.tally.lines, summary.refusals) == (2, ())


def test_a_control_word_acts_before_the_wait_is_jumped_over() -> None:
    bench, summary = replayed(f"{ENROLL}\n# a person decides\n\n:ca approve 1\nshow\n", Manual())

    assert bench.appliance.clock.now() == NOW + timedelta(seconds=FORTIOS.poll_interval)
    assert has_certificate(bench)
    assert summary.refusals == ()
    assert any(":ca approve 1" in line for line in bench.printed)


def test_several_control_words_act_between_two_polls() -> None:
    bench, _ = replayed(f"{ENROLL}\n:ca list\n:clock\n:ca reject 1 no\n", Manual())

    assert bench.appliance.clock.now() == NOW + timedelta(seconds=FORTIOS.poll_interval)
    assert bench.appliance.realm().enrollments.names == ()
    assert not has_certificate(bench)


def test_the_clock_can_be_put_forward_poll_by_poll() -> None:
    bench, _ = replayed(f"{ENROLL}\n:clock next\n:clock next\n:ca approve 1\n", Manual())

    assert bench.authority.requests()[0].polls == 2
    assert bench.appliance.clock.now() == NOW + 3 * timedelta(seconds=FORTIOS.poll_interval)
    assert has_certificate(bench)


def test_where_nobody_decides_the_enrollment_is_given_up_and_the_script_ends() -> None:
    bench, summary = replayed(ENROLL, Manual())

    assert bench.appliance.clock.now() == NOW + timedelta(seconds=FORTIOS.poll_duration)
    assert summary.unfinished == ()
    assert not has_certificate(bench)


def test_with_a_clock_that_runs_nothing_is_jumped_over_and_the_summary_names_what_waits() -> None:
    bench, summary = replayed(f"{ENROLL}\nshow", AfterPolls(1, Automatic("challenge")), stands_still=False)

    assert bench.appliance.clock.now() == NOW
    assert summary.unfinished == ("a",)
    assert not has_certificate(bench)


def test_a_refused_line_is_summed_up_with_its_number_and_the_script_goes_on() -> None:
    bench, summary = replayed(
        'nonsense\n# a comment\nconfig vpn certificate local\n\nedit a\nset comments "x\ny" z\nend'
    )

    assert [(refusal.line, refusal.text.partition("\n")[0]) for refusal in summary.refusals] == [
        (1, "nonsense"),
        (7, 'set comments "x'),
    ]
    assert summary.refusals[0].reason == ("Unknown action 0",)
    assert bench.appliance.configuration.entry(LOCAL, "a") is not None


def test_the_next_line_answers_a_question() -> None:
    table = "config vpn certificate local\nedit a\nnext\npurge\n"
    kept, _ = replayed(f"{table}n\nend")
    purged, summary = replayed(f"{table}y\nend")

    assert list(kept.appliance.configuration.table(LOCAL)) == ["a"]
    assert not purged.appliance.configuration.table(LOCAL)
    assert (summary.tally.lines, summary.refusals) == (6, ())
    assert "Do you want to continue? (y/n)y" in purged.printed


def test_a_question_without_an_answer_changes_nothing() -> None:
    bench, summary = replayed("config vpn certificate local\nedit a\nnext\npurge\n")

    assert list(bench.appliance.configuration.table(LOCAL)) == ["a"]
    assert summary.refusals == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end: str) -> None:
    _, summary = replayed(end.join(["config system global", "set hostname Gate", "end", ""]))

    assert summary == Summary(Tally(accepted=3), (), ())


def test_nothing_is_typed_after_the_end_of_the_session() -> None:
    bench, summary = replayed("exit\nnonsense\n")

    assert summary == Summary(Tally(accepted=1), (), (), stopped=1)
    assert len(bench.printed) == 2


def test_an_empty_script_is_none_of_our_business() -> None:
    bench, summary = replayed("")

    assert bench.printed == []
    assert summary == Summary(Tally(), (), ())


def test_comments_are_told_to_whoever_watches_and_not_typed() -> None:
    bench = rig()
    said: list[str] = []
    script = Script(bench.appliance, bench.command_line, bench.printed.append, stands_still=True, said=said.append)

    summary = script.run("# Look:\n  # and here\nexecute time\n")

    assert said == ["# Look:", "  # and here"]
    assert bench.printed[0].endswith("# execute time")
    assert (summary.tally.accepted, summary.tally.remarks) == (1, 2)


def test_an_unfinished_quote_at_the_end_is_refused() -> None:
    _, summary = replayed('config system global\nset alias "x\n')

    assert [refusal.line for refusal in summary.refusals] == [2]


def test_a_clock_that_was_let_run_is_not_put_forward() -> None:
    bench, summary = replayed(f":clock run\n{ENROLL}\nshow\n", AfterPolls(1, Automatic("challenge")))

    assert summary.unfinished == ("a",)
    assert bench.appliance.clock.now() < NOW + timedelta(minutes=1)
