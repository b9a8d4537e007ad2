import gc
import http.client
import logging
import socket
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fauxgate.network.http import RequestsTransport
from fauxgate.network.listener import Listener
from fauxgate.network.reading import Limits
from fauxgate.network.routes import Routes
from fauxgate.scep.events import Event
from fauxgate.scep.http import Delivery, FailureReason, HttpFailure, HttpRequest, HttpResponse


@pytest.fixture
def listener(echo, now) -> Iterator[Listener]:
    with Listener(echo, now) as started:
        yield started


def port_of(listener: Listener) -> int:
    return int(listener.url.rpartition(":")[2])


def exchange(listener: Listener, sent: bytes) -> bytes:
    """Everything that comes back until the server closes, when we say nothing more."""
    with socket.create_connection(("127.0.0.1", port_of(listener)), timeout=5) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while more := connection.recv(65536):
            received += more
    return received


def test_the_url_is_that_of_a_free_port_on_this_machine(listener) -> None:
    assert listener.url.startswith("http://127.0.0.1:")
    assert port_of(listener) > 0


@pytest.mark.rfc8894("4.1", "HTTP/1.0 without Host", "server")
def test_http_1_0_without_a_host_is_answered_and_closed(listener) -> None:
    answer = exchange(listener, b"GET /app/cert/scep/?a=b%0A HTTP/1.0\r\n\r\n")

    assert answer == (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 27\r\nConnection: close\r\n\r\n"
        b"GET /app/cert/scep/?a=b%0A "
    )


def test_the_responder_sees_method_target_headers_body_and_version(listener, echo) -> None:
    exchange(listener, b"POST /x?operation=y HTTP/1.0\r\nContent-Length: 3\r\nX: 1\r\nX: 2\r\n\r\nabc")

    headers = (("Content-Length", "3"), ("X", "1"), ("X", "2"))
    assert echo.asked == [HttpRequest("POST", "/x?operation=y", headers, b"abc", "1.0")]


def test_http_1_1_keeps_the_connection_for_more_requests(listener) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port_of(listener), timeout=5)
    connection.connect()
    line = connection.sock

    bodies = []
    for method, body in (("GET", None), ("POST", b"first"), ("POST", b"second")):
        connection.request(method, "/", body)
        bodies.append(connection.getresponse().read())
    same = connection.sock is line
    connection.close()

    assert bodies == [b"GET / ", b"POST / first", b"POST / second"]
    assert same


def test_our_own_transport_is_answered(listener, echo) -> None:
    transport = RequestsTransport(Routes({}))

    answer = transport.send(HttpRequest("GET", f"{listener.url}/x", (("Host", "ca.test"),), version="1.0"))

    assert isinstance(answer, HttpResponse)
    assert (answer.status, answer.body) == (200, b"GET /x ")
    assert echo.asked == [HttpRequest("GET", "/x", (("Host", "ca.test"),), version="1.0")]


def test_a_client_that_expects_100_continue_gets_it(listener) -> None:
    with socket.create_connection(("127.0.0.1", port_of(listener)), timeout=5) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 1\r\nConnection: close\r\n\r\n")
        promised = connection.recv(65536)
        connection.sendall(b"a")
        answered = connection.makefile("rb").read()

    assert promised == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert answered.startswith(b"HTTP/1.1 200 OK\r\n")
    assert answered.endswith(b"POST / a")


def test_a_body_that_came_along_needs_no_100_continue(listener) -> None:
    answer = exchange(listener, b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\na")

    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize(
    "body",
    [
        b"3\r\nabc\r\n4;name=value\r\ndefg\r\n0\r\n\r\n",
        b"7\nabcdefg\n0\nTrailer: x\n\n",
        b"0007\r\nabcdefg\r\n00\r\n\r\n",
    ],
)
def test_a_chunked_body_is_put_together(listener, body: bytes) -> None:
    answer = exchange(listener, b"POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n" + body)

    assert answer.endswith(b"\r\n\r\nPOST / abcdefg")


def test_http_1_0_keeps_the_connection_when_the_client_asks_for_it(listener) -> None:
    request = b"GET /%d HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"

    answer = exchange(listener, request % 1 + request % 2)

    assert answer.count(b"Connection: keep-alive") == 2
    assert answer.endswith(b"GET /2 ")


def test_an_empty_line_before_a_request_is_passed_over(listener) -> None:
    assert b"200 OK" in exchange(listener, b"\r\nGET / HTTP/1.0\r\n\r\n")


def test_a_client_that_sends_a_byte_at_a_time_is_dropped_when_its_time_is_up(echo, now) -> None:
    with Listener(echo, now, limits=Limits(idle=5, request=0.3)) as listener:
        with socket.create_connection(("127.0.0.1", port_of(listener)), timeout=5) as connection:
            began = time.monotonic()
            with suppress(OSError):
                while time.monotonic() - began < 4:
                    connection.sendall(b"G")
                    time.sleep(0.05)
        assert b"200 OK" in exchange(listener, b"GET / HTTP/1.0\r\n\r\n")

    assert time.monotonic() - began < 2
    assert len(echo.asked) == 1


class Delivering:
    """Answers with a long body, in the way that the path names."""

    def receive(self, request: HttpRequest, _now: datetime) -> Iterator[Event | HttpResponse]:
        yield HttpResponse(200, (), b"x" * 1000, delivery=Delivery(request.url.strip("/")))


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ("cut", FailureReason.BROKEN),
        ("reset", FailureReason.BROKEN),
        ("slow", FailureReason.TIMED_OUT),
        ("silent", FailureReason.TIMED_OUT),
    ],
)
def test_a_response_is_delivered_as_the_authority_wants_it(now, way: str, reason: FailureReason) -> None:
    with Listener(Delivering(), now) as listener:
        transport = RequestsTransport(Routes({}), timeout=0.5)
        answer = transport.send(HttpRequest("GET", f"{listener.url}/{way}", (("Host", "ca.test"),), version="1.0"))

    assert isinstance(answer, HttpFailure)
    assert answer.reason is reason


