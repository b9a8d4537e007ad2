"""`fauxgate replay FILE` as a person runs it: exit code, standard output and one line for each trouble."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fauxgate.replay.demo import SCRIPT

Fauxgate = Callable[..., tuple[int, str, str]]
Write = Callable[[str | bytes], str]
ENROLL = (
    'execute vpn certificate local generate rsa a 1024 x "" "" "" "" "" "" "" http://ca.test/app/cert/scep/ challenge\n'
)


@pytest.fixture
def script(tmp_path: Path) -> Write:
    """Write a script; gives its path."""

    def write(content: str | bytes) -> str:
        path = tmp_path / "script.conf"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return write


def test_a_good_script_ends_with_0_and_a_summary_on_standard_error(fauxgate: Fauxgate, script: Write) -> None:
    path = script("config system global\nset hostname Gate\nend\n")
    code, printed, errors = fauxgate("replay", "--as", "script", path)

    assert code == 0
    assert errors == f"fauxgate: {path}: 3 lines: 3 accepted, 0 refused, 0 blank or comment (script, 7.4.11)\n"
    assert "(global) # set hostname Gate\n\n" in printed
    assert printed.endswith("(global) # end\n\n")


def test_a_refused_line_is_named_and_ends_with_1(fauxgate: Fauxgate, script: Write) -> None:
    code, printed, errors = fauxgate("replay", script("\nnonsense\nconfig system nonsense\nexecute time\n"))

    assert code == 1
    assert [line.partition(" refused:")[0] for line in errors.splitlines()[:-1]] == [
        "fauxgate: line 2, column 1",
        "fauxgate: line 3, column 15",
    ]
    assert "Unknown action 0" in printed
    assert "current time is:" in printed


def test_an_enrollment_is_carried_through_real_http(fauxgate: Fauxgate, script: Write) -> None:
    code, printed, errors = fauxgate(
        *("replay", "--ca-pending", "2", "--now", "2026-11-25T12:00:00"),
        script(f"{ENROLL}get vpn certificate local details a\nexecute time\n"),
    )

    assert (code, errors.count("\n")) == (0, 1)
    assert "Issuer:      C = NL, O = Fauxgate, CN = Fauxgate Training CA" in printed
    assert "current time is: 12:10:00" in printed


def test_with_the_wall_clock_what_waits_is_named(fauxgate: Fauxgate, script: Write) -> None:
    code, _, errors = fauxgate("replay", "--clock", "wall", "--ca-pending", "1", script(ENROLL))

    assert code == 0
    assert errors.startswith("fauxgate: the enrollment of a has no outcome yet\n")


def test_standard_input_is_read_for_a_dash(fauxgate: Fauxgate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"get system status\n")))

    code, printed, _ = fauxgate("replay", "-")

    assert code == 0
    assert "Operation Mode: NAT" in printed


def test_a_byte_order_mark_is_no_part_of_the_first_line(fauxgate: Fauxgate, script: Write) -> None:
    code, printed, _ = fauxgate("replay", script(b"\xef\xbb\xbfexecute time\r\n"))

    assert code == 0
    assert "current time is:" in printed


def test_a_file_that_is_not_there_is_told_in_one_line(fauxgate: Fauxgate, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.conf")

    assert fauxgate("replay", missing) == (2, "", f"fauxgate: cannot read {missing}: No such file or directory\n")


def test_a_folder_without_files_is_told_in_one_line(fauxgate: Fauxgate, tmp_path: Path) -> None:
    assert fauxgate("replay", str(tmp_path)) == (2, "", f"fauxgate: no files in {tmp_path}\n")


@pytest.mark.parametrize("content", [b"show \xff", b"\x80", b"\0\0\0", b"\xff\xfe\xff"])
def test_a_file_that_is_no_text_is_read_all_the_same(content: bytes, fauxgate: Fauxgate, script: Write) -> None:
    code, _, errors = fauxgate("replay", script(content))

    assert code == 1
    assert " refused:" in errors


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["replay"], "FILE"),
        (["replay", "--firmware", "1.0", "x"], "1.0"),
        (["replay", "--now", "yesterday", "x"], "'yesterday' is no time like"),
        (["replay", "--now", "9999-12-31", "x"], "'9999-12-31' is not between 2001 and 2037"),
        (["replay", "--now", "0001-01-01", "x"], "'0001-01-01' is not between 2001 and 2037"),
        (["replay", "--ca-pending", "-1", "x"], "is no number of polls"),
        (["replay", "--ca-pending", "9" * 10_000, "x"], "is no number of polls"),
        (["replay", "--ca-pending", "\u0661", "x"], "is no number of polls"),
        (["replay", "--ca-subject", "Root", "x"], "'Root' is no name like"),
        (["replay", "--ca-subject", "/FOO=bar", "x"], "'/FOO=bar' is no name like"),
        (["replay", "--ca-subject", "/=x", "x"], "is no name like"),
        (["replay", "--connect-to", "nonsense", "x"], "nonsense"),
        (["replay", "--connect-to", "a:b=c", "x"], "'a:b' is not a host and a port"),
        (["replay", "--clock", "none", "x"], "none"),
        (["nonsense"], "nonsense"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_a_mistake_in_the_arguments_is_told_in_one_line_below_the_usage(
    arguments: list[str], told: str, fauxgate: Fauxgate
) -> None:
    code, printed, errors = fauxgate(*arguments)

    last = errors.splitlines()[-1]
    assert (code, printed) == (2, "")
    assert errors.startswith("usage: fauxgate")
    assert "error: " in last
    assert told in last


def test_the_demonstration_tells_and_shows_everything_and_ends_well(fauxgate: Fauxgate) -> None:
    code, printed, errors = fauxgate("demo")

    assert (code, errors) == (0, "")
    assert [line for line in SCRIPT.splitlines() if line.startswith("# ") and line not in printed.splitlines()] == []
    assert "pkcs7_unwrap: pkistatus: PENDING" in printed
    assert "pkcs7_unwrap: pkistatus: SUCCESS" in printed
    assert "days=30, days_warn=45" in printed
    # The warning, then the renewal, which the authority leaves pending until it is approved.
    told = ["Certificate will be auto-updated", "Certificate pending to auto-generate", "Certificate updated"]
    assert [printed.count(f'logdesc="{text}"') for text in told] == [1, 2, 2]
