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
    (re.compile(r"\b[0-9A-F]{32}\b"), "<32 hex digits>"),
    (re.compile(r"(?<!\w)(?<![0-9a-f]:)[0-9a-f]{2}(:[0-9a-f]{2}){7}(?![:\w])"), "<8 octets>"),
    (re.compile(r"(?<!\w)(?<![0-9A-F]:)[0-9A-F]{2}(:[0-9A-F]{2}){15}(?![:\w])"), "<16 octets>"),
    (re.compile(r"(?<!\w)(?<![0-9A-F]:)[0-9A-F]{2}(:[0-9A-F]{2}){19}(?![:\w])"), "<20 octets>"),
    (re.compile(r"\b[0-9a-f]{16}\b"), "<16 hex digits>"),
    (re.compile(r"ENC [A-Za-z0-9+/=]{16,}"), "ENC <sealed>"),
    (re.compile(r"(-----BEGIN ([A-Z ]+)-----)\n[A-Za-z0-9+/=\n]+\n(-----END \2-----)"), r"\1\n<base64>\n\3"),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts", action="store_true", help="write what the program prints now into fixtures"
    )


def with_forms(text: str) -> str:
    """The text with everything that differs from run to run replaced by its form."""
    for pattern, form in _VARIABLE:
        text = pattern.sub(form, text)
    return text


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