@pytest.mark.parametrize("way", ["slow", "silent"])
def test_closing_ends_a_delivery_that_takes_long(now, way: str) -> None:
    listener = Listener(Delivering(), now)
    listener.start()
    with socket.create_connection(("127.0.0.1", port_of(listener)), timeout=5) as connection:
        connection.sendall(f"GET /{way} HTTP/1.1\r\n\r\n".encode())
        time.sleep(0.1)
        began = time.monotonic()
        listener.close()

    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"BREW / HTTP/1.1\r\n\r\n", b"501"),
        (b"GET /" + b"x" * 70000 + b" HTTP/1.0\r\n\r\n", b"414"),
        (b"GET / HTTP/1.0\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"431"),
        (b"POST / HTTP/1.1\r\n\r\n", b"411"),
        (b"GET / HTTP/1.1\r\nNo colon\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nContent-Length : 3\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nX: 1\r\n folded\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", b"501"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nExpect: miracles\r\nContent-Length: 1\r\n\r\n", b"417"),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nContent-Length: \xb2\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n", b"413"),
    ],
)
def test_what_is_not_a_request_is_refused(listener, echo, sent: bytes, status: bytes) -> None:
    answer = exchange(listener, sent)

    assert status in answer.split(b"\r\n")[0]
    assert echo.asked == []


def test_a_body_that_ends_early_is_not_passed_on(listener, echo) -> None:
    answer = exchange(listener, b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nshort")

    assert (answer, echo.asked) == (b"", [])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([b"", b"GET ", b"GET / HTTP/1.1\r\n", b"POST / HTTP/1.0\r\nContent-Length: "]),
    st.binary(max_size=200),
)
def test_garbage_prints_nothing_and_the_next_client_is_served(listener, capfd, start: bytes, rest: bytes) -> None:
    exchange(listener, start + rest)

    assert b"200 OK" in exchange(listener, b"GET / HTTP/1.0\r\n\r\n")
    assert capfd.readouterr() == ("", "")


def test_a_client_that_resets_the_connection_prints_nothing(listener, capfd) -> None:
    with socket.create_connection(("127.0.0.1", port_of(listener))) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        connection.sendall(b"GET / HTTP/1.1\r\n")

    assert b"200 OK" in exchange(listener, b"GET / HTTP/1.0\r\n\r\n")
    assert capfd.readouterr() == ("", "")


def test_a_silent_client_is_dropped(echo, now) -> None:
    limits = Limits(idle=0.1)

    with (
        Listener(echo, now, limits=limits) as listener,
        socket.create_connection(("127.0.0.1", port_of(listener))) as connection,
    ):
        connection.settimeout(5)
        assert connection.recv(1) == b""


def test_events_reach_the_callback(echo, now) -> None:
    events: list[Event] = []

    with Listener(echo, now, on_event=events.append) as listener:
        exchange(listener, b"GET / HTTP/1.0\r\n\r\n")

    assert [type(event).__name__ for event in events] == ["HttpStatusRead"]


def test_many_clients_at_once_are_each_answered(listener) -> None:
    answers: list[bytes] = []

    def ask(number: int) -> None:
        answers.append(exchange(listener, f"GET /{number} HTTP/1.0\r\n\r\n".encode()).rpartition(b"\r\n")[2])

    clients = [threading.Thread(target=ask, args=(number,)) for number in range(100)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()

    assert sorted(answers) == sorted(f"GET /{number} ".encode() for number in range(100))


class Mistaken:
    def receive(self, request: HttpRequest, now: datetime) -> Iterator[Event | HttpResponse]:
        raise LookupError(request.url, now)


def test_a_mistake_of_ours_reaches_the_log_and_not_the_prompt(now, caplog, capfd) -> None:
    with caplog.at_level(logging.ERROR), Listener(Mistaken(), now) as listener:
        answer = exchange(listener, b"GET /x HTTP/1.0\r\n\r\n")

    assert answer == b""
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [LookupError]
    assert capfd.readouterr() == ("", "")


def test_closing_ends_open_connections_at_once_and_leaves_no_thread(echo, now) -> None:
    before = set(threading.enumerate())
    listener = Listener(echo, now)
    listener.start()
    with socket.create_connection(("127.0.0.1", port_of(listener)), timeout=5) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n\r\n")
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        answer.read()
        began = time.monotonic()
        listener.close()
        rest = connection.recv(1)

    assert rest == b""
    assert time.monotonic() - began < 2
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize("prepare", [lambda _listener: None, Listener.start])
def test_closing_twice_or_unstarted_is_no_mistake(echo, now, prepare: Callable[[Listener], None]) -> None:
    listener = Listener(echo, now)
    prepare(listener)

    listener.close()
    listener.close()


def test_nothing_is_left_open_for_the_garbage_collector(echo, now) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with Listener(echo, now) as listener:
            RequestsTransport(Routes({})).send(HttpRequest("GET", listener.url, (("Host", "x"),), version="1.0"))
        gc.collect()
