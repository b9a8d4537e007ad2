"""The documents show what the program really prints, and name every command and option there is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, with_forms
from test_transcripts import typed

from fauxgate.app.options import COMMANDS, parser

README = (ROOT / "README.md").read_text()
SESSIONS = re.findall(r"<!-- session:(.*?)-->\n```\n(.*?)```", README, re.DOTALL)
CHECKED = re.findall(r"<!-- check: (.*?) -->\n```\n(.*?)```", README, re.DOTALL)


def test_the_readme_shows_sessions() -> None:
    assert len(SESSIONS) >= 3


@pytest.mark.parametrize("shown", SESSIONS, ids=lambda shown: shown[1].split("\n")[0][:40])
def test_a_session_in_the_readme_is_what_is_printed(
    shown: tuple[str, str], fauxgate: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    options, session = shown
    script = tmp_path / "script.conf"
    script.write_text(typed(session))

    _, printed, _ = fauxgate("replay", "--as", "script", *options.split(), str(script))

    assert with_forms(printed) == session


@pytest.mark.parametrize(("path", "shown"), CHECKED)
def test_a_check_in_the_readme_is_what_is_printed(
    path: str, shown: str, fauxgate: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    assert fauxgate("check", path) == (1, shown, "")


def test_the_readme_opens_with_what_it_is_and_two_lines_to_copy() -> None:
    first_screen = "\n".join(README.splitlines()[:24])

    assert first_screen.startswith("# Fauxgate\n\nA FortiGate-style appliance in a Python process.")
    assert first_screen.count("```sh") == 2
    assert "independent of Fortinet" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_each_of_its_options_is_in_the_readme(
    command: str, fauxgate: Callable[..., tuple[int, str, str]]
) -> None:
    code, help_text, _ = fauxgate(command, "--help")
    options = set(re.findall(r"--[a-z][a-z-]+", help_text)) - {"--help"}

    assert code == 0
    assert f"`fauxgate {command}" in README
    assert [option for option in options if f"`{option}" not in README] == []


@pytest.mark.parametrize(
    "command",
    [
        "serve",
        "list",
        "approve",
        "reject",
        "reset",
        "issue",
        "enrollment-request",
        "revoke",
        "crl",
        "log",
        "rollover",
        "faults",
    ],
)
def test_every_command_of_the_authority_and_each_of_its_options_is_in_the_readme(
    command: str, fauxgate: Callable[..., tuple[int, str, str]]
) -> None:
    code, help_text, _ = fauxgate("ca", command, "--help")
    options = set(re.findall(r"--[a-z][a-z-]+", help_text)) - {"--help"}

    assert code == 0
    assert f"`fauxgate ca {command}" in README
    assert [option for option in options if f"`{option}" not in README] == []


def test_the_help_of_the_program_names_every_command() -> None:
    text = parser().format_help()

    assert [command for command in COMMANDS if command not in text] == []


def test_no_machine_path_or_vendor_image_is_named() -> None:
    texts = [README, (ROOT / "CONTRIBUTING.md").read_text(), (ROOT / "CHANGELOG.md").read_text()]

    assert not any(mark in text for text in texts for mark in ("/work/", "/root/", "FGVM64.out"))
