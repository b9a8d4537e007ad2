"""What was entered, in a file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.lab.record import KINDS, Entered, Record, Start

NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
START = Start("01-first-steps", 7, NOW, "Ada")

texts = st.text(st.characters(exclude_categories=["Cs"]))
entered = st.builds(Entered, st.sampled_from(KINDS), texts, st.datetimes(timezones=st.just(UTC)))


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("record") / "record.jsonl"


@given(first=st.lists(entered, max_size=4), later=st.lists(entered, max_size=4))
def test_what_is_written_is_read(path: Path, first: list[Entered], later: list[Entered]) -> None:
    record = Record(path)
    record.begin(START, first)
    for each in later:
        record.add(each)

    assert record.read() == (START, first + later)


@given(content=st.binary(max_size=300))
def test_a_file_of_anything_is_no_record(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert Record(path).read() is None


@given(count=st.integers(1, 5), cut=st.integers(0, 400))
def test_of_a_file_that_was_cut_off_the_whole_lines_are_there(path: Path, count: int, cut: int) -> None:
    lines = [Entered("line", f"edit {number}", NOW) for number in range(count)]
    record = Record(path)
    record.begin(START, lines)
    first = path.read_bytes().index(b"\n") + 1
    path.write_bytes(path.read_bytes()[: first + cut])
    read = record.read()

    assert read is not None
    assert read[1] == lines[: len(read[1])]
    assert len(read[1]) >= min(count, path.read_bytes().count(b"\n") - 1)


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "{}",
        "3",
        "[" * 9999,
        '{"kind": "line"}',
        '{"kind": "x", "text": "", "moment": "2027-03-01T09:00:00+00:00"}',
        '{"kind": "line", "text": "", "moment": 3}',
        '{"kind": "line", "text": "", "moment": "2027-03-01T09:00:00"}',
    ],
)
def test_a_line_that_is_none_ends_the_record(path: Path, line: str) -> None:
    record = Record(path)
    record.begin(START, [Entered("line", "end", NOW)])
    with path.open("a") as file:
        file.write(line + "\n")
    record.add(Entered("line", "after it", NOW))

    assert record.read() == (START, [Entered("line", "end", NOW)])


def test_an_exam_keeps_when_it_ends(path: Path) -> None:
    start = Start("a", 1, NOW, "", NOW.replace(hour=10))
    Record(path).begin(start)

    assert Record(path).read() == (start, [])


def test_a_lab_that_was_never_begun_has_no_record(tmp_path: Path) -> None:
    assert Record(tmp_path / "none").read() is None
