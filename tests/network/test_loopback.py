from fauxgate.network.loopback import Loopback
from fauxgate.scep.http import HttpRequest, HttpResponse


def test_a_request_reaches_the_responder_unchanged_at_the_time_of_the_clock(echo, now) -> None:
    request = HttpRequest("GET", "http://ca.test/app/cert/scep/?operation=GetCACert&message=x", (("Host", "ca.test"),))

    Loopback(echo, now).send(request)

    assert (echo.asked, echo.times) == ([request], [now()])


def test_the_answer_comes_from_this_machine(echo, now) -> None:
    answer = Loopback(echo, now).send(HttpRequest("POST", "http://ca.test/x", (), b"body"))

    headers = (("Content-Type", "text/plain"),)
    assert answer == HttpResponse(200, headers, b"POST http://ca.test/x body", "127.0.0.1", 80)


def test_events_are_told_in_order(echo, now) -> None:
    events: list[object] = []

    Loopback(echo, now, events.append).send(HttpRequest("GET", "/"))

    assert [type(event).__name__ for event in events] == ["HttpStatusRead"]
