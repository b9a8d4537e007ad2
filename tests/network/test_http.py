import socket
import struct
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fauxgate.network.http import RequestsTransport
from fauxgate.network.routes import Place, Routes
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse

OK = b"HTTP/1.0 200 OK\r\nContent-Type: x-pki-message\r\n\r\nbody"


@pytest.fixture
def transport() -> RequestsTransport:
    return RequestsTransport(Routes({}), timeout=5)


def get(url: str, host: str = "ca.test", version: str = "1.0") -> HttpRequest:
    return HttpRequest("GET", url, (("Host", host), ("Connection", "close")), version=version)


def test_an_http_1_0_request_has_its_own_headers_and_no_others(transport, raw_server) -> None:
    server = raw_server(OK)

    transport.send(get(f"{server.url}/app/cert/scep/?operation=PKIOperation&message=MII%2B%0A%2d"))

    sent = (
        b"GET /app/cert/scep/?operation=PKIOperation&message=MII%2B%0A%2D HTTP/1.0\r\nHost: ca.test\r\n"
        b"Connection: close\r\n\r\n"
    )
    assert server.received == [sent]


def test_the_path_is_sent_as_it_was_given(transport, raw_server) -> None:
    server = raw_server(OK)

    transport.send(get(f"{server.url}/a/../b/./%7Ec//d"))

    assert server.received[0].startswith(b"GET /a/../b/./%7Ec//d HTTP/1.0\r\n")


def test_an_empty_path_is_asked_for_as_a_slash(transport, raw_server) -> None:
    server = raw_server(OK)

    transport.send(get(f"{server.url}?operation=GetCACert"))

    assert server.received[0].startswith(b"GET /?operation=GetCACert HTTP/1.0\r\n")


def test_a_user_name_in_the_url_becomes_no_credentials(transport, raw_server) -> None:
    server = raw_server(OK)

    transport.send(get(f"http://user:secret@127.0.0.1:{server.port}/"))

    assert server.received == [b"GET / HTTP/1.0\r\nHost: ca.test\r\nConnection: close\r\n\r\n"]


def test_a_post_carries_its_body_and_its_length(transport, raw_server) -> None:
    server = raw_server(OK)

    transport.send(HttpRequest("POST", f"{server.url}/", (("Host", "ca.test"),), b"message"))

    assert server.received == [b"POST / HTTP/1.1\r\nHost: ca.test\r\nContent-Length: 7\r\n\r\nmessage"]


def test_a_response_tells_status_headers_body_and_whom_it_came_from(transport, raw_server) -> None:
    server = raw_server(b"HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\nX: 1\r\nX: 2\r\n\r\nno")

    answer = transport.send(get(server.url))

    headers = (("Content-Type", "text/html"), ("X", "1"), ("X", "2"))
    assert answer == HttpResponse(404, headers, b"no", "127.0.0.1", server.port)


