"""What every test may use: the program run as a person runs it, and the transcripts it is held against."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
TRANSCRIPTS = ROOT / "fixtures" / "transcripts"

settings.register_profile("quick", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("nightly", deadline=None, max_examples=5000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# Keys, nonces and what is made from them differ from run to run, so a transcript shows their form only.
_VARIABLE = (
    (re.compile(r"uuid (?P<value>(?!0{8}-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"), "uuid"),
    (re.compile(r"\b(?P<value>[0-9A-F]{64})\b"), "64 hex digits"),
    (re.compile(r"\b(?P<value>[0-9A-F]{32})\b"), "32 hex digits"),
    (re.compile(r"\b(?P<value>[0-9a-f]{16})\b"), "16 hex digits"),
    (re.compile(r"(?<!\w)(?<![0-9a-f]:)(?P<value>[0-9a-f]{2}(:[0-9a-f]{2}){7})(?![:\w])"), "8 octets"),
    (re.compile(r"(?<!\w)(?<![0-9a-f]:)(?P<value>[0-9a-f]{2}(:[0-9a-f]{2}){31})(?![:\w])"), "32 octets"),
    (re.compile(r"(?<!\w)(?<![0-9A-F]:)(?P<value>[0-9A-F]{2}(:[0-9A-F]{2}){15})(?![:\w])"), "16 octets"),
    (re.compile(r"(?<!\w)(?<![0-9A-F]:)(?P<value>[0-9A-F]{2}(:[0-9A-F]{2}){19})(?![:\w])"), "20 octets"),
    (re.compile(r"(?m)^#conf_file_ver=(?P<value>\d+)$"), "digits"),
    (re.compile(r"ENC (?P<value>[A-Za-z0-9+/=]{16,})"), "sealed"),
    (re.compile(r"-----BEGIN ([A-Z ]+)-----\n(?P<value>[A-Za-z0-9+/=\n]+)\n-----END \1-----"), "base64"),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts", action="store_true", help="write what the program prints now into fixtures"
    )


def with_forms(text: str, *, numbered: bool = False) -> str:
    """The text with the form of everything that differs from run to run.

    With `numbered`, each value of a form gets a number, which tells where the same one stands again.
    """
    for pattern, form in _VARIABLE:
        text = _with_form(text, pattern, form, numbered=numbered)
    return text


def _with_form(text: str, pattern: re.Pattern[str], form: str, *, numbered: bool) -> str:
    numbers: dict[str, int] = {}

    def formed(found: re.Match[str]) -> str:
        number = numbers.setdefault(found["value"], len(numbers) + 1)
        return found[0].replace(found["value"], f"<{form} {number}>" if numbered else f"<{form}>")

    return pattern.sub(formed, text)


@pytest.fixture
def fauxgate(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the program in this process; gives exit code, standard output and standard error."""
    from fauxgate.app import main

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run
