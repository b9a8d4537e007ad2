"""`fauxgate check`, and `replay` of configurations and logs, as a person runs them."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

Fauxgate = Callable[..., tuple[int, str, str]]

WITH_ERRORS = str(ROOT / "fixtures" / "restore" / "with-errors.conf")
HEADER = "#config-version=FGVMFX-7.4.11-FW-build0000-000000:opmode=0:vdom=0:user=admin\n"
GOOD = f'{HEADER}config system global\n    set hostname "GATE"\nend\n'


def checked(fauxgate: Fauxgate, *arguments: str) -> tuple[int, list[dict[str, object]]]:
    code, printed, _ = fauxgate("check", "--json", *arguments)
    found = json.loads(printed)
    assert found["version"] == 1
    return code, found["files"]


def written(directory: Path, text: str | bytes, name: str = "a.conf") -> str:
    (directory / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return str(directory / name)


def test_what_is_refused_is_told_with_its_line_and_column_and_the_summary_last(fauxgate: Fauxgate) -> None:
    code, printed, errors = fauxgate("check", WITH_ERRORS)

    lines = printed.splitlines()
    assert (code, errors) == (1, "")
    assert lines[4:8] == [
        '>>>  "set" "gui-no-such-option" "disable" @ global.system.global:command parse error (error -61)',
        "     line 7, column 9: command parse error before 'gui-no-such-option'",
        '>>>  "set" "admintimeout" "9999" @ global.system.global:failed command (error -651)',
        "     line 8, column 22: node_check_object fail! for admintimeout 9999 / value parse error before '9999'",
    ]
    assert lines[-1] == (
        f"{WITH_ERRORS}: 34 lines: 20 accepted, 10 refused, 4 blank or comment (configuration, 7.4.11)"
    )


def test_a_reference_to_nothing_is_told_with_what_became_of_it(fauxgate: Fauxgate, tmp_path: Path) -> None:
    text = f'{HEADER}config firewall addrgrp\n    edit "all-of-it"\n        set member "gone"\n    next\nend\n'

    _, printed, _ = fauxgate("check", written(tmp_path, text))

    assert printed.splitlines()[1:3] == [
        '>>>  "set" "member" "gone" @ root.firewall.addrgrp.all-of-it:failed command (error -3)',
        (
            "     there is no gone that it could name, so it was taken out: entry not found in datasource / "
            "value parse error before 'gone'"
        ),
    ]


def test_a_value_of_a_megabyte_does_not_flood_the_terminal(fauxgate: Fauxgate, tmp_path: Path) -> None:
    name = written(tmp_path, f'{HEADER}config firewall address\n    edit "{"x" * 1_000_000}"\n    next\nend\n')

    _, printed, _ = fauxgate("check", name)
    _, [report] = checked(fauxgate, name)

    assert len(printed) < 5000
    assert "characters more; --json tells all]" in printed
    assert len(json.dumps(report["refused"])) > 1_000_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(GOOD.encode()), "it is compressed; unpack it, and take what was in it"),
        (b"#FGBK|4|FGVMK6|7|04|2662|\x93\x00\xff", "it is encrypted with a password; take a backup without one"),
    ],
)
def test_a_file_that_is_no_text_is_not_read_and_the_next_step_is_told(
    content: bytes, reason: str, fauxgate: Fauxgate, tmp_path: Path
) -> None:
    name = written(tmp_path, content)

    assert fauxgate("check", name) == (2, "", f"fauxgate: cannot read {name}: {reason}\n")


def test_the_same_is_told_as_data(fauxgate: Fauxgate) -> None:
    code, [report] = checked(fauxgate, WITH_ERRORS)

    refused = report["refused"]
    assert code == 1
    assert report["lines"] == {"read": 34, "accepted": 20, "refused": 10, "remarks": 4}
    assert isinstance(refused, list)
    assert [(it["line"], it["column"], it["lines"], it["code"]) for it in refused] == [
        (7, 9, 1, -61),
        (8, 22, 1, -651),
        (10, 13, 5, -61),
        (22, 16, 1, -8),
        (30, 17, 1, -61),
        (34, 1, 1, -61),
    ]


def test_strict_stops_at_the_first_line_that_is_refused(fauxgate: Fauxgate) -> None:
    code, printed, _ = fauxgate("replay", "--strict", WITH_ERRORS)

    assert code == 1
    assert printed.count(">>>") == 1
    assert "stopped at line 7\n" in printed
    assert f"{WITH_ERRORS}: 7 lines: 2 accepted, 1 refused, 4 blank or comment" in printed


def test_a_good_file_is_told_of_too(fauxgate: Fauxgate, tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)

    assert fauxgate("check", path) == (
        0,
        f"{HEADER}{path}: 4 lines: 3 accepted, 0 refused, 1 blank or comment (configuration, 7.4.11)\n",
        "",
    )


def test_a_check_keeps_nothing_and_enrolls_nothing(fauxgate: Fauxgate, tmp_path: Path) -> None:
    script = written(
        tmp_path,
        "config system global\nset hostname A\nend\n"
        'execute vpn certificate local generate rsa a 1024 x "" "" "" "" "" "" "" http://ca.test/app/cert/scep/ p\n'
        f"execute reboot\ny\n:backup {tmp_path}/made\nshow\nset x\n",
    )
    before = sorted(tmp_path.iterdir())

    code, [report] = checked(fauxgate, script)

    assert code == 1
    assert report["lines"] == {"read": 9, "accepted": 8, "refused": 1, "remarks": 0}
    assert report["unfinished_enrollments"] == []
    assert "not carried out, 4 in all" in str(report["notes"])
    assert sorted(tmp_path.iterdir()) == before


def test_what_a_header_says_is_followed_and_what_it_says_besides_is_told(fauxgate: Fauxgate, tmp_path: Path) -> None:
    releases = ("6.0.9", "6.2.3", "7.6.2", "5.6.1", "9.1.0")
    names = [written(tmp_path, GOOD.replace("7.4.11", release), release) for release in releases]

    _, reports = checked(fauxgate, *names)
    _, [wanted] = checked(fauxgate, "--firmware", "7.0", names[0])

    assert [report["firmware"] for report in reports] == ["6.0.9", "6.2.3", "7.6.2", "6.0.0", "7.6.6"]
    assert reports[3]["notes"] == ["The file is of firmware 5.6.1; it was loaded as 6.0.0."]
    assert wanted["firmware"] == "7.0.17"
    assert wanted["notes"] == ["The file is of firmware 6.0.9; it was loaded as 7.0.17."]


def test_a_name_that_names_nothing_is_told_and_logged(fauxgate: Fauxgate, tmp_path: Path) -> None:
    group = HEADER + 'config firewall addrgrp\n    edit "g"\n        set member "nobody"\n    next\nend\n'

    code, [report] = checked(fauxgate, written(tmp_path, group))

    dangling = report["dangling"]
    assert code == 1
    assert isinstance(dangling, list)
    assert [(it["place"], it["option"], it["name"]) for it in dangling] == [
        (["root", "firewall", "addrgrp", "g"], "member", "nobody")
    ]
    assert dangling[0]["logged"].endswith("@ root.firewall.addrgrp.g:failed command (error -3)")


def test_what_is_kept_without_being_modelled_is_told(fauxgate: Fauxgate, tmp_path: Path) -> None:
    _, [report] = checked(fauxgate, written(tmp_path, HEADER + 'config webfilter profile\nedit "a"\nnext\nend\n'))

    assert report["kept"] == ["webfilter profile"]


@pytest.mark.parametrize(
    ("now", "states"),
    [
        ("2026-11-25", []),
        ("2027-11-01", ["near-expiry"]),
        ("2028-01-01", ["expired"]),
        ("2025-01-01", ["not-yet-valid"]),
    ],
)
def test_certificates_are_told_of_at_their_time(
    now: str, states: list[str], fauxgate: Fauxgate, tmp_path: Path
) -> None:
    _, [report] = checked(fauxgate, "--now", now, written(tmp_path, HEADER + enrolled(fauxgate, tmp_path)))

    certificates = report["certificates"]
    assert isinstance(certificates, list)
    assert [it["state"] for it in certificates] == states


def test_a_certificate_that_does_not_match_its_key_is_told(fauxgate: Fauxgate, tmp_path: Path) -> None:
    one, other = enrolled(fauxgate, tmp_path), enrolled(fauxgate, tmp_path)
    certificate = one[one.index("        set certificate") : one.index("-----END CERTIFICATE")]
    another = other[other.index("        set certificate") : other.index("-----END CERTIFICATE")]

    _, [report] = checked(fauxgate, written(tmp_path, HEADER + one.replace(certificate, another)))

    certificates = report["certificates"]
    assert isinstance(certificates, list)
    assert [(it["name"], it["state"]) for it in certificates] == [("a", "refused")]
    assert "does not match the private key" in certificates[0]["detail"]


def enrolled(fauxgate: Fauxgate, directory: Path) -> str:
    """The table of a unit that has a certificate."""
    script = written(
        directory,
        'execute vpn certificate local generate rsa a 1024 x "" "" "" "" "" "" "" '
        "http://ca.test/app/cert/scep/ challenge\nshow vpn certificate local\n",
        "script",
    )
    _, printed, _ = fauxgate("replay", "--now", "2026-11-25", script)
    shown = printed[printed.index("config vpn certificate local\n") :]
    return shown[: shown.index("\nend\n") + 5]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (GOOD.encode("utf-16"), "The file is in UTF-16."),
        (GOOD.encode("utf-16-le"), "The file is in UTF-16."),
        (GOOD.replace("GATE", "G\xe4TE").encode("latin-1"), "1 bytes are no UTF-8; they are kept as they are."),
        (GOOD.replace("GATE", "G\0TE").encode(), "There are 1 NUL bytes in it."),
        (GOOD.encode("utf-8-sig"), ""),
    ],
)
def test_what_is_odd_about_the_bytes_is_told(content: bytes, told: str, fauxgate: Fauxgate, tmp_path: Path) -> None:
    _, [report] = checked(fauxgate, written(tmp_path, content))

    assert report["header"] == [HEADER.strip()]
    assert report["notes"] == ([told] if told else [])


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        GOOD.replace("    ", ""),
        GOOD.replace(HEADER, "#version=704 #build=2662 #platform=FGVMFX\n"),
        GOOD.replace("\nconfig", "\n#conf_file_ver=1\n#private-encryption-key=abc=\nconfig", 1),
        GOOD.removesuffix("end\n"),
        GOOD.removesuffix("\n"),
    ],
)
def test_a_configuration_in_another_form_is_loaded(text: str, fauxgate: Fauxgate, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    out = tmp_path / "out"

    code, printed, _ = fauxgate("replay", path, "--backup", str(out))

    assert code == 0
    assert "(configuration, 7." in printed
    assert 'set hostname "GATE"' in out.read_text()


def test_of_a_file_that_is_cut_in_a_quote_what_stands_before_is_kept(fauxgate: Fauxgate, tmp_path: Path) -> None:
    cut = GOOD.removesuffix("end\n") + '    set alias "not\n    closed\nend\n'

    code, [report] = checked(fauxgate, written(tmp_path, cut))

    refused = report["refused"]
    assert code == 1
    assert isinstance(refused, list)
    assert [(it["line"], it["column"], it["lines"]) for it in refused] == [(4, 15, 3)]
    assert report["ends_inside"] == "global system global"


def test_an_empty_file_is_nothing_to_worry_about(fauxgate: Fauxgate, tmp_path: Path) -> None:
    code, [report] = checked(fauxgate, written(tmp_path, ""))

    assert code == 0
    assert report["lines"] == {"read": 0, "accepted": 0, "refused": 0, "remarks": 0}


def test_a_terminal_log_is_recognised_and_its_commands_are_taken_out_on_demand(
    fauxgate: Fauxgate, tmp_path: Path
) -> None:
    log = written(tmp_path, (ROOT / "fixtures" / "transcripts" / "multi_line_value.txt").read_text())
    code, printed, _ = fauxgate("check", log)
    taken, [report] = checked(fauxgate, "--as", "log", log)

    assert code == 1
    assert printed.startswith("This looks like what a terminal showed of a session")
    assert taken == 0
    assert "were left out" in str(report["notes"])


def test_several_files_and_directories_are_told_in_their_order_by_several_processes(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("c", "a", "below/b", ".hidden"):
        written(tmp_path, GOOD, name)
    done = subprocess.run(
        [sys.executable, "-m", "fauxgate.app", "check", WITH_ERRORS, str(tmp_path), str(tmp_path / "missing")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TERM": "xterm"},
    )

    told = [line.partition(": ")[0] for line in done.stdout.splitlines() if " accepted, " in line]
    assert done.returncode == 2
    assert told == [WITH_ERRORS, *(str(tmp_path / name) for name in ("a", "below/b", "c"))]
    assert done.stderr == f"fauxgate: cannot read {tmp_path / 'missing'}: No such file or directory\n"


def test_with_a_state_directory_files_follow_one_another_on_the_same_unit(fauxgate: Fauxgate, tmp_path: Path) -> None:
    state, first = str(tmp_path / "state"), written(tmp_path, GOOD, "first")
    second = written(tmp_path, "config system global\nset alias second\nend\n", "second")

    code, _, _ = fauxgate("replay", "--state", state, first, second)
    _, shown, _ = fauxgate("replay", "--state", state, written(tmp_path, "show system global\n", "third"))

    assert code == 0
    assert 'set alias "second"\n    set hostname "GATE"' in shown


def test_a_shell_begins_with_a_backup() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fauxgate.app", "--restore", WITH_ERRORS],
        input="diagnose debug config-error-log read\nexit\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert "The config file may contain errors. \n" in done.stdout
    assert "RESTORED # diagnose debug config-error-log read\n>>>  " in done.stdout
    assert done.stdout.count(">>>  ") == 6


def test_a_backup_of_a_unit_with_virtual_domains_can_be_typed(fauxgate: Fauxgate, tmp_path: Path) -> None:
    text = HEADER.replace("vdom=0", "vdom=1") + "config vdom\nedit two\nend\nconfig vdom\nedit two\nshow\n"

    code, printed, _ = fauxgate("replay", "--as", "script", written(tmp_path, text))

    assert code == 0
    assert "current vf=two:1" in printed
