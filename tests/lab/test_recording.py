"""The recording: asciicast v3 (https://docs.asciinema.org/manual/asciicast/v3/), held against its description."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.lab.recording import LONGEST_WAIT, Recording

BEGAN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


class Recorded:
    """A recording at a clock that is put forward, and what was written."""

    def __init__(self) -> None:
        self.now = BEGAN
        self.cast: list[str] = []
        self.text: list[str] = []
        self.recording = Recording(self.cast.append, self.text.append, lambda: self.now)
        self.recording.begin("A lab", 100, 30)

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    @property
    def events(self) -> list[list[object]]:
        """The events; every one must be what the description allows."""
        events: list[list[object]] = [json.loads(line) for line in "".join(self.cast).splitlines()[1:]]
        for interval, code, data in events:
            assert isinstance(interval, int | float)
            assert interval >= 0
            assert code in {"o", "m", "x", "i", "r"}
            assert isinstance(data, str)
        return events

    @property
    def screen(self) -> str:
        return "".join(str(data) for _, code, data in self.events if code == "o")


@pytest.fixture
def recorded() -> Recorded:
    return Recorded()


def test_the_header_has_version_size_time_and_title(recorded: Recorded) -> None:
    assert json.loads(recorded.cast[0]) == {
        "version": 3,
        "term": {"cols": 100, "rows": 30},
        "title": "A lab",
        "timestamp": int(BEGAN.timestamp()),
    }


def test_what_was_typed_appears_letter_by_letter_after_its_prompt(recorded: Recorded) -> None:
    recorded.recording.typed("fg # ", "end")
    recorded.recording.show("done")

    assert [data for _, _, data in recorded.events] == ["fg # ", "e", "n", "d", "\r\n", "done\r\n"]


def test_an_interval_is_the_time_since_the_event_before(recorded: Recorded) -> None:
    recorded.recording.show("a")
    recorded.wait(1.25)
    recorded.recording.show("b")
    recorded.wait(0.5)
    recorded.recording.mark("Step 2")

    assert [interval for interval, _, _ in recorded.events] == [0.0, 1.25, 0.5]


def test_nobody_watches_somebody_think(recorded: Recorded) -> None:
    recorded.recording.show("a")
    recorded.wait(3600)
    recorded.recording.show("b")

    assert recorded.events[-1][0] == LONGEST_WAIT


def test_a_clock_that_goes_back_makes_no_interval_negative(recorded: Recorded) -> None:
    recorded.recording.show("a")
    recorded.wait(-60)
    recorded.recording.show("b")

    assert recorded.events[-1][0] == 0


def test_a_marker_is_an_event_of_its_own(recorded: Recorded) -> None:
    recorded.recording.mark("Step 1: Look around")

    assert recorded.events == [[0.0, "m", "Step 1: Look around"]]


def test_the_transcript_has_prompts_lines_and_answers(recorded: Recorded) -> None:
    recorded.recording.typed("fg # ", "get system status")
    recorded.recording.show("Version: x")
    recorded.recording.typed("fg # ", "end")

    assert "".join(recorded.text) == "fg # get system status\nVersion: x\n\nfg # end\n"


@given(line=st.text(), shown=st.text())
def test_whatever_is_typed_and_shown_every_line_is_an_event(line: str, shown: str) -> None:
    recorded = Recorded()
    recorded.recording.typed("fg # ", line)
    recorded.recording.show(shown)

    assert recorded.screen.endswith(shown.replace("\n", "\r\n") + "\r\n")