def test_a_chunked_response_is_put_together(transport, raw_server) -> None:
    server = raw_server(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")

    answer = transport.send(get(server.url, version="1.1"))

    assert isinstance(answer, HttpResponse)
    assert answer.body == b"abcde"


def test_a_compressed_body_stays_as_it_is(transport, raw_server) -> None:
    server = raw_server(b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip at all")

    answer = transport.send(get(server.url))

    assert isinstance(answer, HttpResponse)
    assert answer.body == b"not gzip at all"


def test_a_redirect_is_an_answer_and_not_followed(transport, raw_server) -> None:
    other = raw_server(OK)
    server = raw_server(f"HTTP/1.0 302 Found\r\nLocation: {other.url}/\r\n\r\n".encode())

    answer = transport.send(get(server.url))

    assert isinstance(answer, HttpResponse)
    assert (answer.status, other.received) == (302, [])


def test_proxies_of_the_environment_are_ignored(transport, raw_server, monkeypatch) -> None:
    proxy = raw_server(OK)
    server = raw_server(OK)
    monkeypatch.setenv("http_proxy", proxy.url)
    monkeypatch.setenv("all_proxy", proxy.url)
    monkeypatch.delenv("no_proxy", raising=False)

    transport.send(get(server.url))

    assert (len(server.received), proxy.received) == (1, [])


def test_a_routed_request_keeps_its_host_header(raw_server) -> None:
    server = raw_server(OK)
    transport = RequestsTransport(Routes({Place("ca.test", 80): lambda: server.url}))

    answer = transport.send(get("http://ca.test/app/cert/scep/"))

    assert isinstance(answer, HttpResponse)
    assert (answer.peer, answer.port) == ("127.0.0.1", server.port)
    assert server.received == [b"GET /app/cert/scep/ HTTP/1.0\r\nHost: ca.test\r\nConnection: close\r\n\r\n"]


def test_a_refused_connection_cannot_connect(transport) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    answer = transport.send(get(f"http://127.0.0.1:{port}/"))

    assert isinstance(answer, HttpFailure)
    assert (answer.reason, answer.peer) == (FailureReason.CANNOT_CONNECT, "")


@pytest.mark.parametrize(
    "url",
    ["http://nothing.invalid/", "http://", "http://a..b.invalid/", f"http://{'x' * 70}.invalid/", "", "http://h:0x/"],
)
def test_a_host_that_does_not_exist_is_unknown(transport, url: str) -> None:
    answer = transport.send(get(url))

    assert isinstance(answer, HttpFailure)
    assert answer.reason is FailureReason.UNKNOWN_HOST


def test_a_header_that_cannot_be_sent_is_a_failure(transport, raw_server) -> None:
    server = raw_server(OK)

    answers = [transport.send(get(server.url, host)) for host in ("a\r\nX: y", "\u0100.test")]

    assert [type(answer) for answer in answers] == [HttpFailure, HttpFailure]
    assert server.received == []


def test_a_connection_closed_without_an_answer_is_broken(transport, raw_server) -> None:
    server = raw_server(b"")

    assert transport.send(get(server.url)).reason is FailureReason.BROKEN


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_a_reset_connection_is_broken(transport, raw_server) -> None:
    server = raw_server(reset)

    answer = transport.send(get(server.url))

    assert isinstance(answer, HttpFailure)
    assert (answer.reason, answer.peer) == (FailureReason.BROKEN, "127.0.0.1")


@pytest.mark.parametrize(
    "answer",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.0 abc OK\r\n\r\n",
        b"HTTP/1.0 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        b"HTTP/1.0 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
        b"HTTP/1.0 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.0 200 OK\r\nX: " + b"y" * 70000 + b"\r\n\r\n",
    ],
)
def test_an_answer_that_is_not_http_is_broken(transport, raw_server, answer: bytes) -> None:
    server = raw_server(answer)

    assert transport.send(get(server.url)).reason is FailureReason.BROKEN


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


def test_an_endless_body_is_cut_at_a_mebibyte(transport, raw_server) -> None:
    server = raw_server(endless)

    answer = transport.send(get(server.url))

    assert isinstance(answer, HttpFailure)
    assert (answer.reason, answer.detail) == (FailureReason.BROKEN, "the answer is longer than 1048576 bytes")


def test_a_body_of_a_mebibyte_is_read_whole(transport, raw_server) -> None:
    server = raw_server(b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * 1048576)

    answer = transport.send(get(server.url))

    assert isinstance(answer, HttpResponse)
    assert len(answer.body) == 1048576


def trickle(first: bytes) -> Callable[[socket.socket], None]:
    def behave(connection: socket.socket) -> None:
        connection.sendall(first)
        while True:
            connection.sendall(b"x")
            time.sleep(0.02)

    return behave


@pytest.mark.parametrize(
    "first",
    [
        b"",
        b"HTTP/1.0 200 OK\r\nX-Long: ",
        b"HTTP/1.0 200 OK\r\n\r\n",
        b"HTTP/1.0 200 OK\r\nContent-Length: 9999\r\n\r\n",
    ],
)
def test_an_answer_that_trickles_is_given_up_in_time(raw_server, first: bytes) -> None:
    server = raw_server(trickle(first))
    began = time.monotonic()

    answer = RequestsTransport(Routes({}), timeout=0.3).send(get(server.url))

    assert isinstance(answer, HttpFailure)
    assert (answer.reason, answer.peer) == (FailureReason.TIMED_OUT, "127.0.0.1")
    assert time.monotonic() - began < 3


def test_a_silent_server_times_out(raw_server) -> None:
    server = raw_server(lambda connection: connection.recv(1))

    answer = RequestsTransport(Routes({}), timeout=0.2).send(get(server.url))

    assert answer.reason is FailureReason.TIMED_OUT


def test_a_server_that_cannot_speak_tls_cannot_be_connected_to(transport, raw_server) -> None:
    server = raw_server(OK, read_first=False)

    answer = transport.send(get(f"https://127.0.0.1:{server.port}/"))

    assert isinstance(answer, HttpFailure)
    assert answer.reason is FailureReason.CANNOT_CONNECT


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200),
    st.sampled_from(
        [b"", b"HTTP/1.0 200 ", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"]
    ),
)
def test_any_bytes_are_an_answer_or_a_failure(raw_server, rest: bytes, start: bytes) -> None:
    server = raw_server(start + rest)

    answer = RequestsTransport(Routes({}), timeout=2).send(get(server.url))

    server.close()
    assert isinstance(answer, HttpResponse | HttpFailure)


def refuse_to_resolve(*_args: object, **_kwargs: object) -> None:
    raise socket.gaierror("no names in this test")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_url_and_host_header_are_a_failure_when_no_name_resolves(monkeypatch, host: str, path: str) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", refuse_to_resolve)

    answer = RequestsTransport(Routes({})).send(get(f"http://{host}/{path}", host))

    assert isinstance(answer, HttpFailure)
