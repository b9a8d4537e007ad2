"""strongSwan's `pki` at our authority, in the version that distributions have, with its mistakes."""

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from interop.peers import Tool
from interop.served import CHALLENGE, IN_PARTS, Served, key_pem, pending, served

from fauxgate.ca.authority import Rules
from fauxgate.scep.attributes import Attribute
from fauxgate.scep.events import DecryptionFailed, SignatureInvalid

DN = "C=NL, O=Interop, CN=device"


@pytest.fixture
def authority(pki: Tool) -> Iterator[Served]:
    with served() as found:
        found.write_pem(pki.path("ca.pem"))
        yield found


@pytest.fixture(autouse=True)
def _key_files(pki: Tool, client_keys: tuple[RSAPrivateKey, RSAPrivateKey]) -> None:
    for name, key in zip(("key.pem", "new.pem"), client_keys, strict=True):
        pki.path(name).write_bytes(key_pem(key))


def arguments(
    authority: Served, *more: str, key: str = "key.pem", ca: str = "ca.pem", enc: str = "ca.pem"
) -> list[str]:
    to_whom = ["--scep", "--url", authority.url, "--cacert-sig", ca, "--cacert-enc", enc]
    return [*to_whom, "--in", key, "--dn", DN, "--outform", "pem", *more]


def subject(openssl: Tool, pem: str) -> str:
    openssl.path("certificate.pem").write_text(pem)
    return openssl("x509", "-in", "certificate.pem", "-noout", "-subject")


@pytest.mark.rfc8894("4.2.1.1", "GetCACert, one certificate", "server")
def test_it_fetches_the_only_certificate(authority: Served, pki: Tool) -> None:
    pki("--scepca", "--url", authority.url, "--caout", "fetched.pem", "--raout", "ra.pem", "--outform", "pem")

    assert pki.path("fetched.pem").read_text().strip() == pki.path("ca.pem").read_text().strip()
    assert not pki.path("ra.pem").exists()


@pytest.mark.rfc8894("3.5.1", "GetCACaps", "server")
@pytest.mark.rfc8894("2.9", "AES-128-CBC, SHA-256 in requests", "server")
@pytest.mark.rfc8894("2.9", "AES, SHA-256 in replies", "server", "mirrors the request")
@pytest.mark.rfc8894("2.9", "3DES, SHA-1", "server")
@pytest.mark.parametrize("cipher", ["des3", "aes"])
@pytest.mark.parametrize("digest", ["sha1", "sha224", "sha256", "sha384", "sha512"])
def test_it_enrolls_with_every_cipher_and_digest(
    authority: Served, pki: Tool, openssl: Tool, cipher: str, digest: str
) -> None:
    chosen = ("--cipher", cipher, "--digest", digest)
    pem = pki(*arguments(authority, *chosen, "--san", "device.example", "--password", CHALLENGE))

    assert subject(openssl, pem) == "subject=C = NL, O = Interop, CN = device\n"
    assert authority.values(Attribute.MESSAGE_TYPE) == ["19"]
    assert "OK" in openssl("verify", "-CAfile", "ca.pem", "certificate.pem")


@pytest.mark.rfc8894("4.4", "CertRep PENDING, CertPoll", "server")
def test_it_polls_until_it_gets_its_certificate(pki: Tool, openssl: Tool) -> None:
    with served(pending(1)) as authority:
        authority.write_pem(pki.path("ca.pem"))
        pem = pki(*arguments(authority, "--password", CHALLENGE, "--interval", "1", "--maxpolltime", "10"))

        assert subject(openssl, pem) == "subject=C = NL, O = Interop, CN = device\n"
        assert authority.values(Attribute.MESSAGE_TYPE) == ["19", "20"]
        assert authority.states == ["issued"]


@pytest.mark.rfc8894("4.3", "RenewalReq", "server")
def test_it_renews_with_a_new_key_and_without_the_challenge(authority: Served, pki: Tool, openssl: Tool) -> None:
    pki.path("old.pem").write_text(pki(*arguments(authority, "--password", CHALLENGE)))

    pem = pki(*arguments(authority, "--cert", "old.pem", "--key", "key.pem", key="new.pem"))

    assert subject(openssl, pem) == "subject=C = NL, O = Interop, CN = device\n"
    assert authority.values(Attribute.MESSAGE_TYPE) == ["19", "17"]
    assert openssl("x509", "-in", "certificate.pem", "-noout", "-pubkey") == openssl(
        "pkey", "-in", "new.pem", "-pubout"
    )


@pytest.mark.rfc8894("4.2.1.2", "GetCACert, degenerate PKCS#7", "server")
@pytest.mark.rfc8894("4.2.1.2", "RA certificate apart from the CA's", "server")
def test_it_enrolls_through_registration_authorities(pki: Tool, openssl: Tool) -> None:
    """It writes one file for each certificate, and numbers them when there are several."""
    with served(rules=Rules(shape=IN_PARTS["intermediate-split-ra"])) as authority:
        pki("--scepca", "--url", authority.url, "--caout", "ca.pem", "--raout", "ra.pem", "--outform", "pem")
        names = {
            openssl("x509", "-in", path.name, "-noout", "-subject").rpartition("CN = ")[2].strip(): path.name
            for path in sorted(pki.directory.glob("[cr]a*.pem"))
        }
        signs, opens = names["Interop CA RA Signature"], names["Interop CA RA Encryption"]
        above = ("--cacert", names["Interop CA Intermediate"], "--cacert", names["Interop CA"])
        pem = pki(*arguments(authority, *above, "--password", CHALLENGE, ca=signs, enc=opens))

        assert subject(openssl, pem) == "subject=C = NL, O = Interop, CN = device\n"


@pytest.mark.rfc8894("3.2.1.4", "failInfo", "server", "0 1 2 3 4")
def test_a_wrong_challenge_is_told_as_a_bad_request(authority: Served, pki: Tool) -> None:
    ended = pki.run(*arguments(authority, "--password", "wrong"))

    assert ended.code != 0
    assert "badRequest" in ended.text
    assert authority.states == ["rejected"]


@pytest.mark.rfc8894("2.9", "RSA-PSS signature", "server", "N: badAlg")
def test_a_signature_by_rsa_pss_is_told_as_a_bad_algorithm(authority: Served, pki: Tool) -> None:
    ended = pki.run(*arguments(authority, "--password", CHALLENGE, "--rsa-padding", "pss"))

    assert ended.code != 0
    assert "badAlg" in ended.text
    assert SignatureInvalid(is_algorithm_unknown=True) in authority.events
    assert not any(isinstance(event, DecryptionFailed) for event in authority.events)
