"""micromdm's client, which knows no cipher but single DES, at our authority."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from interop.peers import Tool
from interop.served import CHALLENGE, IN_PARTS, Served, served

from fauxgate.ca.authority import Rules
from fauxgate.ca.hierarchy import Shape
from fauxgate.pki.algorithms import LEGACY
from fauxgate.scep.attributes import Attribute
from fauxgate.scep.profiles import RFC8894_SERVER

WITH_DES = replace(RFC8894_SERVER, suite=LEGACY)
FILES = ("-private-key", "client.key", "-certificate", "client.crt")


@pytest.fixture
def legacy() -> Iterator[Served]:
    with served(profile=WITH_DES) as authority:
        yield authority


def arguments(authority: Served, challenge: str = CHALLENGE) -> list[str]:
    return [*FILES, "-challenge", challenge, "-server-url", authority.url, "-cn", "device"]


@pytest.mark.rfc8894("3.5.1", "GetCACaps", "server")
@pytest.mark.rfc8894("4.2.1.1", "GetCACert, one certificate", "server")
@pytest.mark.rfc8894("4.3", "PKCSReq", "server")
@pytest.mark.rfc8894("4.3", "RenewalReq", "server")
@pytest.mark.rfc8894("4.1", "PKIOperation by POST", "server")
def test_it_enrolls_and_then_renews(legacy: Served, scepclient: Tool, openssl: Tool) -> None:
    scepclient(*arguments(legacy))
    first = openssl("x509", "-in", "client.crt", "-noout", "-subject", "-serial")
    scepclient(*arguments(legacy))
    second = openssl("x509", "-in", "client.crt", "-noout", "-subject", "-serial")

    legacy.write_pem(scepclient.path("ca.pem"))
    assert legacy.values(Attribute.MESSAGE_TYPE) == ["19", "17"]
    assert legacy.operations == ["GetCACert", "GetCACaps", "PKIOperation"] * 2
    assert {each.request.method for each in legacy.messages} == {"POST"}
    assert first.splitlines()[0] == second.splitlines()[0] == "subject=C = US, O = scep-client, OU = MDM, CN = device"
    assert first != second
    assert "OK" in openssl("verify", "-CAfile", "ca.pem", "client.crt")


@pytest.mark.rfc8894("4.2.1.2", "GetCACert, degenerate PKCS#7", "server")
@pytest.mark.rfc8894("4.2.1.2", "RA certificate apart from the CA's", "server")
@pytest.mark.parametrize("shape", IN_PARTS.values(), ids=IN_PARTS)
def test_it_finds_its_way_among_several_certificates(scepclient: Tool, shape: Shape) -> None:
    with served(rules=Rules(shape=shape), profile=WITH_DES) as authority:
        scepclient(*arguments(authority))
        scepclient(*arguments(authority))

        assert authority.states == ["issued"] * 2


@pytest.mark.rfc8894("2.9", "single DES, MD5", "server", "by a switch")
def test_without_the_legacy_switch_it_is_told_that_its_algorithm_is_bad(scepclient: Tool) -> None:
    with served() as authority:
        ended = scepclient.run(*arguments(authority))

        assert ended.code != 0
        assert "badAlg" in ended.text
        assert authority.states == []


@pytest.mark.rfc8894("3.2.1.4", "failInfo", "server", "0 1 2 3 4")
def test_a_wrong_challenge_is_told_as_a_bad_request(legacy: Served, scepclient: Tool) -> None:
    ended = scepclient.run(*arguments(legacy, challenge="wrong"))

    assert ended.code != 0
    assert "badRequest" in ended.text
    assert legacy.states == ["rejected"]
