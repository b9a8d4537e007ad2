"""The network in which only routes lead anywhere."""

import pytest

from fauxgate.network.isolated import IsolatedTransport
from fauxgate.network.routes import Place, Routes
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse

ANSWER = HttpResponse(200, (), b"")


class Answering:
    """Another transport, which answers everything."""

    def send(self, _request: HttpRequest) -> HttpResponse:
        return ANSWER


def sent(url: str) -> HttpResponse | HttpFailure:
    routes = Routes({Place("ca.test", 80): "http://127.0.0.1:1"})
    return IsolatedTransport(routes, Answering()).send(HttpRequest("GET", url))


def test_what_has_a_route_is_sent() -> None:
    assert sent("http://CA.test/scep") is ANSWER


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://ca.test:8080/scep", FailureReason.CANNOT_CONNECT),
        ("https://ca.test/scep", FailureReason.CANNOT_CONNECT),
        ("http://127.0.0.1/", FailureReason.CANNOT_CONNECT),
        ("http://[::1]/", FailureReason.CANNOT_CONNECT),
        ("http://example.com/scep", FailureReason.UNKNOWN_HOST),
        ("http:///scep", FailureReason.UNKNOWN_HOST),
        ("http://ca.test:x/", FailureReason.UNKNOWN_HOST),
    ],
)
def test_anything_else_fails_without_leaving(url: str, reason: FailureReason) -> None:
    answer = sent(url)

    assert isinstance(answer, HttpFailure)
    assert answer.reason is reason
