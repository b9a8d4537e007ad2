import pytest
from rig import URL, Rig, rig

from fauxgate.device.errors import CrlFetchFailed, CrlRefused
from fauxgate.pki import revocation
from fauxgate.scep.http import FailureReason, HttpFailure

CRL = ("vpn", "certificate", "crl")
IMPORT = "execute vpn certificate crl import auto CRL_1"


@pytest.fixture
def bench() -> Rig:
    bench = rig()
    bench.type(f"execute vpn certificate local generate rsa router 2048 router '' '' '' '' '' '' '' {URL} challenge")
    bench.type("config vpn certificate crl", "edit CRL_1", f"set scep-url {URL}", "set scep-cert router", "end")
    return bench


def stored(bench: Rig) -> object:
    return bench.appliance.configuration.table(CRL)["CRL_1"].values.get("crl")


def test_the_list_is_fetched_by_scep_and_kept(bench: Rig) -> None:
    assert bench.type(IMPORT) == []
    assert revocation.from_pem(str(stored(bench))).serial_numbers == ()


def test_a_second_fetch_takes_the_place_of_the_first(bench: Rig) -> None:
    bench.type(IMPORT, IMPORT)

    assert list(bench.appliance.configuration.table(CRL)) == ["CRL_1"]


@pytest.mark.parametrize(
    "lines",
    [
        ["unset scep-url"],
        ["set scep-cert nobody"],
        ["unset scep-cert"],
    ],
)
def test_an_entry_that_lacks_something_fetches_nothing(lines: list[str], bench: Rig) -> None:
    bench.type("config vpn certificate crl", "edit CRL_1", *lines, "end")
    bench.tap.seen.clear()

    assert isinstance(bench.command_line.run(IMPORT), CrlFetchFailed)
    assert bench.tap.seen == []


def test_a_certificate_that_waits_asks_nobody(bench: Rig) -> None:
    bench.type("execute vpn certificate local generate rsa waiting 1024 waiting")
    bench.type("config vpn certificate crl", "edit CRL_1", "set scep-cert waiting", "end")

    assert isinstance(bench.command_line.run(IMPORT), CrlFetchFailed)


def test_when_no_answer_comes_the_entry_keeps_its_list(bench: Rig) -> None:
    bench.type(IMPORT)
    before = stored(bench)
    bench.tap.change = lambda _request, _reply: HttpFailure(FailureReason.TIMED_OUT, "")

    error = bench.command_line.run(IMPORT)

    assert isinstance(error, CrlFetchFailed | CrlRefused)
    assert stored(bench) == before
