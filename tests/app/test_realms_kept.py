"""What the certificates of virtual domains wait for goes on in the next run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cached_keys import cached_keys

from fauxgate.app.assembly import Assembly, assemble
from fauxgate.app.options import parser
from fauxgate.device.certificate_tables import LOCAL

URL = "http://ca.test/app/cert/scep/"


@pytest.fixture(autouse=True)
def _keys_made_before() -> Iterator[None]:
    with cached_keys():
        yield


def run(directory: Path, *lines: str) -> tuple[Assembly, list[str]]:
    """Type lines at an appliance on a state directory, and end; gives it, and the domains whose web1 has come."""
    options = ["shell", "--state", str(directory), "--clock", "virtual", "--ca-approval", "manual"]
    with assemble(parser().parse_args(options), lambda _line: None) as built:
        for line in lines:
            built.command_line.run(line)
            built.command_line.answer("y")
            built.appliance.jobs.run_due()
        entries = {each.domain: each.configuration.entry(LOCAL, "web1") for each in built.appliance.realms}
    return built, [domain for domain, entry in entries.items() if entry and "certificate" in entry.values]


def enroll(domain: str) -> tuple[str, ...]:
    generate = f"execute vpn certificate local generate rsa web1 2048 web1.{domain} '' '' '' '' '' '' ''"
    return ("config vdom", f"edit {domain}", f"{generate} {URL} challenge", "end")


def test_an_enrollment_that_waits_in_a_domain_goes_on_there(tmp_path: Path) -> None:
    domains = ("config system global", "set vdom-mode multi-vdom", "end", "config vdom", "edit blue", "end")
    first, at_first = run(tmp_path, *domains, *enroll("root"), *enroll("blue"), ":ca list")
    second, afterwards = run(tmp_path, ":ca approve 2", ":clock advance 1h")

    assert at_first == []
    assert first.appliance.realm("blue").enrolling == ("web1",)
    assert afterwards == ["blue"]
    assert second.appliance.realm("blue").enrolling == ()
    assert second.appliance.realm("root").enrolling == ("web1",)


def test_an_enrollment_in_a_domain_that_is_gone_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "config system global", "set vdom-mode multi-vdom", "end", *enroll("blue"))
    pending = tmp_path / "pending.json"
    pending.write_text(pending.read_text().replace('"blue"', '"green"'))
    capsys.readouterr()

    run(tmp_path)

    assert "the enrollment of web1 cannot be continued" in capsys.readouterr().err
