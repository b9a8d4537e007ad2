import json
import stat
from collections.abc import Callable
from pathlib import Path

URL = "http://ca.test/app/cert/scep/"
GENERATE = f"execute vpn certificate local generate rsa a 2048 a NL '' '' '' '' '' '' {URL} challenge"


def test_every_exchange_is_written_down(fauxgate: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    script = tmp_path / "script.conf"
    script.write_text(GENERATE)

    code, _, errors = fauxgate("replay", "--capture", str(tmp_path / "made"), str(script))

    directory = tmp_path / "made" / "0002-PKIOperation"
    assert (code, errors.count("\n")) == (0, 1)
    assert {path.name for path in directory.iterdir()} >= {"layers.txt", "request-csr.der", "answer-bag.der"}
    assert "Challenge:      challenge" in (directory / "layers.txt").read_text()
    assert len(json.loads((tmp_path / "made" / "scep.har").read_text())["log"]["entries"]) == 2
    assert stat.S_IMODE((directory / "request-csr.der").stat().st_mode) == 0o600


def test_where_nothing_can_be_written_the_enrollment_goes_on(
    fauxgate: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    script = tmp_path / "script.conf"
    script.write_text(GENERATE)
    (tmp_path / "taken").write_text("a file")

    code, _, errors = fauxgate("replay", "--capture", str(tmp_path / "taken"), str(script))

    assert code == 0
    assert "cannot write to" in errors
