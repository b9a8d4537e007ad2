import re

import pytest

from fauxgate.schema.known import known_paths
from fauxgate.schema.releases import NEWEST
from fauxgate.schema.spans import in_spans, read_spans
from fauxgate.schema.tables import INDEX


def test_a_known_path_has_its_key_and_an_object_has_none():
    known = known_paths((7, 4, 11))

    assert known[("webfilter", "profile")].key == "name"
    assert known[("webfilter", "fortiguard")].key == ""


def test_a_path_is_known_in_the_releases_that_have_it():
    path = ("antivirus", "exempt-list")

    assert path not in known_paths((7, 0, 17))
    assert path in known_paths((7, 2, 4))


@pytest.mark.parametrize("release", NEWEST.values(), ids=str)
def test_every_release_has_some_five_hundred_paths(release):
    assert len(known_paths(release)) > 450


def test_no_word_of_a_known_path_has_a_letter_that_the_command_line_reads_otherwise():
    words = {word for path in known_paths((7, 4, 11)) for word in path}

    assert all(re.fullmatch(r"[A-Za-z0-9+-]+", word) for word in words)


def test_what_is_described_is_known_somewhere():
    anywhere = {path for release in NEWEST.values() for path in known_paths(release)}
    of_domains = {("vdom",), ("global",)}

    assert {row.path for row in INDEX} - of_domains <= anywhere


@pytest.mark.parametrize(
    ("text", "release", "expected"),
    [
        ("6.0.0-", (7, 6, 6), True),
        ("7.2.1-", (7, 2, 0), False),
        ("6.2.0-6.2.3 7.0.2-7.0.5", (6, 4, 14), False),
        ("6.2.0-6.2.3 7.0.2-7.0.5", (7, 0, 5), True),
        ("6.2.0-6.2.3 7.0.2-7.0.5", (7, 0, 6), False),
        ("", (7, 4, 0), True),
    ],
)
def test_a_release_lies_in_a_stretch_or_not(text, release, expected):
    assert in_spans(read_spans(text), release) is expected


def test_what_the_newest_named_patch_of_a_branch_has_stays_in_that_branch():
    spans = read_spans("6.0.0-7.0.12")

    assert in_spans(spans, (7, 0, 17))
    assert not in_spans(spans, (7, 2, 0))


@pytest.mark.parametrize("text", ["7.4", "7.4.0", "7.4.0-x", "a-b-c", "7-"])
def test_a_text_that_is_no_stretch_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        read_spans(text)
