import socket
import threading
import time

import pytest

from fauxgate.network.connection import Line


@pytest.mark.parametrize("way", [Line.hurry, Line.guard])
def test_a_line_tells_whom_it_reached(way) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Line(5) as line:
        address = server.getsockname()
        with way(line, socket.create_connection(address)) as watched:
            assert watched.getpeername() == address

    assert (line.peer, line.port) == address


def test_a_plain_connection_ends_when_the_time_is_up_however_much_comes_before() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Line(0.3) as line:
        connected = socket.create_connection(server.getsockname())
        began = time.monotonic()
        with line.hurry(connected) as hurried, server.accept()[0] as accepted, pytest.raises(TimeoutError):
            trickle(accepted, hurried)

    assert 0.2 < time.monotonic() - began < 2


def trickle(sender: socket.socket, receiver: socket.socket) -> None:
    for _ in range(100):
        sender.sendall(b"x")
        receiver.recv_into(bytearray(1))
        time.sleep(0.02)


def test_nothing_is_sent_after_the_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Line(0) as line:
        connected = socket.create_connection(server.getsockname())
        with line.hurry(connected) as hurried, pytest.raises(TimeoutError):
            hurried.sendall(b"x")


def test_a_guarded_connection_is_cut_when_the_time_is_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, Line(0.1) as line:
        connected = socket.create_connection(server.getsockname(), timeout=5)
        with line.guard(connected):
            assert connected.recv(1) == b""

    assert line.is_cut


@pytest.mark.parametrize("way", [Line.hurry, Line.guard])
def test_a_line_left_in_time_cuts_nothing_and_leaves_no_thread(way) -> None:
    before = set(threading.enumerate())

    with socket.create_server(("127.0.0.1", 0)) as server, Line(60) as line:
        way(line, socket.create_connection(server.getsockname())).close()
    if line._timer is not None:
        line._timer.join(5)

    assert not line.is_cut
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize("way", [Line.hurry, Line.guard])
def test_a_dead_connection_is_closed_by_the_line(way) -> None:
    dead = socket.socket()

    with Line(5) as line, pytest.raises(OSError, match=r".+"):
        way(line, dead)

    assert dead.fileno() == -1
