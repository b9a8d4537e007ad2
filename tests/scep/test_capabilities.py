import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki.algorithms import AES_128, SHA1, SHA256, SHA384, SHA512, TRIPLE_DES
from fauxgate.scep import capabilities
from fauxgate.scep.http import FailureReason, HttpFailure, HttpResponse


def answer(body: bytes, status: int = 200, content_type: str = "text/plain") -> HttpResponse:
    return HttpResponse(status, (("Content-Type", content_type),), body)


@pytest.mark.rfc8894("3.5.1", "GetCACaps", "server")
def test_the_offer_is_written_a_name_a_line() -> None:
    told = capabilities.text(capabilities.OFFERED)

    assert told.startswith(b"SCEPStandard\nAES\n")
    assert told.endswith(b"SHA-384\n")
    assert told.index(b"AES") < told.index(b"DES3")
    assert capabilities.read(answer(told)) == frozenset(capabilities.OFFERED)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (b"Renewal\nSHA-1\nSHA-256\nAES\nDES3\nSCEPStandard\nPOSTPKIOperation", {"Renewal", "AES", "SCEPStandard"}),
        (b"AES\r\nDES3\r\n", {"AES", "DES3"}),
        (b"aes\nPostPkiOperation\n\nrenewal", {"AES", "POSTPKIOperation", "Renewal"}),
        (b"  AES  \n", {"AES"}),
        (b"", set()),
        (b" <html>\n<body>AES\nRenewal\n</body></html>", set()),
        (b"<html><body>not here</body></html>", set()),
        (b"\xff\xfe\0\0", set()),
        (b"SHA-1 DES3", {"SHA-1", "DES3"}),
    ],
)
def test_names_are_found_in_every_form(body, names) -> None:
    assert names <= capabilities.read(answer(body))
    assert bool(names) == bool(capabilities.read(answer(body)))


@pytest.mark.parametrize(
    "nothing", [answer(b"AES", 404), answer(b"AES", 500), HttpFailure(FailureReason.BROKEN, "closed")]
)
@pytest.mark.rfc8894("3.5.2", "empty or failed GetCACaps tolerated", "client")
def test_no_answer_is_no_capability(nothing) -> None:
    assert capabilities.read(nothing) == frozenset()


@pytest.mark.parametrize(
    ("names", "choice"),
    [
        ((), (TRIPLE_DES, SHA1, "GET")),
        (("SCEPStandard",), (AES_128, SHA256, "POST")),
        (("AES",), (AES_128, SHA1, "GET")),
        (("SHA-1", "DES3"), (TRIPLE_DES, SHA1, "GET")),
        (("SHA-256", "SHA-512", "POSTPKIOperation"), (TRIPLE_DES, SHA512, "POST")),
        (("SHA-384", "SHA-256", "SCEPStandard"), (AES_128, SHA384, "POST")),
        (("DES", "MD5"), (TRIPLE_DES, SHA1, "GET")),
    ],
)
@pytest.mark.rfc8894("7.5", "expects SCEPStandard by a switch, never below 3DES and SHA-1", "client")
def test_the_strongest_that_both_can_is_chosen_and_never_less_than_the_floor(names, choice) -> None:
    chosen = capabilities.choose(frozenset(names))

    assert (chosen.cipher, chosen.digest, chosen.method) == choice


@given(st.binary(max_size=300), st.integers(100, 599))
def test_any_answer_is_read(body, status) -> None:
    assert capabilities.choose(capabilities.read(answer(body, status))).cipher in (AES_128, TRIPLE_DES)
